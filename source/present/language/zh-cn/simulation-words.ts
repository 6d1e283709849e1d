import type {StrategyName} from '../../../domain/simulation/simulation-model.ts';
import type {Driver, LimitReason} from '../../../domain/simulation/simulation-result.ts';
import type {TimeUnit} from '../../chart/scale.ts';
import type {SimulationWords} from '../en/simulation-words.ts';

const UNITS: Readonly<Record<TimeUnit, string>> = {
	minutes: '分钟',
	hours: '小时',
	days: '天',
	months: '个月',
	years: '年',
};

const DRIVERS: Readonly<Record<Driver['kind'], string>> = {
	price: '抢占式价格',
	interruptions: '重新启动',
	stock: '首选规格缺货时的较贵规格',
	fallback: '回退到按量付费',
	rework: '重做的工作',
};

const STRATEGIES: Readonly<Record<StrategyName, string>> = {
	'on-demand': '按量付费',
	spot: '抢占式',
	'spot-limit': '抢占式限价',
	'spot-fallback': '抢占式转按量',
	ecs: 'ECS 规格',
	reserved: '预留实例券',
	greedy: '贪心',
	'uniform-progress': '匀速推进',
};

const LIMIT_REASONS: Readonly<Record<LimitReason, string>> = {
	service: '能让服务持续运行的最低值',
	batch: '试出的、能完成批处理的最省值',
	deadline: '试出的、赶上截止时间的机会不低于不设上限时的最低值',
};

export const zhCnSimulationWords: SimulationWords = {
	jobComments: (name, shards, version) => [
		`将路径分为 ${shards} 个分片，每个 Pod 运行一个，结果写入该 Pod 的日志。`,
		`待 kubectl wait --for=condition=complete job/${name} 成功后，收集并合并：`,
		`  kubectl get pods -l app=${name} --field-selector=status.phase=Succeeded -o name | xargs -n 1 kubectl logs --tail=-1 > shards.json`,
		`  npx eci-plan@${version} simulate merge shards.json`,
	],
	costs: (horizon, symbol) => `${horizon} 内全部 Pod 的费用（${symbol}）`,
	strategy: '策略',
	strategies: STRATEGIES,
	mean: '均值',
	error: '± 标准误',
	versus: '较基准',
	percent: '%',
	placed: '在运行',
	interruptions: '中断',
	fallback: '转按量',
	deadline: '按时',
	worst: '最坏',
	course: '累计费用',
	band: '中位数两侧 P10 至 P90',
	time: (value, unit) => `${value} ${UNITS[unit]}`,
	drivers: '费用来自',
	driver: (kind, percent) => `${DRIVERS[kind]} ${percent}`,
	hours: '各规格的计费小时数（均值）',
	spec: '规格',
	payment: '付费方式',
	payments: {'on-demand': '按量付费', spot: '抢占式'},
	billedHours: '小时',
	share: '占比',
	advice: '盈亏平衡与建议',
	breakEven: {
		ratio: (percent, baseline) => `抢占式均价为按量付费的 ${percent} 时，费用与${baseline}相同`,
		noRatio: baseline => `无论抢占式价格如何，费用都不会与${baseline}相同`,
		reserved: '预留实例券',
		hoursPerDay: hours => `Pod 每天运行 ${hours} 小时及以上时划算`,
		months: months => `一年期实例满载使用 ${months} 个月后回本`,
		checkpoint: '检查点',
		checkpointText: (interval, hours) => `每 ${interval} 保存一次用时最少，预期 ${hours} 小时`,
		limit: '价格上限',
		limitText: (amount, reason) =>
			`${amount}/小时是${LIMIT_REASONS[reason]}；用 --spot-price-limit 设置`,
	},
	deadlineText: (share, low, high) => `${share} 的任务按时完成；95 % 置信区间 ${low} 至 ${high}`,
	limitOf: (amount, isAdvised) =>
		isAdvised ? `价格上限 ${amount}/小时（建议值）` : `价格上限 ${amount}/小时（指定值）`,
	limitReasons: LIMIT_REASONS,
	covered: count => `${count} 个预留实例`,
	notes: '付费细节',
	assumptions: '假设',
	run: '本次模拟',
	paths: '路径数',
	pathsText: (paths, seed) => `${paths}，随机种子 ${seed}`,
	pathsOf: (paths, asked, seed) => `${paths}（要求 ${asked}），随机种子 ${seed}`,
	market: '市场',
	baseline: '基准',
	simulating: name => `正在模拟 ${name}`,
	pathsDone: (done, all) => `${done}/${all} 条路径`,
	secondsLeft: seconds => `还需 ${seconds} 秒`,
	minutesLeft: minutes => `还需 ${minutes} 分钟`,
};
