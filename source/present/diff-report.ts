import type {DiffTotals, WorkloadDiff} from '../domain/diff/compare.ts';
import type {Estimate} from '../domain/diff/estimate.ts';
import {
	compare,
	type Fraction,
	fraction,
	multiply,
	toDecimal,
	zero,
} from '../domain/units/fraction.ts';
import type {Money} from '../domain/units/money.ts';
import {diffWordsOf, type ShownDiff, safeName, valuesOf} from './diff.ts';
import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {MONTH_PLACES, moneyCell, NONE, percentCell} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {type Cell, type Column, cell, type FactList, type Report, type Table} from './report.ts';
import {line, span} from './tone.ts';

type Side = Estimate | null;

/** Between what nobody can tell apart. */
const TOGETHER = ' + ';

const sideCell = (side: Side, language: LanguageId): Cell =>
	side ? moneyCell(side.months.most, MONTH_PLACES, labelsOf(language)) : cell(NONE, '');

/** `+12.30`, `-0.10`, `0.00`; the words for a missing price. */
export const differenceCell = (difference: Money | null, language: LanguageId): Cell => {
	const shown = moneyCell(difference, MONTH_PLACES, labelsOf(language));
	if (!difference) return shown;
	const sign = compare(difference.amount, zero);
	if (sign === 0) return {...shown, tone: 'muted'};
	return sign > 0 ? {...shown, text: `+${shown.text}`, tone: 'warning'} : {...shown, tone: 'good'};
};

/** A new workload has no percentage, and says so. */
export const shareCell = ({share, status}: WorkloadDiff, language: LanguageId): Cell => {
	const {statuses} = diffWordsOf(language);
	return status === 'added' ? cell(statuses.added, '') : percentCell(share);
};

export const workloadText = ({kind, name}: WorkloadDiff): string => safeName(`${kind}/${name}`);

const column = (key: string, heading: string, align: Column['align'] = 'left'): Column => ({
	key,
	heading,
	align,
});

const hasNamespaces = (listed: readonly WorkloadDiff[]): boolean =>
	listed.some(({namespace}) => namespace !== '');

const mainTable = ({diff: {currency}, listed}: ShownDiff, language: LanguageId): Table => {
	const words = diffWordsOf(language);
	const symbol = symbolOf(currency);
	const withNamespace = hasNamespaces(listed);
	return {
		kind: 'table',
		title: words.title,
		columns: [
			{...column('workload', words.workload), flexible: true},
			...(withNamespace ? [column('namespace', words.namespace)] : []),
			column('status', words.status),
			column('old', words.old(symbol), 'right'),
			column('new', words.next(symbol), 'right'),
			column('difference', words.difference(symbol), 'right'),
			column('percent', words.percent, 'right'),
		],
		rows: listed.map(one => [
			cell(workloadText(one)),
			...(withNamespace ? [cell(safeName(one.namespace))] : []),
			cell(words.statuses[one.status]),
			sideCell(one.old, language),
			sideCell(one.next, language),
			differenceCell(one.difference.most, language),
			shareCell(one, language),
		]),
		empty: words.empty,
	};
};

/** What changed of each workload, and what of its difference that is. */
export const reasonsTable = (
	{diff: {currency}, listed}: ShownDiff,
	language: LanguageId,
): Table => {
	const words = diffWordsOf(language);
	return {
		kind: 'table',
		title: words.reasons,
		columns: [
			{...column('workload', words.workload), flexible: true},
			column('what', words.what),
			{...column('old', words.from), flexible: true},
			{...column('new', words.to), flexible: true},
			column('share', words.share(symbolOf(currency)), 'right'),
		],
		rows: listed.flatMap(one =>
			one.changes.map(({factors, difference}) => {
				const values = factors.map(factor => valuesOf(factor, one, words));
				const of = (end: 'from' | 'to') => values.map(value => value?.[end] ?? NONE).join(TOGETHER);
				return [
					cell(workloadText(one)),
					cell(factors.map(factor => words.factors[factor]).join(TOGETHER)),
					cell(of('from')),
					cell(of('to')),
					differenceCell(difference, language),
				];
			}),
		),
	};
};

