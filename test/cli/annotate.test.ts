import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {fails, ok, run} from '../helpers/memory-world.ts';

const deployment = (name: string, requests: string, annotations: readonly string[] = []): string =>
	[
		...['apiVersion: apps/v1', 'kind: Deployment', `metadata: {name: ${name}}`, 'spec:'],
		...['  template:', '    metadata:', '      labels:', '        app: web # the name'],
		...annotations.map(line => `      ${line}`),
		...[
			'    spec:',
			'      containers:',
			`      - {name: app, resources: {limits: ${requests}}}`,
			'',
		],
	].join('\n');

const WEB = deployment('web', '{cpu: 2, memory: 4Gi}');
const SPECS = 'k8s.aliyun.com/eci-use-specs';

const annotationsIn = (yaml: string): unknown =>
	(parse(yaml) as {spec: {template: {metadata: {annotations: unknown}}}}).spec.template.metadata
		.annotations;

const annotate = (flags: string, text = WEB) => ok(`annotate -f - ${flags}`, {stdin: text});

const chainOf = async (flags: string): Promise<string> =>
	(JSON.parse(await ok(`chain -o json ${flags}`)) as {useSpecs: string}).useSpecs;

describe('annotate', () => {
	test('adds the chain that `chain` picks, and touches nothing else', async () => {
		const picked = await chainOf('--cpu 2 --memory 4Gi');
		expect(await annotate('')).toBe(
			deployment('web', '{cpu: 2, memory: 4Gi}', ['annotations:', `  ${SPECS}: "${picked}"`]),
		);
	});

	test.each([
		'--max-specs 2',
		'--pick resilient',
		'--families c7',
		'--spot-strategy SpotAsPriceGo',
		'--region cn-beijing --ruleset current',
	])('picks as `chain` does with %s', async flags => {
		expect(annotationsIn(await annotate(flags))).toMatchObject({
			[SPECS]: await chainOf(`--cpu 2 --memory 4Gi ${flags}`),
		});
	});

	test('adds what flags name, in the order of the table', async () => {
		const flags =
			'--spot-strategy SpotWithPriceLimit --spot-price-limit 0.250 --vswitch vsw-1,vsw-2';
		const text = await annotate(
			`--use-specs 2-4Gi,ecs.c6.large ${flags} --image-cache --annotation team=shop`,
		);
		expect(text).toBe(
			deployment('web', '{cpu: 2, memory: 4Gi}', [
				...['annotations:', `  ${SPECS}: "2-4Gi,ecs.c6.large"`],
				'  k8s.aliyun.com/eci-vswitch: "vsw-1,vsw-2"',
				'  k8s.aliyun.com/eci-image-cache: "true"',
				'  k8s.aliyun.com/eci-spot-strategy: "SpotWithPriceLimit"',
				'  k8s.aliyun.com/eci-spot-price-limit: "0.250"',
				'  team: "shop"',
			]),
		);
	});

	test('takes a chain that --annotation names instead of a picked one', async () => {
		const text = await annotate(`--annotation ${SPECS}=4-8Gi`);
		expect(annotationsIn(text)).toEqual({[SPECS]: '4-8Gi'});
	});

	test('leaves a key that is there, unless a flag names it', async () => {
		const own = ['annotations:', `  ${SPECS}: 4-8Gi`, '  k8s.aliyun.com/eci-vswitch: vsw-9'];
		const text = deployment('web', '{cpu: 2, memory: 4Gi}', own);
		expect(await annotate('', text)).toBe(text);
		expect(annotationsIn(await annotate('--vswitch vsw-1', text))).toEqual({
			[SPECS]: '4-8Gi',
			'k8s.aliyun.com/eci-vswitch': 'vsw-1',
		});
		expect(annotationsIn(await annotate('--use-specs 2-4Gi', text))).toMatchObject({
			[SPECS]: '2-4Gi',
		});
	});

	test('fills in what settings say, but replaces nothing by it', async () => {
		const scene = {defaults: {vswitch: 'vsw-1'}};
		const line = 'annotate -f - --use-specs 2-4Gi';
		expect(annotationsIn(await ok(line, {...scene, stdin: WEB}))).toMatchObject({
			'k8s.aliyun.com/eci-vswitch': 'vsw-1',
		});
		const own = deployment('web', '{cpu: 2}', ['annotations: {k8s.aliyun.com/eci-vswitch: vsw-9}']);
		expect(annotationsIn(await ok(line, {...scene, stdin: own}))).toMatchObject({
			'k8s.aliyun.com/eci-vswitch': 'vsw-9',
		});
		expect(
			annotationsIn(await ok(line, {env: {ECI_PLAN_VSWITCH: 'vsw-2'}, ...scene, stdin: own})),
		).toMatchObject({'k8s.aliyun.com/eci-vswitch': 'vsw-2'});
	});

	test('names a key as its ruleset does', async () => {
		const flags = '--use-specs 2-4Gi --image-cache --image-snapshot imc-1';
		expect(
			Object.keys(annotationsIn(await annotate(`${flags} --image-cache=false`)) as object),
		).toEqual([SPECS, 'k8s.aliyun.com/eci-image-snapshot-id', 'k8s.aliyun.com/eci-image-cache']);
		const current = await annotate(`${flags} --image-cache=false --ruleset current`);
		expect(annotationsIn(current)).toEqual({
			[SPECS]: '2-4Gi',
			'k8s.aliyun.com/eci-imc-id': 'imc-1',
			'k8s.aliyun.com/eci-auto-imc': 'false',
		});
		const undone = `annotate -f - --remove ${flags} --image-cache=false --ruleset current`;
		expect(await ok(undone, {stdin: current})).toBe(WEB);
	});

	test('does every workload of a stream, each for its need, and passes on the rest', async () => {
		const small = deployment('small', '{cpu: 500m, memory: 1Gi}');
		const service = 'kind: Service # as it is\nspec: {type:   ClusterIP}\n';
		const text = await annotate('', [WEB, service, small].join('---\n'));
		const [web, between, last] = text.split('---\n');
		expect(web).toBe(await annotate(''));
		expect(between).toBe(service);
		expect(last).toBe(await annotate('', small));
		expect(last).not.toContain(await chainOf('--cpu 2 --memory 4Gi'));
	});

	test('twice is once, and --remove gives back every byte', async () => {
		const flags = '--spot-strategy SpotAsPriceGo --eip-bandwidth 10 --with-eip --annotation a=b';
		const done = await annotate(flags);
		expect(await annotate(flags, done)).toBe(done);
		expect(await annotate(`--remove ${flags}`, done)).toBe(WEB);
	});

	test('--remove --all takes out all that is ECI’s, and nothing of others', async () => {
		const own = ['annotations:', '  team: shop', '  k8s.aliyun.com/eci-vswitch: vsw-9'];
		const text = deployment('web', '{cpu: 2}', own);
		expect(await annotate('--remove --all', await annotate('--image-cache', text))).toBe(
			deployment('web', '{cpu: 2}', own.slice(0, 2)),
		);
	});
});

