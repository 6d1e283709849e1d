import {describe, expect, test} from 'vitest';
import type {DeadlineJob} from '../../../source/domain/simulation/deadline-policy.ts';
import {followDeadline} from '../../../source/domain/simulation/follow-deadline.ts';
import {publishedJob, tickWorld} from '../../helpers/simulation/ticks.ts';

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
	const {finished} = followDeadline(
		publishedJob({
			policy,
			workSeconds: work * HOUR,
			deadlineSeconds: deadline * HOUR,
			startSeconds: start * HOUR,
			tickSeconds: TICK,
		}),
		tickWorld(
			isUp,
			TICK,
			(10 * deadline * HOUR) / TICK,
			place => ticks[place]++,
			() => starts++,
		),
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

const MINUTE = 60;

/** Greedy with two hours of work and all the time it needs; spot pods go after so many seconds. */
const greedy = (changes: Partial<DeadlineJob>, ...lives: number[]) => {
	let billed = 0;
	const starts: number[] = [];
	const outcome = followDeadline(
		{
			policy: 'greedy',
			workSeconds: 2 * HOUR,
			deadlineSeconds: 100 * HOUR,
			checkpoint: null,
			pullSeconds: 0,
			noticeSeconds: 0,
			safeSeconds: 0,
			tickSeconds: TICK,
			...changes,
		},
		{
			isSpotUp: () => true,
			start: (_, second) => {
				starts.push(second);
				return second + (lives.shift() ?? Number.POSITIVE_INFINITY);
			},
			onRun: (_, from, to) => {
				billed += to - from;
			},
		},
		100 * HOUR,
	);
	return {...outcome, billed, starts};
};

describe('a pod that is taken away', () => {
	const every30 = {everySeconds: 30 * MINUTE, costSeconds: 10 * MINUTE, restoreSeconds: 5 * MINUTE};

	test('is billed until then, and its work is lost without checkpoints', () => {
		// From 0 to 3,100 s; seen at the next tick, 3,600 s; then all two hours.
		expect(greedy({}, 3100)).toEqual({
			done: 2 * HOUR,
			finished: 3600 + 2 * HOUR,
			interruptions: 1,
			billed: 3100 + 2 * HOUR,
			starts: [0, 3600],
		});
	});

	test('leaves its last checkpoint, which the next one reads', () => {
		// One checkpoint in 40 min; 90 min of work are left, with three checkpoints.
		const second = 5 * MINUTE + 90 * MINUTE + 30 * MINUTE;
		expect(greedy({checkpoint: every30}, 3100)).toMatchObject({
			finished: 3600 + second,
			billed: 3100 + second,
		});
	});

	test('saves what it did until its notice, where that is long enough', () => {
		// 3,100 s less the notice of 10 min and the first checkpoint: 1,900 s of work.
		const rest = 2 * HOUR - 1900;
		const second = 5 * MINUTE + rest + Math.ceil(rest / (30 * MINUTE)) * 10 * MINUTE;
		expect(greedy({checkpoint: every30, noticeSeconds: 600}, 3100)).toMatchObject({
			finished: 3600 + second,
		});
	});

	test('reads nothing on the first start, and writes all its checkpoints', () => {
		expect(greedy({checkpoint: every30, pullSeconds: 60})).toMatchObject({
			finished: 60 + 2 * HOUR + 4 * 10 * MINUTE,
			interruptions: 0,
		});
	});

	test('is left before the last moment, unless it is done before anything can take it away', () => {
		// Nothing is kept, so pay-as-you-go has to begin two hours before the deadline.
		const job = {deadlineSeconds: 3 * HOUR} as const;
		expect(greedy(job)).toMatchObject({starts: [0, HOUR], finished: 3 * HOUR});
		expect(greedy({...job, safeSeconds: 2 * HOUR})).toMatchObject({
			starts: [0],
			finished: 2 * HOUR,
		});
	});
});
