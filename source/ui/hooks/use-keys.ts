import {useInput, usePaste} from 'ink';
import type {Dispatch} from 'react';
import {actionOf, situationOf} from '../keymap.ts';
import {reviewOf, scrollLimit} from '../review.ts';
import type {WizardAction, WizardState} from '../state/wizard-types.ts';
import type {View} from '../view.ts';

/** A page leaves two lines of the last one in sight. */
const linesOf = (by: number, {height}: View): number =>
	Math.abs(by) > 1 ? Math.sign(by) * Math.max(1, height - 3) : by;

/** Only the screen knows how far the review scrolls. */
const measured = (action: WizardAction, state: WizardState, view: View): WizardAction => {
	if (action.type !== 'scroll') return action;
	const review = reviewOf(state, view);
	const limit = scrollLimit(review, view.height - 1);
	if (action.by !== 0) return {...action, by: linesOf(action.by, view), limit};
	const next = review.sections.find(line => line > state.scroll && state.scroll < limit) ?? 0;
	return {type: 'scroll', by: next - state.scroll, limit};
};

/** Keys and pasted text become actions, by the key table. */
export const useKeys = (state: WizardState, dispatch: Dispatch<WizardAction>, view: View): void => {
	useInput((input, key) => {
		const action = actionOf({input, key}, situationOf(state));
		if (action) dispatch(measured(action, state, view));
	});
	usePaste(text => {
		if (situationOf(state).typing)
			dispatch({type: 'edit-text', change: {kind: 'insert', text: text.trim()}});
	});
};
