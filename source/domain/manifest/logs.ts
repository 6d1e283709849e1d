import {logFolder} from '../input/log-folder.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Tree} from './tree.ts';

const variable = (name: string, value: string): Tree => ({name: `aliyun_logs_${name}`, value});

/** Variables of one container that Log Service reads [D-LOG]. */
export const logVariables = (
	{logs: {collections, everywhere}}: PlanRequest,
	container: string,
): readonly Tree[] => {
	const own = collections.filter(log => log.container === container);
	if (own.length === 0) return [];
	return [
		...everywhere.map(([setting, value]) => variable(setting, value)),
		...own.flatMap(({name, source, settings}) => [
			variable(name, source),
			...settings.map(([setting, value]) => variable(`${name}_${setting}`, value)),
		]),
	];
};

const LONGEST_NAME = 63;

/** `logs-web`, or with a number behind where a volume has that name or it would be too long. */
const freeName = (log: string, taken: readonly string[]): string => {
	const name = `logs-${log}`;
	if (name.length <= LONGEST_NAME && !taken.includes(name)) return name;
	const numbers = taken.map((_, index) => `logs-${index + 1}`);
	return numbers.find(candidate => !taken.includes(candidate)) ?? `logs-${taken.length + 1}`;
};

/** A folder of log files with the emptyDir that holds it. */
type LogFolder = {readonly container: string; readonly folder: string; readonly volume: string};

/**
 * Files are collected from volumes only. Each folder of log files, except where the container mounts a
 * volume there anyway.
 */
const foldersOf = ({logs, volumes}: PlanRequest): readonly LogFolder[] => {
	const folders: LogFolder[] = [];
	const names = volumes.map(({name}) => name);
	for (const {name, source, container} of logs.collections) {
		const folder = logFolder(source);
		if (folder === null || container === null) continue;
		const isMounted = volumes.some(
			({mount}) => mount?.container === container && logFolder(`${mount.path}/`) === folder,
		);
		const isHeld = folders.some(each => each.container === container && each.folder === folder);
		if (isMounted || isHeld) continue;
		const volume = freeName(name, [...names, ...folders.map(each => each.volume)]);
		folders.push({container, folder, volume});
	}
	return folders;
};

export const logVolumes = (request: PlanRequest): readonly Tree[] =>
	foldersOf(request).map(({volume}) => ({name: volume, emptyDir: {}}));

export const logMounts = (request: PlanRequest, container: string): readonly Tree[] =>
	foldersOf(request)
		.filter(each => each.container === container)
		.map(({volume, folder}) => ({name: volume, mountPath: folder}));
