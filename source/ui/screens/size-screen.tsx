import type {ReactNode} from 'react';
import {firstEntry} from '../../domain/chain/chain.ts';
import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {Plan} from '../../domain/plan.ts';
import {cpuMemRate} from '../../domain/pricing/cpu-mem-price.ts';
import {toAmounts} from '../../domain/sizing/pod-request.ts';
import {perHour, perMonth, type Rate} from '../../domain/units/money.ts';
import {amountNumber} from '../../present/amount-text.ts';
import {HOUR_PLACES, MONTH_PLACES} from '../../present/money-cell.ts';
import {symbolOf} from '../../present/money-text.ts';
import {type Cell, cell} from '../../present/report.ts';
import {unbilledText} from '../../present/sizing-report.ts';
import {columnLines, type ListColumn} from '../columns.ts';
import {selectLines} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {emptyLine, oneLine, piece, type ScreenLine, wrapped} from '../lines.ts';
import {plannedOf, rowsOf, shownPlan} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {
	differenceCell,
	hourCell,
	monthCell,
	noteLines,
	type ScreenProps,
	type View,
} from '../view.ts';

const isAboutSize = ({rule}: Diagnostic): boolean =>
	/^(?:size-(?!rounded$|not-rounded$)|pod-defaulted|container-defaulted|init-decides|container-ignored|container-all)/.test(
		rule,
	);

const moneyColumns = (symbol: string, {labels}: View): readonly ListColumn[] => [
	{heading: labels.perHour(symbol), align: 'right'},
	{heading: labels.perMonth(symbol), align: 'right'},
];

const signedAmount = (amount: number): string =>
	amount > 0 ? `+${amountNumber(amount)}` : amountNumber(amount);

/** What the asked amounts would cost if ECI sold them: at the rates of vCPU and memory. */
const askedRate = (plan: Plan, state: WizardState): Rate | null => {
	const rates = state.knowledge?.book.cpuMem;
	return rates && plan.sizing.asked.gpu === 0
		? cpuMemRate(toAmounts(plan.sizing.asked.billing), rates)
		: null;
};

const askedRows = (plan: Plan, state: WizardState, {texts, labels}: View): readonly Cell[][] => {
	const {asked, billed} = plan.sizing;
	const {vcpu, memoryGiB} = toAmounts(asked.billing);
	const rate = askedRate(plan, state);
	const askedRow = [
		cell(texts.size.asked),
		cell(''),
		cell(amountNumber(vcpu)),
		cell(amountNumber(memoryGiB)),
		hourCell(rate, labels),
		monthCell(rate, labels),
	];
	if (!billed)
		return [
			askedRow,
			[cell(texts.size.billed), cell(unbilledText(plan, labels), undefined, 'warning')],
		];
	const isLarger = billed.vcpu > vcpu || billed.memoryGiB > memoryGiB;
	return [
		askedRow,
		[
			cell(texts.size.billed, undefined, 'heading'),
			cell(billed.spec, undefined, 'accent'),
			cell(amountNumber(billed.vcpu), undefined, 'heading'),
			cell(amountNumber(billed.memoryGiB), undefined, 'heading'),
			{...hourCell(billed.rate, labels), tone: 'heading'},
			{...monthCell(billed.rate, labels), tone: 'heading'},
		],
		[
			cell(plan.chain.given ? texts.size.difference : texts.size.rounding, undefined, 'muted'),
			cell(isLarger ? '' : texts.size.taken, undefined, 'muted'),
			...(isLarger
				? [
						cell(signedAmount(billed.vcpu - vcpu)),
						cell(signedAmount(billed.memoryGiB - memoryGiB)),
						differenceCell(billed.rate, rate, perHour, HOUR_PLACES),
						differenceCell(billed.rate, rate, perMonth, MONTH_PLACES),
					]
				: []),
		],
	];
};

