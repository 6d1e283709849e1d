import type {Diagnostic} from '../../domain/diagnostics.ts';
import {isWithin} from './fields.ts';
import {plannedOf} from './rows.ts';
import type {WizardState} from './wizard-types.ts';

/** The field that a diagnostic about prices is about. */
const FIELDS_OF_RULES: Partial<Record<Diagnostic['rule'], string>> = {
	'reserved-price-assumed': 'reserved.hoursPerMonth',
	'reserved-nothing': 'reserved.covered',
	'reserved-not-spot': 'reserved.covered',
};

const found = (
	state: WizardState,
	isAbout: (path: string | undefined) => boolean,
): readonly Diagnostic[] =>
	plannedOf(state).diagnostics.filter(({path, rule}) => isAbout(path ?? FIELDS_OF_RULES[rule]));

/** What is wrong with one item. */
export const notesOn = (state: WizardState, item: string): readonly Diagnostic[] =>
	found(state, path => path === item || path?.startsWith(`${item}[`) === true);

/** What is wrong with the answer of a field, or a part of it. */
export const notesOnField = (state: WizardState, field: string): readonly Diagnostic[] =>
	found(state, path => isWithin(path, field));
