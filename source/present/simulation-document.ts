import type {Provenance} from '../domain/pricing/provenance.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import type {
	BreakEven,
	CostDistribution,
	Estimate,
	Simulation,
	StrategyResult,
} from '../domain/simulation/simulation-result.ts';
import {exactAmount} from '../domain/units/money.ts';
import type {Sayable} from './diagnostic-text.ts';
import {diagnosticsJson, documentOf, pricesJson} from './documents.ts';
import {errorText, estimateNumber, estimateText} from './estimate-text.ts';
import type {SimulationWords} from './language/en/simulation-words.ts';
import type {LanguageId} from './language/language.ts';
import {breakEvenText} from './simulation-advice.ts';
import {assumptionText, simulationWordsOf} from './simulation-words.ts';

const SECONDS_PER_HOUR = 3600;

/** Of the ranges around quantiles and chances. */
const CONFIDENCE = 0.95;

type Range = {readonly low: number; readonly high: number};

const rangeJson = (range: Range | null): JsonObject | null =>
	range && {low: estimateText(range.low), high: estimateText(range.high)};

const chanceRangeJson = (range: Range | null): JsonObject | null =>
	range && {low: estimateNumber(range.low), high: estimateNumber(range.high)};

const costJson = (cost: CostDistribution): JsonObject => ({
	mean: exactAmount(cost.mean),
	se: errorText(cost.se),
	p10: estimateText(cost.p10.value),
	p50: estimateText(cost.p50.value),
	p90: estimateText(cost.p90.value),
	p99: cost.p99 && estimateText(cost.p99.value),
});

const estimateJson = ({mean, se}: Estimate): JsonObject => ({
	mean: estimateNumber(mean),
	se: estimateNumber(se),
});

/** The baseline differs from itself by nothing. */
const versusJson = ({cost, vsBaseline}: StrategyResult): JsonObject => {
	if (!vsBaseline)
		return {mean: '0', se: '0', percent: cost.mean.amount.numerator === 0n ? null : 0};
	const {mean, se, percent} = vsBaseline;
	return {
		mean: exactAmount(mean),
		se: errorText(se),
		percent: percent === null ? null : estimateNumber(percent),
	};
};

/** All hours of a spec, however they are paid. */
const hoursJson = ({hoursBySpec}: StrategyResult): JsonObject => {
	const sums = new Map<string, number>();
	for (const {spec, hours} of hoursBySpec) sums.set(spec, (sums.get(spec) ?? 0) + hours);
	return Object.fromEntries([...sums].map(([spec, hours]) => [spec, estimateNumber(hours)]));
};

const strategyJson = (result: StrategyResult, currency: string): JsonObject => {
	const {cost, deadlineMet, limit} = result;
	return {
		name: result.name,
		specs: result.specs,
		currency,
		cost: costJson(cost),
		billedHours: estimateJson(result.billedHours),
		interruptions: estimateJson(result.interruptions),
		placedShare: estimateNumber(result.placedShare),
		fallbackShare: estimateNumber(result.fallbackShare),
		deadlineMet: deadlineMet && estimateNumber(deadlineMet.share),
		hoursBySpec: hoursJson(result),
		hoursByPayment: result.hoursBySpec.map(({spec, payment, hours}) => ({
			spec,
			payment,
			hours: estimateNumber(hours),
		})),
		vsBaseline: versusJson(result),
		worstCase: exactAmount(result.worstCase),
		confidence: {
			p10: rangeJson(cost.p10),
			p50: rangeJson(cost.p50),
			p90: rangeJson(cost.p90),
			p99: rangeJson(cost.p99),
			deadlineMet: chanceRangeJson(deadlineMet),
		},
		priceLimit: limit && {perHour: exactAmount(limit.perHour), advised: limit.isAdvised},
		reserved: result.covered,
	};
};

const seriesJson = ({series}: Simulation): JsonObject => ({
	hours: series.hours.map(estimateNumber),
	...Object.fromEntries(
		series.strategies.map(({name, p10, p50, p90}) => [
			name,
			{p10: p10.map(estimateText), p50: p50.map(estimateText), p90: p90.map(estimateText)},
		]),
	),
});

const breakEvenFigures = (item: BreakEven): JsonObject => {
	switch (item.kind) {
		case 'spot-ratio':
			return {
				strategy: item.strategy,
				ratio: item.ratio === null ? null : estimateNumber(item.ratio),
			};
		case 'reserved-hours-per-day':
			return {hoursPerDay: estimateNumber(item.hours)};
		case 'reserved-months':
			return {months: estimateNumber(item.months)};
		case 'checkpoint-interval':
			return {
				seconds: estimateNumber(item.seconds),
				expectedHours: estimateNumber(item.expectedHours),
			};
		case 'price-limit':
			return {
				currency: item.perHour.currency,
				perHour: exactAmount(item.perHour),
				reason: item.reason,
			};
	}
};

const breakEvenJson = (
	item: BreakEven,
	simulation: Simulation,
	words: SimulationWords,
): JsonObject => ({
	kind: item.kind,
	...breakEvenFigures(item),
	message: breakEvenText(item, simulation, words).join(': '),
});

/** The document of `simulate`; `diagnostics` are those of the plan, of its prices and of the run. */
export const simulationDocument = (
	simulation: Simulation,
	prices: Omit<Provenance, 'diagnostics'>,
	diagnostics: readonly Sayable[],
	language: LanguageId,
): JsonObject => {
	const words = simulationWordsOf(language);
	const {currency, region, ruleset, seed, paths, pathsAsked, horizonSeconds} = simulation;
	return documentOf('Simulation', {
		region,
		ruleset,
		currency,
		seed,
		paths,
		pathsAsked,
		horizonHours: horizonSeconds / SECONDS_PER_HOUR,
		market: simulation.market,
		baseline: simulation.baseline,
		assumptions: simulation.assumptions.map(assumption => {
			const {label, text, change} = assumptionText(assumption, language);
			return {id: assumption.id, label, message: text, change, facts: {...assumption.facts}};
		}),
		confidenceLevel: CONFIDENCE,
		strategies: simulation.strategies.map(result => strategyJson(result, currency)),
		series: seriesJson(simulation),
		breakEven: simulation.breakEven.map(item => breakEvenJson(item, simulation, words)),
		drivers: simulation.drivers.map(({strategy, kind, share}) => ({
			strategy,
			kind,
			share: estimateNumber(share),
		})),
		diagnostics: diagnosticsJson(diagnostics, language),
		prices: pricesJson(prices),
	});
};
