import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {toNumber} from '../../../source/domain/units/fraction.ts';
import {anyRuleset, anyToken} from '../../helpers/arbitraries.ts';
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
	rulesOf,
	summaryOf,
	USD_BOOK,
} from '../../helpers/domain-fixtures.ts';

const PATH = 'chain.useSpecs';

const chainInput = (useSpecs: string, more: PlanInput = {}): PlanInput => ({
	...more,
	chain: {...more.chain, useSpecs: useSpecs.split(',')},
});

const given = (useSpecs: string, more: PlanInput = {}) => planned(chainInput(useSpecs, more));
const findings = (useSpecs: string, more: PlanInput = {}) =>
	summaryOf(given(useSpecs, more).diagnostics);
const chainOf = (useSpecs: string, more: PlanInput = {}) =>
	planOf(chainInput(useSpecs, more)).chain;

const spot = {strategy: 'SpotAsPriceGo'} as const;
const gpu = {containers: [{gpu: 4}]};

describe('a chain that somebody writes', () => {
	it('keeps its order, with what each entry is billed as and costs', () => {
		const chain = chainOf('2-4Gi,4-8Gi,ecs.c6.xlarge');
		expect(chain.given).toBe(true);
		expect(chain.useSpecs).toBe('2-4Gi,4-8Gi,ecs.c6.xlarge');
		// Facts §3.6: ¥0.441, ¥0.882 and ¥0.78 an hour.
		expect(
			chain.entries.map(({rank, token, billedAs, vcpu, memoryGiB, onDemand, reason}) => [
				rank,
				token,
				billedAs,
				vcpu,
				memoryGiB,
				hourOf(onDemand),
				reason,
			]),
		).toEqual([
			[1, '2-4Gi', '2-4Gi', 2, 4, '0.441072', 'given'],
			[2, '4-8Gi', '4-8Gi', 4, 8, '0.882144', 'given'],
			[3, 'ecs.c6.xlarge', 'ecs.c6.xlarge', 4, 8, '0.78', 'given'],
		]);
	});

	it('may have blanks after its commas', () => {
		const annotations = {'k8s.aliyun.com/eci-use-specs': '2-4Gi, 4-8Gi,  ecs.c6.xlarge '};
		const plan = planOf({pod: {annotations}});
		expect(plan.chain.useSpecs).toBe('2-4Gi,4-8Gi,ecs.c6.xlarge');
		expect(chainOf(' 2-4Gi ,\t4-8Gi').useSpecs).toBe('2-4Gi,4-8Gi');
	});

	it('has five entries at most', () => {
		const five = '1-2Gi,2-4Gi,4-8Gi,8-16Gi,16-32Gi';
		expect(findings(five)).toEqual([]);
		for (const ruleset of ['2020', 'current'] as const) {
			const {plan, diagnostics} = given(`${five},32-64Gi`, {ruleset});
			expect(plan).toBeNull();
			expect(diagnostics).toMatchObject([
				{rule: 'spec-too-many', severity: 'error', facts: {count: 6, maximum: 5}, path: PATH},
			]);
		}
	});

	it('names an entry once', () => {
		const {plan, diagnostics} = given('2-4Gi,ecs.c6.large,2.0-4.0Gi,ecs.c6.large');
		expect(plan?.chain.useSpecs).toBe('2-4Gi,ecs.c6.large');
		expect(factsOf('spec-duplicate', diagnostics)).toEqual([
			{token: '2-4Gi'},
			{token: 'ecs.c6.large'},
		]);
		expect(summaryOf(diagnostics)).toContain(`spec-duplicate warning ${PATH}`);
	});

	it('is refused with every entry that is no spec', () => {
		const {plan, diagnostics} = given('2-4Gi,eci-gpu-P100-4,2-4G,ecs.c6,');
		expect(plan).toBeNull();
		expect(summaryOf(diagnostics)).toEqual(Array(4).fill(`spec-invalid error ${PATH}`));
		expect(factsOf('spec-invalid', diagnostics)).toEqual([
			{token: 'eci-gpu-P100-4', problem: {reason: 'gpu-prefix', suggestion: 'ecigpu-P100-4'}},
			{token: '2-4G', problem: {reason: 'memory-unit', suggestion: '2-4Gi'}},
			{token: 'ecs.c6', problem: {reason: 'family-only', suggestion: 'ecs.c6.large'}},
			{token: '', problem: {reason: 'empty'}},
		]);
	});

	it('is not written at all when the list is empty', () => {
		expect(planOf({chain: {useSpecs: []}}).chain.given).toBe(false);
	});
});

