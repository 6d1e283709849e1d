import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatSpec} from '../../../source/domain/catalogue/spec.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import type {PriceBook} from '../../../source/domain/pricing/price-book.ts';
import {
	add,
	decimal,
	divide,
	type Fraction,
	fraction,
	multiply,
	subtract,
	sum,
} from '../../../source/domain/units/fraction.ts';
import {anyRuleset, anySpec, someContainers} from '../../helpers/arbitraries.ts';
import {
	amountOf,
	BOOK,
	bookOf,
	factsOf,
	OFFERS,
	offer,
	planned,
	planOf,
	USD_BOOK,
} from '../../helpers/domain-fixtures.ts';

const quoteOf = (input: PlanInput, book: PriceBook = BOOK) => planOf(input, book).quote;
const onSpec = (...useSpecs: string[]): PlanInput => ({chain: {useSpecs}});

describe('a quote', () => {
	it('has a line for vCPU and one for memory on a CPU-MEM size', () => {
		const quote = quoteOf({...onSpec('2-4Gi'), workload: {replicas: 3}});
		expect(quote.spec).toBe('2-4Gi');
		expect(
			quote.lines.map(({item, spec, perPod, quantity, unitPrice, amount}) => [
				item,
				spec,
				perPod,
				quantity,
				amountOf(unitPrice),
				amountOf(amount),
			]),
		).toEqual([
			// 0.000049 × 3600 an hour; 2 vCPU of 3 pods for 730 hours.
			['vcpu', '2-4Gi', fraction(2), fraction(2 * 3 * 730), '0.1764', '772.632'],
			['memory', '2-4Gi', fraction(4), fraction(4 * 3 * 730), '0.022068', '193.31568'],
		]);
		expect([
			amountOf(quote.total?.perHour),
			amountOf(quote.total?.perMonth),
			amountOf(quote.total?.horizon),
		]).toEqual(['1.323216', '965.94768', '952.71552']);
		expect(quote.incomplete).toBe(false);
	});

	it.each<[PlanInput, readonly string[]]>([
		[{}, []],
		[{pod: {withEip: true}}, ['eip']],
		[{pod: {withEip: false, eipInstance: 'eip-1'}}, []],
		[{network: {nat: true}}, ['nat']],
		[{network: {service: 'loadbalancer', port: 80}}, ['load-balancer']],
		[{network: {service: 'clusterip', port: 80}}, []],
		[{volumes: [{type: 'new-disk', size: '20Gi'}]}, ['disk']],
		[{volumes: [{type: 'pvc', claim: 'a', size: '20Gi'}]}, ['disk']],
		[{volumes: [{type: 'pvc', claim: 'a'}]}, []],
		[{pod: {diskVolume: 'a:ext4:20Gi'}}, ['disk']],
		[{logs: {web: 'stdout'}}, ['logs']],
	])('names what %j costs besides, which no price is known of', (input, expected) => {
		expect(quoteOf({...onSpec('2-4Gi'), ...input}).otherCharges).toEqual(expected);
	});

	it('is ¥321.98256 a month for one pod of 2-4Gi', () => {
		const {total} = quoteOf(onSpec('2-4Gi'));
		expect(amountOf(total?.perMonth)).toBe('321.98256');
		expect(amountOf(total?.perHour)).toBe('0.441072');
	});

	it('has one line for an ECS type', () => {
		const quote = quoteOf(onSpec('ecs.c6.xlarge'));
		expect(quote.lines).toHaveLength(1);
		expect(quote.lines[0]).toMatchObject({
			item: 'instance',
			spec: 'ecs.c6.xlarge',
			perPod: fraction(1),
			quantity: fraction(730),
			unitPrice: {currency: 'CNY', amount: decimal('0.78')},
			amount: {currency: 'CNY', amount: decimal('569.4')},
		});
	});

	it('is on the first entry of the chain, as it is billed', () => {
		expect(quoteOf(onSpec('2-3Gi', 'ecs.c6.large')).spec).toBe('2-4Gi');
		expect(quoteOf({...onSpec('ecigpu-P100-4'), containers: [{gpu: 4}]}).spec).toBe(
			'ecs.gn5-c8g1.8xlarge',
		);
	});

	it('is of an unknown first entry, never of a later one', () => {
		const quote = quoteOf({...onSpec('ecs.c9.large', '2-4Gi'), workload: {replicas: 2}});
		expect(quote).toMatchObject({spec: null, total: null, incomplete: true});
		expect(quote.lines).toEqual([
			{
				item: 'instance',
				spec: 'ecs.c9.large',
				perPod: fraction(1),
				quantity: fraction(2 * 730),
				unitPrice: null,
				amount: null,
			},
		]);
		expect(
			quote.comparison.map(({name, spec, perHour, missing}) => [
				name,
				spec,
				perHour === null,
				missing,
			]),
		).toEqual([
			['on-demand', 'ecs.c9.large', true, true],
			['spot', 'ecs.c9.large', true, true],
			['on-demand', '2-4Gi', false, false],
			['spot', '2-4Gi', false, false],
		]);
		expect(quote.comparison.every(({vsBaseline}) => vsBaseline === null)).toBe(true);
	});

	it('keeps an unknown entry where it stands', () => {
		const specs = quoteOf(onSpec('2-4Gi', 'ecs.c6.zzz', 'ecs.c6.large')).comparison.map(
			({spec}) => spec,
		);
		expect([...new Set(specs)]).toEqual(['2-4Gi', 'ecs.c6.zzz', 'ecs.c6.large']);
	});

	it('has lines for vCPU and memory on a size that is not sold', () => {
		// 5 vCPU aren't rounded under 2020.
		const {lines, total} = quoteOf(onSpec('5-9Gi'));
		expect(lines.map(({item, perPod, amount}) => [item, perPod, amount])).toEqual([
			['vcpu', fraction(5), null],
			['memory', fraction(9), null],
		]);
		expect(total).toBeNull();
	});
});

