import {parentPort, workerData} from 'node:worker_threads';
import {openSimulation} from '../domain/simulation/run-paths.ts';
import type {SimulationModel} from '../domain/simulation/simulation-model.ts';

const run = openSimulation(workerData as SimulationModel);

parentPort?.on('message', ({from, count}: {from: number; count: number}) => {
	const block = run(from, count);
	const buffers = block.strategies.flatMap(({totals: _, ...columns}) =>
		Object.values(columns).map(({buffer}) => buffer),
	);
	parentPort?.postMessage(block, buffers);
});
