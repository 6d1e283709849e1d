import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {FAMILIES} from '../../../source/domain/catalogue/families.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {fraction, toDecimal} from '../../../source/domain/units/fraction.ts';
import {compareRates} from '../../../source/domain/units/money.ts';
import {anyContainer, anyRuleset, someContainers} from '../../helpers/arbitraries.ts';
import {
	amountOf,
	BOOK,
	bookOf,
	factsOf,
	hourOf,
	OFFERS,
	offer,
	planned,
	planOf,
	REGIONAL_SIZES,
	rulesOf,
	shippedBook,
	summaryOf,
	USD_BOOK,
} from '../../helpers/domain-fixtures.ts';

const HANGZHOU = await shippedBook();

const one = (cpu: string, gib: string) => [{cpu, memory: `${gib}Gi`}];
const chainOf = (input: PlanInput, book = BOOK) => planOf(input, book).chain;
const reasonsOf = (input: PlanInput, book = BOOK) =>
	chainOf(input, book).entries.map(({token, reason}) => `${token} ${reason}`);

describe('a whole region', () => {
	const containers = [{cpu: '2', memory: '4Gi'}];
	const all = planOf({containers}, HANGZHOU).chain;
	const names = [...all.entries.map(({token}) => token), ...all.rejected.map(({spec}) => spec)];

	it('can be avoided by name', () => {
		expect(names.length).toBeGreaterThan(500);
		const {plan, diagnostics} = planned({containers, chain: {avoid: names}}, HANGZHOU);
		expect(plan?.chain.entries).toEqual([]);
		expect(factsOf('chain-empty', diagnostics)).toMatchObject([
			{limits: [['avoided', names.length]]},
		]);
	});

	it('can have a chance of stock for each spec', () => {
		const inStock = Object.fromEntries(names.map(name => [name, '90%']));
		const {plan, diagnostics} = planned({containers, chain: {inStock}}, HANGZHOU);
		expect(rulesOf(diagnostics)).not.toContain('field-too-many');
		expect(plan?.chain.entries.map(({stock}) => stock.basis)).toEqual(['given', 'given', 'given']);
	});
});

describe('a family that is never picked unasked', () => {
	const pod: PlanInput = {containers: [{cpu: '2', memory: '4Gi'}]};
	const unasked = (input: PlanInput, book = BOOK) =>
		factsOf('family-unasked', planOf(input, book).diagnostics).map(({perHour, ...facts}) => ({
			...facts,
			perHour: amountOf(perHour),
		}));

	it('is named where it costs less than what was picked', () => {
		const e = {type: 'ecs.e-c1m2.large', family: 'e', reason: 'shared', perHour: '0.225'};
		expect(unasked(pod)).toEqual([e]);
		expect(planOf(pod).chain.entries[0]?.token).toBe('ecs.c6.large');
	});

	it('is named when only a retired one is cheaper', () => {
		const book = bookOf(OFFERS.filter(({type}) => !type.startsWith('ecs.e-')));
		expect(unasked(pod, book)).toEqual([
			{type: 'ecs.n4.large', family: 'n4', reason: 'retired', perHour: '0.3'},
		]);
	});

	it.each([
		['it is asked for', {chain: {families: ['e']}}],
		['other families are', {chain: {families: ['c6']}}],
		['it is excluded, and the others like it', {chain: {excludeFamilies: ['e', 'n4']}}],
		['the chain is given', {chain: {useSpecs: ['ecs.c6.large']}}],
		['the pod needs more', {containers: [{cpu: '2', memory: '16Gi'}]}],
	] as const)('is not named where %s', (_why, input) => {
		expect(unasked({...pod, ...input})).toEqual([]);
	});

	it('is measured by spot prices on spot', () => {
		// Each is taken for a quarter of on demand, and c7 is quoted at 0.078.
		expect(unasked({...pod, spot: {strategy: 'SpotAsPriceGo'}})).toEqual([
			{type: 'ecs.e-c1m2.large', family: 'e', reason: 'shared', perHour: '0.05625'},
		]);
	});
});

