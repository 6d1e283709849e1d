import type {ReactNode} from 'react';
import {type FieldItem, FieldList, fieldIndent, labelWidthOf} from '../components/field-list.tsx';
import {fieldItem, labelWidthFor, notesOn} from '../field-items.ts';
import {piece} from '../lines.ts';
import {type Row, rowsOf} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {noteLines, type ScreenProps, type View} from '../view.ts';

const annotationItem = (
	state: WizardState,
	{key, value}: Extract<Row, {kind: 'annotation'}>,
	isFocused: boolean,
	labelWidth: number,
	view: View,
): FieldItem => ({
	label: view.texts.spot.annotation,
	isFocused,
	value: [piece(`${key}=${value}`, isFocused ? 'focus' : 'plain')],
	notes: noteLines(notesOn(state, `pod.annotations.${key}`), view, fieldIndent(labelWidth) - 2),
});

const addItem = (isFocused: boolean, {texts}: View): FieldItem => ({
	label: '+',
	isFocused,
	value: [piece(texts.spot.add, isFocused ? 'focus' : 'muted')],
	notes: [],
});

/** How spot is bid for, and every annotation of the pod. */
export const SpotScreen = ({state, view}: ScreenProps): ReactNode => {
	const rows = rowsOf(state, 'spot');
	const labelWidth = Math.max(
		labelWidthFor(rows, view),
		labelWidthOf([view.texts.spot.annotation]),
	);
	const items = rows.flatMap((row, index): FieldItem | readonly FieldItem[] => {
		const isFocused = index === state.cursors.spot;
		if (row.kind === 'field') return fieldItem(state, row.field, isFocused, labelWidth, view);
		if (row.kind === 'annotation') return annotationItem(state, row, isFocused, labelWidth, view);
		return row.kind === 'add-annotation' ? addItem(isFocused, view) : [];
	});
	return (
		<FieldList items={items} labelWidth={labelWidth} width={view.width} height={view.height} />
	);
};
