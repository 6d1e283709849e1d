import {isLabelName} from '../../input/names.ts';
import type {ContainerInput} from '../../input/plan-input.ts';
import {at, entriesOf, isGiven, type Part, quotedTextOf, textOf} from '../lint/part.ts';
import type {ContainerPart, PodPart} from '../lint/pod-part.ts';
import {type Amounts, quantityText, type Resource, sumText} from './quantity-texts.ts';

/** Containers of a PlanInput, and the part of the manifest that each of them is. */
export type ContainerInputs = {
	readonly containers: readonly ContainerInput[];
	readonly initContainers: readonly ContainerInput[];
	/** Where `containers[0].requests.cpu` of the PlanInput stands. */
	readonly partOf: (path: string) => Part | null;
};

const RESOURCES = ['cpu', 'memory'] as const;
const GPU = 'nvidia.com/gpu';
const IGNORE_VARIABLE = '__ECI_RESOURCE_IGNORE__';

const amountsIn = (resources: Part): Amounts =>
	Object.fromEntries(
		RESOURCES.flatMap(resource => {
			const text = quantityText(at(resources, resource), resource);
			return text === undefined ? [] : [[resource, text] as const];
		}),
	);

const gpusOf = (resources: Part): number => {
	const limit = at(resources, 'limits', GPU);
	const count = Number(quotedTextOf(isGiven(limit) ? limit : at(resources, 'requests', GPU)) ?? 0);
	return Number.isSafeInteger(count) && count > 0 ? count : 0;
};

const isIgnoring = (variable: Part): boolean =>
	textOf(at(variable, 'name')) === IGNORE_VARIABLE &&
	quotedTextOf(at(variable, 'value')) === 'TRUE';

/** Looks at hundreds of variables without their places. */
const isIgnored = (part: Part): boolean => {
	const {value: env} = at(part, 'env');
	return Array.isArray(env) && env.some((value: unknown) => isIgnoring({value, place: []}));
};

const inputOf = ({name, part}: ContainerPart): ContainerInput => {
	const resources = at(part, 'resources');
	const requests = amountsIn(at(resources, 'requests'));
	const gpu = gpusOf(resources);
	return {
		...(isLabelName(name) && {name}),
		...amountsIn(at(resources, 'limits')),
		...(Object.keys(requests).length > 0 && {requests}),
		...(gpu > 0 && {gpu}),
		...(isIgnored(part) && {env: {[IGNORE_VARIABLE]: 'TRUE'}}),
	};
};

/** What is asked for, be it as a limit or as a request. */
const askedFor = ({requests, ...limits}: ContainerInput, resource: Resource): string | undefined =>
	limits[resource] ?? requests?.[resource];

const plusSidecars = (
	own: string | undefined,
	sidecars: readonly ContainerInput[],
	resource: Resource,
): string | undefined => {
	if (own === undefined) return undefined;
	return sumText([own, ...sidecars.flatMap(one => askedFor(one, resource) ?? [])], resource) ?? own;
};

/** An init container runs beside the sidecars that were started before it. */
const besideSidecars = (
	input: ContainerInput,
	sidecars: readonly ContainerInput[],
): ContainerInput => {
	const raised = (amounts: Amounts): Amounts =>
		Object.fromEntries(
			RESOURCES.flatMap(resource => {
				const text = plusSidecars(amounts[resource], sidecars, resource);
				return text === undefined ? [] : [[resource, text] as const];
			}),
		);
	const {requests} = input;
	return {...input, ...raised(input), ...(requests && {requests: raised(requests)})};
};

const initInputs = (containers: readonly ContainerPart[]): readonly ContainerInput[] =>
	containers.flatMap((container, index) => {
		if (container.isLasting) return [];
		const sidecars = containers.slice(0, index).filter(({isLasting}) => isLasting);
		return sidecars.length === 0
			? [inputOf(container)]
			: [besideSidecars(inputOf(container), sidecars.map(inputOf))];
	});

/** The part that a field of a container is: `requests.cpu` below the `resources`, else the limit. */
const fieldPart = (part: Part, field: string): Part => {
	const resources = at(part, 'resources');
	switch (field) {
		case 'cpu':
		case 'memory':
			return at(resources, 'limits', field);
		case 'requests.cpu':
		case 'requests.memory':
			return at(resources, ...field.split('.'));
		case 'gpu':
			return at(resources, 'limits', GPU);
		case 'name':
			return at(part, 'name');
		default:
			return part;
	}
};

const partsBy =
	(containers: readonly Part[], initContainers: readonly Part[]) =>
	(path: string): Part | null => {
		const [, list, index, field = ''] =
			/^(containers|initContainers)(?:\[(\d+)\])?(?:\.(.*))?$/.exec(path) ?? [];
		if (list === undefined) return null;
		const part = (list === 'containers' ? containers : initContainers)[Number(index ?? 0)];
		return part ? fieldPart(part, field) : null;
	};

/** Containers one by one: those that last add up, also sidecars, and the others come before them. */
const separately = (all: readonly ContainerPart[]): ContainerInputs => {
	const lasting = all.filter(({isLasting}) => isLasting);
	const passing = all.filter(({isLasting}) => !isLasting);
	return {
		containers: lasting.map(inputOf),
		initContainers: initInputs(all),
		partOf: partsBy(
			lasting.map(({part}) => part),
			passing.map(({part}) => part),
		),
	};
};

const POD_CONTAINER = 'pod';

/** Resources of the pod as a whole take the place of those of its containers, each by itself. */
const together = (pod: PodPart, {containers}: ContainerInputs): ContainerInputs => {
	const own = inputOf({name: POD_CONTAINER, part: pod.spec, isLasting: true});
	const sums: Amounts = Object.fromEntries(
		RESOURCES.filter(resource => askedFor(own, resource) === undefined).flatMap(resource => {
			const texts = containers.flatMap(container => askedFor(container, resource) ?? []);
			const text = sumText(texts, resource);
			return text === undefined ? [] : [[resource, text] as const];
		}),
	);
	const gpu = Math.max(0, ...containers.map(container => container.gpu ?? 0));
	return {
		containers: [{...own, ...sums, ...(gpu > 0 && {gpu})}],
		initContainers: [],
		partOf: partsBy([pod.spec], []),
	};
};

/** True for a pod that says what it needs as a whole, which newer clusters allow. */
export const hasPodResources = ({spec}: PodPart): boolean =>
	['limits', 'requests'].some(list =>
		entriesOf(at(spec, 'resources', list)).some(([key]) => RESOURCES.some(name => name === key)),
	);

/** What a pod asks for, as containers of a PlanInput. */
export const containerInputs = (pod: PodPart): ContainerInputs => {
	const each = separately(pod.containers);
	return hasPodResources(pod) ? together(pod, each) : each;
};
