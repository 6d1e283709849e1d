import {hasErrors} from '../domain/diagnostics.ts';
import {planInputShape} from '../domain/input/plan-input.ts';
import type {RecentPlan} from '../domain/input/starts.ts';
import {check} from '../domain/schema/check.ts';
import type {World} from '../ports.ts';

/** More than anybody looks back. */
const MAX_RECENT = 10;
/** A larger plan is kept by its file. */
const MAX_CHARACTERS = 20_000;

const recentOf = (stored: unknown): readonly RecentPlan[] => {
	if (typeof stored !== 'object' || stored === null) return [];
	const {input, day, path} = stored as Readonly<Record<string, unknown>>;
	const {value, diagnostics} = check(planInputShape, input);
	return hasErrors(diagnostics) || typeof day !== 'string'
		? []
		: [{input: value, day, path: typeof path === 'string' ? path : null}];
};

/** The last plans; what can't be read is none. */
export const recentPlans = (stored: readonly unknown[]): readonly RecentPlan[] =>
	stored.slice(0, MAX_RECENT).flatMap(recentOf);

/** Keeps a plan as the last one. The same answers are kept once. */
export const keepRecent = async (plan: RecentPlan, {settings}: World): Promise<void> => {
	const text = JSON.stringify(plan.input);
	if (text.length > MAX_CHARACTERS) return;
	await settings.update(current => {
		const others = current.recent.filter(
			stored => !recentOf(stored).some(({input}) => JSON.stringify(input) === text),
		);
		return {...current, recent: [plan, ...others].slice(0, MAX_RECENT)};
	});
};
