import {NOTHING_OVERLAID, type RegionOverlay, type SubscriptionRow} from './overlay.ts';

/** Plans reckon with subscriptions of a month. */
const isPlanned = ([, , months]: SubscriptionRow): boolean => months === 1;

/** What commands read of a region, and the subscriptions of longer terms, most of a price list, that none does. */
export const termsApart = (
	overlay: RegionOverlay,
): {readonly planned: RegionOverlay; readonly terms: RegionOverlay} => {
	const {sources, subscription} = overlay;
	return {
		planned: {...overlay, subscription: subscription.filter(isPlanned)},
		terms: {
			...NOTHING_OVERLAID.overlay,
			sources,
			subscription: subscription.filter(row => !isPlanned(row)),
		},
	};
};

/** Both as one again, in whatever order each of them has its sources. */
export const termsTogether = (planned: RegionOverlay, terms: RegionOverlay): RegionOverlay => {
	const sources = [...new Set([...planned.sources, ...terms.sources])];
	const longer = terms.subscription.map(([currency, type, months, price, asOf, source]) => {
		const number = sources.indexOf(terms.sources[source] ?? '');
		return [currency, type, months, price, asOf, number] as const;
	});
	return {...planned, sources, subscription: [...longer, ...planned.subscription]};
};
