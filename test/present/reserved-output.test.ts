import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, it} from 'vitest';
import {writeFlags} from '../../source/domain/input/write-flags.ts';
import {csvText} from '../../source/present/csv.ts';
import {planDocument, quoteDocument} from '../../source/present/documents.ts';
import {markdownText} from '../../source/present/markdown.ts';
import {comparisonTable, quoteReport} from '../../source/present/quote-report.ts';
import {reportLines} from '../../source/present/report-lines.ts';
import {SCHEMAS} from '../../source/present/schemas.ts';
import {plainText} from '../../source/present/tone.ts';
import {
	factsOf,
	planned,
	planOf,
	rulesOf,
	summaryOf,
	USD_BOOK,
} from '../helpers/domain-fixtures.ts';

const SCHEDULED = {
	cpu: '2',
	memory: '4Gi',
	workload: {schedule: 'Mon-Fri 09:00-18:00=10; *=2'},
	chain: {useSpecs: ['2-4Gi', 'ecs.c6.large']},
} as const;

const isValid = (kind: string, document: unknown): boolean => {
	const schema = SCHEMAS.get(kind)?.() ?? false;
	return new Ajv2020({strict: false}).validate(schema, document);
};

const documentOf = (input: Parameters<typeof planOf>[0]) => quoteDocument(planOf(input), 'en');

