import {moneyText} from '../../money-text.ts';
import {isLongName, suggestedName} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

/** What a field takes or was given, by the word of the check. */
const TYPES: ReadonlyMap<string, string> = new Map([
	['text', '文本'],
	['string', '文本'],
	['number', '数字'],
	['whole-number', '整数'],
	['bigint', '数字'],
	['boolean', '布尔值'],
	['true-or-false', '布尔值'],
	['scalar', '数字或文本'],
	['list', '列表'],
	['object', '一组字段'],
	['nothing', '空值'],
	['undefined', '空值'],
]);

const TYPE_HINTS: ReadonlyMap<string, string> = new Map([
	['text', '请写成一个带引号的值。'],
	['true-or-false', '请写 true 或 false，不加引号。'],
	['scalar', '请写成一个值，例如 2 或 500m。'],
	['list', '请每行以短横线开头写一项，或写成 [first, second]。'],
	['object', '请每行写一个字段，例如 name: value。'],
]);

const typeName = (word: string): string => TYPES.get(word) ?? quoted(word);

const LOAD_REASONS: ReadonlyMap<string, string> = new Map([
	['cron', 'cron 指定了启动时间，但'],
	['runsPerDay', 'runsPerDay 指定了每天的运行次数，但'],
]);

const UNASKED = {
	retired: '其规格族 ECI 现在可能拒绝',
	shared: '其规格族共享 CPU',
	'virtual-gpu': '其规格族仅含部分 GPU',
	'local-disk': '其规格族面向本地盘',
} as const;

export const zhCnInputRules = {
	'field-type': ({expected, found}) =>
		advice(
			`此处应为${typeName(expected)}，而不是${typeName(found)}。`,
			TYPE_HINTS.get(expected) ?? `请改为${typeName(expected)}。`,
		),
	'field-choice': ({value, choices, suggestion}) =>
		advice(`${quoted(value)}不是可选值。`, choiceHint(suggestion, choices)),
	'field-range': ({value, minimum, maximum}) =>
		advice(
			/^[-+]?\d+$/.test(value)
				? `${value} 超出 ${minimum} 至 ${maximum} 的范围。`
				: `${quoted(value)}不是整数。`,
			`请使用 ${minimum} 至 ${maximum} 的整数。`,
		),
	'field-too-many': ({count, maximum}) =>
		advice(`共有 ${count} 项，最多允许 ${maximum} 项。`, `请至少删除 ${count - maximum} 项。`),
	'field-unknown': ({name, suggestion}) =>
		advice(
			`此处没有${quoted(name)}字段。`,
			choiceHint(suggestion, [], '请检查拼写或将其删除；eci-plan schema 可查看所有字段。'),
		),
	'name-invalid': ({value, maximum}) =>
		advice(
			isLongName(value)
				? `${quoted(value)}超过 ${maximum} 个字符。`
				: `${quoted(value)}不符合 Kubernetes 的命名规则。`,
			`最多 ${maximum} 个字符，只能使用 a-z、0-9 和 -，例如 ${suggestedName(value, maximum)}。`,
		),
	'image-invalid': ({value}) =>
		advice(`${quoted(value)}不是有效的镜像。`, '请写镜像名称和标签，不含空格，例如 nginx:1.29。'),
	'environment-name-invalid': ({name}) =>
		advice(
			`${quoted(name)}不是有效的环境变量名。`,
			'请使用字母、数字、_、- 和 .，且不以数字开头，例如 LOG_LEVEL。',
		),
	'label-invalid': ({key, value}) =>
		advice(
			`Kubernetes 不接受键为${quoted(key)}、值为${quoted(value)}的标签。`,
			'键和值各最多 63 个字符，可用字母、数字、-、_ 和 .，例如 team 和 web-1。',
		),
	'region-unknown': ({region, known, suggestion}) =>
		advice(
			`没有地域${quoted(region)}的价格。`,
			choiceHint(suggestion, known, '请使用 cn-hangzhou 之类的地域 ID。'),
		),
	'family-unknown': ({family, suggestion}) =>
		advice(
			`ECI 没有实例规格族${quoted(family)}。`,
			choiceHint(suggestion, [], '请使用 c6、g6 或 r6 之类的实例规格族。'),
		),
	'family-unasked': ({type, family, reason, perHour}, say) =>
		advice(
			`${type} 也可容纳该 Pod 且更便宜（${moneyText(perHour, 4)}/小时），但${UNASKED[reason]}，因此不会自动选用。`,
			`如需选用，请使用 ${say('chain.families', family)}。`,
		),
	'container-ambiguous': ({field, containers}, say) =>
		advice(
			`无法确定 ${field} 属于哪个容器：${listed(containers)}。`,
			`请在容器内设置 ${field}：写在 containers 下，或使用 ${say('containers')}。`,
		),
	'container-duplicate': ({name}) =>
		advice(
			`有两个容器都名为${quoted(name)}。`,
			`请重命名其中一个，例如 ${suggestedName(name, 61)}-2。`,
		),
	'request-over-limit': ({container, resource, requested, limit}) =>
		advice(
			`容器 ${container} 的${resource === 'cpu' ? ' CPU ' : '内存'}请求值 ${requested} 超过其限制值 ${limit}。`,
			`请将请求值降至 ${limit}，或将限制值提高到 ${requested}。`,
		),
	'load-conflict': ({first, second}) =>
		advice(`${first} 和 ${second} 都指定了 Pod 的运行时间。`, `请删除 ${first} 或 ${second}。`),
	'work-missing': ({field}, say) =>
		advice(
			`${LOAD_REASONS.get(field) ?? ''}没有说明每次运行多久，因此按持续运行来规划 Pod。`,
			`请补充单次运行的有效时长，例如 ${say('workload.work', '10h')}。`,
		),
	'cron-missing': (_facts, say) =>
		advice('CronJob 需要指定启动时间。', `请补充，例如 ${say('workload.cron', '0 2 * * *')}。`),
} satisfies Partial<DiagnosticTexts>;
