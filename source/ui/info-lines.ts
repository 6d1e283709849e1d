import {firstEntry} from '../domain/chain/chain.ts';
import {amountText} from '../present/amount-text.ts';
import {filterLine} from './filter-line.ts';
import {emptyLine, justified, oneLine, type ScreenLine, wrapped} from './lines.ts';
import type {Field} from './state/fields.ts';
import {presetText} from './state/preset-text.ts';
import type {Row} from './state/row.ts';
import {entryOf, filterCount, focusedRow, shownPlan} from './state/rows.ts';
import type {Message, StepId, WizardState} from './state/wizard-types.ts';
import {unavailableText} from './unavailable-text.ts';
import {hourText, noteLines, type View} from './view.ts';

const messageLines = (message: Message, step: StepId, view: View): readonly ScreenLine[] => {
	if (message.kind === 'failed') return noteLines(message.diagnostics, view, 1);
	if (message.kind === 'unavailable')
		return wrapped(unavailableText(message, step, view.texts), view.width, 'warning', ' ▲ ');
	const text = view.texts.messages[message.id](message.detail);
	const isRefused = message.kind === 'refused' || message.id === 'pricesFailed';
	return wrapped(text, view.width, isRefused ? 'warning' : 'good', isRefused ? ' ▲ ' : ' ✓ ');
};

const MARKET_FIELDS: readonly string[] = ['spotStrategy', 'spotPriceLimit'];

/** What spot costs now, where a price is asked for. */
const marketText = (state: WizardState, {texts}: View): string => {
	const plan = shownPlan(state);
	const entry = plan && firstEntry(plan.chain);
	if (!entry?.onDemand || !entry.spot) return '';
	const mark = entry.spot.basis === 'quote' ? '' : '~';
	return texts.billing.market(mark + hourText(entry.spot.rate), hourText(entry.onDemand));
};

const fieldLines = (field: Field, state: WizardState, view: View): readonly ScreenLine[] => {
	const help = wrapped(view.texts.fields[field.id].help, view.width - 1, 'muted', ' ');
	if (field.annotation === null) return help;
	const market = MARKET_FIELDS.includes(field.id) ? marketText(state, view) : '';
	return [
		justified(oneLine(` ${field.annotation}`, 'muted'), oneLine(`${market} `, 'muted'), view.width),
		...help,
	];
};

/** Where a price comes from, and how large the spec is. */
const entryLines = (token: string, state: WizardState, view: View): readonly ScreenLine[] => {
	const entry = entryOf(shownPlan(state), token);
	if (!entry) return [emptyLine];
	const billed = entry.billedAs === token ? '' : ` → ${entry.billedAs}`;
	const parts = [
		`${token}${billed}: ${amountText(entry)}`,
		...entry.from.flatMap(({asOf}) => (asOf === null ? [] : view.texts.chain.listed(asOf))),
		...(entry.spot ? [view.texts.chain.spotIs(view.labels.basis[entry.spot.basis])] : []),
	];
	return wrapped(parts.join(' · '), view.width - 1, 'muted', ' ');
};

const helpLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	const {overlay} = state;
	const row = overlay ? null : focusedRow(state);
	if (overlay?.kind === 'picker' && overlay.list === 'preset')
		return wrapped(view.texts.habits.start.help, view.width - 1, 'muted', ' ');
	if (row?.kind === 'field') return fieldLines(row.field, state, view);
	if (row?.kind === 'preset')
		return wrapped(
			state.preset ? presetText(state.preset, view.texts) : '',
			view.width - 1,
			'muted',
			' ',
		);
	if (row?.kind === 'entry') return entryLines(row.token, state, view);
	return wrapped(listHelp(row, view), view.width - 1, 'muted', ' ');
};

/** What the list is about that the focus is in. */
const listHelp = (row: Row | null, {texts: {pod}}: View): string => {
	switch (row?.kind) {
		case 'volume':
		case 'add-volume':
			return pod.volumesHelp;
		case 'log':
		case 'add-log':
			return pod.logsHelp;
		case 'annotation':
		case 'add-annotation':
			return pod.annotationsHelp;
		default:
			return '';
	}
};

/** Steps that may have two lines of help. */
const TALL_STEPS: readonly StepId[] = ['chain', 'billing', 'pod'];

/** In steps with two lines of help everywhere, nothing jumps when the focus moves. */
const atLeast = (lines: readonly ScreenLine[], state: WizardState): readonly ScreenLine[] =>
	TALL_STEPS.includes(state.step) && !state.overlay && lines.length < 2
		? [emptyLine, ...lines]
		: lines;

/** The filter of the step, with how much of the list it leaves. */
const filterLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	const {filter} = state;
	if (filter === null) return [];
	const count = view.texts.habits.filtering.count(...filterCount(state));
	return [filterLine({...filter, count, view})];
};

const saidLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	if (state.message) return messageLines(state.message, state.step, view);
	return state.filter?.isTyping ? filterLines(state, view) : helpLines(state, view);
};

/** Under the step: what just happened, else the filter while it is typed, else what the focused field is about. */
export const infoLines = (state: WizardState, view: View): readonly ScreenLine[] =>
	atLeast(saidLines(state, view), state);
