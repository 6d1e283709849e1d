import {nearest} from '../domain/rules/nearest.ts';
import {report} from '../domain/rules/rules.ts';
import type {WizardTexts} from '../present/wizard-texts.ts';
import {atStep, changed, settled} from '../ui/state/changes.ts';
import {removeContainer, removeVolume, withChain, withEntry} from '../ui/state/edit-input.ts';
import type {Field} from '../ui/state/fields.ts';
import {containerAdded} from '../ui/state/lists.ts';
import {written} from '../ui/state/navigate.ts';
import {notesOn} from '../ui/state/notes.ts';
import {volumeAdded} from '../ui/state/pod-lists.ts';
import {problemsOf, rowsOf, stepOfPath} from '../ui/state/rows.ts';
import {typed} from '../ui/state/text-edit.ts';
import type {WizardState} from '../ui/state/wizard-types.ts';
import {reduceWizard} from '../ui/wizard-state.ts';
import {type Asked, askedOf, wordOf} from './ask.ts';
import type {Question} from './questions.ts';
import {movedTo, questionAbout, questionAt, type Reply, type Talk} from './talk.ts';

const KEEP = '';
const CLEAR = '-';
const EXPLAIN = '?';
const BACK = '<';

const again = (talk: Talk, ...said: Reply['said']): Reply => ({talk, said});
const onward = (talk: Talk, state = talk.state, ...said: Reply['said']): Reply => ({
	talk: movedTo({...talk, state: settled(state)}, talk.at + 1),
	said,
});
/** An item more or less: what stands here now is asked next. */
const here = (talk: Talk, state: WizardState): Reply => ({
	talk: movedTo({...talk, state: settled(state)}, talk.at),
	said: [],
});

/** What was just said or refused, in words. */
const messageOf = ({message}: WizardState, texts: WizardTexts): Reply['said'] => {
	if (!message) return [];
	if (message.kind === 'unavailable') return [];
	return message.kind === 'failed'
		? message.diagnostics
		: [texts.messages[message.id](message.detail)];
};

/** The choice that was meant: in full, or by letters that begin it alone. */
const meant = (text: string, choices: readonly string[]): number => {
	const wanted = text.toLowerCase();
	const exact = choices.findIndex(choice => choice.toLowerCase() === wanted);
	const begun = choices.flatMap((choice, index) =>
		choice.toLowerCase().startsWith(wanted) ? index : [],
	);
	return exact < 0 && begun.length === 1 ? (begun[0] ?? -1) : exact;
};

const notOneOf = (value: string, choices: readonly string[]) =>
	report('field-choice', {value, choices, suggestion: nearest(value, choices)});

/** The container or the volume that a field belongs to has the focus of its list. */
const focusedOn = (state: WizardState, {path}: Field): WizardState => {
	const [, list, index] = /^(containers|volumes)\[(\d+)\]/.exec(path) ?? [];
	if (list === undefined) return state;
	return {...state, [list === 'volumes' ? 'volume' : 'selected']: Number(index)};
};

/** On to the next question, unless an error is found: then this one is asked again, once. */
const judged = (talk: Talk, text: string, next: WizardState, path: string): Reply => {
	const notes = notesOn(next, path);
	const isWrong = notes.some(({severity}) => severity === 'error');
	return isWrong && !(text === KEEP && talk.isDoubted)
		? again({...talk, state: next, isDoubted: true}, ...notes)
		: onward(talk, next, ...(text === KEEP ? [] : notes));
};

/** What an answer stands for: a choice by its word, anything else as it is; null for no such choice. */
const meaning = (text: string, {choices}: Field, words: readonly string[]): string | null => {
	if (text === CLEAR) return '';
	return choices.length === 0 ? text : (choices[meant(text, words)] ?? null);
};

const fieldAnswered = (talk: Talk, field: Field, text: string, texts: WizardTexts): Reply => {
	const state = focusedOn(talk.state, field);
	if (text === KEEP) return judged(talk, text, state, field.path);
	const words = field.choices.map(choice => wordOf(choice, texts));
	const value = meaning(text, field, words);
	if (value === null) return again(talk, notOneOf(text, words));
	const next = settled(written(state, field, value));
	return field.store === 'notes' ? onward(talk, next) : judged(talk, text, next, field.path);
};

const presetAnswered = (talk: Talk, text: string, {choices}: Asked): Reply => {
	const {state} = talk;
	if (text === KEEP) return onward(talk);
	const cursor = text === CLEAR ? choices.length - 1 : meant(text, choices);
	if (cursor < 0) return again(talk, notOneOf(text, choices));
	const overlay = {
		kind: 'picker',
		list: 'preset',
		filter: typed(''),
		isTyping: false,
		cursor,
	} as const;
	return onward(talk, reduceWizard({...state, overlay}, {type: 'go-on'}));
};

const specAnswered = (talk: Talk, text: string, {choices}: Asked): Reply => {
	if (text === KEEP || text === CLEAR) return onward(talk);
	const token = choices[meant(text, choices)];
	if (token === undefined) return again(talk, notOneOf(text, choices));
	const state = atStep(talk.state, 'size');
	const at = rowsOf(state, 'size').findIndex(row => row.kind === 'spec' && row.token === token);
	const focused = {...state, cursors: {...state.cursors, size: at}};
	return onward(talk, reduceWizard(focused, {type: 'take'}));
};

