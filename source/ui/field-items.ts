import {type FieldItem, fieldIndent, labelWidthOf} from './components/field-list.tsx';
import {textFieldLine} from './components/text-field.tsx';
import {piece, type ScreenLine} from './lines.ts';
import {sliderLines} from './slider-lines.ts';
import {effectiveValue, type Field, fallbackOf, isText, readField} from './state/fields.ts';
import {notesOnField} from './state/notes.ts';
import type {Row} from './state/row.ts';
import {plannedOf} from './state/rows.ts';
import {weekOf} from './state/week.ts';
import type {WizardState} from './state/wizard-types.ts';
import {noteLines, SEVERITY_MARKS, type View} from './view.ts';

/** The mark of the worst that is wrong with an item; diagnostics come errors first. */
export const worstMark = (state: WizardState, item: string): string => {
	const worst = plannedOf(state).diagnostics.find(({path}) => path?.startsWith(item));
	return worst && worst.severity !== 'info' ? ` ${SEVERITY_MARKS[worst.severity]}` : '';
};

const choiceLine = (
	state: WizardState,
	field: Field,
	isFocused: boolean,
	{texts}: View,
): ScreenLine => {
	const value = effectiveValue(state, field);
	const text = texts.choices[`${field.id}.${value}`] ?? texts.choices[value] ?? value;
	if (isFocused)
		return [piece(text, 'focus'), piece(field.kind === 'picker' ? '  ▾' : '  ‹ ›', 'accent')];
	return [piece(text, readField(state, field) === '' ? 'placeholder' : 'plain')];
};

/** Replicas beside a schedule don't count, so none are named there. */
const placeholderOf = (state: WizardState, field: Field, {texts}: View): string => {
	if (field.id !== 'replicas' || state.input.workload?.schedule === undefined)
		return fallbackOf(state, field);
	const week = weekOf(state);
	return texts.week.counts(String(Math.min(...week)), String(Math.max(...week)));
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
	const known = field.store === 'input' ? notesOnField(state, field.path) : [];
	// What prices assume is no answer's fault: it waits until somebody looks.
	const notes = known.filter(({path}) => isFocused || path !== undefined);
	return {
		label: view.texts.fields[field.id].label,
		isFocused,
		value: isText(field)
			? textFieldLine({
					text: readField(state, field),
					caret: state.caret,
					isFocused,
					width: view.width - indent - 1,
					placeholder: placeholderOf(state, field, view),
				})
			: choiceLine(state, field, isFocused, view),
		notes: [
			...(isFocused && field.kind === 'slider' ? sliderLines(state, field, indent, view) : []),
			...noteLines(notes, view, indent - 2),
		],
	};
};

export const labelWidthFor = (rows: readonly Row[], {texts}: View): number =>
	labelWidthOf(rows.flatMap(row => (row.kind === 'field' ? texts.fields[row.field.id].label : [])));
