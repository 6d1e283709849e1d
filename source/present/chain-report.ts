import {allEntries, type ChainEntry, isKnown, type UnknownEntry} from '../domain/chain/chain.ts';
import type {Plan} from '../domain/plan.ts';
import {exactAmount, perHour} from '../domain/units/money.ts';
import {labelsOf} from './labels.ts';
import type {Labels} from './language/en/labels.ts';
import type {LanguageId} from './language/language.ts';
import {HOUR_PLACES, moneyCell, NONE} from './money-cell.ts';
import {bareAmount, symbolOf} from './money-text.ts';
import {type Cell, cell, type Table} from './report.ts';

export const spotCell = ({spot}: ChainEntry, labels: Labels): Cell => {
	if (!spot) return cell(labels.priceMissing, '', 'warning');
	const amount = perHour(spot.rate);
	const mark = spot.basis === 'quote' ? '' : '~';
	return cell(`${mark}${bareAmount(amount, HOUR_PLACES)}`, exactAmount(amount), 'spot');
};

/** Of an entry that isn't known, only the name is. */
const entryCells = (entry: ChainEntry | UnknownEntry, labels: Labels): readonly Cell[] => {
	const name = [cell(String(entry.rank)), cell(entry.token, undefined, 'accent')];
	if (!isKnown(entry))
		return [
			...name,
			...[NONE, NONE].map(text => cell(text, '')),
			...[null, null].map(() => moneyCell(null, HOUR_PLACES, labels)),
			cell(labels.reasons.given, 'given', 'muted'),
		];
	return [
		...name,
		cell(String(entry.vcpu)),
		cell(String(entry.memoryGiB)),
		moneyCell(entry.onDemand && perHour(entry.onDemand), HOUR_PLACES, labels),
		spotCell(entry, labels),
		cell(labels.reasons[entry.reason], entry.reason, 'muted'),
	];
};

/** The chain with the price of each entry. */
export const chainTable = ({chain, request}: Plan, language: LanguageId): Table => {
	const labels = labelsOf(language);
	const symbol = symbolOf(request.currency);
	return {
		kind: 'table',
		title: labels.chain,
		columns: [
			{key: 'rank', heading: labels.rank, align: 'right'},
			{key: 'spec', heading: labels.spec, align: 'left'},
			{key: 'vcpu', heading: labels.vcpu, align: 'right'},
			{key: 'memoryGiB', heading: labels.memory, align: 'right'},
			{key: 'perHour', heading: labels.perHour(symbol), align: 'right'},
			{key: 'spotPerHour', heading: `${labels.spot} ${labels.perHour(symbol)}`, align: 'right'},
			{key: 'reason', heading: labels.why, align: 'left', flexible: true},
		],
		rows: allEntries(chain).map(entry => entryCells(entry, labels)),
	};
};
