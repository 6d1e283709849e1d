import {type ChainEntry, firstEntry} from '../domain/chain/chain.ts';
import type {Plan} from '../domain/plan.ts';
import type {Simulation, StrategyResult} from '../domain/simulation/simulation-result.ts';
import {amountNumber} from '../present/amount-text.ts';
import {cutCells, displayWidth, padCells} from '../present/display-width.ts';
import {specShareText} from '../present/live-table.ts';
import {emptyLine, fitted, justified, oneLine, piece, type ScreenLine, wrapped} from './lines.ts';
import {countLine, isStale, priceLines, totalText, waiting} from './live-lines.ts';
import {chartLines, costLines, riskLines} from './simulation-lines.ts';
import {shownAnswer, twoStrategies} from './state/live.ts';
import {chainTokens, entryOf, plannedOf, shownPlan} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import {hourText, noteLines, type View} from './view.ts';

/** Lines that belong together. */
type Block = readonly ScreenLine[];

const SHARE_CELLS = 8;

/** The entries with their prices, and what part of the time each is expected to serve. */
const chainLines = (
	state: WizardState,
	plan: Plan,
	result: StrategyResult | null,
	view: View,
): Block => {
	const tokens = chainTokens(state);
	const width = Math.min(22, Math.max(...tokens.map(displayWidth)));
	return tokens.map((token, index) => {
		const entry = entryOf(plan, token);
		const price = entry?.onDemand ? view.texts.live.hour(hourText(entry.onDemand)) : '–';
		const share = result
			? padCells(specShareText(result, entry?.token ?? token), SHARE_CELLS, 'right')
			: '';
		return justified(
			[
				piece(`${index + 1} `, 'muted'),
				piece(padCells(cutCells(token, width), width, 'left'), index === 0 ? 'accent' : 'plain'),
			],
			[piece(price), piece(share, 'muted')],
			view.width,
		);
	});
};

/** Errors and warnings as far as there is room for them. */
const panelNotes = (state: WizardState, view: View, room: number): Block => {
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

const waitingLines = (state: WizardState, view: View): Block => [
	...wrapped(waiting(state, view), view.width, 'muted'),
	emptyLine,
];

const onePod = (state: WizardState, entry: ChainEntry, view: View): Block => {
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
	];
};

const withTitle = (title: string, lines: Block): Block =>
	lines.length === 0 ? [] : [oneLine(title, 'heading'), ...lines];

/** Before the first simulation, and where there is none. */
const pricedBlocks = (state: WizardState, plan: Plan, view: View): readonly Block[] => {
	const {texts, width} = view;
	const isRefused = state.live?.answer.kind === 'refused';
	const said = isRefused
		? wrapped(texts.simulated.refused, width, 'warning')
		: [oneLine(texts.simulated.underWay, 'muted')];
	return [
		withTitle(texts.live.allPods, [...wrapped(totalText(plan, view), width), ...said]),
		withTitle(texts.live.chain, chainLines(state, plan, null, view)),
	];
};

/** What wants a place below the first blocks, and how much its place matters: 1 comes first. */
type Wanted = {readonly rank: number; readonly block: (room: number) => Block};

/** Blocks in their order, those of low rank left out where the room is short; a blank line between two. */
const fitting = (wanted: readonly Wanted[], height: number): readonly Block[] => {
	let room = height;
	const taken = new Map<Wanted, Block>();
	for (const each of wanted.toSorted((a, b) => a.rank - b.rank)) {
		const block = each.block(room - 1);
		if (block.length === 0 || block.length + 1 > room) continue;
		taken.set(each, block);
		room -= block.length + 1;
	}
	return wanted.flatMap(each => {
		const block = taken.get(each);
		return block ? [block] : [];
	});
};

/** Lines that a panel keeps for what is wrong, where something is. */
const NOTES_AT_LEAST = 4;
/** From here on there is room for the risks of every strategy. */
const TALL = 50;

const simulatedBlocks = (
	state: WizardState,
	plan: Plan,
	simulation: Simulation,
	view: View,
	height: number,
): readonly Block[] => {
	const two = twoStrategies(plan, simulation);
	const results = view.height >= TALL ? simulation.strategies : two;
	const {texts} = view;
	const chosen = two.at(-1) ?? null;
	return fitting(
		[
			{rank: 1, block: () => costLines(state, plan, simulation, view)},
			{rank: 2, block: () => riskLines(results, simulation, view)},
			{
				rank: 3,
				block: () => withTitle(texts.live.chain, chainLines(state, plan, chosen, view)),
			},
			{rank: 4, block: room => chartLines(two, simulation, {...view, height: Math.min(room, 16)})},
		],
		height,
	);
};

/** All that follows from the answers, beside the step; no line is wider than the panel. */
export const panelLines = (state: WizardState, view: View): readonly ScreenLine[] => {
	const plan = shownPlan(state);
	const entry = plan && firstEntry(plan.chain);
	const count = countLine(state, view);
	if (!plan || !entry) {
		const lines = [...waitingLines(state, view)];
		return [...lines, ...panelNotes(state, view, view.height - lines.length)];
	}
	const answer = shownAnswer(state);
	const pod = onePod(state, entry, view);
	const wantedNotes = Math.min(NOTES_AT_LEAST, panelNotes(state, view, view.height).length);
	const height = view.height - pod.length - 2 - wantedNotes;
	const blocks = answer
		? simulatedBlocks(state, plan, answer.simulation, view, height)
		: pricedBlocks(state, plan, view);
	const lines = [pod, ...blocks, [count]].flatMap((block, index) =>
		index === 0 ? block : [emptyLine, ...block],
	);
	return [...lines, ...panelNotes(state, view, view.height - lines.length)].map(line =>
		fitted(line, view.width),
	);
};