describe('a price that is missing', () => {
	const DEAR = bookOf([...OFFERS, offer('ecs.c7.8xlarge', 32, 64, null)]);

	const NOTHING = {
		basis: null,
		perHour: null,
		perMonth: null,
		vsBaseline: null,
		asOf: null,
		missing: true,
		inChain: true,
	};

	it('leaves its line and the total empty, never 0', () => {
		const quote = quoteOf(onSpec('ecs.c7.8xlarge'), DEAR);
		expect(quote.lines).toMatchObject([{unitPrice: null, amount: null, quantity: fraction(730)}]);
		expect(quote).toMatchObject({total: null, incomplete: true});
		expect(quote.comparison).toEqual([
			{name: 'on-demand', spec: 'ecs.c7.8xlarge', ...NOTHING},
			{name: 'spot', spec: 'ecs.c7.8xlarge', ...NOTHING},
			// A container that says nothing is as large as the type.
			expect.objectContaining({spec: '32-64Gi', inChain: false, missing: false}),
		]);
	});

	it('is that of each ECS type in dollars', () => {
		const quote = quoteOf({...onSpec('ecs.c6.xlarge', '2-4Gi'), currency: 'USD'}, USD_BOOK);
		expect(quote).toMatchObject({total: null, incomplete: true});
		const hours = quote.comparison.map(({name, spec, perHour}) => [name, spec, amountOf(perHour)]);
		expect(hours).toEqual([
			['on-demand', 'ecs.c6.xlarge', null],
			['spot', 'ecs.c6.xlarge', null],
			['on-demand', '2-4Gi', '0.069264'],
			['spot', '2-4Gi', null],
		]);
		expect(quote.comparison.every(({vsBaseline}) => vsBaseline === null)).toBe(true);
	});

	it('marks the total as too low where only one line has none', () => {
		const input = {...onSpec('2-4Gi'), pod: {extraEphemeralStorage: '20Gi'}};
		const quote = quoteOf(input);
		expect(quote.lines.map(({item, amount}) => [item, amount === null])).toEqual([
			['vcpu', false],
			['memory', false],
			['ephemeral-storage', true],
		]);
		expect(quote.incomplete).toBe(true);
		expect(amountOf(quote.total?.perHour)).toBe('0.441072');
		expect(quote.comparison.map(({perHour, missing}) => [perHour === null, missing])).toEqual([
			[false, true],
			[false, true],
		]);
	});

	it('is the whole total where the spec has none, whatever the storage costs', () => {
		const pod = {extraEphemeralStorage: '20Gi'};
		const quote = quoteOf({...onSpec('ecs.c6.xlarge'), currency: 'USD', pod}, USD_BOOK);
		expect(quote.lines.map(({amount}) => amount === null)).toEqual([true, false]);
		expect(quote).toMatchObject({total: null, incomplete: true});
	});
});

