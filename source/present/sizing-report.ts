import type {Plan} from '../domain/plan.ts';
import {lacksPrice, withStorage} from '../domain/pricing/extra-storage.ts';
import {toAmounts} from '../domain/sizing/pod-request.ts';
import type {BilledSpec, Sizing} from '../domain/sizing/sizing.ts';
import {toNumber} from '../domain/units/fraction.ts';
import {exactAmount, money, perHour, perMonth, type Rate} from '../domain/units/money.ts';
import {amountText, gibText, vcpuText} from './amount-text.ts';
import {labelsOf} from './labels.ts';
import type {Labels} from './language/en/labels.ts';
import type {LanguageId} from './language/language.ts';
import {HOUR_PLACES, MONTH_PLACES, moneyCell} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {pricesFacts} from './prices-report.ts';
import {type Cell, cell, type FactList, type Report, rawColumn, type Table} from './report.ts';
import {type Line, line, span} from './tone.ts';

/** A price a second is short for a size, and twelve decimals of a third for an ECS type. */
const perSecondSpans = ({currency, perSecond}: Rate, labels: Labels): Line => {
	const amount = `${symbolOf(currency)}${exactAmount(money(currency, perSecond))}`;
	return [span('  '), span(labels.second(amount), 'muted')];
};

/** The price of the spec and of the storage beside it, as far as that has one. */
const priceLine = ({rate, kind}: BilledSpec, {storage}: Sizing, labels: Labels): Line => {
	const full = withStorage(rate, storage);
	if (!full) return line(labels.priceMissing, 'warning');
	return [
		span(labels.hour(moneyText(perHour(full), HOUR_PLACES)), 'accent'),
		span('  '),
		span(labels.month(moneyText(perMonth(full), MONTH_PLACES))),
		...(kind === 'cpu-mem' ? perSecondSpans(full, labels) : []),
		...(lacksPrice(rate, storage) ? [span(`  ${labels.withoutStorage}`, 'warning')] : []),
	];
};

const storageRows = ({storage}: Sizing, labels: Labels): FactList['rows'] => {
	if (!storage) return [];
	const price = storage.rate
		? span(labels.hour(moneyText(perHour(storage.rate), HOUR_PLACES)))
		: span(labels.priceMissing, 'warning');
	return [[labels.storage, [span(gibText(toNumber(storage.gib)) + labels.comma), price]]];
};

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
	const {isNamed, roundingRate} = sizing;
	if (isNamed) return line(added === '' ? labels.beyondNothing : added);
	if (added === '') return line(labels.roundingNone);
	const cost = roundingRate
		? labels.comma + labels.hour(moneyText(perHour(roundingRate), HOUR_PLACES))
		: '';
	return [span(labels.roundingAdds(added)), span(cost, 'muted')];
};

/** Why nothing is billed: ECI has no such size, or nothing is known about the type. */
export const unbilledText = ({chain, request}: Plan, labels: Labels): string => {
	const unknown = chain.unknown.find(({rank}) => rank === chain.startsAt);
	return unknown && unknown.spec.kind !== 'cpu-mem'
		? labels.billedUnknown(unknown.token, request.region)
		: labels.billedNothing;
};

/** What to set where the sum isn't rounded: the way out belongs to the result, however quiet the messages are. */
const suggestionOf = ({diagnostics}: Plan): string | null =>
	diagnostics.flatMap(found =>
		found.rule === 'size-not-rounded' ? found.facts.suggestion : [],
	)[0] ?? null;

const suggestionRows = (plan: Plan, labels: Labels): FactList['rows'] => {
	const suggestion = suggestionOf(plan);
	return suggestion === null ? [] : [[labels.advice, line(`--use-specs ${suggestion}`, 'accent')]];
};

const billedRows = (plan: Plan, labels: Labels): FactList['rows'] => {
	const {sizing} = plan;
	const {billed, isNamed} = sizing;
	if (!billed)
		return [
			[labels.billed, line(unbilledText(plan, labels), 'warning')],
			...suggestionRows(plan, labels),
			...storageRows(sizing, labels),
		];
	return [
		[labels.billed, line(billed.spec, 'accent')],
		[isNamed ? labels.beyond : labels.rounding, roundingLine(plan, billed, labels)],
		...storageRows(sizing, labels),
		[labels.price, priceLine(billed, sizing, labels)],
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

const specCells = (
	{spec, vcpu, memoryGiB, rate}: BilledSpec,
	{storage}: Sizing,
	labels: Labels,
): readonly Cell[] => {
	const full = withStorage(rate, storage);
	return [
		cell(spec),
		cell(String(vcpu)),
		cell(String(memoryGiB)),
		moneyCell(full && perHour(full), HOUR_PLACES, labels),
		moneyCell(full && perMonth(full), MONTH_PLACES, labels),
	];
};

/** Other specs that hold the pod, cheapest first. */
const alternativesTable = ({sizing, request}: Plan, language: LanguageId): Table => {
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
		rows: sizing.alternatives.map(other => specCells(other, sizing, labels)),
	};
};

const NOTHING_BILLED = Array.from({length: 5}, () => cell(''));
const NOTHING_KNOWN = Array.from({length: 7}, () => cell(''));

/** The spec to name where nothing is billed. */
const suggestedCells = (plan: Plan): readonly (readonly Cell[])[] => {
	const suggestion = suggestionOf(plan);
	return suggestion === null ? [] : [[cell('suggested'), cell(suggestion), ...NOTHING_KNOWN]];
};

/** The billed spec and the others in one table, for CSV. */
export const sizingTable = (plan: Plan, language: LanguageId): Table => {
	const {sizing, request} = plan;
	const {billed, alternatives, storage} = sizing;
	const table = alternativesTable(plan, language);
	const row = (role: 'billed' | 'alternative', spec: BilledSpec | null): readonly Cell[] => [
		cell(role),
		...(spec ? specCells(spec, sizing, labelsOf(language)) : NOTHING_BILLED),
		cell(request.currency),
		cell(spec?.asOf ?? ''),
		cell(String(lacksPrice(spec?.rate ?? null, storage))),
	];
	return {
		...table,
		columns: [
			rawColumn('role'),
			...table.columns,
			...['currency', 'asOf', 'missing'].map(rawColumn),
		],
		rows: [
			row('billed', billed),
			...suggestedCells(plan),
			...alternatives.map(other => row('alternative', other)),
		],
	};
};

export const sizingReport = (plan: Plan, language: LanguageId): Report => {
	const labels = labelsOf(language);
	const alternatives =
		plan.sizing.alternatives.length > 0 ? [alternativesTable(plan, language)] : [];
	return [sizingFacts(plan, labels), ...alternatives, pricesFacts(plan.prices.sizing, labels)];
};
