import {
	CONTAINER_PARTS,
	PLAN_FLAGS,
	type RecordParts,
	VOLUME_PARTS,
} from '../../domain/input/flag-table.ts';
import {withoutSuperseded, withReplicasSaid} from '../../domain/input/layers.ts';
import type {PlanInput} from '../../domain/input/plan-input.ts';

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
	const kept = withoutSuperseded(base, input);
	const [target, origin] = [new Map(leaves(input)), new Map(leaves(kept))];
	const changed = [...target].flatMap(([path, value]) =>
		isEqual(value, origin.get(path)) || hasFlag(path) ? [] : path,
	);
	const dropped = [...origin.keys()].filter(path => !target.has(path));
	return [...changed, ...dropped].filter(
		path => path !== 'containers' && !UNPLANNED.includes(path),
	);
};

type Named = {readonly name?: string | undefined};

/** An item takes over from its namesake in the preset what its flag doesn't say. */
const itemFields = <T extends Named>(
	item: T,
	namesake: T | undefined,
	parts: RecordParts,
): readonly string[] => {
	const [target, origin] = [new Map(leaves(item)), new Map(leaves(namesake ?? {}))];
	const written = Object.values(parts);
	return [...new Set([...target.keys(), ...origin.keys()])].filter(part => {
		if (isEqual(target.get(part), origin.get(part))) return false;
		return !(written.includes(part) && target.has(part));
	});
};

const listFields = <T extends Named>(
	items: readonly T[],
	below: readonly T[],
	parts: RecordParts,
	unnamed: string,
): readonly string[] =>
	items.flatMap(item => {
		const namesake = below.find(({name}) => name !== undefined && name === item.name);
		return itemFields(item, namesake, parts).map(part => `${item.name ?? unnamed}.${part}`);
	});

/** Fields of the answers that no flag can tell apart from the preset's: for those a preset is the way. */
export const unwrittenFields = (input: PlanInput, base: PlanInput = {}): readonly string[] => [
	...plainFields(withReplicasSaid(input, base), base),
	...listFields(input.containers ?? [], base.containers ?? [], CONTAINER_PARTS, 'app'),
	...listFields(input.volumes ?? [], base.volumes ?? [], VOLUME_PARTS, 'volume'),
];
