import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {fails, ok, run} from '../helpers/memory-world.ts';
import {parseDocument} from './document.ts';

/** A service, and batch work, of which more is said. */
const BATCH =
	'simulate --cpu 2 --memory 4Gi --horizon 2d --kind job --work 9h --checkpoint-every 1h --deadline 12h --runs-per-day 2 --mtbf 9h --paths 12';

const LINE =
	'simulate --cpu 2 --memory 4Gi --horizon 2d --strategies on-demand,spot-limit,reserved --families c6 --paths 12';

const drawn: Record<string, string> = {};

beforeAll(async () => {
	for (const shard of ['1/3', '2/3', '3/3', '1/2'])
		drawn[shard] = await ok(`${LINE} --shard ${shard}`);
	for (const shard of ['1/3', '2/3', '3/3'])
		drawn[`batch ${shard}`] = await ok(`${BATCH} --shard ${shard}`);
	drawn['seed'] = await ok(`${LINE} --shard 2/3 --seed 2`);
	drawn['later'] = await ok(`${LINE} --shard 2/3`, {today: '2026-11-24'});
});

const text = (name: string): string => drawn[name] ?? '';

/** `merge a b`: the shards of these names, each in a file of its own. */
const files = (names: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(names).map(([file, name]) => [file, text(name)]));

describe('what is no whole simulation', () => {
	test('misses shards, which are named', async () => {
		await fails(
			'simulate merge a b',
			2,
			'error: The shard 2/3 of the 12 paths is missing. Draw what is missing with --shard 2/3 and the same flags.',
			{files: files({a: '3/3', b: '1/3'})},
		);
		await fails(
			'simulate merge a',
			2,
			'error: Shards 1/3 and 3/3 of the 12 paths are missing. Draw what is missing with --shard 1/3 and the same flags.',
			{files: files({a: '2/3'})},
		);
	});

	test('misses paths, where the parts are of two divisions', async () => {
		await fails(
			'simulate merge a b',
			2,
			'error: Of the 12 paths, 6-7 are missing (counted from 0). Draw all shards of one division with --shard 1/n to n/n.',
			{files: files({a: '1/2', b: '3/3'})},
		);
	});

	test('has paths twice', async () => {
		await fails(
			'simulate merge a b a',
			2,
			'error: a: Paths 0 to 3 are in a too. Name each shard once, and shards of one division only.',
			{files: files({a: '1/3', b: '2/3'})},
		);
		await fails(
			'simulate merge a b',
			2,
			'error: b: Paths 4 to 5 are in a too. Name each shard once, and shards of one division only.',
			{files: files({a: '1/2', b: '2/3'})},
		);
	});

	test('is of two simulations', async () => {
		await fails(
			'simulate merge a b',
			2,
			'error: b: The shard is of another simulation than a: they differ in run.setup.model.seed. Draw all shards with the same flags, files, prices and date; ECI_PLAN_NOW pins the date.',
			{files: files({a: '1/3', b: 'seed'})},
		);
		const ended = await run(['simulate', 'merge', 'a', 'b'], {
			files: files({a: '1/3', b: 'later'}),
		});
		expect(ended).toMatchObject({code: 2, out: ''});
		expect(ended.err).toContain('run.prices.ageDays');
	});

	test('is in Chinese, too', async () => {
		await fails(
			'simulate merge a b --lang zh-CN',
			2,
			'错误：12 条路径中缺少分片 2/3。请用相同的选项和 --shard 2/3 补充缺少的部分。',
			{files: files({a: '3/3', b: '1/3'})},
		);
	});
});