describe('an entry off the table', () => {
	it('is billed as the size it is rounded up to', () => {
		const {plan, diagnostics} = given('2-3Gi,0.5-1.9Gi');
		expect(plan?.chain.entries.map(({token, billedAs}) => [token, billedAs])).toEqual([
			['2-3Gi', '2-4Gi'],
			['0.5-1.9Gi', '0.5-2Gi'],
		]);
		expect(plan?.chain.useSpecs).toBe('2-3Gi,0.5-1.9Gi');
		expect(factsOf('spec-rounded', diagnostics)).toEqual([
			{token: '2-3Gi', billed: '2-4Gi'},
			{token: '0.5-1.9Gi', billed: '0.5-2Gi'},
		]);
	});

	it.each([
		['7-13Gi', '8-14Gi', '8-16Gi'],
		['5-20Gi', '6-20Gi', '8-32Gi'],
	])(
		'%s is %s today in Hangzhou, %s elsewhere and nothing under 2020',
		(token, there, elsewhere) => {
			const billed = (more: PlanInput) => chainOf(token, more).entries[0]?.billedAs;
			expect(billed({ruleset: 'current'})).toBe(there);
			expect(billed({ruleset: 'current', region: 'eu-central-1'})).toBe(elsewhere);
			const {plan, diagnostics} = given(token);
			expect(plan?.chain).toMatchObject({entries: [], useSpecs: token});
			expect(diagnostics).toMatchObject([
				{rule: 'spec-not-rounded', severity: 'warning', facts: {token, suggestion: elsewhere}},
			]);
		},
	);

	it.each(['65-64Gi', '64-513Gi', '2-600Gi', '1234-4Gi'])(
		'%s is more than a pod can have',
		token => {
			const {plan, diagnostics} = given(`2-4Gi,${token}`);
			expect(plan?.chain.entries.map(entry => entry.token)).toEqual(['2-4Gi']);
			expect(factsOf('spec-too-large', diagnostics)).toEqual([
				{token, largest: {vcpu: 64, memoryGiB: 512}},
			]);
			expect(summaryOf(diagnostics)).toEqual([`spec-too-large error ${PATH}`]);
		},
	);
});

describe('an entry that ECI may not know', () => {
	it('stays in the annotation, with the type that was probably meant', () => {
		const {plan, diagnostics} = given('2-4Gi,ecs.c6.xlage');
		expect(plan?.chain.useSpecs).toBe('2-4Gi,ecs.c6.xlage');
		expect(plan?.chain.entries.map(({token}) => token)).toEqual(['2-4Gi']);
		expect(diagnostics).toMatchObject([
			{
				rule: 'spec-type-unknown',
				severity: 'warning',
				facts: {
					type: 'ecs.c6.xlage',
					region: 'cn-hangzhou',
					isFamilySold: true,
					suggestion: 'ecs.c6.xlarge',
				},
				path: PATH,
			},
		]);
	});

	it('stays in the annotation when its family is none that ECI runs', () => {
		const {plan, diagnostics} = given('2-4Gi,ecs.ebmc6.26xlarge');
		expect(plan?.chain.useSpecs).toBe('2-4Gi,ecs.ebmc6.26xlarge');
		expect(factsOf('spec-family-unsupported', diagnostics)).toEqual([{type: 'ecs.ebmc6.26xlarge'}]);
	});

	it('is kept with a warning when only the list of 2021 has its family', () => {
		expect(findings('ecs.n4.large,2-4Gi')).toEqual([`spec-family-retired warning ${PATH}`]);
		expect(findings('ecs.e-c1m2.large,2-4Gi')).toEqual([]);
	});

	it('is kept with a warning when it has more than 64 vCPU', () => {
		const {plan, diagnostics} = given('ecs.c6.26xlarge');
		expect(plan?.chain.entries).toHaveLength(1);
		expect(factsOf('spec-over-limit', diagnostics)).toEqual([
			{token: 'ecs.c6.26xlarge', vcpu: 104, largest: 64},
		]);
	});
});

