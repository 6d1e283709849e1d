import type {ReactNode} from 'react';
import {cellsOf, piece, type ScreenLine} from '../lines.ts';
import {TonedLine} from './toned-lines.tsx';

export type StepBarProps = {
	readonly names: readonly string[];
	/** Index of the step that is shown. */
	readonly current: number;
	/** Steps with something wrong. */
	readonly troubled: readonly number[];
	readonly width: number;
};

/** How much room there is: for gaps, for names, or for numbers alone. */
type Form = 'airy' | 'tight' | 'short';

const nameLine = ({names, current, troubled}: StepBarProps, form: Form): ScreenLine => {
	const gap = form === 'tight' ? '' : ' ';
	return names.flatMap((name, index) => {
		const mark = troubled.includes(index) ? '✗' : '';
		if (index === current)
			return [piece('❯', 'accent'), piece(`${index + 1} ${name}${mark}`, 'step'), piece(gap)];
		const label = form === 'short' ? `${index + 1}` : `${index + 1} ${name}`;
		return [piece(` ${label}`, 'muted'), piece(`${mark}${gap}`, 'danger')];
	});
};

/** With room for every mark, so that nothing moves when one appears. */
const hasRoomForAll = (props: StepBarProps): boolean =>
	cellsOf(nameLine({...props, troubled: [...props.names.keys()]}, 'airy')) <= props.width;

const formOf = (props: StepBarProps): Form => {
	if (hasRoomForAll(props)) return 'airy';
	return cellsOf(nameLine(props, 'tight')) <= props.width ? 'tight' : 'short';
};

/** The steps with their numbers; where the room is short, only the current one has its name. */
export const StepBar = (props: StepBarProps): ReactNode => (
	<TonedLine line={nameLine(props, formOf(props))} />
);
