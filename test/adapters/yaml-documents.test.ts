import {describe, expect, test} from 'vitest';
import {yamlDocuments} from '../../source/adapters/yaml-documents.ts';

const parse = (text: string) => yamlDocuments.parse(text, 'plan.yaml');

const read = async (text: string): Promise<unknown> => {
	const attempt = await parse(text);
	expect(attempt).toMatchObject({ok: true});
	return attempt.ok ? attempt.value : undefined;
};

const expectProblem = async (
	text: string,
	detail: unknown,
	line: number | null = null,
	column: number | null = null,
) => {
	expect(await parse(text)).toMatchObject({
		ok: false,
		problem: {
			exitCode: 2,
			diagnostics: [{rule: 'file-malformed', facts: {file: 'plan.yaml', line, column, detail}}],
		},
	});
};

describe('what people write', () => {
	test.each<readonly [name: string, text: string, value: unknown]>([
		['YAML', 'cpu: 2\nmemory: 3Gi\n', {cpu: 2, memory: '3Gi'}],
		['JSON', '{"cpu": 2.5, "list": [1, null, true]}', {cpu: 2.5, list: [1, null, true]}],
		['nothing', '', null],
		['a comment', '# nothing\n', null],
		['a byte order mark', '\ufeffcpu: 2\n', {cpu: 2}],
		['line ends of Windows', 'cpu: 2\r\nlist:\r\n  - a\r\n', {cpu: 2, list: ['a']}],
		['a tab behind a colon', 'cpu:\t2\n', {cpu: 2}],
		[
			'words that are booleans in YAML 1.1 alone',
			'a: yes\nb: on\nc: off',
			{a: 'yes', b: 'on', c: 'off'},
		],
		['numbers for keys', '1: a\ntrue: b', {1: 'a', true: 'b'}],
		['a few aliases', 'a: &x [1]\nb: *x\n', {a: [1], b: [1]}],
		['a date', 'day: 2026-11-23', {day: '2026-11-23'}],
	])('%s', async (_name, text, value) => {
		expect(await read(text)).toEqual(value);
	});

	test('a number too large to be exact does not pass for an exact one', async () => {
		expect(await read('cpu: 123456789012345678901234567890')).toEqual({cpu: 1.2345678901234568e29});
	});

	test('a merge key is a key like any other', async () => {
		expect(await read('a: &x {b: 1}\nc: {<<: *x}')).toEqual({a: {b: 1}, c: {'<<': {b: 1}}});
	});

	test('keys of every object are data', async () => {
		const value = await read('{"__proto__": {"polluted": true}, "constructor": 1}');
		expect(Object.keys(value ?? {})).toEqual(['__proto__', 'constructor']);
		expect('polluted' in {}).toBe(false);
	});

	test('tags run nothing', async () => {
		const value = await read(
			'a: !!js/function "function(){ throw 1 }"\nb: !!python/object:os.system x',
		);
		expect(value).toEqual({a: 'function(){ throw 1 }', b: 'x'});
	});
});

describe('mistakes have a line and a column', () => {
	test('a bracket that stays open', () =>
		expectProblem('cpu: 2\nlist: [1, 2\nb: 3\n', expect.any(String), 3, 1));

	test('a tab as indentation', () =>
		expectProblem('a:\n\tb: 1', 'Tabs are not allowed as indentation', 2, 1));

	test('a key that stands twice', () =>
		expectProblem('cpu: 2\nmemory: 3Gi\ncpu: 4\n', 'Map keys must be unique', 3, 1));

	test('a key that stands twice further in, in JSON too', () =>
		expectProblem('{"a": {"b": 1, "c": 2, "b": 3}}', 'Map keys must be unique', 1, 24));

	test('a quoted key and a bare one are the same', () =>
		expectProblem('"1": a\n1: b', 'Map keys must be unique', 2, 1));

	test('several documents', () =>
		expectProblem('a: 1\n---\nb: 2', 'it holds several documents', 2, 1));

	test('an alias without its anchor', () =>
		expectProblem('a: *b', expect.stringContaining('alias')));

	test('a map for a key', () => expectProblem('? {a: 1}\n: 2', expect.any(String), 1, 3));

	test('what the library quotes of the text stays one line', async () => {
		const attempt = await parse('a: \u001b[31m\n  b: [\n\u001b]0;x\u0007');
		expect(attempt.ok).toBe(false);
		if (attempt.ok) return;
		for (const {facts} of attempt.problem.diagnostics)
			expect(JSON.stringify(facts)).not.toContain('\\n');
	});
});

describe('texts made to hurt', () => {
	const inTime = async (text: string, milliseconds = 5000) => {
		const start = performance.now();
		const attempt = await parse(text);
		expect(performance.now() - start).toBeLessThan(milliseconds);
		return attempt;
	};

	const bomb = (levels: number) =>
		Array.from({length: levels}, (_, level) => {
			const items = level === 0 ? 'lol' : `*a${level - 1}`;
			return `a${level}: &a${level} [${Array(10).fill(items).join(',')}]`;
		}).join('\n');

	test('a bomb of aliases', async () => {
		for (const levels of [4, 9, 12])
			expect(await inTime(bomb(levels))).toMatchObject({ok: false, problem: {exitCode: 2}});
	});

	test('many aliases of one anchor', async () => {
		const text = `a: &a [1]\nb: [${Array(500).fill('*a').join(',')}]`;
		expect(await inTime(text)).toMatchObject({ok: false});
	});

	test('an alias of itself', async () => {
		for (const text of ['a: &a [*a]', '&a {a: *a}', 'pod: &x {labels: {a: *x}}'])
			await expectProblem(text, expect.stringContaining('stands inside of what it repeats'));
	});

	test.each([
		['open brackets', '['.repeat(100_000)],
		['open braces', '{a: '.repeat(100_000)],
		['list marks', `${'- '.repeat(5000)}a`],
		['question marks', `${'? '.repeat(20_000)}a`],
		[
			'growing indentation',
			Array.from({length: 3000}, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
		],
	])('depth by %s', async (_name, text) => {
		expect(await inTime(text)).toMatchObject({ok: false, problem: {exitCode: 2}});
	});

	test('a flat file of many keys takes its time in proportion', async () => {
		const text = Array.from({length: 20_000}, (_, index) => `key${index}: 1`).join('\n');
		expect(await inTime(text, 10_000)).toMatchObject({ok: true});
	});

	test('what is nested as deep as plans ever are is taken', async () => {
		expect(await inTime(`${'{a: '.repeat(50)}1${'}'.repeat(50)}`)).toMatchObject({ok: true});
	});
});
