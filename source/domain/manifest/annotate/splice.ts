import type {Span} from '../source/source-tree.ts';

/** Text that takes the place of a span; an insertion where the span is empty. */
export type Splice = Span & {readonly text: string};

export const insertion = (at: number, text: string): Splice => ({start: at, end: at, text});
export const deletion = (start: number, end: number): Splice => ({start, end, text: ''});

/** The piece of a text after the splices that lie in it. */
export const spliced = (
	text: string,
	splices: readonly Splice[],
	{start: from, end: to}: Span = {start: 0, end: text.length},
): string => {
	const pieces: string[] = [];
	let at = from;
	for (const {start, end, text: inserted} of splices.toSorted((a, b) => a.start - b.start)) {
		pieces.push(text.slice(at, start), inserted);
		at = end;
	}
	return [...pieces, text.slice(at, to)].join('');
};

/** Spans that touch or overlap, as one each. */
export const coalesced = (spans: readonly Span[]): readonly Span[] => {
	const merged: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (!last || span.start > last.end) merged.push(span);
		else merged[merged.length - 1] = {start: last.start, end: Math.max(last.end, span.end)};
	}
	return merged;
};