describe('what is no shard', () => {
	test('is a file that is missing', async () => {
		await fails('simulate merge a', 4, "error: Can't read a: it doesn't exist. Check the path.");
		await fails(
			'simulate merge',
			2,
			'error: The argument FILE is missing. Add it after the command.',
		);
	});

	test.each([
		[
			'',
			'a: a is empty. It should hold a SimulationShard; eci-plan schema SimulationShard shows its fields.',
		],
		['web', "a: Can't understand a: it is no JSON. Check that the file is what you mean."],
		[
			'{"kind":"Plan"}',
			'a: A document of kind "Plan" isn\'t a shard of a simulation. Use a document with kind: SimulationShard; eci-plan schema SimulationShard shows its fields.',
		],
		[
			'[]',
			'a: A document of kind "" isn\'t a shard of a simulation. Use a document with kind: SimulationShard; eci-plan schema SimulationShard shows its fields.',
		],
		[
			'{"kind":"SimulationShard","version":"0.0.9"}',
			'a: The shard is from eci-plan 0.0.9, and this is 1.2.3, which may draw and print otherwise. Merge it with npx eci-plan@0.0.9, or draw all shards again with one version.',
		],
		[
			'{"kind":"SimulationShard","version":"\\u001b[2J"}',
			'a: The shard is from eci-plan \\u001b[2J, and this is 1.2.3, which may draw and print otherwise. Merge it with npx eci-plan@\\u001b[2J, or draw all shards again with one version.',
		],
		[
			'{"kind":"SimulationShard"}',
			'a: This is no shard as eci-plan writes it: apiVersion is missing. Draw the shard again, and pass on its whole output unchanged.',
		],
	])('is %s', async (content, said) => {
		await fails('simulate merge a', 2, `error: ${said}`, {files: {a: content}});
	});

	test('is one that is cut off', async () => {
		await fails(
			'simulate merge a',
			2,
			"error: a: Can't understand a: it is no JSON. Check that the file is what you mean.",
			{files: {a: text('1/3').slice(0, 5000)}},
		);
		await fails(
			'simulate merge -',
			2,
			"error: -: Can't understand standard input at line 2: it is no JSON. Correct line 2 and try again.",
			{stdin: `${text('1/3')}npm notice\n`},
		);
	});
});

/** A path into a document and what is put there; undefined takes the field away. */
type Change = readonly [path: string, value: unknown];

const changed = (shard: string, [path, value]: Change): string => {
	const document: unknown = JSON.parse(text(shard));
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const parent = keys.reduce<unknown>(
		(at, key) => (at as Readonly<Record<string, unknown>>)[key],
		document,
	) as Record<string, unknown>;
	if (value === undefined) delete parent[last];
	else Object.defineProperty(parent, last, {value, enumerable: true, configurable: true});
	return JSON.stringify(document);
};

/** Paths to the values of every object, and to the first three of every list. */
const leavesOf = (value: unknown): readonly string[] => {
	if (typeof value !== 'object' || value === null) return [''];
	const entries = Object.entries(value);
	const shown = Array.isArray(value) ? entries.slice(0, 3) : entries;
	return shown.flatMap(([key, item]) =>
		leavesOf(item).map(path => (path === '' ? key : `${key}.${path}`)),
	);
};

