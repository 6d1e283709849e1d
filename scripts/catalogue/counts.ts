/** What became of the rows of a source: one instance type in one region each. */
export type Counts = {
	kept: number;
	/** Rows of a family that ECI doesn't run. */
	otherFamily: number;
	/** Rows of an ECI family whose vCPU or memory nobody states. */
	sizeUnknown: number;
	/** Rows without any price. */
	noPrice: number;
	/** Single prices of 0 or below, left out. */
	priceNotPositive: number;
};

export const noCounts = (): Counts => ({
	kept: 0,
	otherFamily: 0,
	sizeUnknown: 0,
	noPrice: 0,
	priceNotPositive: 0,
});

export const total = (all: Iterable<Counts>): Counts => {
	const sum = noCounts();
	for (const counts of all)
		for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
	return sum;
};
