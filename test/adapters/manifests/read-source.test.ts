import {describe, expect, test} from 'vitest';
import {readSource} from '../../../source/adapters/manifests/read-source.ts';
import {nearestNode} from '../../../source/domain/manifest/source/find-node.ts';
import {positionsIn} from '../../../source/domain/manifest/source/position.ts';

const valuesIn = (text: string): readonly unknown[] => {
	const {file, diagnostics} = readSource('a.yaml', text);
	expect(diagnostics).toEqual([]);
	return file.documents.map(({value}) => value);
};

/** `rule line:column` of all that is reported. */
const reported = (text: string): readonly string[] =>
	readSource('a.yaml', text).diagnostics.map(
		({rule, source}) => `${rule} ${source?.line}:${source?.column}`,
	);

const detailOf = (text: string): string => {
	const [diagnostic] = readSource('a.yaml', text).diagnostics;
	return diagnostic?.rule === 'manifest-malformed' ? diagnostic.facts.detail : '';
};

/** A map that doubles with each of its levels. */
const bomb = (levels: number): string =>
	[
		'l0: &l0 [x, x]',
		...Array.from({length: levels}, (_, n) => `l${n + 1}: &l${n + 1} [*l${n}, *l${n}]`),
	].join('\n');

describe('documents', () => {
	test.each<readonly [name: string, text: string, values: readonly unknown[]]>([
		['nothing', '', []],
		['space', '\n  \n', []],
		['comments alone', '# a\n---\n# b\n---\n', []],
		['one without end of line', 'a: 1', [{a: 1}]],
		['several', 'a: 1\n---\nb: 2\n--- # next\nc: 3\n', [{a: 1}, {b: 2}, {c: 3}]],
		['a marker with the document on its line', '--- {a: 1}\n--- [2]', [{a: 1}, [2]]],
		[
			'dashes that mark nothing',
			'a: |\n  ---\n  x\nb: "--- "\nc: ---x',
			[{a: '---\nx\n', b: '--- ', c: '---x'}],
		],
		['ends of documents', 'a: 1\n...\n# then\n---\nb: 2\n...\n', [{a: 1}, {b: 2}]],
		['no marker behind an end', 'a: 1\n...\nb: 2\n', [{a: 1}, {b: 2}]],
		['directives', '%YAML 1.2\n---\na: 1\n...\n# c\n%YAML 1.1\n---\nb: 2', [{a: 1}, {b: 2}]],
		['line ends of Windows', 'a:\r\n  b: 1\r\n---\r\nc: 2\r\n', [{a: {b: 1}}, {c: 2}]],
		['line ends of old Macs', 'a: 1\r---\rb: 2\r', [{a: 1}, {b: 2}]],
		['a byte order mark', '\ufeffa: 1\n', [{a: 1}]],
		['one before a marker', '\ufeff---\na: 1\n', [{a: 1}]],
		[
			'files one behind the other, each with its mark',
			'\ufeffa: 1\n\ufeff# b\n---\nb: 2',
			[{a: 1}, {b: 2}],
		],
		['line separators that are none in YAML', 'a: "x\u2028---\u2028y"', [{a: 'x\u2028---\u2028y'}]],
		['null', '--- null\n---\n~\n--- ""', ['']],
	])('%s', (_name, text, values) => {
		expect(valuesIn(text)).toEqual(values);
	});

	test('of JSON with tabs, alone and one behind the other', () => {
		const one = '{\n\t"a": [\n\t\t1\n\t]\n}\n';
		expect(valuesIn(one)).toEqual([{a: [1]}]);
		expect(valuesIn(one + one + one)).toEqual([{a: [1]}, {a: [1]}, {a: [1]}]);
		expect(valuesIn('{"a":"}"}\r\n{"b":2}')).toEqual([{a: '}'}, {b: 2}]);
	});

	test('a closing brace in a text of two lines parts nothing', () => {
		expect(valuesIn('{"a": "x}\n  {y"}')).toEqual([{a: 'x} {y'}]);
	});

	test('keys of every object are data', () => {
		const [value] = valuesIn('__proto__: {polluted: true}\nconstructor: 1\n');
		expect(Object.keys(value ?? {})).toEqual(['__proto__', 'constructor']);
		expect('polluted' in {}).toBe(false);
	});

	test('are counted without the empty ones, and know their part of the text', () => {
		const text = '---\n---\na: 1\n---\n# no\n---\nb: 2';
		const {file} = readSource('a.yaml', text);
		expect(file.documents.map(({index}) => index)).toEqual([1, 2]);
		expect(file.documents.map(({span}) => text.slice(span.start, span.end))).toEqual([
			'---\na: 1\n',
			'---\nb: 2',
		]);
	});
});

