import {
	all,
	at,
	type Binding,
	bind,
	FOOTER,
	idle,
	isStep,
	onField,
	onRow,
	type Place,
	type Situation,
} from './bindings.ts';
import {DRAWING} from './drawing-keys.ts';
import {HABITS} from './habit-keys.ts';
import {
	control,
	either,
	isPrintable,
	letter,
	named,
	type Press,
	shifted,
	tab,
} from './key-press.ts';
import {isText} from './state/fields.ts';
import {focusedRow} from './state/rows.ts';
import {STEPS, type WizardAction, type WizardState} from './state/wizard-types.ts';

/** What has keys of its own; everything else is a question. */
const OWN_KEYS = ['help', 'page', 'palette', 'picker', 'entry', 'week'] as const;

const placeOf = ({overlay, filter, step}: WizardState): Place => {
	if (!overlay) return filter?.isTyping ? 'filter' : step;
	if (overlay.kind === 'ask') return 'entry';
	return OWN_KEYS.find(kind => kind === overlay.kind) ?? 'question';
};

export const situationOf = (state: WizardState): Situation => {
	const {overlay, filter, notes} = state;
	const place = placeOf(state);
	const row = overlay || filter?.isTyping ? null : focusedRow(state);
	const inField = row?.kind === 'field' && isText(row.field);
	const inFilter = overlay?.kind === 'picker' ? overlay.isTyping : filter?.isTyping === true;
	return {
		place,
		row,
		typing: inFilter || place === 'entry' || place === 'palette' || inField,
		free: place === 'entry' || (row?.kind === 'field' && row.field.free),
		presetNamed: notes.presetName.trim() !== '',
		list: overlay?.kind === 'picker' ? overlay.list : null,
	};
};

const hasRows = (situation: Situation) =>
	(isStep(situation) && situation.place !== 'review') ||
	at('filter', 'palette', 'picker')(situation);
const isReview = at('review');
const goOn: WizardAction = {type: 'go-on'};
const enter = named('return');

/** A key that moves: the second one of a pair is not printed. */
const MOVING: readonly Binding[] = [
	bind('↑↓', 'move', named('upArrow'), {type: 'focus', by: -1}, hasRows, FOOTER),
	bind('', 'move', named('downArrow'), {type: 'focus', by: 1}, hasRows),
	bind(
		'Tab',
		'pane',
		tab(false),
		{type: 'focus-pane', by: 1},
		all(hasRows, at('containers')),
		FOOTER,
	),
	bind('Tab', 'section', tab(false), {type: 'focus-pane', by: 1}, at('pod'), FOOTER),
	bind('', 'pane', tab(false), {type: 'focus-pane', by: 1}, hasRows),
	bind('', 'pane', tab(true), {type: 'focus-pane', by: -1}, hasRows),
	bind('Tab', 'section', tab(false), {type: 'scroll', by: 0, limit: 0}, isReview, FOOTER),
	bind('←→', 'baseline', named('leftArrow'), {type: 'compare', by: -1}, isReview, FOOTER),
	bind('', 'baseline', named('rightArrow'), {type: 'compare', by: 1}, isReview),
	bind('↑↓', 'scroll', named('upArrow'), {type: 'scroll', by: -1, limit: 0}, isReview, FOOTER),
	bind('', 'scroll', named('downArrow'), {type: 'scroll', by: 1, limit: 0}, isReview),
	bind('PgUp PgDn', 'page', named('pageUp'), {type: 'scroll', by: -10, limit: 0}, isReview, FOOTER),
	bind('PgUp PgDn', 'page', named('pageUp'), {type: 'scroll', by: -1, limit: 0}, at('export')),
	bind('', 'page', named('pageDown'), {type: 'scroll', by: 1, limit: 0}, at('export')),
	bind(
		'',
		'page',
		either(named('pageDown'), letter(' ')),
		{type: 'scroll', by: 10, limit: 0},
		isReview,
	),
	bind(
		'←→',
		'change',
		named('leftArrow'),
		{type: 'choose', by: -1},
		onField(({choices}) => choices.length > 0),
		FOOTER,
	),
	bind(
		'',
		'change',
		either(named('rightArrow'), letter(' ')),
		{type: 'choose', by: 1},
		onField(({choices}) => choices.length > 0),
	),
];

const opensList = (situation: Situation) =>
	onRow('preset')(situation) || onField(({kind}) => kind === 'picker')(situation);

/** The pod has more fields than items, so the keys of the items are printed beside these alone. */
const onItem = onRow('volume', 'log', 'annotation');
const canEdit = (situation: Situation) =>
	idle(situation) && (at('containers')(situation) || onItem(situation));
const canDrop = (situation: Situation) =>
	idle(situation) && (at('containers', 'chain')(situation) || onItem(situation));

