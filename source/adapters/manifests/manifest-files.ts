import {type FileHandle, open} from 'node:fs/promises';
import type {Readable} from 'node:stream';
import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {SourceFile} from '../../domain/manifest/source/source-tree.ts';
import {report} from '../../domain/rules/rules.ts';
import type {Attempt, Manifests, Problem} from '../../ports.ts';
import {fileReason} from '../file-reason.ts';
import {decodeText} from './decode-text.ts';
import {findFiles, type SearchProblem, STANDARD_INPUT} from './find-files.ts';
import {readSource, reread} from './read-source.ts';

const BYTES_PER_MIB = 2 ** 20;
/** Of one file, and of all together. */
const LIMIT_MIB = 16;
const TOTAL_LIMIT_MIB = 64;

type Failed = {readonly ok: false; readonly problem: Problem};

const failed = (exitCode: 2 | 4, diagnostic: Diagnostic): Failed => ({
	ok: false,
	problem: {exitCode, diagnostics: [diagnostic]},
});

const unreadable = (file: string, error: unknown): Failed =>
	failed(4, report('file-unreadable', {file, reason: fileReason(error)}));

const notFound = (problem: SearchProblem): Failed => {
	switch (problem.kind) {
		case 'empty':
			return failed(2, report('manifest-folder-empty', {folder: problem.folder}));
		case 'too-many':
			return failed(2, report('manifests-too-many', {maximum: problem.maximum}, problem.folder));
		case 'unreadable':
			return unreadable(problem.path, problem.error);
	}
};

/** The bytes of a stream; null as soon as they are more than the limit. */
const bytesOf = async (chunks: AsyncIterable<unknown>): Promise<Buffer | null> => {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
		size += part.length;
		if (size > LIMIT_MIB * BYTES_PER_MIB) return null;
		parts.push(part);
	}
	return Buffer.concat(parts);
};

const readBytes = async (path: string, stdin: Readable): Promise<Attempt<Buffer>> => {
	let handle: FileHandle | undefined;
	try {
		if (path !== STANDARD_INPUT) handle = await open(path, 'r');
		const isLarge = handle && (await handle.stat()).size > LIMIT_MIB * BYTES_PER_MIB;
		const bytes = isLarge
			? null
			: await bytesOf(handle ? handle.createReadStream({autoClose: false}) : stdin);
		return bytes === null
			? failed(2, report('file-too-large', {file: path, limitMiB: LIMIT_MIB}))
			: {ok: true, value: bytes};
	} catch (error) {
		return unreadable(path, error);
	} finally {
		await handle?.close();
	}
};

const readText = (
	name: string,
	bytes: Buffer,
): {readonly file: SourceFile | null; readonly diagnostics: readonly Diagnostic[]} => {
	const decoded = decodeText(bytes);
	if (decoded.ok) return readSource(name, decoded.text);
	const {line} = decoded;
	const source = {file: name, line: line ?? 1, column: 1};
	const encoding = line === null ? 'utf-16' : 'other';
	return {file: null, diagnostics: [{...report('manifest-encoding', {encoding}), source}]};
};

const read = async (paths: readonly string[], stdin: Readable): ReturnType<Manifests['read']> => {
	const search = await findFiles(paths);
	if (!search.ok) return notFound(search.problem);
	const files: SourceFile[] = [];
	const diagnostics: Diagnostic[] = [];
	let size = 0;
	for (const path of search.files) {
		const bytes = await readBytes(path, stdin);
		if (!bytes.ok) return bytes;
		size += bytes.value.length;
		if (size > TOTAL_LIMIT_MIB * BYTES_PER_MIB)
			return failed(2, report('manifests-too-large', {limitMiB: TOTAL_LIMIT_MIB}, path));
		const one = readText(path, bytes.value);
		if (one.file) files.push(one.file);
		for (const diagnostic of one.diagnostics) diagnostics.push(diagnostic);
	}
	return {ok: true, value: {files, diagnostics, reread}};
};

/** Manifests of the machine. Each file is read once, however it is named. */
export const manifestFiles = (stdin: Readable): Manifests => ({
	read: paths => read(paths, stdin),
});
