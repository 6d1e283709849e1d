import type {ReactNode} from 'react';
import type {Plan} from '../../domain/plan.ts';
import {columnLines} from '../columns.ts';
import {fieldLines} from '../components/field-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {costTableOf} from '../cost-rows.ts';
import {fieldItem, labelWidthFor} from '../field-items.ts';
import {emptyLine, piece, type ScreenLine} from '../lines.ts';
import {rowsOf, shownPlan} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import type {ScreenProps, View} from '../view.ts';

/** What all pods cost each way, on the first spec that can be paid for so. */
const wayLines = (plan: Plan, view: View): readonly ScreenLine[] => {
	const {columns, rows} = costTableOf(plan, view.language);
	const ways = plan.quote.comparison.map(({name}) => name);
	const firsts = rows.filter((_, index) => ways.indexOf(ways[index] ?? 'spot') === index);
	const table = columnLines(
		{
			columns: columns.map(({heading, align, flexible}, index) => ({
				heading: index === 0 ? view.texts.billing.ways : heading,
				align,
				...(flexible && {flexible}),
			})),
			rows: firsts,
		},
		view.width,
	);
	return [emptyLine, ...[table.heading, ...table.rows].map(line => [piece('   '), ...line])];
};

/** Below this, the fields have the room to themselves. */
const ROOM_FOR_BOTH = 11;

const waysFor = (state: WizardState, view: View): readonly ScreenLine[] => {
	const plan = shownPlan(state);
	return plan && plan.quote.comparison.length > 0 && view.height >= ROOM_FOR_BOTH
		? wayLines(plan, view)
		: [];
};

/** Whether spot is bid for, and what reserved instances cover. */
export const BillingScreen = ({state, view}: ScreenProps): ReactNode => {
	const rows = rowsOf(state, 'billing');
	const labelWidth = labelWidthFor(rows, view);
	const items = rows.flatMap((row, index) =>
		row.kind === 'field'
			? fieldItem(state, row.field, index === state.cursors.billing, labelWidth, view)
			: [],
	);
	const ways = waysFor(state, view);
	const height = view.height - ways.length;
	const fields = fieldLines({items, labelWidth, width: view.width, height});
	return <TonedLines lines={[...fields, ...ways]} height={view.height} />;
};
