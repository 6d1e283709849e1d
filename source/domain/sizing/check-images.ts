import {isInternetImage, isOtherVpcImage, vpcEndpoint, vpcImage} from '../catalogue/registries.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import type {Money} from '../units/money.ts';
import {BYTES_PER_GIB} from '../units/quantity.ts';
import {hasAddress, hasImageCache, type StartUp} from './start-up.ts';

/** Images with the fields that they stand in. */
const imagesOf = ({containers, initContainers}: PlanRequest) =>
	[
		...containers.map(({image}, index) => ({image, path: `containers[${index}].image`})),
		...initContainers.map(({image}, index) => ({image, path: `initContainers[${index}].image`})),
	].flatMap(({image, path}) => (image === null ? [] : [{image, path}]));

const checkReachable = (request: PlanRequest, log: Log) => {
	if (request.network.hasNat || hasAddress(request)) return;
	const found = imagesOf(request).filter(({image}) => isInternetImage(image));
	const [first] = found;
	if (!first) return;
	const images = [...new Set(found.map(({image}) => image))];
	log.add('image-public', {images, inside: vpcEndpoint(request.region)}, first.path);
};

const checkRegistry = (request: PlanRequest, {throughVpc, seconds}: StartUp, log: Log) => {
	for (const {image, path} of imagesOf(request)) {
		const inside = vpcImage(image, request.region);
		if (inside !== null) log.add('image-acr-public', {image, inside, seconds, throughVpc}, path);
		const {region} = request;
		if (isOtherVpcImage(image, region)) log.add('image-vpc-region', {image, region}, path);
	}
};

/** Temporary storage that every pod has; images take twice their compressed size of it [facts §3.3]. */
const FREE_STORAGE_GIB = 30;
const UNPACKED = 2;

const checkStorage = ({imageBytes, extraEphemeral}: PlanRequest, log: Log) => {
	const needed = ((imageBytes ?? 0) * UNPACKED) / BYTES_PER_GIB;
	const available = FREE_STORAGE_GIB + (extraEphemeral ?? 0) / BYTES_PER_GIB;
	if (needed > available)
		log.add('image-storage', {neededGiB: Math.ceil(needed), available}, 'workload.imageSize');
};

/** Whoever times a start doesn't say how long it takes without the cache. */
const checkTimedCache = (request: PlanRequest, {basis, seconds}: StartUp, log: Log) => {
	if (basis === 'given' && hasImageCache(request) && request.workload.load.kind === 'batch')
		log.add('image-cache-timed', {seconds}, 'workload.pull');
};

const checkStartUp = ({seconds, basis, cache}: StartUp, saving: Money | null, log: Log) => {
	if (!saving || !cache || basis === 'given') return;
	log.add('start-up-assumed', {seconds, basis}, 'workload.pull');
	log.add(
		'image-cache-saves',
		{...cache, perMonth: saving, has: basis === 'cached'},
		'pod.imageCache',
	);
};

/**
 * Checks whether the images are reached and fit, and says how long a start is taken to last where that
 * is billed. `saving` is what an image cache saves a month.
 */
export const checkImages = (
	request: PlanRequest,
	startUp: StartUp,
	saving: Money | null,
	log: Log,
): void => {
	checkReachable(request, log);
	checkRegistry(request, startUp, log);
	checkStorage(request, log);
	checkTimedCache(request, startUp, log);
	checkStartUp(startUp, saving, log);
};
