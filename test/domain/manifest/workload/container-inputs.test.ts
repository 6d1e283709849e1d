import fc from 'fast-check';
import {expect, test} from 'vitest';
import {objectsOf} from '../../../../source/domain/manifest/lint/manifest-object.ts';
import {podOf} from '../../../../source/domain/manifest/lint/pod-part.ts';
import {containerInputs} from '../../../../source/domain/manifest/workload/container-inputs.ts';
import {openLog} from '../../../../source/domain/rules/log.ts';
import {requestOf} from '../../../../source/domain/sizing/pod-request.ts';
import {readInput} from '../../../helpers/domain-fixtures.ts';

type Sample = {readonly isSidecar: boolean; readonly cpu: number; readonly memory: number};

const sample = fc.record({
	isSidecar: fc.boolean(),
	cpu: fc.integer({min: 1, max: 4000}),
	memory: fc.integer({min: 1, max: 2 ** 34}),
});

const resources = ({cpu, memory}: Sample) => ({limits: {cpu: `${cpu}m`, memory}});

const podWith = (init: readonly Sample[], apps: readonly Sample[]) => {
	const spec = {
		initContainers: init.map((one, index) => ({
			name: `init-${index}`,
			resources: resources(one),
			...(one.isSidecar && {restartPolicy: 'Always'}),
		})),
		containers: apps.map((one, index) => ({name: `app-${index}`, resources: resources(one)})),
	};
	const [object] = objectsOf([{kind: 'Pod', metadata: {name: 'a'}, spec}]);
	const pod = object && podOf(object);
	if (!pod) throw new TypeError('no pod');
	return pod;
};

const billed = (init: readonly Sample[], apps: readonly Sample[]) => {
	const {containers, initContainers} = containerInputs(podWith(init, apps));
	const {request} = readInput({containers, initContainers, ruleset: 'current'});
	return requestOf(request, openLog('current')).billing;
};

/** Kubernetes step by step: what runs at a time, at each step of the start and then all that lasts. */
const stepByStep = (init: readonly Sample[], apps: readonly Sample[], of: 'cpu' | 'memory') => {
	let started = 0;
	let peak = 0;
	for (const one of init) {
		peak = Math.max(peak, started + one[of]);
		if (one.isSidecar) started += one[of];
	}
	return Math.max(peak, started + apps.reduce((sum, one) => sum + one[of], 0));
};

test('a pod asks for the most that runs at a time', () => {
	fc.assert(
		fc.property(
			fc.array(sample, {maxLength: 5}),
			fc.array(sample, {minLength: 1, maxLength: 4}),
			(init, apps) => {
				const {cpu, memory} = billed(init, apps);
				expect(cpu).toBe(stepByStep(init, apps, 'cpu'));
				expect(memory).toBe(stepByStep(init, apps, 'memory'));
			},
		),
	);
});

test('every field leads back to the part that says it', () => {
	const pod = podWith(
		[
			{isSidecar: true, cpu: 1, memory: 1},
			{isSidecar: false, cpu: 2, memory: 2},
		],
		[{isSidecar: false, cpu: 3, memory: 3}],
	);
	const {partOf} = containerInputs(pod);
	const place = (path: string) => partOf(path)?.place.join('.');
	expect(place('containers[0].cpu')).toBe('spec.initContainers.0.resources.limits.cpu');
	expect(place('containers[1].memory')).toBe('spec.containers.0.resources.limits.memory');
	expect(place('containers[1].requests.cpu')).toBe('spec.containers.0.resources.requests.cpu');
	expect(place('containers[1].name')).toBe('spec.containers.0.name');
	expect(place('initContainers[0].cpu')).toBe('spec.initContainers.1.resources.limits.cpu');
	expect(place('containers')).toBe('spec.initContainers.0');
	expect(place('chain.useSpecs')).toBeUndefined();
});