describe('a chain that is chosen', () => {
	it('is the cheapest that is placed with 99.9 %', () => {
		// c6 0.39, c7 0.4077 and 2-4Gi 0.4411 leave 0.2 × 0.2 × 0.05 = 0.2 %. g6 0.50 shares generation and
		// family shocks of c6: both are out with 0.05 + 0.95 × (0.15 ÷ 0.95)² = 7/95, which leaves 0.07 %.
		const chain = chainOf({containers: one('2', '4')});
		expect(chain.given).toBe(false);
		expect(chain.entries.map(({rank, token, reason}) => [rank, token, reason])).toEqual([
			[1, 'ecs.c6.large', 'cheapest'],
			[2, 'ecs.c7.large', 'other-generation'],
			[3, '2-4Gi', 'any-host'],
			[4, 'ecs.g6.large', 'other-family'],
		]);
		expect(chain.useSpecs).toBe('ecs.c6.large,ecs.c7.large,2-4Gi,ecs.g6.large');
		expect(chain.entries.map(({first}) => toDecimal(first, 6))).toEqual([
			'0.8',
			'0.16',
			'0.038',
			'0.001263',
		]);
		expect(chain.odds.placed).toEqual(fraction(9500 - 7, 9500));
		expect(hourOf(chain.worst)).toBe('0.5');
	});

	it('is the CPU-MEM size alone where no type is cheaper', () => {
		expect(reasonsOf({containers: one('4', '32')})).toEqual(['4-32Gi cheapest']);
		expect(reasonsOf({containers: one('2', '4')}, bookOf([]))).toEqual(['2-4Gi cheapest']);
	});

	it('has a type behind a size because the two run out apart, whatever the generation', () => {
		const book = bookOf(
			OFFERS.filter(({type}) => type === 'ecs.c5.large' || type === 'ecs.g6.large'),
		);
		expect(reasonsOf({containers: one('2', '4')}, book)).toEqual([
			'2-4Gi cheapest',
			'ecs.g6.large other-kind',
			'ecs.c5.large other-generation',
		]);
	});

	it('starts with what the target takes, where that is not the cheapest', () => {
		expect(reasonsOf({containers: one('2', '4'), chain: {maxSpecs: 1}})).toEqual([
			'2-4Gi for-target',
		]);
	});

	it('is the CPU-MEM size alone in dollars, for want of prices', () => {
		const input = {containers: one('2', '4'), currency: 'USD'} as const;
		expect(reasonsOf(input, USD_BOOK)).toEqual(['2-4Gi cheapest']);
	});

	it('is as long as it may be', () => {
		const containers = one('2', '4');
		const upTo = (maxSpecs: number) => chainOf({containers, chain: {maxSpecs}}).useSpecs;
		// Alone, a size is the surest; two and three don't reach 99.9 % either.
		expect(upTo(1)).toBe('2-4Gi');
		expect(upTo(2)).toBe('ecs.c6.large,2-4Gi');
		expect(upTo(3)).toBe('ecs.c6.large,ecs.c7.large,2-4Gi');
	});

	it('never has burst, retired, local-disk or Arm types unless asked', () => {
		const containers = one('2', '4');
		const {useSpecs} = chainOf({containers});
		for (const type of ['ecs.e-c1m2.large', 'ecs.n4.large', 'ecs.i2.xlarge', 'ecs.c8y.large'])
			expect(useSpecs).not.toContain(type);
		// They are the cheapest of all.
		expect(chainOf({containers, chain: {families: ['e', 'n4']}}).useSpecs).toBe(
			'ecs.e-c1m2.large,ecs.n4.large,2-4Gi',
		);
	});

	it('keeps to the families that are named, and from those that are not wanted', () => {
		const containers = one('2', '4');
		expect(chainOf({containers, chain: {families: ['ecs.c7', 'g6']}}).useSpecs).toBe(
			'ecs.c7.large,2-4Gi,ecs.g6.large',
		);
		expect(chainOf({containers, chain: {excludeFamilies: ['c6']}}).useSpecs).not.toContain('.c6.');
	});

	it('keeps to the generations that are named, by what families the page counts to each [facts D-GEN]', () => {
		const input: PlanInput = {containers: one('2', '4'), chain: {generations: [7, 8]}};
		const {entries, rejected} = chainOf(input, HANGZHOU);
		const types = entries.filter(({family}) => family !== null);
		expect(types.length).toBeGreaterThan(0);
		for (const {family} of types) expect([7, 8]).toContain(family?.generation);
		const reasons = new Map(rejected.map(({spec, reason}) => [spec, reason]));
		expect(reasons.get('ecs.c6.large')).toBe('not-in-generations');
		// The page counts it to no generation.
		expect(reasons.get('ecs.e-c1m2.large')).toBe('not-in-generations');
		expect(reasons.get('ecs.c7.16xlarge')).not.toBe('not-in-generations');
	});

	it('takes a pinned type of another generation, and a family that is named only in its generation', () => {
		const containers = one('2', '4');
		const pinned = chainOf({containers, chain: {generations: [7], pin: ['ecs.c6.large']}});
		expect(pinned.useSpecs).toContain('ecs.c6.large');
		const {useSpecs} = chainOf({containers, chain: {generations: [7], families: ['c6', 'c7']}});
		expect(useSpecs).toBe('ecs.c7.large,2-4Gi');
	});

	it('says that the generations keep every type out', () => {
		const {diagnostics} = planOf({
			containers: [{cpu: '2', memory: '4Gi', gpu: 1}],
			chain: {generations: [7]},
		});
		const [{limits} = {limits: []}] = factsOf('chain-empty', diagnostics);
		expect(limits.map(([reason]) => reason)).toContain('not-in-generations');
	});

	it('bids on nothing that costs more than the limit, but with the fallback', () => {
		const spot = {strategy: 'SpotWithPriceLimit', priceLimit: '0.09'} as const;
		const input = {containers: one('2', '4'), spot};
		const {useSpecs, rejected} = chainOf(input);
		// c7 has quotes of 0.078; c6 is taken to cost 0.39 ÷ 4 = 0.0975.
		expect(useSpecs.split(',')).toContain('ecs.c7.large');
		expect(rejected).toContainEqual({spec: 'ecs.c6.large', reason: 'over-spot-limit'});
		const higher = chainOf({...input, spot: {...spot, priceLimit: '0.098'}});
		expect(higher.useSpecs).toContain('ecs.c6.large');
		const fallback = {...input, spot: {...spot, fallback: true}, ruleset: 'current'} as const;
		expect(chainOf(fallback).useSpecs).toContain('ecs.c6.large');
		const {diagnostics} = planned({...input, spot: {...spot, priceLimit: '0.001'}});
		const [{limits} = {limits: []}] = factsOf('chain-empty', diagnostics);
		expect(limits[0]?.[0]).toBe('over-spot-limit');
	});

	it('runs on Arm alone when Arm is asked for', () => {
		const arm = {containers: one('2', '4'), chain: {arch: 'arm64'}} as const;
		expect(chainOf(arm).useSpecs).toBe('ecs.c8y.large');
	});

	it('mixes local disks with nothing else', () => {
		const book = bookOf([
			...OFFERS.filter(({type}) => type !== 'ecs.i2.xlarge'),
			offer('ecs.i2.xlarge', 4, 32, '1.2'),
			offer('ecs.i2g.2xlarge', 8, 32, '1.25'),
			offer('ecs.r7.xlarge', 4, 32, '1.3'),
		]);
		const containers = one('4', '32');
		// At 95 %: i2 and i2g 1.208 when placed, with 96 %; 4-32Gi 1.412; with r7 at 1.1 first 1.159.
		const chain = {families: ['r7', 'i2', 'i2g'], pick: 'cheapest'} as const;
		expect(chainOf({containers, chain}, book).useSpecs).toBe('ecs.i2.xlarge,ecs.i2g.2xlarge');
		const cheapR7 = bookOf([...book.types.values(), offer('ecs.r7.xlarge', 4, 32, '1.1')]);
		expect(chainOf({containers, chain}, cheapR7).useSpecs).toBe('ecs.r7.xlarge,4-32Gi');
	});

	it('is empty, with an error, where nothing fits', () => {
		const {plan, diagnostics} = planned({containers: [{gpu: 8}]});
		expect(plan?.chain).toMatchObject({entries: [], useSpecs: ''});
		expect(factsOf('chain-empty', diagnostics)).toEqual([
			{
				asked: {vcpu: 1, memoryGiB: 2},
				gpu: 8,
				arch: 'amd64',
				gpus: {most: 4, largest: null},
				limits: [],
			},
		]);
		expect(summaryOf(diagnostics)).toContain('chain-empty error chain');
	});
});

