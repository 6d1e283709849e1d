import {hasErrors} from '../domain/diagnostics.ts';
import {PLAN_FLAGS} from '../domain/input/flag-table.ts';
import {mergeLayers} from '../domain/input/layers.ts';
import {API_VERSION, type PlanInput, planInputShape} from '../domain/input/plan-input.ts';
import {check} from '../domain/schema/check.ts';
import type {World} from '../ports.ts';
import {type Asked, askedAt} from './asked-for.ts';
import type {FlagValues, Invocation} from './command.ts';
import {Failure, orFailAt, usageFailure} from './failure.ts';
import {environmentName, flagsOfEnvironment, layerOfFlags} from './flag-layer.ts';
import {
	type NameOf,
	namesOfDocument,
	namesOfFlags,
	type PlaceOf,
	placesOf,
	relabelled,
} from './places.ts';
import {findPreset} from './presets.ts';

/** One source of answers: its document, and how it calls the fields that it sets. */
export type Layer = {readonly input: PlanInput; readonly nameOf: NameOf};

export type GatheredInput = {
	readonly input: PlanInput;
	readonly placeOf: PlaceOf;
	/** What the documents alone say: the preset, and the plan file over it. */
	readonly documents: PlanInput;
};

const checked = (document: unknown, placeOf: PlaceOf): PlanInput => {
	const {value, diagnostics} = check(planInputShape, document);
	if (hasErrors(diagnostics)) throw new Failure(2, relabelled(diagnostics, placeOf));
	return value;
};

/** What flags, variables or settings answer; `nameOfFlag` is how each of them is called. */
export const flagLayer = (flags: FlagValues, nameOfFlag: (flag: string) => string): Layer => {
	const nameOf = namesOfFlags(flags, nameOfFlag);
	const document = layerOfFlags(flags, nameOfFlag);
	return {input: checked(document, placesOf([nameOf])), nameOf};
};

export const documentLayer = (document: unknown, label: string): Layer => {
	const input = checked(document, path => (path === '' ? label : `${label}: ${path}`));
	return {input, nameOf: namesOfDocument(input, label)};
};

/** The kind that a document gives itself, if it does. */
export const kindOf = (document: unknown): string | undefined => {
	if (typeof document !== 'object' || document === null) return undefined;
	const kind: unknown = Object.entries(document).find(([key]) => key === 'kind')?.[1];
	return typeof kind === 'string' ? kind : undefined;
};

/** A PlanInput in a file. */
export const planFileLayer = async ({value: path, place}: Asked, world: World): Promise<Layer> => {
	const text = orFailAt(place, await world.files.read(path));
	if (text.trim() === '')
		throw usageFailure('file-empty', {file: path, expected: 'PlanInput'}, place);
	const document = orFailAt(place, await world.documents.parse(text, path));
	const label = path === '-' ? `${place} -` : path;
	const found = kindOf(document) ?? 'PlanInput';
	if (found !== 'PlanInput')
		throw usageFailure('document-kind', {file: path, found, expected: 'PlanInput'}, label);
	return documentLayer(document, label);
};

/**
 * Lays settings, preset, plan file, environment and flags over one another, later ones first in rank.
 * `fallbackPreset` is used when nobody names one.
 */
export const gatherInput = async (
	invocation: Invocation,
	world: World,
	fallbackPreset?: string,
): Promise<GatheredInput> => {
	const settings = new Map(
		Object.entries(invocation.settings).map(([name, value]) => [name, [value]]),
	);
	const below = flagLayer(settings, flag => `settings ${flag}`);
	const written: Layer[] = [];
	const asked = askedAt('preset', invocation.flags, world.env);
	const planFile = askedAt('plan', invocation.flags, world.env);
	const named = asked?.value ?? (planFile === undefined ? fallbackPreset : undefined);
	if (named !== undefined) {
		const preset = await findPreset(named, invocation, world, asked?.place);
		written.push(documentLayer(preset.document, `preset ${named}`));
	}
	if (planFile !== undefined) written.push(await planFileLayer(planFile, world));
	const names = PLAN_FLAGS.map(({name}) => name);
	const layers: readonly Layer[] = [
		below,
		...written,
		flagLayer(flagsOfEnvironment(names, world.env), environmentName),
		flagLayer(invocation.flags, flag => `--${flag}`),
	];
	const placeOf = placesOf(layers.map(({nameOf}) => nameOf));
	const {input, diagnostics} = mergeLayers(layers.map(layer => layer.input));
	if (hasErrors(diagnostics)) throw new Failure(2, relabelled(diagnostics, placeOf));
	return {
		input: {...input, apiVersion: API_VERSION, kind: 'PlanInput'},
		placeOf,
		documents: mergeLayers(written.map(layer => layer.input)).input,
	};
};
