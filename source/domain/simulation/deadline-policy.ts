/** Work that has to be done in time; whole seconds. */
export type DeadlineJob = {
	readonly policy: 'greedy' | 'uniform-progress';
	readonly workSeconds: number;
	readonly deadlineSeconds: number;
	/** What each start costs before any work is done. */
	readonly startSeconds: number;
	/** The policy decides once a tick. */
	readonly tickSeconds: number;
};

/** Where the work runs in a tick. */
export type Place = 'none' | 'spot' | 'on-demand';

/** What the policy sees at the beginning of a tick, `second` seconds after the start of the run. */
type Outlook = {
	readonly second: number;
	readonly done: number;
	/** What is left of the start that is under way. */
	readonly starting: number;
	readonly last: Place;
	/** Where it still runs: a spot pod may have gone. */
	readonly current: Place;
	readonly isSpotUp: boolean;
};

/** What the run asks of the market and tells it. */
export type DeadlineWorld = {
	/** Whether spot can be had, or kept, at a second of the run. */
	readonly isSpotUp: (second: number) => boolean;
	/** Whether the spot pod that runs has been taken away by then. */
	readonly isSpotGone: (second: number) => boolean;
	/** Starts a pod; false where nothing can be had. */
	readonly start: (place: Exclude<Place, 'none'>, second: number) => boolean;
	/** It runs until the tick ends or the work is done. */
	readonly onRun: (place: Exclude<Place, 'none'>, from: number, to: number) => void;
};

const spotOr = (other: Place, isSpotUp: boolean): Place => (isSpotUp ? 'spot' : other);

const ticksUp = (seconds: number, tick: number): number => Math.ceil(seconds / tick) * tick;

/** Keeps the work on the straight line from nothing to all of it at the deadline. */
const uniformProgress = (
	{workSeconds, deadlineSeconds, startSeconds}: DeadlineJob,
	{second, done, current, isSpotUp}: Outlook,
): Place => {
	const isBehind = (at: number): boolean => done * deadlineSeconds <= at * workSeconds;
	const isLate = done * deadlineSeconds < second * workSeconds;
	if (current === 'on-demand' && (!isSpotUp || isBehind(second + 2 * startSeconds)))
		return 'on-demand';
	return spotOr(isLate ? 'on-demand' : 'none', isSpotUp);
};

/**
 * Where the work should run in this tick [facts/simulation §5, after Wu et al., NSDI'24]. Both policies
 * take spot while it is there; near the deadline a safety net moves the work to pay-as-you-go for good.
 */
export const decide = (job: DeadlineJob, outlook: Outlook): Place => {
	const {workSeconds, deadlineSeconds, startSeconds, tickSeconds} = job;
	const {second, done, starting, last, current, isSpotUp} = outlook;
	const left = Math.floor((deadlineSeconds - second) / tickSeconds) * tickSeconds;
	const remaining = workSeconds - done;
	if (ticksUp(remaining + startSeconds, tickSeconds) >= left)
		return last === 'spot' && starting === 0 ? spotOr('none', isSpotUp) : 'on-demand';
	if (ticksUp(remaining + 2 * startSeconds, tickSeconds) >= left && current !== 'spot')
		return 'on-demand';
	return job.policy === 'greedy' ? spotOr('none', isSpotUp) : uniformProgress(job, outlook);
};

export type DeadlineOutcome = {
	/** Useful seconds that were done. */
	readonly done: number;
	/** When the work was done, after the start of the run; null when it wasn't. */
	readonly finished: number | null;
};

/** How far a run is. */
type Progress = {last: Place; done: number; starting: number};

/** Chooses where to run in one tick, and starts a pod there if none runs; `none` where it can't. */
const enter = (
	job: DeadlineJob,
	world: DeadlineWorld,
	progress: Progress,
	second: number,
): Place => {
	const {last} = progress;
	const current = last === 'spot' && world.isSpotGone(second) ? 'none' : last;
	const isSpotUp = world.isSpotUp(second);
	const place = decide(job, {...progress, second, current, isSpotUp});
	if (place === 'none' || place === current) return place;
	if (!world.start(place, second)) return 'none';
	progress.starting = job.startSeconds;
	return place;
};

/** Follows a policy tick by tick until the work is done, or until a second of the run. */
export const followDeadline = (
	job: DeadlineJob,
	world: DeadlineWorld,
	until: number,
): DeadlineOutcome => {
	const {workSeconds, tickSeconds} = job;
	const progress: Progress = {last: 'none', done: 0, starting: 0};
	for (let second = 0; second < until; second += tickSeconds) {
		const place = enter(job, world, progress, second);
		progress.last = place;
		if (place === 'none') continue;
		const needed = progress.starting + workSeconds - progress.done;
		const end = second + Math.min(tickSeconds, needed);
		world.onRun(place, second, Math.min(until, end));
		if (needed <= tickSeconds && end <= until) return {done: workSeconds, finished: end};
		const useful = Math.max(0, tickSeconds - progress.starting);
		progress.starting -= tickSeconds - useful;
		progress.done += useful;
	}
	return {done: progress.done, finished: null};
};
