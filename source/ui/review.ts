import {totalFacts} from '../present/quote-report.ts';
import {reportLines} from '../present/report-lines.ts';
import {yamlStream} from '../present/yaml.ts';
import type {CostTableProps} from './components/cost-table.tsx';
import {costTableHeight, costTableWidth} from './components/cost-table.tsx';
import {costTableOf} from './cost-rows.ts';
import {broken, emptyLine, oneLine, piece, type ScreenLine} from './lines.ts';
import {plannedOf, shownPlan} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import {noteLines, type View} from './view.ts';

/** The review as one long page: the table of costs, then lines. */
export type Review = {
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

/** Everything there is to see before the export. */
export const reviewOf = (state: WizardState, view: View): Review => {
	const {texts, labels, width} = view;
	const {documents, diagnostics} = plannedOf(state);
	const plan = shownPlan(state);
	const table = costTable(state, view);
	const top = table ? costTableHeight(table.rows.length) : 0;
	const costs = plan
		? reportLines([{...totalFacts(plan, labels), title: ''}], width).map(line => [
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
		table,
		lines,
		height: top + lines.length,
		sections: [0, notesAt, notesAt + notes.length],
	};
};

/** The last line that may stand at the top. */
export const scrollLimit = (review: Review, height: number): number =>
	Math.max(0, review.height - height);
