import {
	add,
	compare,
	divide,
	type Fraction,
	isZero,
	multiply,
	one,
	subtract,
	zero,
} from '../units/fraction.ts';

/** Arithmetic of probabilities: exact for what is reported, fast for the search among many chains. */
export type Numbers<T> = {
	readonly zero: T;
	readonly one: T;
	readonly plus: (a: T, b: T) => T;
	readonly minus: (a: T, b: T) => T;
	readonly times: (a: T, b: T) => T;
	readonly over: (a: T, b: T) => T;
	readonly compare: (a: T, b: T) => number;
	readonly isZero: (a: T) => boolean;
};

export const EXACT: Numbers<Fraction> = {
	zero,
	one,
	plus: add,
	minus: subtract,
	times: multiply,
	over: divide,
	compare,
	isZero,
};

export const FAST: Numbers<number> = {
	zero: 0,
	one: 1,
	plus: (a, b) => a + b,
	minus: (a, b) => a - b,
	times: (a, b) => a * b,
	over: (a, b) => a / b,
	compare: (a, b) => a - b,
	isZero: a => a === 0,
};
