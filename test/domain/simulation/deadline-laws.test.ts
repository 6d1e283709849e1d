import fc from 'fast-check';
import {expect, test} from 'vitest';
import {timeFor} from '../../../source/domain/simulation/batch.ts';
import type {DeadlineJob} from '../../../source/domain/simulation/deadline-policy.ts';
import {followDeadline} from '../../../source/domain/simulation/follow-deadline.ts';
import {publishedJob, tickWorld} from '../../helpers/simulation/ticks.ts';

const TICK = 600;

const follow = (job: DeadlineJob, up: readonly boolean[]) => {
	const isUp = (tick: number) => up[tick % up.length] ?? false;
	let [spot, onDemand, starts] = [0, 0, 0];
	const ticks = Math.ceil((10 * job.deadlineSeconds) / TICK);
	const {done, finished} = followDeadline(
		job,
		tickWorld(
			isUp,
			TICK,
			ticks,
			(place, from, to) => {
				if (place === 'spot') spot += to - from;
				else onDemand += to - from;
			},
			() => starts++,
		),
		10 * job.deadlineSeconds,
	);
	return {done, finished, spot, onDemand, starts};
};

const job = fc
	.record({
		policy: fc.constantFrom('greedy', 'uniform-progress'),
		workTicks: fc.integer({min: 1, max: 60}),
		startSeconds: fc.integer({min: 0, max: 1200}),
		slackTicks: fc.integer({min: 0, max: 60}),
	})
	.map(({policy, workTicks, startSeconds, slackTicks}) => {
		const workSeconds = workTicks * TICK;
		const least = Math.ceil((workSeconds + 2 * startSeconds) / TICK) * TICK + TICK;
		return publishedJob({
			policy,
			workSeconds,
			startSeconds,
			tickSeconds: TICK,
			deadlineSeconds: least + slackTicks * TICK,
		});
	});
const trace = fc.array(fc.boolean(), {minLength: 1, maxLength: 80});

test('with the safety net, no policy finishes after the deadline', () => {
	fc.assert(
		fc.property(job, trace, (each, up) => {
			const {finished, done} = follow(each, up);
			expect(done).toBe(each.workSeconds);
			expect(finished).toBeLessThanOrEqual(each.deadlineSeconds);
		}),
		{numRuns: 2000},
	);
});

test('what runs is the work and its starts, and no more', () => {
	fc.assert(
		fc.property(job, trace, (each, up) => {
			const {spot, onDemand, starts} = follow(each, up);
			expect(spot + onDemand).toBeGreaterThanOrEqual(each.workSeconds);
			expect(spot + onDemand).toBeLessThanOrEqual(each.workSeconds + starts * each.pullSeconds);
		}),
		{numRuns: 2000},
	);
});

test('no policy pays less than the least pay-as-you-go that any could do with', () => {
	fc.assert(
		fc.property(job, trace, (each, up) => {
			const {onDemand} = follow(each, up);
			// Whatever is done in time and not on spot has to be paid for.
			const ticks = each.deadlineSeconds / TICK;
			const spotTicks = Array.from({length: ticks}, (_, tick) => up[tick % up.length]);
			const most = spotTicks.filter(Boolean).length * TICK;
			expect(onDemand).toBeGreaterThanOrEqual(each.workSeconds - most);
		}),
	);
});

/** A job that loses what isn't kept, on a market that takes pods away at any second. */
const lossyJob = fc.record({
	policy: fc.constantFrom('greedy' as const, 'uniform-progress' as const),
	workSeconds: fc.integer({min: 1, max: 40 * TICK}),
	slackSeconds: fc.integer({min: 0, max: 60 * TICK}),
	pullSeconds: fc.integer({min: 0, max: 900}),
	checkpoint: fc.option(
		fc.record({
			everySeconds: fc.integer({min: 60, max: 10 * TICK}),
			costSeconds: fc.integer({min: 0, max: 900}),
			restoreSeconds: fc.integer({min: 0, max: 1800}),
		}),
	),
	noticeSeconds: fc.constantFrom(0, 180, 600),
	safeSeconds: fc.constantFrom(0, 181, 4080),
});
const lives = fc.array(fc.integer({min: 1, max: 20_000}), {minLength: 1, maxLength: 12});

test('in time whenever pay-as-you-go alone is, whatever is lost, saved or read again', () => {
	fc.assert(
		fc.property(lossyJob, trace, lives, ({slackSeconds, ...each}, up, ages) => {
			const least = each.pullSeconds + timeFor(each.workSeconds, each);
			const deadlineSeconds = least + slackSeconds;
			let spots = 0;
			const {finished} = followDeadline(
				{...each, deadlineSeconds, tickSeconds: TICK},
				{
					isSpotUp: second => up[(second / TICK) % up.length] ?? false,
					start: (place, second) =>
						place === 'on-demand'
							? Number.POSITIVE_INFINITY
							: second + each.safeSeconds + (ages[spots++ % ages.length] ?? 1),
					onRun: () => undefined,
				},
				10 * deadlineSeconds,
			);
			expect(finished).not.toBeNull();
			expect(finished).toBeLessThanOrEqual(deadlineSeconds);
		}),
		{numRuns: 5000},
	);
});
