import {type ChainEntry, firstEntry} from '../domain/chain/chain.ts';
import type {Diagnostic} from '../domain/diagnostics.ts';
import {defaultPlanInput} from '../domain/input/plan-input.ts';
import type {Plan} from '../domain/plan.ts';
import {isZero} from '../domain/units/fraction.ts';
import type {Rate} from '../domain/units/money.ts';
import {amountNumber, amountText} from '../present/amount-text.ts';
import {cutCells, displayWidth, padCells} from '../present/display-width.ts';
import {MONTH_PLACES} from '../present/money-cell.ts';
import {moneyText} from '../present/money-text.ts';
import {unbilledText} from '../present/sizing-report.ts';
import {emptyLine, fitted, justified, oneLine, piece, type ScreenLine, wrapped} from './lines.ts';
import {chainTokens, entryOf, hasItsPrices, marketOf, plannedOf, shownPlan} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import type {Role} from './theme.ts';
import {hourText, monthText, noteLines, SEVERITY_MARKS, type View} from './view.ts';

/** Why there is no price: it's on its way, or the first entry is none that is known. */
const waiting = (state: WizardState, {texts, labels}: View): string => {
	const plan = shownPlan(state);
	if (plan && plan.chain.unknown.length > 0) return unbilledText(plan, labels);
	if (state.knowledge) return texts.live.noPlan;
	const {region = defaultPlanInput.region} = state.input;
	return state.unpriced === null ? texts.live.loading : texts.messages.pricesFailed(region);
};

type PriceRow = {
	readonly label: string;
	readonly tone: Role;
	readonly mark: string;
	readonly rate: Rate | null;
};

const priceRows = ({onDemand, spot}: ChainEntry, {texts}: View): readonly PriceRow[] => [
	{label: texts.live.onDemand, tone: 'on-demand', mark: '', rate: onDemand},
	{
		label: texts.live.spot,
		tone: 'spot',
		mark: spot && spot.basis !== 'quote' ? '~' : '',
		rate: spot?.rate ?? null,
	},
];

const amounts = ({mark, rate}: PriceRow, {texts}: View): readonly [string, string] =>
	rate
		? [texts.live.hour(mark + hourText(rate)), texts.live.month(mark + monthText(rate))]
		: [texts.live.noPrice, ''];

/** Price of one pod an hour and a month, on demand and on spot, in columns. */
const priceLines = (entry: ChainEntry, view: View): readonly ScreenLine[] => {
	const rows = priceRows(entry, view);
	const texts = rows.map(row => amounts(row, view));
	const [labels, hours, months] = [
		Math.max(...rows.map(({label}) => displayWidth(label))),
		Math.max(...texts.map(([hour]) => displayWidth(hour))),
		Math.max(...texts.map(([, month]) => displayWidth(month))),
	];
	return rows.map((row, index) => {
		const [hour = '', month = ''] = texts[index] ?? [];
		return [
			piece(padCells(row.label, labels, 'left'), row.tone),
			piece(`  ${padCells(hour, hours, 'right')}`, row.rate ? 'heading' : 'warning'),
			piece(`  ${padCells(month, months, 'right')}`),
		];
	});
};

const counted = (diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number =>
	diagnostics.filter(one => one.severity === severity).length;

/** How many errors and warnings there are. */
export const countLine = (state: WizardState, {texts}: View): ScreenLine => {
	const {diagnostics} = plannedOf(state);
	const [errors, warnings] = [counted(diagnostics, 'error'), counted(diagnostics, 'warning')];
	return [
		...(errors > 0
			? [piece(`${SEVERITY_MARKS.error} ${texts.live.errors(errors)}  `, 'danger')]
			: []),
		warnings > 0
			? piece(`${SEVERITY_MARKS.warning} ${texts.live.warnings(warnings)}`, 'warning')
			: piece(errors > 0 ? '' : texts.live.calm, 'muted'),
	];
};

/** What all pods cost a month on the first entry, the way they are paid for. */
const totalText = (plan: Plan, {texts}: View): string => {
	const {total, usage, comparison} = plan.quote;
	const pods = texts.live.pods(String(usage.peakReplicas));
	const spot = comparison.find(({name}) => name === 'spot');
	const onSpot = plan.request.spot.strategy !== 'none' && spot?.perMonth ? spot : null;
	const amount = onSpot ? onSpot.perMonth : (total?.perMonth ?? null);
	if (!amount || isZero(amount.amount)) return pods;
	const month = `${onSpot && onSpot.basis !== 'quote' ? '~' : ''}${moneyText(amount, MONTH_PLACES)}`;
	const price = usage.once ? texts.live.once(month) : texts.live.month(month);
	return `${pods}  ${texts.live.paid(price, onSpot ? texts.live.spot : texts.live.onDemand)}`;
};

const isStale = (state: WizardState): boolean => plannedOf(state).plan === null;

/** The price that never goes away: three lines for terminals without room for a panel. */
export const stripLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	const plan = shownPlan(state);
	const entry = plan && firstEntry(plan.chain);
	if (!plan || !entry)
		return [
			oneLine(` ${waiting(state, view)}`, 'muted'),
			emptyLine,
			[piece(' '), ...countLine(state, view)],
		];
	const [onDemand = [], spot = []] = priceLines(entry, view);
	const {width, texts} = view;
	const spec = oneLine(` ${entry.billedAs}  `, 'accent');
	const size = oneLine(amountText(entry), 'plain');
	const chain = ` ${chainTokens(state).join(' → ')}`;
	const stale = isStale(state) ? `${texts.live.stale}  ` : '';
	return [
		justified([...spec, ...size], [...onDemand, piece(' ')], width),
		justified(oneLine(` ${totalText(plan, view)}`), [...spot, piece(' ')], width),
		justified(
			oneLine(chain, 'muted'),
			[piece(stale, 'warning'), ...countLine(state, view), piece(' ')],
			width,
		),
	];
};