describe('a GPU among other entries', () => {
	// The brief's own example.
	const EXAMPLE = '2-4Gi,4-8Gi,ecs.c6.xlarge,ecigpu-P100-4';

	it('is a warning under 2020 and an error today', () => {
		expect(findings(EXAMPLE, gpu)).toContain(`spec-mixed-gpu warning ${PATH}`);
		expect(findings(EXAMPLE, {...gpu, ruleset: 'current'})).toContain(
			`spec-mixed-gpu error ${PATH}`,
		);
		expect(factsOf('spec-mixed-gpu', given(EXAMPLE, gpu).diagnostics)).toEqual([
			{tokens: ['ecigpu-P100-4']},
		]);
	});

	it('is the same for an ECS type with GPUs', () => {
		expect(findings('ecs.gn5-c8g1.8xlarge,2-4Gi', gpu)).toContain(`spec-mixed-gpu warning ${PATH}`);
	});

	it('is fine beside its own kind', () => {
		expect(findings('ecigpu-P100-4,ecs.gn5-c8g1.8xlarge', gpu)).toEqual([]);
	});

	it('is billed as the type behind it', () => {
		const [entry] = chainOf('ecigpu-P100-4', gpu).entries;
		expect(entry).toMatchObject({
			token: 'ecigpu-P100-4',
			billedAs: 'ecs.gn5-c8g1.8xlarge',
			vcpu: 32,
			memoryGiB: 240,
			gpu: 4,
		});
		expect(hourOf(entry?.onDemand)).toBe('61.57');
	});

	// Facts, conflict 5: the form is gone today; P100 ×4 is gn5-c8g1.8xlarge.
	it('has given way to the ECS type behind it', () => {
		const type = 'ecs.gn5-c8g1.8xlarge';
		expect(findings('ecigpu-P100-4', {...gpu, ruleset: 'current'})).toEqual([
			`spec-gpu-form warning ${PATH}`,
		]);
		const {diagnostics} = given('ecigpu-P100-4', {...gpu, ruleset: 'current'});
		expect(factsOf('spec-gpu-form', diagnostics)).toEqual([{token: 'ecigpu-P100-4', type}]);
		expect(findings('ecigpu-P100-4', gpu)).toEqual([]);
	});

	it('needs a container that asks for GPUs', () => {
		for (const ruleset of ['2020', 'current'] as const)
			expect(findings('ecs.gn5i-c2g1.large', {ruleset})).toEqual([
				`gpu-limit-missing error ${PATH}`,
			]);
	});
});

