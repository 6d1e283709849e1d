import {RULE_IDS, ruleRow} from '../../source/domain/rules/rule-rows.ts';
import {isKnown, type Reference} from './reference.ts';
import type {Section, Statement} from './statement.ts';
import {SECTIONS} from './statements.ts';

/** Rules that need a manifest. */
const WAITING: ReadonlySet<string> = new Set(
	RULE_IDS.filter(id => ruleRow(id).checks === 'manifest').map(id => `rule ${id}`),
);

const noteOf = ({by, note}: Statement): string => {
	if (note !== undefined) return note;
	return by.every(reference => WAITING.has(reference))
		? 'checked in what eci-plan exports, and by `lint -f` in your manifests'
		: '';
};

const row = (statement: Statement): string =>
	`| ${statement.says} | ${statement.by.map(reference => `\`${reference}\``).join(', ') || '–'} | ${noteOf(statement)} |`;

const sectionText = ({title, statements}: Section): string =>
	[
		`## ${title}`,
		'',
		'| The brief says | Implemented by | Note |',
		'| --- | --- | --- |',
		...statements.map(row),
		'',
	].join('\n');

/** References of the table to things that the product hasn't. */
export const unknownReferences = (): readonly Reference[] =>
	SECTIONS.flatMap(({statements}) =>
		statements.flatMap(({by}) => by.filter(reference => !isKnown(reference))),
	);

/** `docs/coverage.md` */
export const coveragePage = (): string =>
	[
		'# What of the brief is implemented, and where',
		'',
		'Made by `npm run docs` from `scripts/docs/statements.ts`; a test checks each reference.',
		'',
		...SECTIONS.map(sectionText),
	].join('\n');
