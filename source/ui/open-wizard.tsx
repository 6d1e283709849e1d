import {render, useApp} from 'ink';
import {type ReactNode, useReducer, useState} from 'react';
import type {WizardRequest, WizardResult} from '../ports.ts';
import {wizardTextsOf} from '../present/wizard-texts.ts';
import {useClippedLines} from './hooks/use-clipped-lines.ts';
import {useDraft} from './hooks/use-draft.ts';
import {usePrices} from './hooks/use-prices.ts';
import {type Fallible, useRequests} from './hooks/use-requests.ts';
import {type Suspension, useSuspension} from './hooks/use-suspension.ts';
import {reduceEvents} from './press-keys.ts';
import {ThemeContext, themeOf} from './theme.ts';
import {Wizard} from './wizard.tsx';
import {openingState} from './wizard-state.ts';

export type WizardOptions = WizardRequest & {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly suspension: Suspension;
};

/** Clears the screen and goes to its first cell. */
const WIPE = '\u001B[2J\u001B[H';

type AppProps = {
	readonly options: WizardOptions;
	readonly onResult: (result: WizardResult) => void;
};

/** State and the outside world around the screen. */
const App = ({options, onResult}: AppProps): ReactNode => {
	const {exit} = useApp();
	const [state, dispatch] = useReducer(
		reduceEvents,
		{...options, given: options.initial},
		openingState,
	);
	const texts = wizardTextsOf(options.language);
	const [outside] = useState<Fallible>(() => ({
		texts,
		savePreset: options.savePreset,
		managePresets: options.managePresets,
		writeFile: options.writeFile,
		dropDraft: options.dropDraft,
		keepRecent: options.keepRecent,
		readStart: options.readStart,
		close: result => {
			onResult(result);
			exit();
		},
		fail: error => exit(error instanceof Error ? error : new Error(String(error))),
	}));
	useClippedLines();
	usePrices(state, dispatch, options.loadPrices);
	useDraft(state, options.saveDraft);
	useRequests(state, dispatch, outside);
	useSuspension(options.suspension, outside.fail);
	return <Wizard state={state} dispatch={dispatch} texts={texts} language={options.language} />;
};

/**
 * Opens the wizard on the alternate screen and resolves when it was left. The terminal is then as it
 * was before, also when the wizard fails; nothing is printed here.
 */
export const openWizard = async (options: WizardOptions): Promise<WizardResult> => {
	let result: WizardResult = {kind: 'left'};
	const app = render(
		<ThemeContext value={themeOf(options.color)}>
			<App
				options={options}
				onResult={given => {
					result = given;
				}}
			/>
		</ThemeContext>,
		{
			stdin: options.stdin,
			stdout: options.stdout,
			stderr: options.stderr,
			alternateScreen: true,
			interactive: true,
			incrementalRendering: true,
			// Frames are drawn for key presses only, so each may be drawn at once.
			maxFps: 1000,
			exitOnCtrlC: false,
			patchConsole: false,
		},
	);
	// A terminal may keep what a smaller window hid, and show it again in a larger one.
	const wipe = () => {
		app.clear();
		options.stdout.write(WIPE);
	};
	options.stdout.prependListener('resize', wipe);
	try {
		await app.waitUntilExit();
	} finally {
		options.stdout.off('resize', wipe);
	}
	return result;
};
