import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {ContainerInput, PlanInput} from '../../../source/domain/input/plan-input.ts';
import {openLog} from '../../../source/domain/rules/log.ts';
import {type PodRequest, requestOf, toAmounts} from '../../../source/domain/sizing/pod-request.ts';
import {anyRuleset, someContainers} from '../../helpers/arbitraries.ts';
import {factsOf, requestOfInput, rulesOf} from '../../helpers/domain-fixtures.ts';

const read = (input: PlanInput) => {
	const request = requestOfInput(input);
	const log = openLog(request.ruleset);
	return {pod: requestOf(request, log), diagnostics: log.diagnostics};
};

const asked = (containers: readonly ContainerInput[], more: PlanInput = {}) =>
	toAmounts(read({containers, ...more}).pod.billing);

const current = {ruleset: 'current'} as const;
const ignored = {__ECI_RESOURCE_IGNORE__: 'TRUE'};

describe('the sum of the containers', () => {
	it('adds up limits exactly', () => {
		const containers = [
			{cpu: '2', memory: '4Gi'},
			{cpu: '2', memory: '4Gi'},
			{cpu: '250m', memory: '512Mi'},
		];
		for (const ruleset of ['2020', 'current'] as const)
			expect(asked(containers, {ruleset})).toEqual({vcpu: 4.25, memoryGiB: 8.5});
	});

	it('counts 4G and 3500M as the smaller amounts that they are', () => {
		expect(asked([{cpu: '1', memory: '4G'}]).memoryGiB).toBe(4e9 / 2 ** 30);
		expect(asked([{cpu: '1', memory: '3500M'}]).memoryGiB).toBe(3.5e9 / 2 ** 30);
	});

	it('does not change with the order of the containers', () => {
		fc.assert(
			fc.property(someContainers, anyRuleset, (containers, ruleset) => {
				const {pod} = read({containers, ruleset});
				const reversed = read({containers: containers.toReversed(), ruleset}).pod;
				expect(reversed).toEqual(pod);
			}),
		);
	});
});

describe('a container that says nothing', () => {
	it('counts 1 vCPU and 2 GiB under 2020, each', () => {
		expect(asked([{}])).toEqual({vcpu: 1, memoryGiB: 2});
		expect(asked([{}, {}, {}])).toEqual({vcpu: 3, memoryGiB: 6});
	});

	it('makes a pod of 2 vCPU and 4 GiB today, however many there are', () => {
		expect(asked([{}], current)).toEqual({vcpu: 2, memoryGiB: 4});
		expect(asked([{}, {}, {}], current)).toEqual({vcpu: 2, memoryGiB: 4});
	});

	it('counts 1 vCPU and 2 GiB beside one that says something', () => {
		const containers = [{cpu: '2', memory: '4Gi'}, {}];
		expect(asked(containers)).toEqual({vcpu: 3, memoryGiB: 6});
		expect(asked(containers, current)).toEqual({vcpu: 3, memoryGiB: 6});
	});

	it('is mentioned', () => {
		const then = read({containers: [{name: 'web', cpu: '2', memory: '4Gi'}, {name: 'log'}]});
		expect(factsOf('container-defaulted', then.diagnostics)).toEqual([
			{container: 'log', resource: 'both', amounts: {vcpu: 1, memoryGiB: 2}},
		]);
		const now = read({containers: [{}], ...current});
		expect(factsOf('pod-defaulted', now.diagnostics)).toEqual([{amounts: {vcpu: 2, memoryGiB: 4}}]);
		expect(rulesOf(now.diagnostics)).toEqual(['pod-defaulted']);
	});

	it('is no news where the chain sizes the pod', () => {
		for (const ruleset of ['2020', 'current'] as const) {
			const {diagnostics} = read({containers: [{}], ruleset, chain: {useSpecs: ['2-4Gi']}});
			expect(diagnostics).toEqual([]);
		}
	});
});

describe('a container that says half', () => {
	it.each(['2020', 'current'] as const)('gets the default for the other half (%s)', ruleset => {
		const half = read({containers: [{name: 'app', cpu: '3'}], ruleset});
		expect(toAmounts(half.pod.billing)).toEqual({vcpu: 3, memoryGiB: 2});
		expect(factsOf('container-defaulted', half.diagnostics)).toMatchObject([{resource: 'memory'}]);
		const other = read({containers: [{name: 'app', memory: '3Gi'}], ruleset});
		expect(toAmounts(other.pod.billing)).toEqual({vcpu: 1, memoryGiB: 3});
		expect(factsOf('container-defaulted', other.diagnostics)).toMatchObject([{resource: 'cpu'}]);
	});
});

describe('requests', () => {
	const requests = {cpu: '3', memory: '6Gi'};

	it('do not count under 2020', () => {
		expect(asked([{requests}])).toEqual({vcpu: 1, memoryGiB: 2});
		expect(asked([{cpu: '4', memory: '8Gi', requests}])).toEqual({vcpu: 4, memoryGiB: 8});
	});

	it('count today where there is no limit, and not where there is', () => {
		expect(asked([{requests}], current)).toEqual({vcpu: 3, memoryGiB: 6});
		expect(asked([{cpu: '4', memory: '8Gi', requests}], current)).toEqual({
			vcpu: 4,
			memoryGiB: 8,
		});
		expect(asked([{cpu: '4', requests}], current)).toEqual({vcpu: 4, memoryGiB: 6});
	});

	it('are needed all the same', () => {
		const {pod} = read({containers: [{requests}]});
		expect(toAmounts(pod.need)).toEqual({vcpu: 3, memoryGiB: 6});
		expect(toAmounts(pod.target)).toEqual({vcpu: 3, memoryGiB: 6});
	});
});

