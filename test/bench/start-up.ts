import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {NODES, PROGRAM} from '../helpers/run-program.ts';
import {type Measure, middle} from './measure.ts';

const PAIRS = 30;
const WARM_UP = 2;
const BARE = ['-e', '0'];

const COMMANDS: readonly (readonly string[])[] = [
	['--version'],
	['size', '--cpu', '2', '--memory', '3Gi'],
	['cost', '--cpu', '2', '--memory', '4Gi'],
	['export', '--image', 'nginx:1.29', '--cpu', '2', '--memory', '4Gi'],
	['lint', '--rules'],
];

type Start = (args: readonly string[]) => number;

/** Milliseconds of a whole process, with its cache in a folder of its own. */
const starterOf =
	(node: string, home: string): Start =>
	args => {
		const start = performance.now();
		spawnSync(node, args, {
			stdio: 'ignore',
			env: {
				PATH: process.env['PATH'],
				HOME: home,
				ECI_PLAN_CONFIG_DIR: join(home, 'settings'),
			},
		});
		return performance.now() - start;
	};

/** Bare Node and a command in turn, so that noise falls on both. */
const againstBare = (command: readonly string[], version: string, start: Start): Measure => {
	const own = [PROGRAM, ...command];
	for (let count = 0; count < WARM_UP; count += 1) start(own);
	const pairs = Array.from({length: PAIRS}, () => [start(BARE), start(own)] as const);
	const bare = middle(pairs.map(([time]) => time).toSorted((a, b) => a - b));
	const whole = middle(pairs.map(([, time]) => time).toSorted((a, b) => a - b));
	return {
		name: `start-up, ${command[0]}, Node ${version}`,
		value: whole / bare,
		unit: 'times bare Node',
		note: `${whole.toFixed(1)} ms against ${bare.toFixed(1)} ms, at most 2 times`,
	};
};

/** What commands take as whole processes, against a Node that does nothing. */
export const startUp = (): readonly Measure[] => {
	const home = mkdtempSync(join(tmpdir(), 'eci-plan-start-'));
	try {
		return NODES.flatMap(([version, node]) =>
			COMMANDS.map(command => againstBare(command, version, starterOf(node, home))),
		);
	} finally {
		rmSync(home, {recursive: true, force: true});
	}
};
