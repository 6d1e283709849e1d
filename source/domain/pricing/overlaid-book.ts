import {familyOf} from '../catalogue/families.ts';
import {decimal, fraction} from '../units/fraction.ts';
import {type Currency, HOURS_PER_MONTH, rate} from '../units/money.ts';
import type {OnDemandRow, RegionOverlay, SpotRow, SubscriptionRow} from './overlay.ts';
import type {
	DatedPrice,
	InstanceOffer,
	PriceBook,
	TypePrices,
	ZoneAdvice,
	ZonePrice,
} from './price-book.ts';
import {priceFraction} from './price-fraction.ts';

/** Rows by type. */
const byType = <R extends readonly unknown[]>(rows: readonly R[], typeAt: number) => {
	const groups = new Map<string, R[]>();
	for (const row of rows) {
		const type = String(row[typeAt]);
		const group = groups.get(type);
		if (group) group.push(row);
		else groups.set(type, [row]);
	}
	return groups;
};

/** When prices of an overlay count: where they are newer than others, or always. */
export type Precedence = 'newer' | 'always';

type Rows = {
	readonly precedence: Precedence;
	readonly sources: readonly string[];
	readonly onDemand: ReadonlyMap<string, readonly OnDemandRow[]>;
	/** Of one month alone. */
	readonly subscription: ReadonlyMap<string, readonly SubscriptionRow[]>;
	readonly spot: ReadonlyMap<string, readonly SpotRow[]>;
	readonly advice: ReadonlyMap<string, readonly ZoneAdvice[]>;
};

const adviceByType = ({advice, sources}: RegionOverlay): Rows['advice'] =>
	new Map(
		[...byType(advice, 0)].map(([type, rows]) => [
			type,
			rows.map(([, zone, percent, interruption, asOf, source]) => ({
				zone,
				ratio: fraction(percent, 100),
				interruption,
				asOf,
				source: sources[source] ?? '',
			})),
		]),
	);

const rowsOf = (overlay: RegionOverlay, precedence: Precedence): Rows => ({
	precedence,
	sources: overlay.sources,
	onDemand: byType(overlay.onDemand, 1),
	subscription: byType(
		overlay.subscription.filter(([, , months]) => months === 1),
		1,
	),
	spot: byType(overlay.spot, 1),
	advice: adviceByType(overlay),
});

const dated = (price: string, asOf: string, source: string | undefined, hours = 1): DatedPrice => ({
	perHour: priceFraction(price, hours),
	asOf,
	...(source !== undefined && {source}),
});

const isNewer = (a: DatedPrice, b: DatedPrice): boolean => (a.asOf ?? '') > (b.asOf ?? '');

/** The price that counts; of one day that of the overlay. */
const chosen = <P extends DatedPrice>(
	known: P | null | undefined,
	laidOver: P,
	{precedence}: Rows,
): P => (known && precedence === 'newer' && isNewer(known, laidOver) ? known : laidOver);

const onDemandOf = (
	type: string,
	known: DatedPrice | null,
	rows: Rows,
	currency: Currency,
): DatedPrice | null => {
	const {onDemand, sources} = rows;
	const row = onDemand.get(type)?.find(([of]) => of === currency);
	return row ? chosen(known, dated(row[2], row[3], sources[row[4]]), rows) : known;
};

const spotOf = (
	type: string,
	known: readonly ZonePrice[],
	rows: Rows,
	currency: Currency,
): readonly ZonePrice[] => {
	const {spot, sources} = rows;
	const quotes = spot.get(type)?.filter(([of]) => of === currency) ?? [];
	if (quotes.length === 0) return known;
	// A median over quotes that count and quotes that don't would be neither's.
	const kept = rows.precedence === 'always' ? [] : known;
	const zones = new Map(kept.map(price => [price.zone, price]));
	for (const [, , zone, price, asOf, source] of quotes)
		zones.set(zone, chosen(zones.get(zone), {...dated(price, asOf, sources[source]), zone}, rows));
	return [...zones.values()].sort((a, b) => (a.zone < b.zone ? -1 : 1));
};

const subscriptionOf = (
	type: string,
	{subscription, sources}: Rows,
	currency: Currency,
): DatedPrice | undefined => {
	const row = subscription.get(type)?.find(([of]) => of === currency);
	if (!row) return undefined;
	const [, , , price, asOf, source] = row;
	return dated(price, asOf, sources[source], HOURS_PER_MONTH);
};

const pricesOf = (
	type: string,
	known: TypePrices | undefined,
	rows: Rows,
	currency: Currency,
): TypePrices => {
	const subscription = subscriptionOf(type, rows, currency);
	return {
		onDemand: onDemandOf(type, known?.onDemand ?? null, rows, currency),
		spot: spotOf(type, known?.spot ?? [], rows, currency),
		...(subscription && {subscription}),
	};
};

const otherThan = (currency: Currency): Currency => (currency === 'CNY' ? 'USD' : 'CNY');

const isPriced = ({onDemand, spot}: TypePrices): boolean => onDemand !== null || spot.length > 0;

const overlaid = (offer: InstanceOffer, rows: Rows, currency: Currency): InstanceOffer => {
	const {type} = offer;
	const foreign = pricesOf(type, offer.foreign, rows, otherThan(currency));
	const advice = rows.advice.get(type);
	const isQuoted = rows.spot.get(type)?.some(([of]) => of === currency) === true;
	return {
		...offer,
		...pricesOf(type, offer, rows, currency),
		...(isPriced(foreign) && {foreign}),
		...(advice && {advice}),
		...(rows.precedence === 'always' && isQuoted && !advice && {areQuotesFirst: true as const}),
	};
};

/** A type that the region's shipped list doesn't have. */
const addedOffers = ({sizes}: RegionOverlay): readonly InstanceOffer[] =>
	sizes.map(([type, vcpu, memoryGiB, gpu]) => ({
		type,
		family: familyOf(type)?.name ?? '',
		vcpu,
		memoryGiB,
		gpu,
		onDemand: null,
		spot: [],
	}));

const cpuMemOf = (book: PriceBook, {unitPrices, sources}: RegionOverlay): PriceBook['cpuMem'] => {
	const row = unitPrices.find(([currency]) => currency === book.currency);
	if (!row) return book.cpuMem;
	const [currency, vcpu, gib, asOf, source] = row;
	return {
		...book.cpuMem,
		vcpu: rate(currency, decimal(vcpu)),
		memoryGiB: rate(currency, decimal(gib)),
		source: sources[source] ?? '',
		asOf,
	};
};

/**
 * A region's prices with others laid over them: of two prices the newer one counts, of one day that of
 * the overlay, unless the overlay's always do.
 */
export const overlaidBook = (
	book: PriceBook,
	overlay: RegionOverlay,
	precedence: Precedence = 'newer',
): PriceBook => {
	if (overlay.sources.length === 0) return book;
	const rows = rowsOf(overlay, precedence);
	const touched = new Set([
		...rows.onDemand.keys(),
		...rows.subscription.keys(),
		...rows.spot.keys(),
		...rows.advice.keys(),
	]);
	const offers = [
		...book.types.values(),
		...addedOffers(overlay).filter(({type}) => !book.types.has(type)),
	].map(offer => (touched.has(offer.type) ? overlaid(offer, rows, book.currency) : offer));
	const sorted = offers.sort((a, b) => (a.type < b.type ? -1 : 1));
	return {
		...book,
		cpuMem: cpuMemOf(book, overlay),
		types: new Map(sorted.map(offer => [offer.type, offer])),
	};
};
