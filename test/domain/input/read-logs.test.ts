import {describe, expect, test} from 'vitest';
import {manifestsOf} from '../../../source/domain/manifest/manifest.ts';
import {readInput, requestOfInput} from '../../helpers/domain-fixtures.ts';

const POD = {
	containers: [
		{name: 'app', image: 'app:1'},
		{name: 'sidecar', image: 'side:1'},
	],
};

const rulesOf = (logs: Readonly<Record<string, string>>) =>
	readInput({...POD, logs}).diagnostics.map(({rule, path}) => `${rule} ${path}`);

type Tree = {readonly [key: string]: unknown};

/** Variables and mounts of each container, by name. */
const containersOf = (logs: Readonly<Record<string, string>>) => {
	const [pod] = manifestsOf(requestOfInput({...POD, logs}), '2-4Gi', 'pod').documents;
	const {containers} = (pod as unknown as {spec: {containers: readonly Tree[]}}).spec;
	return Object.fromEntries(
		containers.map(({name, env, volumeMounts}) => [name, {env, volumeMounts}]),
	);
};

/** Facts §7: shard 1–10, ttl 1–3650 days, tags `k=v`. */
describe('settings of a log', () => {
	test('become variables beside its own', () => {
		const {app} = containersOf({
			web: 'stdout',
			web_project: 'k8s-log-web',
			web_logstore: 'web_store',
			web_machinegroup: 'group-1',
			web_shard: '10',
			web_ttl: '3650',
			web_tags: 'team=shop',
		});
		expect(app?.env).toEqual([
			{name: 'aliyun_logs_web', value: 'stdout'},
			{name: 'aliyun_logs_web_project', value: 'k8s-log-web'},
			{name: 'aliyun_logs_web_logstore', value: 'web_store'},
			{name: 'aliyun_logs_web_machinegroup', value: 'group-1'},
			{name: 'aliyun_logs_web_shard', value: '10'},
			{name: 'aliyun_logs_web_ttl', value: '3650'},
			{name: 'aliyun_logs_web_tags', value: 'team=shop'},
		]);
	});

	test.each([
		['web_shard', '0'],
		['web_shard', '11'],
		['web_ttl', '0'],
		['web_ttl', '3651'],
		['web_ttl', '9999'],
		['web_tags', 'shop'],
		['web_project', 'K8S log'],
		['project', '-x'],
	])('%s can’t be %s', (key, value) => {
		expect(rulesOf({web: 'stdout', [key]: value})).toEqual([`log-setting-invalid logs.${key}`]);
	});

	test('of a log that isn’t collected are told', () => {
		expect(rulesOf({web: 'stdout', wep_ttl: '30'})).toEqual(['log-setting-orphan logs.wep_ttl']);
	});

	test('for all logs go to each container that writes one', () => {
		const found = containersOf({project: 'k8s-log', web: 'stdout', web_container: 'sidecar'});
		expect(found['sidecar']?.env).toEqual([
			{name: 'aliyun_logs_project', value: 'k8s-log'},
			{name: 'aliyun_logs_web', value: 'stdout'},
		]);
		expect(found['app']?.env).toBeUndefined();
	});
});

describe('the container of a log', () => {
	test('is the first, or the one that is named, with the mount of its files', () => {
		const found = containersOf({
			web: '/var/log/web/*.log',
			proxy: '/var/log/proxy/*.log',
			proxy_container: 'sidecar',
		});
		expect(found['app']?.volumeMounts).toEqual([{name: 'logs-web', mountPath: '/var/log/web'}]);
		expect(found['sidecar']?.volumeMounts).toEqual([
			{name: 'logs-proxy', mountPath: '/var/log/proxy'},
		]);
	});

	test('mounts one folder once, however it is written', () => {
		const found = containersOf({a: '/var/log//*.log', b: '/var/log/x.log', c: '/var/./log/y.log'});
		expect(found['app']?.volumeMounts).toEqual([{name: 'logs-a', mountPath: '/var/log'}]);
	});

	test('is never one that a path leads up to', () => {
		expect(rulesOf({web: '/var/log/../x.log'})).toEqual(['log-source-invalid logs.web']);
	});

	test('has to be one of the pod', () => {
		expect(rulesOf({web: 'stdout', web_container: 'sidecat'})).toEqual([
			'log-container-unknown logs.web_container',
		]);
	});
});
