import {formatDuration, seconds} from '../../../domain/units/duration.ts';
import {moneyText} from '../../money-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

const time = (count: number): string => formatDuration(seconds(count));

const ASSUMED = {
	cached: (start: string) => `A start from the image cache is assumed to take ${start}.`,
	transfer: (start: string) =>
		`A start is estimated to take ${start}: 10s, and the pull at the bandwidth of the pod or its address.`,
	'transfer-nat': (start: string) =>
		`A start is estimated to take ${start}: 10s, and the pull at the bandwidth of the pod; the NAT gateway is assumed to be wide enough for all pods.`,
	assumed: (start: string) => `A start with its pull is assumed to take ${start}.`,
} as const;

export const enImageRules = {
	'image-public': ({images, inside}, say) =>
		advice(
			`Pods reach ${listed(images, 'and')} over the internet only.`,
			`Use ${say('network.nat')} if the VPC has a NAT gateway, give the pod an address by ${say('pod.withEip')}, or pull from ACR inside the VPC, at ${inside}.`,
		),
	'image-acr-public': ({image, inside, seconds: now, throughVpc}, say) =>
		advice(
			`${image} is pulled from ACR over the internet.`,
			throughVpc === null
				? `Use ${say('network.acrVpc')} to pull it inside the VPC, at ${inside}.`
				: `Use ${say('network.acrVpc')} to pull it inside the VPC, at ${inside}; a start then takes ${time(throughVpc)} instead of ${time(now)}.`,
		),
	'image-vpc-region': ({image, region}) =>
		advice(
			`${image} is at an endpoint inside the VPC of another region, which pods in ${region} don't reach.`,
			'Use the image in a registry of this region.',
		),
	'image-storage': ({neededGiB, available}, say) =>
		advice(
			`The images need about ${neededGiB} GiB, twice their compressed size, and the pod has ${available} GiB of temporary storage.`,
			`Add some, such as ${say('pod.extraEphemeralStorage', '50Gi')}, or use smaller images.`,
		),
	'start-up-assumed': ({seconds: start, basis}, say) =>
		advice(
			ASSUMED[basis](time(start)),
			`Set ${say('workload.pull')} to the time that your pods take.`,
		),
	'image-cache-saves': ({cached, uncached, perMonth, has}, say) =>
		has
			? advice(
					`The image cache saves about ${moneyText(perMonth, 2)} a month: a start takes ${time(cached)} instead of ${time(uncached)}.`,
					'Make sure that a cache with these images exists.',
				)
			: advice(
					`An image cache would save about ${moneyText(perMonth, 2)} a month: a start takes ${time(cached)} instead of ${time(uncached)}.`,
					`Create one with these images, and use ${say('pod.imageCache')} or ${say('pod.imageSnapshot')}.`,
				),
	'image-cache-timed': ({seconds: start}, say) =>
		advice(
			`What the image cache saves isn't known: a start is said to take ${time(start)}, and nobody says how long it takes without the cache.`,
			`Leave out ${say('workload.pull')} to have both estimated, better with ${say('workload.imageSize', '2Gi')}.`,
		),
} satisfies Partial<DiagnosticTexts>;
