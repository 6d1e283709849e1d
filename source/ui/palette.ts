import {LANGUAGES} from '../present/language/language.ts';
import {type WizardTexts, wizardTextsOf} from '../present/wizard-texts.ts';
import {isAvailable, isOfSteps} from './availability.ts';
import type {Binding} from './bindings.ts';
import {KEYMAP, situationOf} from './keymap.ts';
import {type Overlay, STEPS, type WizardAction, type WizardState} from './state/wizard-types.ts';

export type Palette = Extract<Overlay, {kind: 'palette'}>;
export type Command = {readonly binding: Binding; readonly shown: string; readonly works: boolean};

/** Moving about and typing are done, not looked up. */
const UNLISTED: readonly WizardAction['type'][] = [
	'focus',
	'focus-pane',
	'choose',
	'edit-text',
	'scroll',
	'show-palette',
];

const keyOf = ({action, shown}: Binding): string =>
	action.type === 'jump' ? String(STEPS.indexOf(action.step) + 1) : shown;

const keyOfStep = ({action}: Binding): string => (action.type === 'jump' ? action.step : '');

/** What an action is called: the steps by their names, everything else as the keys say. */
export const commandName = ({action, label}: Binding, texts: WizardTexts): string =>
	action.type === 'jump' ? texts.habits.palette.step(texts.steps[action.step]) : texts.keys[label];

/** What has one name has one line, whatever its keys: the first one that works here, else the first. */
const distinct = (commands: readonly Command[]): readonly Command[] => {
	const idOf = ({binding}: Command) => JSON.stringify([binding.label, keyOfStep(binding)]);
	const best = new Map<string, Command>();
	for (const command of commands) {
		const known = best.get(idOf(command));
		if (!known || (command.works && !known.works)) best.set(idOf(command), command);
	}
	return [...best.values()];
};

const TEXTS = LANGUAGES.map(wizardTextsOf);

/** Every action of the steps that has what was typed in its name, in any language. */
export const commandsOf = (state: WizardState, {filter}: Palette): readonly Command[] => {
	const bare = {...state, overlay: null};
	const situation = situationOf(bare);
	const sought = filter.text.trim().toLowerCase();
	const listed = KEYMAP.filter(
		binding =>
			keyOf(binding) !== '' &&
			!UNLISTED.includes(binding.action.type) &&
			isOfSteps(binding, bare) &&
			TEXTS.some(texts => commandName(binding, texts).toLowerCase().includes(sought)),
	);
	const commands = listed.map(binding => ({
		binding,
		shown: keyOf(binding),
		works: isAvailable(binding, situation),
	}));
	const whole = distinct(commands);
	return [...whole.filter(({works}) => works), ...whole.filter(({works}) => !works)];
};
