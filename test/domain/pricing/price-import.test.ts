import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {NOTHING_OVERLAID, type Overlaid} from '../../../source/domain/pricing/overlay.ts';
import {mergeOverlaid} from '../../../source/domain/pricing/overlay-builder.ts';
import {priceImport, type Verdict} from '../../../source/domain/pricing/price-import.ts';
import {type PriceRecord, regionOfZone} from '../../../source/domain/pricing/price-record.ts';
import {anyRecord, CATALOGUE, FIRST_DAY} from '../../helpers/price-records.ts';

type State = ReadonlyMap<string, Overlaid>;
const NOTHING: State = new Map();

/** An import, and what it makes of what was there before. */
const imported = (
	records: readonly PriceRecord[],
	before: State = NOTHING,
	source = 'a.csv',
): {readonly verdicts: readonly Verdict[]; readonly after: State} => {
	const importer = priceImport(source, CATALOGUE);
	const of = (region: string) => before.get(region) ?? NOTHING_OVERLAID;
	const verdicts = records.map(record => {
		if (importer.needs(record)) importer.open(record.region, of(record.region));
		return importer.add(record);
	});
	const after = new Map(before);
	for (const [region, added] of importer.finish())
		after.set(region, mergeOverlaid(of(region), added));
	return {verdicts, after};
};

const overlayOf = (state: State, region = 'cn-hangzhou') =>
	(state.get(region) ?? NOTHING_OVERLAID).overlay;

const onDemand = (
	price: string,
	asOf = '2026-11-01',
	type = 'ecs.c6.large',
): Extract<PriceRecord, {kind: 'on-demand'}> => ({
	kind: 'on-demand',
	region: 'cn-hangzhou',
	type,
	currency: 'CNY',
	price,
	asOf,
});

const spot = (price: string, at: number, zone = 'cn-hangzhou-h'): PriceRecord => ({
	kind: 'spot',
	region: 'cn-hangzhou',
	zone,
	type: 'ecs.c6.large',
	currency: 'CNY',
	price,
	at,
});

describe('a record is left', () => {
	test.each<[Verdict, PriceRecord]>([
		['taken', onDemand('0.39')],
		['region-unknown', {...onDemand('0.39'), region: 'mars'}],
		['family-unsupported', onDemand('0.39', '2026-11-01', 'ecs.zz9.large')],
		['family-unsupported', onDemand('0.39', '2026-11-01', 'c6.large')],
		['family-unsupported', onDemand('0.39', '2026-11-01', '__proto__')],
		['size-unknown', onDemand('0.39', '2026-11-01', 'ecs.c6.99xlarge')],
	])('%s', (verdict, record) => {
		expect(imported([record]).verdicts).toEqual([verdict]);
	});

	test('when something newer is there, in the file or from before', () => {
		const newer = onDemand('0.4', '2026-11-02');
		expect(imported([newer, onDemand('0.39')]).verdicts).toEqual(['taken', 'older']);
		const {after} = imported([newer]);
		const again = imported([onDemand('0.39')], after, 'b.csv');
		expect(again.verdicts).toEqual(['older']);
		expect(again.after).toEqual(after);
	});

	test('never for being of the same day', () => {
		const {after} = imported([onDemand('0.39')]);
		const {verdicts, after: later} = imported([onDemand('0.38')], after, 'b.csv');
		expect(verdicts).toEqual(['taken']);
		expect(overlayOf(later).onDemand).toEqual([['CNY', 'ecs.c6.large', '0.38', '2026-11-01', 0]]);
		expect(overlayOf(later).sources).toEqual(['b.csv']);
	});
});

