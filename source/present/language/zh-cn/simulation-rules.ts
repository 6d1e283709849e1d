import type {Polarity, TraceProblem} from '../../../domain/rules/simulation-facts.ts';
import {formatDuration, seconds} from '../../../domain/units/duration.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

const TRACE_HINTS: Readonly<Record<TraceProblem, string>> = {
	shape: '请使用由各步组成的列表，或像 spot-traces 那样含 metadata 与 data 的文件。',
	empty: '请使用至少有一步的文件。',
	'too-long': '请拆分为较短的文件。',
	value: '请使用 1 和 0；1 表示有库存时，也可写实例数量。',
	step: '请使用 1 至 604800 的整数秒。',
};

const POLARITIES: Readonly<Record<Polarity, string>> = {
	available: '有库存',
	unavailable: '无库存',
};

const traceProblem = (
	problem: TraceProblem,
	step: number | null,
	found: string | null,
	maximum: number,
): string => {
	switch (problem) {
		case 'shape':
			return '中没有库存轨迹';
		case 'empty':
			return '中的库存轨迹没有任何一步';
		case 'too-long':
			return `超过 ${maximum} 步`;
		case 'value':
			return `第 ${step} 步既非有库存也非无库存：${quoted(found ?? '')}`;
		case 'step':
			return `的步长为${quoted(found ?? '')}秒`;
	}
};

const spanText = (count: number): string => formatDuration(seconds(count));

