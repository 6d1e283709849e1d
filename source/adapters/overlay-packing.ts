import type {RegionOverlay} from '../domain/pricing/overlay.ts';
import {
	areRows,
	type Check,
	contentOf,
	isAmount,
	isBucket,
	isCount,
	isCurrency,
	isDay,
	isList,
	isPercent,
	isPrice,
	isText,
} from './overlay-shapes.ts';

/**
 * Every command reads the overlay of its region, so its file is small: types are numbers, and what rows
 * share (currency, day, source …) stands once for all of them. A group is `[...shared, entries]`, and its
 * entries are `[type, ...own, type, ...own, …]`.
 */
type Layout = {
	/** Columns of a row that a group shares, and what they hold. */
	readonly shared: readonly (readonly [at: number, check: Check])[];
	readonly typeAt: number;
	/** Columns that differ from row to row. */
	readonly own: readonly (readonly [at: number, check: Check])[];
};

type PackedTable = 'onDemand' | 'subscription' | 'spot' | 'advice';
type Row = readonly unknown[];

const layoutsFor = (isSource: Check): Readonly<Record<PackedTable, Layout>> => ({
	onDemand: {
		shared: [
			[0, isCurrency],
			[3, isDay],
			[4, isSource],
		],
		typeAt: 1,
		own: [[2, isPrice]],
	},
	subscription: {
		shared: [
			[0, isCurrency],
			[2, isCount],
			[4, isDay],
			[5, isSource],
		],
		typeAt: 1,
		own: [[3, isPrice]],
	},
	spot: {
		shared: [
			[0, isCurrency],
			[2, isText],
			[4, isDay],
			[5, isSource],
		],
		typeAt: 1,
		own: [[3, isPrice]],
	},
	advice: {
		shared: [
			[1, isText],
			[4, isDay],
			[5, isSource],
		],
		typeAt: 0,
		own: [
			[2, isPercent],
			[3, isBucket],
		],
	},
});

const LAYOUTS = layoutsFor(() => true);
const PACKED = Object.keys(LAYOUTS) as readonly PackedTable[];

const packRows = (
	rows: readonly Row[],
	{shared: sharedColumns, typeAt, own}: Layout,
	numberOf: ReadonlyMap<unknown, number>,
): readonly Row[] => {
	const groups = new Map<string, {readonly shared: Row; readonly entries: unknown[]}>();
	for (const row of rows) {
		const shared = sharedColumns.map(([at]) => row[at]);
		const key = JSON.stringify(shared);
		const group = groups.get(key) ?? {shared, entries: []};
		groups.set(key, group);
		group.entries.push(numberOf.get(row[typeAt]), ...own.map(([at]) => row[at]));
	}
	return [...groups.values()].map(({shared, entries}) => [...shared, entries]);
};

/** What the file of an overlay holds. */
export const packOverlay = (overlay: RegionOverlay): Readonly<Record<string, unknown>> => {
	const used = PACKED.flatMap(name => overlay[name].map(row => row[LAYOUTS[name].typeAt]));
	const types = [...new Set(used)].toSorted();
	const numberOf = new Map(types.map((type, index) => [type as unknown, index]));
	return {
		sources: overlay.sources,
		sizes: overlay.sizes,
		types,
		...Object.fromEntries(
			PACKED.map(name => [name, packRows(overlay[name], LAYOUTS[name], numberOf)]),
		),
		unitPrices: overlay.unitPrices,
	};
};

/** A row with what its group shares; null for a group that is none. */
const sharedRow = (group: Row, {shared, own}: Layout): Row | null => {
	const row: unknown[] = Array.from({length: shared.length + 1 + own.length});
	for (const [index, [at, isRight]] of shared.entries()) {
		if (!isRight(group[index])) return null;
		row[at] = group[index];
	}
	return row;
};

/**
 * Adds the rows of a group; false for one that is none. It runs for thousands of rows before the engine
 * has made it fast, so it goes by index alone (measured: half the time).
 */
const unpackGroup = (group: Row, layout: Layout, types: Row, rows: Row[]): boolean => {
	const {shared, typeAt, own} = layout;
	const template = sharedRow(group, layout);
	const entries = group[shared.length];
	if (!template || !isList(entries)) return false;
	let at = 0;
	while (at < entries.length) {
		const row = template.slice();
		row[typeAt] = types[entries[at++] as number];
		if (row[typeAt] === undefined) return false;
		for (let index = 0; index < own.length; index++) {
			const value = entries[at++];
			const column = own[index];
			if (!column?.[1](value)) return false;
			row[column[0]] = value;
		}
		rows.push(row);
	}
	return true;
};

const unpackRows = (groups: unknown, layout: Layout, types: Row): readonly Row[] | null => {
	const rows: Row[] = [];
	return isList(groups) &&
		groups.every(group => isList(group) && unpackGroup(group, layout, types, rows))
		? rows
		: null;
};

/** The overlay that a file holds; null where it holds none. */
export const unpackOverlay = (value: unknown): RegionOverlay | null => {
	const {sources, sizes, types, unitPrices, ...packed} = contentOf(value) ?? {};
	if (!isList(sources) || !sources.every(isText) || !isList(types) || !types.every(isText))
		return null;
	const isSource: Check = number => sources[number as number] !== undefined;
	const layouts = layoutsFor(isSource);
	const unpacked = PACKED.map(
		name => [name, unpackRows(packed[name], layouts[name], types)] as const,
	);
	const isWhole =
		unpacked.every(([, rows]) => rows !== null) &&
		areRows(sizes, isText, isAmount, isAmount, isAmount) &&
		areRows(unitPrices, isCurrency, isPrice, isPrice, isDay, isSource);
	return isWhole
		? ({sources, sizes, unitPrices, ...Object.fromEntries(unpacked)} as unknown as RegionOverlay)
		: null;
};
