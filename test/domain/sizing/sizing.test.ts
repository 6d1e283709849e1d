import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {ContainerInput, PlanInput} from '../../../source/domain/input/plan-input.ts';
import {
	decimal,
	fraction,
	multiply,
	subtract,
	toDecimal,
} from '../../../source/domain/units/fraction.ts';
import {toVcpu} from '../../../source/domain/units/quantity.ts';
import {anyRegion, anyRuleset, someContainers} from '../../helpers/arbitraries.ts';
import {
	BOOK,
	bookOf,
	factSizes,
	factsOf,
	hourOf,
	offer,
	planned,
	planOf,
	rulesOf,
	USD_BOOK,
} from '../../helpers/domain-fixtures.ts';

const CURRENT = 'current';
const HANGZHOU = 'cn-hangzhou';
const FRANKFURT = 'eu-central-1';
/** No ECS types: sizes alone. */
const SIZES_ONLY = bookOf([]);

const sizingOf = (input: PlanInput) => planOf(input, SIZES_ONLY).sizing;
const specOf = (input: PlanInput) => sizingOf(input).billed?.spec ?? null;

const one = (vcpu: string, gib: string): readonly ContainerInput[] => [
	{cpu: vcpu, memory: `${gib}Gi`},
];

// CNY an hour by the brief's prices per second: 0.000049 a vCPU, 0.00000613 a GiB.
const priceOf = (vcpu: number, gib: number): string =>
	toDecimal(
		multiply(
			fraction(Math.round(vcpu * 100) * 49_000 + Math.round(gib * 100) * 6130, 100),
			decimal('0.0000036'),
		),
		12,
	);

describe('the sizes of the facts', () => {
	const three = (ignore?: 'ignore'): readonly ContainerInput[] => [
		{cpu: '2', memory: '4Gi'},
		{cpu: '2', memory: '4Gi'},
		{
			cpu: '250m',
			memory: '512Mi',
			...(ignore && {env: {__ECI_RESOURCE_IGNORE__: 'TRUE'}}),
		},
	];

	// Facts §2.6, row by row.
	it.each<[string, readonly ContainerInput[], string | null, string, string]>([
		['2C 3G', one('2', '3'), '2-4Gi', '2-4Gi', '2-4Gi'],
		['7C 13G', one('7', '13'), null, '8-16Gi', '8-14Gi'],
		['2+2+0.25C, 4+4+0.5G', three(), null, '8-16Gi', '6-10Gi'],
		['the same without its sidecar', three('ignore'), null, '4-8Gi', '4-8Gi'],
		['3C 6G', one('3', '6'), '4-8Gi', '4-8Gi', '4-6Gi'],
		['0.5C 1.9G', one('500m', '1.9'), '0.5-2Gi', '0.5-2Gi', '0.5-2Gi'],
		['0.5+1C, 1+2G', [...one('500m', '1'), ...one('1', '2')], '2-4Gi', '2-4Gi', '2-4Gi'],
		['1C 9G', one('1', '9'), '2-16Gi', '2-16Gi', '2-10Gi'],
		['5C 20G', one('5', '20'), null, '8-32Gi', '6-20Gi'],
		['4C 64G', one('4', '64'), '8-64Gi', '8-64Gi', '8-64Gi'],
		['4.5C 9G', one('4500m', '9'), null, '8-16Gi', '6-10Gi'],
		['64C 512G', one('64', '512'), '64-512Gi', '64-512Gi', '64-512Gi'],
	])(
		'%s is billed as %s under 2020, %s today, %s in Hangzhou',
		(_, containers, then, now, there) => {
			expect([
				specOf({containers}),
				specOf({containers, ruleset: CURRENT, region: FRANKFURT}),
				specOf({containers, ruleset: CURRENT, region: HANGZHOU}),
			]).toEqual([then, now, there]);
		},
	);

	it('advises the spec to name where 2020 does not round', () => {
		const advice = (cpu: string, gib: string) =>
			factsOf('size-not-rounded', planOf({containers: one(cpu, gib)}, SIZES_ONLY).diagnostics);
		expect(advice('7', '13')).toEqual([{asked: {vcpu: 7, memoryGiB: 13}, suggestion: '8-16Gi'}]);
		expect(advice('4500m', '9')).toMatchObject([{suggestion: '8-16Gi'}]);
		expect(advice('5', '20')).toMatchObject([{suggestion: '8-32Gi'}]);
		expect(advice('8', '16')).toEqual([]);
	});

	// Facts §2.6: the cheapest size that holds the sum isn't the next one of the table.
	it.each([
		['52', '256', '64-256Gi', '52-384Gi', '0.707904'],
		['12', '60', '16-64Gi', '12-96Gi', '0.000576'],
		['24', '100', '32-128Gi', '24-192Gi', '0.001152'],
	])('advises %sC %sG to name %s, and warns of the trap %s', (cpu, gib, spec, trap, saved) => {
		const {diagnostics} = planOf({containers: one(cpu, gib)}, SIZES_ONLY);
		expect(factsOf('size-not-rounded', diagnostics)).toMatchObject([{suggestion: spec}]);
		expect(factsOf('size-trap', diagnostics)).toMatchObject([
			{billed: trap, cheaper: spec, savedPerHour: {amount: decimal(saved)}},
		]);
	});

	it('advises the cheapest size for a token that is not rounded', () => {
		const {diagnostics} = planned({chain: {useSpecs: ['52-256Gi']}}, SIZES_ONLY);
		expect(factsOf('spec-not-rounded', diagnostics)).toEqual([
			{token: '52-256Gi', suggestion: '64-256Gi'},
		]);
	});

	// Five containers without a size ask for 5 vCPU and 10 GiB.
	it('advises a spec that holds defaults too', () => {
		const plan = planOf({containers: [{}, {}, {}, {}, {}]}, SIZES_ONLY);
		expect(plan.sizing.billed).toBeNull();
		expect(factsOf('size-not-rounded', plan.diagnostics)).toEqual([
			{asked: {vcpu: 5, memoryGiB: 10}, suggestion: '8-16Gi'},
		]);
	});

	it('are refused beyond 64 vCPU or 512 GiB, in both rulesets', () => {
		for (const ruleset of ['2020', 'current'] as const)
			for (const [cpu, gib] of [
				['65', '1'],
				['64001m', '1'],
				['1', '513'],
				['2', '600'],
			] as const) {
				const {plan, diagnostics} = planned({containers: one(cpu, gib), ruleset});
				expect(factsOf('size-too-large', diagnostics)).toHaveLength(1);
				expect([plan?.sizing.billed, plan?.chain.entries]).toEqual([null, []]);
				expect(rulesOf(diagnostics)).not.toContain('size-not-rounded');
			}
	});
});

