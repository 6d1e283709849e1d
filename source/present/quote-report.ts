import type {Plan} from '../domain/plan.ts';
import type {Comparison} from '../domain/pricing/comparison.ts';
import type {Quote} from '../domain/pricing/quote.ts';
import {meanReplicas} from '../domain/pricing/usage.ts';
import {formatDuration} from '../domain/units/duration.ts';
import {toDecimal, zero} from '../domain/units/fraction.ts';
import {labelsOf} from './labels.ts';
import type {Labels} from './language/en/labels.ts';
import type {LanguageId} from './language/language.ts';
import {HOUR_PLACES, MONTH_PLACES, moneyCell, NONE, percentCell} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {pricesFacts} from './prices-report.ts';
import {type Cell, cell, type FactList, type Report, rawColumn, type Table} from './report.ts';
import {type Line, line} from './tone.ts';

const linesTable = ({quote, request}: Plan, labels: Labels): Table => {
	const symbol = symbolOf(request.currency);
	return {
		kind: 'table',
		title: labels.lines,
		columns: [
			{key: 'label', heading: labels.item, align: 'left', flexible: true},
			{key: 'spec', heading: labels.spec, align: 'left'},
			{key: 'quantity', heading: labels.quantity, align: 'right'},
			{key: 'unit', heading: labels.unit, align: 'left'},
			{key: 'unitPrice', heading: labels.perHour(symbol), align: 'right'},
			{key: 'amount', heading: labels.perMonth(symbol), align: 'right'},
		],
		rows: quote.lines.map(item => [
			cell(labels.items[item.item], item.item),
			cell(item.spec),
			cell(toDecimal(item.quantity, 1), toDecimal(item.quantity, 6)),
			cell(labels.units[item.item]),
			moneyCell(item.unitPrice, 6, labels),
			moneyCell(item.amount, MONTH_PLACES, labels),
		]),
	};
};

const podsLine = ({quote, request}: Plan, labels: Labels): Line => {
	const {usage} = quote;
	const peak = labels.replicas(String(usage.peakReplicas));
	if (usage.once) return line([peak, labels.runsOnce].join(labels.comma));
	return request.workload.load.kind === 'constant'
		? line(peak)
		: line(labels.replicasMean(toDecimal(meanReplicas(usage), 2)));
};

/** Only batch runs are billed for it; the windows of a service hold its starts. */
const startUpRows = ({quote, request}: Plan, labels: Labels): FactList['rows'] => {
	const {seconds, basis} = quote.startUp;
	return request.workload.load.kind === 'batch'
		? [[labels.startUp, line(labels.startUpBasis[basis](formatDuration(seconds)))]]
		: [];
};

const otherChargesRow = ({quote}: Plan, labels: Labels): FactList['rows'] =>
	quote.otherCharges.length === 0
		? []
		: [
				[
					labels.notPriced,
					line(
						quote.otherCharges.map(charge => labels.otherCharges[charge]).join(labels.comma),
						'warning',
					),
				],
			];

/** What all pods cost on demand. */
export const totalFacts = (plan: Plan, labels: Labels): FactList => {
	const {quote, request} = plan;
	const {total, usage} = quote;
	if (!total)
		return {
			kind: 'facts',
			title: labels.totals,
			rows: [
				[labels.price, line(labels.priceMissing, 'warning')],
				...otherChargesRow(plan, labels),
			],
		};
	const hourText = moneyText(total.perHour, HOUR_PLACES);
	const monthText = moneyText(total.perMonth, MONTH_PLACES);
	return {
		kind: 'facts',
		title: labels.totals,
		rows: [
			[labels.pods, podsLine(plan, labels)],
			...startUpRows(plan, labels),
			[
				labels.perHourLabel,
				line(usage.once ? labels.perHourRunning(hourText) : labels.perHourMean(hourText)),
			],
			[
				labels.perMonthLabel,
				line(usage.once ? labels.monthOnce(monthText) : labels.month(monthText), 'accent'),
			],
			[
				labels.horizonLabel(formatDuration(request.horizon)),
				line(moneyText(total.horizon, MONTH_PLACES)),
			],
			...(quote.incomplete ? ([['▲', line(labels.incomplete, 'warning')]] as const) : []),
			...otherChargesRow(plan, labels),
		],
	};
};

const basisText = ({basis}: Comparison, {reserved}: Quote, labels: Labels): string => {
	if (basis === null) return '';
	if (basis !== 'reserved') return labels.basis[basis];
	const {covered = 0, hoursPerMonth = zero} = reserved ?? {};
	return labels.basis.reserved(String(covered), toDecimal(hoursPerMonth, 2));
};

/** What keeps a row from being like the others stands first: the end may be cut. */
const whyText = (row: Comparison, quote: Quote, labels: Labels): string =>
	[
		...(row.inChain ? [] : [labels.notInChain]),
		...(row.missing && row.perHour ? [labels.withoutStorage] : []),
		basisText(row, quote, labels),
	]
		.filter(text => text !== '')
		.join(labels.comma);

const WAYS = {
	'on-demand': {label: 'onDemand', tone: 'on-demand'},
	spot: {label: 'spot', tone: 'spot'},
	reserved: {label: 'reserved', tone: 'ecs'},
} as const;

/** The first row is what the others are measured by. */
const versusCell = (row: Comparison, {comparison}: Quote): Cell => {
	const versus = percentCell(row.vsBaseline);
	return row === comparison[0] ? {...versus, text: NONE, tone: 'muted'} : versus;
};

const comparisonRow = (
	row: Comparison,
	{quote, request: {currency}}: Plan,
	labels: Labels,
): readonly Cell[] => [
	cell(labels[WAYS[row.name].label], row.name, WAYS[row.name].tone),
	cell(row.spec),
	moneyCell(row.perHour, HOUR_PLACES, labels),
	moneyCell(row.perMonth, MONTH_PLACES, labels),
	versusCell(row, quote),
	cell(whyText(row, quote, labels), row.basis ?? '', 'muted'),
	cell(currency),
	cell(row.asOf ?? ''),
	cell(String(row.missing)),
	cell(String(row.inChain)),
];

/** On demand and spot for each entry of the chain, and reserved, against the first on demand. */
export const comparisonTable = (plan: Plan, language: LanguageId): Table => {
	const labels = labelsOf(language);
	const symbol = symbolOf(plan.request.currency);
	return {
		kind: 'table',
		title: labels.comparison,
		columns: [
			{key: 'name', heading: labels.way, align: 'left'},
			{key: 'spec', heading: labels.spec, align: 'left'},
			{key: 'perHour', heading: labels.perHour(symbol), align: 'right'},
			{key: 'perMonth', heading: labels.perMonth(symbol), align: 'right'},
			{key: 'vsBaseline', heading: labels.versus, align: 'right'},
			{key: 'basis', heading: labels.why, align: 'left', flexible: true},
			...['currency', 'asOf', 'missing', 'inChain'].map(rawColumn),
		],
		rows: plan.quote.comparison.map(row => comparisonRow(row, plan, labels)),
	};
};

export const quoteReport = (plan: Plan, language: LanguageId): Report => {
	const labels = labelsOf(language);
	return [
		comparisonTable(plan, language),
		linesTable(plan, labels),
		totalFacts(plan, labels),
		pricesFacts(plan.prices.quote, labels),
	];
};
