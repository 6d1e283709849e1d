import {openSimulation} from '../../source/domain/simulation/run-paths.ts';
import {HOUR, modelOf, NORMAL_MARKET, strategyOf} from '../helpers/simulation/models.ts';
import {rounds} from './measure.ts';

/*
 * One round of `engine.ts` in a process of its own: prints the milliseconds in which each of several
 * engines, opened one after the other, draws 1,000 paths of a year, one engine a line.
 */

const HOURS = 8760;
const PATHS = 1000;
const ENGINES = 3;
const ROUNDS = 9;

for (let engine = 0; engine < ENGINES; engine++) {
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
	process.stdout.write(`${sorted.join(' ')}\n`);
}