describe('an overlay', () => {
	test('has the day of the latest quote of a zone, and the prices before it as a series', () => {
		const {after} = imported([
			spot('0.05', FIRST_DAY + 86_400),
			spot('0.04', FIRST_DAY),
			spot('0.06', FIRST_DAY, 'cn-hangzhou-i'),
		]);
		expect(overlayOf(after).spot).toEqual([
			['CNY', 'ecs.c6.large', 'cn-hangzhou-h', '0.05', '2026-10-02', 0],
			['CNY', 'ecs.c6.large', 'cn-hangzhou-i', '0.06', '2026-10-01', 0],
		]);
		expect(after.get('cn-hangzhou')?.series).toEqual([
			[
				'CNY',
				'ecs.c6.large',
				'cn-hangzhou-h',
				[
					[FIRST_DAY, '0.04'],
					[FIRST_DAY + 86_400, '0.05'],
				],
				['a.csv'],
			],
			['CNY', 'ecs.c6.large', 'cn-hangzhou-i', [[FIRST_DAY, '0.06']], ['a.csv']],
		]);
	});

	test('names everything that a series came from, also where later prices are from elsewhere', () => {
		const first = imported([spot('0.04', FIRST_DAY)]);
		const second = imported([spot('0.05', FIRST_DAY + 86_400)], first.after, 'b.csv');
		expect(second.after.get('cn-hangzhou')?.series[0]?.[4]).toEqual(['a.csv', 'b.csv']);
		expect(overlayOf(second.after).sources).toEqual(['b.csv']);
		const [row] = first.after.get('cn-hangzhou')?.series ?? [];
		if (!row) throw new Error('no series');
		const [currency, type, zone, points] = row;
		const older = new Map([
			[
				'cn-hangzhou',
				{overlay: overlayOf(first.after), series: [[currency, type, zone, points] as const]},
			],
		]);
		const third = imported([spot('0.05', FIRST_DAY + 86_400)], older, 'b.csv');
		expect(third.after.get('cn-hangzhou')?.series[0]?.[4]).toEqual(['a.csv', 'b.csv']);
	});

	test('names a source as long as something of it is left', () => {
		const first = imported([onDemand('0.39'), onDemand('0.78', '2026-11-01', 'ecs.c6.xlarge')]);
		const second = imported([onDemand('0.38', '2026-11-02')], first.after, 'b.csv');
		expect(overlayOf(second.after).sources).toEqual(['a.csv', 'b.csv']);
		const third = imported(
			[onDemand('0.77', '2026-11-03', 'ecs.c6.xlarge')],
			second.after,
			'b.csv',
		);
		expect(overlayOf(third.after).sources).toEqual(['b.csv']);
		expect(overlayOf(third.after).onDemand.map(row => row.at(-1))).toEqual([0, 0]);
	});

	test('brings the size of a type that the region does not list', () => {
		const record = {...onDemand('2', '2026-11-01', 'ecs.g7.2xlarge'), region: 'us-east-1'};
		expect(overlayOf(imported([record]).after, 'us-east-1').sizes).toEqual([
			['ecs.g7.2xlarge', 8, 32, 0],
		]);
		expect(
			overlayOf(imported([onDemand('2', '2026-11-01', 'ecs.g7.2xlarge')]).after).sizes,
		).toEqual([]);
	});

	test('keeps CNY and USD apart', () => {
		const {after} = imported([
			onDemand('0.39'),
			{...onDemand('0.055'), currency: 'USD'} as PriceRecord,
		]);
		expect(overlayOf(after).onDemand.map(([currency, , price]) => [currency, price])).toEqual([
			['CNY', '0.39'],
			['USD', '0.055'],
		]);
	});

	test('of a region that nothing was taken for does not exist', () => {
		const {after} = imported([
			onDemand('0.39'),
			{...onDemand('1', '2026-11-01', 'ecs.zz.large'), region: 'us-east-1'},
		]);
		expect([...after.keys()]).toEqual(['cn-hangzhou']);
	});
});

/** The newest row of each price, the last of those of one day: what an import has to come to. */
const newestOf = (records: readonly PriceRecord[]) => {
	const newest = new Map<string, {readonly day: string | number; readonly price: string}>();
	for (const record of records) {
		if (record.kind !== 'on-demand') continue;
		const {region, type, currency, price, asOf: day} = record;
		const key = [region, currency, type].join(' ');
		const other = newest.get(key);
		if (!other || other.day <= day) newest.set(key, {day, price});
	}
	return newest;
};

describe('for all records', () => {
	const anyRecords = fc.array(anyRecord(), {maxLength: 40});

	test('the newest price of each type is what stays', () => {
		fc.assert(
			fc.property(anyRecords, records => {
				const {after} = imported(records);
				const kept = new Map(
					[...after].flatMap(([region, {overlay}]) =>
						overlay.onDemand.map(
							([currency, type, price, day]) =>
								[[region, currency, type].join(' '), {day, price}] as const,
						),
					),
				);
				expect(kept).toEqual(newestOf(records));
			}),
		);
	});

	test('a second time changes nothing', () => {
		fc.assert(
			fc.property(anyRecords, records => {
				const {after} = imported(records);
				expect(imported(records, after).after).toEqual(after);
			}),
		);
	});

	test('the order of imports of different days does not matter', () => {
		fc.assert(
			fc.property(
				fc.array(anyRecord(0, 9), {maxLength: 25}),
				fc.array(anyRecord(10, 20), {maxLength: 25}),
				(early, late) => {
					const forwards = imported(late, imported(early, NOTHING, 'early').after, 'late').after;
					const backwards = imported(early, imported(late, NOTHING, 'late').after, 'early').after;
					const sorted = (state: State) => [...state].toSorted(([a], [b]) => (a < b ? -1 : 1));
					expect(sorted(backwards)).toEqual(sorted(forwards));
				},
			),
		);
	});

	test('two imports of different days come to the same as one of both', () => {
		fc.assert(
			fc.property(
				fc.array(anyRecord(0, 9), {maxLength: 25}),
				fc.array(anyRecord(10, 20), {maxLength: 25}),
				(early, late) => {
					const apart = imported(late, imported(early).after).after;
					expect(imported([...early, ...late]).after).toEqual(apart);
				},
			),
		);
	});
});

describe('the region of a zone', () => {
	test.each([
		['cn-hangzhou-h', 'cn-hangzhou'],
		['us-east-1a', 'us-east-1'],
		['ap-southeast-1c', 'ap-southeast-1'],
		['cn-wuhan-lr-a', 'cn-wuhan-lr'],
		['cn-shenzhen-finance-1-b', 'cn-shenzhen-finance-1'],
	])('%s is %s', (zone, region) => {
		expect(regionOfZone(zone)).toBe(region);
	});

	test.each([
		'',
		'cn-hangzhou',
		'us-east-1',
		'h',
		'../etc-a',
		'CN-HANGZHOU-H',
		`${'a'.repeat(90)}-b`,
	])('%j is no zone', zone => {
		expect(regionOfZone(zone)).toBeNull();
	});
});
