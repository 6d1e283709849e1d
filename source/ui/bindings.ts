import type {KeyLabel} from '../present/wizard-texts.ts';
import type {Press} from './key-press.ts';
import type {Row} from './state/row.ts';
import {type PickerList, STEPS, type StepId, type WizardAction} from './state/wizard-types.ts';

/** Where the keys go: a step, or what stands in front of it. */
export type Place =
	| StepId
	| 'filter'
	| 'page'
	| 'palette'
	| 'picker'
	| 'entry'
	| 'week'
	| 'question'
	| 'help';

/** What decides which keys there are. */
export type Situation = {
	readonly place: Place;
	readonly row: Row | null;
	/** A text has the focus, so letters and digits go into it. */
	readonly typing: boolean;
	/** The text takes any character. */
	readonly free: boolean;
	readonly presetNamed: boolean;
	/** The list that is picked from, if one is. */
	readonly list: PickerList | null;
};

export type Binding = {
	/** The key as it is printed. */
	readonly shown: string;
	readonly label: KeyLabel;
	readonly matches: (press: Press) => boolean;
	readonly action: WizardAction;
	readonly when: (situation: Situation) => boolean;
	/** Printed at the bottom of the screen; the others stand in the help. */
	readonly footer: boolean;
};

export const isStep = ({place}: Situation) => STEPS.some(step => step === place);
export const at =
	(...places: Place[]) =>
	({place}: Situation) =>
		places.includes(place);
export const onRow =
	(...kinds: Row['kind'][]) =>
	({row}: Situation) =>
		row !== null && kinds.includes(row.kind);
export const onField =
	(test: (field: Extract<Row, {kind: 'field'}>['field'], situation: Situation) => boolean) =>
	(situation: Situation) =>
		situation.row?.kind === 'field' && test(situation.row.field, situation);
export const idle = (situation: Situation) => isStep(situation) && !situation.typing;
export const all =
	(...tests: ((situation: Situation) => boolean)[]) =>
	(situation: Situation) =>
		tests.every(test => test(situation));

/** A key of the table; see `Binding` for what each part says. */
export const bind = (
	shown: string,
	label: KeyLabel,
	matches: Binding['matches'],
	action: WizardAction,
	when: Binding['when'],
	footer = false,
): Binding => ({shown, label, matches, action, when, footer});

/** Printed at the bottom of the screen. */
export const FOOTER = true;
