import {openSimulation} from '../../source/domain/simulation/run-paths.ts';
import {HOUR, modelOf, NORMAL_MARKET, strategyOf} from '../helpers/simulation/models.ts';
import {type Measure, middle, rounds} from './measure.ts';

const HOURS = 8760;
const PATHS = 1000;
const ROUNDS = 9;

/** Path-hours a second on one core: one pod for a year, strategy `spot`, market `normal`. */
export const engineSpeed = (): Measure => {
	const run = openSimulation(
		modelOf({
			horizonSeconds: HOURS * HOUR,
			cells: 60,
			cellSeconds: (HOURS * HOUR) / 60,
			market: NORMAL_MARKET,
			strategies: [strategyOf('spot')],
		}),
	);
	run(0, PATHS);
	const sorted = rounds(ROUNDS, round => run((round + 1) * PATHS, PATHS));
	const rate = (milliseconds: number) => (HOURS * PATHS) / milliseconds / 1000;
	return {
		name: 'engine, one core',
		value: rate(middle(sorted)),
		unit: 'million path-hours/s',
		note: `best round ${rate(sorted[0] ?? Number.NaN).toFixed(1)}`,
	};
};
