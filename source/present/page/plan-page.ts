import type {Plan} from '../../domain/plan.ts';
import type {Simulation} from '../../domain/simulation/simulation-result.ts';
import {formatDuration, seconds} from '../../domain/units/duration.ts';
import {chainReport} from '../chain-odds-report.ts';
import type {Chart} from '../chart/band-chart.ts';
import {adviceOf, placeOf, type Sayable} from '../diagnostic-text.ts';
import {labelsOf} from '../labels.ts';
import {enPageWords, type PageWords} from '../language/en/page-words.ts';
import type {LanguageId} from '../language/language.ts';
import {zhCnPageWords} from '../language/zh-cn/page-words.ts';
import {printable} from '../printable.ts';
import {comparisonTable, totalFacts} from '../quote-report.ts';
import type {Report} from '../report.ts';
import {simulationReport} from '../simulation-report.ts';
import {sizingFacts} from '../sizing-report.ts';
import {type Line, span, type Tone} from '../tone.ts';
import type {Page} from './html-page.ts';

/** All that a report is about. */
export type ReportSubject = {
	readonly plan: Plan;
	readonly simulation: Simulation;
	readonly said: readonly Sayable[];
	readonly manifest: readonly Line[];
	readonly version: string;
	/** `2026-11-23` */
	readonly today: string;
};

const wordsOf = (language: LanguageId): PageWords =>
	language === 'zh-CN' ? zhCnPageWords : enPageWords;

/** Where prices come from stands once, at the end of the simulation. */
const withoutPrices = (report: Report): Report => report.slice(0, -1);

/** One pod, its chain, what all pods cost, and what that comes to over time. */
export const subjectReport = ({plan, simulation}: ReportSubject, language: LanguageId): Report => {
	const labels = labelsOf(language);
	return [
		sizingFacts(plan, labels),
		...withoutPrices(chainReport(plan, false, language)),
		comparisonTable(plan, language),
		totalFacts(plan, labels),
		...simulationReport(simulation, plan.prices.quote, language),
	];
};

const TONES: Readonly<Record<Sayable['severity'], Tone>> = {
	error: 'danger',
	warning: 'warning',
	info: 'muted',
};

const noteLine = (diagnostic: Sayable, words: PageWords, language: LanguageId): Line => {
	const {message, hint} = adviceOf(diagnostic, language);
	const place = placeOf(diagnostic);
	const joint = language === 'en' ? ' ' : '';
	const colon = language === 'en' ? ': ' : '：';
	return [
		span(`${words.severity[diagnostic.severity]}${colon}`, TONES[diagnostic.severity]),
		span(`${place === undefined ? '' : `${printable(place)}${colon}`}${message}${joint}${hint}`),
	];
};

export const planPage = (subject: ReportSubject, language: LanguageId): Page => {
	const {plan, simulation, said, manifest, version, today} = subject;
	const {name, region, ruleset} = plan.request;
	const words = wordsOf(language);
	return {
		language,
		title: words.title(name),
		summary: words.summary(region, ruleset, formatDuration(seconds(simulation.horizonSeconds))),
		report: subjectReport(subject, language),
		listing: {title: words.manifest, lines: manifest},
		notes: {title: words.notes, lines: said.map(each => noteLine(each, words, language))},
		footer: [words.estimate, words.made(version, today)],
	};
};

/** The chart of a report: the cost of each strategy over time. */
export const courseOf = (report: Report): Chart | undefined =>
	report.find(block => block.kind === 'chart');
