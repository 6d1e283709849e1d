import {readdir, stat} from 'node:fs/promises';
import {hostname} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {isAlive} from './is-alive.ts';
import type {OverlayDisk} from './overlay-disk.ts';

const PREFIX = '.new-';
/** A draft of this age was left by a program that was ended, wherever it ran. */
const STALE_MILLISECONDS = 3_600_000;

/** Machines may share a folder, and a number of a process says nothing on another one. */
const machine = (): string => hostname().replaceAll(/[^\w.]/g, '_');

/** What the name of a draft starts with: `.new-4711-host-`. */
export const draftPrefix = (): string => `${PREFIX}${process.pid}-${machine()}-`;

/** Whether the process that wrote a draft has ended on this machine. */
const isOrphaned = (name: string): boolean => {
	const [, pid, host] = /^\.new-(\d+)-([\w.]+)-/.exec(name) ?? [];
	return host === machine() && !isAlive(Number(pid));
};

const isStale = async (path: string): Promise<boolean> =>
	stat(path).then(
		({mtimeMs}) => mtimeMs < Date.now() - STALE_MILLISECONDS,
		() => true,
	);

/** Removes what programs that were ended left of imports. */
export const sweepDrafts = async (folder: string, disk: OverlayDisk): Promise<void> => {
	for (const name of await readdir(folder)) {
		if (!name.startsWith(PREFIX)) continue;
		const path = join(folder, name);
		if (isOrphaned(name) || (await isStale(path))) await disk.remove(path);
	}
};