describe('GPUs that a container asks for', () => {
	it('are too many when no entry has as many', () => {
		const {diagnostics} = given('ecs.gn5i-c2g1.large,ecs.gn6i-c4g1.xlarge', {
			containers: [{gpu: 2}],
		});
		expect(summaryOf(diagnostics)).toContain(`gpu-too-few error ${PATH}`);
		expect(factsOf('gpu-too-few', diagnostics)).toEqual([
			{asked: 2, token: 'ecs.gn5i-c2g1.large'},
			{asked: 2, token: 'ecs.gn6i-c4g1.xlarge'},
		]);
		expect(findings('2-4Gi', {containers: [{gpu: 1}]})).toEqual([`gpu-too-few error ${PATH}`]);
	});

	// A18: more than the GPUs of every listed type. Facts §3.7: T4 ×1 at 11.63, P100 ×4 at 61.57 an hour.
	it('keep the pod off an entry with fewer, and its bill too', () => {
		const plan = planOf(
			chainInput('ecs.gn6i-c4g1.xlarge,ecs.gn5-c8g1.8xlarge', {containers: [{gpu: 2}]}),
		);
		expect(factsOf('gpu-entry-short', plan.diagnostics)).toEqual([
			{asked: 2, token: 'ecs.gn6i-c4g1.xlarge'},
		]);
		expect(rulesOf(plan.diagnostics)).not.toContain('gpu-too-few');
		expect(plan.sizing.billed?.spec).toBe('ecs.gn5-c8g1.8xlarge');
		expect(plan.quote.lines.map(({spec}) => spec)).toEqual(['ecs.gn5-c8g1.8xlarge']);
		expect(amountOf(plan.quote.total?.perHour)).toBe('61.57');
	});

	it('may be too many for an entry of which nothing is known', () => {
		const plan = planOf(
			chainInput('ecs.gn6i-c4g1.xlarge,ecs.gn6i-c99g1.xlarge', {containers: [{gpu: 2}]}),
		);
		expect(rulesOf(plan.diagnostics)).toContain('gpu-entry-short');
		expect(plan.sizing.billed).toBeNull();
	});
});

describe('Arm and local disks', () => {
	it.each([
		['ecs.c8y.large,ecs.c6.large', 'arm', 'ecs.c8y.large'],
		['2-4Gi,ecs.c8y.large', 'arm', 'ecs.c8y.large'],
		['ecs.i2.xlarge,4-32Gi', 'local-disk', 'ecs.i2.xlarge'],
	])('%s mixes %s entries with others, an error in both rulesets', (useSpecs, kind, token) => {
		for (const ruleset of ['2020', 'current'] as const) {
			const {diagnostics} = given(useSpecs, {ruleset});
			expect(summaryOf(diagnostics)).toContain(`spec-mixed-kind error ${PATH}`);
			expect(factsOf('spec-mixed-kind', diagnostics)).toEqual([{kind, tokens: [token]}]);
		}
	});

	it('stand alone or with their own kind', () => {
		expect(findings('ecs.i2.xlarge')).toEqual([]);
		expect(findings('ecs.c8y.large', {chain: {arch: 'arm64'}})).toEqual([]);
	});

	it('make the workload one for Arm where nobody says', () => {
		expect(planOf(chainInput('ecs.c8y.large')).request.chain.arch).toBe('arm64');
		expect(planOf(chainInput('ecs.c6.large')).request.chain.arch).toBe('amd64');
		expect(findings('ecs.c8y.large')).toEqual([]);
	});

	it('are told from what the workload is for', () => {
		for (const [tokens, asked, runs] of [
			['ecs.c8y.large', 'amd64', 'arm64'],
			['ecs.c6.large', 'arm64', 'amd64'],
			['2-4Gi', 'arm64', 'amd64'],
		] as const) {
			const {diagnostics} = given(tokens, {chain: {arch: asked}});
			expect(summaryOf(diagnostics)).toEqual([`spec-other-arch warning ${PATH}`]);
			expect(factsOf('spec-other-arch', diagnostics)).toEqual([{tokens: [tokens], asked, runs}]);
		}
	});
});

describe('the order of a chain', () => {
	it('is worth a note where a later entry is cheaper', () => {
		const {diagnostics} = given('2-4Gi,4-8Gi,ecs.c6.xlarge');
		expect(diagnostics).toMatchObject([
			{
				rule: 'spec-dearer-first',
				severity: 'info',
				facts: {token: '4-8Gi', cheaper: 'ecs.c6.xlarge'},
				path: PATH,
			},
		]);
	});

	it('is fine from cheap to dear', () => {
		expect(findings('ecs.c6.large,2-4Gi,ecs.c6.xlarge,4-8Gi')).toEqual([]);
	});
});

