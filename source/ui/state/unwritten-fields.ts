import {CONTAINER_PARTS, PLAN_FLAGS} from '../../domain/input/flag-table.ts';
import type {ContainerInput, PlanInput} from '../../domain/input/plan-input.ts';

type Tree = {readonly [key: string]: unknown};

const isTree = (value: unknown): value is Tree =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values by their path, lists and `pod.annotations` as a whole or key by key. */
const leaves = (value: unknown, path = ''): readonly (readonly [string, unknown])[] => {
	if (!isTree(value)) return [[path, value]];
	return Object.entries(value).flatMap(([key, item]) =>
		leaves(item, path === '' ? key : `${path}.${key}`),
	);
};

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields that say what a document is, or that only people read. */
const UNPLANNED = ['apiVersion', 'kind', 'description'];

const hasFlag = (path: string): boolean =>
	PLAN_FLAGS.some(
		flag => flag.path === path || (flag.kind === 'pairs' && path.startsWith(flag.path)),
	);

const plainFields = (input: PlanInput, base: PlanInput): readonly string[] => {
	const [target, origin] = [new Map(leaves(input)), new Map(leaves(base))];
	const changed = [...target].flatMap(([path, value]) =>
		isEqual(value, origin.get(path)) || hasFlag(path) ? [] : path,
	);
	const dropped = [...origin.keys()].filter(path => !target.has(path));
	return [...changed, ...dropped].filter(
		path => path !== 'containers' && !UNPLANNED.includes(path),
	);
};

const PARTS = new Set<string>(Object.values(CONTAINER_PARTS));

/** A container takes over from its namesake in the preset what its flag doesn't say. */
const containerFields = (
	container: ContainerInput,
	namesake: ContainerInput | undefined,
): readonly string[] => {
	const [target, origin] = [new Map(leaves(container)), new Map(leaves(namesake ?? {}))];
	return [...new Set([...target.keys(), ...origin.keys()])].filter(part => {
		if (isEqual(target.get(part), origin.get(part))) return false;
		return !(PARTS.has(part) && target.has(part));
	});
};

/** Fields of the answers that no flag can tell apart from the preset's: for those a preset is the way. */
export const unwrittenFields = (input: PlanInput, base: PlanInput = {}): readonly string[] => {
	const known = new Map((base.containers ?? []).map(container => [container.name, container]));
	const inContainers = (input.containers ?? []).flatMap(container =>
		containerFields(container, known.get(container.name)).map(
			part => `${container.name ?? 'app'}.${part}`,
		),
	);
	return [...plainFields(input, base), ...inContainers];
};
