import {PriceFileError} from '../../source/adapters/price-formats/price-file-error.ts';
import type {PriceRecord} from '../../source/domain/pricing/price-record.ts';
import type {PriceItem, Problem} from '../../source/ports.ts';
import {openBytes, priceBytes} from './price-bytes.ts';

export const TODAY = '2026-11-23';

export type ReadPrices = {
	readonly format: string;
	readonly items: readonly PriceItem[];
	readonly assumed: readonly string[];
	/** The line of a last row without a line end. */
	readonly openEnd: number | null;
};

/** What a file of this name and content holds; a broken one is its problem. */
export const readPrices = async (
	path: string,
	content: string | Buffer,
	{pieces, changedOn = null}: {readonly pieces?: number; readonly changedOn?: string | null} = {},
): Promise<ReadPrices | {readonly problem: Problem}> => {
	const bytes = priceBytes(path, content, pieces, changedOn);
	const opened = await openBytes(bytes, {currency: 'CNY', today: TODAY});
	if (!opened.ok) return {problem: opened.problem};
	const {format, items: source, assumed, openEnd} = opened.value;
	const items: PriceItem[] = [];
	try {
		for await (const item of source) items.push(item);
	} catch (error) {
		if (error instanceof PriceFileError) return {problem: error.problem};
		throw error;
	}
	return {format, items, assumed: assumed(), openEnd: openEnd()};
};

/** The rule, the exit code and the facts of a file that is broken as a whole. */
export const problemOf = async (path: string, content: string | Buffer): Promise<unknown> => {
	const read = await readPrices(path, content);
	if (!('problem' in read)) throw new Error('the file was read');
	const [diagnostic] = read.problem.diagnostics;
	return [read.problem.exitCode, diagnostic?.rule, diagnostic?.facts];
};

/** What a file that has to be read holds. */
export const rightly = async (
	path: string,
	content: string | Buffer,
	options?: Parameters<typeof readPrices>[2],
): Promise<ReadPrices> => {
	const read = await readPrices(path, content, options);
	if ('problem' in read) throw new Error(JSON.stringify(read.problem));
	return read;
};

export const recordsOf = ({items}: ReadPrices): readonly PriceRecord[] =>
	items.flatMap(item => (item.kind === 'record' ? [item.record] : []));

/** `3: price-invalid SpotPrice`: what is broken, row by row. */
export const brokenOf = ({items}: ReadPrices): readonly string[] =>
	items.flatMap(item =>
		item.kind === 'broken' ? [`${item.line}: ${item.reason} ${item.field ?? ''}`.trim()] : [],
	);

/** `other-system 3`: what is of no use. */
export const unusedOf = ({items}: ReadPrices): readonly string[] =>
	items.flatMap(item => (item.kind === 'unused' ? [`${item.reason} ${item.count}`] : []));