describe('scalars are read as kubectl reads them', () => {
	test.each<readonly [text: string, value: unknown]>([
		['yes', true],
		['Off', false],
		['y', true],
		['N', false],
		['0777', 511],
		['0o17', 15],
		['0x1F', 31],
		['-0b11', -3],
		['08', 8],
		['1_000', 1000],
		['1e3', 1000],
		['1E-2', 0.01],
		['.5', 0.5],
		['5.', 5],
		['._5', '._5'],
		['1:20', '1:20'],
		['2001-01-01', '2001-01-01'],
		['2001-01-01T00:00:00Z', '2001-01-01T00:00:00Z'],
		['9007199254740993', 9_007_199_254_740_993n],
		['-9223372036854775808', -(2n ** 63n)],
		['18446744073709551616', 18_446_744_073_709_552_000],
		['1e999', '1e999'],
		['.inf', Number.POSITIVE_INFINITY],
		['~', null],
		['Null', null],
		['nULL', 'nULL'],
		['500m', '500m'],
		['+5', 5],
		['_1', '_1'],
		['"yes"', 'yes'],
		["'08'", '08'],
		['!!str 5', '5'],
		['!!int "5"', 5],
		['!!float 1', 1],
		['!!bool "on"', true],
		['!!null ""', null],
		['! 5', '5'],
		['!Custom 5', '5'],
		['!!binary aGk=', 'aGk='],
		['!!timestamp 2001-01-01', '2001-01-01'],
	])('%s', (text, value) => {
		expect(valuesIn(`a: ${text}\n`)).toEqual([{a: value}]);
	});

	test('keys too', () => {
		expect(valuesIn('on: 1\n0x10: 2\n"yes": 3\n1.5: 4\n')).toEqual([
			{true: 1, 16: 2, yes: 3, '1.5': 4},
		]);
	});

	test('aliases and merges', () => {
		const text =
			'a: &a {x: 1, z: 2}\nb: {<<: *a, z: 3}\nc: {<<: [{x: 9}, *a]}\nd: *a\ne: {"<<": 1}';
		expect(valuesIn(text)).toEqual([
			{
				a: {x: 1, z: 2},
				b: {x: 1, z: 3},
				c: {x: 9, z: 2},
				d: {x: 1, z: 2},
				e: {'<<': 1},
			},
		]);
	});

	// Each as `kubectl annotate --local -o yaml` prints it.
	test.each([
		['the later of two merges wins', '<<: {x: 1, z: 1}\n<<: {x: 2}', {x: 2, z: 1}],
		['the first of a list wins', '<<: [{x: 1}, {x: 2, z: 2}]', {x: 1, z: 2}],
		['a merge wins over the keys before it', 'x: 1\n<<: {x: 2}', {x: 2}],
		['a key wins over the merges before it', '<<: {x: 1}\nx: 2', {x: 2}],
		['a boolean for a merged key', '<<: {true: 1}\ntrue: 2', {true: 2}],
		['a boolean for a merged key in quotes', '<<: {"true": 1}\nyes: 2', {true: 2}],
		['a number for a merged key', '<<: {8080: 1}\n8080: 2', {8080: 2}],
		['merges of merges', '<<: {<<: {x: 1, z: 1}, x: 2}\nz: 3', {x: 2, z: 3}],
		['the tag of merges', '!!merge <<: {x: 1}', {x: 1}],
		['a value that looks like a merge', 'x: <<\nz: [<<]', {x: '<<', z: ['<<']}],
		['a key of every object', '<<: {"__proto__": 1}\nx: 2', JSON.parse('{"__proto__": 1, "x": 2}')],
	])('%s', (_name, text, value) => {
		expect(valuesIn(`${text}\n`)).toEqual([value]);
	});

	test('a text that looks like a merge', () => {
		expect(valuesIn('<<')).toEqual(['<<']);
	});

	test.each([
		['a text', '<<: text'],
		['nothing', '<<:\na: 1'],
		['a list with a text', '<<: [{a: 1}, text]'],
	])('%s can not be merged', (_name, text) => {
		expect(reported(text)).toEqual(['manifest-malformed 1:1']);
	});

	test('a key of its own stands once, be it merged too', () => {
		expect(reported('<<: {x: 1}\nx: 2\nx: 3')).toEqual(['manifest-malformed 3:1']);
	});
});

