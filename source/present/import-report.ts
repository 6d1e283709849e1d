import type {Diagnostic} from '../domain/diagnostics.ts';
import {type BrokenRow, type ImportTally, leftIn, takenIn} from '../domain/pricing/import-tally.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {countText} from './digit-groups.ts';
import {diagnosticsJson, documentOf} from './documents.ts';
import {labelsOf} from './labels.ts';
import type {Labels} from './language/en/labels.ts';
import type {LanguageId} from './language/language.ts';
import {printable} from './printable.ts';
import {cell, type FactList, type Report, type Table} from './report.ts';
import {line} from './tone.ts';

/** What an import took from a file, and what it left. */
export type ImportResult = {
	/** The name of the file; `-` for standard input. */
	readonly file: string;
	readonly format: keyof Labels['priceFormats'];
	readonly tally: ImportTally;
};

const countCell = (count: number) => cell(countText(count), String(count));

const facts = ({file, format, tally}: ImportResult, labels: Labels): FactList => ({
	kind: 'facts',
	title: labels.priceImport,
	rows: [
		[labels.file, line(file === '-' ? labels.standardInput : printable(file), 'accent')],
		[labels.format, line(labels.priceFormats[format])],
		[labels.taken, line(countText(takenIn(tally)), 'good')],
		[labels.left, line(countText(leftIn(tally)), leftIn(tally) > 0 ? 'warning' : 'plain')],
		...(tally.regions.size === 0
			? []
			: [[labels.regions, line([...tally.regions.keys()].join(labels.comma))] as const]),
	],
});

/** Every count with its reason: what CSV prints. */
export const importTable = ({tally}: ImportResult, language: LanguageId): Table => {
	const labels = labelsOf(language);
	return {
		kind: 'table',
		title: labels.pricesByOutcome,
		columns: [
			{key: 'outcome', heading: labels.outcome, align: 'left'},
			{key: 'reason', heading: labels.why, align: 'left', flexible: true},
			{key: 'prices', heading: labels.prices, align: 'right'},
		],
		rows: [
			...[...tally.taken].map(([kind, count]) => [
				cell(labels.taken, 'taken', 'good'),
				cell(labels.recordKinds[kind], kind),
				countCell(count),
			]),
			...[...tally.left].map(([reason, count]) => [
				cell(labels.left, 'left', 'warning'),
				cell(labels.leftReasons[reason], reason),
				countCell(count),
			]),
		],
		empty: labels.noPrices,
	};
};

const brokenRow = ({line: at, reason, field}: BrokenRow, labels: Labels) => [
	cell(String(at)),
	cell(field === null ? '' : printable(field)),
	cell(labels.brokenReasons[reason], reason),
];

const brokenTable = ({broken, left}: ImportTally, labels: Labels): Table => {
	const more = (left.get('broken') ?? 0) - broken.length;
	return {
		kind: 'table',
		title: labels.brokenPrices,
		columns: [
			{key: 'line', heading: labels.line, align: 'right'},
			{key: 'field', heading: labels.field, align: 'left'},
			{key: 'reason', heading: labels.why, align: 'left', flexible: true},
		],
		rows: [
			...broken.map(row => brokenRow(row, labels)),
			...(more > 0 ? [[cell('…'), cell(''), cell(labels.morePrices(countText(more)))]] : []),
		],
	};
};

export const importReport = (result: ImportResult, language: LanguageId): Report => {
	const labels = labelsOf(language);
	return [
		facts(result, labels),
		importTable(result, language),
		...(result.tally.broken.length > 0 ? [brokenTable(result.tally, labels)] : []),
	];
};

const countsJson = (key: string, counts: ReadonlyMap<string, number>): readonly JsonObject[] =>
	[...counts].map(([name, prices]) => ({[key]: name, prices}));

export const importDocument = (
	{file, format, tally}: ImportResult,
	diagnostics: readonly Diagnostic[],
	language: LanguageId,
): JsonObject =>
	documentOf('PriceImport', {
		file,
		format,
		taken: takenIn(tally),
		left: leftIn(tally),
		takenByKind: countsJson('kind', tally.taken),
		takenByRegion: countsJson('region', tally.regions),
		leftByReason: countsJson('reason', tally.left),
		broken: tally.broken,
		diagnostics: diagnosticsJson(diagnostics, language),
	});
