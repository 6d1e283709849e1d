import type {Diagnostic} from '../domain/diagnostics.ts';
import {flagOfPath} from '../domain/input/flag-table.ts';
import type {PlanInput} from '../domain/input/plan-input.ts';
import type {FlagValues} from './command.ts';

/** How the user knows a field: `--memory`, `ECI_PLAN_MEMORY`, `plan.yaml: workload.pull`. */
export type PlaceOf = (path: string) => string;

/**
 * How one source of answers calls the field at `path`; null where it doesn't set `at`, the field itself
 * or a group around it.
 */
export type NameOf = (path: string, at: string) => string | null;

/** The two fields that belong or don't belong together are named in the text as well. */
const withNames = (diagnostic: Diagnostic, placeOf: PlaceOf): Diagnostic => {
	const nameOf = (field: string) => placeOf(`workload.${field}`);
	if (diagnostic.rule === 'load-conflict') {
		const {first, second} = diagnostic.facts;
		return {...diagnostic, facts: {first: nameOf(first), second: nameOf(second)}};
	}
	if (diagnostic.rule !== 'work-option-orphan') return diagnostic;
	const {field, needs} = diagnostic.facts;
	return {...diagnostic, facts: {field: nameOf(field), needs: nameOf(needs)}};
};

/** Says each diagnostic's field by the name under which the user gave it. */
export const relabelled = (
	diagnostics: readonly Diagnostic[],
	placeOf: PlaceOf,
): readonly Diagnostic[] =>
	diagnostics.map((diagnostic): Diagnostic => {
		const {path, ...named} = withNames(diagnostic, placeOf);
		return path === undefined ? diagnostic : ({...named, path: placeOf(path)} as Diagnostic);
	});

/** Names of flags, by `nameOfFlag`: containers come from `--container` where no flag of their own is given. */
export const namesOfFlags =
	(flags: FlagValues, nameOfFlag: (flag: string) => string): NameOf =>
	(_path, at) => {
		const own = flagOfPath(at)?.name;
		const shared = at.startsWith('containers') ? 'container' : undefined;
		const flag = [own, shared].find(name => name !== undefined && flags.has(name));
		return flag === undefined ? null : nameOfFlag(flag);
	};

const hasField = (document: unknown, path: string): boolean => {
	let value = document;
	for (const name of path.split(/[.[\]]+/).filter(part => part !== '')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
		value = Object.entries(value).find(([key]) => key === name)?.[1];
	}
	return true;
};

/** A document may write the fields of its only container at the top. */
const shorthandOf = (path: string): string =>
	path.replace(/^containers\[0\]\.(cpu|memory|gpu|image)$/, '$1');

/** Names of fields of a document, behind its label. */
export const namesOfDocument =
	(input: PlanInput, label: string): NameOf =>
	(path, at) => {
		if (hasField(input, at)) return `${label}: ${path}`;
		return hasField(input, shorthandOf(at)) ? `${label}: ${shorthandOf(at)}` : null;
	};

/** `containers[0]` above `containers[0].cpu`; empty above a field of the top. */
const parentOf = (path: string): string => /^(.*)(?:\.[^.[]*|\[\d+\])$/.exec(path)?.[1] ?? '';

/** How the last of the sources that sets a field, or a group around it, calls it; null where none does. */
export const nameAmong = (sources: readonly NameOf[], path: string): string | null => {
	for (let at = path; at !== ''; at = parentOf(at)) {
		const name = sources.reduceRight<string | null>(
			(found, nameOf) => found ?? nameOf(path, at),
			null,
		);
		if (name !== null) return name;
	}
	return null;
};

/**
 * The place of a field among sources of which later ones win: where it is set, else where a group
 * around it is, else the flag that would set it.
 */
export const placesOf =
	(sources: readonly NameOf[]): PlaceOf =>
	path => {
		const name = nameAmong(sources, path);
		if (name !== null) return name;
		const flag = flagOfPath(path);
		return flag ? `--${flag.name}` : path;
	};
