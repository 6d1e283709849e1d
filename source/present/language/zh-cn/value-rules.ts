import {LARGEST_MEMORY_GIB, LARGEST_VCPU} from '../../../domain/catalogue/spec-tables.ts';
import type {CronField, CronProblem} from '../../../domain/units/cron.ts';
import type {DurationProblem} from '../../../domain/units/duration.ts';
import type {QuantityProblem} from '../../../domain/units/quantity.ts';
import {SCHEDULE_LIMITS, type ScheduleProblem} from '../../../domain/units/schedule.ts';
import {splitRange} from '../fact-text.ts';
import {type Advice, advice, type DiagnosticTexts, type Naming} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

type ByReason<R extends string> = Readonly<Record<R, (text: string) => Advice>>;

const QUANTITY_FORM = {
	cpu: '请填写 vCPU 数量，例如 2、0.5 或 500m。',
	memory: '请填写带单位的数值，例如 3Gi 或 512Mi。',
} as const;

const QUANTITY: Readonly<
	Record<QuantityProblem['reason'], (value: string, form: string) => Advice>
> = {
	empty: (_, form) => advice('值为空。', form),
	malformed: (value, form) => advice(`${quoted(value)}不是有效的资源数量。`, form),
	negative: (value, form) => advice(`${quoted(value)}是负数。`, form),
	zero: (value, form) => advice(`${quoted(value)}等于没有申请资源。`, form),
	'unit-missing': (value, form) => advice(`${quoted(value)}缺少单位。`, form),
	'unit-unknown': (value, form) => advice(`无法识别${quoted(value)}的单位。`, form),
	'fraction-unit': (value, form) => advice(`${quoted(value)}的单位是字节的若干分之一。`, form),
	'too-large': value =>
		advice(
			`${quoted(value)}过大。`,
			`请改小：单个 ECI Pod 最多 ${LARGEST_VCPU} vCPU、${LARGEST_MEMORY_GIB} GiB。`,
		),
};

const DURATION_FORM = '请用数字加 s、m、h、d 或 w，例如 90s、1h30m、30d。';

const DURATION: ByReason<DurationProblem['reason']> = {
	empty: () => advice('值为空。', DURATION_FORM),
	malformed: value => advice(`${quoted(value)}不是有效的时长。`, DURATION_FORM),
	negative: value => advice(`${quoted(value)}是负数。`, DURATION_FORM),
	'unit-missing': value =>
		advice(
			`${quoted(value)}缺少单位。`,
			`请加上 s、m、h、d 或 w，例如 ${value.trim()}h 表示小时。`,
		),
	'unit-unknown': value => advice(`${quoted(value)}的单位不是 s、m、h、d 或 w。`, DURATION_FORM),
	'too-large': value => advice(`${quoted(value)}超过十年。`, '请缩短时长，例如 365d。'),
};

const WINDOW_FORM = '请写明日期、时间和副本数，例如 Mon-Fri 09:00-18:00=10; *=2。';
const TIME_FORM = '时间写作 09:00-18:00，范围 00:00 至 24:00。';
const MERGE = '请合并相同的日期，例如 Mon-Fri。';

const SCHEDULE: ByReason<ScheduleProblem['reason']> = {
	empty: () => advice('排期为空。', WINDOW_FORM),
	'too-long': text =>
		advice(`排期${quoted(text)}超过 ${SCHEDULE_LIMITS.characters} 个字符。`, MERGE),
	'too-many-windows': text =>
		advice(`排期超过 ${SCHEDULE_LIMITS.windows} 个时间段，从${quoted(text)}起超出。`, MERGE),
	'window-malformed': text => advice(`${quoted(text)}不是有效的时间段。`, WINDOW_FORM),
	'replicas-missing': text =>
		advice(`${quoted(text)}没有写明副本数。`, '请在 = 后写上副本数，例如 Mon-Fri 09:00-18:00=10。'),
	'replicas-malformed': text =>
		advice(`${quoted(text)}不是有效的副本数。`, '= 后请写整数，例如 *=2。'),
	'replicas-too-large': text =>
		advice(`副本数${quoted(text)}超出可规划的上限。`, `最多 ${SCHEDULE_LIMITS.replicas}。`),
	'day-unknown': text =>
		advice(
			`${quoted(text)}不是有效的日期。`,
			'可用 Mon、Tue、Wed、Thu、Fri、Sat、Sun，范围如 Mon-Fri，或 *。',
		),
	'time-malformed': text => advice(`${quoted(text)}不是有效的时间。`, TIME_FORM),
	'time-empty': text =>
		advice(`${quoted(text)}的结束时间与开始时间相同。`, '请推迟结束时间；全天写作 00:00-24:00。'),
};