describe('what is left as it is', () => {
	const daemonSet = WEB.replace('Deployment', 'DaemonSet');
	const elsewhere = WEB.replace(
		'      containers',
		'      nodeSelector: {type: ecs}\n      containers',
	);
	const bare = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n';
	const patch = 'kind: Deployment\nspec: {template: {spec: {nodeName: a}}}\n';
	const shared = 'kind: Pod\nmetadata: &m {name: web}\nspec: {containers: [{name: a}]}\nm: *m\n';
	const huge = deployment('web', '{cpu: 400, memory: 4Ti}');

	test.each([
		['a DaemonSet', daemonSet, 'DaemonSet web is left as it is: ECI runs no DaemonSets'],
		['off ECI', elsewhere, 'its node selector or affinity keeps it off virtual nodes'],
		['without a template', bare, 'Deployment web is left as it is: it has no pod template'],
		['without containers', patch, 'its pods have no containers'],
		['of shared metadata', shared, 'an anchor or a merge shares its metadata with other places'],
		['too large', huge, 'Deployment web is left as it is: '],
	])('%s', async (_, text, said) => {
		const {code, out, err} = await run(['annotate', '-f', '-'], {stdin: text, columns: 1000});
		expect({code, out}).toEqual({code: 0, out: text});
		expect(err).toContain(said);
		expect(err).toMatch(/stdin:\d+:\d+: /);
	});

	test('a document that is broken, byte for byte, while the others are annotated', async () => {
		const broken = 'kind: [\u0007\n  - {{ .Values.kind }}\n';
		const {code, out, err} = await run(['annotate', '-f', '-', '--use-specs', '2-4Gi'], {
			stdin: `${WEB}---\n${broken}---\n${WEB}`,
		});
		const done = await annotate('--use-specs 2-4Gi');
		expect({code, out}).toEqual({code: 0, out: `${done}---\n${broken}---\n${done}`});
		expect(err).toContain('stdin:');
	});

	test('nothing that can be read is bad content', async () => {
		const {code, out} = await run(['annotate', '-f', '-'], {stdin: 'a: ['});
		expect({code, out}).toEqual({code: 2, out: ''});
	});

	test('nothing at all is nothing to do', async () => {
		expect(await ok('annotate -f -', {stdin: ''})).toBe('');
	});
});

