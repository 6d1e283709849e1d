import {Box, type DOMElement, measureElement, Text, useCursor} from 'ink';
import {type ReactNode, useEffect, useRef, useState} from 'react';
import {printable} from '../../present/printable.ts';
import {cellsOf, type ScreenLine} from '../lines.ts';
import {useTheme} from '../theme.ts';

export type TonedLineProps = {
	/** The pieces of the line; what a terminal would obey is made visible. */
	readonly line: ScreenLine;
};

const LineText = ({line}: TonedLineProps): ReactNode => {
	const theme = useTheme();
	return (
		<Text wrap="truncate">
			{line.map(({text, tone}, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place.
				<Text key={index} {...theme[tone]}>
					{printable(text)}
				</Text>
			))}
		</Text>
	);
};

/** Cells before the caret; null in a line without one. */
const caretCells = (line: ScreenLine): number | null => {
	const at = line.findIndex(({tone}) => tone === 'caret');
	return at < 0 ? null : cellsOf(line.slice(0, at));
};

type Place = {readonly x: number; readonly y: number};

/** Input methods open their window at the cursor of the terminal, so it goes where the caret is. */
const CaretLine = ({line}: TonedLineProps): ReactNode => {
	const box = useRef<DOMElement>(null);
	const [place, setPlace] = useState<Place | null>(null);
	const {setCursorPosition} = useCursor();
	const before = caretCells(line) ?? 0;
	setCursorPosition(place ? {x: place.x + before, y: place.y} : undefined);
	useEffect(() => {
		if (!box.current) return;
		const {x, y} = measureElement(box.current);
		setPlace(known => (known?.x === x && known.y === y ? known : {x, y}));
	});
	return (
		<Box ref={box}>
			<LineText line={line} />
		</Box>
	);
};

/** One line of toned text, never wrapped. */
export const TonedLine = ({line}: TonedLineProps): ReactNode => {
	if (line.length === 0) return <Text> </Text>;
	return caretCells(line) === null ? <LineText line={line} /> : <CaretLine line={line} />;
};

export type TonedLinesProps = {
	readonly lines: readonly ScreenLine[];
	/** Lines to fill; further ones are left out. */
	readonly height?: number;
};

/** Lines of toned text, one below the other. */
export const TonedLines = ({lines, height}: TonedLinesProps): ReactNode => (
	<Box flexDirection="column" {...(height !== undefined && {height})}>
		{lines.slice(0, height).map((line, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place.
			<TonedLine key={index} line={line} />
		))}
	</Box>
);
