import {chmodSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {inFolder, NODES, type ProgramEnd, runProgram} from '../helpers/run-program.ts';

const SIZE = ['size', '--cpu', '2', '--memory', '3Gi', '-o', 'json', '--quiet'];
const COST = ['cost', '--cpu', '2', '--memory', '4Gi', '-o', 'json', '--quiet'];

describe.each(NODES)('compiled code on Node %s', (_version, node) => {
	const runIn = (home: string, args: readonly string[], env = {}): Promise<ProgramEnd> =>
		runProgram(args, {node, env: {HOME: home, XDG_CACHE_HOME: join(home, 'cache'), ...env}});

	const kept = (home: string): readonly string[] => {
		const [version = ''] = readdirSync(join(home, 'cache', 'eci-plan'));
		const folder = join(home, 'cache', 'eci-plan', version);
		return readdirSync(folder).map(name => join(folder, name));
	};

	const start = (home: string): string => kept(home).find(path => path.endsWith('start.cjs')) ?? '';

	/** Identity and commands: the line before the code. */
	const headOf = (path: string): string => readFileSync(path, 'latin1').split('\n', 1)[0] ?? '';

	test('is kept by each command, and changes nothing', () =>
		inFolder(async home => {
			const first = await runIn(home, SIZE);
			expect(first).toMatchObject({code: 0, err: ''});
			expect(headOf(start(home))).toMatch(/^\S+ size$/);
			expect(await runIn(home, SIZE)).toEqual(first);
			expect(headOf(start(home))).toMatch(/^\S+ size$/);
			expect(await runIn(home, COST)).toMatchObject({code: 0, err: ''});
			expect(headOf(start(home))).toMatch(/^\S+ size cost$/);
			expect(await runIn(home, SIZE)).toEqual(first);
		}));

	test('is not kept by a command that fails, nor where Node is told not to', () =>
		inFolder(async home => {
			expect(await runIn(home, ['size', '--memory', '3'])).toMatchObject({code: 2});
			const env = {NODE_DISABLE_COMPILE_CACHE: '1'};
			expect(await runIn(home, SIZE, env)).toMatchObject({code: 0});
			expect(existsSync(join(home, 'cache'))).toBe(false);
		}));

	test(
		'is compiled again where what was kept is broken, torn or of another program',
		() =>
			inFolder(async home => {
				const {out} = await runIn(home, SIZE);
				const path = start(home);
				const whole = readFileSync(path);
				const code = whole.indexOf('\n') + 1;
				const withFlip = (at: number) => {
					const broken = Buffer.from(whole);
					broken[at] = (broken[at] ?? 0) ^ 8;
					return broken;
				};
				const holes = [0.1, 0.3, 0.5, 0.7, 0.9].map(share =>
					withFlip(code + Math.floor((whole.length - code) * share)),
				);
				const torn = [0, 1, code, code + 1000, whole.length - 1].map(end => whole.subarray(0, end));
				for (const broken of [...holes, ...torn, withFlip(0)]) {
					writeFileSync(path, broken);
					expect(await runIn(home, SIZE)).toMatchObject({code: 0, out, err: ''});
					expect(readFileSync(path).length).toBeGreaterThan(code + 1000);
				}
			}),
		60_000,
	);

	test('of several programs that start at once is whole', () =>
		inFolder(async home => {
			const ends = await Promise.all([SIZE, COST, SIZE, COST].map(args => runIn(home, args)));
			expect(ends.map(({code, err}) => [code, err])).toEqual(ends.map(() => [0, '']));
			expect(kept(home).filter(path => !path.endsWith('.cjs'))).toEqual([]);
			expect(await runIn(home, SIZE)).toEqual(ends[0]);
		}));

	test('is done without where there is no home, or none that can be written to', () =>
		inFolder(async home => {
			const {out} = await runIn(home, SIZE, {NODE_DISABLE_COMPILE_CACHE: '1'});
			const file = join(home, 'file');
			writeFileSync(file, '');
			chmodSync(file, 0o400);
			for (const cache of ['/proc/nowhere', file])
				expect(await runIn(home, SIZE, {XDG_CACHE_HOME: cache})).toMatchObject({
					code: 0,
					out,
					err: '',
				});
		}));
});
