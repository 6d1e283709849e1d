import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {withLock} from '../../source/adapters/file-lock.ts';

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-lock-'));
	try {
		await work(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

/** Works that count how many of them are under way at once. */
const counting = () => {
	const count = {now: 0, most: 0};
	const work = async (): Promise<void> => {
		count.now += 1;
		count.most = Math.max(count.most, count.now);
		await new Promise(resolve => setImmediate(resolve));
		count.now -= 1;
	};
	return {count, work};
};

test('only one works at a time, and nothing is left behind', () =>
	inFolder(async folder => {
		const {count, work} = counting();
		const lock = join(folder, 'lock');
		await Promise.all(Array.from({length: 12}, () => withLock(lock, work)));
		expect(count.most).toBe(1);
		expect(readdirSync(folder)).toEqual([]);
	}));

test('a lock that a dead program left is taken over, by one at a time', () =>
	inFolder(async folder => {
		const {count, work} = counting();
		const lock = join(folder, 'lock');
		writeFileSync(lock, 'somebody who was ended');
		await Promise.all(Array.from({length: 6}, () => withLock(lock, work, 100)));
		expect(count.most).toBe(1);
		expect(readdirSync(folder)).toEqual([]);
	}));

test('a work that fails frees the lock', () =>
	inFolder(async folder => {
		const lock = join(folder, 'lock');
		await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
		expect(readdirSync(folder)).toEqual([]);
	}));

test('where no file can be made the failure comes at once', () =>
	inFolder(async folder => {
		await expect(
			withLock(join(folder, 'missing', 'lock'), () => Promise.resolve('done')),
		).rejects.toMatchObject({code: 'ENOENT'});
	}));
