import type {DeadlineJob} from '../../../source/domain/simulation/deadline-policy.ts';
import type {DeadlineWorld} from '../../../source/domain/simulation/follow-deadline.ts';

/** As the published rules have it: nothing is ever lost, a start takes its time, nothing is protected. */
export const publishedJob = ({
	startSeconds,
	...job
}: Pick<DeadlineJob, 'policy' | 'workSeconds' | 'deadlineSeconds' | 'tickSeconds'> & {
	readonly startSeconds: number;
}): DeadlineJob => ({
	...job,
	pullSeconds: startSeconds,
	checkpoint: {everySeconds: 1, costSeconds: 0, restoreSeconds: 0},
	noticeSeconds: 0,
	safeSeconds: 0,
});

/** Spot that is there or not, tick by tick, for so many of them; pay-as-you-go always is. */
export const tickWorld = (
	isUp: (tick: number) => boolean,
	tickSeconds: number,
	ticks: number,
	onRun: DeadlineWorld['onRun'],
	onStart: () => void = () => undefined,
): DeadlineWorld => ({
	isSpotUp: second => isUp(second / tickSeconds),
	start: (place, second) => {
		onStart();
		if (place === 'on-demand') return Number.POSITIVE_INFINITY;
		for (let tick = second / tickSeconds; tick < ticks; tick++)
			if (!isUp(tick)) return tick * tickSeconds;
		return Number.POSITIVE_INFINITY;
	},
	onRun,
});
