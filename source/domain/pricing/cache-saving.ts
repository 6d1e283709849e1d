import type {PlanRequest} from '../input/plan-request.ts';
import type {StartUp} from '../sizing/start-up.ts';
import {compare, subtract, zero} from '../units/fraction.ts';
import {type Money, overSeconds, type Rate} from '../units/money.ts';
import {usageOf} from './usage.ts';

/**
 * What an image cache saves a month in billed start-up; null where it saves nothing, as for a service,
 * whose starts lie inside its windows, or where nobody can tell.
 */
export const cacheSaving = (
	request: PlanRequest,
	{cache}: StartUp,
	rate: Rate | null,
): Money | null => {
	if (!cache || !rate) return null;
	const billed = subtract(
		usageOf(request, cache.uncached).perMonth,
		usageOf(request, cache.cached).perMonth,
	);
	return compare(billed, zero) > 0 ? overSeconds(rate, billed) : null;
};
