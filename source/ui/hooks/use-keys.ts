import {useInput, usePaste} from 'ink';
import type {Dispatch} from 'react';
import {pressesOf} from '../key-chunk.ts';
import type {WizardEvent} from '../press-keys.ts';
import type {View} from '../view.ts';

/** Keys become events that the state resolves, so that each finds what the one before it did. */
export const useKeys = (dispatch: Dispatch<WizardEvent>, view: View): void => {
	useInput((input, key) => {
		dispatch({type: 'keys-pressed', presses: pressesOf({input, key}), view});
	});
	usePaste(text => {
		dispatch({type: 'edit-text', change: {kind: 'insert', text: text.trim()}});
	});
};
