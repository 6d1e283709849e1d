import type {ManifestWords} from '../en/manifest-words.ts';

/** Words around the plan of manifests. */
export const zhCnManifestWords: ManifestWords = {
	title: '工作负载',
	workload: '工作负载',
	namespace: '命名空间',
	replicas: 'Pod 数',
	asked: '申请',
	billed: '计费',
	rounding: symbol => `规整 ${symbol}`,
	least: symbol => `最少 ${symbol}`,
	most: symbol => `最多 ${symbol}`,
	month: symbol => `${symbol}/月`,
	spot: symbol => `抢占式 ${symbol}`,
	empty: '没有工作负载。',
	states: {
		daemonset: '不在 ECI 上',
		elsewhere: '不在 ECI 上',
		invalid: '有错误',
		unbilled: '没有此规格',
	},
	unknown: '未知',
	totals: '全部工作负载，每月（730 小时）',
	counted: '计入',
	countedOf: (counted, all) => `${counted} / ${all}`,
	onDemand: '按量付费',
	range: (least, most) => `${least} 至 ${most}`,
	roundingTotal: '其中规整费用',
	onSpot: '抢占式',
	spotIncomplete: '不含没有抢占式价格的部分',
	incomplete: '不含价格或时长未知的部分',
};
