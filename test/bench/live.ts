import {readFile} from 'node:fs/promises';
import {parse} from 'yaml';
import {pathThreads} from '../../source/adapters/path-threads.ts';
import {planInputShape} from '../../source/domain/input/plan-input.ts';
import {check} from '../../source/domain/schema/check.ts';
import {prepareSimulation} from '../../source/domain/simulation/compile/prepare.ts';
import type {PathBlock} from '../../source/domain/simulation/path-columns.ts';
import {partialCosts} from '../../source/domain/simulation/statistics/partial-cost.ts';
import {planOf, shippedBook} from '../helpers/domain-fixtures.ts';
import {NORMAL_MARKET} from '../helpers/simulation/models.ts';
import {type Measure, middle} from './measure.ts';

const PRESET = new URL('../../presets/web.yaml', import.meta.url);
const WORKER = new URL('../../source/adapters/path-worker.ts', import.meta.url);
const WARM_UP = 5;
const ROUNDS = 21;
const PATHS = 1000;
const MARKET = {
	market: NORMAL_MARKET,
	name: 'normal',
	hasOwnInterruption: false,
	histories: new Map(),
} as const;

type Round = {readonly first: number; readonly all: number};

/**
 * What a face that shows costs as they come waits for, in a process that has done so before: from a plan
 * to the first costs, and to those of 1,000 paths.
 */
export const liveSpeeds = async (): Promise<readonly Measure[]> => {
	const input = check(planInputShape, parse(await readFile(PRESET, 'utf8'))).value;
	const book = await shippedBook();
	const paths = pathThreads(WORKER);
	const {signal} = new AbortController();
	const round = async (seed: number): Promise<Round> => {
		const plan = planOf({...input, simulation: {...input.simulation, seed}}, book);
		const start = performance.now();
		const {setup} = prepareSimulation(plan, book, MARKET);
		if (!setup) throw new Error('The preset has no price');
		const blocks: PathBlock[] = [];
		let first = Number.NaN;
		for await (const block of paths.run(setup.model, {from: 0, count: PATHS, workers: 1, signal})) {
			blocks.push(block);
			if (blocks.length > 1) continue;
			partialCosts(setup.model, blocks);
			first = performance.now() - start;
		}
		partialCosts(setup.model, blocks);
		return {first, all: performance.now() - start};
	};
	for (let seed = 1; seed <= WARM_UP; seed++) await round(seed);
	const rounds: Round[] = [];
	for (let seed = 1; seed <= ROUNDS; seed++) rounds.push(await round(WARM_UP + seed));
	const sorted = (key: keyof Round): readonly number[] =>
		rounds.map(each => each[key]).toSorted((a, b) => a - b);
	const first = sorted('first');
	return [
		{
			name: 'live: preset web, from a plan to the first costs',
			value: middle(first),
			unit: 'ms',
			note: `at most 16 ms; the slowest of ${ROUNDS} ${first.at(-1)?.toFixed(1)}`,
		},
		{
			name: 'live: preset web, 1,000 paths on one core',
			value: middle(sorted('all')),
			unit: 'ms',
			note: `best round ${sorted('all')[0]?.toFixed(1)}`,
		},
	];
};
