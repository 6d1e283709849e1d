import type {Plan} from '../domain/plan.ts';
import type {LanguageId} from '../present/language/language.ts';
import {comparisonTable} from '../present/quote-report.ts';
import {shownTable, type Table} from '../present/report.ts';

const AMOUNTS = ['perHour', 'perMonth'];

/** The comparison of costs; what nobody quoted has the mark it has in the chain. */
export const costTableOf = (plan: Plan, language: LanguageId): Table => {
	const table = shownTable(comparisonTable(plan, language));
	const isGuess = plan.quote.comparison.map(
		({name, basis, perHour}) => name === 'spot' && basis !== 'quote' && perHour !== null,
	);
	return {
		...table,
		rows: table.rows.map((cells, row) =>
			cells.map((one, column) =>
				isGuess[row] && AMOUNTS.includes(table.columns[column]?.key ?? '')
					? {...one, text: `~${one.text}`}
					: one,
			),
		),
	};
};
