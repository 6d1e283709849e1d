import {ownBook} from '../domain/pricing/own-prices.ts';
import {openLog} from '../domain/rules/log.ts';
import {quoteReport} from '../present/quote-report.ts';
import type {Report} from '../present/report.ts';
import {reportLines} from '../present/report-lines.ts';
import {entryWhy, type Grounds, sizeWhy} from '../present/why-report.ts';
import {oneLine, piece, type ScreenLine} from './lines.ts';
import {entryOf, focusedRow, shownPlan} from './state/rows.ts';
import type {StepId, WizardState} from './state/wizard-types.ts';
import type {View} from './view.ts';

/** Steps whose numbers are costs of all pods. */
const OF_COSTS: readonly StepId[] = ['billing', 'review', 'export'];

const reportOf = (state: WizardState, grounds: Grounds): Report => {
	const row = focusedRow(state);
	const entry = row?.kind === 'entry' ? entryOf(grounds.plan, row.token) : null;
	if (entry) return entryWhy(entry, grounds);
	return OF_COSTS.includes(state.step)
		? quoteReport(grounds.plan, grounds.language)
		: sizeWhy(grounds);
};

/** How the number in focus was made: formula, price, date and source. */
export const whyLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	const {language, texts, width} = view;
	const plan = shownPlan(state);
	const book = state.knowledge?.book;
	if (!plan || !book) return [oneLine(` ${texts.habits.why.nothing}`, 'muted')];
	const {pricing, ruleset} = plan.request;
	const grounds = {plan, book: ownBook(book, pricing, openLog(ruleset)), language};
	return reportLines(reportOf(state, grounds), width - 1).map(line => [piece(' '), ...line]);
};
