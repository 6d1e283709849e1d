import {sizesIn} from '../catalogue/spec-tables.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {Log} from '../rules/log.ts';
import {isZero, one, subtract} from '../units/fraction.ts';
import {perHour} from '../units/money.ts';
import type {Chain} from './chain.ts';
import {sizeToken} from './resolve-spec.ts';

const noteUnusedStock = (
	{entries}: Chain,
	{chain, ruleset, region}: PlanRequest,
	{types}: PriceBook,
	log: Log,
) => {
	const sizes = new Set(sizesIn(ruleset, region).map(sizeToken));
	for (const token of chain.stock.chances.keys())
		if (!types.has(token) && !sizes.has(token) && entries.every(entry => entry.token !== token))
			log.add('in-stock-unused', {token}, `chain.inStock.${token}`);
};

/** What becomes of a pod on spot when no entry has stock [D-SPOT]. */
const noteSpotLeft = ({entries, odds, worst}: Chain, {spot, ruleset}: PlanRequest, log: Log) => {
	const left = subtract(one, odds.placed);
	if (spot.strategy === 'none' || entries.length === 0 || isZero(left)) return;
	const fallback = ruleset === 'current' && spot.fallback === true;
	log.add('chain-spot-left', {left, fallback, worst: worst && perHour(worst)}, 'chain');
};

/** What there is to know about a chain, whoever made it. */
export const noteChain = (chain: Chain, request: PlanRequest, book: PriceBook, log: Log): void => {
	noteUnusedStock(chain, request, book, log);
	noteSpotLeft(chain, request, log);
};
