import {describe, expect, it} from 'vitest';
import {
	CONTAINER_PARTS,
	flagOfPath,
	PLAN_FLAGS,
	planFlagOf,
} from '../../../source/domain/input/flag-table.ts';
import {planInputShape} from '../../../source/domain/input/plan-input.ts';
import type {Shape} from '../../../source/domain/schema/shape.ts';

/** Fields that documents have and flags don't. */
const DOCUMENT_ONLY = [
	'apiVersion',
	'kind',
	'description',
	'initContainers',
	'pod.labels',
	'containers[].env',
	'containers[].command',
	'containers[].args',
	'containers[].ports',
];

/** Every field that holds an answer; lists of groups are one field and their parts. */
const leavesOf = (shape: Shape, path: string): readonly (readonly [string, Shape])[] => {
	if (shape.type === 'object')
		return Object.entries(shape.fields).flatMap(([name, field]) =>
			leavesOf(field, path === '' ? name : `${path}.${name}`),
		);
	return [[path, shape]];
};

const LEAVES = new Map(leavesOf(planInputShape, ''));

describe('flags', () => {
	it('are there for every field but those that documents alone have', () => {
		const inDocuments = DOCUMENT_ONLY.filter(path => !path.includes('[]'));
		const inFlags = PLAN_FLAGS.map(({path}) => path);
		expect([...inFlags, ...inDocuments].sort()).toEqual([...LEAVES.keys()].sort());
	});

	it('are there for every part of a container but those that documents alone have', () => {
		const parts = leavesOf(planInputShape.fields.containers.item, '').map(([path]) => path);
		const inDocuments = DOCUMENT_ONLY.flatMap(path => path.split('containers[].')[1] ?? []);
		expect([...Object.values(CONTAINER_PARTS), ...inDocuments].sort()).toEqual(parts.sort());
	});

	it('are there for every part of a volume', () => {
		const parts = leavesOf(planInputShape.fields.volumes.item, '').map(([path]) => path);
		expect(Object.values(planFlagOf('volume')?.parts ?? {}).sort()).toEqual(parts.sort());
	});

	it('have one name and one field each', () => {
		expect(new Set(PLAN_FLAGS.map(({name}) => name)).size).toBe(PLAN_FLAGS.length);
		expect(new Set(PLAN_FLAGS.map(({path}) => path)).size).toBe(PLAN_FLAGS.length);
		for (const flag of PLAN_FLAGS) {
			expect(flag.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
			expect(planFlagOf(flag.name)).toBe(flag);
		}
		expect(planFlagOf('constructor')).toBeUndefined();
	});

	// The contract of design.md, as far as this field has a flag today.
	it.each([
		[
			'workload',
			'name kind image cpu memory container gpu replicas schedule time-zone work runs-per-day cron pull image-size',
		],
		['chain', 'use-specs max-specs families exclude-families arch'],
		['spot', 'spot-strategy spot-price-limit spot-fallback'],
		[
			'pod',
			'vswitch security-group resource-group ram-role image-snapshot image-cache with-eip eip-bandwidth eip-instance ntp-server disk-volume extra-ephemeral-storage placement volume log annotation',
		],
		['network', 'vswitch-cidr nat vcpu-quota service port'],
		['prices', 'region currency discount price fx'],
		['plan', 'ruleset horizon reserved reserved-hours'],
	])('of the group %s have the names that scripts use', (group, names) => {
		const inGroup = PLAN_FLAGS.filter(flag => flag.group === group).map(({name}) => name);
		expect(inGroup).toEqual(expect.arrayContaining(names.split(' ')));
	});

	it('take what their field takes', () => {
		const kinds = {
			text: ['text'],
			choice: ['text'],
			whole: ['whole'],
			flag: ['boolean'],
			list: ['list', 'records'],
			map: ['pairs'],
		};
		for (const {name, path, kind, choices} of PLAN_FLAGS) {
			const shape = LEAVES.get(path);
			if (!shape || !Object.hasOwn(kinds, shape.type)) throw new Error(path);
			expect([name, kinds[shape.type as keyof typeof kinds]]).toEqual([
				name,
				expect.arrayContaining([kind]),
			]);
			expect([name, choices]).toEqual([name, shape.type === 'choice' ? shape.values : undefined]);
		}
	});

	it('keep no answer about one workload in the settings', () => {
		const kept = PLAN_FLAGS.filter(({setting}) => setting).map(({name}) => name);
		expect(kept).toContain('region');
		for (const name of [
			'name',
			'cpu',
			'memory',
			'container',
			'use-specs',
			'replicas',
			'annotation',
		])
			expect(kept).not.toContain(name);
	});
});

describe('the flag of a field', () => {
	it('is the one of its row', () => {
		for (const {path, name} of PLAN_FLAGS) expect(flagOfPath(path)?.name).toBe(name);
	});

	it.each([
		['containers[0].cpu', 'cpu'],
		['containers[0].memory', 'memory'],
		['containers[0].gpu', 'gpu'],
		['containers[0].image', 'image'],
		['containers[0].name', 'container'],
		['containers[0].requests.cpu', 'container'],
		['containers[1].memory', 'container'],
		['containers', 'container'],
		['chain.useSpecs[2]', 'use-specs'],
		['pod.vswitch[0]', 'vswitch'],
		['pod.annotations.k8s.aliyun.com/eci-fail-strategy', 'annotation'],
		['pod.annotations', 'annotation'],
		['volumes[1].mountPath', 'volume'],
		['volumes', 'volume'],
		['logs.access', 'log'],
		['network.vswitchCidr', 'vswitch-cidr'],
		['pod.placement', 'placement'],
		['reserved.hoursPerMonth', 'reserved-hours'],
		['spot.priceLimit', 'spot-price-limit'],
	])('%s is --%s', (path, name) => {
		expect(flagOfPath(path)?.name).toBe(name);
	});

	it.each([
		'',
		'workload',
		'pod',
		'pod.labels',
		'initContainers[0].cpu',
		'description',
		'cpus',
		'toString',
	])('%j is none', path => {
		expect(flagOfPath(path)).toBeUndefined();
	});
});
