import {CPU_MEM_RATES} from '../domain/pricing/cpu-mem-rates.ts';
import type {
	DatedPrice,
	InstanceOffer,
	PriceBook,
	TypePrices,
} from '../domain/pricing/price-book.ts';
import {priceFraction} from '../domain/pricing/price-fraction.ts';
import type {IsoDate} from '../domain/units/calendar.ts';
import type {Fraction} from '../domain/units/fraction.ts';
import type {Currency} from '../domain/units/money.ts';
import {err, ok, type Result} from '../domain/units/result.ts';

/** Reads a file of the package's `data/` folder as text, by its path inside it. */
export type ReadData = (relativePath: string) => Promise<string>;

/** Pay-as-you-go per hour: the price, the price with a day of its own, or nothing known. */
type CompactPrice = string | readonly [perHour: string, asOf: IsoDate] | null;

/** One line of a price file; `spot` alternates zone letter and price and is left out when empty. */
export type TypeRow = readonly [
	type: string,
	family: string,
	vcpu: number,
	memoryGiB: number,
	gpu: number,
	onDemand: CompactPrice,
	spot?: readonly string[],
];

/** `data/prices/<region>.json`: prices in CNY per hour as decimal strings. */
export type RegionFile = {
	readonly source: string;
	readonly onDemandAsOf: IsoDate;
	readonly spotAsOf: IsoDate;
	/** A zone's letter behind it makes the zone's id. */
	readonly zonePrefix: string;
	readonly types: readonly TypeRow[];
};

export type RegionSummary = {
	readonly region: string;
	/** Instance types with a price. */
	readonly types: number;
	/** Zones with a spot quote. */
	readonly spotZones: number;
};

/** `data/regions.json` */
export type RegionsFile = {
	readonly regions: readonly (readonly [region: string, types: number, spotZones: number])[];
};

export const REGIONS_PATH = 'regions.json';
export const pricePath = (region: string): string => `prices/${region}.json`;

const SHIPPED_CURRENCY = 'CNY';

/** Every region that has prices, sorted. */
export const listRegions = async (read: ReadData): Promise<readonly RegionSummary[]> => {
	const {regions} = JSON.parse(await read(REGIONS_PATH)) as RegionsFile;
	return regions.map(([region, types, spotZones]) => ({region, types, spotZones}));
};

type Context = {readonly file: RegionFile; readonly price: (text: string) => Fraction};

/** Equal texts share a fraction: a third of the prices of a region repeat another. */
const contextOf = (file: RegionFile): Context => {
	const known = new Map<string, Fraction>();
	const price = (text: string): Fraction => {
		const fraction = known.get(text) ?? priceFraction(text);
		known.set(text, fraction);
		return fraction;
	};
	return {file, price};
};

const readOnDemand = (onDemand: CompactPrice, {file, price}: Context): DatedPrice | null => {
	if (onDemand === null) return null;
	if (typeof onDemand === 'string') return {perHour: price(onDemand), asOf: file.onDemandAsOf};
	return {perHour: price(onDemand[0]), asOf: onDemand[1]};
};

const readSpot = (quotes: readonly string[], {file, price}: Context): InstanceOffer['spot'] => {
	const spot: InstanceOffer['spot'][number][] = [];
	for (let index = 0; index < quotes.length; index += 2)
		spot.push({
			zone: `${file.zonePrefix}${quotes[index]}`,
			perHour: price(quotes[index + 1] ?? ''),
			asOf: file.spotAsOf,
		});
	return spot;
};

const readPrices = (row: TypeRow, context: Context): TypePrices => ({
	onDemand: readOnDemand(row[5], context),
	spot: row[6] ? readSpot(row[6], context) : [],
});

const UNPRICED: TypePrices = {onDemand: null, spot: []};

/** Reads by index: taking a row apart by destructuring is four times as slow at start-up (measured). */
const readOffer = (row: TypeRow, context: Context, currency: Currency): InstanceOffer => {
	const offer = {type: row[0], family: row[1], vcpu: row[2], memoryGiB: row[3], gpu: row[4]};
	const prices = readPrices(row, context);
	return currency === SHIPPED_CURRENCY
		? {...offer, ...prices}
		: {...offer, ...UNPRICED, foreign: prices};
};

export type UnknownRegion = {
	readonly reason: 'unknown-region';
	readonly region: string;
	readonly known: readonly string[];
};

/**
 * The prices of one region. A region that isn't listed is a problem with the list of those that are,
 * and no file is opened for it; a damaged file throws.
 */
export const readPriceBook = async (
	region: string,
	currency: Currency,
	read: ReadData,
): Promise<Result<PriceBook, UnknownRegion>> => {
	const known = (await listRegions(read)).map(summary => summary.region);
	if (!known.includes(region)) return err({reason: 'unknown-region', region, known});
	const file = JSON.parse(await read(pricePath(region))) as RegionFile;
	const context = contextOf(file);
	return ok({
		region,
		currency,
		cpuMem: CPU_MEM_RATES[currency],
		types: new Map(file.types.map(row => [row[0], readOffer(row, context, currency)])),
		source: file.source,
	});
};