const LISTS: readonly Binding[] = [
	bind(
		'Space',
		'open',
		either(letter(' '), named('rightArrow')),
		{type: 'open'},
		opensList,
		FOOTER,
	),
	bind('a', 'add', letter('a'), {type: 'add'}, all(idle, at('containers', 'chain', 'pod')), FOOTER),
	bind('e', 'edit', letter('e'), {type: 'edit'}, canEdit, FOOTER),
	bind('e', 'edit', letter('e'), {type: 'edit'}, all(idle, at('pod'))),
	bind('d', 'drop', letter('d'), {type: 'drop'}, canDrop, FOOTER),
	bind('d', 'drop', letter('d'), {type: 'drop'}, all(idle, at('pod'))),
	bind('p', 'pin', letter('p'), {type: 'pin'}, onRow('entry'), FOOTER),
	bind(
		'K J',
		'reorder',
		either(letter('K'), shifted('upArrow')),
		{type: 'move', by: -1},
		all(idle, at('chain')),
		FOOTER,
	),
	bind(
		'',
		'reorder',
		either(letter('J'), shifted('downArrow')),
		{type: 'move', by: 1},
		all(idle, at('chain')),
	),
	bind('x', 'avoid', letter('x'), {type: 'avoid'}, onRow('entry'), FOOTER),
	bind('r', 'reset', letter('r'), {type: 'reset'}, all(idle, at('chain')), FOOTER),
	bind('t', 'take', letter('t'), {type: 'take'}, at('size'), FOOTER),
];

const ADDING = ['add-container', 'add-entry', 'add-volume', 'add-log', 'add-annotation'] as const;

const ENTER: readonly Binding[] = [
	bind('Enter', 'add', enter, goOn, onRow(...ADDING), FOOTER),
	bind(
		'Enter',
		'save',
		enter,
		goOn,
		onField(({id}, {presetNamed}) => id === 'presetName' && presetNamed),
		FOOTER,
	),
	bind('Enter', 'show', enter, goOn, onRow('problem'), FOOTER),
	bind('Enter', 'finish', enter, goOn, onRow('finish'), FOOTER),
	bind('Enter', 'next', enter, goOn, isStep, FOOTER),
	bind('Enter', 'choose', enter, goOn, at('picker'), FOOTER),
	bind('Enter', 'set', enter, goOn, at('entry'), FOOTER),
	bind('Enter y', 'yes', either(enter, letter('y', 'Y')), {type: 'agree'}, at('question'), FOOTER),
	bind('Esc n', 'no', letter('n', 'N'), {type: 'go-back'}, at('question'), FOOTER),
	bind('Esc', 'back', named('escape'), {type: 'go-back'}, isStep, FOOTER),
	bind('Esc', 'close', named('escape'), {type: 'go-back'}, at('picker', 'entry', 'help'), FOOTER),
	bind('', 'close', either(letter('?', 'q'), enter), {type: 'go-back'}, at('help')),
	bind('', 'no', named('escape'), {type: 'go-back'}, at('question')),
];

const jumps: readonly Binding[] = STEPS.map((step, index) =>
	bind(
		index === 0 ? `1–${STEPS.length}` : '',
		'step',
		letter(String(index + 1)),
		{type: 'jump', step},
		idle,
	),
);

const always = () => true;

const GENERAL: readonly Binding[] = [
	...jumps,
	bind('u', 'undo', letter('u'), {type: 'undo'}, idle),
	bind('Ctrl-Z', 'undo', control('z'), {type: 'undo'}, isStep),
	bind('Ctrl-R', 'redo', control('r'), {type: 'redo'}, isStep),
	bind('q', 'quit', letter('q'), {type: 'ask-to-leave'}, idle),
	bind('Ctrl-C', 'leave', control('c'), {type: 'leave'}, always),
	bind(
		'?',
		'help',
		letter('?'),
		{type: 'show-help'},
		situation => isStep(situation) && !situation.free,
		FOOTER,
	),
];

const typingIn = ({typing}: Situation) => typing;
const caret = (by: number): WizardAction => ({type: 'edit-text', change: {kind: 'move', by}});
const text = (
	kind: 'home' | 'end' | 'delete-before' | 'delete-after' | 'delete-line',
): WizardAction => ({
	type: 'edit-text',
	change: {kind},
});

const TYPING: readonly Binding[] = [
	bind('←→ Home End', 'caret', named('leftArrow'), caret(-1), typingIn),
	bind('', 'caret', named('rightArrow'), caret(1), typingIn),
	bind(
		'',
		'caret',
		either(({key}) => key.home === true, control('a')),
		text('home'),
		typingIn,
	),
	bind(
		'',
		'caret',
		either(({key}) => key.end === true, control('e')),
		text('end'),
		typingIn,
	),
	bind('', 'erase', ({key}) => key.backspace === true, text('delete-before'), typingIn),
	bind('', 'erase', ({key}) => key.delete === true, text('delete-after'), typingIn),
	bind('Ctrl-U', 'erase', control('u'), text('delete-line'), typingIn),
];

/** Every key of the wizard. The first one that fits the situation counts; footer and help print this table. */
export const KEYMAP: readonly Binding[] = [
	...DRAWING,
	...MOVING,
	...LISTS,
	...HABITS,
	...ENTER,
	...TYPING,
	...GENERAL,
];

export const bindingsFor = (situation: Situation): readonly Binding[] =>
	KEYMAP.filter(({when}) => when(situation));

/** What a key does here; null where it does nothing. */
export const actionOf = (press: Press, situation: Situation): WizardAction | null => {
	const binding = bindingsFor(situation).find(({matches}) => matches(press));
	if (binding) return binding.action;
	return situation.typing && isPrintable(press)
		? {type: 'edit-text', change: {kind: 'insert', text: press.input}}
		: null;
};