describe('an entry that is too small for the pod', () => {
	const containers = [
		{cpu: '2', memory: '4Gi', requests: {cpu: '2'}},
		{cpu: '1', memory: '3Gi'},
	];

	it('is a warning, entry by entry', () => {
		const {diagnostics} = given('2-4Gi,4-8Gi,ecs.c6.large', {containers});
		expect(summaryOf(diagnostics)).toContain(`spec-too-small warning ${PATH}`);
		const asked = {vcpu: 3, memoryGiB: 7};
		expect(factsOf('spec-too-small', diagnostics)).toEqual([
			{token: '2-4Gi', asked},
			{token: 'ecs.c6.large', asked},
		]);
	});

	it('is no place for the pod, and costs nothing that the pod could pay', () => {
		// Sizes are in stock with 95 %, and only 4-8Gi holds 3 vCPU and 7 GiB: ¥0.882144 an hour.
		const chain = chainOf('2-4Gi,4-8Gi,ecs.c6.large', {containers});
		expect(toNumber(chain.odds.placed)).toBe(0.95);
		expect(hourOf(chain.expected)).toBe('0.882144');
		expect(hourOf(chain.worst)).toBe('0.882144');
		expect(chain.entries.map(({stock}) => stock.basis)).toEqual(['unfit', 'assumed', 'unfit']);
	});

	it('is worse than any chain that holds the pod', () => {
		const small = planOf(chainInput('2-4Gi,ecs.c6.large', {containers}));
		expect(toNumber(small.chain.odds.placed)).toBe(0);
		expect(small.chain.expected).toBeNull();
		for (const {vcpu, memoryGiB} of small.proposal?.entries ?? [])
			expect([vcpu >= 3, memoryGiB >= 7]).toEqual([true, true]);
		expect(small.proposal?.entries.length).toBeGreaterThan(0);
	});

	it('is never advised to come first for its price', () => {
		expect(rulesOf(given('4-8Gi,ecs.c6.large', {containers}).diagnostics)).not.toContain(
			'spec-dearer-first',
		);
	});

	it('counts as no place with too few GPUs either', () => {
		const chain = chainOf('ecs.gn6i-c4g1.xlarge,ecigpu-P100-4', gpu);
		expect(chain.entries.map(({stock}) => stock.basis)).toEqual(['unfit', 'assumed']);
	});

	it('is none where the containers say nothing', () => {
		expect(findings('0.25-0.5Gi', {containers: [{}, {}]})).toEqual([]);
		expect(findings('2-4Gi', {containers: [{cpu: '2', memory: '4Gi'}, {}]})).toEqual([]);
	});

	it('is told from what the requests need', () => {
		const requests = {cpu: '4', memory: '8Gi'};
		expect(rulesOf(given('2-4Gi', {containers: [{requests}]}).diagnostics)).toEqual([
			'spec-too-small',
		]);
	});
});