describe('a shard that was tampered with', () => {
	const WRONG = "isn't what eci-plan writes there";
	const SIZE = "doesn't go with the number of paths, cells or specs";
	const SUM = "doesn't add up with the other figures";
	test.each([
		['version', 7, 'version', WRONG],
		['apiVersion', 'eci-plan/v2', 'apiVersion', WRONG],
		['from', 5, 'from', SIZE],
		['paths', 1e6, 'paths', SIZE],
		['paths', 1e9, 'paths', WRONG],
		['shard.index', 0, 'shard.index', WRONG],
		['shard.index', 4, 'shard.index', WRONG],
		['shard.count', 1e9, 'shard.count', WRONG],
		['shard.count', 4, 'from', SIZE],
		['more', 1, 'more', 'is nothing that a shard has'],
		['__proto__', {}, '__proto__', 'is nothing that a shard has'],
		['strategies', [], 'strategies', SIZE],
		['strategies.0', null, 'strategies[0]', WRONG],
		['strategies.1.cost', [], 'strategies[1].cost', SIZE],
		['strategies.1.cost.2', 'a', 'strategies[1].cost[2]', WRONG],
		['strategies.1.cost.2', 1, 'strategies[1].cost[2]', SUM],
		['strategies.1.cells.59', 1, 'strategies[1].cost[0]', SUM],
		['strategies.1.cells.59', 1e300, 'strategies[1].cells[59]', WRONG],
		['strategies.0.interruptions.0', -1, 'strategies[0].interruptions[0]', WRONG],
		['strategies.0.runsInTime.0', 1, 'strategies[0].runsInTime[0]', SUM],
		['strategies.0.billedSeconds.0', 1, 'strategies[0].billedSeconds', SUM],
		['strategies.0.billedSeconds.0', 0.5, 'strategies[0].billedSeconds', SUM],
		['strategies.0.totals.spotSeconds', [], 'strategies[0].totals.spotSeconds', SIZE],
		['strategies.0.totals.spotSeconds.0', '-1', 'strategies[0].totals.spotSeconds[0]', WRONG],
		[
			'strategies.0.totals.spotSeconds.0',
			'9'.repeat(1001),
			'strategies[0].totals.spotSeconds[0]',
			WRONG,
		],
		['run.setup.paths', 0, 'run.setup.paths', WRONG],
		['run.setup.paths', 24, 'from', SIZE],
		['run.setup.currency', 'EUR', 'run.setup.currency', WRONG],
		['run.setup.region', '\u001b]0;x\u0007', 'run.setup.region', WRONG],
		['run.setup.baseline', 'ecs', 'run.setup.baseline', WRONG],
		['run.setup.shown', ['spot', 'spot'], 'run.setup.shown', WRONG],
		['run.setup.rates', [], 'run.setup.rates', SIZE],
		['run.setup.rates.0.onDemandPerSecond', '1/0', 'run.setup.rates[0].onDemandPerSecond', WRONG],
		['run.setup.model.cells', 1e9, 'run.setup.model.cells', WRONG],
		['run.setup.model.cells', 59, 'strategies[0].cells', SIZE],
		['run.setup.model.strategies', [], 'run.setup.model.strategies', WRONG],
		['run.setup.model.strategies.0.entries', [99], 'run.setup.model.strategies[0].entries', WRONG],
		['run.setup.model.strategies.1.name', 'on-demand', 'run.setup.model.strategies', WRONG],
		['run.setup.model.market.price.law', 'toString', 'run.setup.model.market.price.law', WRONG],
		[
			'run.setup.model.market.price.sigma',
			undefined,
			'run.setup.model.market.price.sigma',
			'is missing',
		],
		['run.setup.model.entries.0.spec', 'a\u202eb', 'run.setup.model.entries[0].spec', WRONG],
		['run.setup.model.workload.windows.ofReplica.0', 7, 'run.setup.model.workload.windows', WRONG],
		['run.setup.assumptions.0.facts', {}, 'run.setup.assumptions[0].facts.name', 'is missing'],
		['run.said.0.texts.en.message', 'a\nb', 'run.said[0].texts.en.message', WRONG],
		['run.said.0.rule', 'A B', 'run.said[0].rule', WRONG],
		['run.prices.asOf', 'yesterday', 'run.prices.asOf', WRONG],
	])('is refused: %s', async (path, value, field, problem) => {
		await fails(
			'simulate merge a',
			2,
			`error: a: This is no shard as eci-plan writes it: ${field} ${problem}. Draw the shard again, and pass on its whole output unchanged.`,
			{files: {a: changed('2/3', [path, value])}},
		);
	});

	test.each(['', 'batch '])(
		'never breaks anything: %s',
		async load => {
			const leaves = leavesOf(parseDocument(text(`${load}2/3`)));
			const values = fc.oneof(
				fc.constantFrom(0, -1, 1e-300, 1e15, 1e308, '', '0', '1/3', null, [], {}, true),
				fc.jsonValue({maxDepth: 1}),
			);
			await fc.assert(
				fc.asyncProperty(fc.constantFrom(...leaves), values, async (path, value) => {
					const [a, b, c] = ['1/3', '2/3', '3/3'].map(shard =>
						changed(`${load}${shard}`, [path, value]),
					);
					const {code, out, err} = await run(['simulate', 'merge', 'a', 'b', 'c'], {
						files: {a: a ?? '', b: b ?? '', c: c ?? ''},
					});
					expect([0, 2]).toContain(code);
					expect(code === 2 ? out : '').toBe('');
					const printed = `${out}${err}`.replaceAll('\n', '');
					expect(printed).not.toMatch(/[\p{Cc}\p{Bidi_Control}]|NaN|Infinity/u);
				}),
				{numRuns: 150},
			);
		},
		60_000,
	);
});
