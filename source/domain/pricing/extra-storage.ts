import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import {type Fraction, fraction} from '../units/fraction.ts';
import {addRates, type Rate, scaleRate} from '../units/money.ts';
import {BYTES_PER_GIB} from '../units/quantity.ts';
import type {PriceBook} from './price-book.ts';

/** Temporary storage of one pod beyond the free 30 GiB. */
export type ExtraStorage = {
	readonly gib: Fraction;
	/** For all of it; null where no price is known. */
	readonly rate: Rate | null;
};

/** Null where none is asked for. */
export const extraStorageOf = (
	{extraEphemeral}: PlanRequest,
	{cpuMem: {ephemeralGiB}}: PriceBook,
): ExtraStorage | null => {
	if (extraEphemeral === null) return null;
	const gib = fraction(extraEphemeral, BYTES_PER_GIB);
	return {gib, rate: ephemeralGiB && scaleRate(ephemeralGiB, gib)};
};

/** The rate of a pod: its spec and its storage, as far as that has a price. */
export const withStorage = (rate: Rate | null, storage: ExtraStorage | null): Rate | null =>
	rate && storage?.rate ? addRates(rate, storage.rate) : rate;

/** True where a price leaves something out. */
export const lacksPrice = (rate: Rate | null, storage: ExtraStorage | null): boolean =>
	rate === null || (storage !== null && storage.rate === null);

/** Stands for the storage in messages, which have a word for it. */
export const STORAGE = 'ephemeral-storage';

export const checkStoragePrice = (
	storage: ExtraStorage | null,
	{region, currency}: PriceBook,
	log: Log,
): void => {
	if (storage && !storage.rate)
		log.add('price-missing', {what: STORAGE, region, currency}, 'pod.extraEphemeralStorage');
};
