import {compare, isZero, roundHalfEven} from '../units/fraction.ts';
import type {Estimate} from './estimate.ts';

/** Why a workload costs something else, in the order in which one change after the other is made. */
export const FACTORS = [
	'state',
	'region',
	'price',
	'ruleset',
	'request',
	'chain',
	'spot',
	'settings',
	'size',
	'replicas',
	'hours',
] as const;
export type Factor = (typeof FACTORS)[number];

/** A saved plan has no more places than this in which it equals the plan that it was saved from. */
const PLACES = 6;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const hasOtherPod = (old: Estimate, next: Estimate): boolean => {
	if (!(old.pod && next.pod)) return false;
	const [before, after] = [old.pod.amount, next.pod.amount];
	return compare(roundHalfEven(before, PLACES), roundHalfEven(after, PLACES)) !== 0;
};

const hasOtherHours = ({hours: before}: Estimate, {hours: after}: Estimate): boolean =>
	before !== null &&
	after !== null &&
	compare(roundHalfEven(before, PLACES), roundHalfEven(after, PLACES)) !== 0;

/** Same size and storage, and yet another price. */
const isRepriced = (old: Estimate, next: Estimate): boolean =>
	old.facets.billed === next.facets.billed &&
	old.facets.storageGib === next.facets.storageGib &&
	hasOtherPod(old, next);

/** What both sides say differently, as anybody can see. */
export const visibleChanges = (old: Estimate, next: Estimate): readonly Factor[] => {
	if (old.state !== next.state) return ['state'];
	const [before, after] = [old.facets, next.facets];
	const isRegional = before.region !== after.region;
	const differs: Readonly<Record<Factor, boolean>> = {
		state: false,
		region: isRegional,
		price: !isRegional && isRepriced(old, next),
		ruleset: before.ruleset !== after.ruleset,
		request: !same(before.request, after.request),
		chain: before.useSpecs !== after.useSpecs,
		spot: before.spot !== null && after.spot !== null && !same(before.spot, after.spot),
		settings: before.storageGib !== after.storageGib,
		size: false,
		replicas: !same(old.replicas, next.replicas),
		hours: hasOtherHours(old, next),
	};
	const seen = FACTORS.filter(factor => differs[factor]);
	const causes: readonly Factor[] = ['ruleset', 'request', 'chain', 'spot'];
	const isUnexplained =
		before.billed !== after.billed && !seen.some(factor => causes.includes(factor));
	return isUnexplained ? FACTORS.filter(factor => differs[factor] || factor === 'size') : seen;
};

/** Pods of no number run no hours. */
export const hasPods = ({podMonths}: Estimate): boolean => podMonths !== null && !isZero(podMonths);
