import {isOfSteps, whereOf} from './availability.ts';
import {isStep} from './bindings.ts';
import {exportLimit, exportOf} from './export-lines.ts';
import type {Press} from './key-press.ts';
import {actionOf, KEYMAP, situationOf} from './keymap.ts';
import {pageLimit, pageLines} from './page-lines.ts';
import {commandsOf, type Palette} from './palette.ts';
import {reviewOf, scrollLimit} from './review.ts';
import type {WizardAction, WizardState} from './state/wizard-types.ts';
import type {View} from './view.ts';
import {reduceWizard} from './wizard-state.ts';

/** Keys that arrived together, on a screen as it was drawn last. */
export type KeysPressed = {
	readonly type: 'keys-pressed';
	readonly presses: readonly Press[];
	readonly view: View;
};

export type WizardEvent = WizardAction | KeysPressed;

/** A page leaves two lines of the last one in sight. */
const linesOf = (by: number, {height}: View): number =>
	Math.abs(by) > 1 ? Math.sign(by) * Math.max(1, height - 3) : by;

/** Only the screen knows how far its lines scroll. */
const measured = (action: WizardAction, state: WizardState, view: View): WizardAction => {
	if (action.type !== 'scroll') return action;
	const {overlay} = state;
	if (overlay?.kind === 'page') {
		const limit = pageLimit(pageLines(state, overlay.page, view), view);
		return {...action, by: linesOf(action.by, view), limit};
	}
	if (state.step === 'export') {
		const shown = exportOf(state, view);
		return {...action, by: Math.sign(action.by) * shown.room, limit: exportLimit(shown)};
	}
	const review = reviewOf(state, view);
	const limit = scrollLimit(review, view.height - 1);
	if (action.by !== 0) return {...action, by: linesOf(action.by, view), limit};
	const next = review.sections.find(line => line > state.scroll && state.scroll < limit) ?? 0;
	return {type: 'scroll', by: next - state.scroll, limit};
};

const insertedBy = (press: Press, state: WizardState): string | null => {
	const action = actionOf(press, situationOf(state));
	return action?.type === 'edit-text' && action.change.kind === 'insert'
		? action.change.text
		: null;
};

/** What a key does; one that does nothing here says where it does something. */
const meantBy = (press: Press, state: WizardState): WizardAction | null => {
	const situation = situationOf(state);
	const action = actionOf(press, situation);
	if (action || !isStep(situation)) return action;
	const known = KEYMAP.find(
		binding => binding.shown !== '' && binding.matches(press) && isOfSteps(binding, state),
	);
	return known ? {type: 'say-unavailable', why: whereOf(known, state)} : null;
};

type Step = {readonly action: WizardAction | null; readonly rest: readonly Press[]};

/** What the first keys do: text goes in in one piece, so that a long one is planned once. */
const firstStep = (presses: readonly Press[], state: WizardState): Step => {
	const [first, ...others] = presses;
	const end = presses.findIndex(press => insertedBy(press, state) === null);
	const typing = end < 0 ? presses : presses.slice(0, end);
	if (typing.length === 0 || !first)
		return {action: first ? meantBy(first, state) : null, rest: others};
	const text = typing.map(({input}) => input).join('');
	return {
		action: {type: 'edit-text', change: {kind: 'insert', text}},
		rest: presses.slice(typing.length),
	};
};

/** Runs the command in focus, or says where it works; moves within what there is to choose from. */
const inPalette = (
	state: WizardState,
	palette: Palette,
	action: WizardAction,
	view: View,
): WizardState => {
	const commands = commandsOf(state, palette);
	const at = Math.min(palette.cursor, commands.length - 1);
	if (action.type === 'focus') {
		const to = Math.min(Math.max(0, at + action.by), Math.max(0, commands.length - 1));
		return reduceWizard(state, {type: 'focus', by: to - palette.cursor});
	}
	const command = commands[at];
	if (action.type !== 'go-on' || !command) return reduceWizard(state, action);
	const {binding, works} = command;
	if (!works) return reduceWizard(state, {type: 'say-unavailable', why: whereOf(binding, state)});
	return acted(reduceWizard(state, {type: 'go-back'}), binding.action, view);
};

const acted = (state: WizardState, action: WizardAction, view: View): WizardState =>
	state.overlay?.kind === 'palette'
		? inPalette(state, state.overlay, action, view)
		: reduceWizard(state, measured(action, state, view));

/** Each key means what it means where the keys before it have led. */
const keysPressed = (state: WizardState, {presses, view}: KeysPressed): WizardState => {
	let [next, left] = [state, presses];
	while (left.length > 0) {
		const {action, rest} = firstStep(left, next);
		next = action ? acted(next, action, view) : next;
		left = rest;
	}
	return next;
};

/** The wizard after something happened, or after keys. */
export const reduceEvents = (state: WizardState, event: WizardEvent): WizardState =>
	event.type === 'keys-pressed' ? keysPressed(state, event) : reduceWizard(state, event);
