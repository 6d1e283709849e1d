import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parse, parseDocument} from 'yaml';
import type {Tree} from '../../source/domain/manifest/tree.ts';
import {plainText} from '../../source/present/tone.ts';
import {yamlLines} from '../../source/present/yaml.ts';

const yamlText = (tree: Tree): string =>
	yamlLines(tree)
		.map(line => `${plainText(line)}\n`)
		.join('');

describe('the layout', () => {
	test('is block style with two blanks a level, lists at the level of their key', () => {
		const tree = {
			apiVersion: 'v1',
			kind: 'Pod',
			metadata: {name: 'web', labels: {app: 'web'}},
			spec: {
				containers: [
					{name: 'a', command: ['sh', '-c', 'echo "hi"'], ports: [{containerPort: 80}]},
					{name: 'b'},
				],
				volumes: [{name: 'cache', emptyDir: {}}],
				tolerations: [],
			},
		};
		expect(yamlText(tree)).toMatchInlineSnapshot(`
			"apiVersion: v1
			kind: Pod
			metadata:
			  name: web
			  labels:
			    app: web
			spec:
			  containers:
			  - name: a
			    command:
			    - sh
			    - "-c"
			    - "echo \\"hi\\""
			    ports:
			    - containerPort: 80
			  - name: b
			  volumes:
			  - name: cache
			    emptyDir: {}
			  tolerations: []
			"
		`);
	});

	test('lists in lists', () => {
		expect(yamlText([[1, [2, 3]], [], {a: [{b: 1, c: 2}]}])).toMatchInlineSnapshot(`
			"- - 1
			  - - 2
			    - 3
			- []
			- a:
			  - b: 1
			    c: 2
			"
		`);
	});

	test('so are those of the annotations that a ResourcePolicy sets', () => {
		expect(yamlText({podAnnotations: {a: 'plain'}})).toContain('a: "plain"');
	});

	test('values under annotations are always double-quoted', () => {
		const annotations = {a: 'plain', b: '1', 'k8s.aliyun.com/eci-use-specs': '2-4Gi,ecs.c6.large'};
		expect(yamlText({metadata: {annotations, labels: {a: 'plain'}}})).toMatchInlineSnapshot(`
			"metadata:
			  annotations:
			    a: "plain"
			    b: "1"
			    k8s.aliyun.com/eci-use-specs: "2-4Gi,ecs.c6.large"
			  labels:
			    a: plain
			"
		`);
	});
});

describe('text that could be taken for something else is quoted', () => {
	test.each([
		'true',
		'No',
		'ON',
		'y',
		'null',
		'~',
		'',
		' ',
		'1',
		'1.5',
		'-1',
		'.5',
		'1e3',
		'0x1F',
		'0o17',
		'1_000',
		'12:30:45',
		'.inf',
		'.NaN',
		'2026-11-23',
		'<<',
		'=',
		'-',
		'- a',
		'a: b',
		'a:',
		'a #b',
		'#a',
		'{a}',
		'[a]',
		'&a',
		'*a',
		'!a',
		'|',
		'>',
		'%a',
		'@a',
		'`a',
		'"a"',
		"'a'",
		'? a',
		', a',
		' a',
		'a ',
		'a\nb',
		'a\tb',
		'---',
		'...',
		'中文',
		'\u00a0',
		'\u0085',
		'\ufeff',
		'\ud800',
	])('%j', text => {
		for (const version of ['1.1', '1.2'] as const)
			expect(parse(yamlText({key: text, [text]: 'x'}), {version})).toEqual({
				key: text,
				[text]: 'x',
			});
	});

	test.each([
		'web',
		'nginx:1.29',
		'registry.example.com/a/b:v1',
		'/bin/sh',
		'a-b_c.d',
		'ecs.c6.large',
	])('%s needs no quotes', text => {
		expect(yamlText({key: text})).toBe(`key: ${text}\n`);
	});
});

describe('laws', () => {
	const text = fc.oneof(
		fc.string({unit: 'binary'}),
		fc.string({unit: 'grapheme'}),
		fc.stringMatching(/^[-+.:#!&*?,\w ]{0,12}$/),
	);
	const {tree} = fc.letrec<{tree: Tree; map: Tree; list: Tree; leaf: Tree}>(tie => ({
		leaf: fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
		list: fc.array(tie('tree'), {maxLength: 4}),
		map: fc
			.array(fc.tuple(text, tie('tree')), {maxLength: 4})
			.map(entries => Object.fromEntries(entries)),
		tree: fc.oneof(
			{depthSize: 'small', withCrossShrink: true},
			tie('leaf'),
			tie('list'),
			tie('map'),
		),
	}));
	/** Keys beyond this are no implicit keys of YAML; the product's own are far shorter. */
	const sizes = {numRuns: 400};

	test('what is written is read back as it was, by YAML 1.2 and 1.1', () => {
		fc.assert(
			fc.property(tree, value => {
				for (const version of ['1.1', '1.2'] as const) {
					const document = parseDocument(yamlText(value), {version, stringKeys: true});
					expect(document.errors).toEqual([]);
					expect(document.toJS()).toEqual(value);
				}
			}),
			sizes,
		);
	});

	test('nothing that a terminal obeys stands in it', () => {
		fc.assert(
			fc.property(tree, value => {
				expect(yamlText(value)).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u);
			}),
			sizes,
		);
	});
});
