import {BLOCK_PATHS, type PathBlock, type PathsRequest} from '../domain/simulation/path-columns.ts';
import type {RunPaths} from '../domain/simulation/run-paths.ts';
import type {SimulationModel} from '../domain/simulation/simulation-model.ts';
import type {PathRunner} from '../ports.ts';

/** Paths that a thread draws by itself. */
export type PathThread = {
	/** Asks for paths; the answer comes to `onBlock`. */
	readonly draw: (from: number, count: number) => void;
	readonly end: () => void;
};

export type ThreadEvents = {
	readonly onBlock: (block: PathBlock) => void;
	readonly onFailure: (error: Error) => void;
};

export type RunnerParts = {
	/** The engine, for this thread. */
	readonly open: (model: SimulationModel) => RunPaths;
	/** Another thread with an engine of its own. */
	readonly openThread: (model: SimulationModel, events: ThreadEvents) => PathThread;
	/** Threads that can work at once. */
	readonly cores: number;
	/** Milliseconds that only ever grow. */
	readonly now: () => number;
	/** Lets Ctrl-C and the screen have their turn. */
	readonly pause: () => Promise<void>;
};

/** A chunk of paths takes about as long as this unless somebody says, so that nothing has to wait for it. */
const CHUNK_MILLISECONDS = 12;
const FIRST_CHUNK = 4;
/** A thread takes some 40 ms to start; less work than this isn't worth one. */
const WORTH_MILLISECONDS = 120;
/** The first paths take several times as long as those after them, when the engine has been compiled. */
const COLD_FACTOR = 8;
/** Chunks that a thread has before it: it must never wait for this one, which has its own to draw. */
const CHUNKS_AHEAD = 4;
/** Towards the end, what is left is shared out in so many chunks a thread, so that none has to wait long. */
const LAST_CHUNKS = 3;

/** The paths that are still to be given out, in chunks. */
const openQueue = ({from, count, sliceMilliseconds = CHUNK_MILLISECONDS}: PathsRequest) => {
	const end = from + count;
	let next = from;
	let size = FIRST_CHUNK;
	let hands = 1;
	return {
		end,
		left: () => end - next,
		/** How many threads share the paths. */
		share: (threads: number) => {
			hands = threads;
		},
		take: () => {
			const left = end - next;
			const most = hands === 1 ? left : Math.ceil(left / hands / LAST_CHUNKS);
			const chunk = {from: next, count: Math.min(size, most)};
			next += chunk.count;
			return chunk;
		},
		/** Learns how long a path takes. */
		fit: (milliseconds: number, paths: number) => {
			const fitting = Math.round((sliceMilliseconds * paths) / Math.max(milliseconds, 0.01));
			size = Math.min(BLOCK_PATHS, Math.max(1, fitting));
		},
	};
};

type Queue = ReturnType<typeof openQueue>;

/** Blocks that came before their turn, and whoever waits for one. */
const openArrivals = () => {
	const blocks = new Map<number, PathBlock>();
	let failure: Error | null = null;
	let wake = (): void => undefined;
	return {
		add: (block: PathBlock) => {
			blocks.set(block.from, block);
			wake();
		},
		fail: (error: Error) => {
			failure = error;
			wake();
		},
		take: (from: number): PathBlock | undefined => {
			if (failure) throw failure;
			const block = blocks.get(from);
			blocks.delete(from);
			return block;
		},
		/** Resolves at the next block or failure, or when somebody is to look again. */
		changed: (): Promise<void> =>
			new Promise(resolve => {
				wake = resolve;
			}),
		lookAgain: () => wake(),
	};
};

type Arrivals = ReturnType<typeof openArrivals>;

const startThread = (
	model: SimulationModel,
	queue: Queue,
	arrivals: Arrivals,
	{openThread}: RunnerParts,
): PathThread => {
	const next = () => {
		if (queue.left() === 0) return;
		const {from, count} = queue.take();
		thread.draw(from, count);
	};
	const thread = openThread(model, {
		onBlock: block => {
			arrivals.add(block);
			next();
		},
		onFailure: arrivals.fail,
	});
	for (let chunk = 0; chunk < CHUNKS_AHEAD; chunk++) next();
	return thread;
};

/** Threads beside this one: as many as were asked for, or as there are cores. */
const threadsBeside = ({workers}: PathsRequest, {cores}: RunnerParts): number =>
	(workers ?? cores) - 1;

/**
 * Draws paths in this thread and, where it is worth it, in others beside it. What comes out doesn't
 * depend on how many there are.
 */
export const pathRunner = (parts: RunnerParts): PathRunner => ({
	run: async function* (model, request) {
		const {from, signal} = request;
		const run = parts.open(model);
		const queue = openQueue(request);
		const arrivals = openArrivals();
		const threads: PathThread[] = [];
		const beside = threadsBeside(request, parts);
		let worth = COLD_FACTOR * WORTH_MILLISECONDS;
		const startThreads = () => {
			queue.share(1 + beside);
			for (let index = 0; index < beside; index++)
				threads.push(startThread(model, queue, arrivals, parts));
		};
		const drawHere = async (): Promise<void> => {
			const chunk = queue.take();
			const started = parts.now();
			arrivals.add(run(chunk.from, chunk.count));
			const milliseconds = parts.now() - started;
			queue.fit(milliseconds, chunk.count);
			const expected = (milliseconds / chunk.count) * queue.left();
			if (threads.length < beside && expected >= worth) startThreads();
			worth = WORTH_MILLISECONDS;
			await parts.pause();
		};
		signal.addEventListener('abort', arrivals.lookAgain);
		try {
			for (let position = from; position < queue.end && !signal.aborted; ) {
				const block = arrivals.take(position);
				if (block) {
					yield block;
					position += block.count;
				} else if (queue.left() > 0) await drawHere();
				else await arrivals.changed();
			}
		} finally {
			signal.removeEventListener('abort', arrivals.lookAgain);
			for (const thread of threads) thread.end();
		}
	},
});
