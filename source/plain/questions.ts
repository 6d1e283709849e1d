import {containersOf, type EntryMap, entriesOf} from '../ui/state/edit-input.ts';
import {containerFields, type Field, readField} from '../ui/state/fields.ts';
import {podSections} from '../ui/state/pod-rows.ts';
import type {Row} from '../ui/state/row.ts';
import {rowsOf} from '../ui/state/rows.ts';
import {volumeFields} from '../ui/state/volume-fields.ts';
import type {StepId, WizardState} from '../ui/state/wizard-types.ts';

/** Sections of the pod with so many fields that they are asked for as a whole first. */
export type Part = 'network' | 'pod';
export type ItemList = 'containers' | 'volumes';

/** What stands on one line, to be answered before the next one comes. */
export type Question = {readonly step: StepId} & (
	| {readonly kind: 'preset' | 'spec' | 'chain' | 'finish'}
	| {readonly kind: 'field'; readonly field: Field}
	| {readonly kind: 'keep'; readonly list: ItemList; readonly index: number}
	| {readonly kind: 'add'; readonly list: ItemList}
	| {readonly kind: 'part'; readonly part: Part}
	| {readonly kind: 'entry'; readonly map: EntryMap; readonly key: string | null}
);

/** The steps that ask something; the review is what is printed before the end. */
export const ASKING: readonly StepId[] = [
	'workload',
	'containers',
	'size',
	'chain',
	'billing',
	'pod',
	'export',
];

const fieldsAmong = (rows: readonly Row[]): readonly Field[] =>
	rows.flatMap(row => (row.kind === 'field' ? row.field : []));

const asked = (step: StepId, fields: readonly Field[]): readonly Question[] =>
	fields.map(field => ({step, kind: 'field', field}));

const containerQuestions = ({input}: WizardState): readonly Question[] => {
	const step = 'containers';
	const containers = containersOf(input);
	return [
		...containers.flatMap((_, index): readonly Question[] => [
			...(containers.length > 1 ? [{step, kind: 'keep', list: 'containers', index} as const] : []),
			...asked(step, containerFields(index)),
		]),
		{step, kind: 'add', list: 'containers'},
	];
};

const volumeQuestions = ({input}: WizardState): readonly Question[] => [
	...(input.volumes ?? []).flatMap((_, index): readonly Question[] => [
		{step: 'pod', kind: 'keep', list: 'volumes', index},
		...asked('pod', volumeFields(input, index)),
	]),
	{step: 'pod', kind: 'add', list: 'volumes'},
];

const entryQuestions = ({input}: WizardState, map: EntryMap): readonly Question[] =>
	[...entriesOf(input, map).map(([key]) => key), null].map(key => ({
		step: 'pod',
		kind: 'entry',
		map,
		key,
	}));

const partQuestions = (
	state: WizardState,
	part: Part,
	fields: readonly Field[],
	opened: readonly Part[],
): readonly Question[] => {
	const isAnswered = fields.some(field => readField(state, field) !== '');
	if (isAnswered) return asked('pod', fields);
	return [
		{step: 'pod', kind: 'part', part},
		...(opened.includes(part) ? asked('pod', fields) : []),
	];
};

const podQuestions = (state: WizardState, opened: readonly Part[]): readonly Question[] =>
	podSections(state).flatMap(({id, rows}): readonly Question[] => {
		const fields = fieldsAmong(rows);
		switch (id) {
			case 'placement':
				return asked('pod', fields);
			case 'volumes':
				return volumeQuestions(state);
			case 'volume':
				return [];
			case 'logs':
				return entryQuestions(state, 'logs');
			case 'annotations':
				return entryQuestions(state, 'pod.annotations');
			default:
				return partQuestions(state, id, fields, opened);
		}
	});

/** Every question that there is with these answers, in their order. */
export const questionsOf = (state: WizardState, opened: readonly Part[]): readonly Question[] => {
	const fields = (step: StepId) => asked(step, fieldsAmong(rowsOf(state, step)));
	return [
		{step: 'workload', kind: 'preset'},
		...fields('workload'),
		...containerQuestions(state),
		{step: 'size', kind: 'spec'},
		...fields('chain'),
		{step: 'chain', kind: 'chain'},
		...fields('billing'),
		...podQuestions(state, opened),
		...fields('export'),
		{step: 'export', kind: 'finish'},
	];
};
