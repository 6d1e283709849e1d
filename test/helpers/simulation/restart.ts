/**
 * Work that starts over after each interruption [facts/simulation §4-A]. Hours; interruptions come at
 * `rate` an hour.
 */
type Work = {readonly rate: number; readonly hours: number};

/** A1: the mean and the variance of the time it takes, and the mean number of interruptions. */
export const fromScratch = ({rate, hours}: Work) => {
	const growth = Math.exp(rate * hours);
	return {
		mean: Math.expm1(rate * hours) / rate,
		interruptions: Math.expm1(rate * hours),
		variance: (growth ** 2 - 1 - 2 * rate * hours * growth) / rate ** 2,
	};
};

/** A2: each attempt starts with `overhead` hours, which can be interrupted too. */
export const withStartUp = ({rate, hours}: Work, overhead: number): number =>
	fromScratch({rate, hours: hours + overhead}).mean;

/** A2: the same with a start that nothing interrupts. */
export const withSafeStartUp = ({rate, hours}: Work, overhead: number): number =>
	(1 / rate + overhead) * Math.expm1(rate * hours) + overhead;

/** A3: each attempt is safe for its first `protection` hours. */
export const withProtection = ({rate, hours}: Work, overhead: number, protection: number) => {
	const exposed = hours + overhead - protection;
	const interruptions = Math.expm1(rate * exposed);
	return {mean: protection * Math.exp(rate * exposed) + interruptions / rate, interruptions};
};

/** A4: interruptions are found by `checksPerHour` checks after protection; being done wins a tie. */
export const withChecks = (
	{rate, hours}: Work,
	protection: number,
	checksPerHour: number,
): number => {
	const checks = Math.ceil((hours - protection) * checksPerHour) - 1;
	const kept = Math.exp(-rate / checksPerHour);
	let lost = 0;
	for (let check = 1; check <= checks; check++)
		lost += (protection + check / checksPerHour) * (1 - kept) * kept ** (check - 1);
	return (lost + hours * kept ** checks) / kept ** checks;
};

/** A5: the chance to be done by `deadline`, which leaves time for one interruption at most. */
export const chanceInTime = ({rate, hours}: Work, deadline: number): number =>
	Math.exp(-rate * hours) * (1 + rate * (deadline - hours));

/** A6: the ratio of spot to on demand below which spot is cheaper. */
export const breakEvenRatio = ({rate, hours}: Work): number =>
	(rate * hours) / Math.expm1(rate * hours);