const nestedList = (depth: number, value: unknown): unknown =>
	depth === 0 ? value : [nestedList(depth - 1, value)];

describe('margins within brackets and quotes are those of kubectl', () => {
	const sound = (text: string) => {
		expect(reported(text)).toEqual([]);
		return valuesIn(text);
	};

	test.each([
		['a closing bracket below its key', 'm: {\n  a: b\n}\nx: 1', {m: {a: 'b'}, x: 1}],
		['a list', 'm: [\na,\n  b\n]\nx: 1', {m: ['a', 'b'], x: 1}],
		['deep within', 'm:\n    k:\n        o: {\n  a: {\nb: 1\n}}\n', {m: {k: {o: {a: {b: 1}}}}}],
		['further out than the pad', `${'- '.repeat(40)}m: {\n}`, nestedList(40, {m: {}})],
		['lines of a text', 'm: {a: b\nc,\nd: "e\nf"}', {m: {a: 'b c', d: 'e f'}}],
		['a text in quotes', "m:\n  k: 'a\nb'\nx: 1", {m: {k: 'a b'}, x: 1}],
		['comments', 'm: { # {\n# }\n  a: 1 # }\n}\nx: 1', {m: {a: 1}, x: 1}],
		['tabs for margins', 'm:\n  k: {\n\ta: 1,\n\tb: "2"\n}', {m: {k: {a: 1, b: '2'}}}],
		['tabs between', 'm: {a:\t1}\nx:\t{b: "\t"}', {m: {a: 1}, x: {b: '\t'}}],
		['line ends of Windows', 'm: {\r\n  a: 1\r\n}\r\nx: 1\r\n', {m: {a: 1}, x: 1}],
	])('%s', (_name, text, value) => {
		expect(sound(text)).toEqual([value]);
	});

	test('places stay where they are', () => {
		const text = 'm:\n  k: {\na: {\n  b: "1\n2"},\nc: d\n}\nx: 1\n';
		const [document] = readSource('a.yaml', text).file.documents;
		const root = document?.tree();
		const textAt = (...place: readonly string[]) => {
			const span = root && nearestNode(root, place).span;
			return text.slice(span?.start, span?.end);
		};
		expect(textAt('m', 'k')).toBe('{\na: {\n  b: "1\n2"},\nc: d\n}');
		expect(textAt('m', 'k', 'a', 'b')).toBe('"1\n2"');
		expect(textAt('m', 'k', 'c')).toBe('d');
		expect(textAt('x')).toBe('1');
	});

	test('what is broken behind them is still told with its line', () => {
		expect(reported('m: {\n}\nx: [\n1\n]\ny: ]\n')).toEqual(['manifest-malformed 6:4']);
		expect(detailOf('m: {\n}\nx: {\n')).toBe(
			'unexpected end of the stream within a flow collection',
		);
	});

	test('a line of a plain text without brackets is none', () => {
		expect(reported('m: a\nb\nc: d')).toEqual(['manifest-malformed 3:2']);
	});

	test('many of them end', () => {
		expect(detailOf(`m: {\n${'a: b,\n'.repeat(20_000)}`)).toBe(
			'it stands no further in than the key before it',
		);
	});
});

