import {EXPORT_TARGETS} from '../../domain/input/export-targets.ts';
import type {WizardTexts} from '../../present/wizard-texts.ts';
import {refuse, say} from './changes.ts';
import {caveatOf} from './equivalent.ts';
import {defaultPath} from './fields.ts';
import {yamlTextOf} from './planned.ts';
import {documentsOf, problemsOf} from './rows.ts';
import type {Request, WizardState} from './wizard-types.ts';

/** What the answers come to. */
const generatedYaml = (state: WizardState): string => {
	const documents = documentsOf(state);
	return documents ? yamlTextOf(documents) : '';
};

/** Whether the YAML is one that an editor has changed. */
export const isEdited = (state: WizardState): boolean =>
	state.edited !== null && state.edited.of === generatedYaml(state);

/** The YAML that is printed and written: as it was edited, as long as the answers lead to what was. */
export const exportedYaml = (state: WizardState): string =>
	state.edited && isEdited(state) ? state.edited.text : generatedYaml(state);

/** What the command doesn't do: answers without a flag, and what an editor has changed. */
export const leftOut = (state: WizardState, texts: WizardTexts): string | null => {
	const parts = [caveatOf(state, texts), isEdited(state) ? texts.habits.edited : null];
	const said = parts.filter(part => part !== null);
	return said.length === 0 ? null : said.join(texts.habits.between);
};

/** Where the file goes, or would go. */
export const pathOf = (state: WizardState): string => state.notes.path.trim() || defaultPath(state);

const TARGETS = [null, ...EXPORT_TARGETS];

/** The next thing that the plan can be exported as. */
export const nextTarget = (state: WizardState): WizardState => {
	const index = TARGETS.indexOf(state.notes.target) + 1;
	const target = TARGETS[index] ?? null;
	const next = {...state, notes: {...state.notes, target}};
	return target === null ? say(next, 'targetIsKind') : say(next, 'targetIs', target);
};

const asked = (state: WizardState, request: Request): WizardState =>
	exportedYaml(state) === ''
		? refuse(state, problemsOf(state).length > 0 ? 'finishBlocked' : 'pricesMissing')
		: {...state, request};

/** What a key of the last step does with the YAML. */
export const exporting = (
	state: WizardState,
	type: 'show-yaml' | 'compare-file' | 'copy' | 'edit-yaml',
): WizardState => {
	switch (type) {
		case 'show-yaml':
			return {...state, overlay: {kind: 'page', page: {kind: 'yaml'}, scroll: 0}};
		case 'compare-file':
			return asked(state, {kind: 'read-file', path: pathOf(state)});
		default:
			return asked(state, {kind: type});
	}
};

/** The difference to a file that was read. */
export const compared = (state: WizardState, path: string, before: string): WizardState =>
	before === exportedYaml(state)
		? say({...state, request: null}, 'sameAsFile', path)
		: {
				...state,
				request: null,
				overlay: {kind: 'page', page: {kind: 'diff', path, before}, scroll: 0},
			};

/** What was sent to the clipboard; null where it was too long for one. */
export const copied = (state: WizardState, lines: number | null): WizardState => {
	const answered = {...state, request: null};
	return lines === null ? refuse(answered, 'copyTooLong') : say(answered, 'copied', String(lines));
};

/** The YAML as an editor gave it back; null where the editor failed. */
export const yamlEdited = (state: WizardState, text: string | null): WizardState => {
	const answered = {...state, request: null};
	if (text === null) return refuse(answered, 'editorFailed');
	const of = generatedYaml(state);
	if (text === of) return say({...answered, edited: null}, 'editedNothing');
	return say({...answered, edited: {text, of}}, 'edited');
};
