import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PathRunner} from '../../source/ports.ts';
import {fails, ok, run, type Scene} from '../helpers/memory-world.ts';
import {parseDocument, problemsOf} from './document.ts';

const LINE = ['simulate', '--cpu', '2', '--memory', '4Gi', '--horizon', '2d'];

const FORMATS = ['table', 'json', 'yaml', 'csv', 'markdown'];

/** A small plan of any kind that a simulation takes. */
const plans = fc.record({
	load: fc.constantFrom(
		['--replicas', '2'],
		['--schedule', 'Mon-Fri 09:00-18:00=3; *=1'],
		['--kind', 'job', '--work', '7h', '--checkpoint-every', '1h'],
		['--kind', 'job', '--work', '5h', '--deadline', '9h', '--runs-per-day', '2'],
	),
	strategies: fc.constantFrom(
		[],
		['--strategies', 'on-demand,spot,spot-limit,reserved', '--families', 'c6'],
		['--strategies', 'spot-fallback,ecs', '--baseline', 'spot'],
	),
	market: fc.constantFrom([], ['--market', 'stress'], ['--mtbf', '9h'], ['--market', 'm.yaml']),
	paths: fc.integer({min: 1, max: 40}),
	seed: fc.integer({min: 0, max: 2 ** 32 - 1}),
});

const MARKET = `
price: {law: constant, ratio: 0.3}
stock: {law: trace, file: trace.json}
onDemandStock: {law: bernoulli, inStock: {"2-4Gi": 0.6}}
`;
const TRACE = JSON.stringify({metadata: {gap_seconds: 600}, data: [0, 1, 0, 0, 1, 1, 0]});

const FILES = {
	'm.yaml': `${MARKET.replace('trace.json}', 'trace.json, polarity: available}')}`,
	'trace.json': TRACE,
};

/** Shards of a line by the name of a file. */
const shardsOf = async (
	line: readonly string[],
	count: number,
	scene: Scene = {},
): Promise<Readonly<Record<string, string>>> => {
	const files: Record<string, string> = {};
	for (let index = 1; index <= count; index++)
		files[`${index}.json`] = await ok([...line, '--shard', `${index}/${count}`], scene);
	return files;
};

describe('shards', () => {
	test('joined in any order print what one run prints, in every format and language', async () => {
		await fc.assert(
			fc.asyncProperty(
				plans,
				fc.integer({min: 1, max: 6}),
				fc.infiniteStream(fc.nat()),
				async ({load, strategies, market, paths, seed}, count, ranks) => {
					const line = [...LINE, ...load, ...strategies, ...market];
					line.push('--paths', String(paths), '--seed', String(seed));
					const files = await shardsOf(line, count, {files: FILES});
					const names = Object.keys(files)
						.map(name => [ranks.next().value, name] as const)
						.toSorted(([a], [b]) => a - b)
						.map(([, name]) => name);
					for (const format of FORMATS)
						for (const language of ['en', 'zh-CN']) {
							const manners = ['-o', format, '--lang', language];
							const whole = await run([...line, ...manners], {files: FILES});
							const joined = await run(['simulate', 'merge', ...names, ...manners], {files});
							expect(joined).toMatchObject({code: whole.code, out: whole.out, err: whole.err});
							expect(whole.code).toBe(0);
						}
				},
			),
			{numRuns: 8},
		);
	}, 60_000);

	test('of one stream, one a line, are joined as well', async () => {
		const files = await shardsOf([...LINE, '--paths', '9'], 4);
		const whole = await ok([...LINE, '--paths', '9', '-o', 'json']);
		const stdin = `${Object.values(files).toReversed().join('\n')}\n`;
		expect(await ok('simulate merge - -o json', {stdin})).toBe(whole);
	});

	test('indented by somebody else are the same', async () => {
		const files = await shardsOf([...LINE, '--paths', '3'], 1);
		const indented = JSON.stringify(JSON.parse(files['1.json'] ?? ''), null, 2);
		expect(await ok('simulate merge 1.json', {files: {'1.json': indented}})).toBe(
			await ok([...LINE, '--paths', '3']),
		);
	});

	test('fit their schema, those without a path too', async () => {
		const files = await shardsOf([...LINE, '--paths', '2', '--kind', 'job', '--work', '3h'], 3);
		const documents = Object.values(files).map(parseDocument);
		expect(documents.map(({from, paths}) => [from, paths])).toEqual([
			[0, 0],
			[0, 1],
			[1, 1],
		]);
		for (const document of documents) expect(await problemsOf(document)).toEqual([]);
		expect(documents[0]).toMatchObject({
			kind: 'SimulationShard',
			version: '1.2.3',
			shard: {index: 1, count: 3},
			diagnostics: expect.arrayContaining([
				expect.objectContaining({rule: 'start-up-assumed', severity: 'info'}),
			]),
			prices: {asOf: expect.stringMatching(/^\d{4}-/)},
		});
	});

	test('take about as much room as the documentation says', async () => {
		const [text = ''] = Object.values(await shardsOf([...LINE, '--paths', '200'], 1));
		const figures = 200 * 3 * (60 + 6);
		expect(text.length / figures).toBeGreaterThan(8);
		expect(text.length / figures).toBeLessThan(18);
	});

	test('draw their own paths alone', async () => {
		const requests: unknown[] = [];
		const paths: PathRunner = {
			run: async function* (_model, {from, count, workers}) {
				requests.push({from, count, workers});
				yield {from, count, strategies: []};
			},
		};
		await run([...LINE, '--paths', '10', '--shard', '2/4', '--workers', '2'], {paths});
		await run([...LINE, '--paths', '10'], {paths, env: {ECI_PLAN_SHARD: '4/4'}});
		expect(requests).toEqual([
			{from: 2, count: 3, workers: 2},
			{from: 7, count: 3, workers: null},
		]);
	});

	test('that are interrupted print nothing', async () => {
		const controller = new AbortController();
		controller.abort();
		expect(
			await run([...LINE, '--shard', '1/2'], {interruption: controller.signal, columns: 500}),
		).toMatchObject({
			code: 130,
			out: '',
			err: 'warning: The shard is interrupted, so nothing is printed: a part of it joins nothing. Run it again, or divide the paths into more shards.\n',
		});
	});
});

describe('--shard', () => {
	test.each(['x', '1', '1/', '1/0', '-1/4', '1.5/4', '1/2/3', '1/9999999'])(
		'refuses %s',
		async value => {
			await fails(
				[...LINE, `--shard=${value}`],
				2,
				`error: --shard: "${value}" doesn't have the form that is needed. Write it like "1/8".`,
			);
		},
	);

	test.each(['0/4', '5/4'])('refuses %s', async value => {
		const [part] = value.split('/');
		await fails(
			[...LINE, '--shard', value],
			2,
			`error: --shard: ${part} is outside the range from 1 to 4. Use a whole number from 1 to 4.`,
		);
	});

	test('names the variable', async () => {
		await fails(
			LINE,
			2,
			'error: ECI_PLAN_SHARD: "x" doesn\'t have the form that is needed. Write it like "1/8".',
			{env: {ECI_PLAN_SHARD: 'x'}},
		);
	});

	test('prints JSON only', async () => {
		await fails(
			[...LINE, '--shard', '1/4', '-o', 'csv'],
			2,
			'error: --output: eci-plan simulate --shard can\'t print "csv". Use json.',
		);
	});
});
