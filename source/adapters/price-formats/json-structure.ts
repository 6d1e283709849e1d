import type {ImportFileReason} from '../../domain/rules/command-facts.ts';
import type {lineCursor} from './line-cursor.ts';

/** Deeper documents hold no prices. */
const MAX_DEPTH = 64;
/** A row of more bytes is none of ours. */
const MAX_ROW_BYTES = 4 * 2 ** 20;

/** The line that an object starts in. */
export const LINE = Symbol('line');
/** An object without a prototype: `__proto__` is a key like any other. */
export type JsonRow = {readonly [key: string]: unknown; readonly [LINE]: number};

/** What is wanted of a document; what no node stands for is read over. */
export type JsonNode = {
	readonly name?: string;
	/** Wanted as a whole, whatever it is. */
	readonly isRow?: true;
	/** Its plain members are fields. */
	readonly isPage?: true;
	readonly members?: ReadonlyMap<string, JsonNode>;
	/** Every member or item. */
	readonly each?: JsonNode;
};

export type JsonWatcher = {
	/** A container that a node with a name stands for. */
	readonly entered: (name: string) => void;
	readonly row: (name: string, key: string, value: unknown, line: number) => void;
	readonly field: (key: string, value: unknown) => void;
	readonly pageEnd: (line: number) => void;
	/** Where a page was expected and something else stands. */
	readonly stray: (line: number) => void;
};

/** JSON that can't be read on. */
export class JsonError extends Error {
	readonly reason: ImportFileReason;
	readonly line: number;

	constructor(reason: ImportFileReason, line: number) {
		super(reason);
		this.reason = reason;
		this.line = line;
	}
}

type Container = Record<string, unknown> | unknown[];

type Frame = {
	readonly isArray: boolean;
	readonly node: JsonNode | null;
	/** What is being put together; null where nothing is. */
	readonly into: Container | null;
	readonly line: number;
	readonly offset: number;
	key: string;
};

type Expected = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'next';

const newContainer = (isArray: boolean, line: number): Container => {
	if (isArray) return [];
	const object = Object.create(null) as Record<string | symbol, unknown>;
	object[LINE] = line;
	return object;
};

const put = ({into, key}: Frame, value: unknown): void => {
	if (Array.isArray(into)) into.push(value);
	else if (into) into[key] = value;
};

/**
 * Checks that tokens make JSON documents, one or several one after another, and hands the wanted parts
 * of them to the watcher. It holds one row at a time; a page is a document, or an item of a document that
 * is a list.
 */
export class JsonStructure {
	readonly #page: JsonNode;
	readonly #watcher: JsonWatcher;
	readonly #lines: ReturnType<typeof lineCursor>;
	readonly #frames: Frame[] = [];
	#expected: Expected = 'value';

	constructor(page: JsonNode, watcher: JsonWatcher, lines: ReturnType<typeof lineCursor>) {
		this.#page = page;
		this.#watcher = watcher;
		this.#lines = lines;
	}

	fail(reason: ImportFileReason, offset: number): never {
		throw new JsonError(reason, this.#lines.lineOf(offset));
	}

	open(isArray: boolean, offset: number): void {
		const parent = this.#startValue(offset);
		if (this.#frames.length === MAX_DEPTH) this.fail('too-deep', offset);
		const line = this.#lines.lineOf(offset);
		const node = parent?.into ? null : this.#enter(parent, isArray, line);
		const isWanted = node?.isRow === true || Boolean(parent?.into);
		const into = isWanted ? newContainer(isArray, line) : null;
		if (parent && into) put(parent, into);
		this.#frames.push({isArray, node, into, line, offset, key: ''});
		this.#expected = isArray ? 'first-item' : 'first-key';
	}

	close(isArray: boolean, offset: number): void {
		const frame = this.#frames.pop();
		const empty = isArray ? 'first-item' : 'first-key';
		const isComplete = this.#expected === 'next' || this.#expected === empty;
		if (frame?.isArray !== isArray || !isComplete) this.fail('not-json', offset);
		else this.#leave(frame, offset);
	}

	/** A text: a value, or the name of a member. */
	text(value: string, offset: number): void {
		const frame = this.#frames.at(-1);
		if (frame && (this.#expected === 'key' || this.#expected === 'first-key')) {
			frame.key = value;
			this.#expected = 'colon';
		} else this.scalar(value, offset);
	}

	scalar(value: unknown, offset: number): void {
		const parent = this.#startValue(offset);
		if (parent?.into) put(parent, value);
		else this.#offer(parent, value, offset);
		this.#endValue();
	}

	colon(offset: number): void {
		if (this.#expected !== 'colon') this.fail('not-json', offset);
		this.#expected = 'value';
	}

	comma(offset: number): void {
		if (this.#expected !== 'next') this.fail('not-json', offset);
		this.#expected = this.#frames.at(-1)?.isArray ? 'value' : 'key';
	}

	/** Where the bytes end, or a piece of them. */
	checkRow(end: number): void {
		const row = this.#frames.find(({into}) => into !== null);
		if (row && end - row.offset > MAX_ROW_BYTES) this.fail('too-long', row.offset);
	}

	end(offset: number): void {
		if (this.#frames.length > 0) this.fail('cut-off', offset);
	}

	#startValue(offset: number): Frame | undefined {
		if (this.#expected !== 'value' && this.#expected !== 'first-item')
			this.fail('not-json', offset);
		return this.#frames.at(-1);
	}

	#endValue(): void {
		this.#expected = this.#frames.length === 0 ? 'value' : 'next';
	}

	#nodeIn(parent: Frame | undefined, isArray: boolean): JsonNode | null {
		if (!parent) return isArray ? {each: this.#page} : this.#page;
		return parent.node?.members?.get(parent.key) ?? parent.node?.each ?? null;
	}

	/** What is wanted of a container; nothing of a list where a page was expected. */
	#enter(parent: Frame | undefined, isArray: boolean, line: number): JsonNode | null {
		const node = this.#nodeIn(parent, isArray);
		if (node?.isPage && isArray) {
			this.#watcher.stray(line);
			return null;
		}
		if (node?.name !== undefined && !node.isRow) this.#watcher.entered(node.name);
		return node;
	}

	#offer(parent: Frame | undefined, value: unknown, offset: number): void {
		const node = this.#nodeIn(parent, false);
		if (node?.isRow)
			this.#watcher.row(node.name ?? '', parent?.key ?? '', value, this.#lines.lineOf(offset));
		else if (node?.isPage) this.#watcher.stray(this.#lines.lineOf(offset));
		else if (parent?.node?.isPage) this.#watcher.field(parent.key, value);
	}

	#leave({node, into, line}: Frame, offset: number): void {
		this.checkRow(offset);
		const key = this.#frames.at(-1)?.key ?? '';
		if (node?.isRow) this.#watcher.row(node.name ?? '', key, into, line);
		if (node?.isPage) this.#watcher.pageEnd(line);
		this.#endValue();
	}
}
