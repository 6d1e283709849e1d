import {displayWidth, padCells} from '../present/display-width.ts';
import {emptyLine, oneLine, piece, type ScreenLine, wrapped} from './lines.ts';
import {hourAt, isFinerThanHours, isMarked, type WeekOverlay, weekOf} from './state/week.ts';
import type {WizardState} from './state/wizard-types.ts';
import type {View} from './view.ts';

const HOURS = 24;
/** From no replicas to the most there are. */
const SHADES = ['·', '░', '▒', '▓', '█'] as const;
/** Cells an hour, where there is room to see blocks as such. */
const WIDE_CELLS = 2;

const shadeOf = (replicas: number, most: number): string =>
	SHADES[most === 0 ? 0 : Math.ceil((replicas / most) * (SHADES.length - 1))] ?? SHADES[0];

/** A week as seven rows of hours, darker with more replicas; the marked block is inverse. */
export const weekLines = (
	state: WizardState,
	overlay: WeekOverlay | null,
	{texts: {week}, width}: View,
): readonly ScreenLine[] => {
	const grid = weekOf(state);
	const most = Math.max(...grid);
	const names = Math.max(...week.days.map(displayWidth));
	const cells = width >= names + 6 + HOURS * WIDE_CELLS + 16 ? WIDE_CELLS : 1;
	const margin = ' '.repeat(names + 5);
	const scale = [0, 6, 12, 18].map(hour => padCells(String(hour), 6 * cells, 'left')).join('');
	const rows = week.days.map((name, day): ScreenLine => {
		const hours = Array.from({length: HOURS}, (_, hour) => {
			const at = hourAt({day, hour});
			const isFocused = overlay !== null && isMarked(overlay, at);
			return piece(shadeOf(grid[at] ?? 0, most).repeat(cells), isFocused ? 'focus' : 'plain');
		});
		const isCursor = overlay?.day === day;
		const here = isCursor ? week.here(overlay.hour, String(grid[hourAt(overlay)] ?? 0)) : '';
		return [
			piece(isCursor ? ' ❯ ' : '   ', 'accent'),
			piece(padCells(name, names, 'left'), isCursor ? 'accent' : 'muted'),
			piece('  '),
			...hours,
			piece(here === '' ? '' : `  ${here}`, 'heading'),
		];
	});
	return [oneLine(margin + scale, 'muted'), ...rows];
};

/** The week being drawn, what its shades stand for, and the schedule it comes to. */
export const drawnLines = (
	state: WizardState,
	overlay: WeekOverlay,
	view: View,
): readonly ScreenLine[] => {
	const {texts} = view;
	const most = Math.max(...weekOf(state));
	const {schedule} = state.input.workload ?? {};
	return [
		...weekLines(state, overlay, view),
		emptyLine,
		oneLine(`   · 0   █ ${texts.live.pods(String(most))}`, 'muted'),
		...wrapped(
			schedule ?? texts.week.even(texts.live.pods(String(most))),
			view.width,
			'plain',
			'   ',
		),
		...(isFinerThanHours(state) ? wrapped(texts.week.finer, view.width, 'warning', ' ▲ ') : []),
	];
};
