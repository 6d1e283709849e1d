import {spawnSync} from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {hostname, tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import {nodeDisk, type OverlayDisk} from '../../source/adapters/overlay-disk.ts';
import {addImport, forgetImports} from '../../source/adapters/overlay-writer.ts';
import {priceOverlayFiles} from '../../source/adapters/price-overlay-files.ts';
import type {ImportNote} from '../../source/domain/pricing/import-tally.ts';
import {NOTHING_OVERLAID, type Overlaid} from '../../source/domain/pricing/overlay.ts';

const STAMP = '20261123090000';

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
	const above = mkdtempSync(join(tmpdir(), 'eci-plan-prices-'));
	try {
		await work(join(above, 'eci-plan', 'prices'));
	} finally {
		rmSync(above, {recursive: true, force: true});
	}
};

const storeIn = (folder: string) => priceOverlayFiles({folder, stamp: STAMP});

/** Prices of one type and one zone, as one import of one region has them. */
const prices = (source: string, type: string, price: string, day = '2026-11-01'): Overlaid => ({
	overlay: {
		...NOTHING_OVERLAID.overlay,
		sources: [source],
		sizes: [[type, 2, 4, 0]],
		onDemand: [['CNY', type, price, day, 0]],
		subscription: [['CNY', type, 12, '3600', day, 0]],
		spot: [['CNY', type, 'cn-hangzhou-h', '0.039', '1970-01-02', 0]],
		advice: [[type, 'cn-hangzhou-h', 12.5, '0-3%', day, 0]],
		unitPrices: [['CNY', '0.000049', '0.00000613', day, 0]],
	},
	series: [['CNY', type, 'cn-hangzhou-h', [[86_400, '0.039']], [source]]],
});

const note = (source: string): ImportNote => ({
	source,
	format: 'price-list',
	addedOn: '2026-11-23',
	taken: 5,
});

type Regions = Readonly<Record<string, Overlaid>>;

const regionsOf = (regions: Regions): ReadonlyMap<string, Overlaid> =>
	new Map(Object.entries(regions));

const first: Regions = {
	'cn-hangzhou': prices('a.csv', 'ecs.c6.large', '0.39'),
	'us-east-1': prices('a.csv', 'ecs.c6.large', '0.5'),
};
const second: Regions = {
	'cn-hangzhou': prices('b.csv', 'ecs.c6.large', '0.38', '2026-11-02'),
	'cn-beijing': prices('b.csv', 'ecs.c7.large', '0.4'),
};

/** All that a reader sees. */
const seenIn = async (folder: string): Promise<unknown> => {
	const store = storeIn(folder);
	const regions = ['cn-hangzhou', 'us-east-1', 'cn-beijing'];
	return {
		notes: await store.notes(),
		regions: await Promise.all(
			regions.map(async region => ({
				...(await store.readWhole(region)),
				...(await store.series(region)),
			})),
		),
	};
};

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('prices that were never imported', () => {
	test('are none, and reading makes no folder', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			expect(await store.read('cn-hangzhou')).toEqual({
				overlay: NOTHING_OVERLAID.overlay,
				diagnostics: [],
			});
			expect(await store.series('cn-hangzhou')).toEqual({series: [], diagnostics: []});
			expect(await store.notes()).toEqual({notes: [], diagnostics: []});
			expect(await store.reset()).toEqual({ok: true, value: {sources: [], diagnostics: []}});
			expect(existsSync(folder)).toBe(false);
		}));
});

describe('a folder of prices that cannot be read', () => {
	test('is no reason to say that there is nothing to forget', () =>
		inFolder(async folder => {
			mkdirSync(dirname(folder), {recursive: true});
			symlinkSync(folder, folder);
			const reset = await storeIn(folder).reset();
			expect(reset).toMatchObject({
				ok: false,
				problem: {
					exitCode: 4,
					diagnostics: [{rule: 'file-unreadable', facts: {file: folder, reason: 'other'}}],
				},
			});
		}));
});

