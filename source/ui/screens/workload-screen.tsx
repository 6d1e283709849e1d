import type {ReactNode} from 'react';
import {checkpointText} from '../../present/simulation-advice.ts';
import {type FieldItem, fieldLines, labelWidthOf} from '../components/field-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {fieldItem, labelWidthFor} from '../field-items.ts';
import {emptyLine, piece, type ScreenLine} from '../lines.ts';
import {presetText} from '../state/preset-text.ts';
import type {Row} from '../state/row.ts';
import {rowsOf} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import type {ScreenProps, View} from '../view.ts';
import {weekLines} from '../week-lines.ts';

const presetItem = ({preset}: WizardState, isFocused: boolean, {texts}: View): FieldItem => {
	const name = preset?.name ?? texts.presets.none;
	return {
		label: texts.presets.label,
		isFocused,
		value: isFocused
			? [piece(name, 'focus'), piece('  ▾', 'accent')]
			: [piece(name), piece(preset ? `  ${presetText(preset, texts)}` : '', 'muted')],
		notes: [],
	};
};

const weekItem = (isFocused: boolean, {texts}: View): FieldItem => ({
	label: '',
	isFocused,
	value: [piece(`[ ${texts.week.draw} ]`, isFocused ? 'focus' : 'accent')],
	notes: [],
});

type Advice = Extract<Row, {kind: 'checkpoint'}>;

const checkpointItem = (
	{every, expectedHours}: Advice,
	isFocused: boolean,
	{language}: View,
): FieldItem => ({
	label: '',
	isFocused,
	value: [
		piece(`[ ${checkpointText(every, expectedHours, language)} ]`, isFocused ? 'focus' : 'accent'),
	],
	notes: [],
});

/** The week below the fields, where there is room for all of it. */
const weekPart = (state: WizardState, view: View, room: number): readonly ScreenLine[] => {
	const isScheduled = state.input.workload?.schedule !== undefined;
	const lines = isScheduled ? [emptyLine, ...weekLines(state, null, view)] : [];
	return lines.length <= room ? lines : [];
};

/** Name, kind, load, region: what surrounds the pod. */
export const WorkloadScreen = ({state, view}: ScreenProps): ReactNode => {
	const rows = rowsOf(state, 'workload');
	const labelWidth = Math.max(labelWidthFor(rows, view), labelWidthOf([view.texts.presets.label]));
	const cursor = state.cursors.workload;
	const items = rows.flatMap((row, index) => {
		if (row.kind === 'preset') return presetItem(state, index === cursor, view);
		if (row.kind === 'checkpoint') return checkpointItem(row, index === cursor, view);
		if (row.kind === 'draw-week') return weekItem(index === cursor, view);
		return row.kind === 'field'
			? fieldItem(state, row.field, index === cursor, labelWidth, view)
			: [];
	});
	const {width, height} = view;
	const fields = fieldLines({items, labelWidth, width, height});
	const week = weekPart(state, view, height - fields.length);
	return <TonedLines lines={[...fields, ...week]} height={height} />;
};
