import type {PriceApiAnswer} from '../../domain/pricing/price-api-types.ts';
import {type Asking, fieldOf, interruptionOf, nameOf, type Question} from './questions.ts';
import type {Sdk} from './sdk.ts';

const OPERATION = 'DescribeSpotAdvice';
/** The API takes no more at once. */
const TYPES_A_CALL = 10;

type Body = NonNullable<Awaited<ReturnType<Sdk['spotAdvice']>>>;
type Zone = NonNullable<NonNullable<Body['availableSpotZones']>['availableSpotZone']>[number];
type Resource = NonNullable<
	NonNullable<Zone['availableSpotResources']>['availableSpotResource']
>[number];

const NOT_SOLD: PriceApiAnswer = {kind: 'not-sold', topic: 'advice'};

const answerOf = (resource: Resource, zone: string, {request}: Asking): PriceApiAnswer => {
	const percent = fieldOf(OPERATION, 'AverageSpotDiscount', resource.averageSpotDiscount);
	const interruption = interruptionOf(resource.interruptRateDesc, resource.interruptionRate);
	if (!(percent >= 1 && percent <= 100)) return {kind: 'unusable', topic: 'advice'};
	return {
		kind: 'record',
		record: {
			kind: 'advice',
			region: request.region,
			zone,
			type: nameOf(OPERATION, 'InstanceType', resource.instanceType),
			percentOfOnDemand: percent,
			interruption: fieldOf(OPERATION, 'InterruptRateDesc', interruption),
			asOf: request.asOf,
		},
	};
};

const answersOf = (body: Body | undefined, asking: Asking): readonly PriceApiAnswer[] => {
	const zones = fieldOf(OPERATION, 'AvailableSpotZones', body?.availableSpotZones);
	return (zones.availableSpotZone ?? []).flatMap(zone =>
		(zone.availableSpotResources?.availableSpotResource ?? []).map(resource =>
			answerOf(resource, nameOf(OPERATION, 'ZoneId', zone.zoneId), asking),
		),
	);
};

/** One type that isn't sold spoils the answer for the others, so they are asked for in halves then. */
const ask = async (
	types: readonly string[],
	asking: Asking,
): Promise<readonly PriceApiAnswer[]> => {
	const answer = await asking.call(OPERATION, () => asking.sdk.spotAdvice(types));
	if (answer.ok) return answersOf(answer.value, asking);
	if (types.length === 1) return [NOT_SOLD];
	const half = Math.ceil(types.length / 2);
	return [...(await ask(types.slice(0, half), asking)), ...(await ask(types.slice(half), asking))];
};

/** Average price and releases of the last 30 days in every zone, a call for ten types. */
export const spotAdviceQuestions = (asking: Asking): readonly Question[] => {
	const {types} = asking.request;
	const starts = Array.from(
		{length: Math.ceil(types.length / TYPES_A_CALL)},
		(_, index) => index * TYPES_A_CALL,
	);
	return starts.map(start => () => ask(types.slice(start, start + TYPES_A_CALL), asking));
};
