import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import {formatSchedule, parseSchedule, SCHEDULE_LIMITS} from '../../domain/units/schedule.ts';
import {
	evenWeek,
	gridOf,
	HOURS_PER_DAY,
	isHourly,
	presetWeek,
	scheduleOf,
	type WeekGrid,
} from '../../domain/units/week-grid.ts';
import {changed} from './changes.ts';
import {withValue} from './edit-input.ts';
import {rowsOf} from './rows.ts';
import type {Overlay, WizardAction, WizardState} from './wizard-types.ts';

const DAYS = 7;
/** Where a week starts to be drawn: Monday, when offices open. */
const START = {day: 0, hour: 9};

export type WeekOverlay = Extract<Overlay, {kind: 'week'}>;

/** Whether the schedule changes within an hour, which a drawn week doesn't. */
export const isFinerThanHours = ({input: {workload}}: Pick<WizardState, 'input'>): boolean => {
	const read = workload?.schedule === undefined ? null : parseSchedule(workload.schedule);
	return read?.ok === true && !isHourly(read.value);
};

/** The week as the answers have it; a schedule that can't be read counts as none. */
export const weekOf = ({input: {workload}}: Pick<WizardState, 'input'>): WeekGrid => {
	const read = workload?.schedule === undefined ? null : parseSchedule(workload.schedule);
	const replicas = Number(workload?.replicas ?? defaultPlanInput.workload.replicas);
	return read?.ok ? gridOf(read.value) : evenWeek(Number.isFinite(replicas) ? replicas : 0);
};

export const openWeek = (state: WizardState): WizardState => ({
	...state,
	overlay: {kind: 'week', ...START, anchor: null, digits: ''},
});

export const hourAt = ({day, hour}: {readonly day: number; readonly hour: number}): number =>
	day * HOURS_PER_DAY + hour;

/** Whether an hour lies in the block between the anchor and the cursor. */
export const isMarked = ({day, hour, anchor}: WeekOverlay, at: number): boolean => {
	const other = anchor ?? {day, hour};
	const [atDay, atHour] = [Math.floor(at / HOURS_PER_DAY), at % HOURS_PER_DAY];
	const isBetween = (value: number, a: number, b: number): boolean =>
		value >= Math.min(a, b) && value <= Math.max(a, b);
	return isBetween(atDay, day, other.day) && isBetween(atHour, hour, other.hour);
};

/** An even week is a number of replicas, any other a schedule: never both, so that one alone counts. */
const withWeek = (state: WizardState, grid: WeekGrid): WizardState => {
	const [first = 0] = grid;
	const isEven = grid.every(replicas => replicas === first);
	const schedule = isEven ? undefined : formatSchedule(scheduleOf(grid));
	const cleared = withValue(state.input, 'workload.replicas', isEven ? first : undefined);
	const next = changed(state, withValue(cleared, 'workload.schedule', schedule), 'week');
	// The time zone comes and goes with the schedule: the focus stays where it was.
	const workload = rowsOf(next, 'workload').findIndex(({kind}) => kind === 'draw-week');
	return {...next, cursors: {...next.cursors, workload}};
};

const moved = (overlay: WeekOverlay, days: number, hours: number, mark: boolean): WeekOverlay => {
	const {day, hour} = overlay;
	const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
	return {
		...overlay,
		day: clamp(day + days, DAYS),
		hour: clamp(hour + hours, HOURS_PER_DAY),
		anchor: mark ? (overlay.anchor ?? {day, hour}) : null,
		digits: '',
	};
};

/** Digits that follow each other are one number, up to what a schedule takes. */
const typedInto = (state: WizardState, overlay: WeekOverlay, digits: string): WizardState => {
	const replicas = Number(digits);
	if (replicas > SCHEDULE_LIMITS.replicas) return state;
	const grid = weekOf(state).map((each, at) => (isMarked(overlay, at) ? replicas : each));
	return {...withWeek(state, grid), overlay: {...overlay, digits}};
};

const busiest = (state: WizardState): number => Math.max(1, ...weekOf(state));

/** What a key does while the week is drawn: every change counts at once. */
export const inWeek = (
	state: WizardState,
	overlay: WeekOverlay,
	action: WizardAction,
): WizardState => {
	switch (action.type) {
		case 'week-move':
			return {...state, overlay: moved(overlay, action.days, action.hours, action.mark)};
		case 'week-digit':
			return typedInto(state, overlay, String(Number(overlay.digits + action.digit)));
		case 'week-preset':
			return {
				...withWeek(state, presetWeek(action.preset, busiest(state))),
				overlay: {...overlay, anchor: null, digits: ''},
			};
		case 'go-on':
			return {...state, overlay: null};
		default:
			return state;
	}
};