describe('temporary storage above 30 GiB', () => {
	it('is a line of its own where its price is known', () => {
		// Facts §3.3: 20 GiB are $0.006696 an hour.
		const quote = quoteOf(
			{...onSpec('2-4Gi'), currency: 'USD', pod: {extraEphemeralStorage: '20Gi'}},
			USD_BOOK,
		);
		const line = quote.lines.find(({item}) => item === 'ephemeral-storage');
		expect(line).toMatchObject({perPod: fraction(20), quantity: fraction(20 * 730)});
		expect(amountOf(line?.amount)).toBe('4.88808');
		// 0.069264 + 0.006696
		expect(amountOf(quote.total?.perHour)).toBe('0.07596');
		expect(amountOf(quote.comparison[0]?.perHour)).toBe('0.07596');
		expect(quote.incomplete).toBe(false);
	});

	it('counts to the byte', () => {
		const storage = (size: string) =>
			quoteOf(
				{...onSpec('2-4Gi'), currency: 'USD', pod: {extraEphemeralStorage: size}},
				USD_BOOK,
			).lines.at(-1)?.perPod;
		expect(storage('1Ki')).toEqual(fraction(1, 2 ** 20));
		expect(storage('512Mi')).toEqual(fraction(1, 2));
		expect(storage('1Ti')).toEqual(fraction(1024));
	});
});

