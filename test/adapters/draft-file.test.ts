import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {draftFile} from '../../source/adapters/draft-file.ts';

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-draft-'));
	try {
		await work(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

/** A process that has come to its end. */
const goneBy = (): number => spawnSync(process.execPath, ['--version']).pid;

const draft = {input: {name: 'shop'}, preset: 'web'};

/** Until the file holds what was saved last. */
const holds = async (folder: string, text: string): Promise<void> => {
	await expect
		.poll(() => readFileSync(join(folder, 'draft.json'), 'utf8'), {timeout: 5000})
		.toContain(text);
};

describe('a draft', () => {
	test('is read back after its wizard was ended, and gone once it was dropped', () =>
		inFolder(async folder => {
			draftFile(folder, goneBy()).save(draft);
			await holds(folder, 'shop');
			const next = draftFile(folder, process.pid);
			expect(await next.read()).toEqual(draft);
			await next.drop();
			expect(await next.read()).toBeNull();
			expect(readdirSync(folder)).toEqual([]);
		}));

	test('is that of the last change, private, in a folder that is made', () =>
		inFolder(async folder => {
			const deep = join(folder, 'a', 'b');
			const drafts = draftFile(deep, process.pid);
			for (let count = 0; count < 50; count++)
				drafts.save({input: {name: `shop-${count}`}, preset: null});
			await holds(deep, 'shop-49');
			expect(statSync(join(deep, 'draft.json')).mode & 0o777).toBe(0o600);
			expect(readdirSync(deep)).toEqual(['draft.json']);
		}));

	test('of a wizard that still runs is left to it', () =>
		inFolder(async folder => {
			draftFile(folder, process.ppid).save(draft);
			await holds(folder, 'shop');
			const other = draftFile(folder, process.pid);
			expect(await other.read()).toBeNull();
			await other.drop();
			expect(readdirSync(folder)).toEqual(['draft.json']);
		}));

	test.each(['', '{', '[]', 'null', '{"version": 2, "pid": 1, "input": {}}'])(
		'that reads %j is none',
		text =>
			inFolder(async folder => {
				writeFileSync(join(folder, 'draft.json'), text);
				expect(await draftFile(folder, process.pid).read()).toBeNull();
			}),
	);

	test('that can not be written is no failure', async () => {
		const drafts = draftFile('/proc/no/such/folder', process.pid);
		drafts.save(draft);
		await drafts.drop();
		expect(await drafts.read()).toBeNull();
	});
});