describe('several files', () => {
	const files = {
		'k/a.yaml': WEB,
		'k/b.yaml': deployment('b', '{cpu: 1}'),
		'k/c.yaml': 'kind: Service\n',
	};
	const scene = {files, folders: ['k']};

	test('are not printed as one', async () => {
		await fails(
			'annotate -f k',
			2,
			"error: 3 files can't be printed as one. Add --diff to see what changes, --write to change them, or --check.",
			scene,
		);
	});

	test('--check names those that would change, and exits with 3', async () => {
		const {code, out, err, writes} = await run(['annotate', '-f', 'k', '--check'], {
			...scene,
			columns: 1000,
		});
		expect({code, out, writes}).toEqual({code: 3, out: 'k/a.yaml\nk/b.yaml\n', writes: 0});
		expect(err).toContain('error: 2 of 3 files would change.');
	});

	test('--write changes those that have to change, and then nothing any more', async () => {
		const line = ['annotate', '-f', 'k', '--write'];
		const {code, out, err, files: after, writes} = await run(line, {...scene, columns: 1000});
		expect({code, out, writes}).toEqual({code: 0, out: '', writes: 2});
		expect(after['k/a.yaml']).toBe(await annotate(''));
		expect(err).toContain('note: Changed 1 workload in k/a.yaml.');
		const again = await run(line, {files: after, folders: ['k'], columns: 1000});
		expect({code: again.code, writes: again.writes}).toEqual({code: 0, writes: 0});
		expect(again.err).toContain('Nothing to change in 3 files.');
		expect(
			(await run(['annotate', '-f', 'k', '--check'], {files: after, folders: ['k']})).code,
		).toBe(0);
	});

	test('--diff shows what would change', async () => {
		expect(await ok('annotate -f k --diff --use-specs 2-4Gi', scene)).toBe(
			['a', 'b']
				.map(name =>
					[
						...[`--- a/k/${name}.yaml`, `+++ b/k/${name}.yaml`, '@@ -6,6 +6,8 @@'],
						...['     metadata:', '       labels:', '         app: web # the name'],
						...[
							'+      annotations:',
							`+        ${SPECS}: "2-4Gi"`,
							'     spec:',
							'       containers:',
						],
						` ${files[`k/${name}.yaml` as 'k/a.yaml'].split('\n').at(-2)}\n`,
					].join('\n'),
				)
				.join(''),
		);
	});

	test('--diff and --check go together', async () => {
		const {code, out} = await run(['annotate', '-f', 'k', '--diff', '--check'], scene);
		expect([code, out.startsWith('--- a/k/a.yaml\n')]).toEqual([3, true]);
	});
});

