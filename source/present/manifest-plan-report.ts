import {toAmounts} from '../domain/sizing/pod-request.ts';
import type {Money} from '../domain/units/money.ts';
import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {billedOf, type ManifestPlan, manifestWordsOf, type ShownWorkload} from './manifest-plan.ts';
import {MONTH_PLACES, moneyCell, NONE} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {pricesFacts} from './prices-report.ts';
import {printable, shorten} from './printable.ts';
import {type Cell, type Column, cell, type FactList, type Report, type Table} from './report.ts';
import {line, span} from './tone.ts';

const MAX_NAME = 200;

/** Names come from files. */
const nameText = (text: string): string => shorten(printable(shorten(text, MAX_NAME)), MAX_NAME);

type Shown = {
	readonly plan: ManifestPlan;
	readonly language: LanguageId;
};

/** A column and the cell of each workload in it. */
type Lane = Column & {readonly cellOf: (workload: ShownWorkload) => Cell};

const askedCell = ({plan}: ShownWorkload): Cell => {
	if (!plan) return cell(NONE, '');
	const {vcpu, memoryGiB} = toAmounts(plan.sizing.asked.billing);
	const rounded = Number(memoryGiB.toFixed(2));
	return cell(`${vcpu}-${rounded}Gi`);
};

const billedCell = (workload: ShownWorkload, {language}: Shown): Cell => {
	const {states} = manifestWordsOf(language);
	const {unplanned} = workload;
	if (unplanned !== null)
		return cell(states[unplanned], '', unplanned === 'invalid' ? 'danger' : 'muted');
	return cell(billedOf(workload) ?? states.unbilled, billedOf(workload) ?? '');
};

const amountCell = (
	workload: ShownWorkload,
	amount: Money | null | undefined,
	{language}: Shown,
): Cell => {
	if (!workload.plan) return cell(NONE, '');
	return workload.cost
		? moneyCell(amount ?? null, MONTH_PLACES, labelsOf(language))
		: cell(manifestWordsOf(language).unknown, '', 'warning');
};

/** Nothing is rounded where there is no amount. */
const roundingCell = (workload: ShownWorkload, shown: Shown): Cell =>
	workload.cost && !workload.cost.rounding
		? cell(NONE, '')
		: amountCell(workload, workload.cost?.rounding, shown);

const replicasText = ({replicas: {least, most}}: ShownWorkload): string =>
	least === most ? String(most) : `${least}–${most}`;

const lanesOf = (shown: Shown): readonly Lane[] => {
	const {plan, language} = shown;
	const words = manifestWordsOf(language);
	const symbol = symbolOf(plan.currency);
	const scales = plan.workloads.some(({replicas}) => replicas.least !== replicas.most);
	const money = (key: string, heading: string, cellOf: Lane['cellOf']): Lane => ({
		key,
		heading,
		align: 'right',
		cellOf,
	});
	const text = (key: string, heading: string, cellOf: Lane['cellOf']): Lane => ({
		key,
		heading,
		align: 'left',
		cellOf,
	});
	return [
		{
			...text('workload', words.workload, ({kind, name}) => cell(nameText(`${kind}/${name}`))),
			flexible: true,
		},
		...(plan.workloads.some(({namespace}) => namespace !== '')
			? [text('namespace', words.namespace, ({namespace}) => cell(nameText(namespace)))]
			: []),
		money('replicas', words.replicas, one => cell(replicasText(one))),
		text('asked', words.asked, askedCell),
		text('billed', words.billed, one => billedCell(one, shown)),
		money('rounding', words.rounding(symbol), one => roundingCell(one, shown)),
		...(scales
			? [money('least', words.least(symbol), one => amountCell(one, one.cost?.least, shown))]
			: []),
		money('most', scales ? words.most(symbol) : words.month(symbol), one =>
			amountCell(one, one.cost?.most, shown),
		),
		money('spot', words.spot(symbol), one => amountCell(one, one.cost?.spot, shown)),
	];
};

const tableOf = (lanes: readonly Lane[], {plan, language}: Shown): Table => ({
	kind: 'table',
	title: manifestWordsOf(language).title,
	columns: lanes.map(({cellOf: _cellOf, ...column}) => column),
	rows: plan.workloads.map(workload => lanes.map(({cellOf}) => cellOf(workload))),
	empty: manifestWordsOf(language).empty,
});

const rangeText = ({plan: {total}, language}: Shown): string => {
	const [least, most] = [total.least, total.most].map(amount => moneyText(amount, MONTH_PLACES));
	return least === most ? (most ?? '') : manifestWordsOf(language).range(least ?? '', most ?? '');
};

const totalsOf = (shown: Shown): FactList => {
	const {plan, language} = shown;
	const {total, workloads} = plan;
	const words = manifestWordsOf(language);
	return {
		kind: 'facts',
		title: words.totals,
		rows: [
			[words.counted, line(words.countedOf(total.counted, workloads.length))],
			[
				words.onDemand,
				[
					span(rangeText(shown), 'accent'),
					...(total.incomplete ? [span(`  ${words.incomplete}`, 'warning')] : []),
				],
			],
			[words.roundingTotal, line(moneyText(total.rounding, MONTH_PLACES))],
			[
				words.onSpot,
				[
					span(moneyText(total.spot, MONTH_PLACES)),
					...(total.isSpotIncomplete ? [span(`  ${words.spotIncomplete}`, 'warning')] : []),
				],
			],
		],
	};
};

/** Each workload, then all together. */
export const manifestPlanReport = (plan: ManifestPlan, language: LanguageId): Report => {
	const shown = {plan, language};
	return [
		tableOf(lanesOf(shown), shown),
		totalsOf(shown),
		pricesFacts(plan.prices, labelsOf(language)),
	];
};

const raw = (key: string, cellOf: Lane['cellOf']): Lane => ({
	key,
	heading: key,
	align: 'left',
	cellOf,
});

/** The same for machines: one row a workload, the same columns whatever there is. */
export const manifestPlanTable = (plan: ManifestPlan, language: LanguageId): Table => {
	const shown = {plan, language};
	const request = ({plan: one}: ShownWorkload) => one && toAmounts(one.sizing.asked.billing);
	const money = (key: string, amountOf: (one: ShownWorkload) => Money | null | undefined) =>
		raw(key, one => {
			const amount = amountOf(one);
			return amount ? moneyCell(amount, MONTH_PLACES, labelsOf(language)) : cell('');
		});
	return tableOf(
		[
			// A bare dash would be the start of a formula.
			raw('file', ({file}) => cell(file === '-' ? 'stdin' : nameText(file))),
			raw('document', ({document}) => cell(String(document))),
			raw('kind', ({kind}) => cell(nameText(kind))),
			raw('name', ({name}) => cell(nameText(name))),
			raw('namespace', ({namespace}) => cell(nameText(namespace))),
			raw('state', ({unplanned}) => cell(unplanned ?? 'planned')),
			raw('minReplicas', ({replicas}) => cell(String(replicas.least))),
			raw('replicas', ({replicas}) => cell(String(replicas.most))),
			raw('requestVcpu', one => cell(String(request(one)?.vcpu ?? ''))),
			raw('requestMemoryGiB', one => cell(String(request(one)?.memoryGiB ?? ''))),
			raw('billed', one => cell(billedOf(one) ?? '')),
			raw('currency', () => cell(plan.currency)),
			money('roundingPerMonth', ({cost}) => cost?.rounding),
			money('minPerMonth', ({cost}) => cost?.least),
			money('perMonth', ({cost}) => cost?.most),
			money('spotPerMonth', ({cost}) => cost?.spot),
		],
		shown,
	);
};
