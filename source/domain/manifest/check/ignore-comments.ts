import type {SourceDocument, SourceFile, SourceNode, Span} from '../source/source-tree.ts';

/** A part of a file that holds one document, be it broken, or none. */
export type Region = {readonly span: Span; readonly document: SourceDocument | null};

/** A rule that a comment names. */
export type Ignore = {
	readonly name: string;
	/** The name in the text; where there is none, the comment. */
	readonly span: Span;
	/** Where it holds: a line, by the offset of its start, or a whole document. */
	readonly scope: {readonly lineStart: number} | {readonly region: Region};
};

const MARK = 'eci-plan-ignore';
const COMMENT = /(?<=^|[\s\ufeff])#[ \t]*eci-plan-ignore(?::|(?=\s|$))([^\r\n]*)/g;
/** What stands behind ` -- ` is for people. */
const REASON = /(?:^|\s)--(?:\s|$).*$/;
const DOCUMENT_START = /^\ufeff?---(?=\s|$)/;

/** Regions of a file in order; what isn't part of a document that could be read is cut at its markers. */
export const regionsOf = ({text, documents}: SourceFile): readonly Region[] => {
	const regions: Region[] = [];
	const addGap = (from: number, to: number) => {
		const gap = text.slice(from, to);
		const cuts = [...gap.matchAll(/(?<=[\r\n])---(?=\s|$)/g)].map(({index}) => from + index);
		for (const [index, start] of [from, ...cuts].entries())
			if ((cuts[index] ?? to) > start)
				regions.push({span: {start, end: cuts[index] ?? to}, document: null});
	};
	let end = 0;
	for (const document of documents) {
		addGap(end, document.span.start);
		regions.push({span: document.span, document});
		end = document.span.end;
	}
	addGap(end, text.length);
	return regions;
};

/** The last region that starts at or before an offset. */
export const regionAt = (regions: readonly Region[], offset: number): Region | undefined =>
	regions.findLast(({span}) => span.start <= offset);

/** Where the texts of scalars are, in order; the header of a block scalar may have a comment behind it. */
const scalarsIn = (node: SourceNode, text: string): readonly Span[] => {
	switch (node.kind) {
		case 'alias':
			return [];
		case 'map':
			return node.entries.flatMap(({key, value}) => [
				...scalarsIn(key, text),
				...scalarsIn(value, text),
			]);
		case 'list':
			return node.items.flatMap(item => scalarsIn(item, text));
		case 'scalar': {
			const {span, style} = node;
			const isBlock = style === 'literal' || style === 'folded';
			return [isBlock ? {...span, start: lineEnd(text, span.start)} : span];
		}
	}
};

const lineEnd = (text: string, from: number): number => {
	const match = /[\r\n]/g;
	match.lastIndex = from;
	return match.exec(text)?.index ?? text.length;
};

const lineStart = (text: string, from: number): number => {
	let start = from;
	while (start > 0 && !'\r\n'.includes(text[start - 1] ?? '')) start--;
	return start;
};

/** The start of the next line that is neither blank nor all comment; null at the end of the text. */
const nextLine = (text: string, from: number): number | null => {
	const match = /(?:\r\n|\r|\n)[ \t]*(?=[^\s#])/g;
	match.lastIndex = from;
	const found = match.exec(text);
	return found && lineStart(text, found.index + found[0].length);
};

/** Where the first node of a region starts, or of a broken one the first line of content. */
const contentStart = (region: Region, root: SourceNode | null, text: string): number => {
	if (root) return root.span.start;
	const piece = text.slice(region.span.start, region.span.end);
	const match = /(?:^|[\r\n])(?!---)[ \t]*(?=[^\s#%\ufeff])/.exec(piece);
	return match ? region.span.start + match.index + match[0].length : region.span.end;
};

type Site = {
	readonly region: Region;
	readonly regions: readonly Region[];
	/** Where content starts. */
	readonly content: number;
	readonly text: string;
};

/** Where a comment holds; null where nobody can tell that it is one. */
const scopeOf = (
	offset: number,
	{region, regions, content, text}: Site,
): Ignore['scope'] | null => {
	const start = lineStart(text, offset);
	const before = text.slice(start, offset);
	const next = nextLine(text, offset);
	if (DOCUMENT_START.test(before) && offset < content) return {region};
	const isAlone = /^[\s\ufeff]*(?:#|$)/.test(before);
	if (isAlone && next !== null && DOCUMENT_START.test(text.slice(next, next + 5))) {
		const below = regionAt(regions, next);
		if (below) return {region: below};
	}
	if (offset < content) return {region};
	if (!region.document) return null;
	return {lineStart: isAlone ? (next ?? start) : start};
};

/** The names in the text behind the colon, which starts at `from`. */
const namesIn = (list: string, from: number): readonly {name: string; span: Span}[] =>
	[...list.replace(REASON, '').matchAll(/[^\s,]+/g)].map(({index, 0: name}) => ({
		name,
		span: {start: from + index, end: from + index + name.length},
	}));

const ignoresIn = (region: Region, regions: readonly Region[], text: string): readonly Ignore[] => {
	const {start, end} = region.span;
	const piece = text.slice(start, end);
	if (!piece.includes(MARK)) return [];
	const root = region.document?.tree() ?? null;
	const scalars = root ? scalarsIn(root, text) : [];
	const site = {region, regions, content: contentStart(region, root, text), text};
	return [...piece.matchAll(COMMENT)].flatMap(({index, 0: comment, 1: list = ''}) => {
		const offset = start + index;
		if (scalars.some(scalar => scalar.start <= offset && offset < scalar.end)) return [];
		const scope = scopeOf(offset, site);
		if (!scope) return [];
		const span = {start: offset, end: offset + comment.length};
		const names = namesIn(list, span.end - list.length);
		return (names.length > 0 ? names : [{name: '', span}]).map(one => ({...one, scope}));
	});
};

/**
 * The comments `# eci-plan-ignore: rule[, rule]` of a file. Behind content one holds for its line; alone, for
 * the next line of content; above the first node of a document or above its `---`, for all of it. Text of
 * scalars is none, whatever it looks like.
 */
export const ignoresOf = (file: SourceFile, regions: readonly Region[]): readonly Ignore[] =>
	file.text.includes(MARK) ? regions.flatMap(one => ignoresIn(one, regions, file.text)) : [];
