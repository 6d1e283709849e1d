import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {Readable} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {nodeFiles} from '../../source/adapters/node-files.ts';

/** A folder of its own for each test, gone after it. */
const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-files-'));
	try {
		await work(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

const stdin = (...chunks: readonly (string | Buffer)[]) => nodeFiles(() => Readable.from(chunks));
const files = stdin();

const failure = (rule: string, facts: object, exitCode = 4) => ({
	ok: false,
	problem: {exitCode, diagnostics: [{rule, facts}]},
});

/** Root may read and write everything, so there is nothing to be refused. */
const isRoot = process.getuid?.() === 0;

describe('reading', () => {
	test('gives the text of a file', () =>
		inFolder(async folder => {
			writeFileSync(join(folder, 'plan.yaml'), 'cpu: 2\nname: 工作\n');
			expect(await files.read(join(folder, 'plan.yaml'))).toEqual({
				ok: true,
				value: 'cpu: 2\nname: 工作\n',
			});
		}));

	test('gives standard input for -, characters cut across chunks too', async () => {
		const [first, second] = [Buffer.from('价').subarray(0, 1), Buffer.from('价').subarray(1)];
		expect(await stdin('cpu: ', first, second).read('-')).toEqual({ok: true, value: 'cpu: 价'});
		expect(await stdin().read('-')).toEqual({ok: true, value: ''});
	});

	test('a missing file, a folder, a path through a file', () =>
		inFolder(async folder => {
			const file = join(folder, 'file');
			writeFileSync(file, '');
			for (const path of [join(folder, 'nope'), join(file, 'below')])
				expect(await files.read(path)).toMatchObject(
					failure('file-unreadable', {file: path, reason: 'missing'}),
				);
			expect(await files.read(folder)).toMatchObject(
				failure('file-unreadable', {file: folder, reason: 'is-folder'}),
			);
		}));

	test.skipIf(isRoot)('a file that may not be read', () =>
		inFolder(async folder => {
			const file = join(folder, 'secret');
			writeFileSync(file, '', {mode: 0o000});
			expect(await files.read(file)).toMatchObject(
				failure('file-unreadable', {file, reason: 'forbidden'}),
			);
		}),
	);

	test('more than 16 MiB is refused, from files that never end too', () =>
		inFolder(async folder => {
			const file = join(folder, 'large');
			writeFileSync(file, Buffer.alloc(2 ** 24 + 1, 'a'));
			const tooLarge = (path: string) => failure('file-too-large', {file: path, limitMiB: 16}, 2);
			expect(await files.read(file)).toMatchObject(tooLarge(file));
			expect(await files.read(file, {limitMiB: 17})).toMatchObject({ok: true});
			expect(await files.read(file, {limitMiB: 1})).toMatchObject(
				failure('file-too-large', {file, limitMiB: 1}, 2),
			);
			if (existsSync('/dev/zero'))
				expect(await files.read('/dev/zero')).toMatchObject(tooLarge('/dev/zero'));
			const endless = Readable.from(
				(function* () {
					for (;;) yield Buffer.alloc(2 ** 20, 'a');
				})(),
			);
			expect(await nodeFiles(() => endless).read('-')).toMatchObject(tooLarge('-'));
		}));

	test('exactly 16 MiB is taken', () =>
		inFolder(async folder => {
			const file = join(folder, 'large');
			writeFileSync(file, Buffer.alloc(2 ** 24, 'a'));
			expect(await files.read(file)).toMatchObject({ok: true});
		}));
});

describe('writing', () => {
	test('makes a new file, and leaves nothing else behind', () =>
		inFolder(async folder => {
			const file = join(folder, 'pod.yaml');
			expect(await files.write(file, 'kind: Pod\n', {overwrite: false})).toEqual({
				ok: true,
				value: undefined,
			});
			expect(readFileSync(file, 'utf8')).toBe('kind: Pod\n');
			expect(readdirSync(folder)).toEqual(['pod.yaml']);
		}));

	test('replaces no file unless that is asked for', () =>
		inFolder(async folder => {
			const file = join(folder, 'pod.yaml');
			writeFileSync(file, 'old');
			expect(await files.write(file, 'new', {overwrite: false})).toMatchObject(
				failure('file-exists', {file}),
			);
			expect(readFileSync(file, 'utf8')).toBe('old');
			expect(await files.write(file, 'new', {overwrite: true})).toMatchObject({ok: true});
			expect(readFileSync(file, 'utf8')).toBe('new');
			expect(readdirSync(folder)).toEqual(['pod.yaml']);
		}));

	test.each([0o600, 0o640, 0o664, 0o755])('keeps the mode %o of the file it replaces', mode =>
		inFolder(async folder => {
			const file = join(folder, 'pod.yaml');
			writeFileSync(file, 'old');
			chmodSync(file, mode);
			await files.write(file, 'new', {overwrite: true});
			expect((statSync(file).mode & 0o777).toString(8)).toBe(mode.toString(8));
		}),
	);

	test('a new file gets the mode that the process gives to any', () =>
		inFolder(async folder => {
			const file = join(folder, 'pod.yaml');
			const other = join(folder, 'other');
			writeFileSync(other, '');
			await files.write(file, 'new', {overwrite: false});
			expect(statSync(file).mode).toBe(statSync(other).mode);
		}));

	test('writes through a link, which stays one', () =>
		inFolder(async folder => {
			mkdirSync(join(folder, 'real'));
			const target = join(folder, 'real', 'pod.yaml');
			writeFileSync(target, 'old');
			const link = join(folder, 'link.yaml');
			symlinkSync(join('real', 'pod.yaml'), link);
			expect(await files.write(link, 'new', {overwrite: false})).toMatchObject(
				failure('file-exists', {file: link}),
			);
			expect(await files.write(link, 'new', {overwrite: true})).toMatchObject({ok: true});
			expect(lstatSync(link).isSymbolicLink()).toBe(true);
			expect(readlinkSync(link)).toBe(join('real', 'pod.yaml'));
			expect(readFileSync(target, 'utf8')).toBe('new');
			expect(readdirSync(join(folder, 'real'))).toEqual(['pod.yaml']);
		}));

	test('a folder is no file, and a missing one is not made', () =>
		inFolder(async folder => {
			for (const overwrite of [true, false])
				expect(await files.write(folder, 'x', {overwrite})).toMatchObject(
					failure('file-unwritable', {file: folder, reason: 'is-folder'}),
				);
			const file = join(folder, 'missing', 'pod.yaml');
			expect(await files.write(file, 'x', {overwrite: false})).toMatchObject(
				failure('file-unwritable', {file, reason: 'missing'}),
			);
			expect(readdirSync(folder)).toEqual([]);
		}));

	test.skipIf(isRoot)('a folder that may not be written to', () =>
		inFolder(async folder => {
			const locked = join(folder, 'locked');
			mkdirSync(locked, {mode: 0o555});
			const file = join(locked, 'pod.yaml');
			expect(await files.write(file, 'x', {overwrite: false})).toMatchObject(
				failure('file-unwritable', {file, reason: 'forbidden'}),
			);
		}),
	);

	test.runIf(existsSync('/proc/version'))('a file system that takes no files', async () => {
		const file = '/proc/eci-plan.yaml';
		const attempt = await files.write(file, 'x', {overwrite: false});
		expect(attempt).toMatchObject({ok: false, problem: {exitCode: 4}});
	});

	test.runIf(existsSync('/dev/full'))('a full disk is told, and the device stays', async () => {
		expect(await files.write('/dev/full', 'x', {overwrite: true})).toMatchObject(
			failure('file-unwritable', {file: '/dev/full', reason: 'no-space'}),
		);
		expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
	});

	test.runIf(existsSync('/dev/null'))('a device takes the text and is never replaced', async () => {
		for (const overwrite of [true, false])
			expect(await files.write('/dev/null', 'x', {overwrite})).toMatchObject({ok: true});
		expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
	});

	test('of two that write one new file at once, one wins whole', () =>
		inFolder(async folder => {
			const file = join(folder, 'pod.yaml');
			const texts = Array.from({length: 8}, (_, index) => String(index).repeat(10_000));
			const attempts = await Promise.all(
				texts.map(text => files.write(file, text, {overwrite: false})),
			);
			expect(attempts.filter(({ok}) => ok)).toHaveLength(1);
			expect(readFileSync(file, 'utf8')).toBe(texts[attempts.findIndex(({ok}) => ok)]);
			expect(readdirSync(folder)).toEqual(['pod.yaml']);
		}));

	test('a reader sees the old text or the new, never half of one', () =>
		inFolder(async folder => {
			const file = join(folder, 'pod.yaml');
			const texts = ['a'.repeat(200_000), 'b'.repeat(200_000)];
			writeFileSync(file, texts[0] ?? '');
			const writing = files.write(file, texts[1] ?? '', {overwrite: true});
			const seen = new Set<string>();
			for (let count = 0; count < 50; count++) {
				seen.add(readFileSync(file, 'utf8'));
				await new Promise(resolve => setImmediate(resolve));
			}
			await writing;
			seen.add(readFileSync(file, 'utf8'));
			expect([...seen].every(text => texts.includes(text))).toBe(true);
			expect(seen).toContain(texts[1]);
		}));
});

describe('a file within a folder', () => {
	test('is one below it, also through links that stay there, as ConfigMaps have them', () =>
		inFolder(async folder => {
			mkdirSync(join(folder, '..data'));
			writeFileSync(join(folder, '..data', 't.json'), '[]');
			symlinkSync('..data/t.json', join(folder, 't.json'));
			expect(await files.isWithin(folder, join(folder, 't.json'))).toBe(true);
			expect(await files.isWithin(folder, join(folder, 'missing.json'))).toBe(true);
		}));

	test('is none behind a link that leads out of it, nor a device', () =>
		inFolder(async folder => {
			const inner = join(folder, 'market');
			mkdirSync(inner);
			writeFileSync(join(folder, 'secret.json'), '[]');
			symlinkSync('../secret.json', join(inner, 'file.json'));
			symlinkSync('..', join(inner, 'up'));
			for (const name of ['file.json', 'up/secret.json'])
				expect(await files.isWithin(inner, join(inner, name)), name).toBe(false);
			expect(await files.isWithin('/dev', '/dev/null')).toBe(false);
		}));
});
