import type {AssumptionFacts, StockFacts} from '../../../domain/simulation/assumption-facts.ts';
import {formatDuration, seconds} from '../../../domain/units/duration.ts';
import {plainDecimal} from '../../estimate-text.ts';
import {type AssumptionTexts, assumed, CHARGED_BY} from '../assumption-text.ts';
import {zhCnLabels} from './labels.ts';

const number = (value: number): string => plainDecimal(value, 4);
const percent = (share: number): string => `${plainDecimal(share * 100, 2)} %`;
const hours = (value: number): string => `${number(value)} 小时`;
const minutes = (value: number): string => `${number(value)} 分钟`;

const stockText = (facts: StockFacts): string => {
	switch (facts.law) {
		case 'always':
			return '始终有库存';
		case 'bernoulli':
			return `每次尝试独立抽取，未指定的规格为 ${percent(facts.other)}`;
		case 'renewal':
			return `平均有库存 ${hours(facts.meanUpHours)}，缺货 ${hours(facts.meanDownHours)}`;
		case 'trace':
			return `${hours(facts.hours)}的记录，其中 ${percent(facts.share)} 有库存`;
	}
};

const RATIO_SOURCES: Readonly<Record<AssumptionFacts['spot-ratio']['source'], string>> = {
	market: '按市场文件',
	advice: '按抢占式实例建议',
	quote: '按报价',
	ratio: '按同规格 ECS 实例',
	assumed: '为假设值',
};

const START_UP: Readonly<Record<AssumptionFacts['start-up']['basis'], string>> = {
	given: '由您指定',
	cached: '使用镜像缓存',
	transfer: '按镜像大小估算',
	'transfer-nat': '按镜像大小估算，假设 NAT 网关带宽足够',
	assumed: '为假设值',
};

const RESERVED: Readonly<Record<AssumptionFacts['reserved-price']['source'], string>> = {
	given: '由您指定',
	subscription: '按包年包月价格',
	assumed: '为假设值',
};

const LIMITS: Readonly<Record<AssumptionFacts['price-limit']['reason'], string>> = {
	given: '由您指定',
	service: '为服务建议',
	batch: '为批处理建议',
	deadline: '为截止时间建议',
};

const LAWS: Readonly<Record<AssumptionFacts['interruption-mean']['law'], string>> = {
	exponential: '指数分布',
	weibull: 'Weibull 分布',
	hyperexponential: '超指数分布',
};

const duration = (count: number): string => formatDuration(seconds(Math.round(count)));

