import {type Saving, timeFor} from './batch.ts';

/** Work that has to be done in time; whole seconds. */
export type DeadlineJob = Saving & {
	readonly policy: 'greedy' | 'uniform-progress';
	readonly workSeconds: number;
	readonly deadlineSeconds: number;
	/** What each start costs before any work is done, or read from a checkpoint. */
	readonly pullSeconds: number;
	readonly noticeSeconds: number;
	/** So long after its start a spot pod can't be taken away, whatever happens. */
	readonly safeSeconds: number;
	/** The policy decides once a tick. */
	readonly tickSeconds: number;
};

/** Where the work runs in a tick. */
export type Place = 'none' | 'spot' | 'on-demand';

/** What the policy sees at the beginning of a tick, `second` seconds after the start of the run. */
export type Outlook = {
	readonly second: number;
	/** Work that is kept if the pod stops now. */
	readonly done: number;
	/** Where it still runs: a spot pod may have gone. */
	readonly current: Place;
	readonly isSpotUp: boolean;
	/** Whether the pod that runs is done before anything can take it away. */
	readonly isSafe: boolean;
};

const spotOr = (other: Place, isSpotUp: boolean): Place => (isSpotUp ? 'spot' : other);

const ticksUp = (seconds: number, tick: number): number => Math.ceil(seconds / tick) * tick;

const restoreOf = ({checkpoint}: Saving): number => checkpoint?.restoreSeconds ?? 0;

/** What a pod needs before it works on from `done` seconds of work. */
export const startOf = (job: DeadlineJob, done: number): number =>
	job.pullSeconds + (done > 0 ? restoreOf(job) : 0);

/** Keeps the work on the straight line from nothing to all of it at the deadline. */
const uniformProgress = (job: DeadlineJob, {second, done, current, isSpotUp}: Outlook): Place => {
	const {workSeconds, deadlineSeconds} = job;
	const isBehind = (at: number): boolean => done * deadlineSeconds <= at * workSeconds;
	const isLate = done * deadlineSeconds < second * workSeconds;
	if (current === 'on-demand' && (!isSpotUp || isBehind(second + 2 * startOf(job, done))))
		return 'on-demand';
	return spotOr(isLate ? 'on-demand' : 'none', isSpotUp);
};

/**
 * Where the work should run in this tick [facts/simulation §5, after Wu et al., NSDI'24]. Both policies
 * take spot while it is there; near the deadline a safety net moves the work to pay-as-you-go for good.
 * It reckons with the loss of all that isn't kept yet, and with every start and checkpoint to come: after
 * a tick on spot there is still time to do the rest on pay-as-you-go. By then the work may have its first
 * checkpoint, and so something to read again.
 */
export const decide = (job: DeadlineJob, outlook: Outlook): Place => {
	const {workSeconds, deadlineSeconds, pullSeconds, tickSeconds} = job;
	const {second, done, current, isSpotUp, isSafe} = outlook;
	if (current === 'spot' && isSafe) return 'spot';
	const left = Math.floor((deadlineSeconds - second) / tickSeconds) * tickSeconds;
	const isLate = (needed: number): boolean => ticksUp(needed, tickSeconds) >= left;
	const remaining = timeFor(workSeconds - done, job);
	const afterSpot = pullSeconds + restoreOf(job) + remaining;
	if (current === 'spot') return isLate(afterSpot) ? 'on-demand' : 'spot';
	if (isLate(startOf(job, done) + afterSpot)) return 'on-demand';
	return job.policy === 'greedy' ? spotOr('none', isSpotUp) : uniformProgress(job, outlook);
};
