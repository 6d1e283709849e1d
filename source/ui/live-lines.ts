import {type ChainEntry, firstEntry} from '../domain/chain/chain.ts';
import type {Diagnostic} from '../domain/diagnostics.ts';
import {defaultPlanInput} from '../domain/input/plan-input.ts';
import type {Plan} from '../domain/plan.ts';
import {isZero} from '../domain/units/fraction.ts';
import type {Rate} from '../domain/units/money.ts';
import {amountText} from '../present/amount-text.ts';
import {displayWidth, padCells} from '../present/display-width.ts';
import {MONTH_PLACES} from '../present/money-cell.ts';
import {moneyText} from '../present/money-text.ts';
import {unbilledText} from '../present/sizing-report.ts';
import {emptyLine, justified, oneLine, piece, type ScreenLine} from './lines.ts';
import {simulatedStrip} from './simulation-lines.ts';
import {chainTokens, hasItsPrices, marketOf, plannedOf, shownPlan} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import type {Role} from './theme.ts';
import {hourText, monthText, SEVERITY_MARKS, type View} from './view.ts';

/** Why there is no price: it's on its way, or the first entry is none that is known. */
export const waiting = (state: WizardState, {texts, labels}: View): string => {
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
export const priceLines = (entry: ChainEntry, view: View): readonly ScreenLine[] => {
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
export const totalText = (plan: Plan, {texts}: View): string => {
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

export const isStale = (state: WizardState): boolean => plannedOf(state).plan === null;

/** Until the first simulation is there: the price of one pod, and what all cost. */
const pricedStrip = (state: WizardState, view: View): readonly ScreenLine[] => {
	const plan = shownPlan(state);
	const entry = plan && firstEntry(plan.chain);
	if (!plan || !entry)
		return [
			oneLine(` ${waiting(state, view)}`, 'muted'),
			emptyLine,
			[piece(' '), ...countLine(state, view)],
		];
	const [onDemand = [], spot = []] = priceLines(entry, view);
	const isRefused = state.live?.answer.kind === 'refused';
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
		oneLine(
			` ${isRefused ? texts.simulated.refused : texts.simulated.underWay}`,
			isRefused ? 'warning' : 'muted',
		),
	];
};

/** The costs that never go away: four lines for terminals without room for a panel. */
export const stripLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	const plan = shownPlan(state);
	const stale = isStale(state) ? oneLine(`${view.texts.live.stale}  `, 'warning') : [];
	const counts = [...stale, ...countLine(state, view)];
	const simulated = plan && simulatedStrip(state, plan, counts, view);
	return simulated ?? pricedStrip(state, view);
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