describe('imported prices', () => {
	test('come back, for their owner alone', () =>
		inFolder(async folder => {
			expect(await storeIn(folder).add(regionsOf(first), note('a.csv'))).toEqual({
				ok: true,
				value: [],
			});
			const store = storeIn(folder);
			for (const [region, {overlay, series}] of Object.entries(first)) {
				expect(await store.readWhole(region)).toEqual({overlay, diagnostics: []});
				expect(await store.series(region)).toEqual({series, diagnostics: []});
			}
			expect(await store.read('cn-beijing')).toMatchObject({overlay: {onDemand: []}});
			expect(await store.notes()).toEqual({notes: [note('a.csv')], diagnostics: []});
			expect(readdirSync(folder)).toEqual(['00000001']);
			const generation = join(folder, '00000001');
			expect([modeOf(folder), modeOf(generation)]).toEqual(['700', '700']);
			expect(readdirSync(generation)).toEqual([
				'cn-hangzhou.json',
				'cn-hangzhou.series.json',
				'cn-hangzhou.terms.json',
				'notes.json',
				'us-east-1.json',
				'us-east-1.series.json',
				'us-east-1.terms.json',
			]);
			for (const name of readdirSync(generation))
				expect(modeOf(join(generation, name))).toBe('600');
		}));

	test('are laid over what was imported before; other regions stay', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(regionsOf(first), note('a.csv'));
			await store.add(regionsOf(second), note('b.csv'));
			const {overlay} = await store.read('cn-hangzhou');
			expect(overlay.sources).toEqual(['b.csv']);
			expect(overlay.onDemand).toEqual([['CNY', 'ecs.c6.large', '0.38', '2026-11-02', 0]]);
			expect((await store.read('us-east-1')).overlay.onDemand).toHaveLength(1);
			expect((await store.read('cn-beijing')).overlay.onDemand).toHaveLength(1);
			expect((await store.notes()).notes.map(({source}) => source)).toEqual(['a.csv', 'b.csv']);
			expect(readdirSync(folder)).toEqual(['00000002']);
		}));

	test('of one source leave one note, of the last time', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(regionsOf(first), note('a.csv'));
			await store.add(regionsOf(second), note('b.csv'));
			await store.add(regionsOf(first), {...note('a.csv'), addedOn: '2026-11-24'});
			expect((await store.notes()).notes).toEqual([
				note('b.csv'),
				{...note('a.csv'), addedOn: '2026-11-24'},
			]);
		}));

	test('are forgotten, and may be imported again', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(regionsOf(first), note('a.csv'));
			await store.add(regionsOf(second), note('b.csv'));
			expect(await store.reset()).toEqual({
				ok: true,
				value: {sources: ['a.csv', 'b.csv'], diagnostics: []},
			});
			expect((await store.read('cn-hangzhou')).overlay).toEqual(NOTHING_OVERLAID.overlay);
			expect(await store.reset()).toEqual({ok: true, value: {sources: [], diagnostics: []}});
			await store.add(regionsOf(first), note('a.csv'));
			expect((await store.notes()).notes).toEqual([note('a.csv')]);
		}));
});

describe('subscriptions of terms that no plan reckons with', () => {
	const row = (months: number, price: string, day = '2026-11-01') =>
		['CNY', 'ecs.c6.large', months, price, day, 0] as const;
	const laid = (source: string, ...subscription: readonly ReturnType<typeof row>[]) => {
		const {series} = NOTHING_OVERLAID;
		const overlay = {...NOTHING_OVERLAID.overlay, sources: [source], subscription};
		return regionsOf({'cn-hangzhou': {overlay, series}});
	};

	test('are kept where no command but an import reads them', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(laid('a', row(1, '178'), row(12, '1800'), row(36, '3000')), note('a'));
			expect((await store.read('cn-hangzhou')).overlay.subscription).toEqual([row(1, '178')]);
			await store.add(laid('b', row(12, '1900', '2026-11-02')), note('b'));
			const {overlay, diagnostics} = await store.readWhole('cn-hangzhou');
			expect(diagnostics).toEqual([]);
			expect(
				overlay.subscription.map(([, , months, price, , source]) => [
					months,
					price,
					overlay.sources[source],
				]),
			).toEqual([
				[12, '1900', 'b'],
				[36, '3000', 'a'],
				[1, '178', 'a'],
			]);
			expect((await store.notes()).notes).toEqual([note('a'), note('b')]);
		}));

	test('move there with the next import, where an older program kept them with the others', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(laid('a', row(1, '178')), note('a'));
			const content = {
				...NOTHING_OVERLAID.overlay,
				version: 1,
				sources: ['a'],
				types: ['ecs.c6.large'],
				subscription: [['CNY', 12, '2026-11-01', 0, [0, '1800']]],
			};
			writeFileSync(join(folder, '00000001', 'cn-hangzhou.json'), JSON.stringify(content));
			expect((await store.read('cn-hangzhou')).overlay.subscription).toEqual([row(12, '1800')]);
			await store.add(laid('a', row(1, '178')), note('a'));
			expect((await store.read('cn-hangzhou')).overlay.subscription).toEqual([row(1, '178')]);
			expect((await store.readWhole('cn-hangzhou')).overlay.subscription).toEqual([
				row(12, '1800'),
				row(1, '178'),
			]);
		}));

	test('are set aside with a message where they can not be understood', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(laid('a', row(1, '178'), row(12, '1800')), note('a'));
			writeFileSync(join(folder, '00000001', 'cn-hangzhou.terms.json'), 'x');
			expect(await store.add(laid('b', row(1, '179', '2026-11-02')), note('b'))).toMatchObject({
				ok: true,
				value: [{rule: 'import-set-aside', facts: {reason: 'not JSON'}}],
			});
			expect(readdirSync(folder)).toContain(`cn-hangzhou.terms.json.${STAMP}.bak`);
		}));
});

