import {type ManifestObject, namespaceOf} from '../lint/manifest-object.ts';
import {at, itemsOf, textOf} from '../lint/part.ts';

const keyOf = (namespace: string, kind: string, name: string): string =>
	JSON.stringify([namespace, kind, name]);

/**
 * Tells objects that another one of the same input has made, as `kubectl get all` lists them: the pods of
 * a Deployment are counted with it, and not for themselves.
 */
export const ownedIn = (
	objects: readonly ManifestObject[],
): ((object: ManifestObject) => boolean) => {
	const known = new Set(
		objects.map(object => keyOf(namespaceOf(object), object.kind, object.name)),
	);
	return object =>
		itemsOf(at(object.root, 'metadata', 'ownerReferences')).some(owner => {
			const [kind, name] = [textOf(at(owner, 'kind')), textOf(at(owner, 'name'))];
			return kind !== null && name !== null && known.has(keyOf(namespaceOf(object), kind, name));
		});
};
