import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';

export type LineReader = {
	/** The next line; null at the end of the input, or once the signal is aborted. */
	readonly next: () => Promise<string | null>;
	readonly close: () => void;
};

/** Lines as the terminal hands them over: it edits them itself, so nothing has to be restored. */
export const lineReader = (input: Readable, signal: AbortSignal): LineReader => {
	const reader = createInterface({input, terminal: false});
	const lines = reader[Symbol.asyncIterator]();
	const interrupted = new Promise<null>(resolve => {
		signal.addEventListener('abort', () => resolve(null), {once: true});
	});
	const next = async (): Promise<string | null> => {
		const {done, value} = await lines.next();
		return done === true ? null : value;
	};
	return {
		next: () => Promise.race([interrupted, next()]),
		close: () => reader.close(),
	};
};