describe('bad usage', () => {
	test.each([
		['annotate', 'A word is missing after the command. Use one of -f FILE or -f -.'],
		['annotate -f - --write', "eci-plan annotate -f - doesn't use --write. Remove it."],
		['annotate -f a --write --diff', "eci-plan annotate --write doesn't use --diff. Remove it."],
		['annotate -f a --all', "eci-plan annotate without --remove doesn't use --all. Remove it."],
		['annotate -f a --volume name=a', "eci-plan annotate doesn't use --volume. Remove it."],
		['annotate -f a --cpu 2', "eci-plan annotate doesn't use --cpu. Remove it."],
		['annotate -f a --as pod', '--as: "pod" isn\'t one of the choices. Use kustomize.'],
	])('%s', async (line, said) => {
		const {code, out, err} = await run(line.split(' '), {files: {a: WEB}, columns: 1000});
		expect([code, out, err]).toEqual([2, '', `error: ${said}\n`]);
	});

	test.each([
		['--vswitch x', 'error: --vswitch: '],
		['--spot-strategy SpotWithPriceLimit', 'error: --spot-price-limit: '],
		['--use-specs 2-4', 'error: --use-specs: '],
		['--annotation k8s.aliyun.com/eci-vswich=a', 'error: --annotation: '],
		['--region nowhere', 'error: --region: '],
	])('a value that is wrong: %s', async (flags, said) => {
		const line = ['annotate', '-f', '-', ...flags.split(' ')];
		const {code, out, err} = await run(line, {stdin: WEB, columns: 1000});
		expect([code, out, err]).toEqual([2, '', expect.stringContaining(said)]);
	});
});

describe('on a terminal', () => {
	const evil = 'kind: [\u001b[31m\u009b\n---\n';

	test('the text and the names of files stay text', async () => {
		const scene = {files: {'\u001b[2J.yaml': `${WEB}---\n${evil}`}, isTerminal: true};
		for (const mode of [[], ['--diff'], ['--check'], ['--write']]) {
			const {out, err} = await run(
				['annotate', '-f', '\u001b[2J.yaml', '--no-color', ...mode],
				scene,
			);
			for (const control of ['\u001b', '\u009b']) expect(out + err).not.toContain(control);
		}
	});

	test('a diff has colours', async () => {
		const out = await ok('annotate -f a --diff', {files: {a: WEB}, isTerminal: true});
		expect(out).toContain('\u001b[32m+      annotations:\u001b[0m');
	});

	test('lines stay lines, with tabs and carriage returns', async () => {
		const json = '{"kind":\t"Service"}\r\n';
		expect(await ok('annotate -f -', {stdin: json, isTerminal: true})).toBe(json);
	});
});

describe('--as kustomize', () => {
	test('prints the patches that a kustomization adds', async () => {
		const files = {'web.yaml': `${WEB}---\nkind: Pod\nspec: {containers: [{name: a}]}\n`};
		const line = ['annotate', '-f', 'web.yaml', '--as', 'kustomize', '--use-specs', '2-4Gi'];
		const {code, out, err} = await run(line, {files, columns: 1000});
		expect(code).toBe(0);
		const {patches, ...rest} = parse(out) as {patches: {patch: string}[]};
		expect(rest).toEqual({
			apiVersion: 'kustomize.config.k8s.io/v1beta1',
			kind: 'Kustomization',
			resources: ['web.yaml'],
		});
		expect(patches.map(({patch}) => parse(patch) as unknown)).toEqual([
			{
				apiVersion: 'apps/v1',
				kind: 'Deployment',
				metadata: {name: 'web'},
				spec: {template: {metadata: {annotations: {[SPECS]: '2-4Gi'}}}},
			},
		]);
		expect(err).toContain('Pod Pod is left as it is: it has no name that a patch could find it by');
	});
});

describe('without a workload', () => {
	const TEXTS = ['', '# nothing\n---\n', 'kind: ConfigMap\nmetadata: {name: a}\n'];

	test.each(TEXTS)('%j is printed as it was, and that is told', async text => {
		for (const args of [[], ['--remove', '--all']]) {
			const {code, out, err} = await run(['annotate', '-f', '-', ...args], {stdin: text});
			expect({code, out}).toEqual({code: 0, out: text});
			expect(err.replaceAll(/\s+/g, ' ')).toContain('There is no workload here.');
		}
	});

	test('nothing is told where there is one that stays', async () => {
		const text =
			'kind: Pod\nmetadata: {name: a, annotations: {k8s.aliyun.com/eci-use-specs: "2-4Gi"}}\nspec: {containers: [{name: a}]}\n';
		const {out, err} = await run(['annotate', '-f', '-'], {stdin: text});
		expect({out, err}).toEqual({out: text, err: ''});
	});
});
