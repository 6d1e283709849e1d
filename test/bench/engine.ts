import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {build} from 'rolldown';
import {COMPILED} from '../../scripts/build/bundle.ts';
import {type Measure, middle} from './measure.ts';

const ROUND = fileURLToPath(new URL('engine-round.ts', import.meta.url));
/** Hours of 1,000 paths of a year, over 1,000 for milliseconds and a million for the unit. */
const PATH_HOURS = 8760 * 1000 * 1e-3;

const rate = (milliseconds: number | undefined): number =>
	PATH_HOURS / (milliseconds ?? Number.NaN);

export type Engine = {
	/** Path-hours a second on one core: one pod for a year, strategy `spot`, market `normal`. */
	readonly speed: () => Measure;
	readonly remove: () => void;
};

/** The engine compiled as the program is, since that is what people run. */
export const buildEngine = async (): Promise<Engine> => {
	const folder = mkdtempSync(join(tmpdir(), 'engine-'));
	const file = join(folder, 'round.mjs');
	await build({...COMPILED, input: ROUND, output: {file, minify: true}});
	return {
		speed: () => {
			const printed = execFileSync(process.execPath, [file], {encoding: 'utf8'});
			const engines = printed
				.trim()
				.split('\n')
				.map(line => line.split(' ').map(Number));
			const [first = [], ...later] = engines;
			const others = later.map(times => rate(middle(times)).toFixed(1));
			return {
				name: 'engine, one core',
				value: rate(middle(first)),
				unit: 'million path-hours/s',
				note: `best round ${rate(first[0]).toFixed(1)}; further engines in the process ${others.join(', ')}`,
			};
		},
		remove: () => rmSync(folder, {recursive: true, force: true}),
	};
};
