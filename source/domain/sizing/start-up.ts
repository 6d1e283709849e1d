import {DEFAULT_EIP_MEGABITS, podMegabits} from '../catalogue/bandwidth.ts';
import {isInternetImage, vpcImage} from '../catalogue/registries.ts';
import {QUICKEST_START} from '../input/peak-pods.ts';
import type {Container, PlanRequest} from '../input/plan-request.ts';
import {type Seconds, seconds} from '../units/duration.ts';
import {parseDecimal, toNumber} from '../units/fraction.ts';

/** Billed start-up that nobody timed [facts/simulation §3]: with the image at hand, and without. */
const CACHED = QUICKEST_START;
const UNCACHED = seconds(60);

/** Where the time of a start comes from: said, an image cache, the size of the images, also through a NAT gateway, or a guess. */
export type StartUpBasis = 'given' | 'cached' | 'transfer' | 'transfer-nat' | 'assumed';

/** Billed time from the mount and pull of a pod to its first useful second. */
export type StartUp = {
	readonly seconds: Seconds;
	readonly basis: StartUpBasis;
	/** With and without an image cache, whether it has one or not; null where the time was given. */
	readonly cache: {readonly cached: Seconds; readonly uncached: Seconds} | null;
	/** With ACR's public images through the VPC; null where that changes nothing or isn't known. */
	readonly throughVpc: Seconds | null;
};

const imagesOf = ({containers, initContainers}: PlanRequest): readonly string[] =>
	[...containers, ...initContainers].flatMap(({image}: Container) => image ?? []);

const annotation = ({annotations}: PlanRequest, name: string): string | undefined =>
	annotations.find(([key]) => key.endsWith(`/${name}`))?.[1];

/** Whether pods have an elastic IP address of their own, created or bound. */
export const hasAddress = (request: PlanRequest): boolean =>
	annotation(request, 'eci-with-eip') === 'true' ||
	annotation(request, 'eci-eip-instanceid') !== undefined;

export const hasImageCache = (request: PlanRequest): boolean =>
	['eci-image-cache', 'eci-auto-imc'].some(name => annotation(request, name) === 'true') ||
	['eci-image-snapshot-id', 'eci-imc-id'].some(name => annotation(request, name) !== undefined);

/** The narrowest place on the way to the registry; a NAT gateway is assumed to be wide enough. */
const megabits = (request: PlanRequest, images: readonly string[], vcpu: number): number => {
	const cap = podMegabits(vcpu);
	if (!hasAddress(request) || !images.some(isInternetImage)) return cap;
	const address = parseDecimal(annotation(request, 'eip-bandwidth') ?? '');
	return Math.min(cap, address ? toNumber(address) : DEFAULT_EIP_MEGABITS);
};

const BITS_PER_MEGABIT = 1_000_000;

const transferSeconds = (bytes: number, rate: number): Seconds =>
	seconds(CACHED + Math.ceil((bytes * 8) / (rate * BITS_PER_MEGABIT)));

const uncachedSeconds = (request: PlanRequest, images: readonly string[], vcpu: number): Seconds =>
	request.imageBytes === null
		? UNCACHED
		: transferSeconds(request.imageBytes, megabits(request, images, vcpu));

/** Nobody says how wide the gateway is, and all pods of the VPC share it. */
const isThroughNat = (request: PlanRequest): boolean =>
	request.network.hasNat && !hasAddress(request) && imagesOf(request).some(isInternetImage);

const isTransfer = (basis: StartUpBasis): boolean =>
	basis === 'transfer' || basis === 'transfer-nat';

const basisOf = (request: PlanRequest): StartUpBasis => {
	if (request.workload.pull !== null) return 'given';
	if (hasImageCache(request)) return 'cached';
	if (request.imageBytes === null) return 'assumed';
	return isThroughNat(request) ? 'transfer-nat' : 'transfer';
};

/**
 * How long a pod of `vcpu` takes to start. A time that was given counts; else 10 s where an image cache
 * holds the images; else the transfer of the compressed images at the pod's network cap, or at the
 * bandwidth of its elastic IP address, on top of those 10 s; else 60 s.
 */
export const startUpOf = (request: PlanRequest, vcpu: number): StartUp => {
	const {pull} = request.workload;
	const basis = basisOf(request);
	if (pull !== null) return {seconds: pull, basis, cache: null, throughVpc: null};
	const images = imagesOf(request);
	const uncached = uncachedSeconds(request, images, vcpu);
	const inside = images.map(image => vpcImage(image, request.region) ?? image);
	const throughVpc = uncachedSeconds(request, inside, vcpu);
	return {
		seconds: basis === 'cached' ? CACHED : uncached,
		basis,
		cache: {cached: CACHED, uncached},
		throughVpc: isTransfer(basis) && throughVpc < uncached ? throughVpc : null,
	};
};
