import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {inFolder, NODES, PROGRAM, runProgram} from '../helpers/run-program.ts';

const HEADER = 'region,type,onDemand,currency,asOf';
const csv = (type: string, price: string) =>
	`${HEADER}\ncn-hangzhou,${type},${price},CNY,2026-11-01\n`;

const generationIn = (settings: string): string => {
	const prices = join(settings, 'prices');
	return join(
		prices,
		readdirSync(prices)
			.filter(name => /^\d+$/.test(name))
			.at(-1) ?? '',
	);
};

describe.each(NODES)('on Node %s', (_version, node) => {
	test('a file and standard input are imported, and forgotten', () =>
		inFolder(async folder => {
			const env = {ECI_PLAN_CONFIG_DIR: join(folder, 'settings')};
			const file = join(folder, 'prices.csv');
			writeFileSync(file, csv('ecs.c6.large', '0.4'));
			expect(await runProgram(['prices', 'import', file, '-o', 'json'], {node, env})).toMatchObject(
				{
					code: 0,
					err: '',
					out: expect.stringContaining('"taken": 1'),
				},
			);
			const input = csv('ecs.c6.xlarge', '0.8');
			expect(await runProgram(['prices', 'import', '-'], {node, env, input})).toMatchObject({
				code: 0,
			});
			const generation = generationIn(join(folder, 'settings'));
			expect(readdirSync(generation)).toEqual(['cn-hangzhou.json', 'notes.json']);
			expect((statSync(join(generation, 'notes.json')).mode & 0o777).toString(8)).toBe('600');
			const reset = await runProgram(['prices', 'reset'], {node, env});
			expect(reset.err).toContain('prices.csv and standard input are forgotten');
		}));

	test('imports at the same time are all kept', () =>
		inFolder(async folder => {
			const env = {ECI_PLAN_CONFIG_DIR: join(folder, 'settings')};
			const types = ['ecs.c6.large', 'ecs.c6.xlarge', 'ecs.c7.large', 'ecs.g6.large'];
			const files = types.map(type => join(folder, `${type}.csv`));
			for (const [index, file] of files.entries())
				writeFileSync(file, csv(types[index] ?? '', '1'));
			const ended = await Promise.all(
				files.map(file => runProgram(['prices', 'import', file], {node, env, timeout: 30_000})),
			);
			expect(ended.map(({code}) => code)).toEqual([0, 0, 0, 0]);
			const reset = await runProgram(['prices', 'reset'], {node, env});
			for (const type of types) expect(reset.err.replaceAll(/\s+/g, ' ')).toContain(`${type}.csv`);
		}));

	test('a file that can not be opened or read is exit code 4 or 2', () =>
		inFolder(async folder => {
			const env = {ECI_PLAN_CONFIG_DIR: join(folder, 'settings')};
			mkdirSync(join(folder, 'a.csv'));
			for (const [args, code] of [
				[[join(folder, 'none.csv')], 4],
				[[join(folder, 'a.csv')], 4],
				[['-'], 2],
			] as const) {
				const ended = await runProgram(['prices', 'import', ...args], {node, env, input: ''});
				expect(ended).toMatchObject({code, out: ''});
				expect(ended.err).toMatch(/^error: /);
			}
			expect(readdirSync(folder)).toEqual(['a.csv']);
		}));
});

const TERMS =
	'"hours":[{"price":"0.78","period":"1"}],"months":[{"price":"356.4","period":"1"}],"years":[{"price":"3600","period":"1"},{"price":"7000","period":"2"},{"price":"9000","period":"3"}]';
const SYSTEMS = ['linux::optimized', 'linux::none', 'windows::optimized', 'windows::none'];

/** A list like the one that Alibaba Cloud publishes, of so many bytes. */
function* published(bytes: number): Generator<string> {
	yield '{"currency":"CNY","publicationDate":"2026-11-01","pricingInfo":{';
	let size = 0;
	for (let index = 0; size < bytes; index++) {
		const rows = SYSTEMS.map(
			system => `"cn-hangzhou::ecs.c6.${(index % 300) + 2}xlarge::vpc::${system}":{${TERMS}}`,
		);
		const text = `${index > 0 ? ',\n' : ''}${rows.join(',\n')}`;
		size += text.length;
		yield text;
	}
	yield '}}';
}

describe('a file of 60 MB', () => {
	/** Less than the file itself, which as objects would need several times its size. */
	const HEAP_MIB = 48;

	test(
		'is imported in bounded memory',
		() =>
			inFolder(async folder => {
				const child = spawn(
					process.execPath,
					[`--max-old-space-size=${HEAP_MIB}`, PROGRAM, 'prices', 'import', '-', '-o', 'json'],
					{
						env: {
							PATH: process.env['PATH'],
							ECI_PLAN_CONFIG_DIR: join(folder, 'settings'),
							ECI_PLAN_NOW: '2026-11-23T09:00:00Z',
						},
						stdio: ['pipe', 'pipe', 'inherit'],
					},
				);
				let out = '';
				child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
				const ended = once(child, 'close');
				for (const text of published(60_000_000))
					if (!child.stdin.write(text)) await once(child.stdin, 'drain');
				child.stdin.end();
				expect(await ended).toEqual([0, null]);
				const document: {taken: number; left: number} = JSON.parse(out);
				expect(document.taken).toBeGreaterThan(1000);
				expect(document.left).toBeGreaterThan(500_000);
			}),
		60_000,
	);
});