describe('pins and avoided specs beside a chain of one’s own', () => {
	const containers = [{cpu: '2', memory: '4Gi'}];
	const asked = (useSpecs: string, chain: PlanInput['chain']) =>
		given(useSpecs, {containers, chain: {...chain, targetPlaced: '80%'}});

	it('are what the better chain is made to', () => {
		const {plan, diagnostics} = asked('ecs.c6.large,2-4Gi', {
			pin: ['ecs.r6.large'],
			avoid: ['2-4Gi'],
		});
		const proposed = plan?.proposal?.entries.map(({token}) => token);
		expect(proposed).toContain('ecs.r6.large');
		expect(proposed).not.toContain('2-4Gi');
		expect(factsOf('pin-missing', diagnostics)).toEqual([{token: 'ecs.r6.large', problem: null}]);
		expect(factsOf('avoided-named', diagnostics)).toEqual([{token: '2-4Gi'}]);
		expect(summaryOf(diagnostics)).toContain('pin-missing warning chain.pin');
		expect(summaryOf(diagnostics)).toContain('avoided-named warning chain.avoid');
	});

	it('say nothing about a chain that is as they ask', () => {
		const {diagnostics} = asked('ecs.c6.large', {pin: ['ecs.c6.large'], avoid: ['2-4Gi']});
		expect(rulesOf(diagnostics)).toEqual([]);
	});

	it('tell why nothing can have a pinned spec', () => {
		const {plan, diagnostics} = asked('ecs.c6.large', {pin: ['ecs.ic5.large']});
		expect(factsOf('pin-missing', diagnostics)).toEqual([
			{token: 'ecs.ic5.large', problem: 'too-small'},
		]);
		expect(plan?.chain.useSpecs).toBe('ecs.c6.large');
	});

	it('know an entry by what it is billed as', () => {
		const {diagnostics} = asked('2-3Gi', {avoid: ['2-4Gi']});
		expect(factsOf('avoided-named', diagnostics)).toEqual([{token: '2-4Gi'}]);
	});
});

describe('a rounding trap in a chain', () => {
	// Facts §2.6: 52-384 costs ¥17.646912 an hour, 64-256 only ¥16.939008; 12-96 ¥4.235328, 16-64 ¥4.234752.
	it.each([
		['52-384Gi', {cpu: '52', memory: '200Gi'}, '64-256Gi', '0.707904'],
		['12-96Gi', {cpu: '12', memory: '64Gi'}, '16-64Gi', '0.000576'],
	])('is named for %s where the pod leaves it open', (token, container, cheaper, saved) => {
		const useSpecs = `${token},ecs.r6.large`;
		const {diagnostics} = given(useSpecs, {containers: [container]});
		const [trap, ...more] = factsOf('size-trap', diagnostics);
		expect(more).toEqual([]);
		expect(trap).toMatchObject({billed: token, cheaper, useSpecs: `${cheaper},ecs.r6.large`});
		expect(amountOf(trap?.savedPerHour)).toBe(saved);
		expect(summaryOf(diagnostics)).toContain(`size-trap info ${PATH}`);
	});

	it('is named for a size that is rounded', () => {
		const {diagnostics} = given('52-200Gi', {ruleset: 'current'});
		expect(factsOf('size-trap', diagnostics)).toMatchObject([{cheaper: '64-256Gi'}]);
	});

	it('is none where nothing cheaper holds what is asked', () => {
		expect(rulesOf(given('52-384Gi').diagnostics)).not.toContain('size-trap');
		const large = {containers: [{cpu: '52', memory: '300Gi'}]};
		expect(rulesOf(given('52-384Gi', large).diagnostics)).not.toContain('size-trap');
	});

	it('is a matter of order alone where the chain has the other size', () => {
		const containers = [{cpu: '52', memory: '200Gi'}];
		expect(rulesOf(given('52-384Gi,64-256Gi', {containers}).diagnostics)).toEqual([
			'spec-dearer-first',
		]);
	});
});

