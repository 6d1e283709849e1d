import {PREFIX} from '../../catalogue/annotations.ts';
import type {Resources} from '../../input/plan-request.ts';
import {openLog} from '../../rules/log.ts';
import {requestOf, type SizedContainer} from '../../sizing/pod-request.ts';
import {checkLargest} from '../../sizing/round.ts';
import {parseCpu, parseMemory, parseQuantity} from '../../units/quantity.ts';
import type {Lint} from './finding.ts';
import {at, isGiven, itemsOf, type Part, quotedTextOf, textOf} from './part.ts';
import {type ContainerPart, type PodPart, podAnnotation} from './pod-part.ts';

/** What can't be read says nothing here: Kubernetes refuses it. */
const resourcesOf = (list: Part): Resources => {
	const cpu = parseCpu(quotedTextOf(at(list, 'cpu')) ?? '');
	const text = quotedTextOf(at(list, 'memory')) ?? '';
	const memory = parseMemory(text, {bare: 'bytes'});
	const exact = parseQuantity(text);
	return {
		cpu: cpu.ok ? cpu.value : null,
		memory: memory.ok ? memory.value : null,
		exactMemory: memory.ok && exact.ok ? exact.value : null,
	};
};

const environmentOf = (part: Part): Readonly<Record<string, string>> =>
	Object.fromEntries(
		itemsOf(at(part, 'env')).map(item => [
			textOf(at(item, 'name')) ?? '',
			textOf(at(item, 'value')) ?? '',
		]),
	);

const sizedContainer = ({name, part}: ContainerPart): SizedContainer => ({
	name,
	limits: resourcesOf(at(part, 'resources', 'limits')),
	requests: resourcesOf(at(part, 'resources', 'requests')),
	gpu: 0,
	env: environmentOf(part),
});

/** The limit or request of the container that a field of the check stands for; else all containers. */
const partOf = (
	path: string,
	lists: {readonly [list: string]: readonly ContainerPart[]},
	spec: Part,
): Part => {
	const [, list = '', index, field = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
	const container = lists[list]?.[Number(index)]?.part;
	if (!container) return at(spec, 'containers');
	const limit = at(container, 'resources', 'limits', field);
	return isGiven(limit) ? limit : at(container, 'resources', 'requests', field);
};

/** A pod larger than ECI's largest [facts §8, L10]; specs that are named have a rule of their own. */
export const lintSize = (pod: PodPart, lint: Lint): void => {
	if (podAnnotation(pod, `${PREFIX}eci-use-specs`) !== undefined) return;
	const containers = pod.containers.filter(({isLasting}) => isLasting);
	const initContainers = pod.containers.filter(({isLasting}) => !isLasting);
	const request = {
		containers: containers.map(sizedContainer),
		initContainers: initContainers.map(sizedContainer),
		chain: {useSpecs: null},
	};
	const {target} = requestOf(request, openLog(lint.ruleset));
	lint.run(
		log => checkLargest(target, request, log),
		path => partOf(path, {containers, initContainers}, pod.spec),
	);
};
