import {describe, expect, test} from 'vitest';
import {
	type DeadlineJob,
	followDeadline,
} from '../../../source/domain/simulation/deadline-policy.ts';

const HOUR = 3600;
const TICK = 600;
/** Prices an hour of the published simulator [facts/simulation §5]. */
const PRICES = {spot: 0.9731, 'on-demand': 3.06} as const;

type Trace = (tick: number) => boolean;

const replay = (
	policy: DeadlineJob['policy'],
	{work, deadline, start}: {work: number; deadline: number; start: number},
	isUp: Trace,
) => {
	const ticks = {spot: 0, 'on-demand': 0};
	let starts = 0;
	const up = (second: number) => isUp(second / TICK);
	const {finished} = followDeadline(
		{
			policy,
			workSeconds: work * HOUR,
			deadlineSeconds: deadline * HOUR,
			startSeconds: start * HOUR,
			tickSeconds: TICK,
		},
		{
			isSpotUp: up,
			isSpotGone: second => !up(second),
			start: () => {
				starts++;
				return true;
			},
			onRun: place => ticks[place]++,
		},
		10 * deadline * HOUR,
	);
	const cost =
		((ticks.spot * PRICES.spot + ticks['on-demand'] * PRICES['on-demand']) * TICK) / HOUR;
	return {
		cost,
		spot: ticks.spot,
		onDemand: ticks['on-demand'],
		starts,
		finishTick: Math.ceil((finished ?? Number.NaN) / TICK),
	};
};

const ALWAYS: Trace = () => true;
const NEVER: Trace = () => false;
const ALTERNATING: Trace = tick => tick % 12 < 6;

const LONG = {work: 48, deadline: 52};
const SHORT = {work: 10, deadline: 16};

describe('hand fixtures of the trace replay', () => {
	test.each(['greedy', 'uniform-progress'] as const)('%s, always available', policy => {
		const run = replay(policy, {...LONG, start: 0.1}, ALWAYS);
		expect(run).toMatchObject({spot: 289, onDemand: 0, starts: 1});
		expect(run.cost).toBeCloseTo(46.870983, 6);
	});

	test.each([
		['greedy', 0.1, 147.39, 311],
		['uniform-progress', 0.1, 147.39, 290],
		['greedy', 0, 146.88, 312],
		['uniform-progress', 0, 146.88, 289],
	] as const)('%s, never available, d = %f', (policy, start, cost, finishTick) => {
		const run = replay(policy, {...LONG, start}, NEVER);
		expect(run.cost).toBeCloseTo(cost, 6);
		expect(run).toMatchObject({spot: 0, finishTick});
	});

	test.each([
		['greedy', 0.1, 20.6286, 36, 29, 7],
		['uniform-progress', 0.1, 24.917683, 31, 39, 16],
		['greedy', 0, 18.0786, 36, 24, null],
		['uniform-progress', 0, 14.94825, 45, 15, null],
	] as const)(
		'%s, six ticks up and six down, d = %f',
		(policy, start, cost, spot, onDemand, starts) => {
			const run = replay(policy, {...SHORT, start}, ALTERNATING);
			expect(run).toMatchObject({spot, onDemand, ...(starts !== null && {starts})});
			expect(run.cost).toBeCloseTo(cost, 6);
		},
	);
});
