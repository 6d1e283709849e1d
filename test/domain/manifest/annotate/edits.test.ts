import {describe, expect, test} from 'vitest';
import {changeText, otherReading} from '../../../helpers/annotate-text.ts';

const SPECS = 'k8s.aliyun.com/eci-use-specs';
const SET = {kind: 'set', values: [[SPECS, '2-4Gi']]} as const;
const REMOVE = {kind: 'remove', keys: [SPECS]} as const;

const deployment = (...metadata: readonly string[]): string =>
	[
		...['kind: Deployment', 'spec:', '  template:', ...metadata.map(line => `    ${line}`)],
		...['    spec:', '      containers: []', ''],
	].join('\n');

const noted = (...annotations: readonly string[]): string =>
	deployment('metadata:', '  annotations:', ...annotations.map(line => `    ${line}`));

/** An annotation in every form in which somebody may have written it, and in the form that takes its place. */
const WRITTEN: readonly (readonly [
	form: string,
	before: readonly string[],
	after: readonly string[],
])[] = [
	['plain', [`${SPECS}: 1-2Gi # old`], [`${SPECS}: "2-4Gi" # old`]],
	['single-quoted', [`'${SPECS}': '1-2Gi'`], [`'${SPECS}': "2-4Gi"`]],
	['double-quoted', [`"${SPECS}" :   "1-2Gi"`], [`"${SPECS}" :   "2-4Gi"`]],
	['a number', [`${SPECS}: 10`], [`${SPECS}: "2-4Gi"`]],
	['nothing', [`${SPECS}: # none`], [`${SPECS}: "2-4Gi" # none`]],
	['null', [`${SPECS}: null`], [`${SPECS}: "2-4Gi"`]],
	['with a tag', [`${SPECS}: !!str 1-2Gi`], [`${SPECS}: !!str "2-4Gi"`]],
	['an alias', ['a: &a 1-2Gi', `${SPECS}: *a`], ['a: &a 1-2Gi', `${SPECS}: "2-4Gi"`]],
	['on the next line', [`${SPECS}:`, '  1-2Gi'], [`${SPECS}:`, '  "2-4Gi"']],
	['a literal block', [`${SPECS}: |`, '  1-2Gi', '', '  4-8Gi'], [`${SPECS}: "2-4Gi"`]],
	['a folded block', [`${SPECS}: >-`, '  1-2Gi,', '  4-8Gi'], [`${SPECS}: "2-4Gi"`]],
	['plain on several lines', [`${SPECS}: 1-2Gi,`, '  4-8Gi'], [`${SPECS}: "2-4Gi"`]],
	['explicit', [`? ${SPECS}`, ': 1-2Gi'], [`? ${SPECS}`, ': "2-4Gi"']],
	['a list', [`${SPECS}: [1-2Gi]`], [`${SPECS}: "2-4Gi"`]],
	['a map below', [`${SPECS}:`, '  a: b'], [`${SPECS}:`, '  "2-4Gi"']],
];

const PLACES: readonly (readonly [
	place: string,
	around: (lines: readonly string[]) => readonly string[],
])[] = [
	['first', lines => [...lines, 'team: shop']],
	['last', lines => ['team: shop', ...lines]],
	['between', lines => ['team: shop', '', '# about it', ...lines, '# the end', 'tier: front']],
];

describe.each(WRITTEN)('an annotation that is %s', (_, before, after) => {
	test.each(PLACES)('is replaced where it stands: %s', (_place, around) => {
		const text = noted(...around(before));
		expect(changeText(text, SET)).toEqual({text: noted(...around(after)), left: []});
	});

	test.each(PLACES)('is taken out with its lines: %s', (_place, around) => {
		const own = before.filter(line => !line.startsWith('a: '));
		const text = noted(...around(before));
		const rest = before.filter(line => !own.includes(line));
		expect(changeText(text, REMOVE)).toEqual({text: noted(...around(rest)), left: []});
	});
});

