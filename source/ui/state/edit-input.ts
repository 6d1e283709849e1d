import type {ContainerInput, PlanInput} from '../../domain/input/plan-input.ts';

type Tree = {readonly [key: string]: unknown};

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** `containers[0].cpu` as `containers`, `0`, `cpu`. */
const stepsOf = (path: string): readonly string[] => path.replace(/\[(\d+)\]/g, '.$1').split('.');

/** What stands at a path, `workload.replicas` or `containers[0].cpu`. */
export const valueAt = (input: PlanInput, path: string): unknown =>
	stepsOf(path).reduce<unknown>(
		(value, name) =>
			isTree(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined,
		input,
	);

const replaced = (node: unknown, [name, ...rest]: readonly string[], value: unknown): unknown => {
	if (name === undefined) return value;
	if (Array.isArray(node)) {
		const items: readonly unknown[] = node;
		return items.map((item, index) =>
			index === Number(name) ? (replaced(item, rest, value) ?? {}) : item,
		);
	}
	const fields = new Map(isTree(node) ? Object.entries(node) : []);
	const next = replaced(fields.get(name), rest, value);
	if (next === undefined) fields.delete(name);
	else fields.set(name, next);
	return fields.size === 0 ? undefined : Object.fromEntries(fields);
};

/**
 * The input with another value at a path; `undefined` takes the field away.
 * The shape is checked with the plan (`plannedFor`), so a wrong value shows as a diagnostic.
 */
export const withValue = (input: PlanInput, path: string, value: unknown): PlanInput => {
	const whole = path.startsWith('containers[') ? withContainer(input) : input;
	return (replaced(whole, stepsOf(path), value) ?? {}) as PlanInput;
};

/** A pod has a container, even before anything is known about it. */
export const containersOf = ({containers = []}: PlanInput): readonly ContainerInput[] =>
	containers.length === 0 ? [{name: 'app'}] : containers;

/** What the containers are called, also those that nobody named. */
export const containerNames = (input: PlanInput): readonly string[] => {
	const containers = containersOf(input);
	return containers.map(
		({name}, index) => name ?? (containers.length === 1 ? 'app' : `app-${index + 1}`),
	);
};

const withContainer = (input: PlanInput): PlanInput => ({
	...input,
	containers: containersOf(input),
});

/** `base`, or with a number behind where that is taken. */
export const freeName = (base: string, taken: readonly (string | undefined)[]): string => {
	if (!taken.includes(base)) return base;
	let number = 2;
	while (taken.includes(`${base}-${number}`)) number++;
	return `${base}-${number}`;
};

const namesOf = (items: readonly {readonly name?: string | undefined}[]) =>
	items.map(({name}) => name);

export const addContainer = (input: PlanInput): PlanInput => {
	const containers = containersOf(input);
	return {...input, containers: [...containers, {name: freeName('app', namesOf(containers))}]};
};

export const removeContainer = (input: PlanInput, index: number): PlanInput => ({
	...input,
	containers: containersOf(input).filter((_, position) => position !== index),
});

/** A folder that vanishes with the pod, mounted under its name: nothing else is valid unanswered. */
export const addVolume = (input: PlanInput): PlanInput => {
	const {volumes = []} = input;
	const name = freeName('data', namesOf(volumes));
	return {...input, volumes: [...volumes, {name, type: 'empty-dir', mountPath: `/${name}`}]};
};

export const removeVolume = (input: PlanInput, index: number): PlanInput => {
	const rest = input.volumes?.filter((_, position) => position !== index) ?? [];
	return withValue(input, 'volumes', rest.length === 0 ? undefined : rest);
};

/** A chain of one's own, or null for the picked one. */
export const withChain = (input: PlanInput, tokens: readonly string[] | null): PlanInput =>
	withValue(input, 'chain.useSpecs', tokens ?? undefined);

/** The maps of the PlanInput that are filled in entry by entry. */
export type EntryMap = 'logs' | 'pod.annotations';

export const entriesOf = (
	input: PlanInput,
	map: EntryMap,
): readonly (readonly [key: string, value: string])[] =>
	Object.entries((map === 'logs' ? input.logs : input.pod?.annotations) ?? {});

/** Sets an entry of a map; a key that was edited under another name leaves its old place. */
export const withEntry = (
	input: PlanInput,
	map: EntryMap,
	replaces: string | null,
	entry: readonly [key: string, value: string] | null,
): PlanInput => {
	const entries = entriesOf(input, map);
	const index = entries.findIndex(([key]) => key === replaces);
	const at = index < 0 ? entries.length : index;
	const isKept = ([key]: readonly [string, string]) => key !== replaces && key !== entry?.[0];
	const next = [
		...entries.slice(0, at).filter(isKept),
		...(entry ? [entry] : []),
		...entries.slice(at).filter(isKept),
	];
	return withValue(input, map, next.length === 0 ? undefined : Object.fromEntries(next));
};

/** Swaps an item with its neighbour; null at the end of the list. */
export const moved = (
	items: readonly string[],
	from: number,
	by: number,
): readonly string[] | null => {
	const to = from + by;
	const [item, other] = [items[from], items[to]];
	if (item === undefined || other === undefined) return null;
	return items.map((each, index) => {
		if (index === from) return other;
		return index === to ? item : each;
	});
};
