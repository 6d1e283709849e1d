import type {Diagnostic} from '../diagnostics.ts';
import {report} from '../rules/rules.ts';
import {type ContainerInput, defaultPlanInput, type PlanInput} from './plan-input.ts';

type Tree = {readonly [key: string]: unknown};

const isTree = (value: unknown): value is Tree =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isTreeList = (value: unknown): value is readonly Tree[] =>
	Array.isArray(value) && value.every(isTree);

/** A container takes over what it doesn't say itself from the one of the same name below. */
const inherit = (lower: readonly Tree[], upper: readonly Tree[]): readonly Tree[] =>
	upper.map(item => {
		const namesake = lower.find(({name}) => name !== undefined && name === item['name']);
		return namesake ? overlay(namesake, item) : item;
	});

const combine = (below: unknown, value: unknown): unknown => {
	if (isTree(below) && isTree(value)) return overlay(below, value);
	return isTreeList(below) && isTreeList(value) ? inherit(below, value) : value;
};

/** Objects merge field by field; lists and single values of the upper layer replace those below. */
const overlay = (lower: Tree, upper: Tree): Tree => {
	const merged = new Map(Object.entries(lower));
	for (const [key, value] of Object.entries(upper))
		merged.set(key, combine(merged.get(key), value));
	return Object.fromEntries(merged);
};

/** What only batch work has. */
const BATCH = ['deadline', 'checkpointEvery', 'checkpointCost', 'restoreCost'] as const;

/** Fields of a workload that a higher layer's other answer to the same question takes the place of. */
const SUPERSEDED: readonly (readonly [given: string, replaced: readonly string[]])[] = [
	['replicas', ['schedule']],
	['schedule', ['replicas', 'cron', 'runsPerDay', 'work', ...BATCH]],
	['work', ['schedule']],
	['cron', ['schedule', 'runsPerDay']],
	['runsPerDay', ['schedule', 'cron']],
	['imageSize', ['pull']],
];

/** A start that was timed without this image cache says nothing about one with it. */
const changesCache = ({pod: lower = {}}: PlanInput, {pod: upper = {}}: PlanInput): boolean =>
	(['imageCache', 'imageSnapshot'] as const).some(
		field => upper[field] !== undefined && upper[field] !== lower[field],
	);

const superseded = (lower: PlanInput, upper: PlanInput): readonly string[] => {
	const below = new Map(Object.entries(lower.workload ?? {}));
	const changed = Object.entries(upper.workload ?? {})
		.filter(([field, value]) => below.get(field) !== value)
		.map(([field]) => field);
	return [
		...SUPERSEDED.flatMap(([field, others]) => (changed.includes(field) ? others : [])),
		...(changesCache(lower, upper) ? ['pull'] : []),
	];
};

const without = <T extends object>(group: T, fields: readonly string[]): T =>
	Object.fromEntries(Object.entries(group).filter(([field]) => !fields.includes(field))) as T;

/** A rate takes the place of a mean time, and the other way round. */
const supersededInSimulation = ({simulation = {}}: PlanInput): readonly string[] => {
	const {interruptionRate, mtbf} = simulation;
	if (interruptionRate !== undefined && mtbf !== undefined) return [];
	return [
		...(interruptionRate === undefined ? [] : ['mtbf']),
		...(mtbf === undefined ? [] : ['interruptionRate']),
	];
};

/** What is left of a lower layer when a higher one answers the same by other fields. */
export const withoutSuperseded = (lower: PlanInput, upper: PlanInput): PlanInput => {
	const given = Object.keys(upper.workload ?? {});
	const replaced = superseded(lower, upper).filter(field => !given.includes(field));
	const {workload, simulation} = lower;
	return {
		...lower,
		...(workload && {workload: without(workload, replaced)}),
		...(simulation && {simulation: without(simulation, supersededInSimulation(upper))}),
	};
};

const DEFAULT_REPLICAS = defaultPlanInput.workload.replicas;

/** The input with the number of replicas that takes the place of a schedule which it has dropped. */
export const withReplicasSaid = (input: PlanInput, lower: PlanInput): PlanInput => {
	const {workload = {}} = input;
	const isDropped = lower.workload?.schedule !== undefined && workload.schedule === undefined;
	return isDropped ? {...input, workload: {replicas: DEFAULT_REPLICAS, ...workload}} : input;
};

const SHORTHANDS = ['cpu', 'memory', 'gpu', 'image'] as const;

const shorthandOf = ({cpu, memory, gpu, image}: PlanInput): ContainerInput => ({
	...(cpu !== undefined && {cpu}),
	...(memory !== undefined && {memory}),
	...(gpu !== undefined && {gpu}),
	...(image !== undefined && {image}),
});

/** Moves cpu, memory, gpu and image of the top into the only container. */
const foldShorthand = (
	input: PlanInput,
): {input: PlanInput; diagnostics: readonly Diagnostic[]} => {
	const shorthand = shorthandOf(input);
	const given = SHORTHANDS.filter(name => shorthand[name] !== undefined);
	const [first] = given;
	if (first === undefined) return {input, diagnostics: []};
	const {cpu: _cpu, memory: _memory, gpu: _gpu, image: _image, ...rest} = input;
	const containers = input.containers ?? [];
	if (containers.length > 1) {
		const names = containers.map(({name}, index) => name ?? String(index + 1));
		return {
			input: rest,
			diagnostics: [report('container-ambiguous', {field: first, containers: names}, first)],
		};
	}
	const container = {name: 'app', ...containers[0], ...shorthand};
	return {input: {...rest, containers: [container]}, diagnostics: []};
};

/**
 * Lays each layer over the ones before it: default, settings, preset, plan file, environment, flags.
 * The shorthand for one container is applied within its own layer, so a flag `--cpu` edits the
 * container that a preset brought.
 */
export const mergeLayers = (
	layers: readonly PlanInput[],
): {readonly input: PlanInput; readonly diagnostics: readonly Diagnostic[]} => {
	let merged: PlanInput = {};
	const diagnostics: Diagnostic[] = [];
	for (const layer of layers) {
		const folded = foldShorthand(overlay(withoutSuperseded(merged, layer), layer) as PlanInput);
		merged = folded.input;
		diagnostics.push(...folded.diagnostics);
	}
	return {input: merged, diagnostics};
};
