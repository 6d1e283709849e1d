import {allEntries, type ChainEntry, entryRate, type UnknownEntry} from '../domain/chain/chain.ts';
import {heldReason} from '../domain/chain/reasons.ts';
import type {Diagnostic} from '../domain/diagnostics.ts';
import type {Plan} from '../domain/plan.ts';
import {
	compare,
	divide,
	type Fraction,
	fraction,
	isZero,
	multiply,
	subtract,
	toDecimal,
	toFixed,
	toNumber,
} from '../domain/units/fraction.ts';
import {compareRates} from '../domain/units/money.ts';
import {amountNumber} from '../present/amount-text.ts';
import {displayWidth, padCells} from '../present/display-width.ts';
import {HOUR_PLACES, percentCell} from '../present/money-cell.ts';
import {moneyText, symbolOf} from '../present/money-text.ts';
import {chanceText, shareText} from '../present/percent-text.ts';
import {type Cell, cell} from '../present/report.ts';
import {columnLines} from './columns.ts';
import {oneLine, piece, type ScreenLine, wrapped} from './lines.ts';
import {CHAIN_FIELDS, isWithin} from './state/fields.ts';
import {chainTokens, entryOf, plannedOf, shownPlan} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import {hourCell, hourText, noteLines, type View} from './view.ts';

const spotCell = ({spot}: ChainEntry, view: View): Cell => {
	const price = hourCell(spot?.rate ?? null, view.labels);
	return spot
		? cell(`${spot.basis === 'quote' ? '' : '~'}${price.text}`, undefined, 'spot')
		: price;
};

/** By what share an entry costs more than the cheapest of the chain, the way the pod is paid for. */
const versusBest = (entry: ChainEntry, {chain, request}: Plan): Cell => {
	const rates = chain.entries.flatMap(each => entryRate(each, request.spot) ?? []);
	const [best] = rates.toSorted(compareRates);
	const rate = entryRate(entry, request.spot);
	if (!best || !rate || isZero(best.perSecond)) return cell('–');
	return percentCell(divide(subtract(rate.perSecond, best.perSecond), best.perSecond));
};

const reasonText = (entry: ChainEntry, {chain, picked, request}: Plan, view: View): string => {
	const reason = heldReason(entry, chain, picked, request.chain.pinned);
	const {moved, kept, named} = view.texts.chain;
	switch (reason) {
		case 'moved':
			return moved;
		case 'kept':
			return kept;
		case 'given':
			return named;
		default:
			return view.labels.reasons[reason];
	}
};

const stockCell = ({stock}: ChainEntry | UnknownEntry, {texts}: View): Cell =>
	stock.basis === 'unfit'
		? cell(texts.chain.unfit, undefined, 'warning')
		: cell(chanceText(stock.chance));

const unknownCells = (token: string, plan: Plan | null, view: View): readonly Cell[] => {
	const unknown = plan?.chain.unknown.find(each => each.token === token);
	return [
		cell(token),
		...Array.from({length: 5}, () => cell('–')),
		unknown ? stockCell(unknown, view) : cell('–'),
		unknown && !isZero(unknown.stock.chance)
			? cell(`▲ ${view.texts.chain.unlisted}`, undefined, 'warning')
			: cell(`✗ ${view.texts.chain.unknown}`, undefined, 'danger'),
	];
};

const entryCells = (
	token: string,
	index: number,
	plan: Plan | null,
	view: View,
): readonly Cell[] => {
	const entry = entryOf(plan, token);
	const rank = cell(String(index + 1), undefined, 'muted');
	if (!plan || !entry) return [rank, ...unknownCells(token, plan, view)];
	return [
		rank,
		cell(token, undefined, index === 0 ? 'accent' : 'plain'),
		cell(amountNumber(entry.vcpu)),
		cell(amountNumber(entry.memoryGiB)),
		hourCell(entry.onDemand, view.labels),
		spotCell(entry, view),
		versusBest(entry, plan),
		stockCell(entry, view),
		cell(reasonText(entry, plan, view), undefined, 'muted'),
	];
};

/** By how much more an entry costs says more than the end of its reason. */
const REASON_AT_LEAST = 12;

