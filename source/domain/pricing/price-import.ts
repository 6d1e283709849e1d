import {familyOf} from '../catalogue/families.ts';
import type {Overlaid, RegionOverlay, SizeRow} from './overlay.ts';
import {isOlderThan, type OverlayBuilder, overlayBuilder} from './overlay-builder.ts';
import type {PriceRecord} from './price-record.ts';

/** What is known before anything is imported. */
export type ShippedCatalogue = {
	readonly regions: readonly string[];
	/** Every type that some region lists. */
	readonly types: readonly string[];
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

/** Folds the records of one source, region by region, to be laid over what was imported before. */
export type PriceImport = {
	/** Whether the region of a record still has to be opened before it can be added. */
	readonly needs: (record: PriceRecord) => boolean;
	/** `before` is what was imported for the region already. */
	readonly open: (region: string, before: {readonly overlay: RegionOverlay}) => void;
	readonly add: (record: PriceRecord) => Verdict;
	/** What to add to each region that records were taken for. */
	readonly finish: () => ReadonlyMap<string, Overlaid>;
};

type OpenRegion = {
	readonly isOlder: (record: PriceRecord) => boolean;
	readonly builder: OverlayBuilder;
	isTouched: boolean;
};

type Refusal = Exclude<Verdict, 'taken' | 'older'>;

/** Why prices of a type are of no use, whatever the record; types that are, are looked up once. */
const typeJudge = ({sizeOf}: ShippedCatalogue): ((type: string) => Refusal | null) => {
	const useful = new Set<string>();
	return type => {
		if (useful.has(type)) return null;
		if (!familyOf(type)) return 'family-unsupported';
		if (!sizeOf(type)) return 'size-unknown';
		useful.add(type);
		return null;
	};
};

export const priceImport = (source: string, catalogue: ShippedCatalogue): PriceImport => {
	const open = new Map<string, OpenRegion>();
	const regions = new Set(catalogue.regions);
	const judgeType = typeJudge(catalogue);
	const judge = (record: PriceRecord): Refusal | null => {
		if (!regions.has(record.region)) return 'region-unknown';
		return record.kind === 'unit-prices' ? null : judgeType(record.type);
	};
	const addSize = (builder: OverlayBuilder, record: PriceRecord) => {
		if (record.kind === 'unit-prices' || catalogue.lists(record.region, record.type)) return;
		const size = catalogue.sizeOf(record.type);
		if (size) builder.addSize(size);
	};
	return {
		needs: record => !open.has(record.region) && judge(record) === null,
		open: (region, {overlay}) =>
			open.set(region, {
				isOlder: isOlderThan(overlay),
				builder: overlayBuilder(source),
				isTouched: false,
			}),
		add: record => {
			const refusal = judge(record);
			if (refusal) return refusal;
			const region = open.get(record.region);
			if (!region) throw new TypeError(`${record.region} is not open`);
			if (region.isOlder(record) || !region.builder.add(record)) return 'older';
			addSize(region.builder, record);
			region.isTouched = true;
			return 'taken';
		},
		finish: () =>
			new Map(
				[...open].flatMap(([region, {builder, isTouched}]) =>
					isTouched ? [[region, builder.finish()] as const] : [],
				),
			),
	};
};
