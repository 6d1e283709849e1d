import {familyOf} from '../catalogue/families.ts';
import type {IsoDate} from '../units/calendar.ts';
import {decimal, type Fraction, fraction} from '../units/fraction.ts';
import {type Currency, HOURS_PER_MONTH, rate} from '../units/money.ts';
import type {AdviceRow, OnDemandRow, RegionOverlay, SpotRow, SubscriptionRow} from './overlay.ts';
import type {
	DatedPrice,
	InstanceOffer,
	PriceBook,
	TypePrices,
	ZoneAdvice,
	ZonePrice,
} from './price-book.ts';
import {priceFraction} from './price-fraction.ts';

/** When prices of an overlay count: where they are newer than others, or always. */
export type Precedence = 'newer' | 'always';

/** The rows of one currency by type, so that each is looked up once. */
type CurrencyRows = {
	readonly onDemand: ReadonlyMap<string, OnDemandRow>;
	/** Of one month alone. */
	readonly subscription: ReadonlyMap<string, SubscriptionRow>;
	readonly spot: ReadonlyMap<string, readonly SpotRow[]>;
};

/** What all prices of an overlay have in common. Equal texts share a fraction. */
type Laying = {
	readonly precedence: Precedence;
	readonly sources: readonly string[];
	readonly fractions: Map<string, Fraction>;
};

/** Rows by type. Every command does this for all rows of its region, so it goes by index alone. */
const byType = <R extends readonly unknown[]>(
	rows: readonly R[],
	typeAt: number,
): ReadonlyMap<string, readonly R[]> => {
	const groups = new Map<string, R[]>();
	for (const row of rows) {
		const type = row[typeAt] as string;
		const group = groups.get(type);
		if (group) group.push(row);
		else groups.set(type, [row]);
	}
	return groups;
};

const rowsOf = (overlay: RegionOverlay, currency: Currency): CurrencyRows => {
	const onDemand = new Map<string, OnDemandRow>();
	for (const row of overlay.onDemand) if (row[0] === currency) onDemand.set(row[1], row);
	const subscription = new Map<string, SubscriptionRow>();
	for (const row of overlay.subscription)
		if (row[0] === currency && row[2] === 1) subscription.set(row[1], row);
	const spot = byType(
		overlay.spot.filter(row => row[0] === currency),
		1,
	);
	return {onDemand, subscription, spot};
};

const fractionOf = (text: string, hours: number, {fractions}: Laying): Fraction => {
	const key = hours === 1 ? text : `${text}/${hours}`;
	const known = fractions.get(key) ?? priceFraction(text, hours);
	fractions.set(key, known);
	return known;
};

const dated = (
	price: string,
	asOf: string,
	source: number,
	laying: Laying,
	hours = 1,
): DatedPrice => ({
	perHour: fractionOf(price, hours, laying),
	asOf,
	source: laying.sources[source] ?? '',
});

/** Whether a price that is known counts before one of a day that is laid over it. */
const counts = (known: DatedPrice | null | undefined, day: IsoDate, {precedence}: Laying) =>
	known !== null && known !== undefined && precedence === 'newer' && (known.asOf ?? '') > day;

const onDemandOf = (
	row: OnDemandRow | undefined,
	known: DatedPrice | null,
	laying: Laying,
): DatedPrice | null =>
	row === undefined || counts(known, row[3], laying)
		? known
		: dated(row[2], row[3], row[4], laying);

const spotOf = (
	quotes: readonly SpotRow[] | undefined,
	known: readonly ZonePrice[],
	laying: Laying,
): readonly ZonePrice[] => {
	if (quotes === undefined) return known;
	// A median over quotes that count and quotes that don't would be neither's.
	const kept = laying.precedence === 'always' ? [] : known;
	const zones = new Map(kept.map(price => [price.zone, price]));
	for (const row of quotes) {
		const zone = row[2];
		if (!counts(zones.get(zone), row[4], laying))
			zones.set(zone, {...dated(row[3], row[4], row[5], laying), zone});
	}
	return [...zones.values()].sort((a, b) => (a.zone < b.zone ? -1 : 1));
};

const touches = (type: string, {onDemand, subscription, spot}: CurrencyRows): boolean =>
	onDemand.has(type) || subscription.has(type) || spot.has(type);

const UNPRICED: TypePrices = {onDemand: null, spot: []};

/** The prices of a type in one currency; null where nothing is laid over them. */
const pricesOf = (
	type: string,
	{onDemand, spot}: TypePrices,
	rows: CurrencyRows,
	laying: Laying,
): TypePrices | null => {
	if (!touches(type, rows)) return null;
	const prices = {
		onDemand: onDemandOf(rows.onDemand.get(type), onDemand, laying),
		spot: spotOf(rows.spot.get(type), spot, laying),
	};
	const row = rows.subscription.get(type);
	if (!row) return prices;
	return {...prices, subscription: dated(row[3], row[4], row[5], laying, HOURS_PER_MONTH)};
};

const adviceOf = (rows: readonly AdviceRow[], {sources}: Laying): readonly ZoneAdvice[] =>
	rows.map(row => ({
		zone: row[1],
		ratio: fraction(row[2], 100),
		interruption: row[3],
		asOf: row[4],
		source: sources[row[5]] ?? '',
	}));

const otherThan = (currency: Currency): Currency => (currency === 'CNY' ? 'USD' : 'CNY');

/** Lays an overlay over offers; one that it says nothing about stays as it is. */
const layingOver = (
	overlay: RegionOverlay,
	precedence: Precedence,
	currency: Currency,
): ((offer: InstanceOffer) => InstanceOffer) => {
	const laying = {precedence, sources: overlay.sources, fractions: new Map<string, Fraction>()};
	const [own, others] = [rowsOf(overlay, currency), rowsOf(overlay, otherThan(currency))];
	const advised = byType(overlay.advice, 0);
	return offer => {
		const {type} = offer;
		const prices = pricesOf(type, offer, own, laying);
		const foreign = pricesOf(type, offer.foreign ?? UNPRICED, others, laying);
		const advice = advised.get(type);
		// Most have prices in one currency and nothing else; each spread costs as much as all the rest.
		if (!(foreign || advice || own.spot.has(type))) return prices ? {...offer, ...prices} : offer;
		return {
			...offer,
			...prices,
			...(foreign && {foreign: {...offer.foreign, ...foreign}}),
			...(advice && {advice: adviceOf(advice, laying)}),
			...(precedence === 'always' && own.spot.has(type) && !advice && {areQuotesFirst: true}),
		};
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
	const lay = layingOver(overlay, precedence, book.currency);
	const added = addedOffers(overlay).filter(({type}) => !book.types.has(type));
	const offers = [...book.types.values(), ...added];
	if (added.length > 0) offers.sort((a, b) => (a.type < b.type ? -1 : 1));
	return {
		...book,
		cpuMem: cpuMemOf(book, overlay),
		types: new Map(offers.map(offer => [offer.type, lay(offer)])),
	};
};
