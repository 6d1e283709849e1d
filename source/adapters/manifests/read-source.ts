import {constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException} from 'js-yaml';
import type {Diagnostic} from '../../domain/diagnostics.ts';
import {positionsIn} from '../../domain/manifest/source/position.ts';
import type {SourceDocument, SourceFile, Span} from '../../domain/manifest/source/source-tree.ts';
import type {RuleFacts} from '../../domain/rules/facts.ts';
import {report} from '../../domain/rules/rules.ts';
import {aliasProblem} from './check-aliases.ts';
import {KUBECTL_SCHEMA} from './kubectl-schema.ts';
import {nodesOf} from './source-nodes.ts';
import {documentSpans, jsonSpans} from './split-documents.ts';

/** A resource definition may nest its schema some dozens of levels. */
const MAX_DEPTH = 200;
/** Aliases may multiply a small text into a huge object. */
const MAX_SIZE = 1_000_000;
/** Events are kept for the nodes up to this many characters; those of a larger document are read again. */
const MAX_KEPT = 2 ** 20;

/** The library speaks of its own objects; a person has to hear what is wrong with the text. */
const DETAILS: ReadonlyMap<string, string> = new Map([
	['object-based map does not support complex keys', 'a key is a map or a list'],
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
		const events = parseEvents(source, {maxDepth: MAX_DEPTH});
		const problem =
			events.some(({type}) => type === EVENT_ID.ALIAS) &&
			aliasProblem(events, source, {maxSize: MAX_SIZE, maxDepth: MAX_DEPTH});
		if (problem) return {ok: false, fault: problem};
		const [value] = constructFromEvents(events, {source, schema: KUBECTL_SCHEMA});
		return {ok: true, value, events};
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

/** Reads a text as far as it goes: what can't be read is reported, and the rest goes on. */
export const readSource = (
	name: string,
	text: string,
): {readonly file: SourceFile; readonly diagnostics: readonly Diagnostic[]} => {
	const diagnostics: Diagnostic[] = [];
	const documents: SourceDocument[] = [];
	let count = 0;
	const positionOf = positionsIn(text);
	const add = <R extends 'manifest-malformed' | 'manifest-template'>(
		rule: R,
		facts: RuleFacts[R],
		offset: number,
	) => {
		const source = {file: name, ...positionOf(offset)};
		diagnostics.push({...report(rule, facts), source});
	};
	const refuse = (span: Span, {offset, detail}: Fault) => {
		count++;
		const braces = templateIn(text.slice(span.start, span.end));
		if (braces === null) add('manifest-malformed', {detail}, span.start + offset);
		else add('manifest-template', {}, span.start + braces);
	};
	const take = (span: Span, {value, events}: Extract<Parsed, {ok: true}>) => {
		if (isEmpty(value)) return;
		count++;
		const piece = () => text.slice(span.start, span.end);
		const kept = text.length <= MAX_KEPT ? events : null;
		documents.push({
			index: count,
			span,
			value,
			tree: () => nodesOf(kept ?? parseEvents(piece(), {maxDepth: MAX_DEPTH}), piece(), span.start),
		});
	};
	const read = (span: Span) => {
		const parsed = parsePiece(text.slice(span.start, span.end));
		if (parsed.ok) {
			take(span, parsed);
			return;
		}
		const objects = jsonSpans(text, span);
		if (objects.length > 1) for (const object of objects) read(object);
		else refuse(span, parsed.fault);
	};
	for (const span of documentSpans(text)) read(span);
	return {file: {name, text, documents}, diagnostics};
};
