import type {ManifestObject} from '../lint/manifest-object.ts';
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
	const known = new Set(objects.map(({namespace, kind, name}) => keyOf(namespace, kind, name)));
	return ({namespace, root}) =>
		itemsOf(at(root, 'metadata', 'ownerReferences')).some(owner => {
			const [kind, name] = [textOf(at(owner, 'kind')), textOf(at(owner, 'name'))];
			return kind !== null && name !== null && known.has(keyOf(namespace, kind, name));
		});
};
