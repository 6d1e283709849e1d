import type {LimitScale} from '../domain/simulation/advice/limit-scale.ts';
import {displayWidth} from '../present/display-width.ts';
import {limitFacts, millsText} from '../present/limit-facts.ts';
import {simulationWordsOf} from '../present/simulation-words.ts';
import {piece, type ScreenLine, wrapped} from './lines.ts';
import {type Field, readField} from './state/fields.ts';
import {isCurrent, shownAnswer} from './state/live.ts';
import {millsOf} from './state/slide.ts';
import type {WizardState} from './state/wizard-types.ts';
import type {View} from './view.ts';

const MOST_CELLS = 40;

/** The cell of an amount on a bar of so many. */
const cellOf = (mills: number, {lowest, highest}: LimitScale, cells: number): number => {
	const share = highest > lowest ? (mills - lowest) / (highest - lowest) : 1;
	return Math.round(Math.min(1, Math.max(0, share)) * (cells - 1));
};

/** `0.039 ├────▲───●──────┤ 0.390`: what is set, and where it is advised to be. */
const barLine = (mills: number, scale: LimitScale, room: number): ScreenLine => {
	const [low, high] = [millsText(scale.lowest), millsText(scale.highest)];
	const cells = Math.min(MOST_CELLS, room - displayWidth(low) - displayWidth(high) - 4);
	if (cells < 2) return [];
	const knob = cellOf(mills, scale, cells);
	const knee = scale.advised === null ? -1 : cellOf(scale.advised, scale, cells);
	const bar = Array.from({length: cells}, (_, cell) => {
		if (cell === knob) return piece('●', 'focus');
		return cell === knee ? piece('▲', 'good') : piece('─', 'muted');
	});
	return [piece(`${low} ├`, 'muted'), ...bar, piece(`┤ ${high}`, 'muted')];
};

/** The limit on its scale, and what it comes to; nothing before the first simulation. */
export const sliderLines = (
	state: WizardState,
	field: Field,
	indent: number,
	view: View,
): readonly ScreenLine[] => {
	const answer = shownAnswer(state);
	const limits = answer?.limits;
	if (!answer || !limits) return [];
	const {texts, language, width} = view;
	const margin = ' '.repeat(indent);
	const mills = millsOf(readField(state, field)) ?? limits.advised ?? limits.highest;
	const {reached, advice} = limitFacts(answer.simulation, limits, texts.simulated, {
		words: simulationWordsOf(language),
		advised: limits.advised === null ? null : millsText(limits.advised),
	});
	const said = isCurrent(state) ? reached : texts.simulated.underWay;
	return [
		[piece(margin), ...barLine(mills, limits, width - indent - 1)],
		...wrapped(said, width - 1, 'plain', margin),
		...(advice === null ? [] : wrapped(advice, width - 1, 'muted', `${margin}▲ `)),
	];
};