/** `+12.3 %`; empty without a percentage. */
export const percentText = (share: Fraction | null): string =>
	share ? percentCell(share).text : '';

const signed = (amount: Money): string => {
	const text = moneyText(amount, MONTH_PLACES);
	return compare(amount.amount, zero) > 0 ? `+${text}` : text;
};

const rangeOf = (
	{least, most}: DiffTotals['old'],
	textOf: (amount: Money) => string,
	language: LanguageId,
): string => {
	const [fewest, highest] = [textOf(least), textOf(most)];
	return fewest === highest ? highest : diffWordsOf(language).range(fewest, highest);
};

const plain = (amount: Money): string => moneyText(amount, MONTH_PLACES);

export const totalsFacts = ({diff: {totals}}: ShownDiff, language: LanguageId): FactList => {
	const words = diffWordsOf(language);
	const {added, removed, changed, unchanged} = totals.counts;
	const percent = percentText(totals.share);
	return {
		kind: 'facts',
		title: words.totals,
		rows: [
			[words.counted, line(words.counts(added, removed, changed, unchanged))],
			[words.oldTotal, line(rangeOf(totals.old, plain, language))],
			[words.nextTotal, line(rangeOf(totals.next, plain, language))],
			[
				words.differenceTotal,
				[
					span(rangeOf(totals.difference, signed, language), 'accent'),
					...(percent === '' ? [] : [span(`  ${percent}`)]),
					...(totals.unknown > 0 ? [span(`  ${words.incomplete}`, 'warning')] : []),
				],
			],
			...(totals.unknown > 0
				? [[words.unknown, line(words.unknownOf(totals.unknown), 'warning')] as const]
				: []),
		],
	};
};

/** What changes, why, and all together. */
export const diffReport = (shown: ShownDiff, language: LanguageId): Report => {
	const reasons = reasonsTable(shown, language);
	return [
		mainTable(shown, language),
		...(reasons.rows.length > 0 ? [reasons] : []),
		totalsFacts(shown, language),
	];
};

const raw = (amount: Money | null | undefined, language: LanguageId): Cell =>
	amount ? moneyCell(amount, MONTH_PLACES, labelsOf(language)) : cell('');

/** The same for machines: one row a workload, the same columns whatever there is. */
export const diffTable = ({diff: {currency}, listed}: ShownDiff, language: LanguageId): Table => ({
	kind: 'table',
	title: diffWordsOf(language).title,
	columns: [
		'kind',
		'name',
		'namespace',
		'status',
		'oldMinReplicas',
		'oldReplicas',
		'newMinReplicas',
		'newReplicas',
		'oldBilled',
		'newBilled',
		'currency',
		'oldPerMonth',
		'newPerMonth',
		'perMonth',
		'minPerMonth',
		'percent',
		'changes',
	].map(key => column(key, key)),
	rows: listed.map(one => [
		cell(safeName(one.kind)),
		cell(safeName(one.name)),
		cell(safeName(one.namespace)),
		cell(one.status),
		cell(String(one.old?.replicas.least ?? '')),
		cell(String(one.old?.replicas.most ?? '')),
		cell(String(one.next?.replicas.least ?? '')),
		cell(String(one.next?.replicas.most ?? '')),
		cell(safeName(one.old?.facets.billed ?? '')),
		cell(safeName(one.next?.facets.billed ?? '')),
		cell(currency),
		raw(one.old?.months.most, language),
		raw(one.next?.months.most, language),
		raw(one.difference.most, language),
		raw(one.difference.least, language),
		cell(one.share ? toDecimal(multiply(one.share, fraction(100)), 4) : ''),
		cell(one.changes.flatMap(({factors}) => factors).join(' ')),
	]),
	empty: diffWordsOf(language).empty,
});
