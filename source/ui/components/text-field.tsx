import type {ReactNode} from 'react';
import {cutCells, displayWidth} from '../../present/display-width.ts';
import {piece, type ScreenLine} from '../lines.ts';
import {TonedLine} from './toned-lines.tsx';

export type TextFieldProps = {
	readonly text: string;
	/** Characters before the caret. */
	readonly caret: number;
	readonly isFocused: boolean;
	/** Cells that the field fills at most. */
	readonly width: number;
	/** Shown while the text is empty. */
	readonly placeholder?: string;
};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const charactersOf = (text: string): readonly string[] =>
	Array.from(segmenter.segment(text), ({segment}) => segment);

/** The last characters that fit into `width` cells. */
const tailWithin = (characters: readonly string[], width: number): readonly string[] => {
	let used = 0;
	const from = characters.findLastIndex(character => {
		used += displayWidth(character);
		return used > width;
	});
	return characters.slice(from + 1);
};

const focusedLine = ({text, caret, width, placeholder = ''}: TextFieldProps): ScreenLine => {
	if (text === '')
		return [
			piece(placeholder[0] ?? ' ', 'caret'),
			piece(cutCells(placeholder.slice(1), Math.max(0, width - 1)), 'placeholder'),
		];
	const characters = charactersOf(text);
	const at = characters[caret] ?? ' ';
	const before = characters.slice(0, caret);
	const head = tailWithin(before, Math.max(0, width - displayWidth(at) - 1));
	const shown = head.length < before.length ? ['…', ...head.slice(1)] : head;
	const room = width - displayWidth(shown.join('')) - displayWidth(at);
	const after = characters.slice(caret + 1).join('');
	return [piece(shown.join('')), piece(at, 'caret'), piece(cutCells(after, Math.max(0, room)))];
};

/** A text being typed, the caret in inverse; longer texts scroll with it. */
export const textFieldLine = (props: TextFieldProps): ScreenLine => {
	if (props.isFocused) return focusedLine(props);
	const {text, placeholder = '', width} = props;
	return text === ''
		? [piece(cutCells(placeholder, width), 'placeholder')]
		: [piece(cutCells(text, width))];
};

export const TextField = (props: TextFieldProps): ReactNode => (
	<TonedLine line={textFieldLine(props)} />
);
