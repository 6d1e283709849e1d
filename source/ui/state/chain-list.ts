import {formatSpec, MAX_SPECS, parseSpec} from '../../domain/catalogue/spec.ts';
import type {PlanInput} from '../../domain/input/plan-input.ts';
import {changed, focused, refuse, say} from './changes.ts';
import {moved, withChain, withValue} from './edit-input.ts';
import {chainTokens, focusedRow, plannedOf} from './rows.ts';
import {typed} from './text-edit.ts';
import type {WizardState} from './wizard-types.ts';

/** Pins as many as a chain has entries. */
const MAX_PINS = MAX_SPECS;

/** As chains write it, so that `2.0-4Gi` is `2-4Gi`. */
const nameOf = (token: string): string => {
	const spec = parseSpec(token);
	return spec.ok ? formatSpec(spec.value) : token;
};

const without = (tokens: readonly string[], token: string): readonly string[] =>
	tokens.filter(other => nameOf(other) !== nameOf(token));

const withList = (
	input: PlanInput,
	path: 'chain.pin' | 'chain.avoid',
	tokens: readonly string[],
): PlanInput => withValue(input, path, tokens.length === 0 ? undefined : tokens);

const pinsOf = ({chain}: PlanInput): readonly string[] => chain?.pin ?? [];

const unpinned = (input: PlanInput, token: string): PlanInput =>
	withList(input, 'chain.pin', without(pinsOf(input), token));

export const openSpecPicker = (state: WizardState): WizardState =>
	chainTokens(state).length >= MAX_SPECS
		? refuse(state, 'chainFull')
		: {
				...state,
				overlay: {kind: 'picker', list: 'spec', filter: typed(''), isTyping: true, cursor: 0},
			};

/** What is advised goes where it belongs by its price, everything else to the end. */
export const entryAdded = (state: WizardState, token: string): WizardState => {
	const tokens = chainTokens(state);
	if (tokens.includes(token)) return refuse(state, 'alreadyInChain', token);
	const {addition} = plannedOf(state);
	const place = addition?.token === token ? addition.place : tokens.length;
	const longer = [...tokens.slice(0, place), token, ...tokens.slice(place)];
	return say(focused(changed(state, withChain(state.input, longer)), place), 'entryAdded', token);
};

/** A chain of one's own without the entry, which is no longer pinned. */
export const entryDropped = (state: WizardState, index: number): WizardState => {
	const tokens = chainTokens(state);
	const token = tokens[index] ?? '';
	if (tokens.length === 1) return refuse(state, 'lastEntry');
	const rest = tokens.filter((_, position) => position !== index);
	const input = unpinned(withChain(state.input, rest), token);
	return say(changed(state, input), 'entryDropped', token);
};

export const entryMoved = (state: WizardState, by: number): WizardState => {
	const row = focusedRow(state);
	if (row?.kind !== 'entry') return refuse(state, 'noEntry');
	const tokens = moved(chainTokens(state), row.index, by);
	if (!tokens) return refuse(state, by < 0 ? 'alreadyFirst' : 'alreadyLast');
	return focused(changed(state, withChain(state.input, tokens)), row.index + by);
};

const isOwn = ({chain}: PlanInput): boolean => chain?.useSpecs !== undefined;

/** Keeps the focused entry in the picked chain, or no longer. */
export const entryPinned = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	if (row?.kind !== 'entry') return refuse(state, 'noEntry');
	const {token} = row;
	const pins = pinsOf(state.input);
	if (without(pins, token).length < pins.length)
		return say(changed(state, unpinned(state.input, token)), 'entryUnpinned', token);
	if (pins.length >= MAX_PINS) return refuse(state, 'pinsFull');
	const next = changed(state, withList(state.input, 'chain.pin', [...pins, token]));
	return say(next, isOwn(state.input) ? 'entryPinnedOwn' : 'entryPinned', token);
};

/** Keeps the focused entry out of the chain, now and whenever one is picked. */
export const entryAvoided = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	if (row?.kind !== 'entry') return refuse(state, 'noEntry');
	const {token, index} = row;
	const tokens = chainTokens(state);
	if (isOwn(state.input) && tokens.length === 1) return refuse(state, 'lastEntry');
	const rest = tokens.filter((_, position) => position !== index);
	const own = isOwn(state.input) ? withChain(state.input, rest) : state.input;
	const avoided = [...without(state.input.chain?.avoid ?? [], token), token];
	const input = withList(unpinned(own, token), 'chain.avoid', avoided);
	return say(changed(state, input), 'entryAvoided', token);
};

export const chainReset = (state: WizardState): WizardState =>
	isOwn(state.input)
		? say(changed(state, withChain(state.input, null)), 'chainReset')
		: refuse(state, 'alreadyPicked');

/** Puts a spec at the head of the chain. */
export const specTaken = (state: WizardState): WizardState => {
	const row = focusedRow(state);
	if (row?.kind !== 'spec') return refuse(state, 'nothingToTake');
	const others = chainTokens(state).filter(token => token !== row.token);
	const tokens = [row.token, ...others].slice(0, MAX_SPECS);
	return say(changed(state, withChain(state.input, tokens)), 'specTaken', row.token);
};
