import {describe, expect, it} from 'vitest';
import {foundIn, podYaml} from '../../../helpers/manifests.ts';

const found = (env: readonly (readonly [name: string, value: string])[], mounts = '') =>
	foundIn(
		podYaml(
			`containers: [{name: app, env: [${env
				.map(([name, value]) => `{name: ${name}, value: "${value}"}`)
				.join(', ')}], volumeMounts: [${mounts}]}]\nvolumes: [{name: logs, emptyDir: {}}]`,
		),
	);
const at = (index: number, field: string) => `spec.containers[0].env[${index}].${field}`;

describe('log collection of manifests', () => {
	it('takes stdout, settings of it and settings of the cluster', () => {
		expect(
			found([
				['aliyun_logs_web', 'stdout'],
				['aliyun_logs_web_ttl', '7'],
				['aliyun_logs_web_shard', '2'],
				['aliyun_logs_web_tags', 'a=b'],
				['aliyun_logs_project', 'k8s-log'],
				['aliyun_logs_machinegroup', 'group'],
				['OTHER_aliyun_logs_x_ttl', '7'],
			]),
		).toEqual([]);
	});

	// The sample of Alibaba Cloud does it [facts §7].
	it.each(['project', 'logstore', 'machinegroup', 'shard', 'ttl', 'tags'])(
		'finds a %s of a log that is not there',
		setting => {
			expect(
				found([
					['aliyun_logs_log-stdout', 'stdout'],
					[`aliyun_logs_test-stdout_${setting}`, setting === 'tags' ? 'a=7' : '7'],
				]),
			).toEqual([`log-setting-orphan warning ${at(1, 'name')}`]);
		},
	);

	it('finds a name with an underscore, and a source that is none', () => {
		expect(found([['aliyun_logs_web_log', 'stdout']])).toEqual([
			`log-name-invalid error ${at(0, 'value')}`,
		]);
		expect(found([['aliyun_logs_web', 'stderr']])).toEqual([
			`log-source-invalid error ${at(0, 'value')}`,
		]);
	});

	it.each([
		['/var/log/nginx', true],
		['/var/log/nginx/', true],
		['/var/log', true],
		['/', true],
		['/var/log/nginx2', false],
		['/var/log/ngin', false],
		['/var/log/nginx/old', false],
	])('files need a volume: one at %s serves: %s', (mountPath, isMounted) => {
		expect(
			found(
				[['aliyun_logs_files', '/var/log/nginx/*.log']],
				`{name: logs, mountPath: ${mountPath}}`,
			),
		).toEqual(isMounted ? [] : [`log-folder-unmounted warning ${at(0, 'value')}`]);
	});

	it('files without any mount', () => {
		expect(found([['aliyun_logs_files', '/var/log/*/a.log']])).toEqual([
			`log-folder-unmounted warning ${at(0, 'value')}`,
		]);
	});
});
