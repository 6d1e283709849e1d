import {logFolder} from '../input/log-folder.ts';
import type {LogCollection, PlanRequest} from '../input/plan-request.ts';
import type {Tree} from './tree.ts';

/** Variables that Log Service reads [D-LOG]. */
export const logVariables = (logs: readonly LogCollection[]): readonly Tree[] =>
	logs.map(({name, source}) => ({name: `aliyun_logs_${name}`, value: source}));

const LONGEST_NAME = 63;

/** `logs-web`, or with a number behind where a volume has that name or it would be too long. */
const freeName = (log: string, taken: readonly string[]): string => {
	const name = `logs-${log}`;
	if (name.length <= LONGEST_NAME && !taken.includes(name)) return name;
	const numbers = taken.map((_, index) => `logs-${index + 1}`);
	return numbers.find(candidate => !taken.includes(candidate)) ?? `logs-${taken.length + 1}`;
};

/**
 * Files are collected from volumes only. Each folder of log files, with the emptyDir that holds it,
 * except where the first container mounts a volume there anyway.
 */
const foldersOf = ({logs, volumes, containers}: PlanRequest): ReadonlyMap<string, string> => {
	const [first] = containers;
	const mounted = volumes.flatMap(({mount}) =>
		mount?.container === first?.name ? [mount?.path] : [],
	);
	const folders = new Map<string, string>();
	const names = volumes.map(({name}) => name);
	for (const {name, source} of logs) {
		const folder = logFolder(source);
		if (folder !== null && !folders.has(folder) && !mounted.includes(folder))
			folders.set(folder, freeName(name, [...names, ...folders.values()]));
	}
	return folders;
};

export const logVolumes = (request: PlanRequest): readonly Tree[] =>
	[...foldersOf(request).values()].map(name => ({name, emptyDir: {}}));

export const logMounts = (request: PlanRequest): readonly Tree[] =>
	[...foldersOf(request)].map(([mountPath, name]) => ({name, mountPath}));
