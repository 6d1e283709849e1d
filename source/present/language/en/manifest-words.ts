/** Words around the plan of manifests. */
export const enManifestWords = {
	title: 'Workloads',
	workload: 'Workload',
	namespace: 'Namespace',
	replicas: 'Pods',
	asked: 'Asked',
	billed: 'Billed',
	rounding: (symbol: string) => `Rounding ${symbol}`,
	least: (symbol: string) => `Fewest ${symbol}`,
	most: (symbol: string) => `Most ${symbol}`,
	month: (symbol: string) => `${symbol}/month`,
	spot: (symbol: string) => `Spot ${symbol}`,
	empty: 'There is no workload.',
	states: {
		daemonset: 'not on ECI',
		elsewhere: 'not on ECI',
		invalid: 'has errors',
		unbilled: 'no such size',
	},
	unknown: 'unknown',
	totals: 'All workloads, a month (730 h)',
	counted: 'Counted',
	countedOf: (counted: number, all: number) => `${counted} of ${all}`,
	onDemand: 'On demand',
	range: (least: string, most: string) => `${least} to ${most}`,
	roundingTotal: 'Of that for rounding',
	onSpot: 'On spot',
	spotIncomplete: 'without those that have no spot price',
	incomplete: "without those whose price or duration isn't known",
};

export type ManifestWords = typeof enManifestWords;
