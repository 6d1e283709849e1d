import {type FileHandle, open} from 'node:fs/promises';
import {basename} from 'node:path';
import type {Readable} from 'node:stream';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, PriceFile, PriceFiles} from '../ports.ts';
import {fileReason} from './file-reason.ts';
import {openPriceFile, type PriceBytes} from './price-formats/open-price-file.ts';
import {PriceFileError} from './price-formats/price-file-error.ts';

const STANDARD_INPUT = '-';

const unreadable = (file: string, error: unknown): PriceFileError =>
	new PriceFileError({
		exitCode: 4,
		diagnostics: [report('file-unreadable', {file, reason: fileReason(error)})],
	});

/** Pieces of a stream; the file is closed when nobody reads on. */
async function* piecesOf(
	path: string,
	stream: Readable,
	handle: FileHandle | null,
): AsyncGenerator<Buffer> {
	try {
		for await (const piece of stream)
			yield Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
	} catch (error) {
		throw unreadable(path, error);
	} finally {
		await handle?.close();
	}
}

const fileBytes = async (path: string): Promise<PriceBytes> => {
	const handle = await open(path, 'r');
	const stats = await handle.stat();
	if (stats.isDirectory()) {
		await handle.close();
		throw Object.assign(new Error(path), {code: 'EISDIR'});
	}
	return {
		path,
		name: basename(path),
		bytes: piecesOf(path, handle.createReadStream({autoClose: false}), handle),
		size: stats.isFile() ? stats.size : null,
		changedOn: stats.isFile() ? stats.mtime.toISOString().slice(0, 10) : null,
	};
};

const stdinBytes = (stdin: Readable): PriceBytes => ({
	path: STANDARD_INPUT,
	name: STANDARD_INPUT,
	bytes: piecesOf(STANDARD_INPUT, stdin, null),
	size: null,
	changedOn: null,
});

const attempt = async (work: () => Promise<PriceFile>): Promise<Attempt<PriceFile>> => {
	try {
		return {ok: true, value: await work()};
	} catch (error) {
		if (error instanceof PriceFileError) return {ok: false, problem: error.problem};
		throw error;
	}
};

const bytesOf = async (path: string, stdin: Readable): Promise<PriceBytes> => {
	if (path === STANDARD_INPUT) return stdinBytes(stdin);
	try {
		return await fileBytes(path);
	} catch (error) {
		throw unreadable(path, error);
	}
};

/** Price files of the machine, read in pieces. */
export const priceFileReader = (stdin: Readable): PriceFiles => ({
	open: (path, options) => attempt(async () => openPriceFile(await bytesOf(path, stdin), options)),
});
