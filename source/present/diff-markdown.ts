import type {Diagnostic} from '../domain/diagnostics.ts';
import {compare, fraction, zero} from '../domain/units/fraction.ts';
import {scaleMoney} from '../domain/units/money.ts';
import {adviceOf, sourceOf} from './diagnostic-text.ts';
import {diffWordsOf, type ShownDiff} from './diff.ts';
import {
	differenceCell,
	percentText,
	reasonsTable,
	shareCell,
	totalsFacts,
	workloadText,
} from './diff-report.ts';
import type {LanguageId} from './language/language.ts';
import {escapeCell, markdownText} from './markdown.ts';
import {MONTH_PLACES} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {printable} from './printable.ts';

/** By which a bot finds its earlier comment. */
const MARKER = '<!-- eci-plan diff -->';

/** A comment may have 65,536 characters, and a name 200. */
const MAX_ROWS = 50;
const MAX_SAID = 20;

/**
 * Text from files as code: no mention, link, reference or tag comes of it. The fence is longer than any
 * in the text; a bar would end the cell of a table in code as well.
 */
export const inCode = (text: string): string => {
	const safe = printable(text);
	if (safe.trim() === '') return '–';
	const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	const padding = longest > 0 ? ' ' : '';
	return `${fence}${padding}${safe.replaceAll('|', '\\|')}${padding}${fence}`;
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const summaryOf = ({diff: {totals}}: ShownDiff, language: LanguageId): string => {
	const {summary, incomplete} = diffWordsOf(language);
	const {most} = totals.difference;
	const sign = compare(most.amount, zero);
	const percent = percentText(totals.share);
	const behind = percent === '' ? '' : ` (${percent})`;
	const partly = totals.unknown > 0 ? `, ${incomplete}` : '';
	if (sign === 0) return `${summary.same}${partly}.`;
	return sign > 0
		? `${summary.more(moneyText(most, MONTH_PLACES), behind)}${partly}.`
		: `${summary.less(moneyText(scaleMoney(most, fraction(-1)), MONTH_PLACES), behind)}${partly}.`;
};

const rest = (count: number, language: LanguageId): readonly string[] =>
	count > MAX_ROWS ? ['', diffWordsOf(language).summary.rest(count - MAX_ROWS)] : [];

const changesOf = ({diff: {currency}, listed}: ShownDiff, language: LanguageId) => {
	const words = diffWordsOf(language);
	if (listed.length === 0) return [words.empty];
	const symbol = symbolOf(currency);
	return [
		row([words.workload, words.status, words.difference(symbol), words.percent].map(escapeCell)),
		'| --- | --- | ---: | ---: |',
		...listed
			.slice(0, MAX_ROWS)
			.map(one =>
				row([
					inCode(
						one.namespace === '' ? workloadText(one) : `${one.namespace} ${workloadText(one)}`,
					),
					words.statuses[one.status],
					differenceCell(one.difference.most, language).text,
					shareCell(one, language).text,
				]),
			),
		...rest(listed.length, language),
	];
};

const reasonsOf = (shown: ShownDiff, language: LanguageId): readonly string[] => {
	const {columns, rows} = reasonsTable(shown, language);
	if (rows.length === 0) return [];
	const texts = rows.slice(0, MAX_ROWS).map(cells => cells.map(({text}) => text));
	return [
		row(columns.map(({heading}) => escapeCell(heading))),
		'| --- | --- | --- | --- | ---: |',
		...texts.map(([workload = '', what = '', from = '', to = '', share = '']) =>
			row([inCode(workload), what, inCode(from), inCode(to), share]),
		),
		...rest(rows.length, language),
		'',
	];
};

const whereOf = (diagnostic: Diagnostic): string => {
	const source = sourceOf(diagnostic);
	return source ? `${source.file}:${source.line}: ` : '';
};

const saidOf = ({diagnostics}: ShownDiff, language: LanguageId): readonly string[] => {
	if (diagnostics.length === 0) return [];
	const said = diagnostics
		.slice(0, MAX_SAID)
		.map(one => `- ${inCode(`${whereOf(one)}${adviceOf(one, language).message}`)}`);
	return [...said, ''];
};

/** A comment for a pull request. */
export const diffMarkdown = (shown: ShownDiff, language: LanguageId): string => {
	const {summary} = diffWordsOf(language);
	return [
		MARKER,
		summaryOf(shown, language),
		'',
		...changesOf(shown, language),
		'',
		'<details>',
		`<summary>${summary.details}</summary>`,
		'',
		...reasonsOf(shown, language),
		...saidOf(shown, language),
		markdownText([totalsFacts(shown, language)]),
		'',
		'</details>',
	].join('\n');
};
