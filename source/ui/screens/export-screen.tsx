import type {ReactNode} from 'react';
import {TonedLines} from '../components/toned-lines.tsx';
import {commandPart, exportOf} from '../export-lines.ts';
import type {ScreenProps} from '../view.ts';

/** Where the YAML goes, and the end of the wizard. */
export const ExportScreen = ({state, view}: ScreenProps): ReactNode => {
	const shown = exportOf(state, view);
	return (
		<TonedLines
			lines={[...shown.top, ...commandPart(shown, state.scroll, view)]}
			height={view.height}
		/>
	);
};
