import type {TotalCost} from '../domain/manifest/workload/planned-workload.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {type Fraction, fraction, multiply, toDecimal} from '../domain/units/fraction.ts';
import {exactAmount, type Money, SECONDS_PER_HOUR} from '../domain/units/money.ts';
import {diagnosticsJson, documentOf, pricesJson, sizingBody, spotJson} from './documents.ts';
import type {LanguageId} from './language/language.ts';
import type {ManifestPlan, ShownWorkload} from './manifest-plan.ts';

/** Decimals of hours. */
const HOUR_PLACES = 12;

const amountOrNull = (amount: Money | null): string | null => amount && exactAmount(amount);

const costJson = ({cost, plan}: ShownWorkload, currency: string): JsonObject | null =>
	cost && {
		currency,
		perMonth: amountOrNull(cost.most),
		minPerMonth: amountOrNull(cost.least),
		roundingPerMonth: amountOrNull(cost.rounding),
		spotPerMonth: amountOrNull(cost.spot),
		podHours: plan && podHoursText(plan.quote.usage.perMonth),
		incomplete: cost.incomplete,
	};

/** Hours that all pods are billed in a month. */
const podHoursText = (seconds: Fraction): string =>
	toDecimal(multiply(seconds, fraction(1, SECONDS_PER_HOUR)), HOUR_PLACES);

/** A chain that was named or chosen; a size that ECI rounds to is none. */
const useSpecsOf = ({plan}: ShownWorkload): string | null =>
	plan && (plan.sizing.isNamed || !plan.chain.given) ? plan.chain.useSpecs : null;

const workloadJson = (
	workload: ShownWorkload,
	currency: string,
	language: LanguageId,
): JsonObject => {
	const {file, document, kind, name, namespace, replicas, plan} = workload;
	return {
		file,
		document,
		kind,
		name,
		namespace: namespace === '' ? null : namespace,
		replicas: replicas.most,
		minReplicas: replicas.least,
		state: workload.unplanned ?? 'planned',
		...(plan ? sizingBody(plan.sizing) : {request: null, billed: null, price: null}),
		useSpecs: useSpecsOf(workload),
		spot: plan && spotJson(plan),
		cost: costJson(workload, currency),
		diagnostics: diagnosticsJson(workload.diagnostics, language),
	};
};

const totalsJson = (total: TotalCost): JsonObject => ({
	currency: total.most.currency,
	perMonth: exactAmount(total.most),
	minPerMonth: exactAmount(total.least),
	roundingPerMonth: exactAmount(total.rounding),
	spotPerMonth: exactAmount(total.spot),
	spotIncomplete: total.isSpotIncomplete,
	workloads: total.counted,
	incomplete: total.incomplete,
});

/** The plan of manifests, workload by workload. */
export const manifestPlanDocument = (plan: ManifestPlan, language: LanguageId): JsonObject =>
	documentOf('Plan', {
		ruleset: plan.ruleset,
		region: plan.region,
		workloads: plan.workloads.map(one => workloadJson(one, plan.currency, language)),
		totals: totalsJson(plan.total),
		diagnostics: diagnosticsJson([...plan.diagnostics, ...plan.prices.diagnostics], language),
		prices: pricesJson(plan.prices),
	});