describe('what makes a chain impossible', () => {
	const emptyOf = (input: PlanInput) => factsOf('chain-empty', planned(input).diagnostics);
	const limitsOf = (input: PlanInput, book = BOOK) => {
		const {diagnostics} = planned(input, book);
		return factsOf('target-unreachable', diagnostics).map(({limits}) => limits);
	};

	it('are GPUs beside too little of the rest', () => {
		// The type with four GPUs has 32 vCPU and 240 GiB.
		const containers = [{cpu: '33', memory: '100Gi', gpu: 4}];
		expect(emptyOf({containers})).toMatchObject([
			{gpus: {most: 4, largest: {vcpu: 32, memoryGiB: 240}}, limits: []},
		]);
	});

	it('are GPUs of another architecture, and what keeps out the types that would do', () => {
		const containers = [{cpu: '1', memory: '2Gi', gpu: 1}];
		expect(emptyOf({containers, chain: {arch: 'arm64'}})).toMatchObject([
			{gpus: {most: 0, largest: null}, limits: [['wrong-arch', 3]]},
		]);
		const avoid = ['ecs.gn5-c8g1.8xlarge', 'ecs.gn5i-c2g1.large', 'ecs.gn6i-c4g1.xlarge'];
		expect(emptyOf({containers, chain: {avoid}})).toMatchObject([
			{gpus: null, limits: [['avoided', 3]]},
		]);
	});

	it('is every limit together', () => {
		const containers = one('2', '4');
		const chain = {
			arch: 'arm64',
			families: ['c8y'],
			avoid: ['ecs.c8y.large'],
		} as const;
		const [empty] = emptyOf({containers, chain});
		expect(empty?.limits.map(([reason]) => reason)).toEqual(['wrong-arch', 'avoided']);
		// Nobody who said nothing chose amd64.
		const [dear] = emptyOf({containers, chain: {priceCap: '0.01'}});
		expect(dear?.limits[0]?.[0]).toBe('over-price-cap');
		expect(dear?.limits.map(([reason]) => reason)).not.toContain('wrong-arch');
	});

	it('are prices that a currency lacks', () => {
		const input = {
			containers: one('2', '4'),
			chain: {targetPlaced: '99%'},
			currency: 'USD',
		} as const;
		const [limits = []] = limitsOf(input, USD_BOOK);
		// c6 twice, c7, g6, r6, c5 and sn1ne hold 2 vCPU and 4 GiB; i2 and e-c1m2 are picked only when named.
		expect(limits).toEqual([['no-price', 7]]);
	});

	it('is the architecture where somebody chose one', () => {
		const asked = {containers: one('2', '4'), chain: {targetPlaced: '99%', arch: 'arm64'}} as const;
		const [limits = []] = limitsOf(asked);
		expect(limits.map(([reason]) => reason)).toContain('wrong-arch');
		const unsaid = {...asked, chain: {targetPlaced: '99.99999999%'}};
		expect(limitsOf(unsaid).flat()).toEqual([]);
	});
});

