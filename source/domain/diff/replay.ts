import type {PlanInput} from '../input/plan-input.ts';
import type {Factor} from './changes.ts';
import {type Estimate, type Replay, replayed} from './estimate.ts';
import type {Step} from './shares.ts';

/** Some fields of the next input in place of those of the old one. */
const taking = <T extends object>(old: T, next: T, isTaken: (field: string) => boolean): T =>
	Object.fromEntries([
		...Object.entries(old).filter(([field]) => !isTaken(field)),
		...Object.entries(next).filter(([field]) => isTaken(field)),
	]) as T;

const fields =
	(...names: readonly (keyof PlanInput)[]) =>
	(old: PlanInput, next: PlanInput): PlanInput =>
		taking(old, next, field => names.some(name => name === field));

/** What each step takes from the new side, in the order in which it is taken. */
const STEPS: readonly (readonly [Factor, take: (old: PlanInput, next: PlanInput) => PlanInput])[] =
	[
		['region', fields('region')],
		['price', fields('pricing')],
		['ruleset', fields('ruleset')],
		['request', fields('containers', 'initContainers')],
		['chain', fields('chain')],
		['spot', fields('spot')],
		['settings', (old, next) => taking(old, next, field => field !== 'workload')],
		[
			'replicas',
			(old, next) => ({
				...old,
				workload: taking(old.workload ?? {}, next.workload ?? {}, field => field === 'replicas'),
			}),
		],
		['hours', (_old, next) => next],
	];

/** Entries in any order say the same. */
const textOf = (value: unknown): string =>
	JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);

/** Both sides, where each can be planned again in the same way. */
export const replaysOf = (
	old: Estimate,
	next: Estimate,
): {readonly before: Replay; readonly after: Replay} | null =>
	old.replay && next.replay && old.replay.search === next.replay.search
		? {before: old.replay, after: next.replay}
		: null;

/** Plans the old workload again and again, each time with one more answer of the new one. */
export const replayedSteps = (
	{before, after}: {readonly before: Replay; readonly after: Replay},
	visible: readonly Factor[],
): readonly Step[] => {
	let input = before.input;
	let text = textOf(input);
	return STEPS.flatMap(([factor, take]): readonly Step[] => {
		input = take(input, after.input);
		const taken = textOf(input);
		const isSame = taken === text;
		text = taken;
		// The fewest pods of an autoscaler are no part of the input.
		if (isSame && !(factor === 'replicas' && visible.includes(factor))) return [];
		return [
			{
				factor,
				isVisible: visible.includes(factor),
				most: replayed(input, {...after, input}).most,
			},
		];
	});
};