describe('a chain on spot', () => {
	it.each(['0.25-0.5Gi', '0.5-1Gi', '1-2Gi', '0.3-0.5Gi'])(
		'bills %s as 2-2Gi, with a warning',
		token => {
			for (const ruleset of ['2020', 'current'] as const) {
				const {plan, diagnostics} = given(token, {spot, ruleset});
				expect(plan?.chain.entries[0]?.billedAs).toBe('2-2Gi');
				expect(factsOf('spot-small-spec', diagnostics)).toEqual([{token, billed: '2-2Gi'}]);
				expect(summaryOf(diagnostics)).toContain(`spot-small-spec warning ${PATH}`);
			}
		},
	);

	// 0.25 vCPU and 0.5 GiB on demand: (0.25 × 0.000049 + 0.5 × 0.00000613) × 3600; ic5.large at a quarter.
	it('costs what each way of paying bills, whichever is chosen', () => {
		for (const strategy of ['none', 'SpotAsPriceGo'] as const) {
			const {quote, sizing} = planOf(chainInput('0.25-0.5Gi', {spot: {strategy}}));
			expect(
				quote.comparison.map(({name, spec, perHour}) => [name, spec, amountOf(perHour)]),
			).toEqual([
				['on-demand', '0.25-0.5Gi', '0.055134'],
				['spot', '2-2Gi', '0.1475'],
			]);
			expect(quote.spec).toBe('0.25-0.5Gi');
			expect(amountOf(quote.total?.perHour)).toBe('0.055134');
			// 0.25 vCPU at 0.1764 and 0.5 GiB at 0.022068 an hour, for 730 hours.
			expect(quote.lines.map(({amount}) => amountOf(amount))).toEqual(['32.193', '8.05482']);
			expect(sizing.billed?.spec).toBe(strategy === 'none' ? '0.25-0.5Gi' : '2-2Gi');
		}
	});

	it('refuses a size that only some regions sell', () => {
		const {diagnostics} = given('8-14Gi', {spot, ruleset: 'current'});
		expect(diagnostics).toMatchObject([
			{
				rule: 'spot-size-unavailable',
				severity: 'error',
				facts: {token: '8-14Gi', billed: '8-16Gi'},
				path: PATH,
			},
			{rule: 'chain-spot-left'},
		]);
	});

	// What is no size anywhere is rounded by the table of spot, in every region alike.
	it('rounds what is off the table to a size of spot', () => {
		for (const region of ['cn-hangzhou', 'eu-central-1']) {
			const {plan, diagnostics} = given('7-13Gi', {spot, ruleset: 'current', region});
			expect(plan?.chain.entries[0]?.billedAs).toBe('8-16Gi');
			expect(diagnostics).toMatchObject([
				{rule: 'spec-rounded', facts: {token: '7-13Gi', billed: '8-16Gi'}},
				{rule: 'chain-spot-left'},
			]);
		}
	});

	it('takes the sizes of spot as they are', () => {
		const left = ['chain-spot-left info chain'];
		expect(findings('2-2Gi,24-48Gi', {spot})).toEqual(left);
		expect(findings('24-24Gi', {spot, ruleset: 'current'})).toEqual(left);
	});
});

describe('an entry of which only the name is known', () => {
	const oddsOf = (useSpecs: string, more: PlanInput = {}) => {
		const {odds, expected, worst} = chainOf(useSpecs, more);
		return [toNumber(odds.placed), hourOf(expected), hourOf(worst)];
	};

	it('is taken to be in stock as its family is, at an unknown price', () => {
		// 1 − 0.2 × 0.05
		expect(oddsOf('2-4Gi,ecs.c7.nothing')).toEqual([0.99, null, null]);
		const both = toNumber(chainOf('ecs.c7.large,ecs.c7.nothing').odds.placed);
		const apart = toNumber(chainOf('ecs.c7.large,ecs.c6.nothing').odds.placed);
		// Two types of one family run out together more often than two of different generations: 1 − 0.2².
		expect(both).toBeLessThan(apart);
		expect(apart).toBeCloseTo(0.96, 12);
	});

	it('has the stock that is given for it', () => {
		const sure = {chain: {inStock: {'ecs.c7.nothing': '50%'}}};
		expect(oddsOf('2-4Gi,ecs.c7.nothing', sure)).toEqual([0.975, null, null]);
	});

	it('costs nothing where it is never in stock', () => {
		const never = {chain: {inStock: {'ecs.c7.nothing': '0'}}};
		for (const [useSpecs, more] of [
			['ecs.c7.nothing,2-4Gi', never],
			['ecs.ebmc6.26xlarge,2-4Gi', {}],
			['7-13Gi,2-4Gi', {}],
		] as const)
			expect(oddsOf(useSpecs, more)).toEqual([0.95, '0.441072', '0.441072']);
	});
});

