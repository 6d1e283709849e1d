import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	batchOf,
	columnsOf,
	HOUR,
	modelOf,
	STILL_MARKET,
	strategyOf,
} from '../../helpers/simulation/models.ts';

const TICK = 600;
const PRICES = {spot: 0.25, 'on-demand': 1} as const;
type Place = keyof typeof PRICES;

type Job = {
	readonly up: readonly boolean[];
	readonly workSeconds: number;
	readonly startSeconds: number;
	readonly deadlineTicks: number;
};

/**
 * The least that a job can cost by its deadline when all stock is known beforehand, by trying everything:
 * in each tick it waits, or runs on spot where there is some, or on pay-as-you-go; nothing that was done is
 * ever lost, and a start costs time. Infinity where the deadline can't be met.
 */
const leastCost = ({up, workSeconds, startSeconds, deadlineTicks}: Job): number => {
	const known = new Map<string, number>();
	type State = {readonly last: Place | 'none'; readonly needed: number; readonly starting: number};
	/** What it costs to run there in a tick, and all that comes after it. */
	const costOf = (place: Place, tick: number, {last, needed, starting}: State): number => {
		const rate = PRICES[place] / HOUR;
		const overhead = place === last ? starting : startSeconds;
		if (overhead + needed <= TICK) return rate * (overhead + needed);
		const useful = Math.max(0, TICK - overhead);
		const after = {last: place, needed: needed - useful, starting: overhead - (TICK - useful)};
		return rate * TICK + least(tick + 1, after);
	};
	const search = (tick: number, state: State): number => {
		const isSpotUp = up[tick % up.length] ?? false;
		return Math.min(
			least(tick + 1, {...state, last: 'none', starting: 0}),
			isSpotUp ? costOf('spot', tick, state) : Number.POSITIVE_INFINITY,
			costOf('on-demand', tick, state),
		);
	};
	const least = (tick: number, state: State): number => {
		if (tick === deadlineTicks) return Number.POSITIVE_INFINITY;
		const key = `${tick} ${state.last} ${state.needed} ${state.starting}`;
		const cost = known.get(key) ?? search(tick, state);
		known.set(key, cost);
		return cost;
	};
	return least(0, {last: 'none', needed: workSeconds, starting: 0});
};

const job: fc.Arbitrary<Job> = fc.record({
	up: fc.array(fc.boolean(), {minLength: 1, maxLength: 14}),
	workSeconds: fc.integer({min: 1, max: 8}).map(steps => (steps * TICK) / 2),
	startSeconds: fc.constantFrom(0, 150, 300, 600),
	deadlineTicks: fc.integer({min: 2, max: 14}),
});

const FALLBACK = {fallback: true} as const;
const STRATEGIES = [
	strategyOf('on-demand'),
	strategyOf('spot'),
	strategyOf('spot-fallback', FALLBACK),
	strategyOf('greedy', {...FALLBACK, policy: 'greedy'}),
	strategyOf('uniform-progress', {...FALLBACK, policy: 'uniform-progress'}),
];

/** What each strategy costs on a trace, and whether it was in time; stock changes between ticks only. */
const simulated = ({up, workSeconds, startSeconds, deadlineTicks}: Job) => {
	const model = modelOf({
		horizonHours: 24,
		pullSeconds: startSeconds,
		market: {
			...STILL_MARKET,
			stock: {law: 'trace', trace: {stepSeconds: TICK, up}, start: 'first'},
			checkSeconds: TICK,
		},
		workload: batchOf(workSeconds / HOUR, {
			end: 24 * HOUR,
			deadlineSeconds: deadlineTicks * TICK,
			checkpoint: {everySeconds: 1, costSeconds: 0, restoreSeconds: 0},
		}),
		strategies: STRATEGIES,
	});
	return columnsOf(model, 1).map(({cost, runsInTime}, index) => ({
		name: STRATEGIES[index]?.name,
		cost: cost[0] ?? Number.NaN,
		isInTime: runsInTime[0] === 1,
	}));
};

/** Facts §4-X. */
test('who knows all stock beforehand never pays more than a strategy that is in time', () => {
	let inTime = 0;
	fc.assert(
		fc.property(job, each => {
			const least = leastCost(each);
			for (const {name, cost, isInTime} of simulated(each))
				if (isInTime) {
					inTime++;
					expect(least, name).toBeLessThanOrEqual(cost + 1e-9);
				}
		}),
		{numRuns: 400},
	);
	expect(inTime).toBeGreaterThan(200);
});

test('stock that is always there makes nobody wiser', () => {
	const always: Job = {up: [true], workSeconds: 4 * TICK, startSeconds: 150, deadlineTicks: 9};
	const least = leastCost(always);
	expect(least).toBeCloseTo((0.25 * (4 * TICK + 150)) / HOUR, 12);
	for (const {name, cost, isInTime} of simulated(always)) {
		expect(isInTime, name).toBe(true);
		expect(cost, name).toBeCloseTo(name === 'on-demand' ? 4 * least : least, 12);
	}
});
