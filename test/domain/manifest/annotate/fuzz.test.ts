import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readSource} from '../../../../source/adapters/manifests/read-source.ts';
import {TRAPS} from '../../../helpers/annotate-corpus.ts';
import {annotated, changeText, otherReading} from '../../../helpers/annotate-text.ts';
import {anyManifest} from '../../../helpers/yaml-styles.ts';

const VALUES = [
	['k8s.aliyun.com/eci-use-specs', '2-4Gi'],
	['k8s.aliyun.com/eci-custom-hosts', '[{"host":"db"}]'],
] as const;
const SET = {kind: 'set', values: VALUES} as const;
const REMOVE = {kind: 'remove', keys: VALUES.map(([key]) => key)} as const;

const readable = (text: string): boolean => readSource('', text).diagnostics.length === 0;

test('a manifest in any style gets its annotations, and nothing else', () => {
	fc.assert(
		fc.property(anyManifest, text => {
			expect(readable(text)).toBe(true);
			const {text: done, left} = changeText(text, SET);
			expect(left).toEqual([]);
			expect(otherReading(done)).toEqual(otherReading(text).map(value => annotated(value, VALUES)));
			expect(changeText(done, SET).text).toBe(done);
			expect(changeText(done, REMOVE).text).toBe(text);
		}),
		{numRuns: 300},
	);
});

type Mutation = {readonly at: number; readonly drop: number; readonly put: string};

const mutation: fc.Arbitrary<Mutation> = fc.record({
	at: fc.nat(),
	drop: fc.nat(3),
	put: fc.oneof(
		fc.constantFrom(
			'',
			' ',
			'\n',
			'\r',
			'\t',
			':',
			'? ',
			'- ',
			'#',
			' #',
			'&a ',
			'*a',
			'!t ',
			'<<: ',
		),
		fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			'"',
			"'",
			'|',
			'>',
			'|+',
			'---\n',
			'...\n',
			'%',
			'\u0000',
			'\ufeff',
		),
		fc.constantFrom(
			'annotations:',
			'metadata:',
			'null',
			'~',
			'{}',
			'{{ .Values }}',
			'\u0085',
			'\u2028',
		),
	),
});

const mutated = (text: string, mutations: readonly Mutation[]): string =>
	mutations.reduce((result, {at, drop, put}) => {
		const start = at % (result.length + 1);
		return result.slice(0, start) + put + result.slice(start + drop);
	}, text);

const allTexts = TRAPS.flatMap(({texts}) => texts);

const anyText = fc
	.tuple(
		fc.oneof(fc.constantFrom(...allTexts), anyManifest),
		fc.array(mutation, {minLength: 1, maxLength: 4}),
	)
	.map(([text, mutations]) => mutated(text, mutations));

/** What the other parser makes of it; null where it can't read it, or sees line breaks where kubectl sees none. */
const otherwise = (text: string): readonly unknown[] | null => {
	try {
		return /[\u0085\u2028]|\r(?!\n)|(?!^)\ufeff/.test(text) ? null : otherReading(text);
	} catch {
		return null;
	}
};

test('of a text that is broken anyhow, nothing comes that reads differently', () => {
	fc.assert(
		fc.property(anyText, text => {
			const {text: done, left} = changeText(text, SET);
			const documents = readSource('', text).file.documents;
			const found = readSource('', done).file.documents;
			expect(found.length).toBe(documents.length);
			expect(readSource('', done).diagnostics.length).toBe(readSource('', text).diagnostics.length);
			if (left.length > 0) return;
			expect(found.map(({value}) => value)).toEqual(
				documents.map(({value}) => annotated(value, VALUES)),
			);
			const before = otherwise(text);
			if (before && before.length === documents.length)
				expect(otherwise(done)).toEqual(before.map(value => annotated(value, VALUES)));
			expect(changeText(done, SET).text).toBe(done);
		}),
		{numRuns: 300},
	);
});