describe('the ways of paying', () => {
	it('are each entry on demand and on spot, beside the first on demand', () => {
		const {comparison} = quoteOf(onSpec('2-4Gi', 'ecs.c7.large', 'ecs.c6.xlarge'));
		expect(
			comparison.map(({name, spec, basis, perHour}) => [name, spec, basis, amountOf(perHour)]),
		).toEqual([
			['on-demand', '2-4Gi', 'list', '0.441072'],
			// Of four ordinary types of 2-4Gi, c5, c6, c7 and sn1ne, the middle of 0.39, 0.407699, 0.62, 0.68
			// is 0.5138495, times the one ratio that is quoted, 0.078 ÷ 0.407699.
			[
				'spot',
				'2-4Gi',
				'ratio',
				amountOf({
					currency: 'CNY',
					amount: multiply(decimal('0.5138495'), divide(decimal('0.078'), decimal('0.407699'))),
				}),
			],
			['on-demand', 'ecs.c7.large', 'list', '0.407699'],
			['spot', 'ecs.c7.large', 'quote', '0.078'],
			['on-demand', 'ecs.c6.xlarge', 'list', '0.78'],
			['spot', 'ecs.c6.xlarge', 'assumed', '0.195'],
			// The first ECS type, reserved for 500 of its hours a month, spread over 730.
			['reserved', 'ecs.c7.large', 'reserved', '0.279245890411'],
		]);
		expect(comparison.map(({vsBaseline}) => vsBaseline)).toEqual(
			comparison.map(({perHour}) =>
				perHour ? divide(subtract(perHour.amount, decimal('0.441072')), decimal('0.441072')) : null,
			),
		);
	});

	const beside = (input: PlanInput, book: PriceBook = BOOK) =>
		quoteOf(input, book)
			.comparison.filter(({inChain}) => !inChain)
			.map(({name, spec, perHour}) => [name, spec, amountOf(perHour)]);

	it('have ECI on demand beside a chain of ECS types, on the size that holds the pod', () => {
		// 2 × 0.1764 + 4 × 0.022068
		const rows = [['on-demand', '2-4Gi', '0.441072']];
		const containers = [{cpu: '2', memory: '3Gi'}];
		expect(beside({...onSpec('ecs.c6.xlarge'), containers})).toEqual(rows);
		expect(beside({...onSpec('ecs.c6.xlarge', 'ecs.c9.large'), containers})).toEqual(rows);
		expect(beside({...onSpec('ecs.c6.large'), containers: []})).toEqual(rows);
		expect(beside({containers, chain: {maxSpecs: 1, pin: ['ecs.c6.large']}})).toEqual(rows);
	});

	it('have no such row beside a size, nor for GPUs and Arm', () => {
		expect(beside(onSpec('ecs.c6.xlarge', '2-4Gi'))).toEqual([]);
		expect(beside(onSpec('ecs.c6.xlarge', '5-9Gi'))).toEqual([]);
		expect(beside({...onSpec('ecigpu-P100-4'), containers: [{gpu: 4}]})).toEqual([]);
		expect(beside(onSpec('ecs.c8y.large'))).toEqual([]);
		expect(beside({chain: {arch: 'arm64'}})).toEqual([]);
	});

	it('name the day of each price', () => {
		const {comparison} = quoteOf(onSpec('ecs.c7.large', '2-4Gi'));
		expect(comparison.map(({name, asOf}) => [name, asOf])).toEqual([
			['on-demand', '2024-12-30'],
			['spot', '2024-10-09'],
			['on-demand', null],
			['spot', '2024-10-09'],
			['reserved', '2024-12-30'],
		]);
	});

	it('have no share of a baseline of 0', () => {
		const {comparison, total} = quoteOf({...onSpec('2-4Gi'), workload: {replicas: 0}});
		expect(amountOf(total?.perMonth)).toBe('0');
		expect(comparison.map(({vsBaseline}) => vsBaseline)).toEqual([null, null]);
	});
});

describe('work that runs once', () => {
	it('has an hourly price while it runs, and one price whatever the period', () => {
		const {total} = quoteOf({
			...onSpec('2-4Gi'),
			workload: {kind: 'job', replicas: 2, work: '10h', pull: '0s'},
		});
		expect(amountOf(total?.perHour)).toBe('0.882144');
		expect([amountOf(total?.perMonth), amountOf(total?.horizon)]).toEqual(['8.82144', '8.82144']);
	});
});

