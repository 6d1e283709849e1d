import {availableParallelism} from 'node:os';
import {setImmediate} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';
import type {PathBlock} from '../domain/simulation/path-columns.ts';
import {openSimulation} from '../domain/simulation/run-paths.ts';
import type {PathRunner} from '../ports.ts';
import {pathRunner} from './path-runner.ts';

/** Draws paths here and in threads that run the script at `url`. */
export const pathThreads = (url: URL): PathRunner =>
	pathRunner({
		open: openSimulation,
		openThread: (model, {onBlock, onFailure}) => {
			const worker = new Worker(url, {
				workerData: model,
				execArgv: [],
				resourceLimits: {maxYoungGenerationSizeMb: 4},
			});
			worker.on('message', (block: PathBlock) => onBlock(block));
			worker.on('error', onFailure);
			return {
				draw: (from, count) => worker.postMessage({from, count}),
				end: () => {
					worker.removeAllListeners('error');
					void worker.terminate();
				},
			};
		},
		cores: availableParallelism(),
		now: () => performance.now(),
		pause: () => setImmediate(),
	});
