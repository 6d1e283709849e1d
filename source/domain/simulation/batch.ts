import {openPods, type RunWorkload} from './pod.ts';
import type {ModelWorkload, SimulationModel} from './simulation-model.ts';
import type {Tally} from './tally.ts';
import type {Way} from './way.ts';

export type Batch = Extract<ModelWorkload, {kind: 'batch'}>;

/** How work is kept: from checkpoint to checkpoint, or not at all. */
export type Saving = Pick<Batch, 'checkpoint'>;

/** Time that work takes with the checkpoints after each part of it, the last one included. */
export const timeFor = (workSeconds: number, {checkpoint}: Saving): number =>
	checkpoint === null
		? workSeconds
		: workSeconds + Math.ceil(workSeconds / checkpoint.everySeconds) * checkpoint.costSeconds;

/**
 * Work that is safe after `seconds` of working, of which `remaining` was left. The notice is time
 * enough for a checkpoint that takes no longer.
 */
export const savedAfter = (
	seconds: number,
	remaining: number,
	{checkpoint}: Saving,
	noticeSeconds: number,
): number => {
	if (checkpoint === null || seconds <= 0) return 0;
	const {everySeconds, costSeconds} = checkpoint;
	const part = everySeconds + costSeconds;
	const whole = Math.floor(seconds / part) * everySeconds;
	if (costSeconds > noticeSeconds) return Math.min(remaining, whole);
	const noticed = Math.max(0, seconds - noticeSeconds);
	const parts = Math.floor(noticed / part);
	const within = Math.min(everySeconds, noticed - parts * part);
	return Math.min(remaining, Math.max(whole, parts * everySeconds + within));
};

/** A run under way. */
type Run = {readonly start: number; readonly pod: number; saved: number; attempt: number};

/** Runs that start over, or from their last checkpoint, until their work is done. */
export const openBatch = (model: SimulationModel, batch: Batch): RunWorkload => {
	const live = openPods(model);
	const {pullSeconds, market} = model;
	const {workSeconds, checkpoint, deadlineSeconds, end: horizon} = batch;
	const restoreSeconds = checkpoint?.restoreSeconds ?? 0;
	const isInTime = (seconds: number): boolean =>
		deadlineSeconds !== null && seconds <= deadlineSeconds;
	/** Works until the run is done, has to go, or the time is up; says when. */
	const work = (way: Way, tally: Tally, path: number, run: Run, from: number): number => {
		const {start, pod, saved} = run;
		const remaining = workSeconds - saved;
		const overhead = pullSeconds + (saved > 0 ? restoreSeconds : 0);
		const needed = overhead + timeFor(remaining, batch);
		const attempt = {path, pod, attempt: run.attempt++};
		const stay = live(way, tally, attempt, from, horizon, at => at + needed);
		if (!stay) return horizon;
		const {at, end, isReleased} = stay;
		if (end - at < needed) {
			run.saved += savedAfter(end - at - overhead, remaining, batch, market.noticeSeconds);
			return isReleased ? end : horizon;
		}
		run.saved = workSeconds;
		if (isInTime(end - start)) tally.runsInTime++;
		return horizon;
	};
	return (way, path, tally) => {
		for (const [index, start] of batch.starts.entries())
			for (let replica = 0; replica < batch.replicas; replica++) {
				const pod = index * batch.replicas + replica;
				const run: Run = {start, pod, saved: 0, attempt: 0};
				let second = start;
				while (second < horizon) second = work(way, tally, path, run, second);
				tally.servedSeconds += run.saved;
			}
	};
};
