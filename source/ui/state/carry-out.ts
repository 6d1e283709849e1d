import type {Attempt, WizardRequest, WizardResult} from '../../ports.ts';
import type {WizardTexts} from '../../present/wizard-texts.ts';
import {equivalentOf} from './equivalent.ts';
import {exportedYaml, leftOut} from './exporting.ts';
import {presetInput} from './preset-saving.ts';
import type {Request, WizardAction, WizardState} from './wizard-types.ts';

export type Screen = {
	/** Sends a text to the clipboard of the terminal; false for one that is too long. */
	readonly copy: (text: string) => boolean;
	/** The text as an editor leaves it; null where the editor failed. */
	readonly edit: (text: string) => Promise<string | null>;
};

/** What the wizard asks of the world. */
export type Outside = Pick<
	WizardRequest,
	| 'savePreset'
	| 'managePresets'
	| 'writeFile'
	| 'dropDraft'
	| 'keepRecent'
	| 'readStart'
	| 'readFile'
	| 'checkYaml'
> & {
	/** What only a terminal has; null for questions line by line. */
	readonly screen: Screen | null;
	readonly texts: WizardTexts;
	readonly close: (result: WizardResult) => void;
};

const resultOf = (state: WizardState, path: string | null, texts: WizardTexts): WizardResult => ({
	kind: 'finished',
	yaml: exportedYaml(state),
	path,
	command: equivalentOf(state).command,
	caveat: leftOut(state, texts),
	saved: state.saved && {name: state.saved.preset.name, replaces: state.saved.replaces},
});

const answerTo = async <T>(
	attempt: Promise<Attempt<T>>,
	done: (value: T) => WizardAction,
): Promise<WizardAction> => {
	const result = await attempt;
	return result.ok
		? done(result.value)
		: {type: 'request-failed', diagnostics: result.problem.diagnostics};
};

/** What is no YAML any more is refused, with the line where it stops being so. */
const edited = async (
	state: WizardState,
	{screen, checkYaml}: Outside,
): Promise<WizardAction | null> => {
	if (!screen) return null;
	const text = await screen.edit(exportedYaml(state));
	return text === null
		? {type: 'yaml-edited', text}
		: answerTo(checkYaml(text), () => ({type: 'yaml-edited', text}));
};

const copied = (state: WizardState, {screen}: Outside): WizardAction => {
	const text = exportedYaml(state);
	const isSent = screen?.copy(text) ?? false;
	return {type: 'copied', lines: isSent ? text.split('\n').length - 1 : null};
};

/** Does what the reducer asked for; null where nothing follows it. */
export const carryOut = async (
	request: Request,
	state: WizardState,
	outside: Outside,
): Promise<WizardAction | null> => {
	const {texts, savePreset, managePresets, writeFile, dropDraft, readStart, close} = outside;
	switch (request.kind) {
		case 'leave':
			if (request.forget) await dropDraft();
			close({kind: 'left'});
			return null;
		case 'finish':
			await outside.keepRecent({input: state.input, path: request.path});
			close(resultOf(state, request.path, texts));
			return null;
		case 'save-preset':
			return answerTo(savePreset(request.name, presetInput(state), request.overwrite), () => ({
				type: 'preset-saved',
				name: request.name,
			}));
		case 'presets':
			return answerTo(managePresets(request.task), after => ({
				type: 'presets-changed',
				task: request.task,
				after,
			}));
		case 'read-start':
			return answerTo(readStart(request.path), start => ({type: 'start-read', start}));
		case 'read-file':
			return answerTo(outside.readFile(request.path), text => ({
				type: 'file-read',
				path: request.path,
				text,
			}));
		case 'copy':
			return copied(state, outside);
		case 'edit-yaml':
			return edited(state, outside);
		case 'write-file':
			return answerTo(writeFile(request.path, exportedYaml(state), request.overwrite), () => ({
				type: 'file-written',
				path: request.path,
			}));
	}
};