describe('a pod that says nothing', () => {
	it('is billed as 1-2Gi under 2020 and 2-4Gi today', () => {
		expect(specOf({})).toBe('1-2Gi');
		expect(specOf({ruleset: CURRENT})).toBe('2-4Gi');
	});
});

describe('what is asked and what is billed', () => {
	it('are told apart', () => {
		const {asked, billed, rounded, roundingRate} = sizingOf({containers: one('2', '3')});
		expect([toVcpu(asked.billing.cpu), asked.billing.memory / 2 ** 30]).toEqual([2, 3]);
		expect(billed).toMatchObject({spec: '2-4Gi', vcpu: 2, memoryGiB: 4});
		expect(rounded).toBe(true);
		// One GiB more: 0.00000613 × 3600.
		expect(hourOf(roundingRate)).toBe('0.022068');
	});

	it('are the same for a size of the table', () => {
		const plan = planOf({containers: one('2', '4'), chain: {pick: 'cheapest'}}, SIZES_ONLY);
		expect(plan.sizing).toMatchObject({rounded: false, roundingRate: null});
		expect(plan.diagnostics).toEqual([]);
	});

	it('are mentioned when they differ', () => {
		const input = {containers: one('2', '3'), chain: {pick: 'cheapest'}} as const;
		expect(planOf(input, SIZES_ONLY).diagnostics).toEqual([
			{
				rule: 'size-rounded',
				severity: 'info',
				facts: {asked: {vcpu: 2, memoryGiB: 3}, billed: '2-4Gi'},
			},
		]);
	});

	it('costs what the brief says', () => {
		const {billed} = sizingOf({containers: one('2', '3')});
		expect(billed?.rate?.perSecond).toEqual(decimal('0.00012252'));
		expect(hourOf(billed?.rate)).toBe('0.441072');
		const dollars = planOf({containers: one('2', '4'), currency: 'USD'}, USD_BOOK).sizing;
		expect(hourOf(dollars.billed?.rate)).toBe('0.069264');
	});

	it('warns where requests are larger than what 2020 bills', () => {
		const containers = [{requests: {cpu: '3', memory: '6Gi'}}];
		const plan = planOf({containers}, SIZES_ONLY);
		expect(plan.sizing.billed?.spec).toBe('1-2Gi');
		expect(factsOf('size-below-request', plan.diagnostics)).toEqual([
			{asked: {vcpu: 3, memoryGiB: 6}, billed: '1-2Gi'},
		]);
	});
});

