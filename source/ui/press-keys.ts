import {exportLimit, exportOf} from './export-lines.ts';
import type {Press} from './key-press.ts';
import {actionOf, situationOf} from './keymap.ts';
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

type Step = {readonly action: WizardAction | null; readonly rest: readonly Press[]};

/** What the first keys do: text goes in in one piece, so that a long one is planned once. */
const firstStep = (presses: readonly Press[], state: WizardState): Step => {
	const [first, ...others] = presses;
	const end = presses.findIndex(press => insertedBy(press, state) === null);
	const typing = end < 0 ? presses : presses.slice(0, end);
	if (typing.length === 0 || !first)
		return {action: first ? actionOf(first, situationOf(state)) : null, rest: others};
	const text = typing.map(({input}) => input).join('');
	return {
		action: {type: 'edit-text', change: {kind: 'insert', text}},
		rest: presses.slice(typing.length),
	};
};

/** Each key means what it means where the keys before it have led. */
const keysPressed = (state: WizardState, {presses, view}: KeysPressed): WizardState => {
	let [next, left] = [state, presses];
	while (left.length > 0) {
		const {action, rest} = firstStep(left, next);
		if (action) next = reduceWizard(next, measured(action, next, view));
		left = rest;
	}
	return next;
};

/** The wizard after something happened, or after keys. */
export const reduceEvents = (state: WizardState, event: WizardEvent): WizardState =>
	event.type === 'keys-pressed' ? keysPressed(state, event) : reduceWizard(state, event);
