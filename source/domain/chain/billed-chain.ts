import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import {type Log, openLog} from '../rules/log.ts';
import type {PodRequest} from '../sizing/pod-request.ts';
import {billedSize} from '../sizing/round.ts';
import {sizesFor} from '../sizing/sizing.ts';
import {type Chain, NO_CHAIN} from './chain.ts';
import {givenChain} from './given-chain.ts';

/** The one size that ECI bills a pod as where nobody names a spec: a chain without a choice. */
export const billedChain = (
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
): Chain => {
	const isArm = request.chain.arch === 'arm64';
	if (isArm || pod.gpu > 0) {
		log.add('workload-spec-missing', {reason: isArm ? 'arm' : 'gpu'}, 'chain.useSpecs');
		return NO_CHAIN;
	}
	const size = billedSize(pod.billing, sizesFor(request), request.ruleset);
	if (!size) return NO_CHAIN;
	const {vcpu, memoryGiB} = size;
	// What there is to say of the size, sizing says.
	const unsaid = openLog(request.ruleset);
	return givenChain([{kind: 'cpu-mem', vcpu, memoryGiB}], pod, request, book, unsaid);
};