const summaryLines = (plan: Plan, state: WizardState, view: View): readonly ScreenLine[] => {
	const {labels, width} = view;
	const {heading, rows} = columnLines(
		{
			columns: [
				{heading: '', align: 'left'},
				{heading: labels.spec, align: 'left'},
				{heading: labels.vcpu, align: 'right'},
				{heading: labels.memory, align: 'right'},
				...moneyColumns(symbolOf(plan.request.currency), view),
			],
			rows: askedRows(plan, state, view),
		},
		width,
	);
	return [heading, ...rows].map(line => [piece('   '), ...line]);
};

const remark = (plan: Plan, {texts, width}: View): readonly ScreenLine[] => {
	const advised = plan.diagnostics.find(({rule}) => rule === 'size-not-rounded');
	if (advised?.rule === 'size-not-rounded')
		return wrapped(texts.size.unrounded(advised.facts.suggestion), width, 'warning', '   ▲ ');
	const first = firstEntry(plan.chain);
	if (!first) return [];
	if (plan.chain.given) return wrapped(texts.size.named(first.token), width, 'muted', '   · ');
	return first.billedAs === plan.sizing.billed?.spec
		? []
		: wrapped(texts.size.startsWith(first.token), width, 'muted', '   · ');
};

const alternativeLines = (
	plan: Plan,
	state: WizardState,
	view: View,
	height: number,
): readonly ScreenLine[] => {
	const {labels, texts, width} = view;
	const known = new Map(plan.sizing.alternatives.map(spec => [spec.spec, spec]));
	const tokens = rowsOf(state, 'size').flatMap(row => (row.kind === 'spec' ? row.token : []));
	if (tokens.length === 0) {
		const {filter} = state;
		const why = filter ? texts.messages.nothingFits(filter.edit.text) : texts.size.noAlternatives;
		return [oneLine(`   ${why}`, 'muted')];
	}
	const {heading, rows} = columnLines(
		{
			columns: [
				{heading: labels.spec, align: 'left'},
				{heading: labels.vcpu, align: 'right'},
				{heading: labels.memory, align: 'right'},
				...moneyColumns(symbolOf(plan.request.currency), view),
				{heading: texts.size.versus, align: 'right', optional: 2},
			],
			rows: tokens.map(token => {
				const spec = known.get(token);
				return [
					cell(token),
					cell(spec ? amountNumber(spec.vcpu) : ''),
					cell(spec ? amountNumber(spec.memoryGiB) : ''),
					hourCell(spec?.rate ?? null, labels),
					monthCell(spec?.rate ?? null, labels),
					differenceCell(
						spec?.rate ?? null,
						plan.sizing.billed?.rate ?? null,
						perMonth,
						MONTH_PLACES,
					),
				];
			}),
		},
		width,
	);
	return [
		[piece('   '), ...heading],
		...selectLines({
			items: rows.map(line => ({line})),
			focus: state.cursors.size,
			width,
			height: height - 1,
		}),
	];
};

/** Below this, only what was asked, what is billed and the list are shown. */
const ROOM_FOR_ALL = 10;

/** Asked and billed side by side, and what could be billed instead. */
export const SizeScreen = ({state, view}: ScreenProps): ReactNode => {
	const plan = shownPlan(state);
	if (!plan) return <TonedLines lines={[oneLine(` ${view.texts.live.noPlan}`, 'muted')]} />;
	const notes = noteLines(plannedOf(state).diagnostics.filter(isAboutSize), view);
	const summary = summaryLines(plan, state, view);
	const head =
		view.height < ROOM_FOR_ALL
			? summary.slice(1, 3)
			: [
					...summary,
					...remark(plan, view),
					...notes,
					emptyLine,
					oneLine(` ${view.texts.size.alternatives}`, 'heading'),
				];
	const rest = alternativeLines(plan, state, view, Math.max(3, view.height - head.length));
	return <TonedLines lines={[...head, ...rest]} height={view.height} />;
};
