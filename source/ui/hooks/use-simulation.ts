import {type Dispatch, useEffect, useRef} from 'react';
import type {LiveQuestion, Simulator} from '../../domain/simulation/live.ts';
import {liveQuestion} from '../state/live.ts';
import type {WizardAction, WizardState} from '../state/wizard-types.ts';

const ask = async (
	question: LiveQuestion,
	{simulate}: Simulator,
	signal: AbortSignal,
	dispatch: Dispatch<WizardAction>,
): Promise<void> => {
	for await (const answer of simulate(question, signal)) {
		if (signal.aborted) return;
		dispatch({type: 'simulated', plan: question.plan, answer});
	}
};

/** Simulates the plan as it is; when it changes, the work under way is given up. A plan has its prices and what to compare. */
export const useSimulation = (
	state: WizardState,
	dispatch: Dispatch<WizardAction>,
	simulator: Simulator,
	fail: (error: unknown) => void,
): void => {
	const question = liveQuestion(state);
	const plan = question?.plan;
	const latest = useRef(question);
	latest.current = question;
	useEffect(() => {
		const asked = latest.current;
		if (!plan || !asked) return;
		const work = new AbortController();
		ask(asked, simulator, work.signal, dispatch).catch((error: unknown) => {
			if (!work.signal.aborted) fail(error);
		});
		return () => work.abort();
	}, [plan, simulator, dispatch, fail]);
};
