import type {ChainEntry} from '../../chain/chain.ts';
import type {Knowledge, Plan} from '../../plan.ts';
import {type Provenance, spotProvenance} from '../../pricing/provenance.ts';
import {openLog} from '../../rules/log.ts';

/** One entry for each spec, however many workloads are billed as it. */
const distinctEntries = (plans: readonly Plan[]): readonly ChainEntry[] => [
	...new Map(
		plans.flatMap(({chain}) => chain.entries.map(entry => [entry.token, entry] as const)),
	).values(),
];

/** The prices behind all plans together, said once. */
export const manifestPrices = (
	plans: readonly Plan[],
	{book, today}: Pick<Knowledge, 'book' | 'today'>,
	provenanceOf = spotProvenance,
): Provenance => {
	const [first] = plans;
	if (!first) return {asOf: null, ageDays: null, sources: [book.source], diagnostics: []};
	const {pricing, ruleset} = first.request;
	const entries = distinctEntries(plans);
	const hasRates = plans.some(
		({sizing, chain}) =>
			sizing.storage?.rate !== undefined || chain.entries.some(({spec}) => spec.kind === 'cpu-mem'),
	);
	return provenanceOf({entries, hasRates}, {book, pricing, today, log: openLog(ruleset)});
};
