import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import {openLog} from '../rules/log.ts';
import type {PodAmounts, PodRequest} from '../sizing/pod-request.ts';
import {compare} from '../units/fraction.ts';
import {compareRates} from '../units/money.ts';
import {bytes, cpuMillis, gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import type {Chain} from './chain.ts';
import {pickChain} from './pick-chain.ts';

/** What the chain must hold: the need of the containers, and of what they don't say the smallest entry. */
const targetOf = ({entries}: Chain, {need}: PodRequest): PodAmounts => ({
	cpu:
		need.cpu > 0 ? need.cpu : cpuMillis(Math.min(...entries.map(({vcpu}) => vcpuToMillis(vcpu)))),
	memory:
		need.memory > 0
			? need.memory
			: bytes(Math.min(...entries.map(({memoryGiB}) => gibToBytes(memoryGiB)))),
});

const isBetter = (proposed: Chain, own: Chain, {target}: PlanRequest['chain']): boolean => {
	const reaches = (chain: Chain) => compare(chain.odds.placed, target.chance) >= 0;
	if (reaches(proposed) !== reaches(own)) return reaches(proposed);
	if (!reaches(own)) return compare(proposed.odds.placed, own.odds.placed) > 0;
	if (!(proposed.expected && own.expected)) return own.expected === null;
	return compareRates(proposed.expected, own.expected) < 0;
};

/** The chain that would be chosen in place of the user's own; null where that is no better. */
export const proposeChain = (
	own: Chain,
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): Chain | null => {
	if (!own.given || own.entries.length === 0) return null;
	const proposed = pickChain(
		{...pod, target: targetOf(own, pod)},
		{...request, chain: {...request.chain, useSpecs: null}},
		book,
		openLog(request.ruleset),
	);
	return proposed.entries.length > 0 && isBetter(proposed, own, request.chain) ? proposed : null;
};