describe('reserved instances in a quote', () => {
	it('covers the first ECS type of the chain with the cheapest number', () => {
		const {reserved} = documentOf(SCHEDULED);
		expect(reserved).toMatchObject({
			type: 'ecs.c6.large',
			hoursPerMonth: 500,
			covered: 2,
			cheapest: true,
			currency: 'CNY',
			// 2 × 500 h + 8 pods × 45 h a week × 730/168, at 0.39
			perMonth: '1000.071428571429',
			perHour: '1.369960861057',
			// The first entry: 3024.2857 h of 2-4Gi at 0.441072
			vsBaseline: -25.0281,
		});
	});

	it('draws the cost from none to all pods', () => {
		const curve = planOf(SCHEDULED).quote.reserved?.curve ?? [];
		expect(curve.map(({covered}) => covered)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		const {comparison} = planOf(SCHEDULED).quote;
		const onDemand = comparison.find(
			({name, spec}) => name === 'on-demand' && spec === 'ecs.c6.large',
		);
		expect(curve[0]?.perMonth).toEqual(onDemand?.perMonth);
	});

	it('thins the curve of many pods, and keeps the end and what was chosen', () => {
		const {quote} = planOf({
			...SCHEDULED,
			workload: {schedule: 'Mon 09:00-18:00=100000; *=12345'},
			reserved: {covered: 77},
		});
		const counts = quote.reserved?.curve.map(({covered}) => covered) ?? [];
		expect(counts.length).toBeLessThan(105);
		expect(counts).toEqual(expect.arrayContaining([0, 77, 12_345, 100_000]));
	});

	it('takes a number and a price from the plan', () => {
		const plan = planOf({...SCHEDULED, reserved: {covered: 5, hoursPerMonth: '365'}});
		expect(quoteDocument(plan, 'en')['reserved']).toMatchObject({
			hoursPerMonth: 365,
			covered: 5,
			cheapest: false,
			// 645 units of §4-I a week × 730/168 at 0.39
			perMonth: '1093.044642857143',
		});
		expect(rulesOf(plan.prices.quote.diagnostics)).not.toContain('reserved-price-assumed');
	});

	it('says what it assumes about the price', () => {
		const {diagnostics} = planOf(SCHEDULED).prices.quote;
		expect(factsOf('reserved-price-assumed', diagnostics)).toEqual([
			{hours: '500', lowest: '460', highest: '570'},
		]);
		expect(rulesOf(planOf(SCHEDULED).prices.sizing.diagnostics)).not.toContain(
			'reserved-price-assumed',
		);
	});

	it('is null for CPU and memory alone, and says why', () => {
		const plan = planOf({...SCHEDULED, chain: {useSpecs: ['2-4Gi', '4-8Gi']}});
		expect(quoteDocument(plan, 'en')['reserved']).toBeNull();
		expect(plan.quote.comparison.map(({name}) => name)).not.toContain('reserved');
		expect(factsOf('reserved-nothing', plan.prices.quote.diagnostics)).toEqual([
			{specs: ['2-4Gi', '4-8Gi']},
		]);
	});

	it('is null without a price of the type', () => {
		const plan = planOf({...SCHEDULED, currency: 'USD'}, USD_BOOK);
		expect(plan.quote.reserved).toBeNull();
		expect(rulesOf(plan.diagnostics)).toContain('price-missing');
	});

	it('says that spot pods are not offset', () => {
		const plan = planOf({...SCHEDULED, spot: {strategy: 'SpotAsPriceGo'}});
		expect(rulesOf(plan.prices.quote.diagnostics)).toContain('reserved-not-spot');
		expect(plan.quote.reserved?.perMonth).toEqual(planOf(SCHEDULED).quote.reserved?.perMonth);
	});

	it('never offsets temporary storage', () => {
		const pod = {extraEphemeralStorage: '50Gi'};
		const {reserved, comparison} = planOf({...SCHEDULED, pod}).quote;
		const onDemand = comparison.find(
			({name, spec}) => name === 'on-demand' && spec === 'ecs.c6.large',
		);
		expect(reserved?.curve[0]?.perMonth).toEqual(onDemand?.perMonth);
	});

	it('costs nothing for no pods', () => {
		const {reserved} = documentOf({...SCHEDULED, workload: {replicas: 0}});
		expect(reserved).toMatchObject({
			covered: 0,
			perMonth: '0',
			perHour: '0',
			vsBaseline: null,
			curve: [{covered: 0, perMonth: '0'}],
		});
	});

	it('pays a month of an instance for a run that takes an hour', () => {
		const workload = {kind: 'job', work: '59m', replicas: 2} as const;
		expect(documentOf({...SCHEDULED, workload})['reserved']).toMatchObject({
			covered: 0,
			perHour: '0.78',
			perMonth: '0.78',
		});
		expect(documentOf({...SCHEDULED, workload, reserved: {covered: 1}})['reserved']).toMatchObject({
			perMonth: '195.39',
			perHour: '195.39',
			cheapest: false,
		});
	});
});

describe('the price of a reserved instance', () => {
	it.each(['0', '-1', '730.01', 'many', '1e2', ''])('refuses %o', hoursPerMonth => {
		const {plan, diagnostics} = planned({...SCHEDULED, reserved: {hoursPerMonth}});
		expect(plan).toBeNull();
		expect(summaryOf(diagnostics)).toEqual(['reserved-hours-invalid error reserved.hoursPerMonth']);
	});

	it.each(['0.01', '460.5', '730'])('takes %s', hoursPerMonth => {
		expect(planOf({...SCHEDULED, reserved: {hoursPerMonth}}).quote.reserved?.hoursPerMonth).toEqual(
			planOf({...SCHEDULED, reserved: {hoursPerMonth}}).request.reserved.hoursPerMonth,
		);
	});

	it('is written as flags', () => {
		expect(writeFlags({reserved: {hoursPerMonth: '470', covered: 3}})).toEqual([
			{flag: 'reserved', values: ['3']},
			{flag: 'reserved-hours', values: ['470']},
		]);
	});
});

describe('the reserved row', () => {
	const plan = planOf(SCHEDULED);

	it('stands last in the table', () => {
		const lines = reportLines([comparisonTable(plan, 'en')], 100).map(plainText);
		expect(lines.at(-1)).toBe(
			'  reserved   ecs.c6.large  1.3700  1,000.07   -25.0 %  2 × 500 h, rest on demand',
		);
	});

	it('stands in Chinese', () => {
		const lines = reportLines([comparisonTable(plan, 'zh-CN')], 100).map(plainText);
		expect(lines.at(-1)).toContain('预留实例券');
		expect(lines.at(-1)).toContain('2 × 500 小时，其余按量付费');
	});

	it('stands in CSV and Markdown', () => {
		expect(csvText(comparisonTable(plan, 'zh-CN')).split('\n').at(-1)).toBe(
			'reserved,ecs.c6.large,1.369960861057,1000.071428571429,-25.0281,reserved,CNY,2024-12-30,false,true',
		);
		expect(markdownText(quoteReport(plan, 'en'))).toContain(
			'| reserved | ecs.c6.large | 1.3700 | 1,000.07 | -25.0 % | 2 × 500 h, rest on demand |',
		);
	});

	it('stands in the comparison of documents that keep to their schema', () => {
		for (const input of [SCHEDULED, {...SCHEDULED, chain: {useSpecs: ['2-4Gi']}}]) {
			const quoted = planOf(input);
			expect(isValid('Quote', quoteDocument(quoted, 'en'))).toBe(true);
			expect(isValid('Plan', planDocument(quoted, 'zh-CN'))).toBe(true);
		}
		expect(quoteDocument(plan, 'en')['comparison']).toContainEqual({
			name: 'reserved',
			spec: 'ecs.c6.large',
			basis: 'reserved',
			currency: 'CNY',
			perHour: '1.369960861057',
			perMonth: '1000.071428571429',
			vsBaseline: -25.0281,
			asOf: '2024-12-30',
			missing: false,
			inChain: true,
		});
	});
});