describe('imports at the same time', () => {
	test('are all there in the end', () =>
		inFolder(async folder => {
			const names = Array.from({length: 12}, (_, index) => `${index}.csv`);
			const ended = await Promise.all(
				names.map((name, index) =>
					storeIn(folder).add(
						regionsOf({
							'cn-hangzhou': prices(name, `ecs.c6.${index + 1}xlarge`, '1'),
							[`cn-region-${index}`]: prices(name, 'ecs.c6.large', '1'),
						}),
						note(name),
					),
				),
			);
			expect(ended.every(({ok}) => ok)).toBe(true);
			const store = storeIn(folder);
			expect((await store.notes()).notes.map(({source}) => source).toSorted()).toEqual(
				names.toSorted(),
			);
			expect((await store.read('cn-hangzhou')).overlay.onDemand).toHaveLength(names.length);
			for (const index of names.keys())
				expect((await store.read(`cn-region-${index}`)).overlay.onDemand).toHaveLength(1);
			expect(readdirSync(folder)).toEqual(['00000012']);
		}));

	test('never show a reader half of one', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			let isDone = false;
			const writing = (async () => {
				for (let count = 1; count <= 25; count++)
					await storeIn(folder).add(
						regionsOf({'cn-hangzhou': prices('a.csv', 'ecs.c6.large', `${count}`)}),
						note('a.csv'),
					);
				isDone = true;
			})();
			let last = 0;
			while (!isDone) {
				const {overlay, diagnostics} = await storeIn(folder).read('cn-hangzhou');
				const price = Number(overlay.onDemand[0]?.[2] ?? 0);
				expect(diagnostics).toEqual([]);
				expect(price).toBeGreaterThanOrEqual(last);
				last = price;
				await setImmediate();
			}
			await writing;
			expect((await store.read('cn-hangzhou')).overlay.onDemand[0]?.[2]).toBe('25');
		}));
});

class Ended extends Error {}

/** A disk on which nothing works any more from a step on, as if the program had been ended there. */
const diskUntil = (steps: number): OverlayDisk & {readonly count: () => number} => {
	let count = 0;
	const step =
		<A extends readonly unknown[], R>(work: (...given: A) => Promise<R>) =>
		(...given: A): Promise<R> => {
			count++;
			return count > steps ? Promise.reject(new Ended()) : work(...given);
		};
	return {
		makeFolder: step(nodeDisk.makeFolder),
		makeDraft: step(nodeDisk.makeDraft),
		write: step(nodeDisk.write),
		share: step(nodeDisk.share),
		settle: step(nodeDisk.settle),
		move: step(nodeDisk.move),
		remove: step(nodeDisk.remove),
		count: () => count,
	};
};

/** How many steps a change takes when nothing ends it, after `first`. */
const stepsOf = async (
	change: (folder: string, disk: OverlayDisk) => Promise<unknown>,
): Promise<number> => {
	const disk = diskUntil(Number.POSITIVE_INFINITY);
	await inFolder(async folder => {
		await storeIn(folder).add(regionsOf(first), note('a.csv'));
		await change(folder, disk);
	});
	return disk.count();
};

