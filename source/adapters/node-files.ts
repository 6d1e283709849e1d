import {randomBytes} from 'node:crypto';
import {constants, type Stats} from 'node:fs';
import {
	copyFile,
	type FileHandle,
	link,
	open,
	realpath,
	rename,
	stat,
	unlink,
	writeFile,
} from 'node:fs/promises';
import {basename, dirname, isAbsolute, join, relative} from 'node:path';
import type {Readable} from 'node:stream';
import type {RuleFacts} from '../domain/rules/facts.ts';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, Files} from '../ports.ts';
import {errorCode, fileReason} from './file-reason.ts';

/** Larger plans are mistakes; the limit also bounds memory. */
const LIMIT_MIB = 16;
const BYTES_PER_MIB = 2 ** 20;
const STANDARD_INPUT = '-';

const failed = <R extends 'file-unreadable' | 'file-unwritable' | 'file-too-large' | 'file-exists'>(
	rule: R,
	facts: RuleFacts[R],
	exitCode: 2 | 4 = 4,
): Attempt<never> => ({
	ok: false,
	problem: {exitCode, diagnostics: [report(rule, facts)]},
});

const readLimited = async (
	chunks: AsyncIterable<unknown>,
	limitMiB: number,
): Promise<string | null> => {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
		size += part.length;
		if (size > limitMiB * BYTES_PER_MIB) return null;
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
};

const read = async (
	path: string,
	stdin: () => Readable,
	limitMiB: number,
): Promise<Attempt<string>> => {
	let handle: FileHandle | undefined;
	try {
		if (path !== STANDARD_INPUT) {
			handle = await open(path, 'r');
			if ((await handle.stat()).isDirectory())
				return failed('file-unreadable', {file: path, reason: 'is-folder'});
		}
		const chunks = handle ? handle.createReadStream({autoClose: false}) : stdin();
		const text = await readLimited(chunks, limitMiB);
		return text === null
			? failed('file-too-large', {file: path, limitMiB}, 2)
			: {ok: true, value: text};
	} catch (error) {
		return failed('file-unreadable', {file: path, reason: fileReason(error)});
	} finally {
		await handle?.close();
	}
};

/** The file behind links, and what it is; null where there is none yet. */
const targetOf = async (path: string): Promise<{path: string; stats: Stats | null}> => {
	try {
		const real = await realpath(path);
		return {path: real, stats: await stat(real)};
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return {path, stats: null};
		throw error;
	}
};

/** Pipes and devices are no files: reading one may never end. */
const isWithin = async (folder: string, path: string): Promise<boolean> => {
	try {
		const {path: real, stats} = await targetOf(path);
		if (stats === null) return true;
		const way = relative(await realpath(folder), real);
		return (
			(stats.isFile() || stats.isDirectory()) && !/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way)
		);
	} catch {
		// Reading it says why not.
		return true;
	}
};

const writeNew = async (path: string, text: string, mode: number | null): Promise<void> => {
	const handle = await open(path, 'wx', mode ?? 0o666);
	try {
		// The mask of the process has taken bits from the mode of the file that is replaced.
		if (mode !== null) await handle.chmod(mode);
		await handle.writeFile(text);
		await handle.sync();
	} finally {
		await handle.close();
	}
};

/** Beside the target, so that the last step is a rename or link within one file system. */
const temporaryName = (path: string): string =>
	join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);

/** File systems without hard links say one of these. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];

/** `link` refuses to replace a file, atomically, where `rename` would. */
const moveInto = async (temporary: string, path: string, overwrite: boolean): Promise<void> => {
	if (overwrite) {
		await rename(temporary, path);
		return;
	}
	try {
		await link(temporary, path);
	} catch (error) {
		if (!NO_LINKS.includes(errorCode(error))) throw error;
		await copyFile(temporary, path, constants.COPYFILE_EXCL);
	}
	await unlink(temporary);
};

const replace = async (
	path: string,
	text: string,
	mode: number | null,
	overwrite: boolean,
): Promise<void> => {
	const temporary = temporaryName(path);
	try {
		await writeNew(temporary, text, mode);
		await moveInto(temporary, path, overwrite);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		throw error;
	}
};

const write = async (path: string, text: string, overwrite: boolean): Promise<Attempt<void>> => {
	try {
		const {path: target, stats} = await targetOf(path);
		if (stats?.isDirectory()) return failed('file-unwritable', {file: path, reason: 'is-folder'});
		if (stats?.isFile() && !overwrite) return failed('file-exists', {file: path});
		// A device or a pipe takes the text itself and is never replaced.
		if (stats && !stats.isFile()) await writeFile(target, text);
		else await replace(target, text, stats && stats.mode & 0o777, overwrite);
		return {ok: true, value: undefined};
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return failed('file-exists', {file: path});
		return failed('file-unwritable', {file: path, reason: fileReason(error)});
	}
};

/** Files of the machine; standard input is opened by who reads it. Writes are atomic: the old text or the new, never half. */
export const nodeFiles = (stdin: () => Readable): Files => ({
	read: (path, {limitMiB} = {limitMiB: LIMIT_MIB}) => read(path, stdin, limitMiB),
	isWithin,
	write: (path, text, {overwrite}) => write(path, text, overwrite),
});
