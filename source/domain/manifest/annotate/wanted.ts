import {annotationOf, keyOf} from '../../catalogue/annotations.ts';
import type {Ruleset} from '../../catalogue/rulesets.ts';
import {type AnnotationValues, collectAnnotations} from '../../input/collect-annotations.ts';
import {mergeLayers} from '../../input/layers.ts';
import {defaultPlanInput, type PlanInput} from '../../input/plan-input.ts';
import {openLog} from '../../rules/log.ts';

/** Annotations that flags, variables and settings ask for. */
export type WantedAnnotations = {
	/** In the order of the table. */
	readonly values: ReadonlyMap<string, string>;
	/** Keys that a flag or variable names; settings only fill in what isn't there. */
	readonly named: ReadonlySet<string>;
};

/** A field is written by the name that the ruleset has for it; whoever writes a key means that key. */
const nameToday = (key: string, path: string, ruleset: Ruleset): string => {
	const row = annotationOf(key);
	return ruleset === 'current' && row?.renamedTo && row.field === path
		? keyOf({name: row.renamedTo})
		: key;
};

const renamed = (
	values: AnnotationValues,
	ruleset: Ruleset,
): readonly (readonly [key: string, value: string])[] =>
	[...values].map(([key, {value, path}]) => [nameToday(key, path, ruleset), value]);

/** The annotations of two layers of answers, of which the upper one names what it sets. */
export const wantedAnnotations = (lower: PlanInput, upper: PlanInput): WantedAnnotations => {
	const {input} = mergeLayers([lower, upper]);
	const ruleset = input.ruleset ?? defaultPlanInput.ruleset;
	// What there is to say of the values is said when they are checked.
	const unsaid = openLog(ruleset);
	return {
		values: new Map(renamed(collectAnnotations(input, unsaid), ruleset)),
		named: new Set(renamed(collectAnnotations(upper, unsaid), ruleset).map(([key]) => key)),
	};
};
