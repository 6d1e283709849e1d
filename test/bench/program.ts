import {execFile} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {type Measure, middle} from './measure.ts';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('../../bin/eci-plan.js', import.meta.url));
const PEAK = fileURLToPath(new URL('peak.mjs', import.meta.url));
const ROUNDS = 5;
/** Fewer rounds of what takes long. */
const LONG_ROUNDS = 3;

/** A year of ten replicas by three strategies. */
const YEAR = [
	'simulate',
	'--cpu=2',
	'--memory=4Gi',
	'--replicas=10',
	'--horizon=365d',
	'--strategies=on-demand,spot,spot-fallback',
	'--output=json',
	'--quiet',
];

type Timed = () => Promise<number>;

/** Milliseconds that a command takes as a whole. */
export const commandTime =
	(command: string, args: readonly string[]): Timed =>
	async () => {
		const start = performance.now();
		await run(command, args, {maxBuffer: 1e8});
		return performance.now() - start;
	};

export const programTime = (args: readonly string[]): Timed =>
	commandTime(process.execPath, [PROGRAM, ...args]);

/** Rounds of two commands in turn, so that noise falls on both. */
export const inPairs = async (
	first: Timed,
	second: Timed,
	count = ROUNDS,
): Promise<readonly [number, number]> => {
	const times: [number[], number[]] = [[], []];
	for (let round = 0; round < count; round++) {
		times[0].push(await first());
		times[1].push(await second());
	}
	const sorted = times.map(list => list.toSorted((a, b) => a - b));
	return [middle(sorted[0] ?? []), middle(sorted[1] ?? [])];
};

/** What a second thread is worth to the whole command. */
const workersWorth = async (paths: number, count: number): Promise<Measure> => {
	const long = [...YEAR, `--paths=${paths}`];
	const [one, two] = await inPairs(
		programTime([...long, '--workers=1']),
		programTime([...long, '--workers=2']),
		count,
	);
	return {
		name: `two workers against one, ${paths} paths`,
		value: one / two,
		unit: 'times',
		note: `at least 1.7; ${one.toFixed(0)} ms, ${two.toFixed(0)} ms`,
	};
};

/** The whole command, start-up included, and what a second thread is worth. */
export const simulateSpeed = async (): Promise<readonly Measure[]> => {
	const [whole, bare] = await inPairs(programTime(YEAR), programTime(['--version']));
	return [
		{
			name: 'simulate: 1,000 paths × 8,760 h × 10 replicas × 3 strategies',
			value: whole,
			unit: 'ms',
			note: `--version ${bare.toFixed(0)} ms`,
		},
		await workersWorth(4000, ROUNDS),
		await workersWorth(20_000, LONG_ROUNDS),
	];
};

/** The most memory that 10,000 paths take. */
export const simulateMemory = async (): Promise<Measure> => {
	const args = [PEAK, ...YEAR, '--paths=10000'];
	const {stderr} = await run(process.execPath, args, {maxBuffer: 1e8});
	return {
		name: 'simulate: memory at 10,000 paths',
		value: Number(/\d+$/.exec(stderr)?.[0]) / 1024,
		unit: 'MiB',
		note: 'resident at the most',
	};
};
