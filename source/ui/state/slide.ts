import {fraction, multiply, parseDecimal, toNumber} from '../../domain/units/fraction.ts';
import {millsText} from '../../present/limit-facts.ts';
import {readField} from './fields.ts';
import {shownAnswer} from './live.ts';
import {written} from './navigate.ts';
import {focusedField} from './rows.ts';
import {typed} from './text-edit.ts';
import type {WizardState} from './wizard-types.ts';

const MILLS = 1000;

/** Thousandths of an amount as it is typed; null for what is none. */
export const millsOf = (text: string): number | null => {
	const amount = parseDecimal(text);
	return amount ? Math.round(toNumber(multiply(amount, fraction(MILLS)))) : null;
};

/** Left and right on a slider: from what was typed, else from what is advised, within the scale. */
export const slid = (state: WizardState, by: number): WizardState => {
	const field = focusedField(state);
	const limits = shownAnswer(state)?.limits;
	if (field?.kind !== 'slider' || !limits) return state;
	const {lowest, highest, advised} = limits;
	const from = millsOf(readField(state, field)) ?? advised ?? highest;
	const text = millsText(Math.min(highest, Math.max(lowest, from + by)));
	return {...written(state, field, text), caret: typed(text).caret};
};
