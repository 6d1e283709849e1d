import type {IsoDate} from '../units/calendar.ts';
import type {Verdict} from './price-import.ts';
import type {PriceRecord} from './price-record.ts';

/** Formats that `prices import` recognises. */
export const PRICE_FORMATS = [
	'instance-price',
	'spot-price-history',
	'spot-advice',
	'container-group-price',
	'spot-trace',
	'price-list',
] as const;
export type PriceFormat = (typeof PRICE_FORMATS)[number];

/** Why a price of a file is of no use here. */
export const UNUSED_REASONS = [
	/** Windows, the classic network, or without I/O optimisation. */
	'other-system',
	/** A term that isn't planned with. */
	'other-term',
	/** The price of a pod that doesn't say how much it has of what. */
	'amounts-missing',
	/** Changed by own terms, or converted: no price of a list. */
	'own-terms',
	/** A type without any price. */
	'no-price',
] as const;
export type UnusedReason = (typeof UNUSED_REASONS)[number];

/** Why a price can't be understood. */
export const BROKEN_REASONS = [
	'not-an-object',
	'field-missing',
	'field-invalid',
	'zone-elsewhere',
	'price-invalid',
	'date-invalid',
	'columns',
] as const;
export type BrokenReason = (typeof BROKEN_REASONS)[number];

export type BrokenRow = {
	readonly line: number;
	readonly reason: BrokenReason;
	/** The field at fault, where there is one. */
	readonly field: string | null;
};

export const RECORD_KINDS = [
	'on-demand',
	'subscription',
	'spot',
	'advice',
	'unit-prices',
] as const satisfies readonly PriceRecord['kind'][];
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Why a price isn't taken, in the order in which lists name them. */
export const LEFT_REASONS = [
	'broken',
	'region-unknown',
	'family-unsupported',
	'size-unknown',
	'older',
	...UNUSED_REASONS,
] as const satisfies readonly (Exclude<Verdict, 'taken'> | UnusedReason | 'broken')[];
export type LeftReason = (typeof LEFT_REASONS)[number];

/** What became of the prices of a file. */
export type ImportTally = {
	readonly taken: ReadonlyMap<RecordKind, number>;
	readonly left: ReadonlyMap<LeftReason, number>;
	/** Prices taken by region, sorted. */
	readonly regions: ReadonlyMap<string, number>;
	/** The first that can't be understood. */
	readonly broken: readonly BrokenRow[];
};

export type TallyBuilder = {
	readonly judged: (record: PriceRecord, verdict: Verdict) => void;
	readonly left: (reason: LeftReason, count?: number) => void;
	readonly broke: (row: BrokenRow) => void;
	/** Prices so far. */
	readonly count: () => number;
	readonly finish: () => ImportTally;
};

/** Broken rows that are named one by one. */
const MAX_NAMED = 10;

const addTo = <K>(counts: Map<K, number>, key: K, count: number): void => {
	counts.set(key, (counts.get(key) ?? 0) + count);
};

const sumOf = (counts: ReadonlyMap<unknown, number>): number =>
	[...counts.values()].reduce((a, b) => a + b, 0);

export const takenIn = ({taken}: ImportTally): number => sumOf(taken);
export const leftIn = ({left}: ImportTally): number => sumOf(left);

const inOrder = <K>(counts: ReadonlyMap<K, number>, order: readonly K[]): ReadonlyMap<K, number> =>
	new Map(order.flatMap(key => (counts.has(key) ? [[key, counts.get(key) ?? 0] as const] : [])));

export const importTally = (): TallyBuilder => {
	const taken = new Map<RecordKind, number>();
	const left = new Map<LeftReason, number>();
	const regions = new Map<string, number>();
	const broken: BrokenRow[] = [];
	let count = 0;
	const leave = (reason: LeftReason, prices = 1) => {
		addTo(left, reason, prices);
		count += prices;
	};
	return {
		judged: (record, verdict) => {
			if (verdict !== 'taken') return leave(verdict);
			addTo(taken, record.kind, 1);
			addTo(regions, record.region, 1);
			count++;
		},
		left: leave,
		broke: ({line, reason, field}) => {
			if (broken.length < MAX_NAMED) broken.push({line, reason, field});
			leave('broken');
		},
		count: () => count,
		finish: () => ({
			taken: inOrder(taken, RECORD_KINDS),
			left: inOrder(left, LEFT_REASONS),
			regions: inOrder(regions, [...regions.keys()].sort()),
			broken,
		}),
	};
};

/** One import, for `prices show`. */
export type ImportNote = {
	/** What prices name as their source. */
	readonly source: string;
	readonly format: PriceFormat | 'api';
	readonly addedOn: IsoDate;
	/** Records taken. */
	readonly taken: number;
};
