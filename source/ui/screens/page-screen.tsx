import type {ReactNode} from 'react';
import {TonedLines} from '../components/toned-lines.tsx';
import {oneLine} from '../lines.ts';
import {pageLimit, pageLines} from '../page-lines.ts';
import type {Overlay} from '../state/wizard-types.ts';
import type {ScreenProps} from '../view.ts';

export type PageScreenProps = ScreenProps & {readonly shown: Extract<Overlay, {kind: 'page'}>};

/** A page in front of the step, scrolled where it is longer than the space. */
export const PageScreen = ({state, view, shown}: PageScreenProps): ReactNode => {
	const lines = pageLines(state, shown.page, view);
	const limit = pageLimit(lines, view);
	if (limit === 0) return <TonedLines lines={lines} height={view.height} />;
	const from = Math.min(shown.scroll, limit);
	const part = lines.slice(from, from + view.height - 1);
	const place = view.texts.review.lines(from + 1, from + part.length, lines.length);
	return <TonedLines lines={[...part, oneLine(` ${place}`, 'muted')]} height={view.height} />;
};
