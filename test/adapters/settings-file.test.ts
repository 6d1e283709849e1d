import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {settingsFile, settingsFolder} from '../../source/adapters/settings-file.ts';
import type {Settings} from '../../source/ports.ts';

const STAMP = '20261123090000';

type Place = {readonly folder: string; readonly file: string};

const inFolder = async (work: (place: Place) => Promise<void>): Promise<void> => {
	const above = mkdtempSync(join(tmpdir(), 'eci-plan-settings-'));
	try {
		const folder = join(above, 'config', 'eci-plan');
		await work({folder, file: join(folder, 'settings.json')});
	} finally {
		rmSync(above, {recursive: true, force: true});
	}
};

const withText = ({folder, file}: Place, text: string): void => {
	mkdirSync(folder, {recursive: true});
	writeFileSync(file, text);
};

const setting =
	(key: string, value: string) =>
	(settings: Settings): Settings => ({
		...settings,
		defaults: {...settings.defaults, [key]: value},
	});

const EMPTY = {settings: {defaults: {}, presets: {}, recent: []}, diagnostics: []};
const isRoot = process.getuid?.() === 0;

describe('settings that are not there yet', () => {
	test('are empty, and reading makes no file', () =>
		inFolder(async ({folder}) => {
			expect(await settingsFile(folder, STAMP).read()).toEqual(EMPTY);
			expect(existsSync(folder)).toBe(false);
		}));

	test('are written for their owner alone', () =>
		inFolder(async ({folder, file}) => {
			const store = settingsFile(folder, STAMP);
			expect(await store.update(setting('region', 'cn-beijing'))).toMatchObject({ok: true});
			expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
			expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
			expect(readdirSync(folder)).toEqual(['settings.json']);
			expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
				version: 1,
				defaults: {region: 'cn-beijing'},
				presets: {},
			});
		}));
});

describe('updates', () => {
	test('in a row keep what was there', () =>
		inFolder(async ({folder}) => {
			const store = settingsFile(folder, STAMP);
			await store.update(setting('region', 'cn-beijing'));
			await settingsFile(folder, STAMP).update(setting('lang', 'zh-CN'));
			await store.update(settings => ({...settings, presets: {shop: {cpu: '2'}}}));
			expect(await store.read()).toEqual({
				settings: {
					defaults: {region: 'cn-beijing', lang: 'zh-CN'},
					presets: {shop: {cpu: '2'}},
					recent: [],
				},
				diagnostics: [],
			});
		}));

	test('at the same time lose nothing', () =>
		inFolder(async ({folder}) => {
			const keys = Array.from({length: 8}, (_, index) => `key-${index}`);
			const attempts = await Promise.all(
				keys.map(key => settingsFile(folder, STAMP).update(setting(key, 'x'))),
			);
			expect(attempts.every(({ok}) => ok)).toBe(true);
			const {settings} = await settingsFile(folder, STAMP).read();
			expect(Object.keys(settings.defaults).toSorted()).toEqual(keys);
			expect(readdirSync(folder)).toEqual(['settings.json']);
		}));

	test('keep a file private that was open to others', () =>
		inFolder(async place => {
			withText(place, '{"version": 1, "defaults": {"lang": "en"}}');
			chmodSync(place.file, 0o644);
			const store = settingsFile(place.folder, STAMP);
			await store.update(setting('region', 'cn-beijing'));
			expect((statSync(place.file).mode & 0o777).toString(8)).toBe('600');
			expect((await store.read()).settings.defaults).toEqual({lang: 'en', region: 'cn-beijing'});
		}));

	test('take names with dots and slashes as they are', () =>
		inFolder(async ({folder}) => {
			const store = settingsFile(folder, STAMP);
			await store.update(settings => ({...settings, presets: {'a.b': {cpu: '1'}, '../c': {}}}));
			expect((await store.read()).settings.presets).toEqual({'a.b': {cpu: '1'}, '../c': {}});
		}));

	test('where no folder can be made fail with exit code 4, and do not hang', async () => {
		const store = settingsFile('/proc/eci-plan-settings/below', STAMP);
		expect(await store.update(setting('region', 'x'))).toMatchObject({
			ok: false,
			problem: {exitCode: 4, diagnostics: [{rule: 'file-unwritable', facts: {reason: 'other'}}]},
		});
	});

	test('in a folder that is a file fail with exit code 4', () =>
		inFolder(async place => {
			withText(place, '{}');
			const store = settingsFile(place.file, STAMP);
			expect(await store.update(setting('region', 'x'))).toMatchObject({
				ok: false,
				problem: {exitCode: 4, diagnostics: [{rule: 'file-unwritable'}]},
			});
			expect(readFileSync(place.file, 'utf8')).toBe('{}');
		}));

	test.skipIf(isRoot)('in a home that may not be written to fail with exit code 4', () =>
		inFolder(async ({folder, file}) => {
			mkdirSync(folder, {recursive: true});
			chmodSync(folder, 0o555);
			const store = settingsFile(folder, STAMP);
			expect(await store.update(setting('region', 'x'))).toMatchObject({
				ok: false,
				problem: {
					exitCode: 4,
					diagnostics: [{rule: 'file-unwritable', facts: {file, reason: 'forbidden'}}],
				},
			});
			expect(await store.read()).toEqual(EMPTY);
		}),
	);
});

