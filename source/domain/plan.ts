import {billedChain} from './chain/billed-chain.ts';
import {type Chain, firstEntry, NO_CHAIN} from './chain/chain.ts';
import {checkAnnotatedChain} from './chain/check-annotated-chain.ts';
import {givenChain} from './chain/given-chain.ts';
import {noteChain} from './chain/note-chain.ts';
import {pickChain} from './chain/pick-chain.ts';
import {gradeChain} from './chain/propose.ts';
import type {ResolvedSpec} from './chain/resolve-spec.ts';
import {sizeBeside} from './chain/size-beside.ts';
import {type Diagnostic, hasErrors} from './diagnostics.ts';
import type {PlanInput} from './input/plan-input.ts';
import type {PlanRequest} from './input/plan-request.ts';
import {readPlanInput} from './input/read-plan-input.ts';
import type {TimeZones} from './input/time-zones.ts';
import {checkStoragePrice} from './pricing/extra-storage.ts';
import {ownBook} from './pricing/own-prices.ts';
import type {PriceBook} from './pricing/price-book.ts';
import {
	onDemandProvenance,
	type Provenance,
	type Shown,
	spotProvenance,
} from './pricing/provenance.ts';
import {type Quote, quoteWorkload} from './pricing/quote.ts';
import {noteReserved} from './pricing/reserved-quote.ts';
import {type Log, openLog} from './rules/log.ts';
import {checkCapacity} from './sizing/capacity.ts';
import {checkImages} from './sizing/check-images.ts';
import {checkLimits} from './sizing/check-limits.ts';
import {type PodRequest, requestOf} from './sizing/pod-request.ts';
import {checkLargest, isTooLarge} from './sizing/round.ts';
import {type Sizing, sizePod} from './sizing/sizing.ts';
import {startUpOf} from './sizing/start-up.ts';

/** Everything that follows from one request and one region's prices. */
export type Plan = {
	readonly request: PlanRequest;
	readonly sizing: Sizing;
	readonly chain: Chain;
	/** What is picked, or would be in place of the user's own chain. */
	readonly picked: Chain;
	/** A better chain than the user's own, if there is one. */
	readonly proposal: Chain | null;
	readonly quote: Quote;
	/** The prices behind each part. */
	readonly prices: {
		readonly sizing: Provenance;
		readonly chain: Provenance;
		readonly quote: Provenance;
	};
	/** About the input and the plan; those about prices stand with the prices. */
	readonly diagnostics: readonly Diagnostic[];
};

/** A chain is chosen and a better one proposed, or the pod is billed as it stands. */
export type Search = 'choose' | 'as-it-is';

const chainFor = (
	pod: PodRequest,
	request: PlanRequest,
	search: Search,
	book: PriceBook,
	log: Log,
): Chain => {
	if (isTooLarge(pod.billing)) return NO_CHAIN;
	const {useSpecs} = request.chain;
	if (useSpecs) return givenChain(useSpecs, pod, request, book, log);
	return search === 'choose'
		? pickChain(pod, request, book, log)
		: billedChain(pod, request, book, log);
};

const hasStorageRate = ({storage}: Sizing): boolean => storage !== null && storage.rate !== null;

const shownBySizing = ({entries}: Chain, sizing: Sizing): Shown => ({
	entries,
	hasRates:
		hasStorageRate(sizing) ||
		sizing.billed?.kind === 'cpu-mem' ||
		sizing.alternatives.some(({kind}) => kind === 'cpu-mem'),
});

const shownByQuote = ({entries}: Chain, beside: ResolvedSpec | null, sizing: Sizing): Shown => ({
	entries,
	hasRates:
		hasStorageRate(sizing) || beside !== null || entries.some(({spec}) => spec.kind === 'cpu-mem'),
});

/**
 * Plans a workload: adds up and rounds, chooses or grades the chain, and prices it.
 * `today` (`2026-11-23`) is what the age of prices is measured against.
 */
export const planWorkload = (
	request: PlanRequest,
	book: PriceBook,
	today: string,
	search: Search = 'choose',
): Plan => {
	const log = openLog(request.ruleset);
	const pod = requestOf(request, log);
	checkLargest(pod.billing, request, log);
	const own = chainFor(pod, request, search, book, log);
	const {chain, picked, proposal} =
		search === 'choose'
			? gradeChain(own, pod, request, book, log)
			: {chain: own, picked: own, proposal: null};
	noteChain(chain, request, book, log);
	checkAnnotatedChain(request, chain.entries, log);
	checkLimits(request, log);
	const sizing = sizePod(pod, chain, request, book, log);
	checkStoragePrice(sizing.storage, book, log);
	const vcpu = firstEntry(chain)?.vcpu ?? 0;
	const startUp = startUpOf(request, vcpu);
	const beside = sizeBeside(chain, pod, request, book);
	const quote = quoteWorkload(chain, beside, request, startUp, book);
	checkCapacity(request, quote.usage.peakReplicas, vcpu, log);
	checkImages(request, startUp, quote.cacheSaving, log);
	const quoteLog = openLog(request.ruleset);
	noteReserved(quote.reserved, chain, request, quoteLog);
	const {ruleset, pricing} = request;
	const known = {book, pricing, today};
	const prices = {
		sizing: onDemandProvenance(shownBySizing(chain, sizing), {...known, log: openLog(ruleset)}),
		chain: spotProvenance(
			{entries: chain.entries, hasRates: false},
			{...known, log: openLog(ruleset)},
		),
		quote: spotProvenance(shownByQuote(chain, beside, sizing), {...known, log: quoteLog}),
	};
	return {request, sizing, chain, picked, proposal, quote, prices, diagnostics: log.diagnostics};
};

/** What prices and the calendar know. */
export type Knowledge = {
	/** Regions that have prices. */
	readonly regions: readonly string[];
	readonly timeZones: TimeZones;
	readonly book: PriceBook;
	/** `2026-11-23` */
	readonly today: string;
};

/**
 * The one path from a filled-in document to a plan, for every face. The plan is null when the document
 * can't be read; a plan that ECI would refuse is there, with errors among the diagnostics.
 */
export const planFrom = (
	input: PlanInput,
	{regions, timeZones, book, today}: Knowledge,
	search: Search = 'choose',
): {readonly plan: Plan | null; readonly diagnostics: readonly Diagnostic[]} => {
	const {request, diagnostics} = readPlanInput(input, regions, timeZones);
	if (hasErrors(diagnostics)) return {plan: null, diagnostics};
	const log = openLog(request.ruleset);
	const planned = planWorkload(request, ownBook(book, request.pricing, log), today, search);
	const all = [...diagnostics, ...log.diagnostics, ...planned.diagnostics];
	return {plan: {...planned, diagnostics: all}, diagnostics: all};
};
