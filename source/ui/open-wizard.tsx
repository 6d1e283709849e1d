import {render, useApp} from 'ink';
import {type ReactNode, useReducer, useState} from 'react';
import type {PlanInput} from '../domain/input/plan-input.ts';
import type {TimeZones} from '../domain/input/time-zones.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import type {Currency} from '../domain/units/money.ts';
import type {Attempt, Commanded, Draft, Preset, WizardResult} from '../ports.ts';
import type {LanguageId} from '../present/language/language.ts';
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

export type WizardOptions = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly suspension: Suspension;
	readonly language: LanguageId;
	/** False under NO_COLOR and --no-color. */
	readonly color: boolean;
	/** What flags, environment, plan file, preset and settings gave, merged, without defaults. */
	readonly initial: PlanInput;
	/** The preset named by --preset, already merged into `initial`. */
	readonly preset: Preset | null;
	/** What the equivalent command starts from. */
	readonly commanded: Commanded;
	/** Shipped and saved. */
	readonly presets: readonly Preset[];
	readonly regions: readonly string[];
	readonly timeZones: TimeZones;
	/** `2026-11-23` */
	readonly today: string;
	/** What the last wizard left behind; null where it came to its end. */
	readonly draft: Draft | null;
	readonly saveDraft: (draft: Draft) => void;
	readonly dropDraft: () => Promise<void>;
	readonly loadPrices: (region: string, currency: Currency) => Promise<PriceBook>;
	readonly savePreset: (name: string, input: PlanInput) => Promise<Attempt<void>>;
	readonly writeFile: (path: string, text: string, overwrite: boolean) => Promise<Attempt<void>>;
};

type AppProps = {
	readonly options: WizardOptions;
	readonly onResult: (result: WizardResult) => void;
};

/** State and the outside world around the screen. */
const App = ({options, onResult}: AppProps): ReactNode => {
	const {exit} = useApp();
	const {initial, preset, commanded, presets, regions, timeZones, today, draft} = options;
	const [state, dispatch] = useReducer(
		reduceEvents,
		{given: initial, preset, commanded, presets, regions, timeZones, today, draft},
		openingState,
	);
	const texts = wizardTextsOf(options.language);
	const [outside] = useState<Fallible>(() => ({
		texts,
		savePreset: options.savePreset,
		writeFile: options.writeFile,
		dropDraft: options.dropDraft,
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
	await app.waitUntilExit();
	return result;
};
