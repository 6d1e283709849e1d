import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {leadsUp, logFolder} from './log-folder.ts';
import type {Container, LogCollection, LogsRequest} from './plan-request.ts';

/** Part of a variable's name and of the Logstore's: no underscore [D-LOG]. */
const LOG_NAME = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const LOG_PATH = /^\/[^\p{Cc}]{0,500}$/u;

/** Projects, Logstores and machine groups. */
const SERVICE_NAME = /^[a-z0-9](?:[-_a-z0-9]{0,126}[a-z0-9])?$/;
const TAG = /^[^=\p{Cc}]{1,128}=[^\p{Cc}]{0,1024}$/u;

const isWholeUpTo = (maximum: number) => (value: string) =>
	/^[1-9]\d{0,3}$/.test(value) && Number(value) <= maximum;

/** What each setting of a log takes; 3,650 days are for ever [facts §7]. */
const LOG_SETTINGS: ReadonlyMap<string, (value: string) => boolean> = new Map([
	['project', value => SERVICE_NAME.test(value)],
	['logstore', value => SERVICE_NAME.test(value)],
	['machinegroup', value => SERVICE_NAME.test(value)],
	['shard', isWholeUpTo(10)],
	['ttl', isWholeUpTo(3650)],
	['tags', value => TAG.test(value)],
]);

/** Variables of these names hold for all logs of the cluster [facts §7]. */
export const GLOBAL_LOG_SETTINGS: readonly string[] = ['project', 'machinegroup'];

/** Of a log, but no variable: the container that writes it. */
const CONTAINER = 'container';

/** What Log Service can't collect: a name that is no part of a variable, a source that is no file. */
export const checkLog = (name: string, source: string, path: string, log: Log): void => {
	if (!LOG_NAME.test(name) || GLOBAL_LOG_SETTINGS.includes(name))
		log.add('log-name-invalid', {name}, path);
	const isPath = LOG_PATH.test(source) && logFolder(source) !== '/' && !leadsUp(source);
	if (source !== 'stdout' && !isPath) log.add('log-source-invalid', {name, source}, path);
};

/** A value that Log Service doesn't take. */
export const checkLogSetting = (setting: string, value: string, path: string, log: Log): void => {
	const isTaken = LOG_SETTINGS.get(setting);
	if (isTaken && !isTaken(value)) log.add('log-setting-invalid', {setting, value}, path);
};

/** `web_ttl` as the setting `ttl` of the log `web`; null for the name of a log. */
const settingIn = (key: string): {readonly name: string; readonly setting: string} | null => {
	const [, name = '', setting = ''] = /^(.*)_([a-z]+)$/.exec(key) ?? [];
	const isSetting = setting === CONTAINER || LOG_SETTINGS.has(setting);
	return name !== '' && isSetting ? {name, setting} : null;
};

/** Who gives one means a log, whatever its name. */
const isSource = (value: string): boolean => value === 'stdout' || value.startsWith('/');

type Entry = readonly [key: string, value: string];

const settingsOf = (entries: readonly Entry[], log: string): readonly Entry[] =>
	entries.flatMap(([key, value]) => {
		const found = settingIn(key);
		return found?.name === log ? [[found.setting, value] as const] : [];
	});

const readContainer = (
	given: string | undefined,
	name: string,
	containers: readonly Container[],
	log: Log,
): string | null => {
	const names = containers.map(container => container.name);
	if (given !== undefined && !names.includes(given))
		log.add(
			'log-container-unknown',
			{log: name, container: given, suggestion: nearest(given, names)},
			`logs.${name}_${CONTAINER}`,
		);
	return given ?? names[0] ?? null;
};

/**
 * Reads which logs Log Service collects, and how [facts §7]: `web: stdout` and, beside it, settings such
 * as `web_ttl: 30`. `web_container` says which container writes it, else it is the first.
 */
export const readLogs = (
	input: Readonly<Record<string, string>>,
	containers: readonly Container[],
	log: Log,
): LogsRequest => {
	const entries = Object.entries(input);
	const isGlobal = ([key, value]: Entry) => GLOBAL_LOG_SETTINGS.includes(key) && !isSource(value);
	const named = entries.filter(entry => !isGlobal(entry) && settingIn(entry[0]) === null);
	const names = named.map(([name]) => name);
	for (const [key, value] of entries) {
		const {name, setting} = settingIn(key) ?? {name: null, setting: key};
		if (!isSource(value)) checkLogSetting(setting, value, `logs.${key}`, log);
		if (name !== null && !names.includes(name))
			log.add('log-setting-orphan', {variable: key, log: name}, `logs.${key}`);
	}
	const collections = named.map(([name, source]): LogCollection => {
		checkLog(name, source, `logs.${name}`, log);
		const settings = settingsOf(entries, name);
		const container = settings.find(([setting]) => setting === CONTAINER)?.[1];
		return {
			name,
			source,
			container: readContainer(container, name, containers, log),
			settings: settings.filter(([setting]) => setting !== CONTAINER),
		};
	});
	return {collections, everywhere: entries.filter(isGlobal)};
};
