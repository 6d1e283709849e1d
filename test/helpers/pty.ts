import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import xterm from '@xterm/headless';
import {PROGRAM} from './run-program.ts';

type Options = {
	readonly columns?: number;
	readonly rows?: number;
	readonly node?: string;
	readonly cache?: string;
};

/** As long as a machine that is busy with other tests may take. */
const PATIENCE = 15_000;
const TURN = 20;

/**
 * The built program in a real terminal, which `script` makes; behind it, the shell says how it ended and
 * what the terminal is set to. What is printed ends in an emulator.
 */
export const inTerminal = async (
	args: readonly string[],
	work: (terminal: PtyProgram) => Promise<void>,
	{columns = 80, rows = 24, node = process.execPath, cache}: Options = {},
): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-pty-'));
	const settings = join(folder, 'settings');
	const pidFile = join(folder, 'pid');
	const program = [node, PROGRAM, ...args].map(word => `'${word}'`).join(' ');
	const line = `trap : INT; stty rows ${rows} cols ${columns}; sh -c 'echo $$ > ${pidFile}; exec "$@"' sh ${program}; echo "ended with $?"; stty -a; sleep 0.2`;
	const child = spawn('script', ['--quiet', '--command', line, '/dev/null'], {
		cwd: folder,
		stdio: ['pipe', 'pipe', 'inherit'],
		env: {
			PATH: process.env['PATH'] ?? '',
			HOME: folder,
			TERM: 'xterm-256color',
			SHELL: '/bin/sh',
			...(cache !== undefined && {XDG_CACHE_HOME: cache}),
			ECI_PLAN_CONFIG_DIR: settings,
			ECI_PLAN_NOW: '2026-11-23T09:00:00Z',
		},
	});
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	child.stdout.on('data', (data: Uint8Array) => emulator.write(data));
	const screen = (): string =>
		Array.from(
			{length: rows},
			(_, row) =>
				emulator.buffer.active
					.getLine(row + emulator.buffer.active.viewportY)
					?.translateToString(true) ?? '',
		).join('\n');
	const until = async (holds: () => boolean, what: string): Promise<void> => {
		const end = performance.now() + PATIENCE;
		while (!holds()) {
			if (performance.now() > end) throw new Error(`no ${what} on\n${screen()}`);
			await new Promise(resolve => {
				setTimeout(resolve, TURN);
			});
		}
	};
	try {
		await work({
			settings,
			screen,
			shows: text => until(() => screen().includes(text), text),
			until,
			type: text => child.stdin.write(text),
			kill: signal => process.kill(Number(readFileSync(pidFile, 'utf8')), signal),
			state: () =>
				/^State:\s+(\S)/m.exec(
					readFileSync(`/proc/${readFileSync(pidFile, 'utf8').trim()}/status`, 'utf8'),
				)?.[1] ?? '',
			isAlternateScreen: () => emulator.buffer.active.type === 'alternate',
		});
	} finally {
		child.kill('SIGKILL');
		rmSync(folder, {recursive: true, force: true});
	}
};

export type PtyProgram = {
	/** The folder of its settings. */
	readonly settings: string;
	readonly screen: () => string;
	readonly shows: (text: string) => Promise<void>;
	readonly until: (holds: () => boolean, what: string) => Promise<void>;
	readonly type: (text: string) => void;
	readonly kill: (signal: NodeJS.Signals) => void;
	/** `T` while it is stopped. */
	readonly state: () => string;
	readonly isAlternateScreen: () => boolean;
};
