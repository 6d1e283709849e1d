import {decimal} from '../units/fraction.ts';
import {type Currency, rate} from '../units/money.ts';
import type {CpuMemRates} from './price-book.ts';

const cny = (perSecond: string) => rate('CNY', decimal(perSecond));
const usd = (perSecond: string) => rate('USD', decimal(perSecond));

const EPHEMERAL_USD = usd('0.000000093');

/**
 * What ECI charges per second for CPU and memory: one flat rate a site, whatever the region
 * (facts §3.1); temporary storage by facts §3.3.
 */
export const CPU_MEM_RATES: Readonly<Record<Currency, CpuMemRates>> = {
	CNY: {
		foreignEphemeralGiB: EPHEMERAL_USD,
		asOf: null,
		vcpu: cny('0.000049'),
		memoryGiB: cny('0.00000613'),
		ephemeralGiB: null,
		source: 'Alibaba Cloud, ECI实例概述',
	},
	USD: {
		vcpu: usd('0.0000077'),
		memoryGiB: usd('0.00000096'),
		ephemeralGiB: EPHEMERAL_USD,
		foreignEphemeralGiB: null,
		asOf: null,
		source: 'Alibaba Cloud international, virtual-node-billing, 2025-11-04',
	},
};
