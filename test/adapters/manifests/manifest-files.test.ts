import {execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, rm, symlink, truncate, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {manifestFiles} from '../../../source/adapters/manifests/manifest-files.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'manifests-'));
});
afterEach(() => rm(folder, {recursive: true}));

const put = async (files: Readonly<Record<string, string | Buffer>>): Promise<void> => {
	for (const [name, content] of Object.entries(files)) {
		await mkdir(join(folder, name, '..'), {recursive: true});
		await writeFile(join(folder, name), content);
	}
};

const read = (paths: readonly string[], stdin: Iterable<unknown> = []) =>
	manifestFiles(Readable.from(stdin)).read(
		paths.map(path => (path === '-' ? path : join(folder, path))),
	);

/** The names of the files that were read, behind the folder of the test. */
const namesOf = async (paths: readonly string[], stdin: Iterable<unknown> = []) => {
	const attempt = await read(paths, stdin);
	expect(attempt).toMatchObject({ok: true});
	return attempt.ok ? attempt.value.files.map(({name}) => name.replace(`${folder}/`, '')) : [];
};

const MIB = 2 ** 20;

describe('which files are read', () => {
	test('those of a folder at any depth, sorted, and no others', async () => {
		await put({
			'b.yaml': 'b: 1',
			'a.YML': 'a: 1',
			'c/d/e.json': '{}',
			'c/notes.txt': '{{',
			'.hidden.yaml': '{{',
			'.git/x.yaml': '{{',
			'c/.y.yml': '{{',
		});
		expect(await namesOf([''])).toEqual(['a.YML', 'b.yaml', 'c/d/e.json']);
	});

	test('a file of any name, when it is named', async () => {
		await put({'pod.txt': 'a: 1', '.hidden': 'b: 1'});
		expect(await namesOf(['pod.txt', '.hidden'])).toEqual(['pod.txt', '.hidden']);
	});

	test('none twice, in the order in which they are named', async () => {
		await put({'b.yaml': 'b: 1', 'a.yaml': 'a: 1'});
		await symlink('a.yaml', join(folder, 'c.yaml'));
		expect(await namesOf(['b.yaml', '', 'a.yaml', '.'])).toEqual(['b.yaml', 'a.yaml']);
	});

	test('links to folders are followed, not in circles', async () => {
		await put({'a/x.yaml': 'a: 1'});
		await symlink('..', join(folder, 'a/up'));
		await symlink(join(folder, 'a'), join(folder, 'b'));
		expect(await namesOf([''])).toEqual(['a/x.yaml']);
		expect(await namesOf(['b'])).toEqual(['b/x.yaml']);
	});

	test('standard input, in pieces that cut characters, and once', async () => {
		const bytes = Buffer.from('a: é☃');
		const pieces = [...bytes].map(byte => Buffer.from([byte]));
		const attempt = await read(['-', '-'], pieces);
		expect(attempt).toMatchObject({
			value: {files: [{name: '-', text: 'a: é☃', documents: [{value: {a: 'é☃'}}]}]},
		});
	});

	test('a pipe that is named, and none that lies in a folder', async () => {
		await put({'a.yaml': 'a: 1'});
		execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(folder, 'pipe.yaml')]);
		expect(await namesOf([''])).toEqual(['a.yaml']);
		const reading = namesOf(['pipe.yaml']);
		await writeFile(join(folder, 'pipe.yaml'), 'b: 1');
		expect(await reading).toEqual(['pipe.yaml']);
	});
});

describe('what can not be read', () => {
	test('a folder without manifests', async () => {
		await put({'a/notes.txt': ''});
		expect(await read(['a'])).toMatchObject({
			problem: {
				exitCode: 2,
				diagnostics: [{rule: 'manifest-folder-empty', facts: {folder: join(folder, 'a')}}],
			},
		});
	});

	test.each([['missing.yaml'], ['missing/x.yaml'], ['dangling.yaml'], ['loop.yaml']])(
		'%s ends with exit code 4',
		async name => {
			await symlink('nowhere', join(folder, 'dangling.yaml'));
			await symlink('loop.yaml', join(folder, 'loop.yaml'));
			expect(await read([name])).toMatchObject({
				problem: {
					exitCode: 4,
					diagnostics: [{rule: 'file-unreadable', facts: {file: join(folder, name)}}],
				},
			});
		},
	);

	test('a file of 100 MB, before it is read', async () => {
		await put({'large.yaml': ''});
		await truncate(join(folder, 'large.yaml'), 100 * MIB);
		const before = process.memoryUsage().rss;
		expect(await read([''])).toMatchObject({
			problem: {exitCode: 2, diagnostics: [{rule: 'file-too-large', facts: {limitMiB: 16}}]},
		});
		expect(process.memoryUsage().rss - before).toBeLessThan(50 * MIB);
	});

	test('a stream without end', async () => {
		let sent = 0;
		function* endless() {
			for (;;) {
				sent++;
				yield Buffer.alloc(MIB, '#');
			}
		}
		expect(await read(['-'], endless())).toMatchObject({
			problem: {diagnostics: [{rule: 'file-too-large', facts: {file: '-', limitMiB: 16}}]},
		});
		expect(sent).toBeLessThan(40);
	});

	test('more than 64 MiB together', async () => {
		await put(
			Object.fromEntries(
				['a', 'b', 'c', 'd', 'e'].map(name => [`${name}.yaml`, Buffer.alloc(15 * MIB, '#')]),
			),
		);
		expect(await read([''])).toMatchObject({
			problem: {
				exitCode: 2,
				diagnostics: [{rule: 'manifests-too-large', path: join(folder, 'e.yaml')}],
			},
		});
	});

	test('more files than anybody plans', async () => {
		await put({'a/0.yaml': ''});
		for (let n = 1; n <= 10_001; n++) await writeFile(join(folder, `a/${n}.yaml`), '');
		expect(await read([''])).toMatchObject({
			problem: {exitCode: 2, diagnostics: [{rule: 'manifests-too-many', facts: {maximum: 10_000}}]},
		});
	});
});

describe('encodings', () => {
	test.each<readonly [name: string, bytes: Buffer, encoding: string, line: number]>([
		['UTF-16, little end first', Buffer.from('\ufeffa: 1', 'utf16le'), 'utf-16', 1],
		['UTF-16, big end first', Buffer.from('\ufeffa: 1', 'utf16le').swap16(), 'utf-16', 1],
		['UTF-16 without a mark', Buffer.from('a: 1', 'utf16le'), 'utf-16', 1],
		['Latin-1', Buffer.from('a: 1\nb: caf\u00e9\n', 'latin1'), 'other', 2],
		['a character that is cut off', Buffer.from('a: 1\n\nb: é').subarray(0, -1), 'other', 3],
		['an encoded surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 'other', 1],
	])('%s is refused, and the other files are read', async (_name, bytes, encoding, line) => {
		await put({'a.yaml': bytes, 'b.yaml': 'b: 1'});
		expect(await read([''])).toMatchObject({
			value: {
				files: [{name: join(folder, 'b.yaml')}],
				diagnostics: [
					{
						rule: 'manifest-encoding',
						facts: {encoding},
						source: {file: join(folder, 'a.yaml'), line, column: 1},
					},
				],
			},
		});
	});

	test('a byte order mark stays in the text', async () => {
		await put({'a.yaml': '\ufeffa: 1\r\n'});
		expect(await read(['a.yaml'])).toMatchObject({
			value: {files: [{text: '\ufeffa: 1\r\n', documents: [{value: {a: 1}}]}]},
		});
	});
});
