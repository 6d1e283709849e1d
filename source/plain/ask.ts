import {printable, shorten} from '../present/printable.ts';
import type {WizardTexts} from '../present/wizard-texts.ts';
import {containerNames, entriesOf} from '../ui/state/edit-input.ts';
import {effectiveValue, type Field, isText} from '../ui/state/fields.ts';
import {presetText} from '../ui/state/preset-text.ts';
import {chainTokens, rowsOf} from '../ui/state/rows.ts';
import type {WizardState} from '../ui/state/wizard-types.ts';
import type {ItemList, Question} from './questions.ts';

/** A question in words. */
export type Asked = {
	readonly label: string;
	/** What can be answered; empty where anything can. */
	readonly choices: readonly string[];
	/** What Enter takes. */
	readonly fallback: string;
	/** What it is about, line by line. */
	readonly help: readonly string[];
};

const LONGEST = 200;
const safe = (text: string): string => shorten(printable(text), LONGEST);

/** How a choice is said: yes and no, or as it is written. */
export const wordOf = (choice: string, {choices, plain}: WizardTexts): string => {
	if (choice === 'true') return plain.yes;
	if (choice === 'false') return plain.no;
	return choice === '' ? (choices[''] ?? '') : choice;
};

const askedField = (field: Field, state: WizardState, texts: WizardTexts): Asked => {
	const {label, help} = texts.fields[field.id];
	const value = effectiveValue(state, field);
	return {
		label,
		choices: field.choices.map(choice => wordOf(choice, texts)),
		fallback: isText(field) && value !== '' ? safe(value) : wordOf(value, texts),
		help: [help, ...(field.annotation === null ? [] : [field.annotation])],
	};
};

const itemName = (list: ItemList, index: number, {input}: WizardState, texts: WizardTexts) =>
	list === 'containers'
		? (containerNames(input)[index] ?? '')
		: (input.volumes?.[index]?.name ?? texts.pod.unnamed(index));

/** Yes or no; `fallback` is what Enter says. */
const decision = (
	label: string,
	help: readonly string[],
	isYes: boolean,
	{plain}: WizardTexts,
): Asked => ({
	label,
	help,
	choices: [plain.yes, plain.no],
	fallback: isYes ? plain.yes : plain.no,
});

const askedEntry = (
	{map, key}: Extract<Question, {kind: 'entry'}>,
	{input}: WizardState,
	{pod, plain}: WizardTexts,
): Asked => {
	const value = entriesOf(input, map).find(([name]) => name === key)?.[1];
	return {
		label: map === 'logs' ? pod.askLog : pod.askAnnotation,
		help: [map === 'logs' ? pod.logsHelp : pod.annotationsHelp],
		choices: [],
		fallback: key === null ? plain.none : safe(`${key}=${value ?? ''}`),
	};
};

/** The specs that can be put first. */
export const specsOf = (state: WizardState): readonly string[] =>
	rowsOf(state, 'size').flatMap(row => (row.kind === 'spec' ? row.token : []));

/** A question in the words of the wizard. */
export const askedOf = (question: Question, state: WizardState, texts: WizardTexts): Asked => {
	const {plain, presets, pod} = texts;
	switch (question.kind) {
		case 'preset':
			return {
				label: presets.label,
				help: [
					...state.presets.map(preset =>
						safe([preset.name, presetText(preset, texts)].filter(Boolean).join(': ')),
					),
					`${presets.scratch}: ${presets.scratchHelp}`,
				],
				choices: [...state.presets.map(({name}) => safe(name)), presets.scratch],
				fallback: state.preset ? safe(state.preset.name) : presets.none,
			};
		case 'field':
			return askedField(question.field, state, texts);
		case 'keep': {
			const name = itemName(question.list, question.index, state, texts);
			return decision(plain.keep(safe(name)), [], true, texts);
		}
		case 'add': {
			const label = question.list === 'containers' ? plain.addContainer : plain.addVolume;
			return decision(label, [], false, texts);
		}
		case 'part':
			return decision(plain.more(pod.headings[question.part]), [plain.moreHelp], false, texts);
		case 'spec':
			return {
				label: plain.spec,
				help: [plain.specHelp],
				choices: specsOf(state),
				fallback: plain.none,
			};
		case 'chain': {
			const isGiven = state.input.chain?.useSpecs !== undefined;
			const fallback = isGiven ? safe(chainTokens(state).join(',')) : plain.picked;
			return {label: plain.chain, help: [plain.chainHelp], choices: [], fallback};
		}
		case 'entry':
			return askedEntry(question, state, texts);
		case 'finish':
			return decision(plain.finish, [plain.finishHelp], true, texts);
	}
};

/** `Kind (pod, deployment, …) [deployment]: ` */
export const promptOf = ({label, choices, fallback}: Asked, {plain}: WizardTexts): string => {
	const listed = choices.length > 0 ? plain.oneOf(choices.join(plain.comma)) : '';
	return `${label}${listed} [${fallback}]: `;
};
