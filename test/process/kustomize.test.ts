import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseAllDocuments} from 'yaml';
import {EXPORT_TARGETS} from '../../source/domain/input/export-targets.ts';
import {ok} from '../helpers/memory-world.ts';
import {inFolder} from '../helpers/run-program.ts';

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

const kindOf = (document: unknown): string =>
	typeof document === 'object' && document !== null && 'kind' in document
		? String(document.kind)
		: '';

/** In an order of their own: it has another one than we, and sorts keys. */
const documentsIn = (text: string): readonly unknown[] =>
	parseAllDocuments(text)
		.map(document => document.toJS() as unknown)
		.toSorted((a, b) => kindOf(a).localeCompare(kindOf(b)));

const LINE = [
	...['export', '--name', 'web', '--image', 'nginx:1.29', '--nat', '--quiet'],
	...['--use-specs', '2-4Gi,ecs.c6.large', '--log', 'web=/var/log/web/*.log'],
	...['--volume', 'name=made,type=pvc,claim=made,size=20Gi,create-class=true,mount=/made'],
	...['--volume', 'name=new,type=new-disk,size=20Gi,keep=true,mount=/new'],
	...['--disk-volume', 'cache:ext4:20Gi', '--with-eip', '--eip-bandwidth', '10'],
];

/** A workload that is there already, without anything of the plan. */
const BASE = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: app, image: "nginx:1.28", volumeMounts: [{name: own, mountPath: /own}]}
      volumes:
      - {name: own, emptyDir: {}}
`;

/** A kustomization is no resource of another one. */
const RESOURCES = EXPORT_TARGETS.filter(target => target !== 'kustomize');

describe.runIf(hasKubectl)('kubectl kustomize', () => {
	test.each(RESOURCES)('takes what is exported as %s, and changes nothing', async target => {
		const cron =
			target === 'cronjob' ? ['--kind', target, '--cron', '0 2 * * *', '--work', '1h'] : [];
		const isServed = ['pod', 'deployment', 'statefulset'].includes(target);
		const service = isServed ? ['--service', 'loadbalancer', '--port', '80'] : [];
		const manifest = await ok([...LINE, '--as', target, ...cron, ...service]);
		await inFolder(folder => {
			writeFileSync(join(folder, 'web.yaml'), manifest);
			writeFileSync(join(folder, 'kustomization.yaml'), 'resources: [web.yaml]\n');
			const {status, stdout, stderr} = spawnSync('kubectl', ['kustomize', folder], {
				encoding: 'utf8',
			});
			expect({status, stderr}).toEqual({status: 0, stderr: ''});
			expect(documentsIn(stdout)).toEqual(documentsIn(manifest));
		});
	});

	test('adds volumes, mounts and logs to the container of a base, beside what it has', async () => {
		const kustomization = await ok([...LINE, '--as', 'kustomize']);
		await inFolder(folder => {
			mkdirSync(join(folder, 'base'));
			writeFileSync(join(folder, 'base', 'web.yaml'), BASE);
			writeFileSync(join(folder, 'base', 'kustomization.yaml'), 'resources: [web.yaml]\n');
			writeFileSync(join(folder, 'kustomization.yaml'), kustomization);
			const {status, stdout, stderr} = spawnSync('kubectl', ['kustomize', folder], {
				encoding: 'utf8',
			});
			expect({status, stderr}).toEqual({status: 0, stderr: ''});
			const [document] = documentsIn(stdout) as readonly {
				spec: {template: {spec: {containers: readonly object[]; volumes: readonly object[]}}};
			}[];
			const {containers = [], volumes = []} = document?.spec.template.spec ?? {};
			expect(containers).toEqual([
				{
					name: 'app',
					image: 'nginx:1.28',
					env: [{name: 'aliyun_logs_web', value: '/var/log/web/*.log'}],
					volumeMounts: expect.arrayContaining([
						{name: 'own', mountPath: '/own'},
						{name: 'made', mountPath: '/made'},
						{name: 'new', mountPath: '/new'},
						{name: 'logs-web', mountPath: '/var/log/web'},
					]),
				},
			]);
			expect(volumes.map(volume => 'name' in volume && volume.name).toSorted()).toEqual([
				...['cache', 'logs-web', 'made', 'new', 'own'],
			]);
		});
	});
});
