import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {report} from '../../source/domain/rules/rules.ts';
import {fails, ok, run} from '../helpers/memory-world.ts';
import {documentOf, parseDocument, problemsOf} from './document.ts';

const HEADER = 'region,zone,type,onDemand,spot,currency,asOf';
const CSV = `${HEADER}
cn-hangzhou,cn-hangzhou-h,ecs.c6.large,0.40,0.039,CNY,2026-11-01
cn-hangzhou,,ecs.c6.xlarge,-1,,CNY,2026-11-01
us-east-1,us-east-1a,ecs.c6.large,0.50,,CNY,2026-11-01
mars,,ecs.c6.large,0.40,,CNY,2026-11-01
cn-hangzhou,,ecs.zz.large,0.40,,CNY,2026-11-01
cn-hangzhou,,ecs.c6.99xlarge,0.40,,CNY,2026-11-01
`;
const files = {'work/prices.csv': CSV};
const FILE = ['prices', 'import', 'work/prices.csv'];

const HISTORY = JSON.stringify({
	Currency: 'CNY',
	SpotPrices: {
		SpotPriceType: [
			{
				InstanceType: 'ecs.c6.large',
				ZoneId: 'cn-hangzhou-h',
				SpotPrice: 0.05,
				Timestamp: '2026-11-20T09:00:00Z',
			},
		],
	},
});

describe('prices import', () => {
	test('says what it took and what it left', async () => {
		expect(await ok(FILE, {files, columns: 80})).toBe(`Price import
  File     prices.csv
  Format   price list
  Taken    3
  Left     4
  Regions  cn-hangzhou, us-east-1

What became of the prices
  Outcome  Why                                         Prices
  Taken    on-demand prices                                 2
  Taken    spot prices                                      1
  Left     can't be understood                              1
  Left     of a region that eci-plan has no prices of       1
  Left     of a family that ECI doesn't run                 1
  Left     of a type whose size is unknown                  1

Prices that can't be understood
  Line  Field     Why
     3  onDemand  isn't a price above 0 with at most 12 places and 15 digits
`);
	});

	test('keeps the prices, with a note', async () => {
		const {imported, writes, err} = await run(FILE, {files});
		expect({writes, err}).toEqual({writes: 1, err: ''});
		expect(imported.notes).toEqual([
			{source: 'prices.csv', format: 'price-list', addedOn: '2026-11-23', taken: 3},
		]);
		expect(imported.regions.get('cn-hangzhou')).toEqual({
			overlay: {
				sources: ['prices.csv'],
				sizes: [],
				onDemand: [['CNY', 'ecs.c6.large', '0.4', '2026-11-01', 0]],
				subscription: [],
				spot: [['CNY', 'ecs.c6.large', 'cn-hangzhou-h', '0.039', '2026-11-01', 0]],
				advice: [],
				unitPrices: [],
			},
			series: [
				[
					'CNY',
					'ecs.c6.large',
					'cn-hangzhou-h',
					[[Date.UTC(2026, 10, 1) / 1000, '0.039']],
					['prices.csv'],
				],
			],
		});
		expect([...imported.regions.keys()]).toEqual(['cn-hangzhou', 'us-east-1']);
	});

	test('as JSON fits its schema', async () => {
		expect(await documentOf(FILE, 'PriceImport', {files})).toEqual({
			apiVersion: 'eci-plan/v1',
			kind: 'PriceImport',
			file: 'prices.csv',
			format: 'price-list',
			taken: 3,
			left: 4,
			takenByKind: [
				{kind: 'on-demand', prices: 2},
				{kind: 'spot', prices: 1},
			],
			takenByRegion: [
				{region: 'cn-hangzhou', prices: 2},
				{region: 'us-east-1', prices: 1},
			],
			leftByReason: [
				{reason: 'broken', prices: 1},
				{reason: 'region-unknown', prices: 1},
				{reason: 'family-unsupported', prices: 1},
				{reason: 'size-unknown', prices: 1},
			],
			broken: [{line: 3, reason: 'price-invalid', field: 'onDemand'}],
			diagnostics: [],
		});
	});

	test('as CSV, Markdown and in Chinese', async () => {
		expect(await ok([...FILE, '-o', 'csv'], {files})).toBe(
			[
				'outcome,reason,prices',
				'taken,on-demand,2',
				'taken,spot,1',
				'left,broken,1',
				'left,region-unknown,1',
				'left,family-unsupported,1',
				'left,size-unknown,1',
				'',
			].join('\n'),
		);
		expect(await ok([...FILE, '-o', 'markdown'], {files})).toContain('| Taken |');
		expect(await ok([...FILE, '--lang', 'zh-CN'], {files})).toContain('已导入');
	});

	test('reads standard input', async () => {
		const {out, imported} = await run(['prices', 'import', '-'], {stdin: HISTORY});
		expect(out).toContain('standard input');
		expect(out).toContain('DescribeSpotPriceHistory');
		expect(imported.notes).toMatchObject([{source: 'standard input', taken: 1}]);
	});

	test('lays one import over another; a second time changes nothing', async () => {
		const first = await run(FILE, {files});
		const second = await run(FILE, {files, imported: first.imported});
		expect(second.imported).toEqual(first.imported);
		expect(second.out).toBe(first.out);
		const older = {'old.csv': `${HEADER}\ncn-hangzhou,,ecs.c6.large,9,,CNY,2026-10-01\n`};
		const third = await run(['prices', 'import', 'old.csv'], {
			files: older,
			imported: first.imported,
		});
		expect(third.imported).toEqual(first.imported);
		expect(third.out).toContain('older than what is there');
		expect(third.err).toBe(
			'warning: Nothing of old.csv can be used, so nothing is changed. The table says why, price by price.\n',
		);
	});

	test('names the first ten broken prices, and counts the rest', async () => {
		const broken = `${HEADER}\n${'cn-hangzhou,,ecs.c6.large,0,,CNY,2026-11-01\n'.repeat(1234)}`;
		const out = await ok('prices import a.csv', {files: {'a.csv': broken}});
		expect(out).toContain("Left     can't be understood   1,234\n");
		expect(out).toContain('    11  onDemand');
		expect(out).not.toContain('    12  onDemand');
		expect(out).toContain('     …            and 1,224 more\n');
	});
});

