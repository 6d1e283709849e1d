import {parseSpec} from '../domain/catalogue/spec.ts';
import type {Plan} from '../domain/plan.ts';
import {toAmounts} from '../domain/sizing/pod-request.ts';
import type {BilledSpec} from '../domain/sizing/sizing.ts';
import {exactAmount, money, perHour, perMonth, type Rate} from '../domain/units/money.ts';
import {amountText, gibText, vcpuText} from './amount-text.ts';
import {labelsOf} from './labels.ts';
import type {Labels} from './language/en/labels.ts';
import type {LanguageId} from './language/language.ts';
import {HOUR_PLACES, MONTH_PLACES, moneyCell} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {pricesFacts} from './prices-report.ts';
import {type Cell, cell, type FactList, type Report, type Table} from './report.ts';
import {type Line, line, span} from './tone.ts';

/** A price a second is short for a size, and twelve decimals of a third for an ECS type. */
const isSize = (spec: string): boolean => {
	const parsed = parseSpec(spec);
	return parsed.ok && parsed.value.kind === 'cpu-mem';
};

const perSecondSpans = ({currency, perSecond}: Rate, labels: Labels): Line => {
	const amount = `${symbolOf(currency)}${exactAmount(money(currency, perSecond))}`;
	return [span('  '), span(labels.second(amount), 'muted')];
};

const priceLine = ({rate, spec}: BilledSpec, labels: Labels): Line =>
	rate
		? [
				span(labels.hour(moneyText(perHour(rate), HOUR_PLACES)), 'accent'),
				span('  '),
				span(labels.month(moneyText(perMonth(rate), MONTH_PLACES))),
				...(isSize(spec) ? perSecondSpans(rate, labels) : []),
			]
		: line(labels.priceMissing, 'warning');

const amountsText = (vcpu: number, memoryGiB: number, {comma}: Labels): string =>
	[vcpu > 0 ? vcpuText(vcpu) : '', memoryGiB > 0 ? gibText(memoryGiB) : '']
		.filter(part => part !== '')
		.join(comma);

/** What the billed spec has beyond what was asked for; a spec that was named may also be too small. */
const roundingLine = ({sizing}: Plan, billed: BilledSpec, labels: Labels): Line => {
	const {vcpu, memoryGiB} = toAmounts(sizing.asked.billing);
	const added = amountsText(billed.vcpu - vcpu, billed.memoryGiB - memoryGiB, labels);
	const lacking = amountsText(vcpu - billed.vcpu, memoryGiB - billed.memoryGiB, labels);
	if (lacking !== '') return line(labels.roundingLacks(lacking), 'warning');
	if (added === '') return line(labels.roundingNone);
	const {roundingRate} = sizing;
	const cost = roundingRate
		? labels.comma + labels.hour(moneyText(perHour(roundingRate), HOUR_PLACES))
		: '';
	return [span(labels.roundingAdds(added)), span(cost, 'muted')];
};

const billedRows = (plan: Plan, labels: Labels): FactList['rows'] => {
	const {billed} = plan.sizing;
	if (!billed) return [[labels.billed, line(labels.billedNothing, 'warning')]];
	return [
		[labels.billed, line(billed.spec, 'accent')],
		[labels.rounding, roundingLine(plan, billed, labels)],
		[labels.price, priceLine(billed, labels)],
	];
};

/** Asked, billed, rounding and price of one pod. */
export const sizingFacts = (plan: Plan, labels: Labels): FactList => {
	const {request, sizing} = plan;
	const {asked} = sizing;
	return {
		kind: 'facts',
		title: labels.sizing,
		rows: [
			[
				labels.asked,
				[
					span(amountText(toAmounts(asked.billing), labels.comma)),
					span(labels.askedInContainers(request.containers.length), 'muted'),
				],
			],
			...billedRows(plan, labels),
			[
				labels.region,
				line([request.region, `${labels.ruleset} ${request.ruleset}`].join(labels.comma)),
			],
		],
	};
};

const alternativeRow = (
	{spec, vcpu, memoryGiB, rate}: BilledSpec,
	labels: Labels,
): readonly Cell[] => [
	cell(spec),
	cell(String(vcpu)),
	cell(String(memoryGiB)),
	moneyCell(rate && perHour(rate), HOUR_PLACES, labels),
	moneyCell(rate && perMonth(rate), MONTH_PLACES, labels),
];

/** Other specs that hold the pod, cheapest first. */
export const alternativesTable = ({sizing, request}: Plan, language: LanguageId): Table => {
	const labels = labelsOf(language);
	const symbol = symbolOf(request.currency);
	return {
		kind: 'table',
		title: labels.alternatives,
		columns: [
			{key: 'spec', heading: labels.spec, align: 'left'},
			{key: 'vcpu', heading: labels.vcpu, align: 'right'},
			{key: 'memoryGiB', heading: labels.memory, align: 'right'},
			{key: 'perHour', heading: labels.perHour(symbol), align: 'right'},
			{key: 'perMonth', heading: labels.perMonth(symbol), align: 'right'},
		],
		rows: sizing.alternatives.map(other => alternativeRow(other, labels)),
	};
};

export const sizingReport = (plan: Plan, language: LanguageId): Report => {
	const labels = labelsOf(language);
	const alternatives =
		plan.sizing.alternatives.length > 0 ? [alternativesTable(plan, language)] : [];
	return [sizingFacts(plan, labels), ...alternatives, pricesFacts(plan.prices.sizing, labels)];
};
