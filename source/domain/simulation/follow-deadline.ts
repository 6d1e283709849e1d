import {savedAfter, timeFor} from './batch.ts';
import {type DeadlineJob, decide, type Place, startOf} from './deadline-policy.ts';

type Running = Exclude<Place, 'none'>;

/** What the run asks of the market and tells it; seconds of the run. */
export type DeadlineWorld = {
	/** Whether spot can be had. */
	readonly isSpotUp: (second: number) => boolean;
	/** Starts a pod in place of the one that runs; says when it is taken away, null where nothing can be had. */
	readonly start: (place: Running, second: number) => number | null;
	/** The pod that was started last ran so long. */
	readonly onRun: (place: Running, from: number, to: number) => void;
};

export type DeadlineOutcome = {
	/** Useful seconds that were done, and not lost. */
	readonly done: number;
	/** When the work was done, after the start of the run; null when it wasn't. */
	readonly finished: number | null;
	readonly interruptions: number;
};

type Pod = {
	readonly place: Running;
	/** When it begins to work. */
	readonly ready: number;
	/** When all work is done. */
	readonly end: number;
	readonly gone: number;
	readonly safeUntil: number;
};

/** How far a run is: what it kept of pods that stopped, and the one that runs. */
type Progress = {kept: number; pod: Pod | null; interruptions: number};

/** Work that is kept if the pod stops there. */
const keptAt = (job: DeadlineJob, {kept, pod}: Progress, second: number): number =>
	pod
		? kept + savedAfter(second - pod.ready, job.workSeconds - kept, job, job.noticeSeconds)
		: kept;

const stop = (job: DeadlineJob, progress: Progress, second: number): void => {
	progress.kept = keptAt(job, progress, second);
	progress.pod = null;
};

/** Starts a pod; the one that runs stays where none can be had. */
const move = (
	job: DeadlineJob,
	world: DeadlineWorld,
	progress: Progress,
	place: Running,
	second: number,
): void => {
	const gone = world.start(place, second);
	if (gone === null) return;
	stop(job, progress, second);
	const {kept} = progress;
	const ready = second + startOf(job, kept);
	const end = ready + timeFor(job.workSeconds - kept, job);
	progress.pod = {place, ready, end, gone, safeUntil: second + job.safeSeconds};
};

/** Chooses where to run in one tick, and starts a pod there if none runs. */
const choose = (
	job: DeadlineJob,
	world: DeadlineWorld,
	progress: Progress,
	second: number,
): void => {
	const {pod} = progress;
	const current = pod?.place ?? 'none';
	const place = decide(job, {
		second,
		current,
		done: keptAt(job, progress, second),
		isSpotUp: current === 'spot' || world.isSpotUp(second),
		isSafe: pod !== null && pod.end <= pod.safeUntil,
	});
	if (place !== 'none' && place !== current) move(job, world, progress, place, second);
	else if (place === 'none' && pod) stop(job, progress, second);
};

/**
 * Follows a policy tick by tick until the work is done, or until a second of the run. A pod that is
 * released within a tick is billed until then; the policy sees it at the next.
 */
export const followDeadline = (
	job: DeadlineJob,
	world: DeadlineWorld,
	until: number,
): DeadlineOutcome => {
	const {workSeconds, tickSeconds} = job;
	const progress: Progress = {kept: 0, pod: null, interruptions: 0};
	for (let second = 0; second < until; second += tickSeconds) {
		choose(job, world, progress, second);
		const {pod, interruptions} = progress;
		if (!pod) continue;
		const {place, gone, end} = pod;
		const to = Math.min(until, second + tickSeconds, gone, end);
		world.onRun(place, second, to);
		if (to === end) return {done: workSeconds, finished: end, interruptions};
		if (to === gone && gone < until) {
			stop(job, progress, gone);
			progress.interruptions++;
		}
	}
	const {interruptions} = progress;
	return {done: keptAt(job, progress, until), finished: null, interruptions};
};
