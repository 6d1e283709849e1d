import {constants} from 'node:fs';
import {copyFile, link, mkdtemp, open, rename, rm} from 'node:fs/promises';
import {makeFolder} from './make-folder.ts';

/** What writing prices does to the disk, step by step. */
export type OverlayDisk = {
	readonly makeFolder: (path: string) => Promise<void>;
	/** Makes a new folder whose name starts with `prefix`. */
	readonly makeDraft: (prefix: string) => Promise<string>;
	/** Writes a new private file and waits until it is on the disk. */
	readonly write: (path: string, text: string) => Promise<void>;
	/** Has a file that never changes a second time. */
	readonly share: (from: string, to: string) => Promise<void>;
	/** Waits until the names in a folder are on the disk. */
	readonly settle: (folder: string) => Promise<void>;
	readonly move: (from: string, to: string) => Promise<void>;
	readonly remove: (path: string) => Promise<void>;
};

const share = async (from: string, to: string): Promise<void> => {
	try {
		await link(from, to);
	} catch {
		// Some file systems have no links; what is really wrong, copying meets too.
		await copyFile(from, to, constants.COPYFILE_EXCL);
	}
};

const write = async (path: string, text: string): Promise<void> => {
	const handle = await open(path, 'wx', 0o600);
	try {
		await handle.writeFile(text);
		await handle.sync();
	} finally {
		await handle.close();
	}
};

/** Not every system lets a folder be opened; where it doesn't, there is nothing to wait for. */
const settle = async (folder: string): Promise<void> => {
	const handle = await open(folder, 'r').catch(() => null);
	try {
		await handle?.sync();
	} catch {
		// As above.
	} finally {
		await handle?.close();
	}
};

export const nodeDisk: OverlayDisk = {
	makeFolder,
	makeDraft: prefix => mkdtemp(prefix),
	write,
	share,
	settle,
	move: rename,
	remove: path => rm(path, {recursive: true, force: true}),
};
