import {type Event, parseEvents, YAMLException} from 'js-yaml';

/** A resource definition may nest its schema some dozens of levels. */
export const MAX_DEPTH = 200;

/** Within brackets and quotes, the parser wants lines further in than the key before them; kubectl doesn't care. */
const TOO_FAR_OUT = 'deficient indentation';

/** Blanks that a line is moved in by, as often as it takes. */
const PAD = ' '.repeat(64);

/** Characters that may be read once more, so that many such lines don't take forever. */
const MAX_AGAIN = 2 ** 24;

/** A text as the parser takes it: with blanks in front of lines, in ascending order. */
type Padded = {readonly text: string; readonly pads: readonly number[]};

const lineStart = (text: string, from: number): number =>
	Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;

/** The text with a line moved in, or with a blank for the tab that the parser takes for a margin. */
const movedIn = ({text, pads}: Padded, offset: number): Padded | null => {
	const start = lineStart(text, offset);
	const before = text.slice(start, offset);
	if (start > 0 && /^[ \t]*$/.test(before))
		return {text: text.slice(0, start) + PAD + text.slice(start), pads: [...pads, start]};
	const tab = before.lastIndexOf('\t');
	if (tab < 0) return null;
	const at = start + tab;
	return {text: `${text.slice(0, at)} ${text.slice(at + 1)}`, pads};
};

/** Where an offset of the padded text is in the text as it is written. */
const writtenIn =
	({pads}: Padded) =>
	(offset: number): number => {
		let [low, high] = [0, pads.length];
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			if ((pads[middle] ?? 0) < offset) low = middle + 1;
			else high = middle;
		}
		return offset - low * PAD.length;
	};

const OFFSETS = [
	'start',
	'anchorStart',
	'anchorEnd',
	'tagStart',
	'tagEnd',
	'valueStart',
	'valueEnd',
];

const shifted = (event: Event, written: (offset: number) => number): Event => {
	const offsets = Object.entries(event)
		.filter(([name, value]) => OFFSETS.includes(name) && typeof value === 'number' && value >= 0)
		.map(([name, value]) => [name, written(Number(value))]);
	return {...event, ...Object.fromEntries(offsets)};
};

const parse = (text: string): Event[] => parseEvents(text, {maxDepth: MAX_DEPTH});

/** Reads a text whose line at `offset` the parser refuses, with as many lines moved in as there have to be. */
const parsePadded = (source: string, error: YAMLException): Event[] => {
	let padded: Padded = {text: source, pads: []};
	let left = MAX_AGAIN;
	let fault = error;
	for (;;) {
		const offset = fault.mark?.position ?? 0;
		left -= offset;
		const next = fault.reason === TOO_FAR_OUT && left > 0 ? movedIn(padded, offset) : null;
		if (!next) return YAMLException.throwAt(source, writtenIn(padded)(offset), fault.reason);
		padded = next;
		try {
			const written = writtenIn(padded);
			return parse(padded.text).map(event => shifted(event, written));
		} catch (another) {
			if (!(another instanceof YAMLException)) throw another;
			fault = another;
		}
	}
};

/** The events of a document, with the margins that kubectl allows within brackets and quotes. */
export const lenientEvents = (source: string): Event[] => {
	try {
		return parse(source);
	} catch (error) {
		if (!(error instanceof YAMLException && error.reason === TOO_FAR_OUT)) throw error;
		return parsePadded(source, error);
	}
};
