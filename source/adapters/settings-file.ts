import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Diagnostic} from '../domain/diagnostics.ts';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, Settings, SettingsStore} from '../ports.ts';
import {withLock} from './file-lock.ts';
import {errorCode, fileReason} from './file-reason.ts';
import {makeFolder} from './make-folder.ts';
import {moveAside} from './move-aside.ts';

/** Grows when older programs could not read the file any more. */
const VERSION = 1;
const NAME = 'settings';
const KEYS: readonly string[] = ['version', 'defaults', 'presets', 'recent'];
const EMPTY: Settings = {defaults: {}, presets: {}, recent: []};

type Corruption = 'not JSON' | 'not settings' | 'newer version';

type Read =
	| {readonly kind: 'settings'; readonly settings: Settings}
	| {readonly kind: 'unreadable'; readonly error: unknown}
	| {readonly kind: 'corrupt'; readonly reason: Corruption};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): Readonly<Record<string, string>> | null => {
	if (!isRecord(value)) return null;
	const entries = Object.entries(value);
	return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
		? Object.fromEntries(entries)
		: null;
};

const interpret = (text: string): Read => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return {kind: 'corrupt', reason: 'not JSON'};
	}
	if (!isRecord(value)) return {kind: 'corrupt', reason: 'not settings'};
	const {version = VERSION, defaults = {}, presets = {}, recent = []} = value;
	if (typeof version !== 'number' || version > VERSION)
		return {kind: 'corrupt', reason: 'newer version'};
	const texts = textsOf(defaults);
	const isOurs = Object.keys(value).every(key => KEYS.includes(key));
	return isOurs && texts && isRecord(presets) && Array.isArray(recent)
		? {kind: 'settings', settings: {defaults: texts, presets, recent}}
		: {kind: 'corrupt', reason: 'not settings'};
};

/** At once: a small file takes longer to wait for than to read. */
const readSettings = (file: string): Read => {
	try {
		return interpret(readFileSync(file, 'utf8'));
	} catch (error) {
		return errorCode(error) === 'ENOENT'
			? {kind: 'settings', settings: EMPTY}
			: {kind: 'unreadable', error};
	}
};

/**
 * Moves a file that can't be understood out of the way, so that nothing ever overwrites it; unless
 * somebody else has done so since it was read.
 */
const setAside = async (
	file: string,
	stamp: string,
	reason: Corruption,
	lock: string,
): Promise<readonly Diagnostic[]> => {
	try {
		return await withLock(lock, async () => {
			if (readSettings(file).kind !== 'corrupt') return [];
			const movedTo = await moveAside(file, `${file}.${stamp}`);
			return [report('settings-set-aside', {file, movedTo, reason})];
		});
	} catch (error) {
		return [report('settings-stuck', {file, reason, cause: fileReason(error)})];
	}
};

const writeSettings = async (folder: string, settings: Settings): Promise<void> => {
	const {default: Conf} = await import('conf');
	const conf = new Conf({
		cwd: folder,
		configName: NAME,
		configFileMode: 0o600,
		accessPropertiesByDotNotation: false,
	});
	const {defaults, presets, recent} = settings;
	conf.store = {version: VERSION, defaults, presets, ...(recent.length > 0 && {recent})};
};

/** Where a user without a home, as some containers have, would keep settings: as if `/` were the home. */
const HOMELESS_FOLDER = '/.config/eci-plan';

/** The folder of the settings: `ECI_PLAN_CONFIG_DIR`, else the system's place for them. */
export const settingsFolder = async (override: string | undefined): Promise<string> => {
	if (override) return override;
	try {
		// The library looks for the home as it loads, and fails where there is none.
		const {default: envPaths} = await import('env-paths');
		return envPaths('eci-plan', {suffix: ''}).config;
	} catch {
		return HOMELESS_FOLDER;
	}
};

/**
 * Settings in one private JSON file. Reading costs one small file; the library that writes it is
 * loaded when something is written. Whoever changes the file holds its lock from reading to writing. `stamp` names the file that a corrupt one is moved to.
 */
export const settingsFile = (folder: string, stamp: string): SettingsStore => {
	const file = join(folder, `${NAME}.json`);
	const lock = `${file}.lock`;
	const read: SettingsStore['read'] = async () => {
		const found = readSettings(file);
		switch (found.kind) {
			case 'settings':
				return {settings: found.settings, diagnostics: []};
			case 'corrupt':
				return {settings: EMPTY, diagnostics: await setAside(file, stamp, found.reason, lock)};
			case 'unreadable':
				return {
					settings: EMPTY,
					diagnostics: [report('settings-unreadable', {file, reason: fileReason(found.error)})],
				};
		}
	};
	const change = async (work: (settings: Settings) => Settings): Promise<Attempt<void>> => {
		const found = readSettings(file);
		if (found.kind !== 'settings') {
			const reason = found.kind === 'unreadable' ? fileReason(found.error) : 'other';
			return unwritable(file, reason);
		}
		await writeSettings(folder, work(found.settings));
		return {ok: true, value: undefined};
	};
	const update: SettingsStore['update'] = async work => {
		try {
			await makeFolder(folder);
			return await withLock(lock, () => change(work));
		} catch (error) {
			const reason = fileReason(error);
			// The folder was to be made, so that it is missing is no advice.
			return unwritable(file, reason === 'missing' ? 'other' : reason);
		}
	};
	return {read, update};
};

const unwritable = (file: string, reason: ReturnType<typeof fileReason>): Attempt<never> => ({
	ok: false,
	problem: {exitCode: 4, diagnostics: [report('file-unwritable', {file, reason})]},
});