describe('a chain for a pod with GPUs', () => {
	it('has GPU types alone, with as many GPUs', () => {
		const containers = [{cpu: '1', memory: '2Gi', gpu: 1}];
		expect(chainOf({containers}).useSpecs).toBe(
			'ecs.gn5i-c2g1.large,ecs.gn6i-c4g1.xlarge,ecs.gn5-c8g1.8xlarge',
		);
		expect(chainOf({containers: [{...containers[0], gpu: 4}]}).useSpecs).toBe(
			'ecs.gn5-c8g1.8xlarge',
		);
	});

	it('is chosen for an init container with a GPU too', () => {
		const {entries} = chainOf({containers: one('1', '2'), initContainers: [{gpu: 1}]});
		expect(entries.every(({gpu}) => gpu >= 1)).toBe(true);
	});
});

describe('a chain for a pod on spot', () => {
	const spot = {strategy: 'SpotAsPriceGo'} as const;

	it('goes by the price of spot', () => {
		// c7 is quoted at 0.078, the rest is assumed at a quarter: c6 at 0.0975. 2-4Gi is estimated at
		// 0.0983, less than g6 at 0.125, which 99.9 % needs as well.
		const {entries} = chainOf({containers: one('2', '4'), spot});
		expect(entries.map(({token}) => token)).toEqual([
			'ecs.c7.large',
			'ecs.c6.large',
			'2-4Gi',
			'ecs.g6.large',
		]);
		expect(hourOf(entries[0]?.spot?.rate)).toBe('0.078');
		expect(hourOf(entries[1]?.spot?.rate)).toBe('0.0975');
	});

	it('has no size that spot does not take', () => {
		const {rejected} = chainOf({containers: one('2', '5'), spot, ruleset: 'current'});
		expect(rejected.filter(({reason}) => reason === 'not-spot').map(({spec}) => spec)).toEqual(
			REGIONAL_SIZES.filter(([vcpu, gib]) => vcpu >= 2 && gib >= 5).map(
				([vcpu, gib]) => `${vcpu}-${gib}Gi`,
			),
		);
	});
});

