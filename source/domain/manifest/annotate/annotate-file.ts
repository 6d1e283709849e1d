import {report} from '../../rules/rules.ts';
import type {SourceFile} from '../source/source-tree.ts';
import type {Unread} from '../workload/plan-manifests.ts';
import {findingAbout, type WorkloadChange} from './annotate-workloads.ts';
import {editDocument, type Reparse} from './edit-document.ts';
import type {PodEdit} from './intended.ts';
import type {Splice} from './splice.ts';

/** A file with its changes. */
export type AnnotatedFile = {
	readonly file: SourceFile;
	readonly splices: readonly Splice[];
	/** Workloads that were changed. */
	readonly count: number;
	/** Why others couldn't be. */
	readonly findings: readonly Unread[];
};

/** The pod, or its template: what has the metadata. */
const podPlace = ({pod}: WorkloadChange) => pod.metadata.place.slice(0, -1);

/** Changes by what they have in common. */
export const groupedBy = <K>(
	changes: readonly WorkloadChange[],
	keyOf: (change: WorkloadChange) => K,
): ReadonlyMap<K, readonly WorkloadChange[]> => {
	const groups = new Map<K, WorkloadChange[]>();
	for (const change of changes) {
		const group = groups.get(keyOf(change)) ?? [];
		group.push(change);
		groups.set(keyOf(change), group);
	}
	return groups;
};

/** Makes changes in the text of a file, document by document. */
export const annotateFile = (
	file: SourceFile,
	changes: readonly WorkloadChange[],
	reparse: Reparse,
): AnnotatedFile => {
	const splices: Splice[] = [];
	const findings: Unread[] = [];
	let count = 0;
	const byDocument = groupedBy(changes, ({object}) => object.document);
	for (const document of file.documents) {
		const own = byDocument.get(document.index);
		if (!own) continue;
		const edits = new Map<PodEdit, WorkloadChange>(
			own.map(change => [{place: podPlace(change), change: change.change}, change]),
		);
		const edited = editDocument(file.text, document, [...edits.keys()], reparse);
		splices.push(...edited.splices);
		count += edits.size - edited.left.size;
		for (const [edit, reason] of edited.left) {
			const change = edits.get(edit);
			if (!change) continue;
			const {kind, name} = change.object;
			findings.push(findingAbout(change, report('annotate-hindered', {kind, name, reason})));
		}
	}
	return {file, splices, count, findings};
};
