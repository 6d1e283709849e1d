import {formatUseSpecs, type Spec} from '../catalogue/spec.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {PriceBook} from '../pricing/price-book.ts';
import type {Log} from '../rules/log.ts';
import type {PodAmounts, PodRequest} from '../sizing/pod-request.ts';
import {fits} from '../sizing/round.ts';
import {sizesFor} from '../sizing/sizing.ts';
import {compareRates, perHour, type Rate, subtractMoney} from '../units/money.ts';
import {gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import {paidRate} from './chain.ts';
import {type ResolvedSpec, resolveSize} from './resolve-spec.ts';

/** What the containers need, and of what they don't say as much as the entry names. */
const askedOf = (
	spec: Extract<Spec, {readonly kind: 'cpu-mem'}>,
	{need}: PodRequest,
): PodAmounts => ({
	cpu: need.cpu > 0 ? need.cpu : vcpuToMillis(spec.vcpu),
	memory: need.memory > 0 ? need.memory : gibToBytes(spec.memoryGiB),
});

type Cheaper = {readonly entry: ResolvedSpec; readonly rate: Rate};

/** The size with more vCPU that holds the same for least. */
const cheapestBeside = (
	{spec, vcpu}: ResolvedSpec,
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
): Cheaper | null => {
	if (spec.kind !== 'cpu-mem') return null;
	const asked = askedOf(spec, pod);
	const [cheapest] = sizesFor(request)
		.filter(size => size.vcpu > vcpu && fits(size, asked))
		.flatMap(size => {
			const entry = resolveSize(size, request.ruleset, book);
			const rate = paidRate(entry, request.spot);
			return rate ? {entry, rate} : [];
		})
		.toSorted((a, b) => compareRates(a.rate, b.rate));
	return cheapest ?? null;
};

/** Entries that cost more than a size with more vCPU that would do as well [facts §2.6, rounding traps]. */
export const reportTraps = (
	entries: readonly ResolvedSpec[],
	specs: readonly Spec[],
	pod: PodRequest,
	request: PlanRequest,
	book: PriceBook,
	log: Log,
): void => {
	const tokens = entries.map(({token}) => token);
	for (const entry of entries) {
		const cheaper = cheapestBeside(entry, pod, request, book);
		const rate = paidRate(entry, request.spot);
		if (!(cheaper && rate) || compareRates(cheaper.rate, rate) >= 0) continue;
		// Where the chain has it already, only the order is wrong, and that is said.
		if (tokens.includes(cheaper.entry.token)) continue;
		log.add(
			'size-trap',
			{
				billed: entry.billedAs,
				cheaper: cheaper.entry.token,
				savedPerHour: subtractMoney(perHour(rate), perHour(cheaper.rate)),
				useSpecs: formatUseSpecs(
					specs.map(spec => (spec === entry.spec ? cheaper.entry.spec : spec)),
				),
			},
			'chain.useSpecs',
		);
	}
};
