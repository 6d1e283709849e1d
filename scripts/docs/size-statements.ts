import {type Section, statement} from './statement.ts';

export const sizes: Section = {
	title: 'CPU and memory',
	statements: [
		statement('A container asks by its limits, as Kubernetes has them', [
			'flag --cpu',
			'flag --memory',
			'flag --container',
			'field containers[].cpu',
			'field containers[].memory',
		]),
		statement('A container that says nothing counts as 1 vCPU, 2 GiB', [
			'rule container-defaulted',
		]),
		statement('The pod asks for the sum of its containers', ['command size']),
		statement('A sum that ECI has no size for is rounded up: 2-3 becomes 2-4', [
			'rule size-rounded',
			'command size',
		]),
		statement('Nothing is rounded above 4 vCPU', [
			'rule size-not-rounded',
			'rule spec-not-rounded',
		]),
		statement('An annotation on the pod gives its size instead of the sum', [
			'flag --use-specs',
			'annotation k8s.aliyun.com/eci-use-specs',
		]),
		statement('Such a pod is created and billed as the size that was named', [
			'rule spec-rounded',
			'command cost',
		]),
		statement(
			'Its containers need no requests and limits, and each may use all of the pod',
			['flag --use-specs', 'rule spec-too-small'],
			'where a spec is named, containers without limits are no news; those with limits are compared with it',
		),
	],
};

const SIZE_ROWS: readonly (readonly [vcpu: number, ...memory: readonly number[]])[] = [
	[0.25, 0.5, 1],
	[0.5, 1, 2],
	[1, 2, 4, 8],
	[2, 2, 4, 8, 16],
	[4, 4, 8, 16, 32],
	[8, 8, 16, 32, 64],
	[12, 12, 24, 48, 96],
	[16, 16, 32, 64, 128],
	[24, 48, 96, 192],
	[32, 64, 128, 256],
	[52, 96, 192, 384],
	[64, 128, 256, 512],
];

export const sizeTable: Section = {
	title: 'The table of sizes',
	statements: SIZE_ROWS.map(([vcpu, ...memory]) =>
		statement(
			`${vcpu} vCPU comes with ${memory.join(', ')} GiB`,
			memory.map(gib => `size ${vcpu}-${gib}Gi` as const),
		),
	),
};