export const zhCnSimulationRules = {
	'field-number': ({value, minimum, maximum, open}) =>
		advice(
			`${value} 超出 ${minimum} 至 ${maximum} 的范围${open === null ? '' : `（不含 ${open === 'minimum' ? minimum : maximum}）`}。`,
			`请使用${open === 'minimum' ? '大于' : '不小于'} ${minimum} 且${open === 'maximum' ? '小于' : '不大于'} ${maximum} 的数字。`,
		),
	'duration-zero': ({value}) =>
		advice(`${quoted(value)}不是有效的时长。`, '请使用大于 0 的时长，例如 30m。'),
	'work-option-orphan': ({field, needs}) =>
		advice(`没有 ${needs} 时，${field} 不起作用。`, `请补充 ${needs}，或删除 ${field}。`),
	'deadline-too-short': ({deadline, work}) =>
		advice(
			`${deadline} 内不可能完成一次运行：仅有效运行时间就需要 ${work}。`,
			`请使用大于 ${work} 的截止时间。`,
		),
	'deadline-unreachable': ({deadline, needed}, say) =>
		advice(
			`${spanText(deadline)} 内不可能完成一次运行：加上启动和检查点，即使没有中断也需要 ${spanText(needed)}。`,
			`请使用 ${say('workload.deadline', spanText(needed))} 或更长，或缩短 ${say('workload.pull')}。`,
		),
	'strategy-duplicate': ({strategy}) => advice(`策略 ${strategy} 出现了两次。`, '请删除其中一个。'),
	'strategy-deadline': ({strategy}, say) =>
		advice(
			`策略 ${strategy} 需要截止时间。`,
			`请补充单次运行的有效时长与截止时间，例如 ${say('workload.work', '10h')} 和 ${say('workload.deadline', '12h')}，或去掉 ${strategy}。`,
		),
	'strategy-without-type': ({strategy}, say) =>
		advice(
			`策略 ${strategy} 需要 ECS 规格，而这里没有一个合适的规格有价格。`,
			`该策略不参与模拟；请用 ${say('chain.useSpecs')} 指定规格，或更换 ${say('region')}、${say('chain.families')}。`,
		),
	'simulation-unpriced': ({spec}, say) =>
		advice(
			`${spec} 没有价格，因此不参与模拟。`,
			`请用 ${say('pricing.prices')} 给出价格，或将其从链上去掉。`,
		),
	'simulation-nothing-priced': ({region, currency}, say) =>
		advice(
			`链上没有一个规格在 ${region} 有 ${currency} 价格，无法模拟。`,
			`请用 ${say('pricing.prices')} 给出价格，用 eci-plan prices import 导入价格，或更换 ${say('chain.useSpecs')}。`,
		),
	'interruption-conflict': (_facts, say) =>
		advice(
			'中断率和平均间隔时间都指定了抢占式实例多久中断一次。',
			`请删除 ${say('simulation.interruptionRate')} 或 ${say('simulation.mtbf')}。`,
		),
	'interruption-rate-whole': ({value}) =>
		advice(`中断率为 ${value} 时，抢占式实例根本无法运行。`, '请使用低于 100 % 的比例，例如 3%。'),
	'market-unknown': ({name, known, suggestion}) =>
		advice(
			`没有名为${quoted(name)}的市场，也没有这个文件。`,
			choiceHint(suggestion, known, '请检查市场文件的路径。'),
		),
	'market-field-missing': ({field, law}) =>
		advice(`规律 ${law} 需要字段 ${field}。`, `请补充 ${field}，或改用其他规律。`),
	'market-field-unused': ({field, law, suits}) =>
		advice(`规律 ${law} 没有字段 ${field}。`, `请删除 ${field}，或将 law 改为 ${listed(suits)}。`),
	'market-bounds': ({floor, cap}) =>
		advice(
			`抢占式价格的下限 ${floor} 高于上限 ${cap}。`,
			`请将下限降至 ${cap}，或将上限提高到 ${floor}。`,
		),
	'market-ratio': ({ratio, floor, cap}) =>
		advice(`平均比例 ${ratio} 不在下限 ${floor} 与上限 ${cap} 之间。`, '请使用两者之间的比例。'),
	'market-probabilities': ({sum}) => advice(`各阶段的概率之和为 ${sum}。`, '概率之和必须为 1。'),
	'market-retry': () =>
		advice(
			'每次尝试时抽取的库存不会自行变化，因此不会有下一次尝试。',
			'请使用大于 0 的 retryMinutes，例如 5，或改用其他库存规律。',
		),
	'market-file-path': ({path}) =>
		advice(
			`市场文件不能引用${quoted(path)}：只能引用其所在文件夹及子文件夹中的文件。`,
			'请将该文件复制到市场文件旁边，并只写文件名。',
		),
	'market-history-empty': ({file, region, others, types}, say) =>
		advice(
			`${file === null ? '设置文件夹' : `${file} `}中没有地域 ${region} ${types.length === 0 ? '' : `内 ${listed(types)} `}的抢占式历史价格。`,
			others.length > 0
				? `其中有 ${listed(others)} 的价格，可用 ${say('region')} 选择其一。`
				: '请使用含历史价格的文件（如 DescribeSpotPriceHistory 的结果），或运行 eci-plan prices refresh 获取。',
		),
	'market-history-used': ({type, zone, from, to, sources}) =>
		advice(
			`抢占式价格取自 ${type} 在 ${zone} 从 ${from} 到 ${to} 的历史价格${sources.length === 0 ? '' : `（${sources.join('；')}）`}。`,
			'请注意此后市场可能已有变化。',
		),
	'market-history-long': ({file, maximum}) =>
		advice(
			`${file} 中这些规格的抢占式价格超过 ${maximum} 条。`,
			'请使用规格、可用区或天数较少的文件。',
		),
	'trace-polarity-unknown': ({file}) =>
		advice(
			`${file} 未说明 1 表示有库存还是无库存；公开的轨迹两种写法都有。`,
			'请在 file 旁写明 polarity: available（有库存）或 polarity: unavailable（无库存）。',
		),
	'trace-polarity-doubtful': ({file, given, recognised}) =>
		advice(
			`市场文件称 ${file} 中的 1 表示${POLARITIES[given]}，而这种格式的文件中 1 表示${POLARITIES[recognised]}。`,
			`请核对；不写 polarity 时，1 按${POLARITIES[recognised]}处理。`,
		),
	'trace-step-missing': ({file}) =>
		advice(`${file} 未说明每步多少秒。`, '请在 file 旁写明 stepSeconds，例如 stepSeconds: 600。'),
	'trace-invalid': ({file, problem, step, found, maximum}) =>
		advice(`${file} ${traceProblem(problem, step, found, maximum)}。`, TRACE_HINTS[problem]),
} satisfies Partial<DiagnosticTexts>;
