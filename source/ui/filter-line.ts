import {textFieldLine} from './components/text-field.tsx';
import {justified, oneLine, piece, type ScreenLine} from './lines.ts';
import type {TextEdit} from './state/text-edit.ts';
import type {View} from './view.ts';

export type FilterLineProps = {
	readonly edit: TextEdit;
	/** The letters go into it. */
	readonly isTyping: boolean;
	/** How much it leaves. */
	readonly count: string;
	readonly view: Pick<View, 'texts' | 'width'>;
};

/** What a list is narrowed by, and how much of it is left. */
export const filterLine = ({edit, isTyping, count, view}: FilterLineProps): ScreenLine => {
	const {texts, width} = view;
	const label = ` ${texts.habits.filtering.label}  `;
	const room = width - label.length - 24;
	return justified(
		[
			piece(label, 'muted'),
			...textFieldLine({
				...edit,
				isFocused: isTyping,
				width: room,
				...(!isTyping && {placeholder: '/'}),
			}),
		],
		oneLine(`${count} `, 'muted'),
		width,
	);
};
