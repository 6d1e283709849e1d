import {familyOf} from '../catalogue/families.ts';
import type {Overlaid, SizeRow} from './overlay.ts';
import {type OverlayBuilder, overlayBuilder} from './overlay-builder.ts';
import type {PriceRecord} from './price-record.ts';

/** What is known before anything is imported. */
export type ShippedCatalogue = {
	readonly regions: readonly string[];
	/** Of a type that any region lists; null for one that none does. */
	readonly sizeOf: (type: string) => SizeRow | null;
	readonly lists: (region: string, type: string) => boolean;
};

/** What became of a record: taken, or left for a reason. */
export const VERDICTS = [
	'taken',
	'region-unknown',
	'family-unsupported',
	'size-unknown',
	'older',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Folds the records of one source into what was imported for each region before. */
export type PriceImport = {
	/** Whether the region of a record still has to be opened before it can be added. */
	readonly needs: (record: PriceRecord) => boolean;
	readonly open: (region: string, before: Overlaid) => void;
	readonly add: (record: PriceRecord) => Verdict;
	/** The regions that records were taken for. */
	readonly finish: () => ReadonlyMap<string, Overlaid>;
};

export const priceImport = (source: string, catalogue: ShippedCatalogue): PriceImport => {
	const builders = new Map<string, OverlayBuilder>();
	const touched = new Set<string>();
	const regions = new Set(catalogue.regions);
	const judge = (record: PriceRecord): Exclude<Verdict, 'taken' | 'older'> | null => {
		if (!regions.has(record.region)) return 'region-unknown';
		if (record.kind === 'unit-prices') return null;
		if (!familyOf(record.type)) return 'family-unsupported';
		return catalogue.sizeOf(record.type) ? null : 'size-unknown';
	};
	const addSize = (builder: OverlayBuilder, record: PriceRecord) => {
		if (record.kind === 'unit-prices' || catalogue.lists(record.region, record.type)) return;
		const size = catalogue.sizeOf(record.type);
		if (size) builder.addSize(size);
	};
	return {
		needs: record => judge(record) === null && !builders.has(record.region),
		open: (region, before) => builders.set(region, overlayBuilder(before, source)),
		add: record => {
			const refusal = judge(record);
			if (refusal) return refusal;
			const builder = builders.get(record.region);
			if (!builder) throw new TypeError(`${record.region} is not open`);
			if (!builder.add(record)) return 'older';
			addSize(builder, record);
			touched.add(record.region);
			return 'taken';
		},
		finish: () =>
			new Map(
				[...builders].flatMap(([region, builder]) =>
					touched.has(region) ? [[region, builder.finish()] as const] : [],
				),
			),
	};
};
