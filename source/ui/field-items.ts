import type {Diagnostic} from '../domain/diagnostics.ts';
import {type FieldItem, fieldIndent, labelWidthOf} from './components/field-list.tsx';
import {textFieldLine} from './components/text-field.tsx';
import {piece, type ScreenLine} from './lines.ts';
import {effectiveValue, type Field, fallbackOf, isText, readField} from './state/fields.ts';
import {plannedOf, type Row} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import {noteLines, type View} from './view.ts';

/** What is wrong with one field. */
export const notesOn = (state: WizardState, path: string): readonly Diagnostic[] =>
	plannedOf(state).diagnostics.filter(
		one => one.path === path || one.path?.startsWith(`${path}[`) === true,
	);

const choiceLine = (
	state: WizardState,
	field: Field,
	isFocused: boolean,
	{texts}: View,
): ScreenLine => {
	const value = effectiveValue(state, field);
	const text = texts.choices[value] ?? value;
	if (isFocused)
		return [piece(text, 'focus'), piece(field.kind === 'picker' ? '  ▾' : '  ‹ ›', 'accent')];
	return [piece(text, readField(state, field) === '' ? 'placeholder' : 'plain')];
};

/** A field as a labelled line with what is wrong with it. */
export const fieldItem = (
	state: WizardState,
	field: Field,
	isFocused: boolean,
	labelWidth: number,
	view: View,
): FieldItem => {
	const indent = fieldIndent(labelWidth);
	const notes = field.store === 'input' ? notesOn(state, field.path) : [];
	return {
		label: view.texts.fields[field.id].label,
		isFocused,
		value: isText(field)
			? textFieldLine({
					text: readField(state, field),
					caret: state.caret,
					isFocused,
					width: view.width - indent - 1,
					placeholder: fallbackOf(state, field),
				})
			: choiceLine(state, field, isFocused, view),
		notes: noteLines(notes, view, indent - 2),
	};
};

export const labelWidthFor = (rows: readonly Row[], {texts}: View): number =>
	labelWidthOf(rows.flatMap(row => (row.kind === 'field' ? texts.fields[row.field.id].label : [])));
