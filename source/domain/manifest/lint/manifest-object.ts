import {at, itemsOf, type Part, textOf} from './part.ts';

/** One object that Kubernetes would take: a document, or an item of a List. */
export type ManifestObject = {
	/** The how manyth document it stands in, from 1. */
	readonly document: number;
	readonly kind: string;
	/** The kind stands in for a name where there is none. */
	readonly name: string;
	/** Empty where the object doesn't say. */
	readonly namespace: string;
	readonly root: Part;
};

/** The namespace that an object lands in, as far as its manifest tells. */
export const namespaceOf = ({namespace}: Pick<ManifestObject, 'namespace'>): string =>
	namespace === '' ? 'default' : namespace;

/** What a cluster tells objects apart by, whatever their version; null for one without a name. */
export const identityOf = (object: ManifestObject): string | null => {
	const {kind, root} = object;
	const name = textOf(at(root, 'metadata', 'name'));
	if (name === null) return null;
	const [group = ''] = (textOf(at(root, 'apiVersion')) ?? '').split('/');
	return JSON.stringify([group, kind, namespaceOf(object), name]);
};

/** kubectl takes Lists of Lists; nobody nests them deeper than this. */
const DEEPEST_LIST = 4;

const objectOf = (root: Part, kind: string, document: number): ManifestObject => {
	const metadata = at(root, 'metadata');
	return {
		document,
		kind,
		name: textOf(at(metadata, 'name')) ?? textOf(at(metadata, 'generateName')) ?? kind,
		namespace: textOf(at(metadata, 'namespace')) ?? '',
		root,
	};
};

const objectsIn = (root: Part, document: number, depth = 0): readonly ManifestObject[] => {
	const kind = textOf(at(root, 'kind'));
	if (kind === null) return [];
	if (!kind.endsWith('List')) return [objectOf(root, kind, document)];
	return depth < DEEPEST_LIST
		? itemsOf(at(root, 'items')).flatMap(item => objectsIn(item, document, depth + 1))
		: [];
};

/** Every object of a stream of documents. What has no kind is none. */
export const objectsOf = (documents: readonly unknown[]): readonly ManifestObject[] =>
	documents.flatMap((value, index) => objectsIn({value, place: []}, index + 1));
