import type {Tree, TreeMap} from '../domain/manifest/tree.ts';
import {jsonText} from './json.ts';
import {type Line, type Span, span} from './tone.ts';

/** Text that YAML 1.1 and 1.2 both read as this very string when it stands without quotes. */
const PLAIN = /^[A-Za-z/][A-Za-z0-9_./@-]*(?::[A-Za-z0-9_./@-]+)*$/;
/** Words that YAML 1.1 reads as booleans or null, and what looks like a number with a letter in it. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

const scalarText = (text: string): string =>
	PLAIN.test(text) && !RESERVED.test(text) ? text : jsonText(text);

const scalar = (value: null | boolean | number | string, alwaysQuote: boolean): Span => {
	if (typeof value === 'string')
		return span(alwaysQuote ? jsonText(value) : scalarText(value), 'string');
	return span(String(value), 'number');
};

/** Maps whose values are annotations. */
const ANNOTATION_MAPS: readonly string[] = ['annotations', 'podAnnotations'];

/** Maps that another program takes as the text of a document of their own: the patches of Kustomize. */
const TEXT_MAPS: readonly string[] = ['patch'];

const isMap = (value: Tree): value is TreeMap =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Tree): value is readonly Tree[] => Array.isArray(value);

const emptyCollection = (value: Tree): string | undefined => {
	if (isList(value)) return value.length === 0 ? '[]' : undefined;
	return isMap(value) && Object.keys(value).length === 0 ? '{}' : undefined;
};

const indented = (lines: readonly Line[]): readonly Line[] =>
	lines.map(content => [span('  '), ...content]);

const inlineValue = (value: Tree, quoteValues: boolean): Span | undefined => {
	const empty = emptyCollection(value);
	if (empty !== undefined) return span(empty, 'muted');
	return isMap(value) || isList(value) ? undefined : scalar(value, quoteValues);
};

const mapLines = (map: TreeMap, quoteValues: boolean): readonly Line[] =>
	Object.entries(map).flatMap(([key, value]) => {
		const head = [span(scalarText(key), 'key'), span(':')];
		const inline = inlineValue(value, quoteValues);
		if (inline) return [[...head, span(' '), inline]];
		const lines = blockLines(value, ANNOTATION_MAPS.includes(key));
		if (TEXT_MAPS.includes(key) && isMap(value))
			return [[...head, span(' '), span('|-', 'muted')], ...indented(lines)];
		return [head, ...(isList(value) ? lines : indented(lines))];
	});

const listLines = (list: readonly Tree[]): readonly Line[] =>
	list.flatMap(item => {
		const [first = [], ...rest] = blockLines(item, false);
		return [[span('- '), ...first], ...indented(rest)];
	});

const blockLines = (value: Tree, quoteValues: boolean): readonly Line[] => {
	const inline = inlineValue(value, quoteValues);
	if (inline) return [[inline]];
	if (isList(value)) return listLines(value);
	return isMap(value) ? mapLines(value, quoteValues) : [];
};

/** A document for JSON, in which the text of a patch is JSON too. */
export const withTextMaps = (document: Tree): Tree => {
	if (isList(document)) return document.map(withTextMaps);
	if (!isMap(document)) return document;
	return Object.fromEntries(
		Object.entries(document).map(([key, value]) => [
			key,
			TEXT_MAPS.includes(key) && isMap(value) ? jsonText(value) : withTextMaps(value),
		]),
	);
};

/** Block-style YAML with two blanks a level; values of annotations are always double-quoted. */
export const yamlLines = (document: Tree): readonly Line[] => blockLines(document, false);

/** Several documents, parted by `---`. */
export const yamlStream = (documents: readonly Tree[]): readonly Line[] =>
	documents.flatMap((document, index) => [
		...(index > 0 ? [[span('---', 'muted')]] : []),
		...yamlLines(document),
	]);
