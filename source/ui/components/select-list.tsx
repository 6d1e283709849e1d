import type {ReactNode} from 'react';
import {cellsOf, filled, fitted, oneLine, piece, type ScreenLine, windowed} from '../lines.ts';
import {TonedLines} from './toned-lines.tsx';

export type SelectItem = {
	readonly line: ScreenLine;
	/** Lines that belong to the item: what is wrong with it. */
	readonly notes?: readonly ScreenLine[];
};

export type SelectListProps = {
	readonly items: readonly SelectItem[];
	/** The focused item; -1 when the focus is elsewhere. */
	readonly focus: number;
	readonly width: number;
	readonly height: number;
};

/** The mark and inverse show the focus, so that it can be seen without colour. */
export const markedLine = (line: ScreenLine, isFocused: boolean, width: number): ScreenLine => {
	const content = fitted(line, width - 3);
	if (!isFocused) return [piece('   '), ...content];
	const text = filled(content, Math.max(cellsOf(content), width - 4))
		.map(part => part.text)
		.join('');
	return [piece(' ❯ ', 'accent'), piece(text, 'focus')];
};

/** Items one below the other, scrolled so that the focused one is seen. */
export const selectLines = ({
	items,
	focus,
	width,
	height,
}: SelectListProps): readonly ScreenLine[] =>
	windowed(
		items.map(({line, notes = []}, index) => [markedLine(line, index === focus, width), ...notes]),
		Math.max(0, focus),
		height,
	);

export const SelectList = (props: SelectListProps): ReactNode => (
	<TonedLines lines={props.items.length === 0 ? [oneLine('')] : selectLines(props)} />
);
