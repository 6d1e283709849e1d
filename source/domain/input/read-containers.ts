import type {Log} from '../rules/log.ts';
import type {Fraction} from '../units/fraction.ts';
import {
	type Bytes,
	type CpuMillis,
	formatCpu,
	formatMemory,
	isDecimalUnit,
	parseCpu,
	parseMemory,
	parseQuantity,
} from '../units/quantity.ts';
import {isImage, isLabelName} from './names.ts';
import type {ContainerInput} from './plan-input.ts';
import type {Container, Resources} from './plan-request.ts';

const readCpu = (text: string | undefined, path: string, log: Log): CpuMillis | null => {
	if (text === undefined) return null;
	const read = parseCpu(text);
	if (read.ok) return read.value;
	log.add('quantity-invalid', {resource: 'cpu', value: text, problem: read.problem}, path);
	return null;
};

/** Reads an amount of memory or storage; null where there is none, or none that can be read. */
export const readMemory = (text: string | undefined, path: string, log: Log): Bytes | null => {
	if (text === undefined) return null;
	const read = parseMemory(text);
	if (!read.ok) {
		log.add('quantity-invalid', {resource: 'memory', value: text, problem: read.problem}, path);
		return null;
	}
	if (isDecimalUnit(text))
		log.add(
			'quantity-decimal-unit',
			{value: text, binary: `${text.trim()}i`.replace('ki', 'Ki')},
			path,
		);
	return read.value;
};

const exactMemory = (text: string | undefined, read: Bytes | null): Fraction | null => {
	const quantity = text === undefined || read === null ? null : parseQuantity(text);
	return quantity?.ok ? quantity.value : null;
};

const readResources = (
	{cpu, memory}: Pick<ContainerInput, 'cpu' | 'memory'>,
	path: string,
	log: Log,
): Resources => {
	const millis = readCpu(cpu, `${path}.cpu`, log);
	const bytes = readMemory(memory, `${path}.memory`, log);
	return {cpu: millis, memory: bytes, exactMemory: exactMemory(memory, bytes)};
};

const checkRequests = (
	{limits, requests}: {readonly limits: Resources; readonly requests: Resources},
	container: string,
	path: string,
	log: Log,
) => {
	if (limits.cpu !== null && requests.cpu !== null && requests.cpu > limits.cpu)
		log.add(
			'request-over-limit',
			{
				container,
				resource: 'cpu',
				requested: formatCpu(requests.cpu),
				limit: formatCpu(limits.cpu),
			},
			`${path}.requests.cpu`,
		);
	if (limits.memory !== null && requests.memory !== null && requests.memory > limits.memory)
		log.add(
			'request-over-limit',
			{
				container,
				resource: 'memory',
				requested: formatMemory(requests.memory),
				limit: formatMemory(limits.memory),
			},
			`${path}.requests.memory`,
		);
};

const ENVIRONMENT_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]{0,252}$/;

const checkEnvironment = (env: Readonly<Record<string, string>>, path: string, log: Log) => {
	for (const name of Object.keys(env))
		if (!ENVIRONMENT_NAME.test(name)) log.add('environment-name-invalid', {name}, `${path}.env`);
};

const readContainer = (
	input: ContainerInput,
	path: string,
	fallbackName: string,
	log: Log,
): Container => {
	const name = input.name ?? fallbackName;
	if (!isLabelName(name)) log.add('name-invalid', {value: name, maximum: 63}, `${path}.name`);
	if (input.image !== undefined && !isImage(input.image))
		log.add('image-invalid', {value: input.image}, `${path}.image`);
	const limits = readResources(input, path, log);
	const requests = readResources(input.requests ?? {}, `${path}.requests`, log);
	checkRequests({limits, requests}, name, path, log);
	const env = input.env ?? {};
	checkEnvironment(env, path, log);
	return {
		name,
		image: input.image ?? null,
		limits,
		requests,
		gpu: input.gpu ?? 0,
		env,
		command: input.command ?? [],
		args: input.args ?? [],
		ports: input.ports ?? [],
	};
};

/** Reads the containers of one list, and names those that have no name. */
export const readContainers = (
	inputs: readonly ContainerInput[],
	list: 'containers' | 'initContainers',
	log: Log,
): readonly Container[] => {
	const prefix = list === 'containers' ? 'app' : 'init';
	return inputs.map((input, index) =>
		readContainer(
			input,
			`${list}[${index}]`,
			inputs.length === 1 ? prefix : `${prefix}-${index + 1}`,
			log,
		),
	);
};

/** Names within a pod are unique, init containers included. */
export const checkContainerNames = (containers: readonly Container[], log: Log): void => {
	const seen = new Set<string>();
	for (const {name} of containers) {
		if (seen.has(name)) log.add('container-duplicate', {name}, 'containers');
		seen.add(name);
	}
};
