import type {ReactNode} from 'react';
import type {ContainerInput} from '../../domain/input/plan-input.ts';
import {cutCells} from '../../present/display-width.ts';
import {cell} from '../../present/report.ts';
import {columnLines} from '../columns.ts';
import {fieldLines} from '../components/field-list.tsx';
import {selectLines} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {fieldItem, labelWidthFor, worstMark} from '../field-items.ts';
import {emptyLine, oneLine, piece, type ScreenLine} from '../lines.ts';
import {containersOf} from '../state/edit-input.ts';
import type {Row} from '../state/row.ts';
import {plannedOf, rowsOf, selectedContainer} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {noteLines, type ScreenProps, type View} from '../view.ts';

/** The whole name stands above the fields. */
const LONGEST_NAME = 24;

const containerTable = (
	state: WizardState,
	containers: readonly (readonly [index: number, container: ContainerInput])[],
	view: View,
) => {
	const {texts} = view;
	const text = (value: string | number | undefined, otherwise: string) =>
		value === undefined ? cell(otherwise, undefined, 'muted') : cell(String(value));
	const {containerName, image, cpu, memory, gpu} = texts.fields;
	return columnLines(
		{
			columns: [
				{heading: containerName.label, align: 'left'},
				{heading: image.label, align: 'left', flexible: true},
				{heading: cpu.label, align: 'right'},
				{heading: memory.label, align: 'right'},
				{heading: gpu.label, align: 'right'},
			],
			rows: containers.map(([index, container]) => [
				cell(
					cutCells(container.name ?? texts.containers.unnamed(index), LONGEST_NAME) +
						worstMark(state, `containers[${index}]`),
				),
				text(container.image, texts.containers.noImage),
				text(container.cpu, texts.containers.default),
				text(container.memory, texts.containers.default),
				text(container.gpu, '0'),
			]),
		},
		view.width,
	);
};

const listLines = (state: WizardState, view: View, height: number): readonly ScreenLine[] => {
	const containers = containersOf(state.input);
	const listed = rowsOf(state, 'containers').flatMap(row => {
		const container = row.kind === 'container' ? containers[row.index] : undefined;
		return row.kind === 'container' && container ? [[row.index, container] as const] : [];
	});
	const {heading, rows} = containerTable(state, listed, view);
	const add = oneLine(`+ ${view.texts.containers.add}`, 'muted');
	return [
		[piece('   '), ...heading],
		...selectLines({
			items: [...rows, add].map(line => ({line})),
			focus: state.cursors.containers,
			width: view.width,
			height: height - 1,
		}),
	];
};

/** Below this, only the part with the focus is shown. */
const ROOM_FOR_BOTH = 10;

const formLines = (state: WizardState, rows: readonly Row[], view: View): readonly ScreenLine[] => {
	const index = selectedContainer(state);
	const name = containersOf(state.input)[index]?.name ?? view.texts.containers.unnamed(index);
	const fields = rows.flatMap((row, at) => (row.kind === 'field' ? {field: row.field, at} : []));
	const labelWidth = labelWidthFor(rows, view);
	const items = fields.map(({field, at}) =>
		fieldItem(state, field, at === state.cursors.containers, labelWidth, view),
	);
	return [
		emptyLine,
		oneLine(` ${view.texts.containers.fieldsOf(name)}`, 'heading'),
		...fieldLines({
			items,
			labelWidth,
			width: view.width,
			height: Math.max(3, view.height - (view.height < ROOM_FOR_BOTH ? 1 : 6)),
		}),
	];
};

const onePart = (
	isInForm: boolean,
	list: readonly ScreenLine[],
	[, ...form]: readonly ScreenLine[],
): readonly ScreenLine[] => (isInForm ? form : list);

/** The list of containers, and the fields of the one that has or had the focus. */
export const ContainersScreen = ({state, view}: ScreenProps): ReactNode => {
	const rows = rowsOf(state, 'containers');
	const form = formLines(state, rows, view);
	const duplicates = plannedOf(state).diagnostics.filter(({path}) => path === 'containers');
	const notes = noteLines(duplicates, view);
	const list = (room: number) => [...listLines(state, view, Math.max(3, room)), ...notes];
	const isInForm = rows[state.cursors.containers]?.kind === 'field';
	const lines =
		view.height < ROOM_FOR_BOTH
			? onePart(isInForm, list(view.height - notes.length), form)
			: [...list(view.height - form.length - notes.length), ...form];
	return <TonedLines lines={lines} height={view.height} />;
};
