import {type Chain, isKnown} from '../domain/chain/chain.ts';
import {type ExplainedEntry, explainChain, type Outcome} from '../domain/chain/explain.ts';
import {REJECTIONS} from '../domain/chain/rejections.ts';
import type {Plan} from '../domain/plan.ts';
import {
	type Fraction,
	fraction,
	isZero,
	multiply,
	subtract,
	toDecimal,
	toFixed,
	toNumber,
} from '../domain/units/fraction.ts';
import {exactAmount, perHour, type Rate, subtractMoney} from '../domain/units/money.ts';
import {assumptionFacts} from './chain-assumptions.ts';
import {spotCell} from './chain-report.ts';
import {flagNaming} from './command-line.ts';
import {labelsOf} from './labels.ts';
import {type ChainWords, enChainWords} from './language/en/chain-words.ts';
import type {Labels} from './language/en/labels.ts';
import type {LanguageId, Naming} from './language/language.ts';
import {zhCnChainWords} from './language/zh-cn/chain-words.ts';
import {HOUR_PLACES, moneyCell, NONE} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {chanceData, chanceText, shareText} from './percent-text.ts';
import {pricesFacts} from './prices-report.ts';
import {type Cell, cell, type FactList, type Report, rawColumn, type Table} from './report.ts';
import {line, span} from './tone.ts';

const wordsOf = (language: LanguageId): ChainWords =>
	language === 'zh-CN' ? zhCnChainWords : enChainWords;

const chanceCell = (chance: Fraction) => cell(chanceText(chance), chanceData(chance));

/** An entry that can't run the pod is no place for it, whatever there is of it. */
const stockCell = ({stock}: ExplainedEntry['entry'], words: ChainWords): Cell =>
	stock.basis === 'unfit' ? cell(words.unfit, '0', 'warning') : chanceCell(stock.chance);

const hourText = (rate: Rate | null): string => (rate ? exactAmount(perHour(rate)) : '');

/** For machines: the price above the cheapest, and what the chain comes to without the entry. */
const explainedCells = ({overCheapest, without}: ExplainedEntry): readonly Cell[] => [
	cell(overCheapest ? toDecimal(multiply(overCheapest, fraction(100)), 4) : ''),
	cell(hourText(without.mean)),
	cell(chanceData(without.placed)),
];

const reasonCell = (entry: ExplainedEntry['entry'], labels: Labels) => {
	const reason = isKnown(entry) ? entry.reason : 'given';
	return cell(labels.reasons[reason], reason, 'muted');
};

/** Of an entry that isn't known, there is its name alone. */
const knownCells = (entry: ExplainedEntry['entry'], labels: Labels): readonly Cell[] =>
	isKnown(entry)
		? [
				cell(String(entry.vcpu)),
				cell(String(entry.memoryGiB)),
				moneyCell(entry.onDemand && perHour(entry.onDemand), HOUR_PLACES, labels),
				spotCell(entry, labels),
			]
		: Array.from({length: 4}, () => cell(NONE, ''));

const entryCells = (explained: ExplainedEntry, language: LanguageId): readonly Cell[] => {
	const labels = labelsOf(language);
	const {entry} = explained;
	return [
		cell(String(entry.rank)),
		cell(entry.token, undefined, 'accent'),
		...knownCells(entry, labels),
		stockCell(entry, wordsOf(language)),
		chanceCell(entry.first),
		reasonCell(entry, labels),
		...explainedCells(explained),
	];
};

/** The chain with prices and chances. */
export const chainOddsTable = ({chain, request}: Plan, language: LanguageId): Table => {
	const labels = labelsOf(language);
	const words = wordsOf(language);
	const symbol = symbolOf(request.currency);
	return {
		kind: 'table',
		title: labels.chain,
		empty: words.empty,
		columns: [
			{key: 'rank', heading: labels.rank, align: 'right'},
			{key: 'spec', heading: labels.spec, align: 'left'},
			{key: 'vcpu', heading: labels.vcpu, align: 'right'},
			{key: 'memoryGiB', heading: labels.memory, align: 'right'},
			{key: 'perHour', heading: labels.perHour(symbol), align: 'right'},
			{key: 'spotPerHour', heading: `${labels.spot} ${labels.perHour(symbol)}`, align: 'right'},
			{key: 'inStock', heading: words.inStock, align: 'right'},
			{key: 'first', heading: words.first, align: 'right'},
			{key: 'reason', heading: labels.why, align: 'left', flexible: true},
			rawColumn('vsCheapestPercent'),
			rawColumn('withoutPerHour'),
			rawColumn('withoutPlaced'),
		],
		rows: explainChain(chain, request.spot).map(each => entryCells(each, language)),
	};
};

const rateText = (rate: Rate): string => moneyText(perHour(rate), HOUR_PLACES);

