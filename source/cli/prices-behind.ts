import type {Diagnostic} from '../domain/diagnostics.ts';
import type {Plan} from '../domain/plan.ts';

/** Of no use to a pod that is paid on demand. */
const ABOUT_SPOT: readonly Diagnostic['rule'][] = ['spot-ratio-assumed', 'spot-price-estimated'];

/** A manifest shows no price, but prices choose its chain, unless the user wrote it. */
export const pricesBehind = ({chain, prices, request}: Plan): readonly Diagnostic[] => {
	if (chain.given) return [];
	const isSpot = request.spot.strategy !== 'none';
	return prices.chain.diagnostics.filter(({rule}) => isSpot || !ABOUT_SPOT.includes(rule));
};
