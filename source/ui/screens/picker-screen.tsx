import type {ReactNode} from 'react';
import {parseSpec} from '../../domain/catalogue/spec.ts';
import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import {report} from '../../domain/rules/rules.ts';
import {amountNumber} from '../../present/amount-text.ts';
import {symbolOf} from '../../present/money-text.ts';
import {type Cell, cell} from '../../present/report.ts';
import {columnLines, type ListColumn} from '../columns.ts';
import {selectLines} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {filterLine} from '../filter-line.ts';
import {emptyLine, piece, type ScreenLine} from '../lines.ts';
import {type Option, optionsOf, type Picker} from '../state/pickers.ts';
import {presetText} from '../state/preset-text.ts';
import {shownPlan} from '../state/rows.ts';
import {typed} from '../state/text-edit.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {hourCell, noteLines, type ScreenProps, type View} from '../view.ts';

const specColumns = (symbol: string, {labels, texts}: View): readonly ListColumn[] => [
	{heading: labels.spec, align: 'left'},
	{heading: labels.vcpu, align: 'right'},
	{heading: labels.memory, align: 'right'},
	{heading: labels.perHour(symbol), align: 'right'},
	{heading: texts.review.spotHour(symbol), align: 'right', optional: 2},
];

const specCells = (
	{token, spec}: Extract<Option, {kind: 'spec'}>,
	{labels, texts}: View,
): readonly Cell[] => {
	if (!spec) return [cell(token), cell(texts.specs.asTyped, undefined, 'muted')];
	const price = hourCell(spec.spot?.rate ?? null, labels);
	const mark = spec.spot && spec.spot.basis !== 'quote' ? '~' : '';
	return [
		cell(token),
		cell(amountNumber(spec.vcpu)),
		cell(amountNumber(spec.memoryGiB)),
		hourCell(spec.onDemand, labels),
		cell(mark + price.text, undefined, spec.spot ? 'spot' : 'warning'),
	];
};

const plainCells = (option: Option, {texts}: View): readonly Cell[] => {
	const {start} = texts.habits;
	switch (option.kind) {
		case 'file':
			return [cell(start.file), cell(start.fileHelp, undefined, 'muted')];
		case 'recent': {
			const {input, day, path} = option.plan;
			const when = path === null ? start.recent(day) : start.recentFile(day, path);
			return [cell(input.name ?? defaultPlanInput.name), cell(when, undefined, 'muted')];
		}
		case 'workload': {
			const {kind, name, namespace} = option.workload;
			return [cell(name), cell([kind, namespace].filter(Boolean).join(' · '), undefined, 'muted')];
		}
		case 'scratch':
			return [cell(texts.presets.scratch), cell(texts.presets.scratchHelp, undefined, 'muted')];
		case 'preset': {
			const {preset} = option;
			return [cell(preset.name), cell(presetText(preset, texts), undefined, 'muted')];
		}
		case 'region':
			return [cell(option.region)];
		case 'spec':
			return [];
	}
};

const optionLines = (options: readonly Option[], symbol: string, view: View) => {
	const isSpec = options.some(({kind}) => kind === 'spec');
	return columnLines(
		isSpec
			? {
					columns: specColumns(symbol, view),
					rows: options.flatMap(option =>
						option.kind === 'spec' ? [specCells(option, view)] : [],
					),
				}
			: {
					columns: [
						{heading: '', align: 'left'},
						{heading: '', align: 'left', flexible: true},
					],
					rows: options.map(option => plainCells(option, view)),
				},
		view.width,
	);
};

const typedSpecNotes = ({filter}: Picker, view: View): readonly ScreenLine[] => {
	const token = filter.text.trim();
	const read = parseSpec(token);
	return token === '' || read.ok
		? []
		: noteLines([report('spec-invalid', {token, problem: read.problem})], view);
};

const countOf = (state: WizardState, picker: Picker, shown: number, {texts}: View): string => {
	if (picker.list === 'spec') return texts.specs.count(shown);
	const all = optionsOf(state, {...picker, filter: typed('')}).length;
	return texts.habits.filtering.count(shown, all);
};

export type PickerScreenProps = ScreenProps & {readonly picker: Picker};

/** A list to choose from, narrowed by typing. */
export const PickerScreen = ({state, view, picker}: PickerScreenProps): ReactNode => {
	const {width, height} = view;
	const options = optionsOf(state, picker);
	const symbol = symbolOf(shownPlan(state)?.request.currency ?? 'CNY');
	const {heading, rows} = optionLines(options, symbol, view);
	const filter = filterLine({
		edit: picker.filter,
		isTyping: picker.isTyping,
		count: countOf(state, picker, options.length, view),
		view,
	});
	const hasHeading = picker.list === 'spec' && rows.length > 0;
	const notes = picker.list === 'spec' && rows.length === 0 ? typedSpecNotes(picker, view) : [];
	const head = [filter, emptyLine, ...(hasHeading ? [[piece('   '), ...heading]] : []), ...notes];
	return (
		<TonedLines
			lines={[
				...head,
				...selectLines({
					items: rows.map(line => ({line})),
					focus: Math.min(picker.cursor, rows.length - 1),
					width,
					height: height - head.length,
				}),
			]}
			height={height}
		/>
	);
};
