import type {PlanInput} from '../../domain/input/plan-input.ts';
import type {Attempt, WizardResult} from '../../ports.ts';
import type {WizardTexts} from '../../present/wizard-texts.ts';
import {caveatOf, equivalentOf} from './equivalent.ts';
import {yamlTextOf} from './planned.ts';
import {presetInput} from './preset-saving.ts';
import {plannedOf} from './rows.ts';
import type {Request, WizardAction, WizardState} from './wizard-types.ts';

/** What the wizard asks of the world. */
export type Outside = {
	readonly texts: WizardTexts;
	readonly savePreset: (name: string, input: PlanInput) => Promise<Attempt<void>>;
	readonly writeFile: (path: string, text: string, overwrite: boolean) => Promise<Attempt<void>>;
	readonly dropDraft: () => Promise<void>;
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

const answerTo = async (
	attempt: Promise<Attempt<void>>,
	done: WizardAction,
): Promise<WizardAction> => {
	const result = await attempt;
	return result.ok ? done : {type: 'request-failed', diagnostics: result.problem.diagnostics};
};

/** Does what the reducer asked for; null where nothing follows it. */
export const carryOut = async (
	request: Request,
	state: WizardState,
	{texts, savePreset, writeFile, dropDraft, close}: Outside,
): Promise<WizardAction | null> => {
	switch (request.kind) {
		case 'leave':
			if (request.forget) await dropDraft();
			close({kind: 'left'});
			return null;
		case 'finish':
			close(resultOf(state, request.path, texts));
			return null;
		case 'save-preset':
			return answerTo(savePreset(request.name, presetInput(state)), {
				type: 'preset-saved',
				name: request.name,
			});
		case 'write-file':
			return answerTo(writeFile(request.path, yamlOf(state), request.overwrite), {
				type: 'file-written',
				path: request.path,
			});
	}
};
