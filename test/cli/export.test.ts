import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {fails, ok, run} from '../helpers/memory-world.ts';

const WEB = ['export', '--name', 'web', '--image', 'nginx:1.29', '--cpu', '2', '--memory', '4Gi'];

describe('the manifest', () => {
	test('is a Deployment with every annotation under the pod template', async () => {
		const line = [...WEB, '--replicas', '3', '--use-specs', '2-4Gi,ecs.c6.large', '--image-cache'];
		expect(await ok([...line, '--ram-role', 'EciReadOss'])).toMatchInlineSnapshot(`
			"apiVersion: apps/v1
			kind: Deployment
			metadata:
			  name: web
			spec:
			  replicas: 3
			  selector:
			    matchLabels:
			      app: web
			  template:
			    metadata:
			      labels:
			        app: web
			        alibabacloud.com/eci: "true"
			      annotations:
			        k8s.aliyun.com/eci-use-specs: "2-4Gi,ecs.c6.large"
			        k8s.aliyun.com/eci-ram-role-name: "EciReadOss"
			        k8s.aliyun.com/eci-image-cache: "true"
			    spec:
			      containers:
			      - name: app
			        image: nginx:1.29
			        resources:
			          limits:
			            cpu: "2"
			            memory: "4Gi"
			"
		`);
	});

	test.each([
		['2020', 'eci-image-cache', 'eci-image-snapshot-id'],
		['current', 'eci-auto-imc', 'eci-imc-id'],
	])('under %s, flags write the keys of its pages', async (ruleset, cache, snapshot) => {
		const line = [
			...WEB,
			'--ruleset',
			ruleset,
			'--image-cache',
			'--image-snapshot',
			'imc-1',
			'--nat',
		];
		const {out, err} = await run(line, {columns: 1000});
		expect(out).toContain(`k8s.aliyun.com/${cache}: "true"`);
		expect(out).toContain(`k8s.aliyun.com/${snapshot}: "imc-1"`);
		expect(out.match(/k8s\.aliyun\.com\/[-a-z]*im(?:age|c)[-a-z]*/g)).toHaveLength(2);
		expect(err).not.toMatch(/today|older/);
	});

	test('a named hostPath becomes a disk, and is refused otherwise', async () => {
		const volume = ['--volume', 'name=cache,type=host-path,path=/var/cache,mount=/cache'];
		const yaml = await ok([...WEB, '--nat', ...volume, '--disk-volume', 'cache:ext4:500Gi']);
		expect(parse(yaml)).toMatchObject({
			spec: {
				template: {
					metadata: {annotations: {'k8s.aliyun.com/eci-set-diskvolume': 'cache:ext4:500Gi'}},
					spec: {volumes: [{name: 'cache', hostPath: {path: '/var/cache'}}]},
				},
			},
		});
		expect((await run([...WEB, ...volume], {columns: 1000})).err).toMatch(
			/^error: --volume: The volume cache is a hostPath.+eci-set-diskvolume/m,
		);
	});

	test('today warns of the disk and the resource group that only pages of 2020 know', async () => {
		const line = [...WEB, '--nat', '--disk-volume', 'cache:ext4:500Gi', '--resource-group', 'rg-1'];
		const {out, err} = await run([...line, '--ruleset', 'current'], {columns: 1000});
		expect(out).toContain('k8s.aliyun.com/eci-set-diskvolume: "cache:ext4:500Gi"');
		expect(err).toContain('type=new-disk');
		expect(err).toContain('resourceGroupId in eci-profile');
		const profile = ['--resource-group', 'rg-1', '--as', 'eci-profile', '--ruleset', 'current'];
		expect((await run([...WEB, '--nat', ...profile], {columns: 1000})).err).not.toContain('older');
		expect((await run(line, {columns: 1000})).err).not.toContain('older help pages');
	});

	test('says what to know about the prices that chose its chain, and nothing of a chain that was given', async () => {
		const said = async (...flags: readonly string[]) =>
			(await run([...WEB, '--discount', '10%', ...flags], {columns: 1000})).err;
		// The oldest price is older than 90 days.
		expect(await said()).toMatch(/^warning: The oldest price used is from 2024-/m);
		expect(await said()).toContain('10 % off pay-as-you-go list prices');
		expect(await said()).not.toContain('No spot price is known');
		expect(await said('--spot-strategy', 'SpotAsPriceGo')).toContain('No spot price is known');
		expect(await said('--use-specs', '2-4Gi')).not.toMatch(/oldest price|10 % off/);
	});

	test('double-quotes every annotation value, and each is text', async () => {
		const yaml = await ok([...WEB, '--with-eip', '--eip-bandwidth', '10', '--annotation', 'a=1']);
		const lines = yaml.split('\n').filter(line => /^ {8}(?:k8s\.|a:)/.test(line));
		expect(lines.length).toBeGreaterThanOrEqual(3);
		for (const line of lines) expect(line).toMatch(/: "[^"]*"$/);
		expect(parse(yaml)).toMatchObject({
			spec: {
				template: {metadata: {annotations: {a: '1', 'k8s.aliyun.com/eip-bandwidth': '10'}}},
			},
		});
	});

	test.each([
		['pod', 'v1', 'Pod'],
		['deployment', 'apps/v1', 'Deployment'],
		['statefulset', 'apps/v1', 'StatefulSet'],
		['job', 'batch/v1', 'Job'],
	])('--as %s is a %s %s, whatever the kind of the workload', async (as, apiVersion, kind) => {
		expect(parse(await ok([...WEB, '--as', as]))).toMatchObject({apiVersion, kind});
		expect(parse(await ok([...WEB, '--kind', as]))).toMatchObject({apiVersion, kind});
	});

	test('a CronJob has its schedule and time zone', async () => {
		expect(
			parse(await ok([...WEB, '--kind', 'cronjob', '--cron', '0 2 * * *', '--work', '1h'])),
		).toMatchObject({kind: 'CronJob', spec: {schedule: '0 2 * * *', timeZone: 'Asia/Shanghai'}});
	});

	test('as JSON it is the same manifest', async () => {
		expect(JSON.parse(await ok([...WEB, '-o', 'json']))).toEqual(parse(await ok(WEB)));
	});

	test('without an image it has a placeholder, and a warning says so', async () => {
		const {out, err, code} = await run(['export', '--cpu', '2', '--memory', '4Gi']);
		expect(code).toBe(0);
		expect(out).toContain('image: your-image:tag');
		expect(err).toContain('warning: --image: Container app has no image');
	});

	test('keeps the colours out of pipes, and paints keys on terminals', async () => {
		expect(await ok(WEB)).not.toContain('\u001b');
		expect(await ok(WEB, {isTerminal: true})).toContain('\u001b[36mapiVersion');
	});

	test('what ECI would refuse is not exported', async () => {
		await fails(
			[...WEB, '--with-eip', '--eip-instance', 'eip-bp1a2b3c'],
			2,
			"error: --eip-instance: A pod can't bind an existing elastic IP address and create one as well. Remove --eip-instance or --with-eip.",
		);
		await fails(
			[...WEB, '--spot-strategy', 'SpotWithPriceLimit'],
			2,
			'error: --spot-price-limit: SpotWithPriceLimit needs a price limit. Add one per hour, such as --spot-price-limit 0.250, or use SpotAsPriceGo.',
		);
	});
});

