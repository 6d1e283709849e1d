/** Words of the simulation that runs beside the wizard. */
export const enLiveWords = {
	/** What all costs are of. */
	over: (pods: string, horizon: string) => `${pods}, ${horizon}`,
	paths: (count: string) => `${count} paths ✓`,
	pathsOf: (done: string, all: string) => `${done} of ${all} paths …`,
	underWay: 'simulating …',
	versus: 'Compared with',
	under: (share: string, spec: string) => `${spec} is under it ${share} of the time`,
	perDay: (count: string) => `${count} interruptions a day`,
	inAll: (amount: string) => `${amount} on average`,
	advised: (amount: string, reason: string) => `${amount} is ${reason}`,
	band: 'P10–P90',
	refused: 'Not simulated: the market or the prices of the chain are missing.',
};

export type LiveWords = typeof enLiveWords;
