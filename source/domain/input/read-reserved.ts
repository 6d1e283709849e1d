import type {Log} from '../rules/log.ts';
import {compare, type Fraction, fraction, parseDecimal, zero} from '../units/fraction.ts';
import {HOURS_PER_MONTH} from '../units/money.ts';
import type {PlanInput} from './plan-input.ts';
import type {ReservedRequest} from './plan-request.ts';

/** More than all hours of a month would be dearer than paying as you go. */
const readHours = (text: string, log: Log): Fraction | null => {
	const hours = parseDecimal(text);
	if (hours && compare(hours, zero) > 0 && compare(hours, fraction(HOURS_PER_MONTH)) <= 0)
		return hours;
	log.add(
		'reserved-hours-invalid',
		{value: text, maximum: HOURS_PER_MONTH},
		'reserved.hoursPerMonth',
	);
	return null;
};

export const readReserved = (
	{hoursPerMonth, covered}: NonNullable<PlanInput['reserved']>,
	log: Log,
): ReservedRequest => ({
	hoursPerMonth: hoursPerMonth === undefined ? null : readHours(hoursPerMonth, log),
	covered: covered ?? null,
});
