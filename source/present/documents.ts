import {
	allEntries,
	type Chain,
	type ChainEntry,
	isKnown,
	type UnknownEntry,
} from '../domain/chain/chain.ts';
import {API_VERSION} from '../domain/input/plan-input.ts';
import type {Plan} from '../domain/plan.ts';
import type {Comparison} from '../domain/pricing/comparison.ts';
import type {CostLine} from '../domain/pricing/cost-lines.ts';
import {lacksPrice, withStorage} from '../domain/pricing/extra-storage.ts';
import type {Provenance} from '../domain/pricing/provenance.ts';
import type {CostTotal, Quote, ReservedQuote} from '../domain/pricing/quote.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {toAmounts} from '../domain/sizing/pod-request.ts';
import type {BilledSpec, Sizing} from '../domain/sizing/sizing.ts';
import {type Fraction, toDecimal, toNumber} from '../domain/units/fraction.ts';
import {
	exactAmount,
	type Money,
	money,
	perHour,
	perMonth,
	type Rate,
} from '../domain/units/money.ts';
import {adviceOf, placeOf, type Sayable, sourceOf} from './diagnostic-text.ts';
import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {chanceNumber} from './percent-text.ts';

const amountOrNull = (amount: Money | null): string | null => amount && exactAmount(amount);

/** `{currency, perSecond, perHour, perMonth}`; null where no price is known. */
const priceJson = (rate: Rate | null): JsonObject | null =>
	rate && {
		currency: rate.currency,
		perSecond: exactAmount(money(rate.currency, rate.perSecond)),
		perHour: exactAmount(perHour(rate)),
		perMonth: exactAmount(perMonth(rate)),
	};

const specJson = ({spec, vcpu, memoryGiB}: BilledSpec): JsonObject => ({spec, vcpu, memoryGiB});

/** Diagnostics as every document carries them, in the language of the user. */
export const diagnosticsJson = (
	diagnostics: readonly Sayable[],
	language: LanguageId,
): readonly JsonObject[] =>
	diagnostics.map(diagnostic => {
		const path = placeOf(diagnostic);
		const source = sourceOf(diagnostic);
		return {
			rule: diagnostic.rule,
			severity: diagnostic.severity,
			...adviceOf(diagnostic, language),
			...(path !== undefined && {path}),
			...source,
		};
	});

export const pricesJson = ({asOf, sources}: Pick<Provenance, 'asOf' | 'sources'>): JsonObject => ({
	asOf,
	source: sources.join('; '),
});

/** What a document ends with: the diagnostics of the plan and of its prices, and the prices. */
export const pricedBy = (plan: Plan, prices: Provenance, language: LanguageId): JsonObject => ({
	diagnostics: diagnosticsJson([...plan.diagnostics, ...prices.diagnostics], language),
	prices: pricesJson(prices),
});

/** The envelope of every document. */
export const documentOf = (kind: string, body: JsonObject): JsonObject => ({
	apiVersion: API_VERSION,
	kind,
	...body,
});

const storageJson = (storage: Sizing['storage']): JsonObject | null =>
	storage && {gib: toNumber(storage.gib), price: priceJson(storage.rate)};

/** Prices are those of the pod: of the spec and of the storage beside it. */
export const sizingBody = ({asked, billed, rounded, ...sizing}: Sizing): JsonObject => {
	const {roundingRate, storage, alternatives} = sizing;
	return {
		request: toAmounts(asked.billing),
		billed: billed && specJson(billed),
		rounded,
		price: priceJson(withStorage(billed?.rate ?? null, storage)),
		missing: lacksPrice(billed?.rate ?? null, storage),
		roundingPrice: priceJson(roundingRate),
		extraStorage: storageJson(storage),
		alternatives: alternatives.map(other => ({
			...specJson(other),
			price: priceJson(withStorage(other.rate, storage)),
		})),
	};
};

export const sizingDocument = (plan: Plan, language: LanguageId): JsonObject =>
	documentOf('Sizing', {
		ruleset: plan.request.ruleset,
		region: plan.request.region,
		...sizingBody(plan.sizing),
		...pricedBy(plan, plan.prices.sizing, language),
	});

const percent = (share: Fraction | null): number | null =>
	share && Number(toDecimal({...share, numerator: share.numerator * 100n}, 4));

const lineJson = (line: CostLine, currency: string, language: LanguageId): JsonObject => {
	const labels = labelsOf(language);
	return {
		label: labels.items[line.item],
		quantity: toDecimal(line.quantity, 6),
		unit: `${line.item === 'memory' ? 'GiB' : line.item}-hour`,
		currency,
		unitPrice: amountOrNull(line.unitPrice),
		amount: amountOrNull(line.amount),
		basis: line.spec,
		missing: line.amount === null,
	};
};

