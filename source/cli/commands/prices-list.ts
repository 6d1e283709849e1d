import {FAMILIES} from '../../domain/catalogue/families.ts';
import type {PriceBook} from '../../domain/pricing/price-book.ts';
import {
	listPrices,
	PRICE_ORDERS,
	type PriceFilter,
	type PriceOrder,
	parseRange,
	type Range,
} from '../../domain/pricing/price-list.ts';
import {listProvenance} from '../../domain/pricing/provenance.ts';
import {openLog} from '../../domain/rules/log.ts';
import {nearest} from '../../domain/rules/nearest.ts';
import type {World} from '../../ports.ts';
import {
	priceListDocument,
	priceListTable,
	priceWordsOf,
	type ShownPrices,
} from '../../present/price-list-report.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {isOn} from '../manners.ts';
import {gatherPrices} from '../market.ts';
import {printResult, sayDiagnostics} from '../print.ts';

type Asked = (name: string) => string | undefined;

const listOf = (text: string | undefined): readonly string[] =>
	text === undefined ? [] : text.split(',').map(entry => entry.trim());

const rangeOf = (name: string, asked: Asked): Range | null => {
	const text = asked(name);
	if (text === undefined) return null;
	const range = parseRange(text);
	if (range) return range;
	throw usageFailure('range-invalid', {value: text}, `--${name}`);
};

const familiesOf = (asked: Asked): readonly string[] => {
	const families = listOf(asked('family')).map(family => family.replace(/^ecs\./, ''));
	const known = [...FAMILIES.keys()];
	const unknown = families.find(family => !known.includes(family));
	if (unknown === undefined) return families;
	throw usageFailure(
		'family-unknown',
		{family: unknown, suggestion: nearest(unknown, known)},
		'--family',
	);
};

const filterOf = (asked: Asked): PriceFilter => ({
	families: familiesOf(asked),
	sizes: listOf(asked('size')),
	vcpu: rangeOf('vcpu', asked),
	memoryGiB: rangeOf('memory-gib', asked),
	gpu: rangeOf('gpus', asked),
});

const orderOf = (asked: Asked): PriceOrder =>
	PRICE_ORDERS.find(order => order === asked('sort')) ?? 'type';

const limitOf = (asked: Asked): number => {
	const text = asked('limit') ?? '0';
	if (!/^\d{1,6}$/.test(text))
		throw usageFailure('field-range', {value: text, minimum: 0, maximum: 999_999}, '--limit');
	return Number(text) || Number.POSITIVE_INFINITY;
};

const shownPrices = (book: PriceBook, asked: Asked): ShownPrices => {
	const isReversed = isOn(asked('reverse'));
	const rows = listPrices(book, filterOf(asked), orderOf(asked), isReversed);
	return {book, rows: rows.slice(0, limitOf(asked)), all: rows.length};
};

/** The instance types of a region with their prices. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const {flags, language, isQuiet} = invocation;
	const asked: Asked = name => askedFor(name, flags, world.env);
	const {book, pricing} = await gatherPrices(invocation, world);
	const shown = shownPrices(book, asked);
	const {today} = world;
	const prices = listProvenance(shown.rows, {book, pricing, today, log: openLog('current')});
	await printResult(
		{
			document: () => priceListDocument(shown, prices, language),
			report: () => [priceListTable(shown, language)],
			table: () => priceListTable(shown, language),
		},
		invocation,
		world,
	);
	if (shown.rows.length < shown.all && !isQuiet)
		await world.stderr.write(`${priceWordsOf(language).more(shown.rows.length, shown.all)}\n`);
	if (invocation.output !== 'json' && invocation.output !== 'yaml')
		await sayDiagnostics(prices.diagnostics, invocation, world);
	return EXIT.done;
};
