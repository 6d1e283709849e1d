import {type FlagKind, PLAN_FLAGS, type PlanFlag} from './flag-table.ts';
import type {ContainerInput, PlanInput} from './plan-input.ts';

/** A flag with the values to give it, in order: `['container', ['name=a', 'name=b']]`. */
export type FlagValue = {readonly flag: string; readonly values: readonly string[]};

const fieldAt = (input: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((value, name) => {
		if (typeof value !== 'object' || value === null) return undefined;
		return Object.entries(value).find(([key]) => key === name)?.[1];
	}, input);

const containerText = ({name, image, cpu, memory, gpu, requests}: ContainerInput): string =>
	[
		['name', name],
		['image', image],
		['cpu', cpu],
		['memory', memory],
		['gpu', gpu],
		['request-cpu', requests?.cpu],
		['request-memory', requests?.memory],
	]
		.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
		.join(',');

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const writers: {readonly [K in FlagKind]: (value: unknown) => readonly string[]} = {
	text: value => [String(value)],
	whole: value => [String(value)],
	boolean: value => [String(value)],
	list: value => (Array.isArray(value) ? [value.join(',')] : []),
	pairs: value => Object.entries(value ?? {}).map(([key, text]) => `${key}=${text}`),
	containers: value => (Array.isArray(value) ? value.map(containerText) : []),
};

const written = (
	{kind, path, name}: PlanFlag,
	input: PlanInput,
	base: PlanInput,
): readonly FlagValue[] => {
	const value = fieldAt(input, path);
	if (value === undefined || isEqual(value, fieldAt(base, path))) return [];
	return [{flag: name, values: writers[kind](value)}];
};

/** A single container named app, or none, is written as `--cpu`, `--memory`, `--gpu` and `--image`. */
const isShorthand = ({containers = []}: PlanInput): boolean =>
	containers.length < 2 &&
	containers.every(({name, requests}) => (name === undefined || name === 'app') && !requests);

const unfolded = (input: PlanInput): PlanInput => {
	const [only] = input.containers ?? [];
	if (!only) return input;
	const {containers: _containers, ...rest} = input;
	const {cpu, memory, gpu, image} = only;
	return {
		...rest,
		...(cpu !== undefined && {cpu}),
		...(memory !== undefined && {memory}),
		...(gpu !== undefined && {gpu}),
		...(image !== undefined && {image}),
	};
};

/**
 * The flags that turn `base` (a preset, or nothing) into `input`. Only what differs is written.
 * Fields of `base` that `input` has dropped can't be written as flags.
 */
export const writeFlags = (input: PlanInput, base: PlanInput = {}): readonly FlagValue[] => {
	const areShorthand = isShorthand(input) && isShorthand(base);
	const [target, origin] = areShorthand ? [unfolded(input), unfolded(base)] : [input, base];
	return PLAN_FLAGS.flatMap(flag => written(flag, target, origin));
};
