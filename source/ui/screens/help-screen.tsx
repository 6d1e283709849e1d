import type {ReactNode} from 'react';
import {padCells} from '../../present/display-width.ts';
import {labelWidthOf} from '../components/field-list.tsx';
import type {KeyHint} from '../components/key-footer.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {emptyLine, filled, piece, type ScreenLine, wrapped} from '../lines.ts';
import type {View} from '../view.ts';

export type HelpScreenProps = {readonly keys: readonly KeyHint[]; readonly view: View};

/** Every key of the step, in as many columns as there is need for. */
export const HelpScreen = ({keys, view}: HelpScreenProps): ReactNode => {
	const {width, height, texts} = view;
	const keyWidth = labelWidthOf(keys.map(({shown}) => shown));
	const lines = keys.map(
		({shown, label}): ScreenLine => [
			piece(`   ${padCells(shown, keyWidth, 'left')}`, 'key-name'),
			piece(`  ${label}`),
		],
	);
	const room = Math.max(1, height - 2);
	const columns = Math.ceil(lines.length / room);
	const perColumn = Math.ceil(lines.length / columns);
	const cells = Math.floor(width / columns);
	const rows = Array.from({length: perColumn}, (_, row) =>
		Array.from({length: columns}, (__, column) =>
			filled(lines[column * perColumn + row] ?? emptyLine, cells),
		).flat(),
	);
	return (
		<TonedLines
			lines={[...rows, emptyLine, ...wrapped(texts.typing, width, 'muted', '   ')]}
			height={height}
		/>
	);
};
