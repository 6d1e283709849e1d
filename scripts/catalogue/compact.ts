import {
	pricePath,
	REGIONS_PATH,
	type RegionFile,
	type RegionsFile,
	type TypeRow,
} from '../../source/adapters/price-files.ts';
import {familyOf} from '../../source/domain/catalogue/families.ts';
import {type Counts, noCounts, total} from './counts.ts';
import {type Dates, datesOf} from './dates.ts';
import {notice} from './notice.ts';

/** A row of `catalogue.json`: on-demand today (`od`) or older (`od0`) and spot by zone letter. */
export type SourcePrices = {
	readonly od?: number;
	readonly od0?: number;
	readonly s?: Readonly<Record<string, number>>;
};

/** `catalogue.json`, as far as it is used. */
export type Catalogue = {
	readonly meta: {readonly onDemandAsOf: string; readonly spotAsOf: string};
	readonly regions: Readonly<Record<string, Readonly<Record<string, SourcePrices>>>>;
};

/** `instance_types.json`, as far as it is used. */
export type TypeSizes = Readonly<
	Record<string, {readonly vcpu: number; readonly memGiB: number; readonly gpu: number}>
>;

export type Compacted = {
	/** By path inside the data folder. */
	readonly files: ReadonlyMap<string, string>;
	readonly counts: ReadonlyMap<string, Counts>;
};

const SOURCE =
	'Alibaba Cloud list prices (Linux, VPC, instance only), collected by github.com/cloudpilot-ai';

const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number =>
	a < b ? -1 : Number(a > b);

const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
	Object.entries(record).sort(byName);

/** Undefined for what is no price; a JSON number prints as the digits it was written with. */
const priceText = (price: number | undefined, counts: Counts): string | undefined => {
	if (price === undefined) return undefined;
	if (!(price > 0)) {
		counts.priceNotPositive += 1;
		return undefined;
	}
	const text = String(price);
	if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`${text} is no plain decimal`);
	return text;
};

const onDemandOf = ({od, od0}: SourcePrices, dates: Dates, counts: Counts): TypeRow[5] => {
	const current = priceText(od, counts);
	if (current !== undefined) return current;
	const older = priceText(od0, counts);
	return older === undefined ? null : [older, dates.older];
};

const spotOf = (quotes: SourcePrices['s'], counts: Counts): string[] =>
	sorted(quotes ?? {}).flatMap(([zone, quote]) => {
		const text = priceText(quote, counts);
		return text === undefined ? [] : [zone, text];
	});

const rowsOf = (
	prices: Readonly<Record<string, SourcePrices>>,
	sizes: TypeSizes,
	dates: Dates,
): {rows: TypeRow[]; counts: Counts} => {
	const counts = noCounts();
	const rows: TypeRow[] = [];
	for (const [type, price] of sorted(prices)) {
		const [family, size] = [familyOf(type), sizes[type]];
		if (!family) {
			counts.otherFamily += 1;
			continue;
		}
		if (!(size && size.vcpu > 0 && size.memGiB > 0)) {
			counts.sizeUnknown += 1;
			continue;
		}
		const onDemand = onDemandOf(price, dates, counts);
		const spot = spotOf(price.s, counts);
		if (onDemand === null && spot.length === 0) {
			counts.noPrice += 1;
			continue;
		}
		counts.kept += 1;
		const facts = [type, family.name, size.vcpu, size.memGiB, size.gpu, onDemand] as const;
		rows.push(spot.length === 0 ? facts : [...facts, spot]);
	}
	return {rows, counts};
};

const zonesOf = (rows: readonly TypeRow[]): number =>
	new Set(rows.flatMap(([, , , , , , spot = []]) => spot.filter((_, index) => index % 2 === 0)))
		.size;

/** Zone ids: `cn-hangzhou-i`, but `us-east-1a`. */
const zonePrefixOf = (region: string): string => (/\d$/.test(region) ? region : `${region}-`);

/** JSON with the last property, an array, one element a line. */
const render = (head: object, key: string, rows: readonly unknown[]): string => {
	const properties = Object.entries(head).map(
		([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`,
	);
	const lines = rows.map(row => JSON.stringify(row)).join(',\n');
	return `{\n${properties.join('')}${JSON.stringify(key)}:[\n${lines}\n]}\n`;
};

const renderRegion = ({types, ...head}: RegionFile): string => render(head, 'types', types);

const renderRegions = ({regions}: RegionsFile): string => render({}, 'regions', regions);

/** The data folder of the package: the same input always gives the same bytes. */
export const compact = (catalogue: Catalogue, sizes: TypeSizes): Compacted => {
	const dates = datesOf(catalogue.meta);
	const files = new Map<string, string>();
	const allCounts = new Map<string, Counts>();
	const regions: RegionsFile['regions'][number][] = [];
	for (const [region, prices] of sorted(catalogue.regions)) {
		const {rows, counts} = rowsOf(prices, sizes, dates);
		const file = {
			source: SOURCE,
			onDemandAsOf: dates.onDemand,
			spotAsOf: dates.spot,
			zonePrefix: zonePrefixOf(region),
			types: rows,
		};
		files.set(pricePath(region), renderRegion(file));
		allCounts.set(region, counts);
		regions.push([region, rows.length, zonesOf(rows)]);
	}
	files.set(REGIONS_PATH, renderRegions({regions}));
	files.set('NOTICE', notice(total(allCounts.values()), dates));
	return {files, counts: allCounts};
};
