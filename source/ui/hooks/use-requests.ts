import {type Dispatch, useEffect} from 'react';
import {carryOut, type Outside} from '../state/carry-out.ts';
import type {WizardAction, WizardState} from '../state/wizard-types.ts';

export type Fallible = Outside & {
	/** Ends the wizard with a bug: the terminal is restored before it is reported. */
	readonly fail: (error: unknown) => void;
};

/** Carries out what the reducer asked for, once each, and reports back. */
export const useRequests = (
	state: WizardState,
	dispatch: Dispatch<WizardAction>,
	outside: Fallible,
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
