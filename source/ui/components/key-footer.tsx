import type {ReactNode} from 'react';
import {cellsOf, piece, type ScreenLine} from '../lines.ts';
import {TonedLine} from './toned-lines.tsx';

export type KeyHint = {
	/** The key as it is printed: `↑↓`, `Enter`. */
	readonly shown: string;
	readonly label: string;
};

export type KeyFooterProps = {
	readonly keys: readonly KeyHint[];
	readonly width: number;
};

const hint = ({shown, label}: KeyHint): ScreenLine => [
	piece(' '),
	piece(shown, 'key-name'),
	piece(` ${label} `, 'muted'),
];

/** The keys that fit; the last three, on, back and help, always do. */
export const footerLine = ({keys, width}: KeyFooterProps): ScreenLine => {
	const end = keys.slice(-3).flatMap(hint);
	let room = width - cellsOf(end);
	const shown = keys.slice(0, -3).flatMap(key => {
		const part = hint(key);
		room -= cellsOf(part);
		return room >= 0 ? part : [];
	});
	return [...shown, ...end];
};

/** The line of keys at the bottom of the screen. */
export const KeyFooter = (props: KeyFooterProps): ReactNode => (
	<TonedLine line={footerLine(props)} />
);
