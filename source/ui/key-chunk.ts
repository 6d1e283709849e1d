import type {Press} from './key-press.ts';
import {characters} from './state/text-edit.ts';

const isEnter = (character: string): boolean => /^[\r\n]+$/.test(character);

/** The letter that makes this control character with Ctrl; null for other characters. */
const letterOf = (character: string): string | null => {
	const code = character.charCodeAt(0);
	return code >= 1 && code <= 26 ? String.fromCharCode(code + 96) : null;
};

const pressOf = (character: string): Press => {
	if (isEnter(character)) return {input: '', key: {return: true}};
	if (character === '\t') return {input: '', key: {tab: true}};
	const letter = letterOf(character);
	return letter ? {input: letter, key: {ctrl: true}} : {input: character, key: {}};
};

/**
 * The keys of what a terminal sent at once: over a slow line or from a busy machine several arrive
 * together, and Ink reports all between two escape sequences as one text.
 */
export const pressesOf = (press: Press): readonly Press[] => {
	const {input, key} = press;
	const isText = input !== '' && !key.ctrl && !key.meta;
	return isText ? characters(input).map(pressOf) : [press];
};