const totalJson = (total: CostTotal, incomplete: boolean): JsonObject => ({
	currency: total.perHour.currency,
	perHour: exactAmount(total.perHour),
	perMonth: exactAmount(total.perMonth),
	horizon: exactAmount(total.horizon),
	incomplete,
});

const comparisonJson = (row: Comparison, currency: string): JsonObject => ({
	name: row.name,
	spec: row.spec,
	basis: row.basis,
	currency,
	perHour: amountOrNull(row.perHour),
	perMonth: amountOrNull(row.perMonth),
	vsBaseline: percent(row.vsBaseline),
	asOf: row.asOf,
	missing: row.missing,
	inChain: row.inChain,
});

const reservedJson = (reserved: ReservedQuote, currency: string): JsonObject => ({
	type: reserved.type,
	hoursPerMonth: toNumber(reserved.hoursPerMonth),
	covered: reserved.covered,
	cheapest: reserved.isCheapest,
	currency,
	perHour: exactAmount(reserved.perHour),
	perMonth: exactAmount(reserved.perMonth),
	vsBaseline: percent(reserved.vsBaseline),
	curve: reserved.curve.map(({covered, perMonth: month}) => ({
		covered,
		perMonth: exactAmount(month),
	})),
});

const startUpJson = ({startUp, cacheSaving}: Quote, currency: string): JsonObject => ({
	seconds: startUp.seconds,
	basis: startUp.basis,
	cachedSeconds: startUp.cache?.cached ?? null,
	uncachedSeconds: startUp.cache?.uncached ?? null,
	currency,
	cacheSavingPerMonth: amountOrNull(cacheSaving),
});

const quoteBody = (quote: Quote, currency: string, language: LanguageId): JsonObject => ({
	lines: quote.lines.map(line => lineJson(line, currency, language)),
	total: quote.total && totalJson(quote.total, quote.incomplete),
	notPriced: quote.otherCharges,
	comparison: quote.comparison.map(row => comparisonJson(row, currency)),
	reserved: quote.reserved && reservedJson(quote.reserved, currency),
	startUp: startUpJson(quote, currency),
});

export const quoteDocument = (plan: Plan, language: LanguageId): JsonObject => {
	const {request, quote} = plan;
	return documentOf('Quote', {
		name: request.name,
		ruleset: request.ruleset,
		region: request.region,
		replicas: {
			peak: quote.usage.peakReplicas,
			billedHoursPerMonth: toNumber({
				...quote.usage.perMonth,
				denominator: quote.usage.perMonth.denominator * 3600n,
			}),
		},
		horizonHours: request.horizon / 3600,
		...quoteBody(quote, request.currency, language),
		...pricedBy(plan, plan.prices.quote, language),
	});
};

const amountsJson = (entry: ChainEntry | UnknownEntry): JsonObject => ({
	vcpu: isKnown(entry) ? entry.vcpu : null,
	memoryGiB: isKnown(entry) ? entry.memoryGiB : null,
	perHour: isKnown(entry) ? amountOrNull(entry.onDemand && perHour(entry.onDemand)) : null,
	spotPerHour: isKnown(entry) ? amountOrNull(entry.spot && perHour(entry.spot.rate)) : null,
	inStock: chanceNumber(entry.stock.chance),
	stockBasis: entry.stock.basis,
	firstInStock: chanceNumber(entry.first),
	reason: isKnown(entry) ? entry.reason : 'given',
});

export const entriesJson = (chain: Chain): readonly JsonObject[] =>
	allEntries(chain).map(entry => ({
		rank: entry.rank,
		spec: entry.token,
		kind: entry.spec.kind,
		...amountsJson(entry),
	}));

/** The spot strategy that was asked for. */
export const spotJson = ({request: {spot}}: Plan): JsonObject => ({
	strategy: spot.strategy,
	priceLimit: spot.strategy === 'SpotWithPriceLimit' ? spot.priceLimit : null,
});

/** The plan of one workload that was described by flags, a file or a preset. */
export const planDocument = (plan: Plan, language: LanguageId): JsonObject => {
	const {request, sizing, chain, quote} = plan;
	const total = quote.total && totalJson(quote.total, quote.incomplete);
	return documentOf('Plan', {
		ruleset: request.ruleset,
		region: request.region,
		workloads: [
			{
				file: null,
				document: null,
				kind: request.workload.kind,
				name: request.name,
				namespace: null,
				replicas: quote.usage.peakReplicas,
				...sizingBody(sizing),
				useSpecs: chain.useSpecs,
				spot: spotJson(plan),
				entries: entriesJson(chain),
				...quoteBody(quote, request.currency, language),
				diagnostics: diagnosticsJson(plan.diagnostics, language),
			},
		],
		totals: total,
		diagnostics: diagnosticsJson(plan.prices.quote.diagnostics, language),
		prices: pricesJson(plan.prices.quote),
	});
};