describe('what is broken', () => {
	test('is reported with its line, and the rest goes on', () => {
		const {file, diagnostics} = readSource(
			'a.yaml',
			'a: 1\n---\nb: [\n---\nc: 3\n---\n d: 1\ne: 2\n',
		);
		expect(file.documents.map(({value, index}) => [index, value])).toEqual([
			[1, {a: 1}],
			[3, {c: 3}],
		]);
		expect(diagnostics.map(({rule, source}) => [rule, source])).toEqual([
			['manifest-malformed', {file: 'a.yaml', line: 4, column: 1}],
			['manifest-malformed', {file: 'a.yaml', line: 8, column: 1}],
		]);
	});

	test.each([
		['a key for the second time', 'a: 1\n---\n\nb: 1\nc: 2\nb: 3\n', 'manifest-malformed 6:1'],
		['the same key in another form', '1: a\n0x1: b', 'manifest-malformed 2:1'],
		['a key that is a map', 'a: 1\n? {b: 1}\n: 2', 'manifest-malformed 1:1'],
		['a key that is nothing', 'a: 1\n~: 2', 'manifest-malformed 2:1'],
		['an alias of nothing', 'a: 1\nb: *x', 'manifest-malformed 2:5'],
		['a tag that does not fit', 'a: !!int x', 'manifest-malformed 1:4'],
		['a zero byte', 'a: 1\n---\nb: "\0"', 'manifest-malformed 3:5'],
		['behind a byte order mark', '\ufeff]', 'manifest-malformed 1:1'],
		['with line ends of Windows', 'a: 1\r\n b: 2\r\n', 'manifest-malformed 2:3'],
		['the second of two objects of JSON', '{"a": 1}\n{"a" 2}\n', 'manifest-malformed 2:6'],
		['a template for a value', 'a: 1\nb: {{ .Values.b }}\n', 'manifest-template 2:4'],
		[
			'a template for lines',
			'a: 1\n{{- if .Values.b }}\nb: 2\n{{- end }}',
			'manifest-template 2:1',
		],
		['a template behind text', 'image: nginx:{{ .Tag }}\nx: [', 'manifest-template 1:14'],
		['braces in a comment', '# {{ x }}\na: "{{ x }}"\nb: [', 'manifest-malformed 3:5'],
	])('%s', (_name, text, expected) => {
		expect(reported(text)).toEqual([expected]);
	});

	test('a template in quotes is sound', () => {
		expect(valuesIn('a: "{{ .Values.b }}"')).toEqual([{a: '{{ .Values.b }}'}]);
	});

	test('an object that is a part of itself', () => {
		expect(reported('a: &a\n  - b\n  - *a')).toEqual(['manifest-malformed 3:5']);
		expect(detailOf('a: &a {<<: *a}')).toContain('*a stands inside of what it repeats');
	});

	test('aliases that multiply a document', () => {
		expect(valuesIn(bomb(10))).toHaveLength(1);
		expect(detailOf(bomb(25))).toContain('more than 1000000 values');
		// Level by level a little deeper, in a text that is not deep at all.
		expect(detailOf(bomb(300).replaceAll(/\[(\*l\d+), \*l\d+\]/g, '[$1]'))).toBe(
			'aliases nest it too deeply',
		);
	});

	test('more values than manifests have', () => {
		for (const piece of ['- \n', '[]\n---\n', 'a: {b}\r'])
			expect(detailOf(piece.repeat(2_000_000))).toBe('it has more than 1500000 values');
	});

	test('a file of broken documents is given up', () => {
		const {file, diagnostics} = readSource('a.yaml', `${'---\na: [\n'.repeat(50_000)}---\nb: 1`);
		expect(file.documents).toEqual([]);
		expect(diagnostics).toHaveLength(101);
		expect(diagnostics.at(-1)).toMatchObject({
			facts: {detail: 'too many documents before it are broken'},
			source: {line: 201},
		});
	});

	test('deep nesting, in any style', () => {
		const deep = 100_000;
		expect(detailOf('['.repeat(deep))).toBe('it is nested too deeply');
		expect(detailOf('{a: '.repeat(deep))).toBe('it is nested too deeply');
		expect(detailOf('- '.repeat(deep))).toBe('it is nested too deeply');
		expect(valuesIn(`${'['.repeat(150)}${']'.repeat(150)}`)).toHaveLength(1);
	});
});

