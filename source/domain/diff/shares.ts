import {isZero} from '../units/fraction.ts';
import {type Money, subtractMoney} from '../units/money.ts';
import type {Factor} from './changes.ts';

/** The month once one more thing is as on the new side; null where nobody knows it. */
export type Step = {
	readonly factor: Factor;
	/** It is told even where it costs nothing. */
	readonly isVisible: boolean;
	readonly most: Money | null;
};

/** What changed, and what of the difference is due to it. */
export type Change = {
	/** Several where nobody can tell them apart. */
	readonly factors: readonly Factor[];
	/** Null where it isn't known at all. */
	readonly difference: Money | null;
};

/** Changes without a price on either side. */
export const unpriced = (factors: readonly Factor[]): readonly Change[] =>
	factors.map(factor => ({factors: [factor], difference: null}));

/** The difference that each step makes; they add up to that of both ends. */
export const sharesOf = (old: Money, next: Money, steps: readonly Step[]): readonly Change[] => {
	const changes: Change[] = [];
	let before = old;
	let open: Step[] = [];
	for (const [index, step] of steps.entries()) {
		open.push(step);
		const after = index === steps.length - 1 ? next : step.most;
		if (!after) continue;
		const difference = subtractMoney(after, before);
		const told = isZero(difference.amount) ? open.filter(({isVisible}) => isVisible) : open;
		if (told.length > 0) changes.push({factors: told.map(({factor}) => factor), difference});
		[before, open] = [after, []];
	}
	return changes;
};
