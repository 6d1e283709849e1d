import {constructFromEvents, EVENT_ID, type Event, YAMLException} from 'js-yaml';
import type {Diagnostic} from '../../domain/diagnostics.ts';
import {type Position, positionsIn} from '../../domain/manifest/source/position.ts';
import type {SourceDocument, SourceFile, Span} from '../../domain/manifest/source/source-tree.ts';
import type {RuleFacts} from '../../domain/rules/facts.ts';
import {report} from '../../domain/rules/rules.ts';
import {aliasProblem} from './check-aliases.ts';
import {asValue, KUBECTL_SCHEMA} from './kubectl-schema.ts';
import {lenientEvents, MAX_DEPTH} from './lenient-events.ts';
import {nodesOf} from './source-nodes.ts';
import {documentSpans, jsonSpans} from './split-documents.ts';

/** Aliases may multiply a small text into a huge object. */
const MAX_SIZE = 1_000_000;
/** Events are kept for the nodes up to this many characters; those of a larger document are read again. */
const MAX_KEPT = 2 ** 22;

/** The library speaks of its own objects; a person has to hear what is wrong with the text. */
const DETAILS: ReadonlyMap<string, string> = new Map([
	['object-based map does not support complex keys', 'a key is a map or a list'],
	['deficient indentation', 'it stands no further in than the key before it'],
	['duplicated mapping key', 'a key stands here for the second time'],
	[`nesting exceeded maxDepth (${MAX_DEPTH})`, 'it is nested too deeply'],
]);

type Fault = {readonly offset: number; readonly detail: string};

type Parsed =
	| {readonly ok: true; readonly value: unknown; readonly events: readonly Event[]}
	| {readonly ok: false; readonly fault: Fault};

const faultOf = (error: unknown): Fault => {
	if (!(error instanceof YAMLException)) throw error;
	const {reason, mark} = error;
	return {offset: mark?.position ?? 0, detail: DETAILS.get(reason) ?? reason};
};

const parsePiece = (source: string): Parsed => {
	try {
		const events = lenientEvents(source);
		const problem =
			events.some(({type}) => type === EVENT_ID.ALIAS) &&
			aliasProblem(events, source, {maxSize: MAX_SIZE, maxDepth: MAX_DEPTH});
		if (problem) return {ok: false, fault: problem};
		const [value] = constructFromEvents(events, {source, schema: KUBECTL_SCHEMA});
		return {ok: true, value: asValue(value), events};
	} catch (error) {
		return {ok: false, fault: faultOf(error)};
	}
};

/** A line on which braces of a template stand outside of quotes and comments. */
const TEMPLATE = /^[^"'#\r\n]*\{\{/m;

/** Braces in a document that can't be read are those of a template that was not filled in. */
const templateIn = (source: string): number | null => {
	const match = TEMPLATE.exec(source);
	return match && match.index + match[0].length - 2;
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null;

/** Far more than a file of manifests has; each value takes memory that the text doesn't show. */
const MAX_MARKS = 1_500_000;
/** A file with as many broken documents holds something else. */
const MAX_BROKEN = 100;

const MARK = /[\n\r,[{]/g;

/** Counts line ends, commas and brackets, of which every value but the first needs one. */
const hasTooManyMarks = (text: string): boolean => {
	if (text.length <= MAX_MARKS) return false;
	let count = 0;
	for (MARK.lastIndex = 0; MARK.test(text); ) if (++count > MAX_MARKS) return true;
	return false;
};

type ReadSource = {readonly file: SourceFile; readonly diagnostics: readonly Diagnostic[]};

/** Reads the documents of one text, one after the other. */
class SourceReader {
	readonly documents: SourceDocument[] = [];
	readonly diagnostics: Diagnostic[] = [];
	readonly #name: string;
	readonly #text: string;
	readonly #positionOf: (offset: number) => Position;
	#count = 0;

	constructor(name: string, text: string) {
		this.#name = name;
		this.#text = text;
		this.#positionOf = positionsIn(text);
	}

	get isHopeless(): boolean {
		return this.diagnostics.length >= MAX_BROKEN;
	}

	report<R extends 'manifest-malformed' | 'manifest-template'>(
		rule: R,
		facts: RuleFacts[R],
		offset: number,
	): void {
		const source = {file: this.#name, ...this.#positionOf(offset)};
		this.diagnostics.push({...report(rule, facts), source});
	}

	read(span: Span): void {
		if (this.isHopeless) return;
		const parsed = parsePiece(this.#piece(span));
		if (parsed.ok) {
			this.#take(span, parsed);
			return;
		}
		const objects = jsonSpans(this.#text, span);
		if (objects.length > 1) for (const object of objects) this.read(object);
		else this.#refuse(span, parsed.fault);
	}

	#piece({start, end}: Span): string {
		return this.#text.slice(start, end);
	}

	#refuse(span: Span, {offset, detail}: Fault): void {
		this.#count++;
		const braces = templateIn(this.#piece(span));
		if (braces === null) this.report('manifest-malformed', {detail}, span.start + offset);
		else this.report('manifest-template', {}, span.start + braces);
		if (this.isHopeless)
			this.report(
				'manifest-malformed',
				{detail: 'too many documents before it are broken'},
				span.end,
			);
	}

	#take(span: Span, {value, events}: Extract<Parsed, {ok: true}>): void {
		if (isEmpty(value)) return;
		const kept = this.#text.length <= MAX_KEPT ? events : null;
		this.documents.push({
			index: ++this.#count,
			span,
			value,
			tree: () => {
				const piece = this.#piece(span);
				return nodesOf(kept ?? lenientEvents(piece), piece, span.start);
			},
		});
	}
}

/** Reads a text as far as it goes: what can't be read is reported, and the rest goes on. */
export const readSource = (name: string, text: string): ReadSource => {
	const reader = new SourceReader(name, text);
	if (hasTooManyMarks(text))
		reader.report('manifest-malformed', {detail: `it has more than ${MAX_MARKS} values`}, 0);
	else for (const span of documentSpans(text)) reader.read(span);
	const {documents, diagnostics} = reader;
	return {file: {name, text, documents}, diagnostics};
};

/** The values of the documents in a text that has been changed; null where one of them can't be read. */
export const reread = (text: string): readonly unknown[] | null => {
	const {file, diagnostics} = readSource('', text);
	return diagnostics.length > 0 ? null : file.documents.map(({value}) => value);
};
