import {readdir, realpath, stat} from 'node:fs/promises';
import {join} from 'node:path';

export const STANDARD_INPUT = '-';

const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Whoever names the root of a disk by mistake should not wait for the end of it. */
const MAX_FILES = 10_000;
const MAX_ENTRIES = 200_000;

/** Why there is no list: nothing in a folder, or more than anybody plans. */
export type SearchProblem =
	| {readonly kind: 'empty'; readonly folder: string}
	| {readonly kind: 'too-many'; readonly folder: string; readonly maximum: number}
	| {readonly kind: 'unreadable'; readonly path: string; readonly error: unknown};

/** Thrown within this file and caught at its end. */
class SearchError extends Error {
	readonly problem: SearchProblem;

	constructor(problem: SearchProblem) {
		super(problem.kind);
		this.problem = problem;
	}
}

type Search = {readonly found: string[]; readonly seen: Set<string>; entries: number};

const systemCall = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
	try {
		return await work();
	} catch (error) {
		throw new SearchError({kind: 'unreadable', path, error});
	}
};

/** True the first time that a file or folder is come by, by whatever name. */
const isNew = async (path: string, {seen}: Search): Promise<boolean> => {
	const real = await systemCall(path, () => realpath(path));
	if (seen.has(real)) return false;
	seen.add(real);
	return true;
};

const searchFolder = async (folder: string, search: Search): Promise<void> => {
	if (!(await isNew(folder, search))) return;
	const names = await systemCall(folder, () => readdir(folder));
	search.entries += names.length;
	for (const name of names.sort()) {
		if (search.found.length > MAX_FILES || search.entries > MAX_ENTRIES)
			throw new SearchError({kind: 'too-many', folder, maximum: MAX_FILES});
		if (!name.startsWith('.')) await searchEntry(join(folder, name), search);
	}
};

/** A pipe or a device within a folder is nobody's manifest, and could block. */
const searchEntry = async (path: string, search: Search): Promise<void> => {
	const isNamed = MANIFEST.test(path);
	const stats = await systemCall(path, async () => {
		try {
			return await stat(path);
		} catch (error) {
			if (isNamed) throw error;
			return null;
		}
	});
	if (stats?.isDirectory()) await searchFolder(path, search);
	else if (isNamed && stats?.isFile() && (await isNew(path, search))) search.found.push(path);
};

const searchPath = async (path: string, search: Search): Promise<void> => {
	if (path === STANDARD_INPUT) {
		if (!search.seen.has(path)) search.found.push(path);
		search.seen.add(path);
		return;
	}
	const stats = await systemCall(path, () => stat(path));
	if (!stats.isDirectory()) {
		if (await isNew(path, search)) search.found.push(path);
		return;
	}
	const before = search.seen.size;
	await searchFolder(path, search);
	const isKnown = search.seen.size === before;
	// `join` leaves out a `./` at the start.
	const inside = join(path, '-').slice(0, -1);
	const hasFiles = search.found.some(file => file.startsWith(inside));
	if (!(isKnown || hasFiles)) throw new SearchError({kind: 'empty', folder: path});
};

/**
 * The files that paths stand for: each file itself, and of a folder the YAML and JSON files at any depth,
 * sorted, without hidden ones. No file comes twice, however many names lead to it.
 */
export const findFiles = async (
	paths: readonly string[],
): Promise<
	| {readonly ok: true; readonly files: readonly string[]}
	| {readonly ok: false; readonly problem: SearchProblem}
> => {
	const search: Search = {found: [], seen: new Set(), entries: 0};
	try {
		for (const path of paths) await searchPath(path, search);
		return {ok: true, files: search.found};
	} catch (error) {
		if (error instanceof SearchError) return {ok: false, problem: error.problem};
		throw error;
	}
};
