import type {DiffTotals, WorkloadDiff} from '../domain/diff/compare.ts';
import type {Estimate} from '../domain/diff/estimate.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {type Fraction, fraction, multiply, toDecimal} from '../domain/units/fraction.ts';
import {exactAmount, type Money} from '../domain/units/money.ts';
import {type ShownDiff, valuesOf} from './diff.ts';
import {diagnosticsJson, documentOf} from './documents.ts';
import {enDiffWords} from './language/en/diff-words.ts';
import type {LanguageId} from './language/language.ts';

const amountOrNull = (amount: Money | null): string | null => amount && exactAmount(amount);

const percentOf = (share: Fraction | null): number | null =>
	share && Number(toDecimal(multiply(share, fraction(100)), 4));

const sideJson = (side: Estimate | null): JsonObject | null =>
	side && {
		state: side.state,
		region: side.facets.region,
		ruleset: side.facets.ruleset,
		replicas: side.replicas.most,
		minReplicas: side.replicas.least,
		request: side.facets.request && {
			vcpu: side.facets.request.vcpu,
			memoryGiB: side.facets.request.memoryGiB,
		},
		billed: side.facets.billed,
		useSpecs: side.facets.useSpecs,
		spot: side.facets.spot && {
			strategy: side.facets.spot.strategy,
			priceLimit: side.facets.spot.limit,
		},
		perMonth: amountOrNull(side.months.most),
		minPerMonth: amountOrNull(side.months.least),
		spotPerMonth: amountOrNull(side.months.spot),
	};

const workloadJson = (one: WorkloadDiff, currency: string): JsonObject => ({
	kind: one.kind,
	name: one.name,
	namespace: one.namespace === '' ? null : one.namespace,
	status: one.status,
	currency,
	old: sideJson(one.old),
	new: sideJson(one.next),
	perMonth: amountOrNull(one.difference.most),
	minPerMonth: amountOrNull(one.difference.least),
	percent: percentOf(one.share),
	missing: one.difference.most === null,
	changes: one.changes.map(({factors, difference}) => ({
		fields: factors.map(field => {
			const values = valuesOf(field, one, enDiffWords);
			return {field, old: values?.from ?? null, new: values?.to ?? null};
		}),
		perMonth: amountOrNull(difference),
	})),
});

const pairJson = ({least, most}: DiffTotals['old']): JsonObject => ({
	perMonth: exactAmount(most),
	minPerMonth: exactAmount(least),
});

/** The comparison for machines: every workload, the unchanged ones as well. */
export const diffDocument = (
	{diff: {currency, workloads, totals}, diagnostics}: ShownDiff,
	language: LanguageId,
): JsonObject =>
	documentOf('Diff', {
		workloads: workloads.map(one => workloadJson(one, currency)),
		totals: {
			currency,
			period: 'month',
			old: pairJson(totals.old),
			new: pairJson(totals.next),
			...pairJson(totals.difference),
			percent: percentOf(totals.share),
			incomplete: totals.unknown > 0,
			workloads: {...totals.counts, missing: totals.unknown},
		},
		diagnostics: diagnosticsJson(diagnostics, language),
	});
