import type {ReactNode} from 'react';
import {fieldLines} from '../components/field-list.tsx';
import {selectLines} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {fieldItem, labelWidthFor} from '../field-items.ts';
import {emptyLine, oneLine, type ScreenLine, wrapped} from '../lines.ts';
import {caveatOf, equivalentOf} from '../state/equivalent.ts';
import {rowsOf} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {adviceText, type ScreenProps, type View} from '../view.ts';

const fieldsPart = (state: WizardState, view: View): readonly ScreenLine[] => {
	const rows = rowsOf(state, 'export');
	const labelWidth = labelWidthFor(rows, view);
	const items = rows.flatMap((row, index) =>
		row.kind === 'field'
			? fieldItem(state, row.field, index === state.cursors.export, labelWidth, view)
			: [],
	);
	return fieldLines({items, labelWidth, width: view.width, height: 6});
};

/** The errors, each a way to its field, and the last key of the wizard. */
const listPart = (state: WizardState, view: View, height: number): readonly ScreenLine[] => {
	const {texts, width, language} = view;
	const rows = rowsOf(state, 'export');
	const listed = rows.filter(({kind}) => kind !== 'field');
	const problems = listed.length - 1;
	const items = listed.map(row => ({
		line:
			row.kind === 'problem'
				? oneLine(`✗ ${adviceText(row.diagnostic, language)}`, 'danger')
				: [
						...oneLine(`[ ${texts.export.finish} ]`, problems > 0 ? 'muted' : 'accent'),
						...oneLine(`  ${texts.export.finishHelp}`, 'muted'),
					],
	}));
	const heading = problems > 0 ? [oneLine(` ${texts.export.blocked(problems)}`, 'warning')] : [];
	return [
		...heading,
		...selectLines({
			items,
			focus: state.cursors.export - (rows.length - listed.length),
			width,
			height: Math.max(2, height - heading.length),
		}),
	];
};

const commandPart = (state: WizardState, {texts, width}: View): readonly ScreenLine[] => {
	const caveat = caveatOf(state, texts);
	return [
		emptyLine,
		oneLine(` ${texts.export.command}`, 'heading'),
		...wrapped(equivalentOf(state).command, width, 'muted', '   '),
		...(caveat === null ? [] : wrapped(caveat, width, 'warning', '   ▲ ')),
	];
};

/** Where the YAML goes, and the end of the wizard. */
export const ExportScreen = ({state, view}: ScreenProps): ReactNode => {
	const fields = [...fieldsPart(state, view), emptyLine];
	const list = listPart(state, view, Math.max(2, view.height - fields.length));
	return (
		<TonedLines lines={[...fields, ...list, ...commandPart(state, view)]} height={view.height} />
	);
};