describe('a rounding trap', () => {
	// Facts §2.6, with its prices.
	it.each([
		['12', '49', '12-96Gi', '4.235328', '16-64Gi', '4.234752'],
		['12', '64', '12-96Gi', '4.235328', '16-64Gi', '4.234752'],
		['24', '97', '24-192Gi', '8.470656', '32-128Gi', '8.469504'],
		['24', '128', '24-192Gi', '8.470656', '32-128Gi', '8.469504'],
		['52', '193', '52-384Gi', '17.646912', '64-256Gi', '16.939008'],
		['52', '256', '52-384Gi', '17.646912', '64-256Gi', '16.939008'],
	])(
		'%sC %sG is billed as %s at %s, dearer than %s at %s',
		(cpu, gib, spec, price, cheaper, less) => {
			const plan = planOf({containers: one(cpu, gib), ruleset: CURRENT}, SIZES_ONLY);
			expect(plan.sizing.billed?.spec).toBe(spec);
			expect(hourOf(plan.sizing.billed?.rate)).toBe(price);
			const [trap, ...more] = factsOf('size-trap', plan.diagnostics);
			expect(more).toEqual([]);
			expect(trap).toMatchObject({billed: spec, cheaper});
			expect(trap?.savedPerHour.amount).toEqual(subtract(decimal(price), decimal(less)));
			expect(plan.sizing.alternatives[0]?.spec).toBe(cheaper);
			expect(hourOf(plan.sizing.alternatives[0]?.rate)).toBe(less);
		},
	);

	it.each([
		['12', '48'],
		['12', '65'],
		['24', '96'],
		['24', '129'],
		['52', '192'],
		['52', '257'],
		['2', '4'],
	])('is none at %sC %sG', (cpu, gib) => {
		const {diagnostics} = planOf({containers: one(cpu, gib), ruleset: CURRENT}, SIZES_ONLY);
		expect(rulesOf(diagnostics)).not.toContain('size-trap');
	});

	// Just above each size of the table, the asks where the table jumps.
	it('is told exactly where another size that holds the pod costs less', () => {
		const micros = ([vcpu, gib]: readonly [number, number]) => vcpu * 49_000 + gib * 6130;
		for (const region of [FRANKFURT, HANGZHOU]) {
			const sizes = factSizes(CURRENT, region);
			for (const [vcpu, above] of sizes) {
				const fitting = sizes.filter(([cpu, memory]) => cpu >= vcpu && memory > above);
				const plan = planOf(
					{
						containers: [{cpu: `${vcpu * 1000}m`, memory: `${above * 1024 + 1}Mi`}],
						ruleset: CURRENT,
						region,
					},
					SIZES_ONLY,
				);
				const {billed} = plan.sizing;
				if (!billed) {
					expect(fitting).toEqual([]);
					continue;
				}
				const cheapest = Math.min(...fitting.map(micros));
				const isTrap = cheapest < micros([billed.vcpu, billed.memoryGiB]);
				expect([billed.spec, rulesOf(plan.diagnostics).includes('size-trap')]).toEqual([
					billed.spec,
					isTrap,
				]);
			}
		}
	});
});

