import {expect, test} from 'vitest';
import {unwrittenFields} from '../../source/ui/state/unwritten-fields.ts';

test('what has a flag is written', () => {
	expect(
		unwrittenFields({
			name: 'web',
			workload: {replicas: 3},
			containers: [{name: 'app', cpu: '2', requests: {cpu: '1'}}],
			pod: {withEip: true, annotations: {team: 'web'}},
		}),
	).toEqual([]);
});

test('what only a file can say is named', () => {
	expect(
		unwrittenFields({
			initContainers: [{name: 'init'}],
			pod: {labels: {tier: 'front'}},
			containers: [{name: 'app', env: {A: '1'}}],
		}),
	).toEqual(['initContainers', 'pod.labels.tier', 'app.env.A']);
});

test('what the preset has and the answers dropped can’t be taken back by a flag', () => {
	const preset = {
		workload: {pull: '2m'},
		containers: [{name: 'app', cpu: '2', memory: '4Gi', env: {A: '1'}}],
	};
	expect(unwrittenFields({containers: [{name: 'app', cpu: '2', env: {A: '1'}}]}, preset)).toEqual([
		'workload.pull',
		'app.memory',
	]);
	expect(unwrittenFields(preset, preset)).toEqual([]);
});

test('a volume takes over from its namesake in the preset, so what it lost is named', () => {
	const nas = {name: 'data', type: 'nas', server: 'x', mountPath: '/data'} as const;
	const preset = {volumes: [nas], logs: {web: 'stdout'}};
	const {server: _server, ...other} = nas;
	expect(unwrittenFields({volumes: [other], logs: {web: 'stdout'}}, preset)).toEqual([
		'data.server',
	]);
	expect(
		unwrittenFields({volumes: [{...other, name: 'new'}], logs: {api: 'stdout'}}, preset),
	).toEqual(['logs.web']);
	expect(unwrittenFields({}, preset)).toEqual(['volumes', 'logs.web']);
	const more = {...preset, volumes: [{...nas, path: '/a', readOnly: true}]};
	expect(unwrittenFields(more, preset)).toEqual([]);
});

test('what another answer takes the place of needs no flag to go', () => {
	const base = {workload: {schedule: '*=2'}};
	expect(unwrittenFields({workload: {replicas: 4}}, base)).toEqual([]);
});
