import type {ReactNode} from 'react';
import {TonedLines} from '../components/toned-lines.tsx';
import type {WeekOverlay} from '../state/week.ts';
import type {ScreenProps} from '../view.ts';
import {drawnLines} from '../week-lines.ts';

/** A week to be drawn: every hour with its replicas. */
export const WeekScreen = ({
	state,
	view,
	overlay,
}: ScreenProps & {readonly overlay: WeekOverlay}): ReactNode => (
	<TonedLines lines={drawnLines(state, overlay, view)} height={view.height} />
);
