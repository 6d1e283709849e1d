import {type Live, openPods, type RunWorkload} from './pod.ts';
import type {SimulationModel, Windows} from './simulation-model.ts';
import type {Tally} from './tally.ts';
import type {Way} from './way.ts';

/** One replica on one path. */
type Replica = {readonly path: number; readonly pod: number; attempt: number};

/** Serves one window: placed again whenever it is taken away, until the window ends. */
const serve = (
	live: Live,
	way: Way,
	tally: Tally,
	replica: Replica,
	[from, to]: Windows[number],
): void => {
	const untilEnd = () => to;
	let second = from;
	while (second < to) {
		const {path, pod} = replica;
		const start = {path, pod, attempt: replica.attempt++};
		const stay = live(way, tally, start, second, to, untilEnd);
		if (stay) tally.servedSeconds += stay.end - stay.at;
		second = stay ? stay.end : to;
	}
};

/** The replicas of a service, each in its own windows. */
export const openService = (model: SimulationModel, replicas: readonly Windows[]): RunWorkload => {
	const live = openPods(model);
	return (way, path, tally) => {
		for (const [pod, windows] of replicas.entries()) {
			const replica: Replica = {path, pod, attempt: 0};
			for (const window of windows) serve(live, way, tally, replica, window);
		}
	};
};
