import type {Diagnostic, ManifestTerms} from '../../diagnostics.ts';
import {markerOf} from '../source/mark.ts';
import type {SourceFile} from '../source/source-tree.ts';
import type {Placed} from './planned-workload.ts';

/** Says each finding of a document with the file, line and column that it is about. */
export type Locate = (
	file: string,
	document: number,
	findings: readonly Placed[],
) => readonly Diagnostic[];

export const locator = (files: readonly SourceFile[], terms: ManifestTerms): Locate => {
	const markers = new Map(files.map(file => [file.name, markerOf(file)]));
	return (file, document, findings) => {
		const marker = markers.get(file);
		return findings.map(({diagnostic, place}): Diagnostic => {
			if (!(place && marker)) return diagnostic;
			const {source} = marker.finding(document, place, diagnostic.rule);
			return {...diagnostic, source, terms};
		});
	};
};