const chainLines = (state: WizardState, plan: Plan, view: View): readonly ScreenLine[] => {
	const tokens = chainTokens(state);
	const width = Math.min(26, Math.max(...tokens.map(displayWidth)));
	return tokens.map((token, index) => {
		const entry = entryOf(plan, token);
		const price = entry?.onDemand ? view.texts.live.hour(hourText(entry.onDemand)) : '–';
		return justified(
			[
				piece(`${index + 1} `, 'muted'),
				piece(padCells(cutCells(token, width), width, 'left'), index === 0 ? 'accent' : 'plain'),
			],
			oneLine(price),
			view.width,
		);
	});
};

/** Errors and warnings as far as there is room for them. */
const panelNotes = (state: WizardState, view: View, room: number): readonly ScreenLine[] => {
	const notes = plannedOf(state)
		.diagnostics.filter(({severity}) => severity !== 'info')
		.map(one => noteLines([one], view, 0));
	if (notes.flat().length <= room) return notes.flat();
	let used = 0;
	const shown = notes.filter(lines => {
		used += lines.length;
		return used < room;
	});
	const rest = notes.length - shown.length;
	return [...shown.flat(), oneLine(view.texts.live.more(rest), 'muted')];
};

const waitingLines = (state: WizardState, view: View): readonly ScreenLine[] => [
	...wrapped(waiting(state, view), view.width, 'muted'),
	emptyLine,
];

const priceOfAll = (state: WizardState, plan: Plan, entry: ChainEntry, view: View) => {
	const {texts, width} = view;
	return [
		justified(
			oneLine(texts.live.title, 'heading'),
			oneLine(isStale(state) ? texts.live.stale : '', 'warning'),
			width,
		),
		justified(
			oneLine(entry.billedAs, 'accent'),
			oneLine(`${amountNumber(entry.vcpu)} vCPU, ${amountNumber(entry.memoryGiB)} GiB`),
			width,
		),
		...priceLines(entry, view),
		emptyLine,
		oneLine(texts.live.allPods, 'heading'),
		...wrapped(totalText(plan, view), width),
		emptyLine,
		oneLine(texts.live.chain, 'heading'),
		...chainLines(state, plan, view),
		emptyLine,
		countLine(state, view),
	];
};

/** All that follows from the answers, beside the step; no line is wider than the panel. */
export const panelLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	const plan = shownPlan(state);
	const entry = plan && firstEntry(plan.chain);
	const lines = plan && entry ? priceOfAll(state, plan, entry, view) : waitingLines(state, view);
	return [...lines, ...panelNotes(state, view, view.height - lines.length)].map(line =>
		fitted(line, view.width),
	);
};

const isLoading = (state: WizardState): boolean =>
	!hasItsPrices(state) && state.unpriced !== marketOf(state.input);

const loadingText = ({input}: WizardState, {texts}: View): string =>
	texts.live.loadingOf(input.region ?? defaultPlanInput.region);

/** Name, region and ruleset on the left, the age of the prices on the right. */
export const headerLine = (state: WizardState, view: View): ScreenLine => {
	const {input} = state;
	const plan = shownPlan(state);
	const {width} = view;
	const {name, region, ruleset} = {...defaultPlanInput, ...input};
	const left = ['eci-plan', name, region, ruleset];
	const [program = '', ...rest] = left;
	return justified(
		[piece(` ${program}`, 'accent'), piece(` · ${rest.join(' · ')}`, 'muted')],
		[
			...(isLoading(state) ? oneLine(loadingText(state, view), 'accent') : pricesPiece(plan, view)),
			piece(' '),
		],
		width,
	);
};

const OLD_DAYS = 90;

const pricesPiece = (plan: Plan | null, {texts}: View): ScreenLine => {
	if (!plan) return [];
	const {asOf, ageDays} = plan.prices.quote;
	if (asOf === null || ageDays === null) return oneLine(texts.live.undated, 'muted');
	const isOld = ageDays > OLD_DAYS;
	return [
		piece(texts.live.prices(asOf, ageDays), isOld ? 'warning' : 'muted'),
		piece(isOld ? ' ▲' : '', 'warning'),
	];
};
