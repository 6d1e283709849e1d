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

const withContainer = (input: PlanInput): PlanInput => ({
	...input,
	containers: containersOf(input),
});

const freeName = (containers: readonly ContainerInput[]): string => {
	const names = new Set(containers.map(({name}) => name));
	if (!names.has('app')) return 'app';
	let number = 2;
	while (names.has(`app-${number}`)) number++;
	return `app-${number}`;
};

export const addContainer = (input: PlanInput): PlanInput => {
	const containers = containersOf(input);
	return {...input, containers: [...containers, {name: freeName(containers)}]};
};

export const removeContainer = (input: PlanInput, index: number): PlanInput => ({
	...input,
	containers: containersOf(input).filter((_, position) => position !== index),
});

/** A chain of one's own, or null for the picked one. */
export const withChain = (input: PlanInput, tokens: readonly string[] | null): PlanInput =>
	withValue(input, 'chain.useSpecs', tokens ?? undefined);

/** Sets `pod.annotations`; a key that was edited under another name leaves its old place. */
export const withAnnotation = (
	input: PlanInput,
	replaces: string | null,
	entry: readonly [key: string, value: string] | null,
): PlanInput => {
	const entries = Object.entries(input.pod?.annotations ?? {});
	const index = entries.findIndex(([key]) => key === replaces);
	const at = index < 0 ? entries.length : index;
	const kept = entries.filter(([key]) => key !== replaces && key !== entry?.[0]);
	const next = entry ? [...kept.slice(0, at), entry, ...kept.slice(at)] : kept;
	const annotations = next.length === 0 ? undefined : Object.fromEntries(next);
	const {annotations: _old, ...pod} = input.pod ?? {};
	const full = annotations ? {...pod, annotations} : pod;
	const {pod: _pod, ...rest} = input;
	return Object.keys(full).length === 0 ? rest : {...rest, pod: full};
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
