import type {PriceApiAnswer} from '../../domain/pricing/price-api-types.ts';
import {
	add,
	compare,
	decimal,
	type Fraction,
	fraction,
	multiply,
	subtract,
	toDecimal,
	zero,
} from '../../domain/units/fraction.ts';
import {malformed} from './caller.ts';
import {type Asking, currencyOf, fieldOf, priceOf, type Question} from './questions.ts';

const OPERATION = 'DescribeContainerGroupPrice';
const PLACES = 18;
/** Prices of pods are told with some eight decimals, so that their sums may differ in the last. */
const TOLERANCE = decimal('0.00000001');

type PodPrice = {readonly currency: 'CNY' | 'USD'; readonly perSecond: Fraction};

const podPrice = async (
	vcpu: number,
	memoryGiB: number,
	{sdk, call}: Asking,
): Promise<PodPrice | null> => {
	const answer = await call(OPERATION, () => sdk.podPrice(vcpu, memoryGiB));
	if (!answer.ok) return null;
	const price = fieldOf(OPERATION, 'Price', answer.value?.priceInfo?.price);
	const perSecond = priceOf(OPERATION, 'OriginalPrice', price.originalPrice);
	return {
		currency: currencyOf(OPERATION, price.currency),
		perSecond: decimal(fieldOf(OPERATION, 'OriginalPrice', perSecond)),
	};
};

const half = (a: Fraction): Fraction => multiply(a, fraction(1, 2));

const isWithin = (a: Fraction, b: Fraction, tolerance: Fraction): boolean =>
	compare(subtract(a, b), tolerance) <= 0 && compare(subtract(b, a), tolerance) <= 0;

/** Three sizes tell what a vCPU and a GiB cost, and whether a pod costs its vCPU and GiB and no more. */
const ask = async (asking: Asking): Promise<readonly PriceApiAnswer[]> => {
	const small = await podPrice(1, 2, asking);
	const moreCpu = small && (await podPrice(2, 2, asking));
	const moreMemory = moreCpu && (await podPrice(2, 4, asking));
	if (!(small && moreCpu && moreMemory)) return [{kind: 'not-sold', topic: 'eci'}];
	const vcpu = subtract(moreCpu.perSecond, small.perSecond);
	const gib = half(subtract(moreMemory.perSecond, moreCpu.perSecond));
	const isPositive = compare(vcpu, zero) > 0 && compare(gib, zero) > 0;
	const sum = add(vcpu, multiply(gib, fraction(2)));
	if (!(isPositive && isWithin(sum, small.perSecond, TOLERANCE)))
		throw malformed(OPERATION, 'sums');
	const {region, asOf} = asking.request;
	return [
		{
			kind: 'record',
			record: {
				kind: 'unit-prices',
				region,
				currency: small.currency,
				vcpuPerSecond: toDecimal(vcpu, PLACES),
				gibPerSecond: toDecimal(gib, PLACES),
				asOf,
			},
		},
	];
};

/** ECI's own prices per second: one question of three calls. */
export const unitPriceQuestions = (asking: Asking): readonly Question[] => [() => ask(asking)];