/** The entries in the order in which ECI tries them. */
export const entryTable = (state: WizardState, view: View) => {
	const {labels, texts} = view;
	const plan = shownPlan(state);
	const symbol = symbolOf(plan?.request.currency ?? 'CNY');
	return columnLines(
		{
			columns: [
				{heading: labels.rank, align: 'right'},
				{heading: labels.spec, align: 'left'},
				{heading: labels.vcpu, align: 'right', optional: 2},
				{heading: labels.memory, align: 'right', optional: 2},
				{heading: labels.perHour(symbol), align: 'right'},
				{heading: texts.review.spotHour(symbol), align: 'right'},
				{heading: texts.chain.versus, align: 'right', optional: 1},
				{heading: texts.chain.inStock, align: 'right'},
				{heading: labels.why, align: 'left', flexible: true, least: REASON_AT_LEAST},
			],
			rows: chainTokens(state).map((token, index) => entryCells(token, index, plan, view)),
		},
		view.width,
	);
};

/** Whose chain it is, and how sure it has to be. */
export const chainAim = (state: WizardState, {texts}: View): string => {
	const plan = shownPlan(state);
	const whose = plan?.chain.given ? texts.chain.given : texts.chain.picked;
	return plan
		? `${whose} · ${texts.chain.target(shareText(plan.request.chain.target.chance))}`
		: '';
};

const BAR_CELLS = 40;

/** The chance as a bar: of blocks, or of plain characters where there is no colour. */
const bar = (chance: Fraction, cells: number, isColored: boolean): ScreenLine => {
	const filled = Math.floor(toNumber(chance) * cells);
	return isColored
		? [piece('█'.repeat(filled), 'good'), piece('░'.repeat(cells - filled), 'muted')]
		: oneLine(`[${'='.repeat(filled)}${' '.repeat(cells - filled)}]`);
};

/** What the chain comes to: how surely the pod is placed, and at what price. */
export const oddsLines = (
	{chain}: Plan,
	{texts, labels, width}: View,
	isColored: boolean,
): readonly ScreenLine[] => {
	const {placed, expected, expectedText, worst, tries} = texts.chain;
	const labelWidth = Math.max(displayWidth(placed), displayWidth(expected));
	const label = (text: string) => piece(` ${padCells(text, labelWidth, 'left')}  `, 'muted');
	const chance = chanceText(chain.odds.placed);
	const room = width - labelWidth - displayWidth(chance) - 8;
	const missing = isZero(chain.odds.placed) ? texts.chain.neverPlaced : labels.priceMissing;
	const price = chain.expected
		? piece(expectedText(hourText(chain.expected)), 'accent')
		: piece(missing, 'warning');
	const rest = [
		...(chain.worst ? [worst(hourText(chain.worst))] : []),
		tries(toFixed(chain.odds.failedTries, 2)),
	];
	return [
		[
			label(placed),
			...bar(chain.odds.placed, Math.min(BAR_CELLS, room), isColored),
			piece(`  ${chance}`),
		],
		[label(expected), price, piece(` · ${rest.join(' · ')}`, 'muted')],
	];
};

const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`);

/** Three places, or as many as it takes to say that something is missing. */
const pointsText = (share: Fraction): string => {
	const points = multiply(share, fraction(100));
	const text = toDecimal(points, 3);
	return text === '0' ? toDecimal(points, 12) : text;
};

/** What is missing to the target, and the entry that would close the gap. */
export const adviceLines = (state: WizardState, {texts, width}: View): readonly ScreenLine[] => {
	const {plan, addition} = plannedOf(state);
	if (!plan || allEntries(plan.chain).length === 0) return [];
	const target = plan.request.chain.target.chance;
	const {placed} = plan.chain.odds;
	if (compare(placed, target) >= 0) return [];
	const {below, advice, more, replace, stop} = texts.chain;
	const isPickSure = plan.chain.given && compare(plan.picked.odds.placed, target) >= 0;
	const money = addition?.more ? more(signed(moneyText(addition.more, HOUR_PLACES))) : '';
	const otherwise = isPickSure ? replace : stop;
	const way = addition ? advice(addition.token, money) : otherwise;
	return wrapped(below(pointsText(subtract(target, placed))) + way, width - 1, 'warning', ' ▲ ');
};

const isAboutChain = ({path, rule}: Diagnostic): boolean =>
	(path?.startsWith('chain') === true || rule.startsWith('spec-')) &&
	!CHAIN_FIELDS.some(field => isWithin(path, field.path));

/** What is wrong with the chain, but for what stands under its field. */
export const chainNotes = (state: WizardState, view: View): readonly ScreenLine[] =>
	noteLines(plannedOf(state).diagnostics.filter(isAboutChain), view, 1);
