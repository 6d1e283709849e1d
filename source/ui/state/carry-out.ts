import type {Attempt, WizardRequest, WizardResult} from '../../ports.ts';
import type {WizardTexts} from '../../present/wizard-texts.ts';
import {caveatOf, equivalentOf} from './equivalent.ts';
import {yamlTextOf} from './planned.ts';
import {presetInput} from './preset-saving.ts';
import {plannedOf} from './rows.ts';
import type {Request, WizardAction, WizardState} from './wizard-types.ts';

/** What the wizard asks of the world. */
export type Outside = Pick<
	WizardRequest,
	'savePreset' | 'managePresets' | 'writeFile' | 'dropDraft' | 'keepRecent' | 'readStart'
> & {
	readonly texts: WizardTexts;
	readonly close: (result: WizardResult) => void;
};

const yamlOf = (state: WizardState): string => {
	const {documents} = plannedOf(state);
	return documents ? yamlTextOf(documents) : '';
};

const resultOf = (state: WizardState, path: string | null, texts: WizardTexts): WizardResult => ({
	kind: 'finished',
	yaml: yamlOf(state),
	path,
	command: equivalentOf(state).command,
	caveat: caveatOf(state, texts),
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
		case 'write-file':
			return answerTo(writeFile(request.path, yamlOf(state), request.overwrite), () => ({
				type: 'file-written',
				path: request.path,
			}));
	}
};
