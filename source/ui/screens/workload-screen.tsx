import type {ReactNode} from 'react';
import {type FieldItem, FieldList, labelWidthOf} from '../components/field-list.tsx';
import {fieldItem, labelWidthFor} from '../field-items.ts';
import {piece} from '../lines.ts';
import {presetText} from '../state/preset-text.ts';
import {rowsOf} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import type {ScreenProps, View} from '../view.ts';

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

/** Name, kind, load, region: what surrounds the pod. */
export const WorkloadScreen = ({state, view}: ScreenProps): ReactNode => {
	const rows = rowsOf(state, 'workload');
	const labelWidth = Math.max(labelWidthFor(rows, view), labelWidthOf([view.texts.presets.label]));
	const cursor = state.cursors.workload;
	const items = rows.flatMap((row, index) => {
		if (row.kind === 'preset') return presetItem(state, index === cursor, view);
		return row.kind === 'field'
			? fieldItem(state, row.field, index === cursor, labelWidth, view)
			: [];
	});
	return (
		<FieldList items={items} labelWidth={labelWidth} width={view.width} height={view.height} />
	);
};
