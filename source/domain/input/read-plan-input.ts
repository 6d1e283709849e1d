import {PREFIX} from '../catalogue/annotations.ts';
import {vpcImage} from '../catalogue/registries.ts';
import type {Diagnostic} from '../diagnostics.ts';
import {type Log, openLog} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {seconds} from '../units/duration.ts';
import {bytes, parseMemory} from '../units/quantity.ts';
import {checkAnnotations} from './check-annotations.ts';
import {type AnnotationValues, collectAnnotations} from './collect-annotations.ts';
import {isLabelName, isLabelValue, isQualifiedName, isServiceName, nameLimit} from './names.ts';
import {leastPeakPods} from './peak-pods.ts';
import {
	defaultPlanInput,
	type PlanInput,
	SPOT_STRATEGIES,
	type SpotStrategy,
	type WorkloadKind,
} from './plan-input.ts';
import type {Container, PlanRequest, SpotRequest} from './plan-request.ts';
import {readChain} from './read-chain.ts';
import {checkContainerNames, readContainers, readMemory} from './read-containers.ts';
import {readTimeSpan} from './read-duration.ts';
import {readLogs} from './read-logs.ts';
import {readNetwork} from './read-network.ts';
import {readPricing} from './read-pricing.ts';
import {readReserved} from './read-reserved.ts';
import {readSimulation} from './read-simulation.ts';
import {readVolumes} from './read-volumes.ts';
import {readWorkload} from './read-workload.ts';
import type {TimeZones} from './time-zones.ts';

/** Annotations that the plan decides or prices; the rest is passed on as it is. */
const PLANNED = [
	'eci-use-specs',
	'eci-spot-strategy',
	'eci-spot-price-limit',
	'eci-spot-fallback',
].map(name => PREFIX + name);

const checkLabels = (labels: Readonly<Record<string, string>>, log: Log) => {
	for (const [key, value] of Object.entries(labels))
		if (!isQualifiedName(key) || !isLabelValue(value))
			log.add('label-invalid', {key, value}, 'pod.labels');
};

const isSpotStrategy = (value: string | undefined): value is SpotStrategy =>
	SPOT_STRATEGIES.some(strategy => strategy === value);

const readSpot = (values: AnnotationValues): SpotRequest => {
	const strategy = values.get(`${PREFIX}eci-spot-strategy`)?.value;
	const fallback = values.get(`${PREFIX}eci-spot-fallback`)?.value;
	return {
		strategy: isSpotStrategy(strategy) ? strategy : 'none',
		priceLimit: values.get(`${PREFIX}eci-spot-price-limit`)?.value ?? null,
		fallback: fallback === undefined ? null : fallback === 'true',
	};
};

const readExtraEphemeral = (values: AnnotationValues) => {
	const text = values.get(`${PREFIX}eci-extra-ephemeral-storage`)?.value;
	const read = text === undefined ? undefined : parseMemory(text);
	return read?.ok ? bytes(read.value) : null;
};

const readName = (input: PlanInput, kind: WorkloadKind, log: Log): string => {
	const name = input.name ?? defaultPlanInput.name;
	const maximum = nameLimit(kind);
	if (!isLabelName(name, maximum)) log.add('name-invalid', {value: name, maximum}, 'name');
	else if ((input.network?.service ?? 'none') !== 'none' && !isServiceName(name))
		log.add('service-name-invalid', {name}, 'name');
	return name;
};

/** Finance and government clouds, where ACK Serverless isn't sold [D-ASK]. */
const isApartRegion = (region: string): boolean =>
	/^cn-(?:shenzhen-finance|[a-z0-9-]+-gov)-\d+$/.test(region);

const readRegion = (input: PlanInput, known: readonly string[], log: Log): string => {
	const region = input.region ?? defaultPlanInput.region;
	if (isApartRegion(region)) log.add('limit-region', {region}, 'region');
	if (!known.includes(region))
		log.add('region-unknown', {region, known, suggestion: nearest(region, known)}, 'region');
	return region;
};

const throughVpc = (container: Container, region: string): Container =>
	container.image === null
		? container
		: {...container, image: vpcImage(container.image, region) ?? container.image};

const readPod = (
	input: PlanInput,
	region: string,
	log: Log,
): Pick<PlanRequest, 'containers' | 'initContainers' | 'labels' | 'imageBytes'> => {
	const given = input.containers ?? [];
	const containers = readContainers(given.length === 0 ? [{}] : given, 'containers', log);
	const initContainers = readContainers(input.initContainers ?? [], 'initContainers', log);
	checkContainerNames([...containers, ...initContainers], log);
	const labels = input.pod?.labels ?? {};
	checkLabels(labels, log);
	const asPulled = (list: readonly Container[]) =>
		input.network?.acrVpc ? list.map(container => throughVpc(container, region)) : list;
	return {
		containers: asPulled(containers),
		initContainers: asPulled(initContainers),
		labels,
		imageBytes: readMemory(input.workload?.imageSize, 'workload.imageSize', log),
	};
};

const readTerms = (input: PlanInput, log: Log): Pick<PlanRequest, 'reserved' | 'pricing'> => ({
	reserved: readReserved(input.reserved ?? {}, log),
	pricing: readPricing(input.pricing ?? {}, log),
});

/**
 * Turns the merged document into typed units and reports all that is wrong with it.
 * `regions` are the regions that have prices, `timeZones` those that the world knows. The request is usable only without errors.
 */
export const readPlanInput = (
	input: PlanInput,
	regions: readonly string[],
	timeZones: TimeZones,
): {readonly request: PlanRequest; readonly diagnostics: readonly Diagnostic[]} => {
	const ruleset = input.ruleset ?? defaultPlanInput.ruleset;
	const log = openLog(ruleset);
	const workload = readWorkload(input.workload ?? {}, timeZones, log);
	const values = collectAnnotations(input, log);
	checkAnnotations(
		values,
		{kind: workload.kind, replicas: leastPeakPods(workload), limitPath: 'spot.priceLimit'},
		log,
	);
	const region = readRegion(input, regions, log);
	const pod = readPod(input, region, log);
	const diskVolume = values.get(`${PREFIX}eci-set-diskvolume`)?.value ?? null;
	const spot = readSpot(values);
	const request: PlanRequest = {
		name: readName(input, workload.kind, log),
		region,
		ruleset,
		currency: input.currency ?? defaultPlanInput.currency,
		horizon: readTimeSpan(input.horizon ?? defaultPlanInput.horizon, 'horizon', log) ?? seconds(0),
		workload,
		...pod,
		placement: input.pod?.placement ?? 'label',
		network: readNetwork(input.network ?? {}, workload, log),
		logs: readLogs(input.logs ?? {}, pod.containers, log),
		volumes: readVolumes(input.volumes ?? [], pod.containers, workload, diskVolume, log),
		chain: readChain(input.chain ?? {}, values.get(`${PREFIX}eci-use-specs`), log),
		spot,
		...readTerms(input, log),
		simulation: readSimulation(input.simulation ?? {}, workload, spot, log),
		annotations: [...values]
			.filter(([key]) => !PLANNED.includes(key))
			.map(([key, {value}]) => [key, value] as const),
		extraEphemeral: readExtraEphemeral(values),
		diskVolume,
	};
	return {request, diagnostics: log.diagnostics};
};
