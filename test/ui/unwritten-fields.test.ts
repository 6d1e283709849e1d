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
		workload: {schedule: '*=2'},
		containers: [{name: 'app', cpu: '2', memory: '4Gi', env: {A: '1'}}],
	};
	expect(unwrittenFields({containers: [{name: 'app', cpu: '2', env: {A: '1'}}]}, preset)).toEqual([
		'workload.schedule',
		'app.memory',
	]);
	expect(unwrittenFields(preset, preset)).toEqual([]);
});
