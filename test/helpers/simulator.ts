import {pathRunner} from '../../source/adapters/path-runner.ts';
import {liveSimulation} from '../../source/cli/live-simulation.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {Simulator} from '../../source/domain/simulation/live.ts';
import {openSimulation} from '../../source/domain/simulation/run-paths.ts';

/** Never has anything to say. */
export const noSimulator: Simulator = {
	async *simulate() {
		// Nothing follows.
	},
};

const unused = (): never => {
	throw new Error('No market of a test asks for this');
};

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** The engine in this thread, and whether it is at work. */
export const realSimulator = () => {
	const simulate = liveSimulation({
		paths: pathRunner({
			open: openSimulation,
			openThread: unused,
			cores: 1,
			now: () => performance.now(),
			pause,
		}),
		pause,
		files: {
			read: async file => ({
				ok: false,
				problem: {
					exitCode: 4,
					diagnostics: [report('file-unreadable', {file, reason: 'missing'})],
				},
			}),
			write: unused,
			isWithin: unused,
		},
		documents: {parse: unused},
		priceFiles: {open: unused},
		overlays: {
			read: unused,
			readWhole: unused,
			series: async () => ({series: [], diagnostics: []}),
			notes: unused,
			add: unused,
			reset: unused,
		},
		hourAt: () => 0,
		today: '2025-01-09',
	});
	let running = 0;
	const simulator: Simulator = {
		simulate: async function* (question, signal) {
			running++;
			try {
				yield* simulate(question, signal);
			} finally {
				running--;
			}
		},
	};
	return {simulator, isBusy: () => running > 0};
};
