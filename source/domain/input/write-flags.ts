import {PLAN_FLAGS, type PlanFlag, type RecordParts} from './flag-table.ts';
import {withoutSuperseded, withReplicasSaid} from './layers.ts';
import type {PlanInput} from './plan-input.ts';

/** A flag with the values to give it, in order: `['container', ['name=a', 'name=b']]`. */
export type FlagValue = {readonly flag: string; readonly values: readonly string[]};

/** What a command starts from: flags that name a preset or a file, and what these say. */
export type CommandBase = {readonly flags: readonly FlagValue[]; readonly input: PlanInput};

export const presetBase = ({name, input}: {readonly name: string; readonly input: PlanInput}) =>
	({flags: [{flag: 'preset', values: [name]}], input}) satisfies CommandBase;

const fieldAt = (input: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((value, name) => {
		if (typeof value !== 'object' || value === null) return undefined;
		return Object.entries(value).find(([key]) => key === name)?.[1];
	}, input);

const recordText = (value: unknown, parts: RecordParts): string =>
	Object.entries(parts)
		.flatMap(([part, field]) => {
			const text = fieldAt(value, field);
			return text === undefined ? [] : [`${part}=${String(text).replaceAll(',', '\\,')}`];
		})
		.join(',');

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const texts = ({kind, parts = {}}: PlanFlag, value: unknown): readonly string[] => {
	switch (kind) {
		case 'list':
			return Array.isArray(value) ? [value.join(',')] : [];
		case 'pairs':
			return Object.entries(value ?? {}).map(([key, text]) => `${key}=${text}`);
		case 'records':
			return Array.isArray(value) ? value.map(item => recordText(item, parts)) : [];
		default:
			return [String(value)];
	}
};

const differs = ({path}: PlanFlag, input: PlanInput, base: PlanInput): boolean => {
	const value = fieldAt(input, path);
	return value !== undefined && !isEqual(value, fieldAt(base, path));
};

/** The fields of one group of the input that these flags give. */
const givenBy = (
	flags: readonly PlanFlag[],
	input: PlanInput,
	group: 'workload' | 'pod' | 'simulation',
) =>
	Object.fromEntries(
		Object.entries(input[group] ?? {}).filter(([name]) =>
			flags.some(({path}) => path === `${group}.${name}`),
		),
	);

/** Flags for all that differs from the base, and for what the others would set aside. */
const flagsFor = (input: PlanInput, base: PlanInput): readonly PlanFlag[] => {
	const changed = PLAN_FLAGS.filter(flag => differs(flag, input, base));
	const [workload, pod, simulation] = (['workload', 'pod', 'simulation'] as const).map(group =>
		givenBy(changed, input, group),
	);
	const kept = withoutSuperseded(base, {
		...(workload && {workload}),
		...(pod && {pod}),
		...(simulation && {simulation}),
	});
	return PLAN_FLAGS.filter(flag => differs(flag, input, kept));
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
	const said = withReplicasSaid(input, base);
	const [target, origin] = areShorthand ? [unfolded(said), unfolded(base)] : [said, base];
	return flagsFor(target, origin).map(flag => ({
		flag: flag.name,
		values: texts(flag, fieldAt(target, flag.path)),
	}));
};
