import type {ReactNode} from 'react';
import {type ChainEntry, firstEntry} from '../../domain/chain/chain.ts';
import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {Plan} from '../../domain/plan.ts';
import {divide, isZero, subtract} from '../../domain/units/fraction.ts';
import {amountNumber} from '../../present/amount-text.ts';
import {percentCell} from '../../present/money-cell.ts';
import {symbolOf} from '../../present/money-text.ts';
import {type Cell, cell} from '../../present/report.ts';
import {columnLines} from '../columns.ts';
import {selectLines} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {emptyLine, oneLine, piece, type ScreenLine} from '../lines.ts';
import {chainTokens, entryOf, plannedOf, shownPlan} from '../state/rows.ts';
import type {WizardState} from '../state/wizard-types.ts';
import {hourCell, noteLines, type ScreenProps, type View} from '../view.ts';

const isAboutChain = ({path, rule}: Diagnostic): boolean =>
	path?.startsWith('chain') === true || rule.startsWith('spec-');

const spotCell = ({spot}: ChainEntry, view: View): Cell => {
	const price = hourCell(spot?.rate ?? null, view.labels);
	return spot
		? cell(`${spot.basis === 'quote' ? '' : '~'}${price.text}`, undefined, 'spot')
		: price;
};

const versusFirst = (entry: ChainEntry, plan: Plan): Cell => {
	const base = firstEntry(plan.chain)?.onDemand;
	if (!base || !entry.onDemand || isZero(base.perSecond)) return cell('–');
	return percentCell(divide(subtract(entry.onDemand.perSecond, base.perSecond), base.perSecond));
};

const entryCells = (
	token: string,
	index: number,
	plan: Plan | null,
	view: View,
): readonly Cell[] => {
	const entry = entryOf(plan, token);
	const rank = cell(String(index + 1), undefined, 'muted');
	const unknown = cell(`✗ ${view.texts.chain.unknown}`, undefined, 'danger');
	if (!plan || !entry)
		return [rank, cell(token), cell('–'), cell('–'), cell('–'), cell('–'), cell('–'), unknown];
	return [
		rank,
		cell(token, undefined, index === 0 ? 'accent' : 'plain'),
		cell(amountNumber(entry.vcpu)),
		cell(amountNumber(entry.memoryGiB)),
		hourCell(entry.onDemand, view.labels),
		spotCell(entry, view),
		versusFirst(entry, plan),
		cell(view.labels.reasons[entry.reason], undefined, 'muted'),
	];
};

const chainTable = (state: WizardState, plan: Plan | null, view: View) => {
	const {labels, texts} = view;
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
				{heading: labels.why, align: 'left', flexible: true},
			],
			rows: chainTokens(state).map((token, index) => entryCells(token, index, plan, view)),
		},
		view.width,
	);
};

/** The chain in the order in which ECI tries it. */
export const ChainScreen = ({state, view}: ScreenProps): ReactNode => {
	const {texts, width, height} = view;
	const {heading, rows} = chainTable(state, shownPlan(state), view);
	const add = oneLine(`+ ${texts.chain.add}`, 'muted');
	const isGiven = state.input.chain?.useSpecs !== undefined;
	const list: readonly ScreenLine[] = [
		[piece('   '), ...heading],
		...selectLines({
			items: [...rows, add].map(line => ({line})),
			focus: state.cursors.chain,
			width,
			height: Math.max(3, height - 4),
		}),
		emptyLine,
		oneLine(`   ${isGiven ? texts.chain.given : texts.chain.picked}`, 'muted'),
	];
	const notes = noteLines(plannedOf(state).diagnostics.filter(isAboutChain), view);
	return <TonedLines lines={[...list, ...notes]} height={height} />;
};