describe('every chain that is chosen', () => {
	type Pick = typeof anyPick extends fc.Arbitrary<infer T> ? T : never;
	const anyPick = fc.record({
		containers: someContainers,
		ruleset: anyRuleset,
		isSpot: fc.boolean(),
		maxSpecs: fc.integer({min: 1, max: 5}),
		families: fc.oneof(
			{weight: 3, arbitrary: fc.constant([])},
			fc.subarray([...FAMILIES.keys()], {minLength: 1}),
		),
	});

	const picked = ({containers, ruleset, isSpot, maxSpecs, families}: Pick) => {
		const input: PlanInput = {
			containers,
			ruleset,
			spot: {strategy: isSpot ? 'SpotAsPriceGo' : 'none'},
			chain: {maxSpecs, families},
		};
		const {plan} = planned(input, HANGZHOU);
		if (!plan) throw new Error('not read');
		return {input, plan};
	};

	it('holds the pod with every entry, whichever of limits and requests is larger', () => {
		fc.assert(
			fc.property(anyPick, pick => {
				const {plan} = picked(pick);
				const {target, need} = plan.sizing.asked;
				for (const {vcpu, memoryGiB} of plan.chain.entries) {
					expect(vcpu * 1000).toBeGreaterThanOrEqual(Math.max(target.cpu, need.cpu));
					expect(memoryGiB * 2 ** 30).toBeGreaterThanOrEqual(Math.max(target.memory, need.memory));
				}
			}),
		);
	});

	it('is no longer than allowed, cheapest first', () => {
		fc.assert(
			fc.property(anyPick, pick => {
				const {entries} = picked(pick).plan.chain;
				expect(entries.length).toBeLessThanOrEqual(pick.maxSpecs);
				expect(entries.map(({rank}) => rank)).toEqual(entries.map((_, index) => index + 1));
				const rates = entries.map(({onDemand, spot}) =>
					pick.isSpot ? (spot?.rate ?? null) : onDemand,
				);
				for (const [index, rate] of rates.entries()) {
					const next = rates[index + 1];
					if (rate && next) expect(compareRates(rate, next)).toBeLessThanOrEqual(0);
				}
			}),
		);
	});

	it('can be written down and graded without a finding', () => {
		fc.assert(
			fc.property(anyPick, pick => {
				const {input, plan} = picked(pick);
				if (plan.chain.entries.length === 0) return;
				const {useSpecs} = plan.chain;
				const again = planned({...input, chain: {useSpecs: useSpecs.split(',')}}, HANGZHOU);
				expect(again.plan?.chain.useSpecs).toBe(useSpecs);
				// Of those only that one may be asked for by name.
				const kept = ['quantity-decimal-unit', 'chain-spot-left'];
				expect(rulesOf(again.diagnostics).filter(rule => rule !== 'spec-family-retired')).toEqual(
					rulesOf(plan.diagnostics).filter(rule => kept.includes(rule)),
				);
			}),
		);
	});

	it('has entries whenever a CPU-MEM size holds the pod', () => {
		fc.assert(
			fc.property(anyContainer, anyRuleset, (container, ruleset) => {
				const {plan} = planned({containers: [container], ruleset}, HANGZHOU);
				const {target} = plan?.sizing.asked ?? {};
				if (!plan || !target || target.cpu > 64_000 || target.memory > 512 * 2 ** 30) return;
				expect(plan.chain.entries).not.toEqual([]);
			}),
		);
	});
});

