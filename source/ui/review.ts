import type {Plan} from '../domain/plan.ts';
import type {Money} from '../domain/units/money.ts';
import type {Labels} from '../present/language/en/labels.ts';
import {HOUR_PLACES, MONTH_PLACES} from '../present/money-cell.ts';
import {moneyText} from '../present/money-text.ts';
import {totalFacts} from '../present/quote-report.ts';
import type {FactList} from '../present/report.ts';
import {reportLines} from '../present/report-lines.ts';
import {line} from '../present/tone.ts';
import {yamlStream} from '../present/yaml.ts';
import type {CostTableProps} from './components/cost-table.tsx';
import {costTableHeight, costTableWidth} from './components/cost-table.tsx';
import {costTableOf} from './cost-rows.ts';
import {broken, emptyLine, oneLine, piece, type ScreenLine} from './lines.ts';
import {chartLines, comparedLines} from './simulation-lines.ts';
import {shownAnswer} from './state/live.ts';
import {documentsOf, plannedOf, shownPlan} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import {noteLines, type View} from './view.ts';

/** The comparison as one long page: what was simulated, the table of costs, then lines. */
export type Review = {
	readonly simulated: readonly ScreenLine[];
	readonly table: CostTableProps | null;
	readonly lines: readonly ScreenLine[];
	/** Lines of the whole page. */
	readonly height: number;
	/** First lines of its sections. */
	readonly sections: readonly number[];
};

/** Way, spec, an hour, a month. */
const COLUMNS_AT_LEAST = 4;

const costTable = (state: WizardState, view: View): CostTableProps | null => {
	const plan = shownPlan(state);
	if (!plan || plan.quote.comparison.length === 0) return null;
	const {columns, rows} = costTableOf(plan, view.language);
	const table = (count: number): CostTableProps => ({
		columns: columns
			.slice(0, count)
			.map(({heading, align}) => ({heading, align, tone: 'plain' as const})),
		rows: rows.map(cells => cells.slice(0, count).map(({text}) => text)),
	});
	const fitting = [columns.length, columns.length - 1]
		.map(table)
		.find(one => costTableWidth(one) <= view.width - 1);
	return fitting ?? table(COLUMNS_AT_LEAST);
};

/** What spot would cost instead, where it is asked for; a guess has its mark. */
const spotFacts = ({quote, request}: Plan, labels: Labels): readonly FactList[] => {
	const spot = quote.comparison.find(({name}) => name === 'spot');
	if (request.spot.strategy === 'none' || !spot) return [];
	const mark = spot.basis === 'quote' ? '' : '~';
	const shown = (amount: Money | null, places: number, worded: (text: string) => string) =>
		amount
			? line(mark + worded(moneyText(amount, places)), 'spot')
			: line(labels.priceMissing, 'warning');
	const {once} = quote.usage;
	const [hourWords, monthWords] = once
		? [labels.perHourRunning, labels.monthOnce]
		: [labels.perHourMean, labels.month];
	return [
		{
			kind: 'facts',
			title: labels.totalsOnSpot(spot.spec),
			rows: [
				[labels.perHourLabel, shown(spot.perHour, HOUR_PLACES, hourWords)],
				[labels.perMonthLabel, shown(spot.perMonth, MONTH_PLACES, monthWords)],
			],
		},
	];
};

/** From here on there is room for a tall chart. */
const TALL = 30;
const CHART_ROWS = {low: 12, tall: 20};

/** Every way to pay in a table and over time; nothing before the first simulation. */
const simulatedPart = (state: WizardState, view: View): readonly ScreenLine[] => {
	const plan = shownPlan(state);
	const answer = shownAnswer(state);
	if (!plan || !answer) return [];
	const {simulation} = answer;
	const height = view.height >= TALL ? CHART_ROWS.tall : CHART_ROWS.low;
	const chart = chartLines(simulation.strategies, simulation, {
		...view,
		width: view.width - 2,
		height,
	});
	return [
		...comparedLines(state, plan, simulation, view),
		emptyLine,
		...chart.map(line => [piece(' '), ...line]),
		emptyLine,
	];
};

/** Everything there is to see before the export. */
export const reviewOf = (state: WizardState, view: View): Review => {
	const {texts, labels, width} = view;
	const {diagnostics} = plannedOf(state);
	const documents = documentsOf(state);
	const plan = shownPlan(state);
	const simulated = simulatedPart(state, view);
	const table = costTable(state, view);
	const top = simulated.length + (table ? costTableHeight(table.rows.length) : 0);
	const costs = plan
		? reportLines([totalFacts(plan, labels), ...spotFacts(plan, labels)], width).map(line => [
				piece(' '),
				...line,
			])
		: [oneLine(` ${texts.live.noPlan}`, 'muted')];
	const notes = [
		emptyLine,
		oneLine(` ${texts.review.notes}`, 'heading'),
		...(diagnostics.length === 0
			? [oneLine(`   ${texts.review.noNotes}`, 'muted')]
			: noteLines(diagnostics, view)),
	];
	const yaml = documents
		? [
				emptyLine,
				oneLine(` ${texts.review.yaml}`, 'heading'),
				...yamlStream(documents).flatMap(line => broken([piece('   '), ...line], width - 1, 6)),
			]
		: [];
	const lines = [...costs, ...notes, ...yaml];
	const notesAt = top + costs.length + 1;
	return {
		simulated,
		table,
		lines,
		height: top + lines.length,
		sections: [0, simulated.length, notesAt, notesAt + notes.length],
	};
};

/** The last line that may stand at the top. */
export const scrollLimit = (review: Review, height: number): number =>
	Math.max(0, review.height - height);
