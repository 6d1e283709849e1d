import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
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
});
