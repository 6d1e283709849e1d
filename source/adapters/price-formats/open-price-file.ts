import type {PriceFormat} from '../../domain/pricing/import-tally.ts';
import type {ImportFileReason} from '../../domain/rules/command-facts.ts';
import {report} from '../../domain/rules/rules.ts';
import {dayNumber, type IsoDate} from '../../domain/units/calendar.ts';
import type {Currency} from '../../domain/units/money.ts';
import type {Assumption, PriceFile, PriceItem} from '../../ports.ts';
import {type CsvTold, csvHeader, csvPrices} from './csv-prices.ts';
import type {Defaults} from './fields.ts';
import {jsonPrices} from './json-prices.ts';
import {JsonError} from './json-structure.ts';
import {brokenFile, PriceFileError} from './price-file-error.ts';
import {traceName} from './spot-trace.ts';

/** A file that hasn't told its format by here never will. */
const HEAD_BYTES = 2 ** 20;
const ASSUMPTIONS: readonly Assumption[] = ['currency', 'date'];
/** The sign of JSON stands this near to the start. */
const SIGN_BYTES = 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const SECONDS_PER_DAY = 86_400;

/** Bytes that come, and what is known about them. */
export type PriceBytes = {
	/** As it was given, for messages. */
	readonly path: string;
	/** Without the folder. */
	readonly name: string;
	readonly bytes: AsyncIterable<Buffer>;
	/** Null where nobody knows. */
	readonly size: number | null;
	/** The day it was last changed; null where nobody knows. */
	readonly changedOn: IsoDate | null;
};

type Opened = {readonly format: PriceFormat; readonly items: AsyncIterable<PriceItem>};

const withoutMark = (head: Buffer): Buffer =>
	head.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
		? head.subarray(BYTE_ORDER_MARK.length)
		: head;

const unknownFile = (file: string): PriceFileError =>
	new PriceFileError({exitCode: 2, diagnostics: [report('import-file-unknown', {file})]});

/** Puts pieces together until there is a line, or as much as a head may have. */
const readHead = async (bytes: AsyncIterator<Buffer>): Promise<Buffer> => {
	const pieces: Buffer[] = [];
	let size = 0;
	while (size < HEAD_BYTES) {
		const {done, value} = await bytes.next();
		if (done) break;
		pieces.push(value);
		size += value.length;
		if (size > BYTE_ORDER_MARK.length && value.includes('\n')) break;
	}
	return withoutMark(Buffer.concat(pieces));
};

/** The pieces from the start, when some were read already. */
async function* resumed(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
	yield head;
	yield* {[Symbol.asyncIterator]: () => rest};
}

const openJson = async (
	path: string,
	bytes: AsyncIterator<Buffer>,
	defaults: Defaults,
): Promise<Opened> => {
	const prices = jsonPrices(defaults);
	let size = 0;
	const step = async (): Promise<boolean> => {
		try {
			const {done, value} = await bytes.next();
			if (done) prices.end();
			else prices.write(value);
			size += value?.length ?? 0;
			return done !== true;
		} catch (error) {
			throw error instanceof JsonError ? brokenFile(path, error.reason, error.line) : error;
		}
	};
	let isOpen = true;
	while (isOpen && prices.format() === null && size < HEAD_BYTES) isOpen = await step();
	const format = prices.format();
	if (format === null) throw unknownFile(path);
	async function* items(): AsyncGenerator<PriceItem> {
		try {
			yield* prices.taken();
			while (isOpen) {
				isOpen = await step();
				yield* prices.taken();
			}
		} finally {
			await bytes.return?.();
		}
	}
	return {format, items: items()};
};

const openCsv = (
	{path, name}: PriceBytes,
	head: Buffer,
	bytes: AsyncIterable<Buffer>,
	defaults: Defaults,
	openEnd: CsvTold['openEnd'],
): Opened => {
	const header = csvHeader(head.toString('utf8'));
	if (!header) throw unknownFile(path);
	const trace = header.format === 'spot-trace' ? traceName(name) : null;
	if (header.format === 'spot-trace' && !trace)
		throw new PriceFileError({
			exitCode: 2,
			diagnostics: [report('import-trace-name', {file: path})],
		});
	const fail = (reason: ImportFileReason, line: number) => brokenFile(path, reason, line);
	return {
		format: header.format,
		items: csvPrices(bytes, header, trace, defaults, {fail, openEnd}),
	};
};

/** A file that isn't recognised is closed. */
const recognise = async (
	file: PriceBytes,
	source: AsyncGenerator<Buffer>,
	defaults: Defaults,
	openEnd: CsvTold['openEnd'],
): Promise<Opened> => {
	try {
		const head = await readHead(source);
		if (head.toString('latin1').trim() === '') throw brokenFile(file.path, 'empty');
		const bytes = resumed(head, source);
		const isJson = /^\s*[[{]/.test(head.subarray(0, SIGN_BYTES).toString('latin1'));
		return isJson
			? await openJson(file.path, bytes, defaults)
			: openCsv(file, head, bytes, defaults, openEnd);
	} catch (error) {
		await source.return(undefined);
		throw error;
	}
};

/** Recognises the format of a price file by its beginning. Throws a problem for a file of another kind. */
export const openPriceFile = async (
	file: PriceBytes,
	{currency, today}: {readonly currency: Currency; readonly today: IsoDate},
): Promise<PriceFile> => {
	const assumed = new Set<Assumption>();
	const {name, size, changedOn} = file;
	const day = changedOn === null || changedOn > today ? today : changedOn;
	const defaults: Defaults = {
		currency,
		day,
		latest: (dayNumber(today) + 2) * SECONDS_PER_DAY,
		assume: what => assumed.add(what),
	};
	let read = 0;
	async function* counted(): AsyncGenerator<Buffer> {
		for await (const piece of file.bytes) {
			read += piece.length;
			yield piece;
		}
	}
	const source = counted();
	let openEnd: number | null = null;
	const {format, items} = await recognise(file, source, defaults, line => {
		openEnd = line;
	});
	return {
		format,
		name,
		day,
		items,
		progress: () => (size === null || size === 0 ? null : Math.min(1, read / size)),
		openEnd: () => openEnd,
		assumed: () => ASSUMPTIONS.filter(what => assumed.has(what)),
	};
};
