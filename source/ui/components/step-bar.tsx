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

const nameLine = ({names, current, troubled}: StepBarProps, short: boolean): ScreenLine =>
	names.flatMap((name, index) => {
		const mark = troubled.includes(index) ? '✗' : '';
		if (index === current)
			return [piece('❯', 'accent'), piece(`${index + 1} ${name}${mark}`, 'step'), piece(' ')];
		const label = short ? `${index + 1}` : `${index + 1} ${name}`;
		return [piece(` ${label}`, 'muted'), piece(`${mark} `, 'danger')];
	});

/** The steps with their numbers; where the room is short, only the current one has its name. */
export const StepBar = (props: StepBarProps): ReactNode => {
	const full = nameLine(props, false);
	return <TonedLine line={cellsOf(full) <= props.width ? full : nameLine(props, true)} />;
};