describe('a file that can not be understood', () => {
	test.each([
		['is no JSON', '{"version": 1,', 'not JSON'],
		['is empty', '', 'not JSON'],
		['is a list', '[]', 'not settings'],
		['is a text', '"settings"', 'not settings'],
		['has defaults that are no text', '{"defaults": {"replicas": 3}}', 'not settings'],
		['has a list for defaults', '{"defaults": []}', 'not settings'],
		['has a list for presets', '{"presets": []}', 'not settings'],
		['is somebody else’s', '{"region":"cn-beijing","mine":"precious"}', 'not settings'],
		['has a key that we never wrote', '{"version": 1, "__proto__": {}}', 'not settings'],
		['comes from a newer version', '{"version": 2, "defaults": {}}', 'newer version'],
		['has a version that is no number', '{"version": "1"}', 'newer version'],
	])('because it %s is set aside whole', (_name, text, reason) =>
		inFolder(async place => {
			withText(place, text);
			const movedTo = `${place.file}.${STAMP}.bak`;
			const store = settingsFile(place.folder, STAMP);
			expect(await store.read()).toEqual({
				settings: {defaults: {}, presets: {}, recent: []},
				diagnostics: [
					{
						rule: 'settings-set-aside',
						severity: 'warning',
						facts: {file: place.file, movedTo, reason},
					},
				],
			});
			expect(readFileSync(movedTo, 'utf8')).toBe(text);
			expect(await store.read()).toEqual(EMPTY);
			await store.update(setting('region', 'cn-beijing'));
			expect(readFileSync(movedTo, 'utf8')).toBe(text);
		}),
	);

	test('is set aside once by all who meet it', () =>
		inFolder(async place => {
			withText(place, '{bad');
			const found = await Promise.all(
				Array.from({length: 4}, () => settingsFile(place.folder, STAMP).read()),
			);
			expect(found.flatMap(({diagnostics}) => diagnostics.map(({rule}) => rule))).toEqual([
				'settings-set-aside',
			]);
			expect(readdirSync(place.folder)).toEqual([`settings.json.${STAMP}.bak`]);
		}));

	test('stays, and says so, where it cannot be moved', () =>
		inFolder(async place => {
			withText(place, 'no settings');
			const store = settingsFile(place.folder, 'no/such/folder');
			expect((await store.read()).diagnostics).toEqual([
				{
					rule: 'settings-stuck',
					severity: 'warning',
					facts: {file: place.file, reason: 'not JSON', cause: 'missing'},
				},
			]);
			expect(readFileSync(place.file, 'utf8')).toBe('no settings');
		}));

	test('never takes the name of one that was set aside before', () =>
		inFolder(async place => {
			for (const text of ['one', 'two', 'three']) {
				withText(place, text);
				await settingsFile(place.folder, STAMP).read();
			}
			expect(
				readdirSync(place.folder)
					.toSorted()
					.map(name => [name, readFileSync(join(place.folder, name), 'utf8')]),
			).toEqual([
				[`settings.json.${STAMP}-2.bak`, 'two'],
				[`settings.json.${STAMP}-3.bak`, 'three'],
				[`settings.json.${STAMP}.bak`, 'one'],
			]);
		}));

	test('is not overwritten by an update that meets it first', () =>
		inFolder(async place => {
			withText(place, '{bad');
			const attempt = await settingsFile(place.folder, STAMP).update(setting('region', 'x'));
			expect(attempt).toMatchObject({ok: false, problem: {exitCode: 4}});
			expect(readFileSync(place.file, 'utf8')).toBe('{bad');
		}));

	test('a folder in its place is reported and left alone', () =>
		inFolder(async ({folder, file}) => {
			mkdirSync(file, {recursive: true});
			const store = settingsFile(folder, STAMP);
			expect(await store.read()).toMatchObject({
				settings: EMPTY.settings,
				diagnostics: [{rule: 'settings-unreadable', facts: {file, reason: 'is-folder'}}],
			});
			expect(await store.update(setting('region', 'x'))).toMatchObject({ok: false});
			expect(statSync(file).isDirectory()).toBe(true);
		}));

	test.skipIf(isRoot)('a file that may not be read is reported and left alone', () =>
		inFolder(async place => {
			withText(place, '{}');
			chmodSync(place.file, 0o000);
			const store = settingsFile(place.folder, STAMP);
			expect(await store.read()).toMatchObject({
				settings: EMPTY.settings,
				diagnostics: [{rule: 'settings-unreadable', facts: {reason: 'forbidden'}}],
			});
			expect(await store.update(setting('region', 'x'))).toMatchObject({ok: false});
		}),
	);
});

describe('keys of every object', () => {
	test('are data like any other, and touch no prototype', () =>
		inFolder(async place => {
			withText(
				place,
				'{"defaults": {"__proto__": "x", "constructor": "y"}, "presets": {"__proto__": {"polluted": 2}}}',
			);
			const store = settingsFile(place.folder, STAMP);
			const {settings} = await store.read();
			expect(Object.keys(settings.defaults)).toEqual(['__proto__', 'constructor']);
			expect(Object.keys(settings.presets)).toEqual(['__proto__']);
			await store.update(setting('region', 'cn-beijing'));
			const again = (await store.read()).settings;
			expect(Object.keys(again.defaults)).toEqual(['__proto__', 'constructor', 'region']);
			expect(Object.keys(again.presets)).toEqual(['__proto__']);
			expect('polluted' in {}).toBe(false);
		}));
});

describe('the folder', () => {
	test('is the one of ECI_PLAN_CONFIG_DIR, else the place of the system', async () => {
		expect(await settingsFolder('/somewhere')).toBe('/somewhere');
		expect(await settingsFolder('')).toMatch(/eci-plan/);
		expect(await settingsFolder(undefined)).toMatch(/eci-plan/);
	});
});
