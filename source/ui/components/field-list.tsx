import type {ReactNode} from 'react';
import {displayWidth, padCells} from '../../present/display-width.ts';
import {fitted, piece, type ScreenLine, windowed} from '../lines.ts';
import {TonedLines} from './toned-lines.tsx';

export type FieldItem = {
	readonly label: string;
	readonly isFocused: boolean;
	/** The answer, as wide as `valueWidth` says at most. */
	readonly value: ScreenLine;
	/** What is wrong with the answer. */
	readonly notes: readonly ScreenLine[];
};

export type FieldListProps = {
	readonly items: readonly FieldItem[];
	/** Cells of the label column. */
	readonly labelWidth: number;
	readonly width: number;
	readonly height: number;
};

/** Cells before the answers: mark, label, gap. */
export const fieldIndent = (labelWidth: number): number => 3 + labelWidth + 2;

export const labelWidthOf = (labels: readonly string[]): number =>
	Math.max(0, ...labels.map(displayWidth));

export const fieldLine = (
	{label, isFocused, value}: FieldItem,
	labelWidth: number,
	width: number,
): ScreenLine =>
	fitted(
		[
			piece(isFocused ? ' ❯ ' : '   ', 'accent'),
			piece(padCells(label, labelWidth, 'left'), isFocused ? 'accent' : 'muted'),
			piece('  '),
			...value,
		],
		width,
	);

/** Labels and answers in two columns, scrolled so that the focused one is seen. */
export const fieldLines = ({
	items,
	labelWidth,
	width,
	height,
}: FieldListProps): readonly ScreenLine[] =>
	windowed(
		items.map(item => [fieldLine(item, labelWidth, width), ...item.notes]),
		Math.max(
			0,
			items.findIndex(({isFocused}) => isFocused),
		),
		height,
	);

export const FieldList = (props: FieldListProps): ReactNode => (
	<TonedLines lines={fieldLines(props)} />
);