describe('a long import', () => {
	/** Each look at the clock takes half a second. */
	const slowly = () => {
		let now = 0;
		return () => (now += 500);
	};

	test('shows how far it is on a terminal, and takes that away', async () => {
		const terminals = {stderr: true};
		const {err} = await run(FILE, {files, terminals, elapsed: slowly(), columns: 80});
		const [, ...frames] = err.split('\r\u001b[K');
		expect(frames.at(0)).toMatch(/^Importing prices\.csv \[#{30}\] 100 % \d prices$/);
		expect(frames.length).toBeGreaterThan(2);
		expect(frames.at(-1)).toBe('');
		const quiet = await run([...FILE, '--quiet'], {files, terminals, elapsed: slowly()});
		expect(quiet.err).toBe('');
		expect((await run(FILE, {files, elapsed: slowly()})).err).toBe('');
	});

	test('from standard input shows how many prices there are so far', async () => {
		const scene = {stdin: CSV, terminals: {stderr: true}, elapsed: slowly()};
		const {err} = await run(['prices', 'import', '-', '--lang', 'zh-CN'], scene);
		expect(err.split('\r\u001b[K')[1]).toMatch(/^正在导入 标准输入 \d 条价格$/);
	});

	test('that fails takes the line away before it says why', async () => {
		const {code, err} = await run(['prices', 'import', 'a.json'], {
			files: {'a.json': `${`${HISTORY}\n`.repeat(5)}[`},
			terminals: {stderr: true},
			env: {NO_COLOR: '1'},
			elapsed: slowly(),
		});
		expect(code).toBe(2);
		expect(err.split('\r\u001b[K').at(-1)).toMatch(/^error: Can't import a\.json/);
	});
});

describe('what a file does not say', () => {
	const bare = {'a.csv': 'region,type,onDemand\ncn-hangzhou,ecs.c6.large,0.055\n'};
	const line = ['prices', 'import', 'a.csv'];
	const currencyIn = async (args: readonly string[], scene: object = {}) => {
		const {imported} = await run([...line, ...args], {files: bare, ...scene});
		return imported.regions.get('cn-hangzhou')?.overlay.onDemand[0]?.[0];
	};

	test('is assumed, and the assumption said', async () => {
		const {err, imported} = await run(line, {files: bare, changedOn: '2026-11-20', columns: 1000});
		expect(err).toBe(
			[
				"warning: a.csv has prices without a currency, so they are taken as CNY. If that's wrong, run eci-plan prices reset and import it again with --currency USD.",
				'note: a.csv has prices without a date, so they are taken as those of 2026-11-20. Keep in mind that they may be older.',
				'',
			].join('\n'),
		);
		expect(imported.regions.get('cn-hangzhou')?.overlay.onDemand).toEqual([
			['CNY', 'ecs.c6.large', '0.055', '2026-11-20', 0],
		]);
	});

	test('is taken with a warning where the last line may be cut off', async () => {
		const whole = 'region,type,currency,asOf,onDemand\ncn-hangzhou,ecs.c6.large,CNY,2026-11-01,0.3';
		const {err, imported} = await run(line, {files: {'a.csv': whole}, columns: 1000});
		expect(err).toBe(
			'warning: a.csv ends inside of line 2, without a line end, so nobody can tell whether the last price is whole. Compare it with where the file comes from; a line end behind it settles the matter.\n',
		);
		expect(imported.regions.get('cn-hangzhou')?.overlay.onDemand).toHaveLength(1);
		expect(await run(line, {files: {'a.csv': `${whole}\n`}})).toMatchObject({err: ''});
	});

	test('stands in the document, and --quiet says errors only', async () => {
		const {out, err} = await run([...line, '-o', 'json'], {files: bare});
		expect(err).toBe('');
		const document = parseDocument(out);
		expect(await problemsOf(document)).toEqual([]);
		expect(document).toMatchObject({
			diagnostics: [{rule: 'import-currency-assumed'}, {rule: 'import-date-assumed'}],
		});
		expect(await run([...line, '--quiet'], {files: bare})).toMatchObject({code: 0, err: ''});
	});

	test('is the currency of the flag, its twin, the setting', async () => {
		expect(await currencyIn(['--currency', 'USD'])).toBe('USD');
		expect(await currencyIn([], {env: {ECI_PLAN_CURRENCY: 'USD'}})).toBe('USD');
		expect(await currencyIn([], {defaults: {currency: 'USD'}})).toBe('USD');
		expect(await currencyIn(['--currency', 'CNY'], {defaults: {currency: 'USD'}})).toBe('CNY');
	});
});

describe('an import that fails changes nothing', () => {
	test.each([
		['', 2, 'error: The argument FILE is missing. Add it after the command.'],
		['none.csv', 4, "error: Can't read none.csv: it doesn't exist. Check the path."],
		[
			'secret.csv',
			4,
			"error: Can't read secret.csv: you aren't allowed to. Check the permissions of the file and its folder.",
		],
		['folder', 4, "error: Can't read folder: it's a folder. Name a file inside it."],
		[
			'empty.csv',
			2,
			"error: Can't import empty.csv: it's empty. Nothing is changed. Check that the file is what you mean.",
		],
		[
			'cut.json',
			2,
			"error: Can't import cut.json: it ends too early at line 2. Nothing is changed. Fetch the whole file and import it again.",
		],
		[
			'wrong.json',
			2,
			"error: Can't import wrong.json: it isn't valid JSON at line 1. Nothing is changed. Correct it, or fetch the file again.",
		],
		[
			'text.txt',
			2,
			"error: Can't tell what prices text.txt holds. Import Alibaba Cloud's instancePrice.json, an answer of its price APIs, a spot trace, or a CSV with the columns region, zone, type, onDemand, spot, currency and asOf.",
		],
		[
			'trace.csv',
			2,
			"error: The name of the spot trace trace.csv doesn't say which instance type and zone it's about. Name the file after both, such as ecs.c6.large_cn-hangzhou-h.csv.",
		],
		[
			'a.csv extra',
			2,
			'error: "extra" is one argument too many. Remove it, or put a value that contains blanks in quotes.',
		],
		[
			'a.csv --currency EUR',
			2,
			'error: --currency: "EUR" isn\'t one of the choices. Use one of CNY or USD.',
		],
	])('%j', async (args, code, said) => {
		await fails(`prices import ${args}`, code, said, {
			files: {
				'empty.csv': '',
				'cut.json': `${HISTORY}\n[${HISTORY}`,
				'wrong.json': `${HISTORY}}`,
				'text.txt': 'hello',
				'trace.csv': 'SpotPrice,Timestamp\n1,2\n',
			},
			forbidden: ['secret.csv'],
			folders: ['folder'],
		});
	});

	test('because the folder of the settings can not be written', async () => {
		await fails(
			FILE,
			4,
			"error: Can't write prices: the disk is read-only. Use a path on another disk.",
			{files, isReadOnly: true},
		);
	});
});

describe('control characters of a file', () => {
	test('never reach the terminal', async () => {
		const name = '\u001b[31mred.csv';
		const {out, err, imported} = await run(['prices', 'import', name], {
			files: {
				[name]: `${HEADER}\ncn-hangzhou,,\u001b[2J,1,,CNY,2026-11-01\n${CSV.slice(HEADER.length + 1)}`,
			},
		});
		expect(out + err).not.toContain('\u001b');
		expect(JSON.stringify([...imported.regions])).not.toContain('\u001b');
		expect(out).toContain('\\u001b[31mred.csv');
	});
});

describe('set-aside imports', () => {
	test('are said once, and the import goes on', async () => {
		const aside = report('import-set-aside', {
			file: 'a.json',
			movedTo: 'a.bak',
			reason: 'not JSON',
		});
		const {code, err} = await run(FILE, {
			files: {'work/prices.csv': `${HEADER}\ncn-hangzhou,,ecs.c6.large,1,,CNY,2026-11-01\n`},
			importDiagnostics: [aside],
			columns: 1000,
		});
		expect({code, err}).toEqual({
			code: 0,
			err: "warning: The imported prices in a.json can't be used (not JSON), so the file is moved to a.bak and the shipped prices apply. Import the prices again with eci-plan prices import.\n",
		});
	});
});

describe('prices reset', () => {
	test('forgets what was imported, and says which', async () => {
		const {imported} = await run(FILE, {files});
		const ended = await run(['prices', 'reset'], {imported, columns: 1000});
		expect(ended).toMatchObject({
			code: 0,
			out: '',
			err: 'note: The prices imported from prices.csv are forgotten; the shipped prices apply. Import them again with eci-plan prices import.\n',
			writes: 1,
			imported: {notes: []},
		});
		expect(ended.imported.regions.size).toBe(0);
	});

	test('says first what of it could not be read', async () => {
		const {imported} = await run(FILE, {files});
		const facts = {file: 'notes.json', movedTo: 'notes.bak', reason: 'not JSON'} as const;
		const importDiagnostics = [report('import-set-aside', facts)];
		const {err} = await run(['prices', 'reset'], {imported, importDiagnostics});
		expect(err).toMatch(/^warning: .*notes\.json.*\nnote: .*prices\.csv are forgotten/);
	});

	test('says when there is nothing to forget', async () => {
		expect(await run(['prices', 'reset'])).toMatchObject({
			code: 0,
			writes: 0,
			err: 'note: No prices are imported, so there is nothing to forget. The shipped prices apply.\n',
		});
	});
});

test('taken and left together are all the prices of a file', async () => {
	const anyCell = fc.constantFrom('0.39', '0', 'x', '', '-1', '1e-2');
	const anyRow = fc.record({
		region: fc.constantFrom('cn-hangzhou', 'mars', ''),
		zone: fc.constantFrom('cn-hangzhou-h', 'us-east-1a', '', 'nowhere'),
		type: fc.constantFrom('ecs.c6.large', 'ecs.zz.large', 'ecs.c6.99xlarge', ''),
		onDemand: anyCell,
		spot: anyCell,
		currency: fc.constantFrom('CNY', 'USD', 'EUR', ''),
		asOf: fc.constantFrom('2026-11-01', '2026-10-01', 'today', ''),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(anyRow, {minLength: 1, maxLength: 15}), async rows => {
			const lines = rows.map(row => Object.values(row).join(','));
			const given = rows.map(({onDemand, spot}) =>
				Math.max(1, Number(onDemand !== '') + Number(spot !== '')),
			);
			const out = await ok('prices import a.csv -o json', {
				files: {'a.csv': [HEADER, ...lines].join('\n')},
			});
			const {taken, left} = parseDocument(out);
			expect(Number(taken) + Number(left)).toBe(given.reduce((a, b) => a + b, 0));
		}),
		{numRuns: 50},
	);
});
