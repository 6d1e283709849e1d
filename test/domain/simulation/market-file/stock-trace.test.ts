import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {openLog} from '../../../../source/domain/rules/log.ts';
import type {TraceQuestion} from '../../../../source/domain/simulation/market-file/read-market.ts';
import {readStockTrace} from '../../../../source/domain/simulation/market-file/stock-trace.ts';
import {anyJson} from '../../../helpers/arbitraries.ts';
import {factsOf, summaryOf} from '../../../helpers/domain-fixtures.ts';

const read = (file: unknown, question: Omit<TraceQuestion, 'file'> = {}) => {
	const log = openLog('current');
	const trace = readStockTrace(file, {file: 'trace.json', ...question}, 'stock', log);
	return {trace, log, findings: summaryOf(log.diagnostics)};
};

const ups = (text: string) => [...text].map(step => step === '1');

describe('both ways round [facts/simulation §1]', () => {
	it('recorded traces count instances, and say nothing but the length of a step', () => {
		const {trace, findings} = read({metadata: {gap_seconds: 300}, data: [0, 3, 16, 1, 0]});
		expect(findings).toEqual([]);
		expect(trace).toEqual({stepSeconds: 300, up: ups('01110')});
	});

	it('recorded preemptions have the prices beside, and count instances all the same', () => {
		const file = {metadata: {gap_seconds: 34}, data: [0, 1, 1, 0], prices: [1.19, 1.2, 1.2, 1.2]};
		const {trace, findings} = read(file);
		expect(findings).toEqual([]);
		expect(trace).toEqual({stepSeconds: 34, up: ups('0110')});
	});

	it.each([
		[{gap_seconds: 600, start_time: '2022-11-01 10:00:00'}, {}],
		[{gap_seconds: 600, hourly_rate: 0.5, length: 10_080}, {generator: 'poisson'}],
		[{gap_seconds: 600, price_info: {price: 1.2, on_demand_price: 3.06}}, {prices: [1.2]}],
	])('traces of simulators with %o count preemptions', (metadata, fields) => {
		const {trace, findings} = read({...fields, metadata, data: [0, 1, 1, 0]});
		expect(findings).toEqual([]);
		expect(trace).toEqual({stepSeconds: 600, up: ups('1001')});
	});

	it('one series in both layouts is the same trace', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), {minLength: 1}), up => {
				const recorded = {metadata: {gap_seconds: 600}, data: up.map(Number)};
				const simulated = {
					metadata: {gap_seconds: 600, start_time: 'x'},
					data: up.map(isUp => Number(!isUp)),
				};
				expect(read(recorded).trace).toEqual({stepSeconds: 600, up});
				expect(read(simulated).trace).toEqual({stepSeconds: 600, up});
			}),
		);
	});

	it.each([
		[{metadata: {gap_seconds: 600, zone: 'a'}, data: [1, 0]}, {}],
		[{metadata: {gap_seconds: 600}, data: [1, 0], note: 'x'}, {}],
		[{metadata: {gap_seconds: 600, device: 'v100_1'}, data: [1, 0], prices: [1, 1]}, {}],
		[[1, 0], {stepSeconds: 600}],
		[{stepSeconds: 600, data: [1, 0]}, {}],
		[{stepSeconds: 600, polarity: 'up', data: [1, 0]}, {}],
	])('%o has to be told', (file, question) => {
		expect(read(file, question)).toMatchObject({
			trace: null,
			findings: ['trace-polarity-unknown error stock.polarity'],
		});
		for (const polarity of ['available', 'unavailable'] as const)
			expect(read(file, {...question, polarity})).toMatchObject({
				trace: {stepSeconds: 600, up: ups(polarity === 'available' ? '10' : '01')},
				findings: [],
			});
	});

	it('what the market says comes first, with a warning where the layout means the other', () => {
		const file = {metadata: {gap_seconds: 600}, data: [1, 0]};
		expect(read(file, {polarity: 'available'}).findings).toEqual([]);
		const turned = read(file, {polarity: 'unavailable'});
		expect(turned.trace).toEqual({stepSeconds: 600, up: ups('01')});
		expect(turned.findings).toEqual(['trace-polarity-doubtful warning stock.polarity']);
	});
});

describe('our own layout', () => {
	it('says all by itself, in numbers or in words', () => {
		const data = [true, 1, 0, false];
		expect(read({polarity: 'available', stepSeconds: 60, data}).trace).toEqual({
			stepSeconds: 60,
			up: ups('1100'),
		});
		expect(read({polarity: 'unavailable', stepSeconds: 60, data}).trace).toEqual({
			stepSeconds: 60,
			up: ups('0011'),
		});
	});

	it('is a bare list, where the market says the rest', () => {
		expect(read([1, 0], {polarity: 'available', stepSeconds: 60}).trace).toEqual({
			stepSeconds: 60,
			up: ups('10'),
		});
		expect(read([1, 0], {polarity: 'available'}).findings).toEqual([
			'trace-step-missing error stock.stepSeconds',
		]);
	});
});

describe('what is no trace', () => {
	const available = {polarity: 'available', stepSeconds: 60} as const;

	it.each([
		['text', 'shape', null],
		[null, 'shape', null],
		[{}, 'shape', null],
		[{data: {}}, 'shape', null],
		[{metadata: {gap_seconds: 60}}, 'shape', null],
		[[], 'empty', null],
		[[1, 0, -1], 'value', 3],
		[[1, 0.5], 'value', 2],
		[['1'], 'value', 1],
		[[null], 'value', 1],
		[[[1]], 'value', 1],
	])('%o: %s', (file, problem, step) => {
		const {trace, log} = read(file, available);
		expect(trace).toBeNull();
		expect(factsOf('trace-invalid', log.diagnostics)).toMatchObject([{problem, step}]);
		expect(summaryOf(log.diagnostics)).toEqual(['trace-invalid error stock.file']);
	});

	it('has a count where only yes and no have a meaning', () => {
		const file = {metadata: {gap_seconds: 60, start_time: 'x'}, data: [0, 1, 2]};
		expect(factsOf('trace-invalid', read(file).log.diagnostics)).toMatchObject([
			{problem: 'value', step: 3, found: '2'},
		]);
	});

	it.each([0, -60, 1.5, 604_801, '60', Number.NaN, true])('has steps of %o seconds', gap => {
		const file = {metadata: {gap_seconds: gap}, data: [1]};
		expect(factsOf('trace-invalid', read(file).log.diagnostics)).toMatchObject([{problem: 'step'}]);
	});

	it('is longer than memory should hold', () => {
		const long = Array.from({length: 2_000_001}, () => 1);
		expect(factsOf('trace-invalid', read(long, available).log.diagnostics)).toMatchObject([
			{problem: 'too-long', maximum: 2_000_000},
		]);
	});

	it('never throws, and is null just where something was wrong', () => {
		fc.assert(
			fc.property(
				anyJson,
				fc.record(
					{
						polarity: fc.constantFrom('available' as const, 'unavailable' as const),
						stepSeconds: fc.integer({min: 1, max: 604_800}),
					},
					{requiredKeys: []},
				),
				(file, question) => {
					for (const each of [file, {metadata: file, data: file}, {metadata: file, data: [1]}]) {
						const {trace, log} = read(each, question);
						const isWrong = log.diagnostics.some(({severity}) => severity === 'error');
						expect(trace === null).toBe(isWrong);
						if (trace) expect(trace.up.length).toBeGreaterThan(0);
					}
				},
			),
		);
	});
});
