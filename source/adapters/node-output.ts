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

/** A standard stream of the process. */
export const nodeOutput = (stream: WriteStream): Output => {
	let failure: unknown;
	stream.on('error', error => {
		failure = error;
	});
	const isTerminal = stream.isTTY === true;
	return {
		isTerminal,
		// Terminals that don't know their size say 0.
		columns: isTerminal ? stream.columns || null : null,
		write: text =>
			new Promise((resolve, reject) => {
				stream.write(text, error => {
					const problem = error ?? failure;
					if (problem && !isGone(problem, isTerminal)) reject(new OutputError(problem));
					else resolve();
				});
			}),
	};
};
