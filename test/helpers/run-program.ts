import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {ROOT} from './memory-world.ts';

export const PROGRAM = join(ROOT, 'bin', 'eci-plan.js');

/** The Nodes of this machine that the program has to run on: the pinned one, and the machine's own. */
export const NODES: readonly (readonly [version: string, path: string])[] = [
	join(ROOT, 'node_modules', '.bin', 'node'),
	'/usr/bin/node',
].flatMap(path => {
	if (!existsSync(path)) return [];
	const {stdout} = spawnSync(path, ['--version'], {encoding: 'utf8'});
	return [[stdout.trim(), path] as const];
});

export type ProgramOptions = {
	readonly node?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Text on standard input; without it, standard input is a pipe that nobody writes to. */
	readonly input?: string;
	readonly cwd?: string;
	readonly timeout?: number;
	/** Sends a signal once this resolves. */
	readonly kill?: {readonly signal: 'SIGINT'; readonly when: Promise<void>};
};

export type ProgramEnd = {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
	readonly isTimedOut: boolean;
};

/** Only what a test names: neither the language nor the settings of the machine. */
const environment = (env: ProgramOptions['env'] = {}): Record<string, string> => ({
	PATH: process.env['PATH'] ?? '',
	HOME: tmpdir(),
	ECI_PLAN_CONFIG_DIR: join(tmpdir(), 'eci-plan-no-settings'),
	ECI_PLAN_NOW: '2026-11-23T09:00:00Z',
	...env,
});

/** Runs the built program as a shell would, with standard input left open. */
export const runProgram = (
	args: readonly string[],
	{node = process.execPath, env, input, cwd = ROOT, timeout = 15_000, kill}: ProgramOptions = {},
): Promise<ProgramEnd> =>
	new Promise((resolve, reject) => {
		const child = spawn(node, [PROGRAM, ...args], {cwd, env: environment(env), stdio: 'pipe'});
		let out = '';
		let err = '';
		let isTimedOut = false;
		const timer = setTimeout(() => {
			isTimedOut = true;
			child.kill('SIGKILL');
		}, timeout);
		child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
		child.on('error', reject);
		child.on('close', code => {
			clearTimeout(timer);
			resolve({code, out, err, isTimedOut});
		});
		if (input !== undefined) child.stdin.end(input);
		if (kill) kill.when.then(() => child.kill(kill.signal), reject);
	});

/** Runs a line of bash in which `eci-plan` is the built program. */
export const runShell = (
	line: string,
	{node = process.execPath, env, cwd = ROOT}: ProgramOptions = {},
): ProgramEnd => {
	const script = `set -o pipefail; eci-plan() { "${node}" "${PROGRAM}" "$@"; }; ${line}`;
	const {status, stdout, stderr, error} = spawnSync('bash', ['--norc', '-c', script], {
		cwd,
		encoding: 'utf8',
		env: environment(env),
		timeout: 15_000,
	});
	return {code: status, out: stdout, err: stderr, isTimedOut: error !== undefined};
};

/** A folder of its own, gone after the work. */
export const inFolder = async (work: (folder: string) => Promise<void> | void): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-process-'));
	try {
		await work(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};
