export type Decoded =
	| {readonly ok: true; readonly text: string}
	/** The line of the first byte that is no UTF-8, from 1; null where the whole file is UTF-16. */
	| {readonly ok: false; readonly line: number | null};

const LINE_FEED = 10;

/** Throws for what isn't UTF-8, where others put a replacement character; keeps a byte order mark. */
const strictly = (bytes: Uint8Array): string =>
	new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);

/** By its mark, or by the zeros between the characters of ASCII. */
const isUtf16 = ([first, second, third, fourth]: Uint8Array): boolean =>
	(first === 0xff && second === 0xfe) ||
	(first === 0xfe && second === 0xff) ||
	(first === 0 && third === 0) ||
	(second === 0 && fourth === 0);

/** No line feed is a part of another character, so each line can be tried by itself. */
const brokenLine = (bytes: Uint8Array): number => {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const feed = bytes.indexOf(LINE_FEED, start);
		const end = feed < 0 ? bytes.length : feed + 1;
		try {
			strictly(bytes.subarray(start, end));
		} catch {
			return line;
		}
		start = end;
	}
	return line;
};

/** The text of a file, if that is UTF-8 throughout: what is written back must not lose a byte. */
export const decodeText = (bytes: Uint8Array): Decoded => {
	if (isUtf16(bytes)) return {ok: false, line: null};
	try {
		return {ok: true, text: strictly(bytes)};
	} catch {
		return {ok: false, line: brokenLine(bytes)};
	}
};
