import fc from 'fast-check';
import {load, loadAll} from 'js-yaml';
import {describe, expect, test} from 'vitest';
import {KUBECTL_SCHEMA} from '../../../source/adapters/manifests/kubectl-schema.ts';
import {readSource} from '../../../source/adapters/manifests/read-source.ts';
import {keyOf, resolved} from '../../../source/domain/manifest/source/find-node.ts';
import {plainValue} from '../../../source/domain/manifest/source/plain-value.ts';
import type {SourceFile, SourceNode} from '../../../source/domain/manifest/source/source-tree.ts';
import {yamlLike, yamlStream} from '../../helpers/yaml-texts.ts';

const schema = KUBECTL_SCHEMA;

const isSomething = (value: unknown) => value !== null && value !== undefined;

const valuesIn = (text: string): readonly unknown[] =>
	readSource('a.yaml', text).file.documents.map(({value}) => value);

/** The same by the library alone; null where it refuses the stream. */
const loaded = (text: string): readonly unknown[] | null => {
	try {
		return loadAll(text, {schema, maxDepth: 200}).filter(isSomething);
	} catch {
		return null;
	}
};

/** A later byte order mark is an accident to the library, and the start of the next file here. */
const hasLaterMark = (text: string) => text.includes('\ufeff', 1);

/** An object that is a part of itself is no object of Kubernetes. */
const isCyclic = (text: string) =>
	readSource('a.yaml', text).diagnostics.some(
		({rule, facts}) => rule === 'manifest-malformed' && facts.detail.includes('what it repeats'),
	);

const childrenOf = (node: SourceNode): readonly SourceNode[] => {
	if (node.kind === 'map') return node.entries.flatMap(({key, value}) => [key, value]);
	return node.kind === 'list' ? node.items : [];
};

const nodesIn = (node: SourceNode): readonly SourceNode[] => [
	node,
	...childrenOf(node).flatMap(nodesIn),
];

const mergedValue = (node: SourceNode): readonly (readonly [string, unknown])[] => {
	const target = resolved(node);
	if (target.kind === 'list') return target.items.toReversed().flatMap(mergedValue);
	return Object.entries(meaningOf(target) as object);
};

/** What a tree of nodes stands for, worked out from the nodes alone. */
const meaningOf = (node: SourceNode): unknown => {
	if (node.kind === 'alias') return meaningOf(node.target);
	if (node.kind === 'list') return node.items.map(meaningOf);
	if (node.kind === 'map') {
		const merged = node.entries.filter(one => keyOf(one) === null).toReversed();
		const own = node.entries.filter(one => keyOf(one) !== null);
		return Object.fromEntries([
			...merged.flatMap(({value}) => mergedValue(value)),
			...own.map(one => [keyOf(one), meaningOf(one.value)] as const),
		]);
	}
	const value = node.style === 'plain' && !node.hasTag ? plainValue(node.text) : node.text;
	return value === undefined ? node.text : value;
};

const slice = ({text}: SourceFile, {span}: SourceNode) => text.slice(span.start, span.end);

/** The indentation that a block stands at belongs to the text before it. */
const margin = ({text}: SourceFile, {span}: SourceNode) =>
	text
		.slice(span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1, span.start)
		.replaceAll('\ufeff', '')
		.replaceAll(/./g, ' ');

/** What the text of a scalar means by itself. The margin of a block and its last line break aren't in it. */
const aloneIn = (file: SourceFile, node: SourceNode): unknown => {
	const own = slice(file, node);
	if (/^[|>]/.test(own)) return [meaningOf(node)];
	return load(`- ${own}`, {schema});
};

describe('texts that are nearly YAML', () => {
	test('never crash the reader, and what is reported stands in the text', () => {
		fc.assert(
			fc.property(yamlLike, text => {
				const {file, diagnostics} = readSource('a.yaml', text);
				const lines = text.split(/\r\n|\r|\n/);
				for (const {source} of diagnostics)
					expect((source?.column ?? 0) - 1).toBeLessThanOrEqual(
						lines[(source?.line ?? 0) - 1]?.length ?? -1,
					);
				for (const document of file.documents) expect(nodesIn(document.tree())).not.toEqual([]);
			}),
			{numRuns: 3000},
		);
	});

	test('mean what the library reads in the whole, where it reads it', () => {
		fc.assert(
			fc.property(yamlLike, text => {
				const whole = hasLaterMark(text) || isCyclic(text) ? null : loaded(text);
				if (whole) expect(valuesIn(text)).toEqual(whole);
			}),
			{numRuns: 3000},
		);
	});

	test('have trees of the same value', () => {
		fc.assert(
			fc.property(yamlLike, text => {
				for (const {value, tree} of readSource('a.yaml', text).file.documents) {
					const node = tree();
					if (!nodesIn(node).some(({hasTag}) => hasTag)) expect(meaningOf(node)).toEqual(value);
				}
			}),
			{numRuns: 3000},
		);
	});
});

describe('streams of sound documents', () => {
	test('are split where the library splits them', () => {
		fc.assert(
			fc.property(yamlStream, text => {
				const {file, diagnostics} = readSource('a.yaml', text);
				expect(diagnostics).toEqual([]);
				expect(file.documents.map(({value}) => value)).toEqual(
					loadAll(text, {schema}).filter(isSomething),
				);
			}),
		);
	});

	test('have documents that lie one behind the other and are the text', () => {
		fc.assert(
			fc.property(yamlStream, text => {
				let end = 0;
				for (const [index, document] of readSource('a.yaml', text).file.documents.entries()) {
					expect(document.index).toBe(index + 1);
					expect(document.span.start).toBeGreaterThanOrEqual(end);
					end = document.span.end;
					const piece = text.slice(document.span.start, end);
					expect(load(piece, {schema})).toEqual(document.value);
				}
			}),
		);
	});

	test('have collections whose text means the same where it stands alone', () => {
		fc.assert(
			fc.property(yamlStream, text => {
				const {file} = readSource('a.yaml', text);
				for (const node of file.documents.flatMap(({tree}) => nodesIn(tree()))) {
					const own = slice(file, node);
					if (node.kind === 'map' || node.kind === 'list')
						expect(load(margin(file, node) + own, {schema})).toEqual(meaningOf(node));
				}
			}),
		);
	});

	test('have scalars that mean the same where they stand alone', () => {
		fc.assert(
			fc.property(yamlStream, text => {
				const {file} = readSource('a.yaml', text);
				const nodes = file.documents.flatMap(({tree}) => nodesIn(tree()));
				for (const node of nodes.filter(({kind}) => kind === 'scalar'))
					expect(aloneIn(file, node)).toEqual([meaningOf(node)]);
			}),
		);
	});
});