describe('every pod', () => {
	it('is billed no less than it asks for, in both axes, as a size of the table', () => {
		fc.assert(
			fc.property(
				someContainers,
				anyRuleset,
				anyRegion,
				fc.boolean(),
				(containers, ruleset, region, isSpot) => {
					const strategy = isSpot ? 'SpotAsPriceGo' : 'none';
					const {plan} = planned({containers, ruleset, region, spot: {strategy}}, SIZES_ONLY);
					if (!plan) throw new Error('not read');
					const {asked, billed, rounded, roundingRate} = plan.sizing;
					const {cpu, memory} = asked.billing;
					const holding = factSizes(ruleset, region, isSpot).filter(
						([vcpu, gib]) => vcpu * 1000 >= cpu && gib * 2 ** 30 >= memory,
					);
					if (!billed) {
						const isExact = holding.some(
							([vcpu, gib]) => vcpu * 1000 === cpu && gib * 2 ** 30 === memory,
						);
						expect(holding.length === 0 || (ruleset === '2020' && cpu > 4000 && !isExact)).toBe(
							true,
						);
						return;
					}
					const {vcpu, memoryGiB} = billed;
					expect(holding).toContainEqual([vcpu, memoryGiB]);
					// No size with fewer vCPU holds it, and of its row none with less memory.
					expect(holding.filter(([less]) => less < vcpu)).toEqual([]);
					expect(holding.filter(([same, less]) => same === vcpu && less < memoryGiB)).toEqual([]);
					expect(rounded).toBe(vcpu * 1000 > cpu || memoryGiB * 2 ** 30 > memory);
					expect(roundingRate !== null).toBe(rounded);
					expect(hourOf(billed.rate)).toBe(priceOf(vcpu, memoryGiB));
				},
			),
			{numRuns: 400},
		);
	});

	it('pays for what was asked and for the rounding, and for nothing else', () => {
		fc.assert(
			fc.property(someContainers, anyRegion, (containers, region) => {
				const {plan} = planned({containers, ruleset: CURRENT, region}, SIZES_ONLY);
				const billed = plan?.sizing.billed;
				if (!plan || !billed?.rate) return;
				const {cpu, memory} = plan.sizing.asked.billing;
				const micros = multiply(fraction(cpu, 1000), decimal('0.000049'));
				const bytes = multiply(fraction(memory, 2 ** 30), decimal('0.00000613'));
				const rounding = plan.sizing.roundingRate?.perSecond ?? fraction(0);
				expect(subtract(subtract(billed.rate.perSecond, micros), bytes)).toEqual(rounding);
			}),
		);
	});

	// Above 4 vCPU 2020 rounds nothing, so there may be no size to compare.
	it('is never billed smaller for one container more', () => {
		const sizeOf = (input: PlanInput) => {
			const billed = planned(input, SIZES_ONLY).plan?.sizing.billed;
			return billed ? billed.vcpu * 1000 + billed.memoryGiB : null;
		};
		fc.assert(
			fc.property(
				someContainers,
				someContainers,
				anyRuleset,
				anyRegion,
				(some, more, ruleset, region) => {
					const before = sizeOf({containers: some, ruleset, region});
					const after = sizeOf({containers: [...some, ...more], ruleset, region});
					if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before);
					if (before === null && ruleset === CURRENT) expect(after).toBeNull();
				},
			),
			{numRuns: 400},
		);
	});
});

describe('other specs that hold the pod', () => {
	it('come cheapest first, without the one that is billed', () => {
		const {billed, alternatives} = planOf({containers: one('2', '3')}).sizing;
		expect(billed?.spec).toBe('2-4Gi');
		const hours = alternatives.map(({rate}) => Number(hourOf(rate)));
		expect(hours).toEqual(hours.toSorted((a, b) => a - b));
		expect(alternatives.map(({spec}) => spec)).not.toContain('2-4Gi');
		expect(alternatives.map(({spec}) => spec)).toContain('ecs.c6.large');
	});

	it('leave out what is given but too small for the pod', () => {
		const useSpecs = ['4-8Gi', '2-4Gi', 'ecs.c6.large', 'ecs.c6.xlarge'];
		const {alternatives} = planOf({containers: one('4', '8'), chain: {useSpecs}}).sizing;
		expect(alternatives.map(({spec}) => spec)).toEqual(['ecs.c6.xlarge', '4-16Gi']);
	});

	it('come last where they have no price', () => {
		const book = bookOf([
			offer('ecs.c5.2xlarge', 8, 16, '2'),
			offer('ecs.c6.2xlarge', 8, 16, null),
			offer('ecs.g6.2xlarge', 8, 32, '1'),
		]);
		const useSpecs = ['2-4Gi', 'ecs.c6.2xlarge', 'ecs.c5.2xlarge', 'ecs.g6.2xlarge'];
		const {alternatives} = planOf({chain: {useSpecs}}, book).sizing;
		expect(alternatives.map(({spec, rate}) => [spec, hourOf(rate)])).toEqual([
			['1-2Gi', '0.220536'],
			['1-4Gi', '0.264672'],
			['ecs.g6.2xlarge', '1'],
			['ecs.c5.2xlarge', '2'],
			['ecs.c6.2xlarge', null],
		]);
	});

	it('hold the pod, always', () => {
		fc.assert(
			fc.property(someContainers, anyRuleset, (containers, ruleset) => {
				const {plan} = planned({containers, ruleset}, BOOK);
				if (!plan) throw new Error('not read');
				const {asked, alternatives} = plan.sizing;
				expect(alternatives.length).toBeLessThanOrEqual(5);
				for (const {vcpu, memoryGiB} of alternatives) {
					expect(vcpu * 1000).toBeGreaterThanOrEqual(asked.target.cpu);
					expect(memoryGiB * 2 ** 30).toBeGreaterThanOrEqual(asked.target.memory);
				}
			}),
		);
	});
});

