import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {daysBetween} from '../../../source/domain/units/calendar.ts';
import {
	BOOK,
	factsOf,
	ON_DEMAND_DAY,
	planOf,
	rulesOf,
	SPOT_DAY,
	TODAY,
	USD_BOOK,
} from '../../helpers/domain-fixtures.ts';

const DAY = 86_400_000;
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

describe('days between two dates', () => {
	it.each([
		['2024-12-30', '2024-12-30', 0],
		['2024-12-30', '2024-12-31', 1],
		['2024-12-31', '2025-01-01', 1],
		['2024-02-28', '2024-03-01', 2],
		['2023-02-28', '2023-03-01', 1],
		['1900-02-28', '1900-03-01', 1],
		['2000-02-28', '2000-03-01', 2],
		['2024-10-09', '2024-12-30', 82],
		['2025-01-01', '2024-12-31', -1],
	])('%s to %s are %i', (from, to, days) => {
		expect(daysBetween(from, to)).toBe(days);
	});

	it('are those of the calendar', () => {
		const anyTime = fc.integer({min: Date.UTC(1600, 0), max: Date.UTC(9999, 0)});
		fc.assert(
			fc.property(anyTime, anyTime, (a, b) => {
				const days = Math.floor(b / DAY) - Math.floor(a / DAY);
				expect(daysBetween(isoDay(a), isoDay(b))).toBe(days);
			}),
			{numRuns: 1000},
		);
	});

	it('are one from each day to the next, over four hundred years', () => {
		for (let day = Date.UTC(1899, 11, 31); day < Date.UTC(2300, 0, 1); day += DAY)
			if (daysBetween(isoDay(day), isoDay(day + DAY)) !== 1) expect(isoDay(day)).toBe('counted');
	});

	it.each(['', 'today', '2024-1-1', '2024-13-01', '2024-00-01', '20241230', '2024-12-30T00:00Z'])(
		'are unknown for %j',
		text => {
			expect(daysBetween(text, '2024-12-30')).toBeNaN();
		},
	);
});

describe('the age of prices', () => {
	const plan = (input: PlanInput, today: string) => planOf(input, BOOK, today).prices;
	const onType: PlanInput = {chain: {useSpecs: ['ecs.c6.xlarge']}};

	it('is worth a warning from the 91st day on', () => {
		// 2024-12-30 and 90 days are 2025-03-30.
		const ninety = plan(onType, '2025-03-30').sizing;
		expect(ninety).toMatchObject({asOf: '2024-12-30', ageDays: 90, diagnostics: []});
		const more = plan(onType, '2025-03-31').sizing;
		expect(more.ageDays).toBe(91);
		expect(factsOf('prices-old', more.diagnostics)).toEqual([{asOf: '2024-12-30', days: 91}]);
		expect(more.diagnostics[0]?.severity).toBe('warning');
	});

	it('is none for prices without a date', () => {
		const dollars = planOf({currency: 'USD'}, USD_BOOK, '2030-01-01').prices;
		expect(dollars.sizing).toMatchObject({asOf: null, ageDays: null, diagnostics: []});
		expect(dollars.sizing.sources).toEqual([USD_BOOK.cpuMem.source]);
	});
});

describe('the date of prices', () => {
	it('is the oldest of those used, on demand for sizing and with spot for the quote', () => {
		const {sizing, quote} = planOf({chain: {useSpecs: ['ecs.c6.xlarge', 'ecs.c7.large']}}).prices;
		expect(sizing.asOf).toBe(ON_DEMAND_DAY);
		expect(quote.asOf).toBe(SPOT_DAY);
		expect(quote.ageDays).toBe(daysBetween(SPOT_DAY, TODAY));
	});

	it('stands behind a CPU-MEM size too once its spot price is estimated', () => {
		const {sizing, quote} = planOf({chain: {useSpecs: ['2-4Gi']}}).prices;
		expect(sizing).toMatchObject({asOf: null, sources: [BOOK.cpuMem.source]});
		expect(quote).toMatchObject({asOf: SPOT_DAY, sources: [BOOK.source, BOOK.cpuMem.source]});
	});

	it('comes with the source of each price', () => {
		const sources = (...useSpecs: string[]) => planOf({chain: {useSpecs}}).prices.sizing.sources;
		// Sizes stand among the alternatives.
		expect(sources('ecs.c6.large')).toEqual([BOOK.source, BOOK.cpuMem.source]);
		expect(sources('2-4Gi')).toEqual([BOOK.cpuMem.source]);
		const gpu = planOf({containers: [{gpu: 1}]}).prices;
		expect([gpu.sizing.sources, gpu.quote.sources]).toEqual([[BOOK.source], [BOOK.source]]);
	});

	it('is of the other specs too, where the one that was named has no price', () => {
		const {sizing, quote} = planOf(
			{chain: {useSpecs: ['ecs.c6.large']}, currency: 'USD'},
			USD_BOOK,
		).prices;
		expect([sizing.sources, quote.sources]).toEqual([
			[USD_BOOK.cpuMem.source],
			[USD_BOOK.cpuMem.source],
		]);
	});

	it('is of the storage, where that alone has a price', () => {
		const input = {
			containers: [{gpu: 1}],
			currency: 'USD',
			pod: {extraEphemeralStorage: '20Gi'},
		} as const;
		const {sizing, quote} = planOf(input, USD_BOOK).prices;
		expect([sizing.sources, quote.sources]).toEqual([
			[USD_BOOK.cpuMem.source],
			[USD_BOOK.cpuMem.source],
		]);
	});
});

describe('what is assumed about spot', () => {
	it('is said with the quote, entry by entry', () => {
		const {quote, sizing} = planOf({
			chain: {useSpecs: ['ecs.c7.large', 'ecs.c6.large', '2-4Gi', '4-8Gi', '0.25-0.5Gi']},
		}).prices;
		expect(factsOf('spot-ratio-assumed', quote.diagnostics)).toEqual([
			{specs: ['ecs.c6.large', '4-8Gi', '0.25-0.5Gi'], ratio: '0.25'},
		]);
		expect(factsOf('spot-price-estimated', quote.diagnostics)).toEqual([{specs: ['2-4Gi']}]);
		expect(rulesOf(sizing.diagnostics)).toEqual([]);
	});

	it('is nothing where a price is quoted', () => {
		const {quote} = planOf({chain: {useSpecs: ['ecs.c7.large']}}).prices;
		expect(rulesOf(quote.diagnostics)).toEqual(['reserved-price-assumed']);
	});
});
