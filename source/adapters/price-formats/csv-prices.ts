import {pipeline, Readable} from 'node:stream';
import {type CsvError, parse} from 'csv-parse';
import type {PriceFormat} from '../../domain/pricing/import-tally.ts';
import type {ImportFileReason} from '../../domain/rules/command-facts.ts';
import type {PriceItem} from '../../ports.ts';
import {broken, type Defaults} from './fields.ts';
import {fieldName, type PageFields} from './page.ts';
import type {PriceFileError} from './price-file-error.ts';
import {isListHeader, listItems} from './price-list.ts';
import {isTraceHeader, type TraceName, traceItem} from './spot-trace.ts';

/** A longer line is none of ours. */
const MAX_LINE_BYTES = 64 * 2 ** 10;

/** What the first line says. */
export type CsvHeader = {
	readonly format: PriceFormat;
	/** In the order of the columns. */
	readonly names: readonly string[];
	readonly delimiter: string;
};

/** The mark between the cells of a line: a comma, or what spreadsheets take where the comma is for decimals. */
const delimiterOf = (line: string): string =>
	[',', ';', '\t'].find(mark => line.includes(mark)) ?? ',';

/** The columns and the format that the first line stands for; null for no file of ours. */
export const csvHeader = (head: string): CsvHeader | null => {
	const [line = ''] = head.trimStart().split(/\r\n|\n|\r/, 1);
	if (line.includes('\0')) return null;
	const delimiter = delimiterOf(line);
	const names = line.split(delimiter).map(fieldName);
	if (isTraceHeader(names)) return {format: 'spot-trace', names, delimiter};
	return isListHeader(names) ? {format: 'price-list', names, delimiter} : null;
};

type CsvLine = {readonly record: readonly string[]; readonly info: {readonly lines: number}};

/** The lines behind the first, and what is wrong with those that are no lines. */
async function* linesOf(
	bytes: AsyncIterable<Buffer>,
	delimiter: string,
	broke: (error: CsvError) => void,
): AsyncGenerator<CsvLine> {
	const parser = parse({
		delimiter,
		from: 2,
		info: true,
		max_record_size: MAX_LINE_BYTES,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		skip_records_with_error: true,
		on_skip: error => {
			if (error) broke(error);
			return undefined;
		},
	});
	// What goes wrong on the way ends the iteration.
	pipeline(Readable.from(bytes), parser, () => undefined);
	yield* parser as AsyncIterable<CsvLine>;
}

const LINE_ENDS: ReadonlySet<number | undefined> = new Set([0x0a, 0x0d]);

/** Passes pieces on and remembers whether the last one ends a line. */
const endWatch = () => {
	let isEnded = true;
	return {
		isEnded: () => isEnded,
		pass: async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
			for await (const piece of bytes) {
				if (piece.length > 0) isEnded = LINE_ENDS.has(piece.at(-1));
				yield piece;
			}
		},
	};
};

const fieldsOf = (names: readonly string[], cells: readonly string[]): PageFields =>
	new Map(names.map((name, index) => [name, cells[index]]));

/** What the library can't read on from: the first means that the file was cut off. */
const ENDS: ReadonlyMap<string, ImportFileReason> = new Map([
	['CSV_QUOTE_NOT_CLOSED', 'cut-off'],
	['CSV_MAX_RECORD_SIZE', 'too-long'],
]);

/** What the reader of CSV tells of a file. */
export type CsvTold = {
	/** What makes the file useless. */
	readonly fail: (reason: ImportFileReason, line: number) => PriceFileError;
	/** The last row isn't ended, so nobody can tell whether it goes on. */
	readonly openEnd: (line: number) => void;
};

/** Prices of CSV. */
export async function* csvPrices(
	bytes: AsyncIterable<Buffer>,
	{format, names, delimiter}: CsvHeader,
	trace: TraceName | null,
	defaults: Defaults,
	told: CsvTold,
): AsyncGenerator<PriceItem> {
	const end = endWatch();
	const skipped: PriceItem[] = [];
	let failure: PriceFileError | null = null;
	const broke = (error: CsvError) => {
		const line = Number(error['lines'] ?? 0);
		const reason = ENDS.get(error.code);
		if (reason) failure = told.fail(reason, line);
		else skipped.push(broken(line, 'columns'));
	};
	let last: number | null = null;
	for await (const {record: cells, info} of linesOf(end.pass(bytes), delimiter, broke)) {
		yield* skipped.splice(0);
		const line = info.lines;
		last = line;
		if (cells.length !== names.length) yield broken(line, 'columns');
		else if (format === 'spot-trace' && trace)
			yield traceItem(fieldsOf(names, cells), line, trace, defaults);
		else yield* listItems(fieldsOf(names, cells), line, defaults);
	}
	yield* skipped;
	if (failure) throw failure;
	if (last !== null && !end.isEnded()) told.openEnd(last);
}
