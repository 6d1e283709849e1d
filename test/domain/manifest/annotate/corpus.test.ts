import {describe, expect, test} from 'vitest';
import {OBSTACLES, TRAPS} from '../../../helpers/annotate-corpus.ts';
import {annotated, changeText, differenceOf, otherReading} from '../../../helpers/annotate-text.ts';

const SPECS = 'k8s.aliyun.com/eci-use-specs';
const HOSTS = 'k8s.aliyun.com/eci-custom-hosts';
const VALUES = [
	[SPECS, '2-4Gi,ecs.c6.large'],
	[HOSTS, '[{"host":"db","ip":"10.0.0.8"}]'],
] as const;

const SET = {kind: 'set', values: VALUES} as const;
const REMOVE = {kind: 'remove', keys: [SPECS, HOSTS]} as const;

/** A null, which stays as a comment or, between braces, gives way. */
const NULL = /^(?:null|Null|~)(?: # none)?$/;

const isOnlyAdded = (before: string, after: string): boolean => {
	const {gone, added} = differenceOf(before, after);
	const isNew = VALUES.every(([key]) => added.split(key).length === 2);
	const isKept = gone === '' || (NULL.test(gone) && /^(?:# |\{ {2})/.test(added));
	return isNew && isKept;
};

describe.each(TRAPS)('$name', ({texts}) => {
	test('means what it should, and nothing else is touched', () => {
		for (const text of texts) {
			const {text: done, left} = changeText(text, SET);
			expect(left).toEqual([]);
			expect(otherReading(done)).toEqual(otherReading(text).map(value => annotated(value, VALUES)));
			expect([done, isOnlyAdded(text, done)]).toEqual([done, true]);
		}
	});

	test('is the same when done twice, and as before when undone', () => {
		for (const text of texts) {
			const {text: done} = changeText(text, SET);
			expect(changeText(done, SET).text).toBe(done);
			expect(changeText(done, REMOVE)).toEqual({text, left: []});
		}
	});

	test('and so it is in a document that is too large to be read twice', () => {
		for (const text of texts.slice(0, 7)) {
			const large = text.replace('image: nginx:1.29', `image: nginx:1.29 # ${'x'.repeat(5000)}`);
			const {text: done, left} = changeText(large, SET);
			expect(left).toEqual([]);
			expect(otherReading(done)).toEqual(
				otherReading(large).map(value => annotated(value, VALUES)),
			);
			expect(changeText(done, REMOVE)).toEqual({text: large, left: []});
		}
	});

	test('is undone one by one', () => {
		for (const text of texts.slice(0, 7)) {
			const {text: once} = changeText(text, {kind: 'set', values: VALUES.slice(0, 1)});
			const {text: twice} = changeText(once, {kind: 'set', values: VALUES.slice(1)});
			const {text: half} = changeText(twice, {kind: 'remove', keys: [SPECS]});
			expect(changeText(half, {kind: 'remove', keys: [HOSTS]}).text).toBe(text);
		}
	});
});

describe('what would change other places, or is no map', () => {
	test.each(OBSTACLES)('$name', ({text, why}) => {
		expect(changeText(text, SET)).toEqual({text, left: [why]});
	});
});

test('values stay in double quotes, and what YAML or a terminal would trip over is escaped', () => {
	const values = [['a.b/c', 'say "hi" \\ \u007f\u0085\u2028\ufeff\t\u0000']] as const;
	const {text} = changeText('kind: Pod\nspec: {}\n', {kind: 'set', values});
	expect(text).toContain(
		'\n    a.b/c: "say \\"hi\\" \\\\ \\u007f\\u0085\\u2028\\ufeff\\t\\u0000"\n',
	);
	expect(otherReading(text)).toMatchObject([{metadata: {annotations: {'a.b/c': values[0][1]}}}]);
});

test('keys that would not be text stand in single quotes', () => {
	const values = [
		['true', '1'],
		['1e3', '2'],
		['null', '3'],
	] as const;
	const text = 'kind: Pod\nspec: {}\n';
	const {text: done} = changeText(text, {kind: 'set', values});
	expect(otherReading(done)).toMatchObject([
		{metadata: {annotations: {true: '1', '1e3': '2', null: '3'}}},
	]);
	expect(changeText(done, {kind: 'remove', keys: ['true', '1e3', 'null']}).text).toBe(text);
});
