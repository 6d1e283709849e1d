import type {Provenance} from '../domain/pricing/provenance.ts';
import type {StrategyName} from '../domain/simulation/simulation-model.ts';
import type {Simulation, StrategyResult} from '../domain/simulation/simulation-result.ts';
import type {Chart} from './chart/band-chart.ts';
import {countText, grouped} from './digit-groups.ts';
import {fixedDecimal} from './estimate-text.ts';
import {labelsOf} from './labels.ts';
import type {SimulationWords} from './language/en/simulation-words.ts';
import type {LanguageId} from './language/language.ts';
import {pricesFacts} from './prices-report.ts';
import {cell, type FactList, type Report, type Table} from './report.ts';
import {breakEvenText, notesOf, percentText} from './simulation-advice.ts';
import {STRATEGY_TONES, simulationTable} from './simulation-table.ts';
import {assumptionText, safeText, simulationWordsOf} from './simulation-words.ts';
import {line, span} from './tone.ts';

/** The line of each strategy, in a terminal and in ASCII. */
const MARKS: Readonly<Record<StrategyName, readonly [mark: string, plain: string]>> = {
	'on-demand': ['━', '-'],
	spot: ['┅', 'o'],
	'spot-limit': ['┈', 'x'],
	'spot-fallback': ['▲', '^'],
	ecs: ['═', '='],
	reserved: ['■', '#'],
	greedy: ['×', '*'],
	'uniform-progress': ['+', '%'],
};

/** How the cost grows by each strategy, or by some of them. */
export const courseChart = (
	{currency, series}: Simulation,
	words: SimulationWords,
	names: readonly StrategyName[] = series.strategies.map(({name}) => name),
): Chart => ({
	kind: 'chart',
	title: words.course,
	currency,
	hours: series.hours,
	series: series.strategies
		.filter(({name}) => names.includes(name))
		.map(({name, p10, p50, p90}) => ({
			name: words.strategies[name],
			tone: STRATEGY_TONES[name],
			mark: MARKS[name][0],
			plainMark: MARKS[name][1],
			low: p10,
			middle: p50,
			high: p90,
		})),
	band: words.band,
	timeText: words.time,
});

const driverFacts = (
	{drivers, strategies}: Simulation,
	words: SimulationWords,
	comma: string,
): FactList => ({
	kind: 'facts',
	title: words.drivers,
	rows: strategies.flatMap(({name}) => {
		const own = drivers.filter(({strategy}) => strategy === name);
		const texts = own.map(({kind, share}) => words.driver(kind, percentText(share)));
		return own.length === 0 ? [] : [[words.strategies[name], line(texts.join(comma))] as const];
	}),
});

const shareOf = (hours: number, {billedHours}: StrategyResult): string =>
	billedHours.mean > 0 ? percentText(hours / billedHours.mean) : '';

const hoursTable = ({strategies}: Simulation, words: SimulationWords): Table => ({
	kind: 'table',
	title: words.hours,
	columns: [
		{key: 'name', heading: words.strategy, align: 'left'},
		{key: 'spec', heading: words.spec, align: 'left'},
		{key: 'payment', heading: words.payment, align: 'left'},
		{key: 'hours', heading: words.billedHours, align: 'right'},
		{key: 'share', heading: words.share, align: 'right'},
	],
	rows: strategies.flatMap(result =>
		result.hoursBySpec.map(({spec, payment, hours}, index) => [
			cell(
				index === 0 ? words.strategies[result.name] : '',
				undefined,
				STRATEGY_TONES[result.name],
			),
			cell(spec),
			cell(words.payments[payment], undefined, payment),
			cell(grouped(fixedDecimal(hours, 1))),
			cell(shareOf(hours, result)),
		]),
	),
});

const adviceFacts = (simulation: Simulation, words: SimulationWords): FactList => ({
	kind: 'facts',
	title: words.advice,
	rows: simulation.breakEven.map(item => {
		const [label, text] = breakEvenText(item, simulation, words);
		return [label, line(text)];
	}),
});

const noteFacts = ({strategies}: Simulation, words: SimulationWords): FactList => ({
	kind: 'facts',
	title: words.notes,
	rows: strategies.flatMap(result =>
		notesOf(result, words).map(text => [words.strategies[result.name], line(text)] as const),
	),
});

const assumptionFacts = (
	{assumptions}: Simulation,
	words: SimulationWords,
	language: LanguageId,
): FactList => ({
	kind: 'facts',
	title: words.assumptions,
	rows: assumptions.map(assumption => {
		const {label, text, change} = assumptionText(assumption, language);
		return [label, [span(`${text}  `), span(`[${change}]`, 'muted')]];
	}),
});

/** How often, from which seed and in what market. */
const runFacts = (simulation: Simulation, words: SimulationWords): FactList => {
	const {paths, pathsAsked, seed, market, baseline} = simulation;
	return {
		kind: 'facts',
		title: words.run,
		rows: [
			[
				words.paths,
				paths < pathsAsked
					? line(words.pathsOf(countText(paths), countText(pathsAsked), String(seed)), 'warning')
					: line(words.pathsText(countText(paths), String(seed)), 'muted'),
			],
			[words.market, line(safeText(market), 'muted')],
			[words.baseline, line(words.strategies[baseline], 'muted')],
		],
	};
};

/** What it costs by each strategy, how that grows, why, and what was taken for granted. */
export const simulationReport = (
	simulation: Simulation,
	prices: Omit<Provenance, 'diagnostics'>,
	language: LanguageId,
): Report => {
	const words = simulationWordsOf(language);
	const labels = labelsOf(language);
	const facts = [
		driverFacts(simulation, words, labels.comma),
		adviceFacts(simulation, words),
		noteFacts(simulation, words),
	];
	const hours = hoursTable(simulation, words);
	return [
		simulationTable(simulation, language),
		courseChart(simulation, words),
		...facts.filter(({rows}) => rows.length > 0),
		...(hours.rows.length > 0 ? [hours] : []),
		assumptionFacts(simulation, words, language),
		runFacts(simulation, words),
		pricesFacts(prices, labels),
	];
};
