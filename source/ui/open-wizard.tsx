import {render, useApp} from 'ink';
import {type ReactNode, useReducer, useState} from 'react';
import type {WizardRequest, WizardResult} from '../ports.ts';
import {learnDiagnostics} from '../present/diagnostic-text.ts';
import {wizardTextsOf} from '../present/wizard-texts.ts';
import {clipboardCode} from './clipboard.ts';
import {CLIP, useClippedLines, WRAP} from './hooks/use-clipped-lines.ts';
import {useDraft} from './hooks/use-draft.ts';
import {usePrices} from './hooks/use-prices.ts';
import {type Fallible, useRequests} from './hooks/use-requests.ts';
import {useSimulation} from './hooks/use-simulation.ts';
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
	/** The text as an editor leaves it, which has the terminal meanwhile; null where it fails. */
	readonly editor: (text: string) => Promise<string | null>;
};

/** Clears the screen and goes to its first cell. */
const WIPE = '\u001B[2J\u001B[H';

type AppProps = {
	readonly options: WizardOptions;
	readonly onResult: (result: WizardResult) => void;
	/** The terminal is lent to another program, or given back. */
	readonly onLending: (isLent: boolean) => void;
};

/** State and the outside world around the screen. */
const App = ({options, onResult, onLending}: AppProps): ReactNode => {
	const {exit, suspendTerminal} = useApp();
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
		readFile: options.readFile,
		checkYaml: options.checkYaml,
		screen: {
			copy: text => {
				const code = clipboardCode(text);
				if (code !== null) options.stdout.write(code);
				return code !== null;
			},
			edit: async text => {
				let edited: string | null = null;
				onLending(true);
				await suspendTerminal(async () => {
					options.stdout.write(WRAP);
					edited = await options.editor(text);
					options.stdout.write(CLIP);
				});
				onLending(false);
				return edited;
			},
		},
		close: result => {
			onResult(result);
			exit();
		},
		fail: error => exit(error instanceof Error ? error : new Error(String(error))),
	}));
	useClippedLines();
	usePrices(state, dispatch, options.loadPrices);
	useSimulation(state, dispatch, options.simulator, outside.fail);
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
	// Built by itself, the wizard has a copy of the texts that is its own.
	await learnDiagnostics(options.language);
	let result: WizardResult = {kind: 'left'};
	let isLent = false;
	const app = render(
		<ThemeContext value={themeOf(options.color)}>
			<App
				options={options}
				onResult={given => {
					result = given;
				}}
				onLending={isGiven => {
					isLent = isGiven;
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
		if (isLent) return;
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