describe('a container that is left out', () => {
	const containers = [
		{name: 'a', cpu: '2', memory: '4Gi'},
		{name: 'b', cpu: '2', memory: '4Gi'},
		{name: 'sidecar', cpu: '250m', memory: '512Mi', env: ignored},
	];

	it('does not count today, and says so', () => {
		const {pod, diagnostics} = read({containers, ...current});
		expect(toAmounts(pod.billing)).toEqual({vcpu: 4, memoryGiB: 8});
		expect(factsOf('container-ignored', diagnostics)).toEqual([{container: 'sidecar'}]);
	});

	it('counts under 2020, which knows no such variable', () => {
		expect(asked(containers)).toEqual({vcpu: 4.25, memoryGiB: 8.5});
	});

	it('needs the exact word', () => {
		for (const word of ['true', 'True', '1', ''])
			expect(
				asked(
					[
						{cpu: '1', memory: '1Gi'},
						{cpu: '1', memory: '1Gi', env: {__ECI_RESOURCE_IGNORE__: word}},
					],
					current,
				),
			).toEqual({vcpu: 2, memoryGiB: 2});
	});

	it('counts when all are left out, with a warning', () => {
		const {pod, diagnostics} = read({
			containers: [{cpu: '1', memory: '1Gi', env: ignored}],
			...current,
		});
		expect(toAmounts(pod.billing)).toEqual({vcpu: 1, memoryGiB: 1});
		expect(rulesOf(diagnostics)).toContain('container-all-ignored');
	});
});

describe('init containers', () => {
	const containers = [{cpu: '1', memory: '2Gi'}];

	it('count the largest of them against all others, as in Kubernetes', () => {
		for (const ruleset of ['2020', 'current'] as const) {
			const initContainers = [
				{cpu: '2', memory: '1Gi'},
				{cpu: '500m', memory: '3Gi'},
			];
			const {pod, diagnostics} = read({containers, initContainers, ruleset});
			expect(toAmounts(pod.billing)).toEqual({vcpu: 2, memoryGiB: 3});
			expect(factsOf('init-decides', diagnostics)).toEqual([{amounts: {vcpu: 2, memoryGiB: 3}}]);
		}
	});

	it('do not count while they are smaller', () => {
		const {pod, diagnostics} = read({containers, initContainers: [{cpu: '1', memory: '2Gi'}, {}]});
		expect(toAmounts(pod.billing)).toEqual({vcpu: 1, memoryGiB: 2});
		expect(diagnostics).toEqual([]);
	});

	it('are needed with what they request', () => {
		const initContainers = [{requests: {cpu: '8', memory: '1Gi'}}];
		expect(toAmounts(read({containers, initContainers}).pod.need)).toEqual({
			vcpu: 8,
			memoryGiB: 2,
		});
	});

	// Facts §7: containers share the GPUs of their pod.
	it('share the GPUs of the pod with the others', () => {
		expect(read({containers, initContainers: [{gpu: 2}, {gpu: 1}]}).pod.gpu).toBe(2);
		const both = {containers: [{gpu: 1}, {gpu: 2}], initContainers: [{gpu: 2}]};
		expect(read(both).pod.gpu).toBe(2);
		expect(read({containers: [{gpu: 1}, {gpu: 1}]}).pod.gpu).toBe(1);
	});
});

describe('what a spec must hold', () => {
	const amountsIn = (containers: readonly ContainerInput[], of: 'limit' | 'request' | 'larger') => {
		const number = (text: string | undefined) => Number(text?.replace(/\D+$/, '') ?? 0);
		const pick = (limit: string | undefined, request: string | undefined) => {
			if (of === 'limit') return number(limit);
			return of === 'request' ? number(request) : Math.max(number(limit), number(request));
		};
		return containers.reduce(
			({cpu, memory}, container) => ({
				cpu: cpu + pick(container.cpu, container.requests?.cpu),
				memory: memory + pick(container.memory, container.requests?.memory) * 2 ** 20,
			}),
			{cpu: 0, memory: 0},
		);
	};

	const holds = (outer: PodRequest['need'], inner: {cpu: number; memory: number}) =>
		outer.cpu >= inner.cpu && outer.memory >= inner.memory;

	it('is no less than all limits and all requests together', () => {
		fc.assert(
			fc.property(someContainers, anyRuleset, (containers, ruleset) => {
				const {pod} = read({containers, ruleset});
				expect(pod.need).toEqual(amountsIn(containers, 'larger'));
				for (const part of ['limit', 'request'] as const)
					expect(holds(pod.target, amountsIn(containers, part))).toBe(true);
				expect(holds(pod.target, pod.billing)).toBe(true);
			}),
		);
	});

	// A container without a size shares what the chain gives the pod.
	it('counts no defaults for a spec that somebody names', () => {
		const {pod} = read({containers: [{cpu: '2', memory: '4Gi'}, {}, {cpu: '1'}]});
		expect(toAmounts(pod.need)).toEqual({vcpu: 3, memoryGiB: 4});
		expect(toAmounts(pod.target)).toEqual({vcpu: 4, memoryGiB: 8});
	});

	it('grows with every container', () => {
		fc.assert(
			fc.property(someContainers, someContainers, anyRuleset, (containers, more, ruleset) => {
				const {pod} = read({containers, ruleset});
				const larger = read({containers: [...containers, ...more], ruleset}).pod;
				expect(holds(larger.need, pod.need)).toBe(true);
				// One that says nothing makes a pod of 2 vCPU alone, and counts 1 beside others: today only.
				if (ruleset === '2020') expect(holds(larger.target, pod.target)).toBe(true);
			}),
		);
	});
});
