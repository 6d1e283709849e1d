import {type ChainEntry, firstEntry} from '../domain/chain/chain.ts';
import type {Plan} from '../domain/plan.ts';
import type {Simulation, StrategyResult} from '../domain/simulation/simulation-result.ts';
import {formatDuration, seconds} from '../domain/units/duration.ts';
import {bandChartLines} from '../present/chart/band-chart.ts';
import {sparkText} from '../present/chart/spark.ts';
import {countText} from '../present/digit-groups.ts';
import {type LiveCells, liveCells} from '../present/live-table.ts';
import {type Cell, cell} from '../present/report.ts';
import {courseChart} from '../present/simulation-report.ts';
import {STRATEGY_TONES} from '../present/simulation-table.ts';
import {simulationWordsOf} from '../present/simulation-words.ts';
import {columnLines, type ListColumn, MARK_CELLS} from './columns.ts';
import {justified, oneLine, piece, type ScreenLine} from './lines.ts';
import {isCurrent, shownAnswer, twoStrategies} from './state/live.ts';
import type {WizardState} from './state/wizard-types.ts';
import {hourText, type View} from './view.ts';

type Figure = keyof Omit<LiveCells, 'name'>;

/** What goes where the room is short: the largest first, 0 never. */
const RANKS: Readonly<Record<Figure, number>> = {
	mean: 0,
	p10: 3,
	p90: 3,
	interruptions: 1,
	placed: 2,
	worst: 0,
	versus: 0,
	percent: 0,
};

const columnOf = (figure: Figure, {language}: View): ListColumn => {
	const words = simulationWordsOf(language);
	const headings: Readonly<Record<Figure, string>> = {
		mean: words.mean,
		p10: 'P10',
		p90: 'P90',
		interruptions: words.interruptions,
		placed: words.placed,
		worst: words.worst,
		versus: words.versus,
		percent: words.percent,
	};
	return {heading: headings[figure], align: 'right', optional: RANKS[figure]};
};

/** Strategies below each other, their figures in columns. */
const figureLines = (
	results: readonly StrategyResult[],
	figures: readonly Figure[],
	{simulation, label}: {readonly simulation: Simulation; readonly label: string},
	view: View,
): readonly ScreenLine[] => {
	const table = columnLines(
		{
			columns: [
				{heading: label, align: 'left', flexible: true},
				...figures.map(figure => columnOf(figure, view)),
			],
			rows: results.map((result): readonly Cell[] => {
				const cells = liveCells(result, simulation, view.language);
				return [cells.name, ...figures.map(figure => cells[figure] ?? cell(''))];
			}),
		},
		view.width + MARK_CELLS,
	);
	return [table.heading, ...table.rows];
};

/** What all costs are of: `3 pods, 30d`. */
const overText = (plan: Plan, {horizonSeconds}: Simulation, {texts}: View): string =>
	texts.simulated.over(
		texts.live.pods(countText(plan.quote.usage.peakReplicas)),
		formatDuration(seconds(horizonSeconds)),
	);

/** How many paths stand behind what is shown, and whether more are to come. */
const pathsLine = (state: WizardState, {texts}: View): ScreenLine => {
	const answer = shownAnswer(state);
	if (!answer || !isCurrent(state)) return oneLine(texts.simulated.underWay, 'accent');
	const {paths, pathsAsked} = answer.simulation;
	return answer.isDone
		? oneLine(texts.simulated.paths(countText(paths)), 'good')
		: oneLine(texts.simulated.pathsOf(countText(paths), countText(pathsAsked)), 'accent');
};

const priceText = ({billedAs, onDemand}: ChainEntry, {texts}: View): string =>
	onDemand ? `${billedAs} ${texts.live.hour(hourText(onDemand))}` : billedAs;

const SPARK_CELLS = 16;

