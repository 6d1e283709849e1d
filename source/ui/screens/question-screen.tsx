import type {ReactNode} from 'react';
import {textFieldLine} from '../components/text-field.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {emptyLine, piece, type ScreenLine, wrapped} from '../lines.ts';
import type {TextEdit} from '../state/text-edit.ts';
import type {View} from '../view.ts';

export type QuestionScreenProps = {
	readonly question: string;
	/** A text that is asked for; a plain question takes yes or no. */
	readonly edit: TextEdit | null;
	readonly view: View;
};

/** One question, alone on the screen so that nothing else can be meant. */
export const QuestionScreen = ({question, edit, view}: QuestionScreenProps): ReactNode => {
	const lines: readonly ScreenLine[] = [
		...wrapped(question, view.width - 2, 'heading', '   '),
		...(edit
			? [
					emptyLine,
					[
						piece(' ❯ ', 'accent'),
						...textFieldLine({...edit, isFocused: true, width: view.width - 6}),
					],
				]
			: []),
	];
	const above = Math.max(0, Math.floor(view.height / 3) - 1);
	const margin = Array.from({length: above}, () => emptyLine);
	return <TonedLines lines={[...margin, ...lines]} height={view.height} />;
};
