import {oldestDay, originOf} from '../domain/pricing/origin.ts';
import {changeOf} from '../domain/pricing/own-prices.ts';
import type {
	DatedPrice,
	InstanceOffer,
	PriceBook,
	ZoneAdvice,
} from '../domain/pricing/price-book.ts';
import type {PriceRow} from '../domain/pricing/price-list.ts';
import type {Provenance} from '../domain/pricing/provenance.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import type {IsoDate} from '../domain/units/calendar.ts';
import {type Fraction, fraction, multiply, toDecimal, toFixed} from '../domain/units/fraction.ts';
import {type Currency, exactAmount, money, perHour, type Rate} from '../domain/units/money.ts';
import {diagnosticsJson, documentOf} from './documents.ts';
import {labelsOf} from './labels.ts';
import {enPriceWords, type PriceWords} from './language/en/price-words.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnPriceWords} from './language/zh-cn/price-words.ts';
import {HOUR_PLACES, moneyCell, NONE} from './money-cell.ts';
import {symbolOf} from './money-text.ts';
import {type Cell, cell, rawColumn, type Table} from './report.ts';

export const priceWordsOf = (language: LanguageId): PriceWords =>
	language === 'zh-CN' ? zhCnPriceWords : enPriceWords;

/** The rows that are shown, of all that pass the filter. */
export type ShownPrices = {
	readonly book: PriceBook;
	readonly rows: readonly PriceRow[];
	readonly all: number;
};

const percentText = (share: Fraction): string => `${toFixed(multiply(share, fraction(100)), 1)} %`;

/** The oldest day behind a row. */
const oldestOf = ({offer, spot}: PriceRow): IsoDate | null =>
	oldestDay([...(offer.onDemand ? [originOf(offer.onDemand)] : []), ...(spot?.from ?? [])]);

/** Where the advice or the quotes behind a spot price come from. */
const spotSources = ({offer, spot}: PriceRow, book: PriceBook): string => {
	const behind = spot?.basis === 'advice' ? (offer.advice ?? []) : offer.spot;
	return spot ? [...new Set(behind.map(({source}) => source ?? book.source))].join('; ') : '';
};

const amountOf = (price: DatedPrice | null, currency: Currency) =>
	price && money(currency, price.perHour);

const spotCell = (rate: Rate | null): Cell =>
	rate
		? cell(toFixed(perHour(rate).amount, HOUR_PLACES), exactAmount(perHour(rate)))
		: cell(NONE, '');

const rowCells = (row: PriceRow, {book}: ShownPrices, language: LanguageId): readonly Cell[] => {
	const {offer, spot} = row;
	return [
		cell(offer.type, undefined, 'accent'),
		cell(offer.family),
		cell(String(offer.vcpu)),
		cell(String(offer.memoryGiB)),
		cell(offer.gpu === 0 ? NONE : String(offer.gpu), String(offer.gpu)),
		moneyCell(amountOf(offer.onDemand, book.currency), HOUR_PLACES, labelsOf(language)),
		spotCell(spot?.rate ?? null),
		spot
			? cell(percentText(spot.ratio), toDecimal(multiply(spot.ratio, fraction(100)), 4))
			: cell(NONE, ''),
		cell(String(offer.spot.length)),
		cell(oldestOf(row) ?? '', undefined, 'muted'),
		cell((offer.onDemand && changeOf(offer.onDemand, offer)) ?? ''),
		cell(offer.onDemand ? (offer.onDemand.source ?? book.source) : ''),
		cell(spotSources(row, book)),
	];
};

export const priceListTable = (shown: ShownPrices, language: LanguageId): Table => {
	const words = priceWordsOf(language);
	const symbol = symbolOf(shown.book.currency);
	return {
		kind: 'table',
		title: words.list(shown.book.region),
		empty: words.none,
		columns: [
			{key: 'type', heading: words.type, align: 'left'},
			{key: 'family', heading: words.family, align: 'left'},
			{key: 'vcpu', heading: words.vcpu, align: 'right'},
			{key: 'memoryGiB', heading: words.memory, align: 'right'},
			{key: 'gpu', heading: words.gpu, align: 'right'},
			{key: 'onDemand', heading: words.onDemand(symbol), align: 'right'},
			{key: 'spot', heading: words.spot(symbol), align: 'right'},
			{key: 'spotPercent', heading: words.ratio, align: 'right'},
			{key: 'zones', heading: words.zones, align: 'right'},
			{key: 'asOf', heading: words.asOf, align: 'left'},
			rawColumn('change'),
			rawColumn('source'),
			rawColumn('spotSource'),
		],
		rows: shown.rows.map(row => rowCells(row, shown, language)),
	};
};

const priceJson = (
	price: DatedPrice,
	offer: InstanceOffer,
	{source, currency}: PriceBook,
): JsonObject => ({
	currency,
	perHour: exactAmount(money(currency, price.perHour)),
	asOf: price.asOf,
	source: price.source ?? source,
	change: changeOf(price, offer),
});

const onDemandJson = (offer: InstanceOffer, book: PriceBook): JsonObject | null => {
	const {onDemand, list = onDemand} = offer;
	if (!(onDemand && list)) return null;
	const price = priceJson(onDemand, offer, book);
	// An own price of a type that the list has none of stands in for it.
	const isUnlisted = price['change'] === 'own' && list === onDemand;
	const listed = isUnlisted ? null : exactAmount(money(book.currency, list.perHour));
	return {...price, listPerHour: listed};
};

const adviceJson = ({zone, ratio, interruption, asOf, source}: ZoneAdvice): JsonObject => ({
	zone,
	percentOfOnDemand: Number(toDecimal(multiply(ratio, fraction(100)), 4)),
	interruption,
	asOf,
	source,
});

const rowJson = ({offer}: PriceRow, book: PriceBook): JsonObject => ({
	type: offer.type,
	family: offer.family,
	vcpu: offer.vcpu,
	memoryGiB: offer.memoryGiB,
	gpu: offer.gpu,
	onDemand: onDemandJson(offer, book),
	spot: offer.spot.map(price => ({zone: price.zone, ...priceJson(price, offer, book)})),
	subscription: offer.subscription ? priceJson(offer.subscription, offer, book) : null,
	advice: (offer.advice ?? []).map(adviceJson),
});

export const priceListDocument = (
	{book, rows, all}: ShownPrices,
	{asOf, sources, diagnostics}: Provenance,
	language: LanguageId,
): JsonObject =>
	documentOf('PriceList', {
		region: book.region,
		currency: book.currency,
		matching: all,
		types: rows.map(row => rowJson(row, book)),
		diagnostics: diagnosticsJson(diagnostics, language),
		prices: {asOf, source: sources.join('; ')},
	});
