/** Ranges of characters that fill two cells of a terminal beside the emoji: CJK and full-width forms. */
const WIDE: readonly (readonly [number, number])[] = [
	[0x1100, 0x115f],
	[0x2329, 0x232a],
	[0x2630, 0x2637],
	[0x268a, 0x268f],
	[0x2e80, 0x303e],
	[0x3041, 0x3247],
	[0x3250, 0xa4c6],
	[0xa960, 0xa97c],
	[0xac00, 0xd7a3],
	[0xf900, 0xfaff],
	[0xfe10, 0xfe19],
	[0xfe30, 0xfe6b],
	[0xff01, 0xff60],
	[0xffe0, 0xffe6],
	[0x16fe0, 0x1b2fb],
	[0x1d300, 0x1d376],
	[0x1f200, 0x1f265],
	[0x20000, 0x3fffd],
];

/** Every character below it fills one cell. */
const FIRST_UNEVEN = '\u0300';
const EVEN = /^[ -\u02ff]*$/;

/** Marks on top of a letter, joiners, and the vowels and endings of a Hangul syllable. */
const ZERO_WIDTH =
	/^[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7fb]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;
const FLAG_LETTER = /^\p{Regional_Indicator}$/u;

/** What makes one picture of several characters: joined emoji, skin tones, flags, keycaps. */
const JOINED = /[\u200d\ufe0f\u20e3\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const JOINED_EMOJI =
	/^(?:[\d#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|\p{Emoji}(?:\ufe0f|\p{Emoji_Modifier}|.*\u200d\p{Extended_Pictographic}))/u;

const isWide = (character: string): boolean => {
	const code = character.codePointAt(0) ?? 0;
	if (WIDE.some(([from, to]) => code >= from && code <= to)) return true;
	return EMOJI.test(character) && !FLAG_LETTER.test(character);
};

const cellsOfCharacter = (character: string): number => {
	if (character < FIRST_UNEVEN) return 1;
	if (ZERO_WIDTH.test(character)) return 0;
	return isWide(character) ? 2 : 1;
};

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character. */
const clustersOf = (text: string): readonly string[] => {
	if (!JOINED.test(text)) return [...text];
	segmenter ??= new Intl.Segmenter();
	return Array.from(segmenter.segment(text), ({segment}) => segment);
};

const cellsOf = (cluster: string): number => {
	if (cluster.length > 1 && JOINED_EMOJI.test(cluster)) return 2;
	let width = 0;
	for (const character of cluster) width += cellsOfCharacter(character);
	return width;
};

/** Terminal cells that a text without control characters fills. */
export const displayWidth = (text: string): number => {
	if (EVEN.test(text)) return text.length;
	let width = 0;
	for (const cluster of clustersOf(text)) width += cellsOf(cluster);
	return width;
};

/** Filled with blanks to `width` cells; longer texts stay as they are. */
export const padCells = (text: string, width: number, align: 'left' | 'right'): string => {
	const gap = ' '.repeat(Math.max(0, width - displayWidth(text)));
	return align === 'left' ? text + gap : gap + text;
};

/** Cut to `width` cells, the last of them an ellipsis. */
export const cutCells = (text: string, width: number): string => {
	if (displayWidth(text) <= width) return text;
	let cut = '';
	let used = 0;
	for (const cluster of clustersOf(text)) {
		const next = used + cellsOf(cluster);
		if (next > width - 1) break;
		used = next;
		cut += cluster;
	}
	return width > 0 ? `${cut}…` : '';
};

const OPENING = /^[（［｛《〈「『【〔“‘￥]/u;
const CLOSING = /^[）］｝》〉」』】〕”’、，。；：？！％…]/u;

/** Lines break behind blanks and beside wide characters, but no bracket or stop is left alone by it. */
const canBreak = (before: string, after: string): boolean => {
	if (before === ' ') return true;
	if (!isWide(before) && !isWide(after)) return false;
	return !OPENING.test(before) && !CLOSING.test(after);
};

/** Runs that stay together, each with the blanks behind it. */
const wordsOf = (text: string): readonly string[] => {
	const words: string[] = [];
	let last = '';
	for (const cluster of clustersOf(text)) {
		const startsWord = cluster !== ' ' && cellsOf(cluster) > 0 && canBreak(last, cluster);
		words.push(startsWord ? cluster : (words.pop() ?? '') + cluster);
		last = cluster;
	}
	return words;
};

/** A word that is too long for any line, in parts that are not. */
const partsOf = (word: string, width: number): readonly string[] => {
	if (displayWidth(word.trimEnd()) <= width) return [word];
	const parts: string[] = [];
	for (const cluster of clustersOf(word)) {
		const part = (parts.at(-1) ?? '') + cluster;
		if (parts.length > 0 && displayWidth(part) <= width) parts[parts.length - 1] = part;
		else parts.push(cluster);
	}
	return parts;
};

/** Wrapped to `width` cells at blanks and between wide characters; a longer word is broken. */
export const wrapCells = (text: string, width: number): readonly string[] => {
	if (width === Number.POSITIVE_INFINITY) return [text.trimEnd()];
	const lines: string[] = [];
	let line = '';
	for (const word of wordsOf(text).flatMap(long => partsOf(long, width))) {
		const isFull = line !== '' && displayWidth(line + word.trimEnd()) > width;
		if (isFull) lines.push(line.trimEnd());
		line = isFull ? word : line + word;
	}
	return [...lines, line.trimEnd()];
};
