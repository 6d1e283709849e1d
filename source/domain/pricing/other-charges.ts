import type {PlanRequest} from '../input/plan-request.ts';

/** What a plan creates or counts on that other products bill, by traffic or time, and no price book has. */
export const OTHER_CHARGES = ['eip', 'nat', 'load-balancer', 'disk', 'logs'] as const;
export type OtherCharge = (typeof OTHER_CHARGES)[number];

const createsAddress = ({annotations}: PlanRequest): boolean =>
	annotations.some(([key, value]) => key.endsWith('/eci-with-eip') && value === 'true');

const createsDisk = ({volumes, diskVolume}: PlanRequest): boolean =>
	diskVolume !== null ||
	volumes.some(
		({source}) =>
			source.type === 'new-disk' ||
			(source.type === 'pvc' && source.create?.kind === 'class' && source.create.isDisk),
	);

const isCharged: Readonly<Record<OtherCharge, (request: PlanRequest) => boolean>> = {
	eip: createsAddress,
	nat: ({network}) => network.hasNat,
	'load-balancer': ({network}) => network.service?.type === 'loadbalancer',
	disk: createsDisk,
	logs: ({logs}) => logs.collections.length > 0,
};

/** Charges that the cost of a plan leaves out. */
export const otherChargesOf = (request: PlanRequest): readonly OtherCharge[] =>
	OTHER_CHARGES.filter(charge => isCharged[charge](request));
