/** C0, DEL and C1, marks that turn the direction of text, line and paragraph separators, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
	['\n', '\\n'],
	['\r', '\\r'],
	['\t', '\\t'],
]);

/** One character as `\u001b`, or `\n` where there is a short form. */
export const escaped = (character: string): string =>
	SHORT_ESCAPES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text from outside, safe for a terminal: what a terminal would obey is shown as `\u001b` or `\n`. */
export const printable = (text: string): string => text.replace(UNSAFE, escaped);

/** The same of a text of several lines, which stay lines. */
export const printableLines = (text: string): string =>
	text.replace(/(?:[^\t\n\r]|\r(?!\n))+/g, printable);

/** At most `maxCharacters` code points, the last of them an ellipsis where something is cut off. */
export const shorten = (text: string, maxCharacters: number): string => {
	if (text.length <= maxCharacters) return text;
	// A code point has at most two units, so the rest of a long text need not be taken apart.
	const characters = [...text.slice(0, 2 * (maxCharacters + 1))];
	if (characters.length <= maxCharacters) return text;
	return maxCharacters > 0 ? `${characters.slice(0, maxCharacters - 1).join('')}…` : '';
};
