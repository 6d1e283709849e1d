import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {listRegions, type ReadData, readPriceBook} from '../../source/adapters/price-files.ts';
import {regionOfZone} from '../../source/domain/pricing/price-record.ts';
import {toNumber} from '../../source/domain/units/fraction.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const read: ReadData = relativePath => readFile(path.join(ROOT, 'data', relativePath), 'utf8');

/** The cells behind the header. */
const rowsOf = async (fixture: string): Promise<readonly (readonly string[])[]> => {
	const text = await readFile(path.join(ROOT, 'test/fixtures', fixture), 'utf8');
	return text
		.trimEnd()
		.split('\n')
		.slice(1)
		.map(line => line.split(','));
};

/** A spot quote of a zone beside the list price of its region. */
type Pair = {
	readonly region: string;
	readonly type: string;
	readonly spot: number;
	readonly list: number;
};

const shippedPairs = async (): Promise<readonly Pair[]> => {
	const books = await Promise.all(
		(await listRegions(read)).map(({region}) => readPriceBook(region, 'CNY', read)),
	);
	return books.flatMap(book =>
		(book.ok ? [...book.value.types.values()] : []).flatMap(({type, onDemand, spot}) =>
			onDemand
				? spot.map(({zone, perHour}) => ({
						region: regionOfZone(zone) ?? '',
						type,
						spot: toNumber(perHour),
						list: toNumber(onDemand.perHour),
					}))
				: [],
		),
	);
};

const leftOutPairs = async (): Promise<readonly Pair[]> =>
	(await rowsOf('spot-left-out.csv')).map(([region = '', , type = '', spot, list]) => ({
		region,
		type,
		spot: Number(spot),
		list: Number(list),
	}));

/** The same quotes beside the list prices of their own day. */
const atTheListOfTheDay = async (pairs: readonly Pair[]): Promise<readonly Pair[]> => {
	const changed = new Map(
		(await rowsOf('list-prices-2024-10-09.csv')).map(([region, type, price]) => [
			`${region} ${type}`,
			Number(price),
		]),
	);
	return pairs.map(pair => ({
		...pair,
		list: changed.get(`${pair.region} ${pair.type}`) ?? pair.list,
	}));
};

type Found = readonly [name: string, pairs: number, median: number];

const NAMES = {
	all: () => 'all',
	region: ({region}: Pair) => region,
	family: ({type}: Pair) => type.split('.').slice(0, 2).join('.'),
} as const;
type Of = keyof typeof NAMES;

/** The upper of two middle values, as `spot_ratio_summary.json` has them. */
const mediansOf = (pairs: readonly Pair[], of: Of): readonly Found[] =>
	[...new Set(pairs.map(NAMES[of]))].map(name => {
		const group = pairs.filter(pair => NAMES[of](pair) === name);
		const ratios = group.map(({spot, list}) => spot / list).sort((x, y) => x - y);
		const median = ratios[Math.floor(ratios.length / 2)] ?? Number.NaN;
		return [name, ratios.length, Number(median.toFixed(4))];
	});

const published = async (of: Of): Promise<readonly Found[]> =>
	(await rowsOf('spot-ratio-medians.csv')).flatMap(([kind, name = '', pairs, median]) =>
		kind === of ? [[name, Number(pairs), Number(median)] as const] : [],
	);

/** Those published medians, or numbers of pairs, that aren't found, with what is found instead. */
const differing = async (pairs: readonly Pair[], of: Of) => {
	const found = new Map(mediansOf(pairs, of).map(each => [each[0], each]));
	return (await published(of)).flatMap(([name, count, median]) => {
		const [, pairsFound = 0, medianFound] = found.get(name) ?? [];
		return count === pairsFound && median === medianFound
			? []
			: [{name, median, medianFound, pairs: count, pairsFound}];
	});
};

let shipped: readonly Pair[];
let leftOut: readonly Pair[];

beforeAll(async () => {
	[shipped, leftOut] = await Promise.all([shippedPairs(), leftOutPairs()]);
});

describe('spot over list price of the shipped catalogue', () => {
	it('has the published median of every family that ECI runs, pair by pair', async () => {
		const missing = (await differing(shipped, 'family')).map(({name}) => name);
		const families = new Set(leftOut.map(NAMES.family));
		expect(await published('family')).toHaveLength(135);
		expect(missing).toHaveLength(45);
		expect(missing.filter(name => !families.has(name))).toEqual([]);
	});

	it('has the published median of a region wherever no family is left out', async () => {
		const regions = new Set(leftOut.map(NAMES.region));
		const missing = (await differing(shipped, 'region')).map(({name}) => name);
		expect(missing.filter(name => !regions.has(name))).toEqual([]);
		expect(missing).toHaveLength(22);
	});

	it('has the medians that docs/prices.md prints', async () => {
		const lines = (await readFile(path.join(ROOT, 'docs/prices.md'), 'utf8')).split('\n');
		const printed = lines.flatMap(line => {
			const [, name, , , pairs, median] =
				/^\| ([a-z]+-[a-z]+-?\d?) \| ([\d,]+) \| ([\d.]+) \| ([\d,]+) \| ([\d.]+) \|$/.exec(line) ??
				[];
			return name === undefined
				? []
				: [[name, Number(pairs?.replace(',', '')), Number(median)] as const];
		});
		expect(printed).toEqual(mediansOf(shipped, 'region').toSorted());
	});
});

describe('with the quotes of the families that are left out', () => {
	it('has every published median of a family', async () => {
		expect(await differing([...shipped, ...leftOut], 'family')).toEqual([]);
	});

	it('has the published median of all pairs', async () => {
		expect(await differing([...shipped, ...leftOut], 'all')).toEqual([]);
	});

	it('has every published median of a region but of two, whose list prices changed', async () => {
		expect(await differing([...shipped, ...leftOut], 'region')).toEqual([
			{name: 'ap-southeast-3', median: 0.2201, medianFound: 0.239, pairs: 333, pairsFound: 333},
			{name: 'cn-hongkong', median: 0.2141, medianFound: 0.2247, pairs: 1016, pairsFound: 1016},
		]);
	});
});

describe('with the list prices of the day of the quotes as well', () => {
	it.each(['all', 'region', 'family'] as const)('has every published median: %s', async of => {
		const pairs = await atTheListOfTheDay([...shipped, ...leftOut]);
		expect(pairs).toHaveLength(11_585);
		expect(await differing(pairs, of)).toEqual([]);
	});
});
