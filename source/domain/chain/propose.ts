import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import {type Log, openLog} from '../rules/log.ts';
import type {PodAmounts, PodRequest} from '../sizing/pod-request.ts';
import {compare} from '../units/fraction.ts';
import {compareRates} from '../units/money.ts';
import {bytes, cpuMillis, gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import type {RejectedSpec} from './candidates.ts';
import type {Chain} from './chain.ts';
import {checkWishes, namesOf} from './check-wishes.ts';
import {pickChain} from './pick-chain.ts';

/** What the chain must hold: the need of the containers, and of what they don't say the smallest entry that holds it. */
export const heldBy = (chain: Chain, {need, target}: PodRequest): PodAmounts => {
	const fit = chain.entries.filter(({stock}) => stock.basis !== 'unfit');
	const entries = fit.length > 0 ? fit : chain.entries;
	if (entries.length === 0) return target;
	const cpu = cpuMillis(Math.min(...entries.map(({vcpu}) => vcpuToMillis(vcpu))));
	const memory = bytes(Math.min(...entries.map(({memoryGiB}) => gibToBytes(memoryGiB))));
	return {
		cpu: need.cpu > 0 ? need.cpu : cpu,
		memory: need.memory > 0 ? need.memory : memory,
	};
};

const isBetter = (proposed: Chain, own: Chain, {target}: PlanRequest['chain']): boolean => {
	const reaches = (chain: Chain) => compare(chain.odds.placed, target.chance) >= 0;
	if (reaches(proposed) !== reaches(own)) return reaches(proposed);
	if (!reaches(own)) return compare(proposed.odds.placed, own.odds.placed) > 0;
	if (!(proposed.expected && own.expected)) return own.expected === null;
	return compareRates(proposed.expected, own.expected) < 0;
};

/** Why other specs aren't in the user's own chain: they would be picked but aren't named, or why they wouldn't. */
const missingFrom = (own: Chain, picked: Chain): readonly RejectedSpec[] => {
	const names = namesOf(own);
	return [
		...picked.entries.map(({token}) => ({spec: token, reason: 'not-named' as const})),
		...picked.rejected,
	].filter(({spec}) => !names.has(spec));
};

/** The user's own chain beside the one that would be picked. */
export type Graded = {
	/** The own chain, with the reasons why other specs aren't in it. */
	readonly chain: Chain;
	readonly picked: Chain;
	/** What would be picked, where that is better, or has what is pinned and lacks what is avoided. */
	readonly proposal: Chain | null;
};

/** Compares a chain with what would be picked in its place; a picked one is as good as itself. */
export const gradeChain = (
	own: Chain,
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
): Graded => {
	if (!own.given) return {chain: own, picked: own, proposal: null};
	const picking = openLog(request.ruleset);
	const picked = pickChain(
		{...pod, target: heldBy(own, pod)},
		{...request, chain: {...request.chain, useSpecs: null}},
		book,
		picking,
	);
	const isUnlikeAsked = checkWishes(own, request.chain, picking.diagnostics, log);
	const isProposed =
		own.entries.length > 0 &&
		picked.entries.length > 0 &&
		(isUnlikeAsked || isBetter(picked, own, request.chain));
	return {
		chain: {...own, rejected: missingFrom(own, picked)},
		picked,
		proposal: isProposed ? picked : null,
	};
};
