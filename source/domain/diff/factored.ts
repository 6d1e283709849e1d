import {fraction, multiply} from '../units/fraction.ts';
import {type Money, scaleMoney} from '../units/money.ts';
import {type Factor, hasPods} from './changes.ts';
import {type Estimate, written} from './estimate.ts';
import type {Step} from './shares.ts';

/** What decides the size of a pod, and so its price. */
const SIZING: readonly Factor[] = ['ruleset', 'request', 'chain', 'spot', 'settings', 'size'];

/** The old pod by the prices of the new side. */
const repriced = (old: Estimate, next: Estimate): Money | null => {
	const {billed, storageGib} = old.facets;
	if (billed === null || storageGib !== next.facets.storageGib) return null;
	return billed === next.facets.billed ? next.pod : next.podOf(billed);
};

const scaled = (pod: Money | null, {podMonths}: Estimate): Money | null =>
	pod && podMonths && written(scaleMoney(pod, podMonths));

const withReplicas = (old: Estimate, next: Estimate): Money | null => {
	const {podMonths} = old;
	if (!(next.pod && podMonths && hasPods(old))) return null;
	const more = fraction(next.replicas.most, Math.max(1, old.replicas.most));
	return written(scaleMoney(next.pod, multiply(podMonths, more)));
};

/** Several causes of one size can't be told apart by what a plan says of it: the last of them has the price. */
const sizeSteps = (old: Estimate, next: Estimate, visible: readonly Factor[]): readonly Step[] => {
	const causes = visible.filter(factor => SIZING.includes(factor));
	return causes.map((factor, index) => ({
		factor,
		isVisible: true,
		most: index === causes.length - 1 ? scaled(next.pod, old) : null,
	}));
};

/** The steps from what plans say of a workload: its price, its size, its pods, its hours. */
export const factoredSteps = (
	old: Estimate,
	next: Estimate,
	visible: readonly Factor[],
): readonly Step[] => {
	const isRegional = visible.includes('region');
	const sizes = sizeSteps(old, next, visible);
	const price = (): readonly Step[] => [
		{
			factor: isRegional ? 'region' : 'price',
			isVisible: isRegional || visible.includes('price'),
			most: scaled(repriced(old, next), old),
		},
	];
	const has = (factor: Factor) => visible.includes(factor);
	const mayDiffer = isRegional || has('price') || sizes.length > 0;
	return [
		...(mayDiffer ? price() : []),
		...sizes,
		...(has('replicas')
			? [{factor: 'replicas' as const, isVisible: true, most: withReplicas(old, next)}]
			: []),
		...(has('hours') ? [{factor: 'hours' as const, isVisible: true, most: null}] : []),
	];
};