test('an error about one of several annotations comes without the warnings of the others', async () => {
	const {code, err} = await run([
		...WEB,
		...['--annotation', 'k8s.aliyun.com/eip-isp=BGP'],
		...['--annotation', 'k8s.aliyun.com/eci-imagecache=true'],
	]);
	expect(code).toBe(2);
	expect(err.match(/^(?:error|warning|note):/gm)).toEqual(['error:']);
	expect(err).toContain('eci-imagecache');
});

describe('our own lint over what is exported', () => {
	test('adds what the plan could not see, with the place in the manifest', async () => {
		const plan = JSON.stringify({
			containers: [{image: 'nginx:1.29', cpu: '2', memory: '4Gi', env: {aliyun_logs_web_ttl: '7'}}],
			network: {nat: true},
		});
		const {code, out, err} = await run(['export', '--plan', '-', '--name', 'shop'], {stdin: plan});
		expect(code).toBe(0);
		expect(parse(out)).toMatchObject({kind: 'Deployment'});
		expect(err).toContain(
			'warning: Deployment/shop: spec.template.spec.containers[0].env[0].name:',
		);
	});

	test('keeps an error from being exported', async () => {
		const line = [...WEB, '--nat', '--replicas', '3', '--eip-instance', 'eip-bp1a2b3c'];
		expect((await run([...line, '--kind', 'statefulset'])).code).toBe(0);
		const {code, out, err} = await run([...line, '--kind', 'statefulset', '--as', 'deployment']);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toContain(
			'error: Deployment/web: spec.template.metadata.annotations["k8s.aliyun.com/eci-eip-instanceid"]:',
		);
	});

	test('says nothing twice', async () => {
		const {err} = await run([...WEB, '--nat', '--spot-price-limit', '0.25']);
		expect(err.match(/price limit without/g)).toHaveLength(1);
	});
});

describe('a flag of a list that is given again', () => {
	test('adds to it', async () => {
		const text = await ok([
			...WEB,
			...['--vswitch', 'vsw-1,vsw-2', '--vswitch', 'vsw-3'],
			...['--security-group', 'sg-1', '--security-group', 'sg-2'],
		]);
		expect(text).toContain('k8s.aliyun.com/eci-vswitch: "vsw-1,vsw-2,vsw-3"');
		expect(text).toContain('k8s.aliyun.com/eci-security-group: "sg-1,sg-2"');
	});

	test('adds an address range', async () => {
		const {err} = await run([
			...WEB,
			...['--replicas', '300', '--vswitch-cidr', '10.0.0.0/24', '--vswitch-cidr', '10.0.1.0/24'],
		]);
		expect(err).toContain('10.0.0.0/24, 10.0.1.0/24 has addresses for 504 pods');
	});
});

test('a comma within a part of --volume has a backslash, as the message says', async () => {
	const volume = (options: string) => [
		...WEB,
		...['--volume', `name=d,type=nas,server=x,options=${options}`],
	];
	expect(await ok(volume('nolock\\,tcp\\,noresvport'))).toContain('"nolock,tcp,noresvport"');
	const {code, err} = await run(volume('nolock,tcp,noresvport'));
	expect([code, err.includes('options=…\\,…')]).toEqual([2, true]);
});