const CHANGES = {
	'an import': (folder: string, disk: OverlayDisk) =>
		addImport({folder, stamp: STAMP}, regionsOf(second), note('b.csv'), disk),
	'a reset': (folder: string, disk: OverlayDisk) => forgetImports({folder, stamp: STAMP}, disk),
};

describe.each(Object.entries(CHANGES))('%s that is ended', (_name, change) => {
	test('at any step leaves the old or the new, and the next one works', async () => {
		const steps = await stepsOf(change);
		expect(steps).toBeGreaterThan(5);
		const states = new Set<string>();
		for (let until = 0; until <= steps; until++)
			await inFolder(async folder => {
				await storeIn(folder).add(regionsOf(first), note('a.csv'));
				const old = JSON.stringify(await seenIn(folder));
				await change(folder, diskUntil(until));
				const seen = JSON.stringify(await seenIn(folder));
				await change(folder, nodeDisk);
				const whole = JSON.stringify(await seenIn(folder));
				expect([old, whole]).toContain(seen);
				states.add(seen === old ? 'old' : 'new');
				expect(readdirSync(folder).filter(entry => !entry.startsWith('.'))).toHaveLength(1);
			});
		expect(states).toEqual(new Set(['old', 'new']));
	});
});

describe('what ended programs left', () => {
	test('is swept away once it is old', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(regionsOf(first), note('a.csv'));
			for (const name of ['.new-old', '.new-fresh']) mkdirSync(join(folder, name));
			const twoHoursAgo = Date.now() / 1000 - 7200;
			utimesSync(join(folder, '.new-old'), twoHoursAgo, twoHoursAgo);
			await store.add(regionsOf(second), note('b.csv'));
			expect(readdirSync(folder).toSorted()).toEqual(['.new-fresh', '00000002']);
		}));

	/** Drafts of a process that has ended, of one that runs, and of another machine. */
	const leaveDrafts = (folder: string): readonly string[] => {
		const {pid: ended} = spawnSync(process.execPath, ['--version']);
		const machine = hostname().replaceAll(/[^\w.]/g, '_');
		const kept = [`.new-${process.pid}-${machine}-b`, `.new-${ended}-elsewhere-c`];
		for (const name of [`.new-${ended}-${machine}-a`, ...kept])
			mkdirSync(join(folder, name), {recursive: true});
		return kept.toSorted();
	};

	test('is swept away at once where its process has ended', () =>
		inFolder(async folder => {
			const kept = leaveDrafts(folder);
			await storeIn(folder).add(regionsOf(first), note('a.csv'));
			expect(readdirSync(folder).toSorted()).toEqual([...kept, '00000001'].toSorted());
		}));

	test('is swept away by a reset too, also where nothing was imported', () =>
		inFolder(async folder => {
			const kept = leaveDrafts(folder);
			expect(await storeIn(folder).reset()).toMatchObject({ok: true});
			expect(readdirSync(folder).toSorted()).toEqual(kept);
		}));

	test('says which process wrote it', () =>
		inFolder(async folder => {
			const names: string[] = [];
			const watched = {
				...nodeDisk,
				makeDraft: async (prefix: string) => {
					const draft = await nodeDisk.makeDraft(prefix);
					names.push(basename(draft));
					return draft;
				},
			};
			await addImport({folder, stamp: STAMP}, regionsOf(first), note('a.csv'), watched);
			expect(names).toEqual([expect.stringMatching(`^\\.new-${process.pid}-[\\w.]+-`)]);
		}));
});

