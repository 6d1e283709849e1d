const choose = (n: number, k: number): number => {
	let ways = 1;
	for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
	return ways;
};

/** The chance that at least `wanted` of `pods` are up, each with its own luck [facts/simulation §4-J]. */
export const chanceOfUp = (pods: number, wanted: number, availability: number): number => {
	let sum = 0;
	for (let up = wanted; up <= pods; up++)
		sum += choose(pods, up) * availability ** up * (1 - availability) ** (pods - up);
	return sum;
};

/** The chance of no interruption, of which `common` of all hit every pod at once. */
export const quietChance = (
	pods: number,
	{rate, hours, common}: {readonly rate: number; readonly hours: number; readonly common: number},
): number => Math.exp(-rate * hours * (common + pods * (1 - common)));
