import {coalesced, type Splice, spliced} from '../domain/manifest/annotate/splice.ts';
import type {Span} from '../domain/manifest/source/source-tree.ts';
import {type Line, line, type Tone} from './tone.ts';

/** Lines before and behind a change that show where it is. */
const CONTEXT = 3;

/** Lines with their breaks; the last one may have none. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Lines from here on that give way to others. */
type Replacement = {
	readonly from: number;
	readonly before: readonly string[];
	readonly after: readonly string[];
};

const isLineStart = (text: string, offset: number): boolean =>
	offset === 0 || text[offset - 1] === '\n';

/** The whole lines that a splice is about; none where it puts lines between two others. */
const linesAround = (text: string, {start, end, text: inserted}: Splice): Span => {
	const isBetween =
		isLineStart(text, start) &&
		isLineStart(text, end) &&
		(inserted === '' || inserted.endsWith('\n'));
	if (isBetween) return {start, end};
	const feed = text.indexOf('\n', end);
	return {
		start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
		end: feed < 0 ? text.length : feed + 1,
	};
};

const sharedStart = (one: readonly string[], other: readonly string[]): number => {
	let count = 0;
	while (count < one.length && count < other.length && one[count] === other[count]) count++;
	return count;
};

const replacementOf = (
	text: string,
	span: Span,
	line: number,
	splices: readonly Splice[],
): Replacement => {
	const own = splices.filter(({start, end}) => start >= span.start && end <= span.end);
	const before = linesOf(text.slice(span.start, span.end));
	const after = linesOf(spliced(text, own, span));
	const same = sharedStart(before, after);
	const end = sharedStart(before.slice(same).toReversed(), after.slice(same).toReversed());
	return {
		from: line + same,
		before: before.slice(same, before.length - end),
		after: after.slice(same, after.length - end),
	};
};

const replacementsOf = (text: string, splices: readonly Splice[]): readonly Replacement[] => {
	let [at, lines] = [0, 0];
	return coalesced(splices.map(splice => linesAround(text, splice))).map(span => {
		lines += linesOf(text.slice(at, span.start)).length;
		at = span.start;
		return replacementOf(text, span, lines, splices);
	});
};

/** Replacements whose context would overlap, as one group each. */
const hunksOf = (replacements: readonly Replacement[]): readonly (readonly Replacement[])[] => {
	const hunks: Replacement[][] = [];
	for (const replacement of replacements) {
		const last = hunks.at(-1)?.at(-1);
		const isNear = last && replacement.from - (last.from + last.before.length) <= 2 * CONTEXT;
		if (isNear) hunks.at(-1)?.push(replacement);
		else hunks.push([replacement]);
	}
	return hunks;
};

const marked = (mark: string, tone: Tone, lines: readonly string[]): readonly Line[] =>
	lines.flatMap(text =>
		text.endsWith('\n')
			? [line(mark + text.slice(0, -1), tone)]
			: [line(mark + text, tone), line('\\ No newline at end of file', 'muted')],
	);

const range = (start: number, count: number): string =>
	count === 1 ? String(start + 1) : `${count === 0 ? start : start + 1},${count}`;

const hunkLines = (
	lines: readonly string[],
	hunk: readonly Replacement[],
	shift: number,
): readonly Line[] => {
	const [first, last] = [hunk[0], hunk.at(-1)];
	if (!first || !last) return [];
	const start = Math.max(0, first.from - CONTEXT);
	const end = Math.min(lines.length, last.from + last.before.length + CONTEXT);
	const growth = hunk.reduce((sum, {before, after}) => sum + after.length - before.length, 0);
	const body: Line[] = [];
	let at = start;
	for (const {from, before, after} of hunk) {
		body.push(...marked(' ', 'plain', lines.slice(at, from)));
		body.push(...marked('-', 'danger', before), ...marked('+', 'good', after));
		at = from + before.length;
	}
	body.push(...marked(' ', 'plain', lines.slice(at, end)));
	const count = end - start;
	const head = `@@ -${range(start, count)} +${range(start + shift, count + growth)} @@`;
	return [line(head, 'accent'), ...body];
};

/** A name as `git apply` and `patch` read it; what may hold blanks ends with a tab. */
const nameIn = (folder: string, name: string): string => {
	const path = `${folder}/${name.replace(/^(?:\.?\/+)+/, '')}`;
	return path.includes(' ') ? `${path}\t` : path;
};

/** What splices change in a file, in the unified format that `patch` and `git apply` take. */
export const unifiedDiff = (
	name: string,
	text: string,
	splices: readonly Splice[],
): readonly Line[] => {
	const lines = linesOf(text);
	let shift = 0;
	const hunks = hunksOf(replacementsOf(text, splices)).flatMap(hunk => {
		const shown = hunkLines(lines, hunk, shift);
		shift += hunk.reduce((sum, {before, after}) => sum + after.length - before.length, 0);
		return shown;
	});
	return [
		line(`--- ${nameIn('a', name)}`, 'heading'),
		line(`+++ ${nameIn('b', name)}`, 'heading'),
		...hunks,
	];
};