describe('a file that can not be understood', () => {
	const corrupt = async (
		folder: string,
		name: string,
		text: string,
	): Promise<ReturnType<typeof storeIn>> => {
		const store = storeIn(folder);
		await store.add(regionsOf(first), note('a.csv'));
		writeFileSync(join(folder, '00000001', name), text);
		return store;
	};
	/** A file with one group of on-demand prices. */
	const group = (...value: readonly unknown[]) =>
		JSON.stringify({
			version: 1,
			...NOTHING_OVERLAID.overlay,
			sources: ['a'],
			types: ['ecs.c6.large'],
			onDemand: [value],
		});

	test.each([
		['is no JSON', '{"version": 1,', 'not JSON'],
		['is empty', '', 'not JSON'],
		['is a list', '[]', 'not prices'],
		['is nothing', 'null', 'not prices'],
		['has no prices', '{"version": 1}', 'not prices'],
		['comes from a newer version', '{"version": 2}', 'newer version'],
		['has an empty group', group(), 'not prices'],
		['has a group without prices', group('CNY', '2026-11-01', 0), 'not prices'],
		['has half of a price', group('CNY', '2026-11-01', 0, [0]), 'not prices'],
		['has a type that is none', group('CNY', '2026-11-01', 0, [1, '1']), 'not prices'],
		['has a currency that is none', group('EUR', '2026-11-01', 0, [0, '1']), 'not prices'],
		['has a price that is none', group('CNY', '2026-11-01', 0, [0, '1e5']), 'not prices'],
		['has a price of 0', group('CNY', '2026-11-01', 0, [0, '0']), 'not prices'],
		['has a number for a price', group('CNY', '2026-11-01', 0, [0, 1]), 'not prices'],
		['has a day that is none', group('CNY', '2026-11-31', 0, [0, '1']), 'not prices'],
		['has a source that is none', group('CNY', '2026-11-01', 1, [0, '1']), 'not prices'],
	])('because it %s is set aside', async (_name, text, reason) => {
		await inFolder(async folder => {
			const store = await corrupt(folder, 'cn-hangzhou.json', text);
			const file = join(folder, '00000001', 'cn-hangzhou.json');
			const movedTo = join(folder, `cn-hangzhou.json.${STAMP}.bak`);
			expect(await store.read('cn-hangzhou')).toEqual({
				overlay: NOTHING_OVERLAID.overlay,
				diagnostics: [
					{rule: 'import-set-aside', severity: 'warning', facts: {file, movedTo, reason}},
				],
			});
			expect(readFileSync(movedTo, 'utf8')).toBe(text);
			expect(await store.read('cn-hangzhou')).toMatchObject({diagnostics: []});
			expect((await store.read('us-east-1')).overlay.onDemand).toHaveLength(1);
		});
	});

	test('takes the note of its import along, once no region has prices of it', () =>
		inFolder(async folder => {
			const store = await corrupt(folder, 'cn-hangzhou.json', 'x');
			await store.read('cn-hangzhou');
			expect((await store.notes()).notes).toEqual([note('a.csv')]);
			writeFileSync(join(folder, '00000001', 'us-east-1.json'), 'x');
			expect(await store.notes()).toMatchObject({
				notes: [],
				diagnostics: [{rule: 'import-set-aside'}],
			});
			expect(await store.notes()).toEqual({notes: [], diagnostics: []});
		}));

	test('is set aside among series and notes too', () =>
		inFolder(async folder => {
			const store = await corrupt(folder, 'cn-hangzhou.series.json', '{"series": [["CNY"]]}');
			expect(await store.series('cn-hangzhou')).toMatchObject({
				series: [],
				diagnostics: [{rule: 'import-set-aside'}],
			});
			writeFileSync(join(folder, '00000001', 'notes.json'), '{"notes": [{"source": 1}]}');
			expect(await store.notes()).toMatchObject({
				notes: [],
				diagnostics: [{rule: 'import-set-aside'}],
			});
		}));

	test('is told of by a reset, which names imports by the prices where it has no notes', () =>
		inFolder(async folder => {
			const store = await corrupt(folder, 'notes.json', 'x');
			expect(await store.reset()).toMatchObject({
				ok: true,
				value: {
					sources: ['a.csv'],
					diagnostics: [
						{rule: 'import-set-aside', facts: {file: join(folder, '00000001', 'notes.json')}},
					],
				},
			});
			expect((await store.read('cn-hangzhou')).overlay).toEqual(NOTHING_OVERLAID.overlay);
		}));

	test('is what a reset removes, where nothing says whose prices are in it', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(regionsOf({'cn-hangzhou': prices('a.csv', 'ecs.c6.large', '1')}), note('a'));
			for (const name of ['notes.json', 'cn-hangzhou.json'])
				writeFileSync(join(folder, '00000001', name), 'x');
			expect(await store.reset()).toMatchObject({
				value: {
					sources: ['cn-hangzhou.json', 'cn-hangzhou.series.json', 'cn-hangzhou.terms.json'],
					diagnostics: [{rule: 'import-set-aside'}, {rule: 'import-set-aside'}],
				},
			});
		}));

	test('is replaced by the next import, which says so', () =>
		inFolder(async folder => {
			const store = await corrupt(folder, 'cn-hangzhou.json', 'x');
			expect(await store.add(regionsOf(second), note('b.csv'))).toMatchObject({
				ok: true,
				value: [{rule: 'import-set-aside'}],
			});
			expect((await store.read('cn-hangzhou')).overlay.onDemand).toHaveLength(1);
			expect(readdirSync(folder).toSorted()).toEqual(['00000002', `cn-hangzhou.json.${STAMP}.bak`]);
		}));
});

