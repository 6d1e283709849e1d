import type {WizardTexts} from '../present/wizard-texts.ts';
import type {StepId, Unavailable} from './state/wizard-types.ts';

/** Where a key does something: on another row of the step, in other steps, or nowhere yet. */
export const whereText = (
	{steps, rows}: Pick<Unavailable, 'steps' | 'rows'>,
	step: StepId,
	texts: WizardTexts,
): string => {
	const {unavailable, rows: names} = texts.habits;
	const {comma, or} = unavailable;
	const named = rows.flatMap(kind => names[kind] ?? []);
	if (steps.includes(step) && named.length > 0) return unavailable.rows(named.join(or));
	const others = steps.filter(one => one !== step);
	return others.length === 0
		? unavailable.never
		: unavailable.steps(others.map(one => texts.steps[one]).join(comma));
};

export const unavailableText = (why: Unavailable, step: StepId, texts: WizardTexts): string =>
	texts.habits.unavailable.text(why.shown, texts.keys[why.label], whereText(why, step, texts));
