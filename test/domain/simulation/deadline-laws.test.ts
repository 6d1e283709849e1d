import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	type DeadlineJob,
	followDeadline,
} from '../../../source/domain/simulation/deadline-policy.ts';

const TICK = 600;

const follow = (job: DeadlineJob, up: readonly boolean[]) => {
	const isUp = (second: number) => up[(second / TICK) % up.length] ?? false;
	let [spot, onDemand, starts] = [0, 0, 0];
	const {done, finished} = followDeadline(
		job,
		{
			isSpotUp: isUp,
			isSpotGone: second => !isUp(second),
			start: () => {
				starts++;
				return true;
			},
			onRun: (place, from, to) => {
				if (place === 'spot') spot += to - from;
				else onDemand += to - from;
			},
		},
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
	.map(({policy, workTicks, startSeconds, slackTicks}): DeadlineJob => {
		const workSeconds = workTicks * TICK;
		const least = Math.ceil((workSeconds + 2 * startSeconds) / TICK) * TICK + TICK;
		return {
			policy,
			workSeconds,
			startSeconds,
			tickSeconds: TICK,
			deadlineSeconds: least + slackTicks * TICK,
		};
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
			expect(spot + onDemand).toBeLessThanOrEqual(each.workSeconds + starts * each.startSeconds);
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
