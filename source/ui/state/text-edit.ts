/** A line of text being typed. The caret counts characters as a person sees them. */
export type TextEdit = {readonly text: string; readonly caret: number};

export type TextChange =
	| {readonly kind: 'insert'; readonly text: string}
	| {readonly kind: 'delete-before'}
	| {readonly kind: 'delete-after'}
	| {readonly kind: 'delete-line'}
	| {readonly kind: 'move'; readonly by: number}
	| {readonly kind: 'home'}
	| {readonly kind: 'end'};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Longer lines are nothing that a field of ours takes. */
const MAX_LENGTH = 1000;

export const characters = (text: string): readonly string[] =>
	Array.from(segmenter.segment(text), ({segment}) => segment);

/** A text with the caret behind its last character. */
export const typed = (text: string): TextEdit => ({text, caret: characters(text).length});

/** Line breaks become blanks and control characters go: a field has one line. */
const singleLine = (text: string): string =>
	text.replace(/[\r\n\t]+/g, ' ').replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '');

const clamp = (caret: number, count: number): number => Math.min(Math.max(0, caret), count);

const splice = (before: readonly string[], middle: string, after: readonly string[]): TextEdit => {
	const head = before.join('') + middle;
	return {text: head + after.join(''), caret: characters(head).length};
};

export const changeText = (edit: TextEdit, change: TextChange): TextEdit => {
	const all = characters(edit.text);
	const caret = clamp(edit.caret, all.length);
	const [before, after] = [all.slice(0, caret), all.slice(caret)];
	switch (change.kind) {
		case 'insert': {
			const added = singleLine(change.text);
			return edit.text.length + added.length > MAX_LENGTH ? edit : splice(before, added, after);
		}
		case 'delete-before':
			return splice(before.slice(0, -1), '', after);
		case 'delete-after':
			return splice(before, '', after.slice(1));
		case 'delete-line':
			return splice([], '', after);
		case 'move':
			return {text: edit.text, caret: clamp(caret + change.by, all.length)};
		case 'home':
			return {text: edit.text, caret: 0};
		case 'end':
			return {text: edit.text, caret: all.length};
	}
};
