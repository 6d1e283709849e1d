import type {Plan} from '../domain/plan.ts';
import {chainTable} from './chain-report.ts';
import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {pricesFacts} from './prices-report.ts';
import {comparisonTable, totalFacts} from './quote-report.ts';
import type {Report} from './report.ts';
import {sizingFacts} from './sizing-report.ts';

/** One pod, its chain, and what all pods cost. */
export const planReport = (plan: Plan, language: LanguageId): Report => {
	const labels = labelsOf(language);
	return [
		sizingFacts(plan, labels),
		chainTable(plan, language),
		comparisonTable(plan, language),
		totalFacts(plan, labels),
		pricesFacts(plan.prices.quote, labels),
	];
};
