import {type Dispatch, useEffect} from 'react';
import type {PlanInput} from '../../domain/input/plan-input.ts';
import type {Attempt, SavedName} from '../../ports.ts';
import type {WizardTexts} from '../../present/wizard-texts.ts';
import {caveatOf, equivalentOf} from '../state/equivalent.ts';
import {yamlTextOf} from '../state/planned.ts';
import {presetInput} from '../state/preset-saving.ts';
import {plannedOf} from '../state/rows.ts';
import type {Request, WizardAction, WizardState} from '../state/wizard-types.ts';

export type WizardResult =
	| {readonly kind: 'left'}
	| {
			readonly kind: 'finished';
			readonly yaml: string;
			readonly path: string | null;
			readonly command: string;
			/** What the command leaves out; null where it does all. */
			readonly caveat: string | null;
			readonly saved: SavedName | null;
	  };

/** What the wizard asks of the world. */
export type Outside = {
	readonly texts: WizardTexts;
	readonly savePreset: (name: string, input: PlanInput) => Promise<Attempt<void>>;
	readonly writeFile: (path: string, text: string, overwrite: boolean) => Promise<Attempt<void>>;
	readonly close: (result: WizardResult) => void;
	/** Ends the wizard with a bug: the terminal is restored before it is reported. */
	readonly fail: (error: unknown) => void;
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

const carryOut = async (
	request: Request,
	state: WizardState,
	{texts, savePreset, writeFile, close}: Outside,
): Promise<WizardAction | null> => {
	switch (request.kind) {
		case 'leave':
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

/** Carries out what the reducer asked for, once each, and reports back. */
export const useRequests = (
	state: WizardState,
	dispatch: Dispatch<WizardAction>,
	outside: Outside,
): void => {
	const {request} = state;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the state of the moment when the request appeared counts.
	useEffect(() => {
		if (!request) return;
		carryOut(request, state, outside).then(
			answer => {
				if (answer) dispatch(answer);
			},
			(error: unknown) => {
				outside.fail(error);
			},
		);
	}, [request]);
};
