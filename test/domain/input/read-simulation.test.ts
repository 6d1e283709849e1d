import {describe, expect, it} from 'vitest';
import {mergeLayers} from '../../../source/domain/input/layers.ts';
import {type PlanInput, planInputShape} from '../../../source/domain/input/plan-input.ts';
import {check} from '../../../source/domain/schema/check.ts';
import {STRATEGIES} from '../../../source/domain/simulation/simulation-model.ts';
import {decimal} from '../../../source/domain/units/fraction.ts';
import {factsOf, readInput, requestOfInput, summaryOf} from '../../helpers/domain-fixtures.ts';

const simulationOf = (input: PlanInput) => requestOfInput(input).simulation;
const findings = (input: PlanInput) =>
	summaryOf(readInput(input).diagnostics.filter(({severity}) => severity !== 'info'));

const inTime = {work: '10h', deadline: '12h'};

describe('the strategies', () => {
	it('are those that people ask about first', () => {
		expect(simulationOf({}).strategies).toEqual(['on-demand', 'spot', 'spot-fallback']);
	});

	it('go by the limit and by the deadline that were given', () => {
		const spot = {strategy: 'SpotWithPriceLimit', priceLimit: '0.25'} as const;
		expect(simulationOf({spot, workload: inTime}).strategies).toEqual([
			'on-demand',
			'spot',
			'spot-limit',
			'spot-fallback',
			'uniform-progress',
		]);
	});

	it('are taken in the order in which they were given', () => {
		const strategies = STRATEGIES.toReversed();
		expect(simulationOf({workload: inTime, simulation: {strategies}}).strategies).toEqual(
			strategies,
		);
	});

	it('count once each, with a warning', () => {
		const input: PlanInput = {simulation: {strategies: ['spot', 'ecs', 'spot']}};
		expect(simulationOf(input).strategies).toEqual(['spot', 'ecs']);
		expect(findings(input)).toEqual(['strategy-duplicate warning simulation.strategies[2]']);
	});

	it('are told apart from words that are none', () => {
		const {diagnostics} = check(planInputShape, {
			simulation: {strategies: ['spot', 'spot-fallbak'], baseline: 'ondemand'},
		});
		expect(summaryOf(diagnostics)).toEqual([
			'field-choice error simulation.strategies[1]',
			'field-choice error simulation.baseline',
		]);
		expect(factsOf('field-choice', diagnostics)).toMatchObject([
			{suggestion: 'spot-fallback'},
			{suggestion: 'on-demand'},
		]);
	});

	it.each([
		['greedy', {}],
		['uniform-progress', {workload: {work: '10h'}}],
	] as const)('of a deadline need one: %s', (strategy, input) => {
		expect(findings({...input, simulation: {strategies: [strategy]}})).toEqual([
			'strategy-deadline error simulation.strategies[0]',
		]);
		expect(findings({...input, simulation: {baseline: strategy}})).toEqual([
			'strategy-deadline error simulation.baseline',
		]);
		expect(findings({simulation: {strategies: [strategy]}, workload: inTime})).toEqual([]);
	});
});

describe('paths and seed', () => {
	it.each([
		['paths', 1, 1_000_000],
		['seed', 0, 4_294_967_295],
	] as const)('%s is a whole number from %i to %i', (field, least, most) => {
		for (const right of [least, most, String(most)])
			expect(check(planInputShape, {simulation: {[field]: right}}).diagnostics).toEqual([]);
		for (const wrong of [least - 1, most + 1, 1.5, 'many', Number.NaN])
			expect(check(planInputShape, {simulation: {[field]: wrong}}).diagnostics).toHaveLength(1);
	});
});

describe('what is known about interruption', () => {
	it.each(['3%', '0.03', ' 3 % '])('is a rate: %s', interruptionRate => {
		expect(simulationOf({simulation: {interruptionRate}}).interruption).toEqual({
			kind: 'rate',
			share: decimal('0.03'),
		});
	});

	it('is a mean time', () => {
		expect(simulationOf({simulation: {mtbf: '1d'}}).interruption).toEqual({
			kind: 'mean',
			time: 86_400,
		});
	});

	it.each([
		[{interruptionRate: '3'}, 'share-invalid error simulation.interruptionRate'],
		[{interruptionRate: '-1%'}, 'share-invalid error simulation.interruptionRate'],
		[{interruptionRate: 'often'}, 'share-invalid error simulation.interruptionRate'],
		[{interruptionRate: '100%'}, 'interruption-rate-whole error simulation.interruptionRate'],
		[{mtbf: '24'}, 'duration-invalid error simulation.mtbf'],
		[{mtbf: '0h'}, 'duration-zero error simulation.mtbf'],
		[{mtbf: '24h', interruptionRate: '3%'}, 'interruption-conflict error simulation.mtbf'],
	])('%o is refused', (simulation, finding) => {
		expect(findings({simulation})).toEqual([finding]);
	});

	it('gives way to a higher layer that says it the other way', () => {
		const rate = {simulation: {interruptionRate: '3%', paths: 10}};
		const mean = {simulation: {mtbf: '24h'}};
		expect(mergeLayers([rate, mean]).input).toEqual({simulation: {mtbf: '24h', paths: 10}});
		expect(mergeLayers([mean, rate]).input).toEqual({
			simulation: {interruptionRate: '3%', paths: 10},
		});
	});
});

describe('batch work', () => {
	const loadOf = (workload: PlanInput['workload']) =>
		requestOfInput({...(workload && {workload})}).workload.load;

	it('has a deadline and checkpoints, which cost nothing unless somebody says', () => {
		expect(loadOf({...inTime, checkpointEvery: '30m'})).toMatchObject({
			deadline: 43_200,
			checkpoint: {every: 1800, cost: 0, restore: 0},
		});
		expect(
			loadOf({work: '10h', checkpointEvery: '1h', checkpointCost: '5m', restoreCost: '10m'}),
		).toMatchObject({deadline: null, checkpoint: {every: 3600, cost: 300, restore: 600}});
	});

	it('may take just as long as its deadline', () => {
		expect(findings({workload: {work: '10h', deadline: '600m'}})).toEqual([]);
	});

	it.each([
		[{work: '10h', deadline: '9h59m'}, 'deadline-too-short error workload.deadline'],
		[{work: '10h', deadline: '0s'}, 'duration-zero error workload.deadline'],
		[{work: '10h', deadline: 'soon'}, 'duration-invalid error workload.deadline'],
		[{deadline: '12h'}, 'work-option-orphan error workload.deadline'],
		[{checkpointEvery: '1h'}, 'work-option-orphan error workload.checkpointEvery'],
		[{work: '10h', checkpointCost: '1m'}, 'work-option-orphan error workload.checkpointCost'],
		[{work: '10h', restoreCost: '1m'}, 'work-option-orphan error workload.restoreCost'],
		[{work: '10h', checkpointEvery: '0m'}, 'duration-zero error workload.checkpointEvery'],
		[
			{work: '10h', checkpointEvery: '1h', checkpointCost: '-1m'},
			'duration-invalid error workload.checkpointCost',
		],
	])('%o is refused', (workload, finding) => {
		expect(findings({workload})).toEqual([finding]);
	});

	it('is set aside with all its fields by a schedule above', () => {
		const batch = {workload: {...inTime, checkpointEvery: '1h', checkpointCost: '1m'}};
		expect(mergeLayers([batch, {workload: {schedule: '*=2'}}]).input).toEqual({
			workload: {schedule: '*=2'},
		});
	});
});