const oddsFacts = ({chain, request}: Plan, language: LanguageId): FactList => {
	const words = wordsOf(language);
	const {chance, pick} = request.chain.target;
	const {expected, worst, odds} = chain;
	const isNever = isZero(odds.placed);
	const missing = line(isNever ? words.neverPlaced : labelsOf(language).priceMissing, 'warning');
	const tries = toFixed(odds.failedTries, 2);
	return {
		kind: 'facts',
		title: words.odds,
		rows: [
			[words.expected, expected ? line(words.expectedText(rateText(expected)), 'accent') : missing],
			[words.placed, line(words.placedText(chanceText(odds.placed)))],
			[words.worst, worst ? line(words.worstText(rateText(worst))) : missing],
			[
				words.tries,
				line(words.triesText(tries, odds.rounds ? toFixed(odds.rounds, 4) : '∞'), 'muted'),
			],
			[words.pick, line(words.pickText(shareText(chance), pick), 'muted')],
		],
	};
};

const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`);

/** The difference that the proposed chain makes, in money and in chance. */
const proposalFacts = (own: Chain, proposal: Chain | null, words: ChainWords): FactList => {
	if (!proposal)
		return {
			kind: 'facts',
			title: words.proposal,
			rows: [[words.proposalSpecs, line(words.proposalNone)]],
		};
	const points = multiply(subtract(proposal.odds.placed, own.odds.placed), fraction(100));
	const chance = words.points(signed(toDecimal(points, 3)));
	const money =
		proposal.expected && own.expected
			? signed(
					moneyText(subtractMoney(perHour(proposal.expected), perHour(own.expected)), HOUR_PLACES),
				)
			: '–';
	return {
		kind: 'facts',
		title: words.proposal,
		rows: [
			[words.proposalSpecs, line(proposal.useSpecs, 'accent')],
			[words.proposalDifference, line(words.proposalText(money, chance))],
		],
	};
};

const outcomeText = ({placed, mean}: Outcome, words: ChainWords): string => {
	if (mean) return words.withoutText(chanceText(placed), rateText(mean));
	return isZero(placed) ? words.withoutNone : words.withoutPrice(chanceText(placed));
};

const versusText = (over: Fraction | null): string =>
	over ? `${signed(toFixed(multiply(over, fraction(100)), 1))} %` : NONE;

const explainTable = (explained: readonly ExplainedEntry[], language: LanguageId): Table => {
	const labels = labelsOf(language);
	const words = wordsOf(language);
	return {
		kind: 'table',
		title: words.explained,
		columns: [
			{key: 'spec', heading: labels.spec, align: 'left'},
			{key: 'versus', heading: words.versus, align: 'right'},
			{key: 'why', heading: labels.why, align: 'left', flexible: true},
			{key: 'without', heading: words.without, align: 'left', flexible: true},
		],
		rows: explained.map(each => [
			cell(each.entry.token, undefined, 'accent'),
			cell(versusText(each.overCheapest)),
			reasonCell(each.entry, labels),
			cell(outcomeText(each.without, words)),
		]),
	};
};

const BAR_WIDTH = 20;

const bar = (chance: Fraction): string => {
	const filled = Math.floor(toNumber(chance) * BAR_WIDTH);
	return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
};

/** The chain down to each entry: how sure, and at what mean price. */
const curveFacts = (explained: readonly ExplainedEntry[], words: ChainWords): FactList => ({
	kind: 'facts',
	title: words.curve,
	rows: explained.map(({entry, upTo}) => [
		`${entry.rank}  ${words.placed}`,
		[
			span(bar(upTo.placed), 'accent'),
			span(` ${chanceText(upTo.placed)}`),
			span(upTo.mean ? `  ${words.expectedText(rateText(upTo.mean))}` : '', 'muted'),
		],
	]),
});

const rejectedTable = ({rejected}: Chain, words: ChainWords): Table => ({
	kind: 'table',
	title: words.rejectedTitle,
	columns: [
		{key: 'reason', heading: words.reason, align: 'left'},
		{key: 'count', heading: words.count, align: 'right'},
		{key: 'nearest', heading: words.nearest, align: 'left', flexible: true},
	],
	rows: REJECTIONS.flatMap(reason => {
		const specs = rejected.filter(each => each.reason === reason).map(({spec}) => spec);
		return specs.length === 0
			? []
			: [
					[
						cell(words.rejections[reason], reason),
						cell(String(specs.length)),
						cell(specs.slice(0, 3).join(', '), undefined, 'muted'),
					],
				];
	}),
});

/** The chain, what it comes to, and, where that is asked for, why each entry is in it and others aren't. */
export const chainReport = (
	plan: Plan,
	isExplained: boolean,
	language: LanguageId,
	say: Naming = flagNaming,
): Report => {
	const {chain, proposal, request} = plan;
	const words = wordsOf(language);
	const explained = isExplained ? explainChain(chain, request.spot) : [];
	return [
		chainOddsTable(plan, language),
		oddsFacts(plan, language),
		...(explained.length > 0
			? [explainTable(explained, language), curveFacts(explained, words)]
			: []),
		...(isExplained && chain.rejected.length > 0 ? [rejectedTable(chain, words)] : []),
		...(chain.given ? [proposalFacts(chain, proposal, words)] : []),
		assumptionFacts(chain, request.chain.stock.shared, words, say),
		pricesFacts(plan.prices.chain, labelsOf(language)),
	];
};