describe('a price that is not known', () => {
	it('is a warning and stays empty', () => {
		const book = bookOf([...OFFERS, offer('ecs.c7.8xlarge', 32, 64, null)]);
		const plan = planOf(chainInput('ecs.c7.8xlarge'), book);
		expect(plan.chain.entries[0]).toMatchObject({onDemand: null, spot: null, from: []});
		expect(factsOf('price-missing', plan.diagnostics)).toEqual([
			{what: 'ecs.c7.8xlarge', region: 'cn-hangzhou', currency: 'CNY'},
		]);
	});

	it('is that of every ECS type in dollars', () => {
		const plan = planOf(chainInput('ecs.c6.xlarge,2-4Gi', {currency: 'USD'}), USD_BOOK);
		expect(plan.chain.entries.map(({onDemand}) => hourOf(onDemand))).toEqual([null, '0.069264']);
		expect(factsOf('price-missing', plan.diagnostics)).toMatchObject([{currency: 'USD'}]);
	});
});

describe('specs that a chain of one’s own leaves out', () => {
	const containers = [{cpu: '2', memory: '3Gi'}];
	const reasonsOf = (useSpecs: string, more: PlanInput = {}) =>
		new Map(
			chainOf(useSpecs, {containers, ...more}).rejected.map(({spec, reason}) => [spec, reason]),
		);

	it('keep the reason of a pick, or the pick would have them', () => {
		const reasons = reasonsOf('ecs.g6.large,2-4Gi', {chain: {avoid: ['ecs.r6.large']}});
		// The cheapest that holds the pod: a pick has it whatever else it has.
		expect(reasons.get('ecs.c6.large')).toBe('not-named');
		expect(reasons.get('ecs.r6.large')).toBe('avoided');
		expect(reasons.get('ecs.ic5.large')).toBe('too-small');
		expect(reasons.get('ecs.e-c1m2.large')).toBe('unasked-class');
		expect(reasons.get('64-512Gi')).toBe('not-needed');
	});

	it('are not those of the chain, by whatever name', () => {
		const reasons = reasonsOf('2-3Gi,ecs.c6.large,ecs.c6.nothing');
		for (const spec of ['2-3Gi', '2-4Gi', 'ecs.c6.large', 'ecs.c6.nothing'])
			expect(reasons.has(spec)).toBe(false);
		expect(reasons.get('4-8Gi')).toBe('not-needed');
	});

	it('are listed also where nothing of the chain is known', () => {
		expect(reasonsOf('ecs.c6.nothing').get('ecs.c6.large')).toBe('not-named');
	});
});

describe('any list of entries', () => {
	it('is read or refused, and never breaks the plan', () => {
		fc.assert(
			fc.property(fc.array(anyToken, {maxLength: 7}), anyRuleset, (tokens, ruleset) => {
				const {plan, diagnostics} = planned({chain: {useSpecs: tokens}, ruleset}, BOOK);
				if (plan === null)
					expect(rulesOf(diagnostics)).toContainEqual(
						expect.stringMatching(/^(?:spec-|annotation-value$)/),
					);
				else expect(plan.chain.entries.length).toBeLessThanOrEqual(5);
				for (const {rule, path} of diagnostics)
					if (rule.startsWith('spec-')) expect(path).toBe(PATH);
			}),
			{numRuns: 300},
		);
	});

	it('reads back as it was written', () => {
		fc.assert(
			fc.property(fc.array(anyToken, {maxLength: 5}), tokens => {
				const {plan} = planned({chain: {useSpecs: tokens}});
				if (!plan?.chain.given) return;
				const again = planOf({chain: {useSpecs: plan.chain.useSpecs.split(',')}});
				expect(again.chain).toEqual(plan.chain);
			}),
			{numRuns: 300},
		);
	});
});
