import type {Container, PlanRequest, Resources} from '../input/plan-request.ts';
import type {Amounts} from '../rules/facts.ts';
import {type Log, openLog} from '../rules/log.ts';
import {add, ceiling, compare, type Fraction, fraction, zero} from '../units/fraction.ts';
import {
	type Bytes,
	bytes,
	type CpuMillis,
	cpuMillis,
	gibToBytes,
	toGib,
	toVcpu,
	vcpuToMillis,
} from '../units/quantity.ts';

/** CPU and memory of a whole pod. */
export type PodAmounts = {readonly cpu: CpuMillis; readonly memory: Bytes};

export type PodRequest = {
	/** What the ruleset adds up, before rounding. */
	readonly billing: PodAmounts;
	/** What a given spec must hold: the larger of limits and requests; nothing where none are given. */
	readonly need: PodAmounts;
	/** What a chosen spec must hold: `need`, and what the ruleset adds up. */
	readonly target: PodAmounts;
	/** The most that a container asks for: containers share the GPUs of their pod. */
	readonly gpu: number;
};

/** A container as far as it sizes its pod. */
export type SizedContainer = Pick<Container, 'name' | 'limits' | 'requests' | 'gpu' | 'env'>;

/** The containers of a pod, and the chain that sizes it instead, if one is given. */
export type SizedPod = {
	readonly containers: readonly SizedContainer[];
	readonly initContainers: readonly SizedContainer[];
	readonly chain: Pick<PlanRequest['chain'], 'useSpecs'>;
};

/** A container that says nothing [S]. */
const CONTAINER_DEFAULT: PodAmounts = {cpu: vcpuToMillis(1), memory: gibToBytes(2)};
/** A pod in which no container says anything [D-VCPU]. */
const POD_DEFAULT: PodAmounts = {cpu: vcpuToMillis(2), memory: gibToBytes(4)};
/** A container with this variable is left out of the sum [D-IGN]. */
const IGNORE_VARIABLE = '__ECI_RESOURCE_IGNORE__';

export const toAmounts = ({cpu, memory}: PodAmounts): Amounts => ({
	vcpu: toVcpu(cpu),
	memoryGiB: toGib(memory),
});

/** As it is added up: a tenth of a GiB is no whole number of bytes. */
type Sum = {readonly cpu: CpuMillis; readonly memory: Fraction};

const none: Sum = {cpu: cpuMillis(0), memory: zero};

const exact = ({cpu, memory}: PodAmounts): Sum => ({cpu, memory: fraction(memory)});

/** Rounded once, when all is added up. */
const rounded = ({cpu, memory}: Sum): PodAmounts => ({
	cpu,
	memory: bytes(Number(ceiling(memory))),
});

const plus = (a: Sum, b: Sum): Sum => ({
	cpu: cpuMillis(a.cpu + b.cpu),
	memory: add(a.memory, b.memory),
});

const larger = (a: Sum, b: Sum): Sum => ({
	cpu: cpuMillis(Math.max(a.cpu, b.cpu)),
	memory: compare(a.memory, b.memory) < 0 ? b.memory : a.memory,
});

const isEmpty = ({cpu, memory}: Resources) => cpu === null && memory === null;

/** 2020 counts limits alone; today requests stand in where there is no limit. */
const countedBy = (container: SizedContainer, log: Log): Resources =>
	log.ruleset === '2020'
		? container.limits
		: {
				cpu: container.limits.cpu ?? container.requests.cpu,
				memory: container.limits.memory ?? container.requests.memory,
				exactMemory: container.limits.exactMemory ?? container.requests.exactMemory,
			};

const withDefaults = ({cpu, exactMemory}: Resources): Sum => ({
	cpu: cpu ?? CONTAINER_DEFAULT.cpu,
	memory: exactMemory ?? exact(CONTAINER_DEFAULT).memory,
});

const reportDefault = (name: string, counted: Resources, log: Log) => {
	if (counted.cpu !== null && counted.memory !== null) return;
	const one = counted.cpu === null ? 'cpu' : 'memory';
	const resource = isEmpty(counted) ? 'both' : one;
	log.add('container-defaulted', {
		container: name,
		resource,
		amounts: toAmounts(CONTAINER_DEFAULT),
	});
};

const billed = (container: SizedContainer, log: Log): Sum => {
	const counted = countedBy(container, log);
	reportDefault(container.name, counted, log);
	return withDefaults(counted);
};

const needed = ({limits, requests}: SizedContainer): Sum =>
	larger(
		{cpu: limits.cpu ?? none.cpu, memory: limits.exactMemory ?? none.memory},
		{cpu: requests.cpu ?? none.cpu, memory: requests.exactMemory ?? none.memory},
	);

const countedContainers = (
	containers: readonly SizedContainer[],
	log: Log,
): readonly SizedContainer[] => {
	if (log.ruleset === '2020') return containers;
	const kept = containers.filter(({env}) => env[IGNORE_VARIABLE] !== 'TRUE');
	for (const container of containers)
		if (!kept.includes(container)) log.add('container-ignored', {container: container.name});
	if (kept.length > 0) return kept;
	log.add('container-all-ignored', {});
	return containers;
};

/** Init containers run one after the other before the rest, so the largest of them counts, as in Kubernetes. */
const withInit = (sum: Sum, init: readonly Sum[], log: Log | null): PodAmounts => {
	const app = rounded(sum);
	const amounts = rounded(init.reduce(larger, sum));
	if (log && (amounts.cpu > app.cpu || amounts.memory > app.memory))
		log.add('init-decides', {amounts: toAmounts(amounts)});
	return amounts;
};

/** Each container may ask for all of them, for ECI shares them between containers [facts §1.6, A18, §7]. */
const gpusOf = ({containers, initContainers}: SizedPod): number =>
	Math.max(0, ...[...containers, ...initContainers].map(({gpu}) => gpu));

/**
 * Adds up the containers of a pod as the ruleset does [facts §2.5]. Where a chain is given it sizes the
 * pod, so defaults for what containers don't say are no news.
 */
export const requestOf = (request: SizedPod, planLog: Log): PodRequest => {
	const log = request.chain.useSpecs === null ? planLog : openLog(planLog.ruleset);
	const counted = countedContainers(request.containers, log);
	const podDefault =
		log.ruleset === 'current' && counted.every(container => isEmpty(countedBy(container, log)));
	if (podDefault) log.add('pod-defaulted', {amounts: toAmounts(POD_DEFAULT)});
	const app = podDefault
		? exact(POD_DEFAULT)
		: counted.map(container => billed(container, log)).reduce(plus, none);
	const init = request.initContainers
		.filter(container => !isEmpty(countedBy(container, log)))
		.map(container => withDefaults(countedBy(container, log)));
	const billing = withInit(app, init, log);
	const need = withInit(
		counted.map(needed).reduce(plus, none),
		request.initContainers.map(needed),
		null,
	);
	return {
		billing,
		need,
		target: rounded(larger(exact(need), exact(billing))),
		gpu: gpusOf(request),
	};
};