describe('places', () => {
	const TEXT = [
		'kind: List # of one',
		'items:',
		'  - &pod',
		'    spec: !!map',
		'      containers:',
		'      - name: "app"',
		"        image: 'x'",
		'        resources: {limits: {cpu: 2, memory: }, requests}',
		'        args: [a, {b: c}]',
		'        command: |-  # words',
		'          one',
		'',
		'  - <<: *pod',
		'    on: off',
	].join('\n');

	const at = (...place: readonly (string | number)[]): string => {
		const [document] = readSource('a.yaml', `a: 1\n---\n${TEXT}`).file.documents.slice(1);
		const text = `a: 1\n---\n${TEXT}`;
		const node = document && nearestNode(document.tree(), place);
		const {line, column} = positionsIn(text)(node?.span.start ?? 0);
		return `${line - 2}:${column} ${text.slice(node?.span.start, node?.span.end)}`;
	};

	test.each<readonly [place: readonly (string | number)[], found: string]>([
		[['kind'], '1:7 List'],
		[['items', 0, 'spec', 'containers', 0, 'name'], '6:15 "app"'],
		[['items', 0, 'spec', 'containers', 0, 'image'], "7:16 'x'"],
		[['items', 0, 'spec', 'containers', 0, 'resources', 'limits'], '8:29 {cpu: 2, memory: }'],
		[['items', 0, 'spec', 'containers', 0, 'resources', 'limits', 'cpu'], '8:35 2'],
		[['items', 0, 'spec', 'containers', 0, 'resources', 'limits', 'memory'], '8:45 '],
		[['items', 0, 'spec', 'containers', 0, 'resources', 'requests', 'cpu'], '8:57 '],
		[['items', 0, 'spec', 'containers', 0, 'args', 1], '9:19 {b: c}'],
		[['items', 0, 'spec', 'containers', 0, 'command'], '10:18 |-  # words\n          one'],
		[['items', 1, 'spec', 'containers', 0, 'name'], '6:15 "app"'],
		[['items', 1, 'true'], '14:9 off'],
		[['items', 1, 'missing', 'deeper'], '13:5 <<: *pod\n    on: off'],
		[['items', 7], `3:3 ${TEXT.slice(TEXT.indexOf('- &pod'))}`],
	])('%j', (place, found) => {
		expect(at(...place)).toBe(found);
	});

	test('come from the later of keys and merges', () => {
		const text = 'x: 1\n<<: [{v: 2}, {v: 3, x: 4}]\n<<: {z: 5}\nz: 6\n';
		const [document] = readSource('a.yaml', text).file.documents;
		const tree = document?.tree();
		const found = ['x', 'v', 'z'].map(key => {
			const span = tree && nearestNode(tree, [key]).span;
			return text.slice(span?.start, span?.end);
		});
		expect(found).toEqual(['4', '2', '6']);
	});

	test('know anchors and tags', () => {
		const [document] = readSource('a.yaml', TEXT).file.documents;
		const tree = document?.tree();
		expect(tree && nearestNode(tree, ['items', 0])).toMatchObject({hasAnchor: true, hasTag: false});
		expect(tree && nearestNode(tree, ['items', 0, 'spec'])).toMatchObject({hasTag: true});
	});

	test('an explicit key may stand alone', () => {
		const [document] = readSource('a.yaml', '? a\n? b\n: c\n').file.documents;
		const tree = document?.tree();
		expect(tree && nearestNode(tree, ['a']).span).toEqual({start: 3, end: 3});
		expect(tree && nearestNode(tree, ['b']).span).toEqual({start: 10, end: 11});
	});
});
