import {fstatSync, statSync, writeSync} from 'node:fs';
import type {WriteStream} from 'node:tty';
import {report} from '../domain/rules/rules.ts';
import type {Output, Problem} from '../ports.ts';
import {errorCode, fileReason} from './file-reason.ts';

/** A reader that has seen enough (`| head`) or a terminal that was closed is no failure. */
const isGone = (error: unknown, isTerminal: boolean): boolean =>
	['EPIPE', 'ERR_STREAM_DESTROYED', ...(isTerminal ? ['EIO'] : [])].includes(errorCode(error));

const STANDARD_OUTPUT = '-';

/** A standard stream that takes no more text: a full disk, most likely. */
class OutputError extends Error {
	readonly problem: Problem;

	constructor(cause: unknown) {
		super('standard output', {cause});
		const facts = {file: STANDARD_OUTPUT, reason: fileReason(cause)};
		this.problem = {exitCode: 4, diagnostics: [report('file-unwritable', facts)]};
	}
}

const SHOW_CURSOR = '\u001B[?25h';

/**
 * Ink shows the cursor on standard error when the process ends, also where that is a file: there,
 * nothing may stand that only a terminal understands.
 */
export const withoutCursorCodes = (stream: WriteStream): WriteStream => {
	if (stream.isTTY === true) return stream;
	const write = stream.write.bind(stream);
	return Object.assign(stream, {
		write: (...given: Parameters<typeof write>) => given[0] === SHOW_CURSOR || write(...given),
	});
};

/** What a failed write ends with. */
const endOf = (error: unknown, isTerminal: boolean): void => {
	if (!isGone(error, isTerminal)) throw new OutputError(error);
};

type Write = (text: string | Uint8Array) => Promise<void>;

const streamWriter = (stream: WriteStream): Write => {
	let failure: unknown;
	stream.on('error', error => {
		failure = error;
	});
	return async text => {
		const problem = await new Promise<unknown>(resolve => {
			stream.write(text, error => resolve(error ?? failure));
		});
		if (problem) endOf(problem, stream.isTTY === true);
	};
};

/** A standard stream of the process. */
export const nodeOutput = (stream: WriteStream): Output => {
	const isTerminal = stream.isTTY === true;
	return {
		isTerminal,
		// Terminals that don't know their size say 0.
		columns: isTerminal ? stream.columns || null : null,
		write: streamWriter(stream),
	};
};

/** Whether the system takes texts as they come: a file, a pipe or what swallows all, never a terminal. */
const isPlain = (descriptor: number): boolean => {
	try {
		const stats = fstatSync(descriptor);
		if (stats.isCharacterDevice()) return stats.rdev === statSync('/dev/null').rdev;
		return stats.isFile() || stats.isFIFO() || stats.isSocket();
	} catch {
		return false;
	}
};

/** Writes what the system takes now, and says what it doesn't: the reader of a pipe may be slow. */
const writeNow = (descriptor: number, text: string): Uint8Array => {
	const bytes = Buffer.from(text);
	let written = 0;
	try {
		while (written < bytes.length) written += writeSync(descriptor, bytes, written);
	} catch (error) {
		if (errorCode(error) !== 'EAGAIN') throw error;
	}
	return bytes.subarray(written);
};

/**
 * The standard stream behind a descriptor. Node's own streams take milliseconds to load: where no
 * terminal is, only a reader that can't keep up is worth them.
 */
export const descriptorOutput = (descriptor: number, stream: () => WriteStream): Output => {
	if (!isPlain(descriptor)) return nodeOutput(stream());
	let slowly: Write | null = null;
	return {
		isTerminal: false,
		columns: null,
		write: async text => {
			try {
				const rest = slowly ? text : writeNow(descriptor, text);
				if (rest.length === 0) return;
				slowly ??= streamWriter(stream());
				await slowly(rest);
			} catch (error) {
				if (error instanceof OutputError) throw error;
				endOf(error, false);
			}
		},
	};
};