test('a file made by hand is read as it is meant', () =>
	inFolder(async folder => {
		const store = storeIn(folder);
		await store.add(regionsOf(first), note('a.csv'));
		writeFileSync(
			join(folder, '00000001', 'cn-hangzhou.json'),
			JSON.stringify({
				sources: ['a', 'b'],
				types: ['ecs.c6.large', 'ecs.c6.xlarge'],
				sizes: [],
				onDemand: [
					['CNY', '2026-11-01', 1, [0, '0.39', 1, '0.78']],
					['USD', '2026-11-02', 0, [0, '0.05']],
				],
				subscription: [['CNY', 12, '2026-11-01', 0, [1, '3600']]],
				spot: [['CNY', 'cn-hangzhou-h', '2026-11-01', 0, [0, '0.039']]],
				advice: [['cn-hangzhou-h', '2026-11-01', 0, [0, 10, '0-3%', 1, 20, '3-5%']]],
				unitPrices: [],
			}),
		);
		expect((await store.read('cn-hangzhou')).overlay).toEqual({
			sources: ['a', 'b'],
			sizes: [],
			onDemand: [
				['CNY', 'ecs.c6.large', '0.39', '2026-11-01', 1],
				['CNY', 'ecs.c6.xlarge', '0.78', '2026-11-01', 1],
				['USD', 'ecs.c6.large', '0.05', '2026-11-02', 0],
			],
			subscription: [['CNY', 'ecs.c6.xlarge', 12, '3600', '2026-11-01', 0]],
			spot: [['CNY', 'ecs.c6.large', 'cn-hangzhou-h', '0.039', '2026-11-01', 0]],
			advice: [
				['ecs.c6.large', 'cn-hangzhou-h', 10, '0-3%', '2026-11-01', 0],
				['ecs.c6.xlarge', 'cn-hangzhou-h', 20, '3-5%', '2026-11-01', 0],
			],
			unitPrices: [],
		});
	}));

describe('a folder that can not be used', () => {
	test('fails with exit code 4', () =>
		inFolder(async folder => {
			mkdirSync(join(folder, '..'), {recursive: true});
			writeFileSync(folder, 'a file');
			const store = storeIn(folder);
			expect(await store.add(regionsOf(first), note('a.csv'))).toMatchObject({
				ok: false,
				problem: {exitCode: 4, diagnostics: [{rule: 'file-unwritable'}]},
			});
			for (const region of ['cn-hangzhou', 'us-east-1'])
				expect(await store.read(region)).toMatchObject({
					overlay: NOTHING_OVERLAID.overlay,
					diagnostics: [{rule: 'import-unreadable', facts: {file: folder}}],
				});
		}));

	test('because none can be made, fails with exit code 4 and does not hang', async () => {
		const store = storeIn('/proc/eci-plan-prices/below');
		expect(await store.add(regionsOf(first), note('a.csv'))).toMatchObject({
			ok: false,
			problem: {exitCode: 4, diagnostics: [{rule: 'file-unwritable', facts: {reason: 'other'}}]},
		});
	});

	test('because it can not be read now, never loses what is in it', () =>
		inFolder(async folder => {
			const store = storeIn(folder);
			await store.add(regionsOf(first), note('a.csv'));
			const file = join(folder, '00000001', 'cn-hangzhou.json');
			rmSync(file);
			mkdirSync(file);
			expect(await store.add(regionsOf(second), note('b.csv'))).toMatchObject({
				ok: false,
				problem: {exitCode: 4, diagnostics: [{rule: 'import-unreadable'}]},
			});
			expect((await store.notes()).notes).toEqual([note('a.csv')]);
			expect(readdirSync(folder)).toEqual(['00000001']);
		}));
});