/** The course of the cost of one strategy, in one line. */
const sparkLine = ({name}: StrategyResult, {series}: Simulation, {texts}: View): ScreenLine => {
	const band = series.strategies.find(each => each.name === name);
	if (!band) return [];
	return [
		piece(sparkText([band.p10, band.p90], SPARK_CELLS), STRATEGY_TONES[name]),
		piece(` ${texts.simulated.band}`, 'muted'),
	];
};

/** Four lines for terminals without room for a panel; null before the first simulation. */
export const simulatedStrip = (
	state: WizardState,
	plan: Plan,
	counts: ScreenLine,
	view: View,
): readonly ScreenLine[] | null => {
	const answer = shownAnswer(state);
	const entry = firstEntry(plan.chain);
	if (!answer || !entry) return null;
	const {simulation} = answer;
	const two = twoStrategies(plan, simulation);
	const label = overText(plan, simulation, view);
	const last = two.at(-1);
	const spark = last ? sparkLine(last, simulation, view) : [];
	const inner = {...view, width: view.width - 2};
	return [
		...figureLines(
			two,
			['mean', 'p10', 'p90', 'interruptions', 'worst'],
			{simulation, label},
			inner,
		).map(line => [piece(' '), ...line]),
		justified(
			[...oneLine(` ${priceText(entry, view)}  `, 'accent'), ...spark],
			[...pathsLine(state, view), piece('  '), ...counts, piece(' ')],
			view.width,
		),
	];
};

/** Every way to pay against the baseline, as wide as there is room. */
export const comparedLines = (
	state: WizardState,
	plan: Plan,
	simulation: Simulation,
	view: View,
): readonly ScreenLine[] => {
	const {texts, language, width} = view;
	const baseline = simulationWordsOf(language).strategies[plan.request.simulation.baseline];
	const label = overText(plan, simulation, view);
	return [
		justified(
			[
				...oneLine(` ${texts.simulated.versus} `, 'heading'),
				piece(` ${baseline} `, 'focus'),
				piece('  ‹ ›', 'accent'),
			],
			[...pathsLine(state, view), piece(' ')],
			width,
		),
		...figureLines(
			simulation.strategies,
			['mean', 'versus', 'percent', 'p10', 'p90', 'interruptions', 'placed', 'worst'],
			{simulation, label},
			{...view, width: width - 2},
		).map(line => [piece(' '), ...line]),
	];
};

/** Costs of every strategy, with how surely they are known. */
export const costLines = (
	state: WizardState,
	plan: Plan,
	simulation: Simulation,
	view: View,
): readonly ScreenLine[] => [
	justified(
		oneLine(overText(plan, simulation, view), 'heading'),
		pathsLine(state, view),
		view.width,
	),
	...figureLines(simulation.strategies, ['mean', 'p10', 'p90'], {simulation, label: ''}, view),
];

/** What may happen to the pods, and what they cost at worst. */
export const riskLines = (
	results: readonly StrategyResult[],
	simulation: Simulation,
	view: View,
): readonly ScreenLine[] =>
	figureLines(results, ['interruptions', 'placed', 'worst'], {simulation, label: ''}, view);

/** Steps of the scale and rows a step, from the largest chart to the smallest. */
const SHAPES = [
	{steps: 5, rowsPerStep: 3},
	{steps: 5, rowsPerStep: 2},
	{steps: 3, rowsPerStep: 2},
	{steps: 2, rowsPerStep: 2},
	{steps: 2, rowsPerStep: 1},
] as const;

/** The largest chart of these strategies that has room; nothing where none has. */
export const chartLines = (
	results: readonly StrategyResult[],
	simulation: Simulation,
	{language, texts, width, height}: View,
): readonly ScreenLine[] => {
	const names = results.map(({name}) => name);
	const words = simulationWordsOf(language);
	const chart = {...courseChart(simulation, words, names), band: texts.simulated.band};
	for (const shape of SHAPES) {
		const lines = bandChartLines(chart, width, {shape});
		if (lines.length + 1 <= height && lines.length > 0)
			return [oneLine(chart.title, 'heading'), ...lines];
	}
	return [];
};
