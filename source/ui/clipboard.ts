/** Several terminals drop more than this, be it silently. */
const MAX_CHARACTERS = 74_994;

/** What a terminal would obey is no part of a text that is pasted. */
const plainly = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '');

const base64 = (text: string): string => {
	const bytes = new TextEncoder().encode(text);
	return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
};

/** OSC 52 with the text, which puts it on the clipboard; null where that is too long. */
export const clipboardCode = (text: string): string | null => {
	const encoded = base64(plainly(text));
	return encoded.length > MAX_CHARACTERS ? null : `\u001B]52;c;${encoded}\u0007`;
};