describe('every quote', () => {
	const anyWorkload: fc.Arbitrary<NonNullable<PlanInput['workload']>> = fc.oneof(
		fc.constant({}),
		fc.constant({schedule: 'Mon-Fri 09:00-18:00=10; *=2'}),
		fc.constant({work: '90m', pull: '45s'}),
		fc.constant({work: '90m', runsPerDay: '2.5'}),
		fc.constant({work: '10m', cron: '*/15 8-17 * * 1-5'}),
	);
	const anyPlan = fc.record({
		containers: someContainers,
		ruleset: anyRuleset,
		workload: anyWorkload,
		useSpecs: fc.oneof(fc.constant([]), fc.array(anySpec.map(formatSpec), {maxLength: 5})),
		dollars: fc.boolean(),
		storage: fc.constantFrom(undefined, '20Gi', '1536Mi'),
	});
	type AnyPlan = typeof anyPlan extends fc.Arbitrary<infer T> ? T : never;
	const planFor = (
		{containers, ruleset, workload, useSpecs, dollars, storage}: AnyPlan,
		replicas?: number,
	) =>
		planned(
			{
				containers,
				ruleset,
				workload: {...workload, ...(replicas !== undefined && {replicas})},
				chain: {useSpecs},
				currency: dollars ? 'USD' : 'CNY',
				...(storage !== undefined && {pod: {extraEphemeralStorage: storage}}),
			},
			dollars ? USD_BOOK : BOOK,
		).plan;

	it('adds up to its lines', () => {
		fc.assert(
			fc.property(anyPlan, input => {
				const quote = planFor(input)?.quote;
				if (!quote) return;
				const {lines, total, incomplete} = quote;
				const amounts = lines.flatMap(({amount}) => amount?.amount ?? []);
				expect(incomplete).toBe(amounts.length < lines.length);
				const main = lines.filter(({item}) => item !== 'ephemeral-storage');
				if (!total) expect(main.every(({amount}) => amount === null)).toBe(true);
				else expect(total.perMonth.amount).toEqual(sum(amounts));
				for (const {quantity, unitPrice, amount} of lines)
					expect(amount?.amount).toEqual(
						unitPrice ? multiply(quantity, unitPrice.amount) : undefined,
					);
			}),
			{numRuns: 200},
		);
	});

	it('is in one currency', () => {
		fc.assert(
			fc.property(anyPlan, input => {
				const text = JSON.stringify(planFor(input)?.quote ?? {}, (_, value: unknown) =>
					typeof value === 'bigint' ? String(value) : value,
				);
				const currencies = new Set(text.match(/"currency":"[^"]*"/g));
				for (const currency of currencies)
					expect(currency).toBe(`"currency":"${input.dollars ? 'USD' : 'CNY'}"`);
			}),
		);
	});

	it('is n times that of one pod for n pods', () => {
		fc.assert(
			fc.property(anyPlan, fc.integer({min: 1, max: 1000}), (input, replicas) => {
				if ('schedule' in input.workload) return;
				const [one, many] = [planFor(input, 1)?.quote, planFor(input, replicas)?.quote];
				if (!one || !many) return;
				const times = (amount: Fraction | undefined) =>
					amount && multiply(amount, fraction(replicas));
				for (const period of ['perHour', 'perMonth', 'horizon'] as const)
					expect(many.total?.[period].amount).toEqual(times(one.total?.[period].amount));
				expect(many.lines.map(({amount}) => amount?.amount)).toEqual(
					one.lines.map(({amount}) => times(amount?.amount)),
				);
				expect(many.comparison.map(({vsBaseline}) => vsBaseline)).toEqual(
					one.comparison.map(({vsBaseline}) => vsBaseline),
				);
			}),
			{numRuns: 200},
		);
	});

	it('costs 730 average hours a month, unless it runs once', () => {
		fc.assert(
			fc.property(anyPlan, input => {
				const quote = planFor(input)?.quote;
				if (!quote?.total || quote.usage.once) return;
				const {perHour, perMonth} = quote.total;
				expect(multiply(perHour.amount, fraction(730))).toEqual(perMonth.amount);
			}),
		);
	});

	it('names the same price for its first entry as the chain does', () => {
		fc.assert(
			fc.property(anyPlan, input => {
				const plan = planFor({...input, storage: undefined}, 1);
				const first = plan?.chain.entries.find(({rank}) => rank === 1)?.onDemand;
				if (!plan || !first || 'schedule' in input.workload || plan.quote.usage.once) return;
				const seconds = plan.quote.usage.perMonth;
				expect(plan.quote.total?.perMonth.amount).toEqual(multiply(first.perSecond, seconds));
				expect(plan.quote.comparison[0]?.perMonth?.amount).toEqual(
					plan.quote.total?.perMonth.amount,
				);
			}),
		);
	});
});

describe('extra storage', () => {
	it('is in every way of paying', () => {
		const input: PlanInput = {...onSpec('2-4Gi', '4-8Gi'), currency: 'USD'};
		const without = quoteOf(input, USD_BOOK).comparison;
		const withIt = quoteOf({...input, pod: {extraEphemeralStorage: '20Gi'}}, USD_BOOK).comparison;
		for (const [index, {perHour}] of withIt.entries()) {
			const before = without[index]?.perHour;
			expect(perHour?.amount).toEqual(before ? add(before.amount, decimal('0.006696')) : undefined);
		}
		expect(factsOf('price-missing', planOf(input, USD_BOOK).diagnostics)).toEqual([]);
	});
});
