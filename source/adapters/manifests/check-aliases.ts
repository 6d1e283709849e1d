import {type AliasEvent, EVENT_ID, type Event} from 'js-yaml';

/** What a node holds when all aliases are written out: values, and levels. */
type Extent = {readonly size: number; readonly depth: number};

type Open = {size: number; depth: number; readonly anchor: string | null};

export type AliasProblem = {readonly offset: number; readonly detail: string};

type Limits = {readonly maxSize: number; readonly maxDepth: number};

const ONE: Extent = {size: 1, depth: 1};

/** Adds a document up while its nodes open and close. */
class Measure {
	readonly #anchors = new Map<string, Extent>();
	readonly #open: Open[] = [];
	readonly #source: string;
	readonly #limits: Limits;

	constructor(source: string, limits: Limits) {
		this.#source = source;
		this.#limits = limits;
	}

	/** Takes the next event; answers what is wrong with it, if anything. */
	take(event: Event): string | null {
		switch (event.type) {
			case EVENT_ID.DOCUMENT:
				this.#open.push({size: 0, depth: 0, anchor: null});
				break;
			case EVENT_ID.POP: {
				const {anchor, ...extent} = this.#open.pop() ?? {...ONE, anchor: null};
				this.#add(extent, anchor);
				break;
			}
			case EVENT_ID.SCALAR:
				this.#add(ONE, this.#anchorOf(event));
				break;
			case EVENT_ID.ALIAS:
				return this.#repeat(event);
			default:
				this.#open.push({...ONE, anchor: this.#anchorOf(event)});
		}
		return null;
	}

	#anchorOf({anchorStart, anchorEnd}: Pick<AliasEvent, 'anchorStart' | 'anchorEnd'>) {
		return anchorStart < 0 ? null : this.#source.slice(anchorStart, anchorEnd);
	}

	#add({size, depth}: Extent, anchor: string | null): void {
		if (anchor !== null) this.#anchors.set(anchor, {size, depth});
		const frame = this.#open.at(-1);
		if (!frame) return;
		frame.size += size;
		frame.depth = Math.max(frame.depth, depth + 1);
	}

	#repeat(alias: AliasEvent): string | null {
		const name = this.#anchorOf(alias);
		if (this.#open.some(({anchor}) => anchor === name))
			return `the alias *${name} stands inside of what it repeats`;
		const extent = this.#anchors.get(name ?? '') ?? ONE;
		this.#add(extent, null);
		const {maxSize, maxDepth} = this.#limits;
		const size = this.#open.reduce((sum, frame) => sum + frame.size, 0);
		if (size > maxSize) return `aliases make it more than ${maxSize} values`;
		return this.#open.length + extent.depth > maxDepth ? 'aliases nest it too deeply' : null;
	}
}

/** The first alias of a document that stands inside of what it repeats, or multiplies it beyond the limits. */
export const aliasProblem = (
	events: readonly Event[],
	source: string,
	limits: Limits,
): AliasProblem | null => {
	const measure = new Measure(source, limits);
	for (const event of events) {
		const detail = measure.take(event);
		if (detail !== null && event.type === EVENT_ID.ALIAS)
			return {offset: event.anchorStart - 1, detail};
	}
	return null;
};
