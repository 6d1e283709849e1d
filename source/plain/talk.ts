import type {Diagnostic} from '../domain/diagnostics.ts';
import type {WizardState} from '../ui/state/wizard-types.ts';
import type {Part, Question} from './questions.ts';
import {questionsOf} from './questions.ts';

/** A conversation so far: the answers, and which question is next. */
export type Talk = {
	readonly state: WizardState;
	readonly at: number;
	/** Parts of the pod whose questions were asked for. */
	readonly opened: readonly Part[];
	/** The question was asked before, and its answer found wanting: Enter goes on all the same. */
	readonly isDoubted: boolean;
};

/** What there is to say to an answer: findings, or words. */
export type Reply = {
	readonly talk: Talk;
	readonly said: readonly (Diagnostic | string)[];
};

export const openingTalk = (state: WizardState): Talk => ({
	state: {...state, overlay: null},
	at: 0,
	opened: [],
	isDoubted: false,
});

export const questionAt = ({state, at, opened}: Talk): Question => {
	const questions = questionsOf(state, opened);
	return questions[at] ?? {step: 'export', kind: 'finish'};
};

export const movedTo = (talk: Talk, at: number): Talk => ({...talk, at, isDoubted: false});

/** To the question about what a finding is about, else to the first one of its step. */
export const questionAbout = (
	{state, opened}: Talk,
	path: string,
	step: Question['step'],
): number => {
	const questions = questionsOf(state, opened);
	const exact = questions.findIndex(one => one.kind === 'field' && path.startsWith(one.field.path));
	return exact < 0 ? questions.findIndex(one => one.step === step) : exact;
};