describe('a pod whose chain is given', () => {
	it('is billed as its first entry', () => {
		const sizing = sizingOf({
			containers: one('1', '2'),
			chain: {useSpecs: ['2-3Gi', '4-8Gi']},
		});
		expect(sizing).toMatchObject({billed: {spec: '2-4Gi'}, rounded: true, roundingRate: null});
	});

	it('is not rounded up where the entry is smaller than the pod', () => {
		const sizing = sizingOf({containers: one('2', '4'), chain: {useSpecs: ['1-2Gi']}});
		expect(sizing).toMatchObject({billed: {spec: '1-2Gi'}, rounded: false});
	});

	it('is billed as nothing where ECI knows no entry', () => {
		expect(sizingOf({chain: {useSpecs: ['ecs.c9.large']}}).billed).toBeNull();
	});

	it('gets the price of the ECS type behind it', () => {
		const {billed} = planOf({chain: {useSpecs: ['ecs.c6.xlarge']}}).sizing;
		expect(hourOf(billed?.rate)).toBe('0.78');
	});
});

// Ten tenths are one: no byte is rounded up ten times.
describe('a sum of parts of a GiB', () => {
	it('is exact', () => {
		for (const ruleset of ['2020', CURRENT] as const) {
			const containers = Array.from({length: 10}, () => ({cpu: '50m', memory: '0.1Gi'}));
			const {asked, billed} = planOf({containers, ruleset}).sizing;
			expect(asked.billing).toEqual({cpu: 500, memory: 2 ** 30});
			expect(asked.need).toEqual({cpu: 500, memory: 2 ** 30});
			expect(billed?.spec).toBe('0.5-1Gi');
		}
	});

	it('is rounded up once', () => {
		const containers = [{memory: '0.1Gi'}, {memory: '0.1Gi'}];
		expect(planOf({containers}).sizing.asked.billing.memory).toBe(214748365);
	});
});

describe('a pod with a GPU', () => {
	it('is billed as an ECS type with as many', () => {
		const plan = planOf({containers: [{cpu: '4', memory: '14Gi', gpu: 1}]});
		expect(plan.sizing.billed?.spec).toBe('ecs.gn6i-c4g1.xlarge');
		expect(hourOf(plan.sizing.billed?.rate)).toBe('11.63');
		const four = planOf({containers: [{cpu: '4', memory: '14Gi', gpu: 4}]});
		expect(four.sizing.billed?.spec).toBe('ecs.gn5-c8g1.8xlarge');
	});
});

// No CPU-MEM size runs Arm: the cheapest Arm type of the list bills the pod, at ¥0.3 an hour.
describe('a pod for Arm', () => {
	it('is billed as an Arm type', () => {
		const {sizing} = planOf({containers: one('1', '2'), chain: {arch: 'arm64'}});
		expect(sizing.billed).toMatchObject({spec: 'ecs.c8y.large', vcpu: 2, memoryGiB: 4});
		expect(hourOf(sizing.billed?.rate)).toBe('0.3');
		expect(sizing.alternatives).toEqual([]);
	});
});

describe('a pod on spot', () => {
	it('is sized by the table of spot', () => {
		const spot = {strategy: 'SpotAsPriceGo'} as const;
		expect(specOf({containers: one('1', '2'), spot})).toBe('2-2Gi');
		expect(specOf({containers: one('7', '13'), spot, ruleset: CURRENT})).toBe('8-16Gi');
		expect(specOf({containers: one('2', '1'), spot, ruleset: CURRENT})).toBe('2-2Gi');
	});
});
