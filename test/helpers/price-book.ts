import {CPU_MEM_RATES} from '../../source/domain/pricing/cpu-mem-rates.ts';
import type {InstanceOffer, PriceBook} from '../../source/domain/pricing/price-book.ts';
import {decimal} from '../../source/domain/units/fraction.ts';
import type {Currency} from '../../source/domain/units/money.ts';

const AS_OF = '2024-12-30';

const offer = (
	type: string,
	vcpu: number,
	memoryGiB: number,
	onDemand: string,
	spot: string | null = null,
): InstanceOffer => ({
	type,
	family: type.split('.')[1] ?? '',
	vcpu,
	memoryGiB,
	gpu: 0,
	onDemand: {perHour: decimal(onDemand), asOf: AS_OF},
	spot: spot === null ? [] : [{zone: 'cn-hangzhou-h', perHour: decimal(spot), asOf: AS_OF}],
});

/** Four types with real prices of cn-hangzhou: small enough to reckon with by hand. */
const OFFERS: readonly InstanceOffer[] = [
	offer('ecs.c6.large', 2, 4, '0.39'),
	offer('ecs.c6.xlarge', 4, 8, '0.78'),
	offer('ecs.c7.large', 2, 4, '0.4077', '0.078'),
	offer('ecs.g6.large', 2, 8, '0.5'),
];

const withoutPrices = (each: InstanceOffer): InstanceOffer => ({
	...each,
	onDemand: null,
	spot: [],
});

export const smallPriceBook = (region = 'cn-hangzhou', currency: Currency = 'CNY'): PriceBook => ({
	region,
	currency,
	cpuMem: CPU_MEM_RATES[currency],
	types: new Map(OFFERS.map(each => [each.type, currency === 'CNY' ? each : withoutPrices(each)])),
	source: 'hand-made',
});