export const zhCnAssumptionTexts: AssumptionTexts = {
	market: ({name}) => assumed('市场', name, '--market calm|normal|stress|FILE'),
	'price-law': facts =>
		facts.law === 'constant'
			? assumed('抢占式价格', '保持均值不变', 'price.law')
			: assumed(
					'抢占式价格',
					`围绕均值波动 ${percent(facts.sigma)}（σ），${percent(facts.changeProbability)} 的小时内变化，每小时保留 ${percent(facts.phi)} 的偏离；为按量付费的 ${percent(facts.floor)} 至 ${percent(facts.cap)}`,
					'price',
				),
	'price-history': ({hours: recorded, meanBlockHours}) =>
		assumed(
			'抢占式价格',
			meanBlockHours === 0
				? `重复 ${hours(recorded)}的历史价格`
				: `从 ${hours(recorded)}的历史价格中按 ${hours(meanBlockHours)}的区块抽取`,
			'price.law',
		),
	'history-short': ({hours: recorded, horizonHours}) =>
		assumed(
			'历史价格',
			`仅 ${hours(recorded)}，短于 ${hours(horizonHours)}的规划期：不会出现记录之外的价格`,
			'prices import',
		),
	'spot-ratio': ({spec, ratio, source}) =>
		assumed(
			'抢占式比例',
			`${spec} 均价为按量付费的 ${percent(ratio)}，${RATIO_SOURCES[source]}`,
			'price.ratio',
		),
	'interruption-rate': ({rate, perHours, meanHours}) =>
		assumed(
			'中断',
			`每 ${hours(perHours)}中断 ${percent(rate)} 的 Pod，平均 ${hours(meanHours)}一次`,
			'--interruption-rate',
		),
	'interruption-mean': ({law, meanHours}) =>
		assumed('中断', `平均 ${hours(meanHours)}一次，${LAWS[law]}`, '--mtbf'),
	'interruption-advised': ({spec, meanHours}) =>
		assumed('中断', `${spec} 平均 ${hours(meanHours)}一次，按抢占式实例建议`, '--mtbf'),
	'interruption-none': () => assumed('中断', '仅因库存和价格', '--mtbf'),
	stock: facts => assumed('抢占式库存', stockText(facts), 'stock'),
	'on-demand-stock': facts => assumed('按量库存', stockText(facts), 'onDemandStock'),
	protection: ({hours: protectedHours}) =>
		assumed(
			'保护期',
			protectedHours === 0 ? '无' : `启动后 ${hours(protectedHours)}，按启动时的价格计费`,
			'protectionHours',
		),
	checks: ({checkMinutes, noticeMinutes}) =>
		assumed(
			'检查',
			`保护期后${checkMinutes === 0 ? '持续检查' : `每 ${minutes(checkMinutes)}一次`}，${minutes(noticeMinutes)}后释放`,
			'checkMinutes, noticeMinutes',
		),
	retry: ({retryMinutes, trySeconds}) =>
		assumed(
			'重试',
			`${retryMinutes === 0 ? '库存变化时' : `${minutes(retryMinutes)}后`}；每个无库存的规格耗时 ${number(trySeconds)} 秒`,
			'retryMinutes, trySeconds',
		),
	'common-shock': ({share}) =>
		assumed('同时中断', `${percent(share)} 的中断波及同可用区同规格的全部 Pod`, 'commonShock'),
	zones: ({zones, order}) =>
		assumed(
			'可用区',
			`${number(zones)} 个，${order === 'random' ? '随机' : '依次'}尝试`,
			'--vswitch',
		),
	'start-up': ({seconds: pull, basis}) =>
		assumed('启动', `每个 Pod 计费 ${number(pull)} 秒，${START_UP[basis]}`, '--pull'),
	calendar: ({timeZone}) => assumed('日历', `从 ${timeZone} 的周一 00:00 开始`, '--time-zone'),
	'reserved-price': ({hoursPerMonth, source}) =>
		assumed(
			'预留实例',
			`每个每月 ${number(hoursPerMonth)} 个按量小时，${RESERVED[source]}`,
			'--reserved-hours',
		),
	'price-limit': ({currency, perHour, reason}) =>
		assumed('价格上限', `每小时 ${perHour} ${currency}，${LIMITS[reason]}`, '--spot-price-limit'),
	'not-priced': ({charge}) =>
		assumed(zhCnLabels.notPriced, zhCnLabels.otherCharges[charge], CHARGED_BY[charge]),
	checkpoint: ({everySeconds, costSeconds, restoreSeconds, notice}) =>
		assumed(
			'检查点',
			`每工作 ${duration(everySeconds)} 一次，写入 ${duration(costSeconds)}，恢复 ${duration(restoreSeconds)}；${notice === 'saves' ? '收到释放通知后也会保存' : '释放通知的时间不够保存一次'}`,
			'--checkpoint-every, --checkpoint-cost, --restore-cost',
		),
	'no-checkpoint': () => assumed('检查点', '无：中断后从头开始', '--checkpoint-every'),
	'deadline-policy': ({deadlineHours}) =>
		assumed(
			'截止时间',
			`每次运行开始后 ${formatDuration(seconds(Math.round(deadlineHours * 3600)))}；贪心和匀速推进会及时转为按量付费`,
			'--deadline',
		),
};
