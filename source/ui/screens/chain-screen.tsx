import type {ReactNode} from 'react';
import {adviceLines, chainNotes, entryTable, oddsLines} from '../chain-lines.ts';
import {fieldLine} from '../components/field-list.tsx';
import {markedLine} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {fieldItem, labelWidthFor} from '../field-items.ts';
import {emptyLine, oneLine, piece, type ScreenLine, windowed} from '../lines.ts';
import {candidateCount} from '../state/pickers.ts';
import {rowsOf, shownPlan} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {isColored, useTheme} from '../theme.ts';
import type {ScreenProps, View} from '../view.ts';

/** The entries and the fields keep this much, however much there is to say about the chain. */
const LIST_AT_LEAST = 5;
/** From here on there is room for lines that only part one thing from the next. */
const ROOMY = 20;

const addText = (state: WizardState, {texts}: View): string => {
	const count = candidateCount(state);
	return count === 0 ? texts.chain.add : texts.habits.filtering.candidates(count);
};

/** Entries, the way to add one, and what a picked chain is to be like. */
const rowBlocks = (
	state: WizardState,
	entries: readonly ScreenLine[],
	view: View,
): readonly (readonly ScreenLine[])[] => {
	const rows = rowsOf(state, 'chain');
	const labelWidth = labelWidthFor(rows, view);
	const gap = view.height < ROOMY ? [] : [emptyLine];
	return rows.map((row, index) => {
		const isFocused = index === state.cursors.chain;
		if (row.kind === 'entry')
			return [markedLine(entries[row.index] ?? emptyLine, isFocused, view.width)];
		if (row.kind !== 'field') {
			const add = oneLine(`+ ${addText(state, view)}`, 'muted');
			return [markedLine(add, isFocused, view.width), ...gap];
		}
		const item = fieldItem(state, row.field, isFocused, labelWidth, view);
		return [fieldLine(item, labelWidth, view.width), ...item.notes];
	});
};

/** The chain in the order in which ECI tries it, what it is to be like, and what it comes to. */
export const ChainScreen = ({state, view}: ScreenProps): ReactNode => {
	const {height} = view;
	const theme = useTheme();
	const plan = shownPlan(state);
	const {heading, rows} = entryTable(state, view);
	const odds = plan ? oddsLines(plan, view, isColored(theme)) : [];
	const said = [...odds, ...adviceLines(state, view), ...chainNotes(state, view)];
	const gap = height < ROOMY ? [] : [emptyLine];
	const blocks = rowBlocks(state, rows, view);
	const room = Math.max(LIST_AT_LEAST, height - 1 - gap.length - said.length);
	const list = windowed(blocks, state.cursors.chain, room);
	return (
		<TonedLines lines={[[piece('   '), ...heading], ...list, ...gap, ...said]} height={height} />
	);
};
