import type {ReactNode} from 'react';
import type {VolumeInput} from '../../domain/input/plan-input.ts';
import {type Cell, cell} from '../../present/report.ts';
import {columnLines} from '../columns.ts';
import {fieldLine} from '../components/field-list.tsx';
import {markedLine} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {fieldItem, labelWidthFor, worstMark} from '../field-items.ts';
import {emptyLine, oneLine, piece, type ScreenLine, windowed} from '../lines.ts';
import {containerNames} from '../state/edit-input.ts';
import {notesOn} from '../state/notes.ts';
import {
	type PodSection,
	type PodSectionId,
	podSections,
	selectedVolume,
} from '../state/pod-rows.ts';
import type {Row} from '../state/row.ts';
import {plannedOf} from '../state/rows.ts';
import {typeOf} from '../state/volume-fields.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {noteLines, type ScreenProps, type View} from '../view.ts';

const NOTES_INDENT = 5;

const mountText = (
	{mountPath, container}: VolumeInput,
	names: readonly string[],
	{texts}: View,
): Cell => {
	if (mountPath === undefined) return cell(texts.pod.unmounted, undefined, 'muted');
	return cell(names.length > 1 ? texts.pod.in(mountPath, container ?? names[0] ?? '') : mountPath);
};

const volumeCells = (
	volume: VolumeInput,
	index: number,
	state: WizardState,
	view: View,
): readonly Cell[] => [
	cell((volume.name ?? view.texts.pod.unnamed(index)) + worstMark(state, `volumes[${index}]`)),
	cell(typeOf(volume)),
	cell(volume.size ?? ''),
	mountText(volume, containerNames(state.input), view),
];

/** Items of a list in columns without headings. */
const tableLines = (
	rows: readonly (readonly Cell[])[],
	aligned: readonly ('left' | 'right')[],
	width: number,
): readonly ScreenLine[] =>
	columnLines(
		{
			columns: aligned.map((align, index) => ({
				heading: '',
				align,
				flexible: index === aligned.length - 1,
			})),
			rows,
		},
		width,
	).rows;

type Lines = {readonly line: ScreenLine; readonly notes: readonly ScreenLine[]};

const about = (path: string, state: WizardState, view: View): readonly ScreenLine[] =>
	noteLines(notesOn(state, path), view, NOTES_INDENT - 2);

const volumeItems = (rows: readonly Row[], state: WizardState, view: View): readonly Lines[] => {
	const {volumes = []} = state.input;
	const indexes = rows.flatMap(row => (row.kind === 'volume' ? row.index : []));
	const cells = indexes.map(index => volumeCells(volumes[index] ?? {}, index, state, view));
	return tableLines(cells, ['left', 'left', 'right', 'left'], view.width).map((line, at) => ({
		line,
		notes: about(`volumes[${indexes[at] ?? 0}]`, state, view),
	}));
};

const logItems = (rows: readonly Row[], state: WizardState, view: View): readonly Lines[] => {
	const logs = rows.flatMap(row => (row.kind === 'log' ? row : []));
	const cells = logs.map(({key, value}) => [cell(key), cell(value)]);
	return tableLines(cells, ['left', 'left'], view.width).map((line, index) => ({
		line,
		notes: about(`logs.${logs[index]?.key ?? ''}`, state, view),
	}));
};

const annotationItems = (rows: readonly Row[], state: WizardState, view: View): readonly Lines[] =>
	rows.flatMap(row =>
		row.kind === 'annotation'
			? {
					line: oneLine(`${row.key}=${row.value}`),
					notes: about(`pod.annotations.${row.key}`, state, view),
				}
			: [],
	);

const adding = (text: string): Lines => ({line: oneLine(`+ ${text}`, 'muted'), notes: []});

const listItems = (
	{id, rows}: PodSection,
	state: WizardState,
	view: View,
): readonly Lines[] | null => {
	const {pod} = view.texts;
	switch (id) {
		case 'volumes':
			return [...volumeItems(rows, state, view), adding(pod.addVolume)];
		case 'logs':
			return [...logItems(rows, state, view), adding(pod.addLog)];
		case 'annotations':
			return [...annotationItems(rows, state, view), adding(pod.addAnnotation)];
		default:
			return null;
	}
};

const headingOf = (id: PodSectionId, state: WizardState, {texts}: View): string => {
	const {headings, unnamed} = texts.pod;
	if (id === 'placement') return '';
	if (id !== 'volume') return headings[id];
	const index = selectedVolume(state);
	return headings.volume(state.input.volumes?.[index]?.name ?? unnamed(index));
};

/** What is wrong with a section as a whole. */
const WHOLE: Partial<Record<PodSectionId, string>> = {
	volumes: 'volumes',
	logs: 'logs',
	pod: 'pod.labels',
};

const headLines = (id: PodSectionId, state: WizardState, view: View): readonly ScreenLine[] => {
	const whole = plannedOf(state).diagnostics.filter(
		({path}) => path !== undefined && path === WHOLE[id],
	);
	const heading = headingOf(id, state, view);
	return [
		...(heading === '' ? [] : [emptyLine, oneLine(` ${heading}`, 'heading')]),
		...noteLines(whole, view, 1),
	];
};

/** One block of lines for each row of a section; the heading belongs to the first. */
const blocksOf = (
	section: PodSection,
	focus: number,
	labelWidth: number,
	state: WizardState,
	view: View,
): readonly (readonly ScreenLine[])[] => {
	const items = listItems(section, state, view);
	const blocks = section.rows.map((row, index) => {
		const isFocused = index === focus;
		if (row.kind === 'field') {
			const item = fieldItem(state, row.field, isFocused, labelWidth, view);
			return [fieldLine(item, labelWidth, view.width), ...item.notes];
		}
		const {line, notes} = items?.[index] ?? {line: [piece('')], notes: []};
		return [markedLine(line, isFocused, view.width), ...notes];
	});
	const [first = [], ...rest] = blocks;
	return [[...headLines(section.id, state, view), ...first], ...rest];
};

/** Storage, logs, network and annotations on one page that scrolls with the focus. */
export const PodScreen = ({state, view}: ScreenProps): ReactNode => {
	const sections = podSections(state);
	const labelWidth = labelWidthFor(
		sections.flatMap(({rows}) => rows),
		view,
	);
	let start = 0;
	const blocks = sections.flatMap(section => {
		const focus = state.cursors.pod - start;
		start += section.rows.length;
		return blocksOf(section, focus, labelWidth, state, view);
	});
	const nothing = view.texts.messages.nothingFits(state.filter?.edit.text ?? '');
	const lines =
		blocks.length === 0
			? [oneLine(`   ${nothing}`, 'muted')]
			: windowed(blocks, state.cursors.pod, view.height);
	return <TonedLines lines={lines} />;
};
