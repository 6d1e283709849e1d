import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {coveragePage, unknownReferences} from '../../scripts/docs/coverage-page.ts';
import {isKnown} from '../../scripts/docs/reference.ts';
import {rulesPage} from '../../scripts/docs/rules-page.ts';
import {SECTIONS} from '../../scripts/docs/statements.ts';
import {ANNOTATIONS, keyOf} from '../../source/domain/catalogue/annotations.ts';
import {RULES} from '../../source/domain/rules/rules.ts';
import {BRIEF_SIZES} from '../helpers/domain-fixtures.ts';

const page = (name: string) => readFile(join(import.meta.dirname, '../../docs', name), 'utf8');

const references = SECTIONS.flatMap(({statements}) => statements.flatMap(({by}) => by));

describe('docs that `npm run docs` makes', () => {
	test('rules.md is up to date', async () => {
		expect(await page('rules.md')).toBe(rulesPage());
	});

	test('coverage.md is up to date', async () => {
		expect(await page('coverage.md')).toBe(coveragePage());
	});

	test('rules.md names every rule once', () => {
		const named = [...rulesPage().matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
		expect(named.toSorted()).toEqual(Object.keys(RULES).toSorted());
	});
});

describe('the coverage of the brief', () => {
	test('refers to nothing that is not there', () => {
		expect(unknownReferences()).toEqual([]);
	});

	test('would notice', () => {
		for (const reference of [
			'rule no-such-rule',
			'flag --no-such-flag',
			'field volumes[].nothing',
			'command nothing',
			'annotation k8s.aliyun.com/nothing',
			'size 3-3Gi',
		] as const)
			expect(isKnown(reference)).toBe(false);
	});

	test('says why where nothing implements a statement', () => {
		for (const {by, note, says} of SECTIONS.flatMap(({statements}) => statements))
			expect([says, by.length > 0 || note !== undefined]).toEqual([says, true]);
	});

	test('has every annotation of the brief', () => {
		for (const row of ANNOTATIONS.filter(({source}) => source === 'S'))
			expect(references).toContain(`annotation ${keyOf(row)}`);
	});

	test('has every size of the brief, and no other', () => {
		const sizes = references.filter(reference => reference.startsWith('size '));
		expect(sizes.toSorted()).toEqual(
			BRIEF_SIZES.map(([vcpu, gib]) => `size ${vcpu}-${gib}Gi`).toSorted(),
		);
	});

	test('has every limit of the brief', () => {
		for (const limit of [
			'daemonset',
			'host-path',
			'host-pid',
			'privileged',
			'node-port',
			'network-policy',
		])
			expect(references).toContain(`rule limit-${limit}`);
	});
});
