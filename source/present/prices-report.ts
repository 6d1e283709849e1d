import type {Provenance} from '../domain/pricing/provenance.ts';
import type {Labels} from './language/en/labels.ts';
import type {FactList} from './report.ts';
import {line} from './tone.ts';

/** Date, age and sources of the prices that a result used. */
export const pricesFacts = (prices: Omit<Provenance, 'diagnostics'>, labels: Labels): FactList => ({
	kind: 'facts',
	title: '',
	rows: [
		[
			labels.prices,
			prices.asOf === null || prices.ageDays === null
				? line(labels.undated, 'muted')
				: line(labels.pricesAge(prices.asOf, prices.ageDays), 'muted'),
		],
		...prices.sources.map(source => [labels.source, line(source, 'muted')] as const),
	],
});
