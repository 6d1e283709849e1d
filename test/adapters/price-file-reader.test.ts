import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {priceFileReader} from '../../source/adapters/price-file-reader.ts';
import type {PriceFile} from '../../source/ports.ts';

const CSV = 'region,type,onDemand,currency\ncn-hangzhou,ecs.c6.large,0.39,CNY\n';
const OPTIONS = {currency: 'CNY', today: '2026-11-23'} as const;

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-import-'));
	try {
		await work(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

const noInput = () => Readable.from([]);

const opened = async (path: string, stdin: Readable = noInput()): Promise<PriceFile> => {
	const attempt = await priceFileReader(stdin).open(path, OPTIONS);
	if (!attempt.ok) throw new Error(JSON.stringify(attempt.problem));
	return attempt.value;
};

const countOf = async ({items}: PriceFile): Promise<number> => {
	let count = 0;
	for await (const _item of items) count++;
	return count;
};

describe('a price file', () => {
	test('is read in pieces, has a name without its folder and the day it was changed', () =>
		inFolder(async folder => {
			const path = join(folder, 'prices.csv');
			writeFileSync(path, CSV.trimEnd() + '\ncn-hangzhou,ecs.c6.large,0.39,CNY'.repeat(20_000));
			const changed = Date.UTC(2026, 10, 20, 12) / 1000;
			utimesSync(path, changed, changed);
			const file = await opened(path);
			expect(file).toMatchObject({format: 'price-list', name: 'prices.csv', day: '2026-11-20'});
			expect(file.progress()).toBeGreaterThan(0);
			expect(file.progress()).toBeLessThan(0.5);
			expect(await countOf(file)).toBe(20_001);
			expect(file.progress()).toBe(1);
			expect(file.assumed()).toEqual(['date']);
		}));

	test('that was changed in the future counts as of today', () =>
		inFolder(async folder => {
			const path = join(folder, 'prices.csv');
			writeFileSync(path, CSV);
			const changed = Date.UTC(2030, 0) / 1000;
			utimesSync(path, changed, changed);
			expect((await opened(path)).day).toBe('2026-11-23');
		}));

	test('need not be read to its end', () =>
		inFolder(async folder => {
			const path = join(folder, 'prices.csv');
			writeFileSync(path, CSV.trimEnd() + '\ncn-hangzhou,ecs.c6.large,0.39,CNY'.repeat(20_000));
			const {items} = await opened(path);
			for await (const _item of items) break;
			rmSync(path);
			expect(
				await countOf({...(await opened('-', Readable.from([CSV]))), progress: () => null}),
			).toBe(1);
		}));

	test.each([
		['that is not there', 'none.csv', 'missing', 4],
		['that is a folder', 'folder', 'is-folder', 4],
	])('%s can not be read', (_name, name, reason, exitCode) =>
		inFolder(async folder => {
			mkdirSync(join(folder, 'folder'));
			const file = join(folder, name);
			expect(await priceFileReader(noInput()).open(file, OPTIONS)).toEqual({
				ok: false,
				problem: {
					exitCode,
					diagnostics: [{rule: 'file-unreadable', severity: 'error', facts: {file, reason}}],
				},
			});
		}),
	);
});

describe('standard input', () => {
	test('comes as bytes or texts, of unknown size, today', async () => {
		const file = await opened('-', Readable.from([Buffer.from(CSV.slice(0, 40)), CSV.slice(40)]));
		expect(file).toMatchObject({name: '-', day: '2026-11-23'});
		expect(file.progress()).toBeNull();
		expect(await countOf(file)).toBe(1);
	});

	test('that breaks can not be read', async () => {
		const broken = () =>
			Readable.from(
				(async function* () {
					yield CSV;
					throw Object.assign(new Error('gone'), {code: 'EIO'});
				})(),
			);
		const {items} = await opened('-', broken());
		await expect(async () => {
			for await (const _item of items);
		}).rejects.toMatchObject({
			problem: {exitCode: 4, diagnostics: [{rule: 'file-unreadable', facts: {file: '-'}}]},
		});
	});
});
