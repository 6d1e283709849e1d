import type {SourcePlace} from '../../diagnostics.ts';
import type {RuleId} from '../../rules/facts.ts';
import {isAboutKey} from '../lint/about-keys.ts';
import type {Place} from '../lint/part.ts';
import {findNode} from './find-node.ts';
import {linesIn, type Position} from './position.ts';
import type {SourceFile, SourceNode, Span} from './source-tree.ts';

/** A piece of the text of a file that something is said of. */
export type Mark = {
	readonly source: SourcePlace;
	/** Behind its last character. */
	readonly end: Position;
	/** The lines that it begins on: of a key and of the value below it. */
	readonly lines: readonly number[];
	/** The line of the key or else of the value, without its end. */
	readonly text: string;
};

/** Marks pieces of one file. */
export type Marker = {
	/** What a finding is about: a value, or its key where the value starts on a later line or the key is meant. */
	readonly finding: (document: number, place: Place, rule: RuleId) => Mark;
	readonly span: (span: Span) => Mark;
	readonly position: (position: Position) => Mark;
};

export const markerOf = ({name, text, documents}: SourceFile): Marker => {
	const {positionOf, lineAt} = linesIn(text);
	const trees = new Map<number, SourceNode>();
	const treeOf = (document: number): SourceNode => {
		const known = trees.get(document) ?? documents.find(({index}) => index === document)?.tree();
		if (!known) throw new TypeError('no such document');
		trees.set(document, known);
		return known;
	};
	const mark = (start: Position, end: Position): Mark => ({
		source: {file: name, ...start},
		end,
		lines: [start.line],
		text: lineAt(start.line),
	});
	const markSpan = ({start, end}: Span) => mark(positionOf(start), positionOf(end));
	return {
		finding: (document, place, rule) => {
			const {key, node, isWhole} = findNode(treeOf(document), place);
			const value = markSpan(node.span);
			if (!key) return value;
			const before = markSpan(key.span);
			const isBelow = value.source.line > before.source.line;
			return isBelow || (isWhole && isAboutKey(rule))
				? {...before, lines: [...before.lines, ...value.lines]}
				: value;
		},
		span: markSpan,
		position: position => mark(position, position),
	};
};
