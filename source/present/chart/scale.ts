/** Marks along an axis from 0 to `top`, which is the last of them. */
export type Ticks = {readonly values: readonly number[]; readonly step: number};

const MOST_MONEY_STEPS = 5;

/** Below it an amount counts as nothing; the axis still needs an end. */
const SMALLEST = 1e-6;
const EMPTY_TOP = 1;

/** The smallest of 1, 2 and 5 times a power of ten that reaches `top` in `most` steps. */
const roundStep = (top: number, most: number): number => {
	const power = 10 ** Math.floor(Math.log10(top / most));
	return [1, 2, 5, 10].map(factor => factor * power).find(step => step * most >= top) ?? top / most;
};

/** Round steps of money that reach at least to `largest`; of five at most, there are three or more. */
export const moneyTicks = (largest: number, most = MOST_MONEY_STEPS): Ticks => {
	const top = largest >= SMALLEST ? largest : EMPTY_TOP;
	const step = roundStep(top, most);
	const count = Math.max(1, Math.ceil(top / step));
	return {step, values: Array.from({length: count + 1}, (_, index) => index * step)};
};

/** Decimals that a round step needs. */
export const placesOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

export const TIME_UNITS = ['minutes', 'hours', 'days', 'months', 'years'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

type UnitRow = {
	readonly unit: TimeUnit;
	readonly hours: number;
	/** The longest horizon that is told in this unit, in hours. */
	readonly upTo: number;
	/** Round numbers of it. */
	readonly steps: readonly number[];
};

const UNIT_ROWS: readonly UnitRow[] = [
	{unit: 'minutes', hours: 1 / 60, upTo: 2, steps: [1, 2, 5, 10, 15, 30, 60]},
	{unit: 'hours', hours: 1, upTo: 72, steps: [1, 2, 3, 6, 12, 24]},
	{unit: 'days', hours: 24, upTo: 92 * 24, steps: [1, 2, 5, 10, 15, 30]},
	{unit: 'months', hours: 730, upTo: 3 * 8760, steps: [1, 2, 3, 6, 12]},
	{unit: 'years', hours: 8760, upTo: Number.POSITIVE_INFINITY, steps: [1, 2, 5, 10, 20, 50]},
];

export type TimeTicks = {
	readonly unit: TimeUnit;
	/** In the unit. */
	readonly values: readonly number[];
	readonly hoursPerUnit: number;
};

/** Round moments from 0 to the horizon, at most `most` beside the first. */
export const timeTicks = (horizonHours: number, most: number): TimeTicks => {
	const row = UNIT_ROWS.find(({upTo}) => horizonHours <= upTo) ?? UNIT_ROWS[0];
	const {unit, hours, steps} = row as UnitRow;
	// What a float makes of a whole number of units still counts as that number.
	const length = horizonHours / hours + 1e-9;
	const step = steps.find(each => Math.floor(length / each) <= most) ?? length;
	const count = Math.floor(length / step);
	return {
		unit,
		hoursPerUnit: hours,
		values: Array.from({length: count + 1}, (_, index) => index * step),
	};
};
