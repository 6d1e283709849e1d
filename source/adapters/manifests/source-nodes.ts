import {
	COLLECTION_STYLE,
	EVENT_ID,
	type Event,
	getScalarValue,
	type MappingEvent,
	SCALAR_STYLE,
	type ScalarEvent,
	type SequenceEvent,
} from 'js-yaml';
import type {
	SourceEntry,
	SourceNode,
	SourceScalar,
	Span,
} from '../../domain/manifest/source/source-tree.ts';

const STYLES: Readonly<Record<number, SourceScalar['style']>> = {
	[SCALAR_STYLE.PLAIN]: 'plain',
	[SCALAR_STYLE.SINGLE_QUOTED]: 'single',
	[SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
	[SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
	[SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

const BLANK = /(?:[ \t\r\n\ufeff]|#[^\r\n]*)*/y;
/** No space of other scripts: that is content. */
const TRAILING_BLANK = ' \t\r\n';

type Written = {readonly anchorStart: number; readonly anchorEnd: number; readonly tagEnd?: number};

const propertiesOf = ({anchorStart, tagEnd = -1}: Written) => ({
	hasAnchor: anchorStart >= 0,
	hasTag: tagEnd >= 0,
});

/**
 * Builds the nodes of one document from the events of its piece of a file. The parser says where scalars
 * and collections start; brackets, colons, dashes and block headers between them are found in the text.
 * The document has to be sound.
 */
class NodeBuilder {
	readonly #events: readonly Event[];
	readonly #source: string;
	/** Where the piece starts in its file. */
	readonly #base: number;
	readonly #anchors = new Map<string, SourceNode>();
	/** The next event. */
	#next = 1;
	/** Everything before is part of nodes that are done. */
	#cursor = 0;

	constructor(events: readonly Event[], source: string, base: number) {
		this.#events = events;
		this.#source = source;
		this.#base = base;
	}

	build(): SourceNode {
		const [document] = this.#events;
		// The first node of `--- text` stands behind the marker.
		if (document?.type === EVENT_ID.DOCUMENT && document.explicitStart) {
			const marker = /(?:^|[\r\n])\ufeff?---(?=\s|$)/.exec(this.#source);
			this.#cursor = marker ? marker.index + marker[0].length : 0;
		}
		return this.#node();
	}

	#span(start: number, end: number): Span {
		return {start: this.#base + start, end: this.#base + end};
	}

	/** Where the text goes on behind white space and comments. */
	#skipBlank(from: number): number {
		BLANK.lastIndex = from;
		return from + (BLANK.exec(this.#source)?.[0].length ?? 0);
	}

	/** Steps over a mark such as a colon, if it comes next. */
	#step(mark: string): void {
		const at = this.#skipBlank(this.#cursor);
		if (this.#source[at] === mark) this.#cursor = at + 1;
	}

	#node(): SourceNode {
		const event = this.#events[this.#next++];
		switch (event?.type) {
			case EVENT_ID.SCALAR:
				return this.#keep(event, this.#scalar(event));
			case EVENT_ID.MAPPING:
				return this.#keep(event, this.#map(event));
			case EVENT_ID.SEQUENCE:
				return this.#keep(event, this.#list(event));
			case EVENT_ID.ALIAS: {
				const {anchorStart, anchorEnd} = event;
				const target = this.#anchors.get(this.#source.slice(anchorStart, anchorEnd));
				if (!target) throw new Error('An alias without its anchor');
				this.#cursor = anchorEnd;
				const span = this.#span(anchorStart - 1, anchorEnd);
				return {kind: 'alias', span, target, hasAnchor: false, hasTag: false};
			}
			default:
				throw new Error('A document without a node');
		}
	}

	#keep(event: Written, node: SourceNode): SourceNode {
		if (event.anchorStart >= 0)
			this.#anchors.set(this.#source.slice(event.anchorStart, event.anchorEnd), node);
		return node;
	}

	#afterProperties({anchorEnd, tagEnd}: ScalarEvent): number {
		return Math.max(this.#cursor, anchorEnd, tagEnd);
	}

	#scalar(event: ScalarEvent): SourceNode {
		const [start, end] = this.#scalarEdges(event);
		this.#cursor = end;
		return {
			kind: 'scalar',
			span: this.#span(start, end),
			style: STYLES[event.style] ?? 'plain',
			text: getScalarValue(this.#source, event),
			...propertiesOf(event),
		};
	}

	#scalarEdges(event: ScalarEvent): readonly [start: number, end: number] {
		const {style, valueStart, valueEnd} = event;
		if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
			return [valueStart - 1, valueEnd + 1];
		const after = this.#afterProperties(event);
		if (style === SCALAR_STYLE.PLAIN)
			return valueStart < 0 ? [after, after] : [valueStart, valueEnd];
		const header = this.#skipBlank(after);
		let end = valueEnd;
		while (end > valueStart && TRAILING_BLANK.includes(this.#source[end - 1] ?? '')) end--;
		if (end > valueStart) return [header, end];
		const indicators = /^[|>][-+\d]*/.exec(this.#source.slice(header, header + 3));
		return [header, header + (indicators?.[0].length ?? 1)];
	}

	#isDone(): boolean {
		if (this.#events[this.#next]?.type !== EVENT_ID.POP) return false;
		this.#next++;
		return true;
	}

	#map(event: MappingEvent): SourceNode {
		const {start} = event;
		const isBracketed = event.style === COLLECTION_STYLE.FLOW && this.#source[start] === '{';
		this.#cursor = isBracketed ? start + 1 : start;
		const entries: SourceEntry[] = [];
		while (!this.#isDone()) {
			if (isBracketed) this.#step(',');
			this.#step('?');
			const key = this.#node();
			this.#step(':');
			entries.push({key, value: this.#node()});
		}
		return this.#collection(event, isBracketed ? '}' : null, {kind: 'map', entries});
	}

	#list(event: SequenceEvent): SourceNode {
		const {start} = event;
		const isFlow = event.style === COLLECTION_STYLE.FLOW;
		this.#cursor = isFlow ? start + 1 : start;
		const items: SourceNode[] = [];
		while (!this.#isDone()) {
			this.#step(isFlow ? ',' : '-');
			items.push(this.#node());
		}
		return this.#collection(event, isFlow ? ']' : null, {kind: 'list', items});
	}

	#collection(
		event: MappingEvent | SequenceEvent,
		bracket: string | null,
		content:
			| {readonly kind: 'map'; readonly entries: readonly SourceEntry[]}
			| {readonly kind: 'list'; readonly items: readonly SourceNode[]},
	): SourceNode {
		if (bracket !== null) {
			this.#step(',');
			this.#step(bracket);
		}
		return {
			...content,
			span: this.#span(event.start, this.#cursor),
			style: event.style === COLLECTION_STYLE.FLOW ? 'flow' : 'block',
			...propertiesOf(event),
		};
	}
}

export const nodesOf = (events: readonly Event[], source: string, base: number): SourceNode =>
	new NodeBuilder(events, source, base).build();
