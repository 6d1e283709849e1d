/** Words of the simulation that runs beside the wizard. */
export const enLiveWords = {
	/** What all costs are of. */
	over: (pods: string, horizon: string) => `${pods}, ${horizon}`,
	paths: (count: string) => `${count} paths ✓`,
	pathsOf: (done: string, all: string) => `${done} of ${all} paths …`,
	underWay: 'simulating …',
	band: 'P10–P90',
	refused: 'Not simulated: the market or the prices of the chain are missing.',
};

export type LiveWords = typeof enLiveWords;
