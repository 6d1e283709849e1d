import {useEffect} from 'react';
import type {Draft} from '../../domain/input/starts.ts';
import type {WizardState} from '../state/wizard-types.ts';

/** Keeps the answers as they change, so that nothing is lost with the terminal. */
export const useDraft = (
	{input, preset, past, future}: WizardState,
	save: (draft: Draft) => void,
): void => {
	const isChanged = past.length + future.length > 0;
	useEffect(() => {
		if (isChanged) save({input, preset: preset?.name ?? null});
	}, [input, preset, isChanged, save]);
};