const FIELDS: Readonly<Record<CronField, readonly [name: string, range: string]>> = {
	minute: ['分钟', '0 至 59'],
	hour: ['小时', '0 至 23'],
	'day-of-month': ['日', '1 至 31'],
	month: ['月', '1 至 12 或 jan 至 dec'],
	'day-of-week': ['星期', '0（星期日）至 6 或 sun 至 sat'],
};

const CRON_FORM = '请依次写分钟、小时、日、月、星期，例如 0 2 * * *。';

const fieldHint = (field: CronField | undefined): string => {
	if (field === undefined) return CRON_FORM;
	const [name, range] = FIELDS[field];
	return `${name}字段可用 ${range}，任意值写作 *。`;
};

const fieldName = (field: CronField | undefined): string =>
	field === undefined ? ' Cron ' : FIELDS[field][0];

const CRON: Readonly<Record<CronProblem['reason'], (problem: CronProblem, say: Naming) => Advice>> =
	{
		empty: () => advice('Cron 表达式为空。', CRON_FORM),
		'too-long': ({text}) => advice(`Cron 表达式${quoted(text)}过长。`, CRON_FORM),
		'time-zone': ({text}, say) =>
			advice(
				`${quoted(text)}指定了时区，而 CronJob 的调度表达式不能包含时区。`,
				`请将其删除，并使用 ${say('workload.timeZone', text.replace(/^.*?=/, '') || 'Asia/Shanghai')}。`,
			),
		'macro-unknown': ({text}) =>
			advice(
				`Kubernetes 不支持${quoted(text)}。`,
				'可用 @hourly、@daily、@weekly、@monthly、@yearly，或五个字段，例如 0 2 * * *。',
			),
		'field-count': ({text}) => advice(`${quoted(text)}不是五个字段。`, CRON_FORM),
		malformed: ({text, field}) =>
			advice(`${quoted(text)}不是有效的${fieldName(field)}字段。`, fieldHint(field)),
		'out-of-range': ({text, field}) =>
			advice(`${quoted(text)}超出${fieldName(field)}字段的范围。`, fieldHint(field)),
		'range-backwards': ({text, field}) =>
			advice(`${quoted(text)}的终点早于起点。`, `请改为 ${splitRange(text, field)}。`),
		'step-zero': ({text}) =>
			advice(`步长${quoted(text)}永远不会前进。`, '步长至少为 1，例如 */15。'),
	};

const withSuggestion = ({message, hint}: Advice, suggestion: string | undefined): Advice =>
	advice(message, suggestion === undefined ? hint : `请改为 ${suggestion}。`);

export const zhCnValueRules = {
	'quantity-invalid': ({resource, value, problem}) =>
		withSuggestion(QUANTITY[problem.reason](value, QUANTITY_FORM[resource]), problem.suggestion),
	'quantity-decimal-unit': ({value, binary}) =>
		advice(
			`${value} 小于 ${binary}：前者的单位按 1000 进位，后者按 1024 进位。`,
			`如果想要的是后者，请改为 ${binary}；两种写法 Kubernetes 都接受。`,
		),
	'duration-invalid': ({value, problem}) =>
		withSuggestion(DURATION[problem.reason](value), problem.suggestion),
	'schedule-invalid': ({problem}) => SCHEDULE[problem.reason](problem.text),
	'cron-invalid': ({problem}, say) => CRON[problem.reason](problem, say),
	'time-zone-invalid': ({value, suggestion}) =>
		advice(
			`${quoted(value)}不是有效的时区名称。`,
			choiceHint(suggestion, [], '请使用 Asia/Shanghai 或 UTC 之类的名称。'),
		),
	'number-invalid': ({value}) =>
		advice(`${quoted(value)}不是以普通数字书写的大于 0 的数。`, '请使用 4 或 0.5 之类的数字。'),
	'reserved-hours-invalid': ({value, maximum}) =>
		advice(
			`${quoted(value)}不是大于 0 且不超过 ${maximum} 的小时数。`,
			'请用预留实例券的月价除以每小时价格，常见值为 500。',
		),
} satisfies Partial<DiagnosticTexts>;
