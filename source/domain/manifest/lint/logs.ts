import {logFolder} from '../../input/log-folder.ts';
import {checkLog, checkLogSetting, GLOBAL_LOG_SETTINGS} from '../../input/read-logs.ts';
import type {Lint} from './finding.ts';
import {at, itemsOf, type Part, textOf} from './part.ts';
import type {ContainerPart, PodPart} from './pod-part.ts';

const PREFIX = 'aliyun_logs_';
const SETTING = /^(.+)_(?:project|logstore|machinegroup|shard|ttl|tags)$/;

type Variable = {
	/** Behind the prefix. */
	readonly name: string;
	readonly part: Part;
	/** The log that it is a setting of; null for one that names a log. */
	readonly settingOf: string | null;
};

const variablesOf = ({part}: ContainerPart): readonly Variable[] =>
	itemsOf(at(part, 'env')).flatMap(item => {
		const name = textOf(at(item, 'name')) ?? '';
		if (!name.startsWith(PREFIX)) return [];
		const rest = name.slice(PREFIX.length);
		if (GLOBAL_LOG_SETTINGS.includes(rest)) return [];
		return [{name: rest, part: item, settingOf: SETTING.exec(rest)?.[1] ?? null}];
	});

const isWithin = (folder: string, mountPath: string): boolean =>
	`${folder}/`.startsWith(mountPath.endsWith('/') ? mountPath : `${mountPath}/`);

/** Files are collected from volumes only. */
const checkFolder = ({name, part}: ContainerPart, source: string, value: Part, lint: Lint) => {
	const folder = logFolder(source);
	if (folder === null) return;
	const mounts = itemsOf(at(part, 'volumeMounts')).flatMap(
		mount => textOf(at(mount, 'mountPath')) ?? [],
	);
	if (!mounts.some(mountPath => isWithin(folder, mountPath)))
		lint.add('log-folder-unmounted', {container: name, source, folder}, value);
};

const lintSetting = (
	{name, part, settingOf}: Variable & {readonly settingOf: string},
	logs: readonly string[],
	lint: Lint,
) => {
	if (!logs.includes(settingOf))
		lint.add(
			'log-setting-orphan',
			{variable: PREFIX + name, log: PREFIX + settingOf},
			at(part, 'name'),
		);
	const value = at(part, 'value');
	const setting = name.slice(settingOf.length + 1);
	lint.run(
		log => checkLogSetting(setting, textOf(value) ?? '', '', log),
		() => value,
	);
};

const lintContainer = (container: ContainerPart, lint: Lint) => {
	const variables = variablesOf(container);
	const logs = variables.filter(({settingOf}) => settingOf === null).map(({name}) => name);
	for (const {name, part, settingOf} of variables) {
		const value = at(part, 'value');
		if (settingOf !== null) {
			lintSetting({name, part, settingOf}, logs, lint);
			continue;
		}
		const source = textOf(value);
		if (source === null) continue;
		lint.run(
			log => checkLog(name, source, '', log),
			() => value,
		);
		if (source.startsWith('/')) checkFolder(container, source, value, lint);
	}
};

/** Variables by which Log Service collects [facts §7]. */
export const lintLogs = ({containers}: PodPart, lint: Lint): void => {
	for (const container of containers) lintContainer(container, lint);
};
