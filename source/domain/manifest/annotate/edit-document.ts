import {at, itemsOf, type Part, type Place} from '../lint/part.ts';
import type {SourceDocument} from '../source/source-tree.ts';
import {addAnnotations, type Side} from './add-annotations.ts';
import {type Obstacle, reachAnnotations} from './annotation-site.ts';
import {type Change, isSame, withChange} from './intended.ts';
import {keyEndBehind} from './key-behind.ts';
import {removeAnnotations} from './remove-annotations.ts';
import {type Splice, spliced} from './splice.ts';

/** A change of the annotations of one pod. */
export type PodEdit = {
	/** Where the pod or its template stands in the document. */
	readonly place: Place;
	readonly change: Change;
};

/** The values of the documents in a text; null where it can't be read. */
export type Reparse = (text: string) => readonly unknown[] | null;

export type EditedDocument = {
	readonly splices: readonly Splice[];
	readonly left: ReadonlyMap<PodEdit, Obstacle>;
};

type Verified = (edits: readonly PodEdit[], splices: readonly Splice[]) => boolean;

const NOTHING: Change = {kind: 'remove', keys: []};

/** True where one piece of text reads as another one does with the edits made. */
const comesTo = (
	found: readonly unknown[] | null,
	before: unknown,
	edits: readonly PodEdit[],
): boolean => {
	const intended = edits.reduce(
		(object, {place, change}) => withChange(object, place, change),
		before,
	);
	const tidied = edits.reduce((object, {place}) => withChange(object, place, NOTHING), found?.[0]);
	return found?.length === 1 && isSame(tidied, intended);
};

/** Reading a small document once more costs less than finding out how much of it would do. */
const SMALL = 4096;

/**
 * Tells whether splices make of a document what they are meant to, and nothing else. YAML is read from
 * front to back: where the key behind the splices is read as before, so is all that follows it.
 */
const verifier =
	(text: string, {span, value, tree}: SourceDocument, reparse: Reparse): Verified =>
	(edits, splices) => {
		const end = span.end - span.start > SMALL ? keyEndBehind(text, tree(), splices) : null;
		const before = end === null ? null : reparse(text.slice(span.start, end));
		return end === null || before?.length !== 1
			? comesTo(reparse(spliced(text, splices, span)), value, edits)
			: comesTo(reparse(spliced(text, splices, {...span, end})), before[0], edits);
	};

const annotationsAt = (root: unknown, place: Place): Part =>
	[...place, 'metadata', 'annotations'].reduce<Part>(
		(part, step) => (typeof step === 'string' ? at(part, step) : (itemsOf(part)[step] ?? part)),
		{value: root, place: []},
	);

/** The part of a change that isn't so already. */
const stillToDo = (root: unknown, {place, change}: PodEdit): Change => {
	const annotations = annotationsAt(root, place);
	return change.kind === 'set'
		? {
				...change,
				values: change.values.filter(([key, value]) => at(annotations, key).value !== value),
			}
		: {...change, keys: change.keys.filter(key => at(annotations, key).value !== undefined)};
};

const splicesFor = (
	text: string,
	document: SourceDocument,
	edit: PodEdit,
	side: Side,
): readonly Splice[] | Obstacle => {
	const change = stillToDo(document.value, edit);
	if ((change.kind === 'set' ? change.values : change.keys).length === 0) return [];
	const reached = reachAnnotations(document.tree(), edit.place);
	if (typeof reached === 'string') return reached;
	return change.kind === 'set'
		? addAnnotations(text, reached, change.values, side)
		: removeAnnotations(text, reached, change.keys);
};

const SIDES: readonly Side[] = ['end', 'start'];

/** The first way to make one edit that does nothing else. */
const editAlone = (
	text: string,
	document: SourceDocument,
	edit: PodEdit,
	isVerified: Verified,
): readonly Splice[] | Obstacle => {
	for (const side of SIDES) {
		const splices = splicesFor(text, document, edit, side);
		if (typeof splices === 'string') return splices;
		if (isVerified([edit], splices)) return splices;
	}
	return 'unusual';
};

/** Sorts edits by whether there are splices for them. */
const tried = (
	edits: readonly PodEdit[],
	splicesOf: (edit: PodEdit) => readonly Splice[] | Obstacle,
): {readonly made: readonly PodEdit[]} & EditedDocument => {
	const made: PodEdit[] = [];
	const left = new Map<PodEdit, Obstacle>();
	const splices: Splice[] = [];
	for (const edit of edits) {
		const found = splicesOf(edit);
		if (typeof found === 'string') left.set(edit, found);
		else {
			made.push(edit);
			splices.push(...found);
		}
	}
	return {made, left, splices};
};

/**
 * Splices that make the edits and change nothing else: the document is read again, and an edit that would
 * come to anything but what it is meant to is left out, with the reason.
 */
export const editDocument = (
	text: string,
	document: SourceDocument,
	edits: readonly PodEdit[],
	reparse: Reparse,
): EditedDocument => {
	const isVerified = verifier(text, document, reparse);
	const together = tried(edits, edit => splicesFor(text, document, edit, 'end'));
	if (together.splices.length === 0 || isVerified(together.made, together.splices)) return together;
	const alone = tried(edits, edit => editAlone(text, document, edit, isVerified));
	if (alone.splices.length === 0 || isVerified(alone.made, alone.splices)) return alone;
	return {splices: [], left: new Map(edits.map(edit => [edit, 'unusual' as const]))};
};
