import {readFile, rename, unlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {StoredDraft} from '../domain/input/starts.ts';
import type {Drafts} from '../ports.ts';
import {isAlive} from './is-alive.ts';
import {makeFolder} from './make-folder.ts';

/** Grows when older programs could not read the file any more. */
const VERSION = 1;

type Stored = StoredDraft & {readonly pid: number};

const storedIn = (text: string): Stored | null => {
	const value: unknown = JSON.parse(text);
	if (typeof value !== 'object' || value === null) return null;
	const {version, pid, input, preset} = value as Readonly<Record<string, unknown>>;
	if (version !== VERSION || typeof pid !== 'number') return null;
	return {pid, input, preset: typeof preset === 'string' ? preset : null};
};

/**
 * The answers of a wizard that has not come to its end, in one private file. It is written whole, one
 * state after the other; of those that come while one is written, only the last. A wizard that still
 * runs keeps its draft to itself.
 */
export const draftFile = (folder: string, pid: number): Drafts => {
	const file = join(folder, 'draft.json');
	let next: string | null = null;
	let writing: Promise<void> = Promise.resolve();
	const ownerOf = async (): Promise<Stored | null> => {
		try {
			return storedIn(await readFile(file, 'utf8'));
		} catch {
			return null;
		}
	};
	const isForeign = (stored: Stored | null): boolean =>
		stored !== null && stored.pid !== pid && isAlive(stored.pid);
	const write = async (): Promise<void> => {
		const text = next;
		if (text === null) return;
		next = null;
		try {
			await makeFolder(folder);
			await writeFile(`${file}.${pid}`, text, {mode: 0o600});
			await rename(`${file}.${pid}`, file);
		} catch {
			// Where nothing can be written there is no draft, and the wizard is none the worse for it.
		}
	};
	return {
		read: async () => {
			const stored = await ownerOf();
			return stored === null || isForeign(stored)
				? null
				: {input: stored.input, preset: stored.preset};
		},
		save: draft => {
			next = JSON.stringify({version: VERSION, pid, ...draft});
			writing = writing.then(write);
		},
		drop: async () => {
			next = null;
			await writing;
			if (isForeign(await ownerOf())) return;
			await unlink(file).catch(() => undefined);
		},
	};
};
