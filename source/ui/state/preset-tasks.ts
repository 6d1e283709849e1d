import {isLabelName} from '../../domain/input/names.ts';
import type {Preset, PresetsAfter, PresetTask} from '../../domain/input/starts.ts';
import {refuse, say} from './changes.ts';
import {freeName} from './edit-input.ts';
import {type Option, openPicker, optionsOf} from './pickers.ts';
import {askForStart} from './starts.ts';
import {changeText} from './text-edit.ts';
import type {Overlay, WizardAction, WizardState} from './wizard-types.ts';

const namesOf = ({presets}: WizardState): readonly string[] => presets.map(({name}) => name);

const onPreset = (
	state: WizardState,
	{name, origin}: Preset,
	task: Exclude<PresetTask['kind'], 'import'>,
): WizardState => {
	switch (task) {
		case 'copy':
			return askForStart(state, {kind: task, name}, freeName(name, namesOf(state)));
		case 'export':
			return askForStart(state, {kind: task, name}, `${name}.yaml`);
		case 'rename':
			return origin === 'shipped'
				? refuse(state, 'presetShipped', name)
				: askForStart(state, {kind: task, name}, name);
		case 'delete':
			return origin === 'shipped'
				? refuse(state, 'presetShipped', name)
				: {...state, overlay: {kind: 'confirm', task: {kind: task, name}}};
	}
};

/** A key of the list of presets, on the option in focus. */
export const managed = (
	state: WizardState,
	option: Option | null,
	task: PresetTask['kind'],
): WizardState => {
	if (task === 'import') return askForStart(state, {kind: task}, '');
	return option?.kind === 'preset'
		? onPreset(state, option.preset, task)
		: refuse(state, 'noPreset');
};

const asking = (state: WizardState, task: PresetTask): WizardState => ({
	...state,
	request: {kind: 'presets', task},
});

export const agreedTo = (state: WizardState, task: PresetTask): WizardState =>
	asking(openPicker(state, 'preset'), task);

type Question = Extract<Overlay, {kind: 'ask'}>;

const named = (state: WizardState, task: Extract<PresetTask, {to: string}>): WizardState => {
	if (!isLabelName(task.to)) return refuse(state, 'presetNameForm');
	return namesOf(state).includes(task.to)
		? refuse(state, 'presetTaken', task.to)
		: asking(state, task);
};

const answeredTo = (state: WizardState, {question, edit}: Question): WizardState => {
	const text = edit.text.trim();
	if (text === '') return refuse(state, 'nothingTyped');
	switch (question.kind) {
		case 'rename':
		case 'copy':
			return named(state, {kind: question.kind, name: question.name, to: text});
		case 'export':
			return asking(state, {kind: 'export', name: question.name, path: text, overwrite: false});
		case 'import':
			return asking(state, {kind: 'import', path: text});
		case 'open':
			return {...state, request: {kind: 'read-start', path: text}};
	}
};

/** What a key does while a name or a path is asked for. */
export const inAsked = (
	state: WizardState,
	overlay: Question,
	action: WizardAction,
): WizardState => {
	switch (action.type) {
		case 'edit-text':
			return {...state, overlay: {...overlay, edit: changeText(overlay.edit, action.change)}};
		case 'go-on':
			return answeredTo(state, overlay);
		case 'go-back':
			return openPicker(state, 'preset');
		default:
			return state;
	}
};

const DONE = {
	rename: 'presetRenamed',
	copy: 'presetCopied',
	delete: 'presetDeleted',
	import: 'presetImported',
	export: 'presetExported',
} as const;

const listedAt = (state: WizardState, name: string): WizardState => {
	const opened = openPicker(state, 'preset');
	if (opened.overlay?.kind !== 'picker') return opened;
	const cursor = optionsOf(opened, opened.overlay).findIndex(
		option => option.kind === 'preset' && option.preset.name === name,
	);
	return cursor < 0 ? opened : {...opened, overlay: {...opened.overlay, cursor}};
};

/** The list as it is now, those of other programs too. */
export const presetsChanged = (
	state: WizardState,
	task: PresetTask,
	{presets, name}: PresetsAfter,
): WizardState => {
	const detail = task.kind === 'export' ? task.path : name;
	return say(listedAt({...state, request: null, presets}, name), DONE[task.kind], detail);
};
