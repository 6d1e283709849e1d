import type {SimulationSetup} from '../domain/simulation/compile/prepare.ts';
import type {PathBlock} from '../domain/simulation/path-columns.ts';
import type {PathRange} from '../domain/simulation/shard/shard.ts';
import {partialCosts} from '../domain/simulation/statistics/partial-cost.ts';
import type {World} from '../ports.ts';
import {progressText} from '../present/simulation-progress.ts';
import {simulationWordsOf} from '../present/simulation-words.ts';
import {askedAt} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {usageFailure} from './failure.ts';
import {progressOf} from './progress.ts';

const MOST_WORKERS = 64;

const MILLISECONDS = 1000;
/** Shorter works need no progress bar. */
const QUIET_MILLISECONDS = 1000;
/** The bar moves this often at most, and summing up for it takes no larger share of the time. */
const BETWEEN_MILLISECONDS = 100;
const MOST_PROGRESS = 0.05;

/** Threads that were asked for; null for as many as the work is worth. */
export const workersOf = ({flags}: Invocation, {env}: World): number | null => {
	const asked = askedAt('workers', flags, env);
	if (!asked) return null;
	const {value, place} = asked;
	const workers = /^\d{1,3}$/.test(value) ? Number(value) : 0;
	if (workers >= 1 && workers <= MOST_WORKERS) return workers;
	throw usageFailure('field-range', {value, minimum: 1, maximum: MOST_WORKERS}, place);
};

export type Drawing = {
	readonly setup: Pick<SimulationSetup, 'model' | 'shown' | 'currency'>;
	readonly range: PathRange;
	/** Of the workload, for the progress bar. */
	readonly name: string;
	readonly workers: number | null;
};

export type Drawn = {readonly blocks: readonly PathBlock[]; readonly isInterrupted: boolean};

/** Draws the paths until they are all there or Ctrl-C; what takes its time shows how far it is. */
export const drawPaths = async (
	{setup: {model, shown, currency}, range: {from, count}, name, workers}: Drawing,
	invocation: Invocation,
	world: World,
): Promise<Drawn> => {
	const words = simulationWordsOf(invocation.language);
	const progress = progressOf(words.simulating(name), invocation, world);
	const signal = world.interruption();
	const blocks: PathBlock[] = [];
	const begun = world.elapsed();
	let due = begun + QUIET_MILLISECONDS;
	let done = 0;
	const show = () => {
		const started = world.elapsed();
		if (!progress.isShown || started < due) return;
		const costs = partialCosts(model, blocks).filter(({name: each}) => shown.includes(each));
		const paths = {done, all: count, seconds: (started - begun) / MILLISECONDS};
		progress.show(done / count, progressText(paths, costs, currency, invocation.language));
		const taken = world.elapsed() - started;
		due = started + Math.max(BETWEEN_MILLISECONDS, taken / MOST_PROGRESS);
	};
	try {
		for await (const block of world.paths.run(model, {from, count, workers, signal})) {
			blocks.push(block);
			done += block.count;
			show();
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		await progress.end();
	}
	return {blocks, isInterrupted: done < count};
};
