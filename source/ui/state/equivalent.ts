import type {Preset} from '../../domain/input/starts.ts';
import {type CommandBase, type FlagValue, presetBase} from '../../domain/input/write-flags.ts';
import {equivalentCommand} from '../../present/command-line.ts';
import type {FieldId, WizardTexts} from '../../present/wizard-texts.ts';
import {
	CHAIN_FIELDS,
	CIDR,
	type Field,
	NAT,
	PLACEMENT,
	POD_FIELDS,
	PORT,
	QUOTA,
	RESERVED_FIELDS,
	SERVICE,
	SPOT_FIELDS,
} from './fields.ts';
import {unwrittenFields} from './unwritten-fields.ts';
import type {WizardState} from './wizard-types.ts';

export type Equivalent = {
	readonly command: string;
	/** Paths of what the command doesn't do as the wizard does. */
	readonly missing: readonly string[];
};

type Answered = Pick<
	WizardState,
	'input' | 'preset' | 'opening' | 'saved' | 'presets' | 'planFile' | 'notes'
>;

/** A preset that was renamed or deleted since is nothing for a command to start from. */
const isThere = ({presets}: Answered, preset: Preset): boolean =>
	presets.some(
		({name, input}) =>
			name === preset.name && JSON.stringify(input) === JSON.stringify(preset.input),
	);

/** What is exported is no answer of the plan. */
const alwaysIn = ({opening, notes: {target}}: Answered): readonly FlagValue[] => [
	...opening.commanded.always,
	...(target === null ? [] : [{flag: 'as', values: [target]}]),
];

const overBase = (answers: Answered, base: CommandBase | null): Equivalent => ({
	command: equivalentCommand(answers.input, base, alwaysIn(answers)),
	missing: unwrittenFields(answers.input, base?.input),
});

const isBetter = (one: Equivalent, other: Equivalent): boolean =>
	one.missing.length === other.missing.length
		? one.command.length < other.command.length
		: one.missing.length < other.missing.length;

/** From a preset that was just saved, from the preset, or from the plan file. */
const overBases = (answers: Answered): Equivalent | null => {
	const {preset, opening, saved, planFile} = answers;
	const presets = [saved?.preset, preset].map(one =>
		one && isThere(answers, one) ? presetBase(one) : null,
	);
	const bases = [...presets, opening.commanded.plan, planFile];
	const [best] = bases
		.flatMap(base => (base ? [overBase(answers, base)] : []))
		.toSorted((a, b) => Number(isBetter(b, a)) - Number(isBetter(a, b)));
	return best ?? null;
};

/**
 * The command that does the same as these answers. No flag takes back what a preset or a plan file
 * says, so where something was cleared these are left out, unless that loses more.
 */
export const equivalentOf = (answers: Answered): Equivalent => {
	const {saved, input} = answers;
	if (saved?.answers === input && isThere(answers, saved.preset))
		return overBase(answers, presetBase(saved.preset));
	const based = overBases(answers);
	if (based?.missing.length === 0) return based;
	const alone = overBase(answers, null);
	return based && based.missing.length <= alone.missing.length ? based : alone;
};

const ASKED: readonly Field[] = [
	...CHAIN_FIELDS,
	...SPOT_FIELDS,
	...RESERVED_FIELDS,
	...POD_FIELDS,
	CIDR,
	QUOTA,
	NAT,
	SERVICE,
	PORT,
	PLACEMENT,
];
const GROUPS = ['workload', 'pod', 'network', 'chain', 'spot', 'reserved'];

const isFieldId = (name: string, {fields}: WizardTexts): name is FieldId =>
	Object.hasOwn(fields, name);

const wordOf = (part: string, texts: WizardTexts): string => {
	const inVolume = `volume${part.slice(0, 1).toUpperCase()}${part.slice(1)}`;
	const id = [part, inVolume].find(name => isFieldId(name, texts));
	if (id !== undefined && isFieldId(id, texts)) return texts.fields[id].label;
	return texts.export.unasked[part] ?? part;
};

/** `pod.imageCache` or `nginx.env.MODE` in the words of the wizard. */
export const pathLabel = (path: string, texts: WizardTexts): string => {
	const asked = ASKED.find(field => field.path === path);
	if (asked) return texts.fields[asked.id].label;
	const [head = '', part, ...rest] = path.split('.');
	if (part === undefined) return wordOf(head, texts);
	if (head === 'logs') return [wordOf(head, texts), part, ...rest].join(' ');
	const key = rest.join('.');
	const name = `${wordOf(part, texts)} ${key}`.trim();
	return GROUPS.includes(head) ? name : texts.export.partOf(head, name);
};

/** What the command leaves to a preset, in words; null where it does all. */
export const caveatOf = (answers: Answered, texts: WizardTexts): string | null => {
	const {missing} = equivalentOf(answers);
	const labels = missing.map(path => pathLabel(path, texts));
	return missing.length === 0 ? null : texts.export.incomplete(labels.join(texts.export.comma));
};