describe('an annotation in braces', () => {
	test.each([
		[`{${SPECS}: a, team: shop}`, `{${SPECS}: "2-4Gi", team: shop}`, '{team: shop}'],
		[`{team: shop, ${SPECS}: a}`, `{team: shop, ${SPECS}: "2-4Gi"}`, '{team: shop}'],
		[`{a: b , ${SPECS}: a , c: d,}`, `{a: b , ${SPECS}: "2-4Gi" , c: d,}`, '{a: b , c: d,}'],
		[`{"a":"b","${SPECS}":"a"}`, `{"a":"b","${SPECS}":"2-4Gi"}`, '{"a":"b"}'],
		[`{"${SPECS}":1}`, `{"${SPECS}":"2-4Gi"}`, '{}'],
	])('%s', (before, set, removed) => {
		const within = (braces: string) => deployment(`metadata: {annotations: ${braces}, name: web}`);
		expect(changeText(within(before), SET)).toEqual({text: within(set), left: []});
		const {text} = changeText(within(before), REMOVE);
		expect(otherReading(text)).toEqual(
			otherReading(removed === '{}' ? deployment('metadata: {name: web}') : within(removed)),
		);
		if (removed !== '{}') expect(text).toBe(within(removed));
	});
});

describe('braces that close at the column of their key', () => {
	const template = (...lines: readonly string[]) =>
		['kind: Deployment', 'spec:', '  template: {', ...lines, '  spec: {', '  }', '}', ''].join(
			'\n',
		);

	test.each([
		[
			template('metadata: {', '  labels: {a: b}', '},'),
			template(
				...['metadata: {', '  labels: {a: b},', '  annotations: {'],
				...[`    ${SPECS}: "2-4Gi"`, '  }', '},'],
			),
		],
		[
			template('metadata: {annotations: {', 'a: b', '}},'),
			template('metadata: {annotations: {', 'a: b,', `${SPECS}: "2-4Gi"`, '}},'),
		],
	])('%j', (before, after) => {
		const {text, left} = changeText(before, SET);
		expect({text, left}).toEqual({text: after, left: []});
		expect(changeText(text, REMOVE)).toEqual({text: before, left: []});
	});

	test('a merge that wins over what stands before it can not be overlaid there', () => {
		const text = deployment(`metadata: {annotations: {${SPECS}: a, <<: {${SPECS}: b}}}`);
		expect(changeText(text, SET)).toEqual({text, left: ['unusual']});
	});
});

test('a value that is there in other quotes stays as it is', () => {
	const text = noted(`${SPECS}: '2-4Gi'`);
	expect(changeText(text, SET).text).toBe(text);
});

test('of a value that others repeat, nothing is changed', () => {
	const text = noted(`${SPECS}: &a 1-2Gi`, 'b: *a');
	expect(changeText(text, SET)).toEqual({text, left: ['unusual']});
	expect(changeText(text, REMOVE)).toEqual({text, left: ['unusual']});
});

test('an annotation that comes by a merge is overlaid, but can not be taken out', () => {
	const text = deployment('metadata:', '  annotations:', `    <<: {${SPECS}: 1-2Gi}`);
	expect(changeText(text, SET).text).toBe(
		deployment(
			...['metadata:', '  annotations:', `    <<: {${SPECS}: 1-2Gi}`, `    ${SPECS}: "2-4Gi"`],
		),
	);
	expect(changeText(text, REMOVE)).toEqual({text, left: ['shared']});
});

test('comments stay when all annotations go', () => {
	expect(changeText(noted('# for ECI', `${SPECS}: a`), REMOVE).text).toBe(
		deployment('metadata:', '  annotations:', '    # for ECI'),
	);
});

test('a template that people made for ECI alone goes with its annotations', () => {
	expect(changeText(noted(`${SPECS}: a`), REMOVE).text).toBe(deployment());
});

test('one workload that can not be edited keeps no other from it', () => {
	const list = (second: string) =>
		[
			...['kind: List', 'items:', '- kind: Pod', '  metadata: &m {name: a}', '  spec: {}'],
			...['- kind: Pod', '  metadata: *m', '  spec: {}', '- kind: Pod', ...second.split('\n')],
		].join('\n');
	const {text, left} = changeText(list('  metadata: {name: c}\n  spec: {}\n'), SET);
	expect(text).toBe(list(`  metadata: {name: c, annotations: {${SPECS}: "2-4Gi"}}\n  spec: {}\n`));
	expect(left).toEqual(['shared', 'shared']);
});