const CHAIN = 'chain.useSpecs';

const chainAnswered = (talk: Talk, text: string): Reply => {
	const {state} = talk;
	const tokens = text.split(/[,\s]+/).filter(Boolean);
	const input = withChain(state.input, text === CLEAR ? null : tokens);
	const next = text === KEEP ? state : settled(changed(state, input));
	return judged(talk, text, next, CHAIN);
};

const entryAnswered = (
	talk: Talk,
	{map, key}: Extract<Question, {kind: 'entry'}>,
	text: string,
	texts: WizardTexts,
): Reply => {
	const {state} = talk;
	if (text === KEEP || (text === CLEAR && key === null)) return onward(talk);
	if (text === CLEAR) return here(talk, changed(state, withEntry(state.input, map, key, null)));
	const overlay = {kind: 'entry', map, edit: typed(text), replaces: key} as const;
	const next = reduceWizard({...state, overlay}, {type: 'go-on'});
	if (next.overlay) return again(talk, ...messageOf(next, texts));
	const name = text.slice(0, text.indexOf('=')).trim();
	return onward(talk, next, ...notesOn(next, `${map}.${name}`));
};

const itemKept = (
	talk: Talk,
	{list, index}: Extract<Question, {kind: 'keep'}>,
	isKept: boolean,
): Reply => {
	const {input} = talk.state;
	if (isKept) return onward(talk);
	const remove = list === 'containers' ? removeContainer : removeVolume;
	return here(talk, changed(talk.state, remove(input, index)));
};

const itemAdded = (
	talk: Talk,
	{list}: Extract<Question, {kind: 'add'}>,
	texts: WizardTexts,
): Reply => {
	const added = list === 'containers' ? containerAdded : volumeAdded;
	const next = added(atStep(talk.state, list === 'containers' ? 'containers' : 'pod'));
	return next.input === talk.state.input
		? onward(talk, talk.state, ...messageOf(next, texts))
		: here(talk, next);
};

/** Errors lead back to their questions; without any, the outside has its turn. */
const finished = (talk: Talk, isDone: boolean, texts: WizardTexts): Reply => {
	if (!isDone) return {talk: movedTo(talk, 0), said: []};
	const problems = problemsOf(talk.state);
	const path = problems[0]?.path;
	if (problems.length > 0)
		return {
			talk: movedTo(talk, questionAbout(talk, path ?? '', stepOfPath(path))),
			said: [texts.export.blocked(problems.length), ...problems],
		};
	const there = atStep(talk.state, 'export');
	const cursor = rowsOf(there, 'export').findIndex(({kind}) => kind === 'finish');
	const focused = {...there, cursors: {...there.cursors, export: cursor}};
	const state = reduceWizard(focused, {type: 'go-on'});
	return again({...talk, state}, ...messageOf(state, texts));
};

const decided = (talk: Talk, question: Question, isYes: boolean, texts: WizardTexts): Reply => {
	switch (question.kind) {
		case 'keep':
			return itemKept(talk, question, isYes);
		case 'add':
			return isYes ? itemAdded(talk, question, texts) : onward(talk);
		case 'part':
			return onward(isYes ? {...talk, opened: [...talk.opened, question.part]} : talk);
		default:
			return finished(talk, isYes, texts);
	}
};

/** Yes or no as it was meant; null where it can't be told. */
export const decisionOf = (text: string, isYes: boolean, {plain}: WizardTexts): boolean | null => {
	if (text === KEEP) return isYes;
	const index = meant(
		text,
		[plain.yes, plain.no, 'yes', 'no'].filter((word, at, all) => all.indexOf(word) === at),
	);
	return index < 0 ? null : index % 2 === 0;
};

const answeredTo = (talk: Talk, question: Question, text: string, texts: WizardTexts): Reply => {
	const asked = askedOf(question, talk.state, texts);
	switch (question.kind) {
		case 'field':
			return fieldAnswered(talk, question.field, text, texts);
		case 'preset':
			return presetAnswered(talk, text, asked);
		case 'spec':
			return specAnswered(talk, text, asked);
		case 'chain':
			return chainAnswered(talk, text);
		case 'entry':
			return entryAnswered(talk, question, text, texts);
		default: {
			const isYes = decisionOf(text, asked.fallback === texts.plain.yes, texts);
			if (isYes === null) return again(talk, notOneOf(text, asked.choices));
			return decided(talk, question, isYes, texts);
		}
	}
};

/** The conversation after a line was typed. */
export const answered = (talk: Talk, line: string, texts: WizardTexts): Reply => {
	const text = line.trim();
	const question = questionAt(talk);
	if (text === EXPLAIN) {
		const {help, label} = askedOf(question, talk.state, texts);
		return again(talk, ...(help.length === 0 ? [label] : help));
	}
	if (text === BACK)
		return talk.at === 0
			? again(talk, texts.plain.first)
			: {talk: movedTo(talk, talk.at - 1), said: []};
	return answeredTo(talk, question, text, texts);
};
