import {at, type Part, type Place} from '../lint/part.ts';
import type {SourceDocument, SourceNode} from '../source/source-tree.ts';
import {addAnnotations, type Side} from './add-annotations.ts';
import {type Obstacle, reachAnnotations} from './annotation-site.ts';
import {type Change, isSame, type PodEdit, withEdits} from './intended.ts';
import {keyEndBehind} from './key-behind.ts';
import {removeAnnotations} from './remove-annotations.ts';
import {type Splice, spliced} from './splice.ts';

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
	const tidied = withEdits(
		found?.[0],
		edits.map(({place}) => ({place, change: NOTHING})),
	);
	return found?.length === 1 && isSame(tidied, withEdits(before, edits));
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

/** The annotations of a pod; nothing where it has none. */
const annotationsAt = (root: unknown, place: Place): Part => {
	let part: Part = {value: root, place: []};
	for (const step of [...place, 'metadata', 'annotations']) {
		const {value} = part;
		if (typeof step === 'string') part = at(part, step);
		else part = {value: Array.isArray(value) ? value[step] : undefined, place: []};
	}
	return part;
};

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

type Editor = {
	readonly splicesFor: (edit: PodEdit, side: Side) => readonly Splice[] | Obstacle;
	readonly isVerified: Verified;
};

const editorOf = (text: string, document: SourceDocument, reparse: Reparse): Editor => {
	let root: SourceNode | undefined;
	const readOnce = {...document, tree: () => (root ??= document.tree())};
	return {
		splicesFor: (edit, side) => splicesFor(text, readOnce, edit, side),
		isVerified: verifier(text, readOnce, reparse),
	};
};

/** Whether the splices were verified all together, and not part by part alone. */
type Edited = EditedDocument & {readonly isWhole: boolean};

const NOTHING_DONE: Edited = {splices: [], left: new Map(), isWhole: true};

/** One edit, in the first way that does nothing else. */
const editAlone = (edit: PodEdit, {splicesFor: of, isVerified}: Editor): Edited => {
	for (const side of ['end', 'start'] as const) {
		const splices = of(edit, side);
		if (typeof splices === 'string') return {...NOTHING_DONE, left: new Map([[edit, splices]])};
		if (splices.length === 0 || isVerified([edit], splices)) return {...NOTHING_DONE, splices};
	}
	return {...NOTHING_DONE, left: new Map([[edit, 'unusual']])};
};

/** Edits all at once; if that does something else, one half and the other, down to those that do. */
const editTogether = (edits: readonly PodEdit[], editor: Editor): Edited => {
	const [only, ...others] = edits;
	if (!only) return NOTHING_DONE;
	if (others.length === 0) return editAlone(only, editor);
	const splices = edits.flatMap(edit => {
		const found = editor.splicesFor(edit, 'end');
		return typeof found === 'string' ? [] : found;
	});
	if (splices.length === 0 || editor.isVerified(edits, splices)) return {...NOTHING_DONE, splices};
	const middle = Math.ceil(edits.length / 2);
	const one = editTogether(edits.slice(0, middle), editor);
	const other = editTogether(edits.slice(middle), editor);
	return {
		splices: [...one.splices, ...other.splices],
		left: new Map([...one.left, ...other.left]),
		isWhole: false,
	};
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
	const editor = editorOf(text, document, reparse);
	const hindered = new Map<PodEdit, Obstacle>();
	for (const edit of edits) {
		const found = editor.splicesFor(edit, 'end');
		if (typeof found === 'string') hindered.set(edit, found);
	}
	const possible = edits.filter(edit => !hindered.has(edit));
	const {splices, left, isWhole} = editTogether(possible, editor);
	const made = possible.filter(edit => !left.has(edit));
	return isWhole || splices.length === 0 || editor.isVerified(made, splices)
		? {splices, left: new Map([...hindered, ...left])}
		: {splices: [], left: new Map(edits.map(edit => [edit, 'unusual']))};
};