describe('a pod whose types have no price in the currency', () => {
	const input: PlanInput = {currency: 'USD', containers: [{cpu: '2', memory: '4Gi', gpu: 1}]};

	it('keeps the smallest type that fits, and says that its price is missing', () => {
		const {plan, diagnostics} = planned(input, USD_BOOK);
		expect(reasonsOf(input, USD_BOOK)).toEqual(['ecs.gn5i-c2g1.large smallest']);
		expect(plan?.quote.total).toBeNull();
		expect(plan?.quote.incomplete).toBe(true);
		expect(factsOf('price-missing', diagnostics)).toEqual([
			{what: 'ecs.gn5i-c2g1.large', region: 'cn-hangzhou', currency: 'USD'},
		]);
	});

	it('is impossible only where no type fits at all', () => {
		const {diagnostics} = planned({...input, containers: [{gpu: 8}]}, USD_BOOK);
		expect(rulesOf(diagnostics)).toContain('chain-empty');
	});
});

describe('what is known of one pod', () => {
	const WISHES: readonly PlanInput[] = [
		{},
		{chain: {maxSpecs: 1}},
		{chain: {pick: 'cheapest'}},
		{chain: {maxWaste: '0%'}},
		{chain: {avoid: ['ecs.c6.large']}},
		{chain: {pin: ['ecs.c6.xlarge']}},
		{chain: {inStock: {'ecs.c6.large': '1%'}}},
		{chain: {priceCap: '0.3'}},
		{chain: {generations: [7]}},
		{chain: {families: ['g6']}},
		{chain: {excludeFamilies: ['c6']}},
		{chain: {arch: 'arm64'}},
		{spot: {strategy: 'SpotAsPriceGo'}},
		{spot: {strategy: 'SpotWithPriceLimit', priceLimit: '0.1'}},
		{ruleset: 'current'},
	];
	const NEEDS = [one('2', '4'), one('1.9', '3.9'), one('1', '8'), one('4', '8')];
	const PODS = WISHES.flatMap(wish => NEEDS.map(containers => ({...wish, containers})));

	it.each([
		['before', PODS],
		['behind', PODS.toReversed()],
	])('changes nothing of another one %s it', (_order, pods) => {
		const shared = {...BOOK};
		for (const pod of pods) expect(planned(pod, shared)).toEqual(planned(pod, {...BOOK}));
	});
});
