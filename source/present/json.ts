import {escaped} from './printable.ts';

/** Beyond what JSON escapes itself: DEL, C1, marks that turn the direction of text, invisible blanks. */
const UNSAFE = /[\u007f-\u00a0\ufeff\ufffe\uffff\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** JSON that any parser reads as the same value, and that no terminal obeys. */
export const jsonText = (value: unknown, indent = 0): string =>
	JSON.stringify(value, null, indent).replace(UNSAFE, escaped);
