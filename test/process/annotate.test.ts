import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseAllDocuments} from 'yaml';
import {inFolder, NODES, runProgram, runShell} from '../helpers/run-program.ts';

const WEB = [
	...[
		'\ufeffapiVersion: apps/v1 # of the web',
		'kind: Deployment',
		'metadata: {name: web}',
		'spec:',
	],
	...['  selector: {matchLabels: {app: web}}', '  template:', '    metadata:'],
	...['      labels: {app: "web"}', '    spec:', '      containers:'],
	'      - {name: app, image: nginx, resources: {limits: {cpu: 2, memory: 4Gi}}}',
].join('\r\n');

const ADDED = [
	...['', '      annotations:', '        k8s.aliyun.com/eci-use-specs: "2-4Gi,ecs.c6.large"'],
	'    spec:',
].join('\r\n');

const DONE = WEB.replace('\r\n    spec:', ADDED);

const FLAGS = ['--use-specs', '2-4Gi,ecs.c6.large'];

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

const inManifests = (work: (folder: string, path: string) => Promise<void> | void): Promise<void> =>
	inFolder(async folder => {
		const path = join(folder, 'web.yaml');
		writeFileSync(path, WEB);
		await work(folder, path);
	});

describe.each(NODES)('annotate on Node %s', (_version, node) => {
	test('prints a file and standard input byte for byte', async () => {
		await inManifests(async (_folder, path) => {
			expect(await runProgram(['annotate', '-f', path, ...FLAGS], {node})).toMatchObject({
				code: 0,
				out: DONE,
			});
			const piped = await runProgram(['annotate', '-f', '-', ...FLAGS], {node, input: WEB});
			expect(piped).toMatchObject({code: 0, out: DONE});
		});
	});

	test('--write keeps mode and link, leaves nothing behind, and --remove gives every byte back', async () => {
		await inManifests(async (folder, path) => {
			chmodSync(path, 0o640);
			const link = join(folder, 'link.yaml');
			symlinkSync('web.yaml', link);
			const write = ['annotate', '-f', link, '--write', ...FLAGS];
			expect(await runProgram(write, {node})).toMatchObject({code: 0, out: ''});
			expect(readFileSync(path, 'utf8')).toBe(DONE);
			expect(lstatSync(link).isSymbolicLink()).toBe(true);
			expect(statSync(path).mode & 0o777).toBe(0o640);
			expect(readdirSync(folder).sort()).toEqual(['link.yaml', 'web.yaml']);
			expect((await runProgram([...write, '--remove'], {node})).code).toBe(0);
			expect(readFileSync(path, 'utf8')).toBe(WEB);
		});
	});

	test('a file that has nothing to change is not touched', async () => {
		await inManifests(async (folder, path) => {
			const other = join(folder, 'service.yaml');
			writeFileSync(other, 'kind: Service\n');
			const before = statSync(other);
			const line = ['annotate', '-f', folder, '--write', ...FLAGS];
			expect((await runProgram(line, {node})).code).toBe(0);
			expect(statSync(other)).toMatchObject({ino: before.ino, mtimeMs: before.mtimeMs});
			const written = statSync(path);
			expect((await runProgram(line, {node})).code).toBe(0);
			expect(statSync(path)).toMatchObject({ino: written.ino, mtimeMs: written.mtimeMs});
		});
	});

	test('--check exits with 3 until the files are as they should be', async () => {
		await inManifests(async (folder, path) => {
			const check = ['annotate', '-f', folder, '--check', ...FLAGS];
			expect(await runProgram(check, {node})).toMatchObject({code: 3, out: `${path}\n`});
			expect(readFileSync(path, 'utf8')).toBe(WEB);
			writeFileSync(path, DONE);
			expect(await runProgram(check, {node})).toMatchObject({code: 0, out: ''});
		});
	});

	test('--diff is a patch that git applies', async () => {
		await inManifests(async (folder, path) => {
			const diff = await runProgram(['annotate', '-f', 'web.yaml', '--diff', ...FLAGS], {
				node,
				cwd: folder,
			});
			const {status} = spawnSync('git', ['apply', '-p1'], {cwd: folder, input: diff.out});
			expect(status).toBe(0);
			expect(readFileSync(path, 'utf8')).toBe(DONE);
		});
	});

	test('a file that can not be read or written is told, with exit code 4', async () => {
		await inManifests(async (folder, path) => {
			const missing = ['annotate', '-f', join(folder, 'none.yaml')];
			expect(await runProgram(missing, {node})).toMatchObject({code: 4, out: ''});
			// As long as names may be: there is no room for the name of a file beside it.
			const long = join(folder, `${'a'.repeat(250)}.yaml`);
			writeFileSync(long, WEB);
			const line = ['annotate', '-f', long, '-f', path, '--write', ...FLAGS];
			const ended = await runProgram(line, {node});
			expect(ended.code).toBe(4);
			expect(ended.err).toContain('aaa');
			expect(readFileSync(long, 'utf8')).toBe(WEB);
			expect(readFileSync(path, 'utf8')).toBe(DONE);
		});
	});

	test('a reader that has seen enough is no failure', async () => {
		await inManifests((_folder, path) => {
			expect(runShell(`eci-plan annotate -f ${path} | head -1`, {node}).code).toBe(0);
		});
	});
});

describe.runIf(hasKubectl)('with kubectl', () => {
	test('`kubectl kustomize` applies what --as kustomize prints', async () => {
		await inManifests(async (folder, path) => {
			writeFileSync(path, WEB.replace('\ufeff', ''));
			const line = ['annotate', '-f', 'web.yaml', '--as', 'kustomize', ...FLAGS];
			const {out} = await runProgram(line, {cwd: folder});
			writeFileSync(join(folder, 'kustomization.yaml'), out);
			const {stdout, status} = spawnSync('kubectl', ['kustomize', folder], {encoding: 'utf8'});
			expect(status).toBe(0);
			const [built] = parseAllDocuments(stdout);
			const [intended] = parseAllDocuments(DONE.replace('\ufeff', ''));
			expect(built?.toJS()).toEqual(intended?.toJS());
		});
	});

	test.each([
		[],
		['--kind', 'pod'],
		['--kind', 'cronjob', '--cron', '0 2 * * *', '--work', '1h'],
		['--placement', 'tolerations'],
		['-o', 'json'],
	])('and what `export --as kustomize` prints: %s', async (...flags) => {
		await inFolder(async folder => {
			const workload = ['--name', 'web', '--image', 'nginx', '--cpu', '2', '--memory', '4Gi'];
			const line = ['export', ...workload, ...FLAGS, ...flags];
			const manifest = await runProgram(line.filter(word => word !== 'json' && word !== '-o'));
			const patch = await runProgram([...line, '--as', 'kustomize']);
			expect([manifest.code, patch.code]).toEqual([0, 0]);
			mkdirSync(join(folder, 'base'));
			const bare = await runProgram(['annotate', '-f', '-', '--remove', '--all'], {
				input: manifest.out,
			});
			writeFileSync(join(folder, 'base', 'web.yaml'), bare.out);
			writeFileSync(join(folder, 'base', 'kustomization.yaml'), 'resources: [web.yaml]\n');
			writeFileSync(join(folder, 'kustomization.yaml'), patch.out);
			const {stdout, status} = spawnSync('kubectl', ['kustomize', folder], {encoding: 'utf8'});
			expect(status).toBe(0);
			const [built] = parseAllDocuments(stdout);
			const [intended] = parseAllDocuments(manifest.out);
			expect(built?.toJS()).toEqual(intended?.toJS());
		});
	});
});
