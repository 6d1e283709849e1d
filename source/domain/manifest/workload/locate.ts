import type {Diagnostic} from '../../diagnostics.ts';
import {nearestNode} from '../source/find-node.ts';
import {type Position, positionsIn} from '../source/position.ts';
import type {SourceFile, SourceNode} from '../source/source-tree.ts';
import type {Placed} from './planned-workload.ts';

/** The text and the nodes of a document, worked out once, when the first place in it is asked for. */
type Sheet = {readonly root: () => SourceNode; readonly positionOf: (offset: number) => Position};

/** Says each finding of a document with the file, line and column that it is about. */
export type Locate = (
	file: string,
	document: number,
	findings: readonly Placed[],
) => readonly Diagnostic[];

export const locator = (files: readonly SourceFile[]): Locate => {
	const sheets = new Map(
		files.map(({name, text, documents}) => {
			const positionOf = positionsIn(text);
			const trees = new Map<number, SourceNode>();
			const sheet = (document: number): Sheet => ({
				positionOf,
				root: () => {
					const known =
						trees.get(document) ?? documents.find(({index}) => index === document)?.tree();
					if (!known) throw new TypeError('no such document');
					trees.set(document, known);
					return known;
				},
			});
			return [name, sheet] as const;
		}),
	);
	return (file, document, findings) => {
		const sheet = sheets.get(file)?.(document);
		return findings.map(({diagnostic, place}): Diagnostic => {
			if (!(place && sheet)) return diagnostic;
			const {span} = nearestNode(sheet.root(), place);
			return {...diagnostic, source: {file, ...sheet.positionOf(span.start)}};
		});
	};
};
