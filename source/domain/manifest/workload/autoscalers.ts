import {type ManifestObject, namespaceOf} from '../lint/manifest-object.ts';
import {at, countOf, textOf} from '../lint/part.ts';

/** Pods at the fewest and at the most. */
export type Replicas = {readonly least: number; readonly most: number};

export type Autoscalers = (object: ManifestObject) => Replicas | null;

const targetKey = (namespace: string, kind: string, name: string): string =>
	JSON.stringify([namespace, kind, name]);

const rangeOf = ({root}: ManifestObject): Replicas | null => {
	const most = countOf(at(root, 'spec', 'maxReplicas'));
	if (most === null) return null;
	const least = countOf(at(root, 'spec', 'minReplicas')) ?? 1;
	return {least: Math.min(least, most), most};
};

/** The HorizontalPodAutoscalers among these objects, by what they scale; it may stand in another file. */
export const autoscalersIn = (objects: readonly ManifestObject[]): Autoscalers => {
	const ranges = new Map<string, Replicas>();
	for (const object of objects) {
		if (object.kind !== 'HorizontalPodAutoscaler') continue;
		const target = at(object.root, 'spec', 'scaleTargetRef');
		const [kind, name] = [textOf(at(target, 'kind')), textOf(at(target, 'name'))];
		const range = rangeOf(object);
		if (kind !== null && name !== null && range)
			ranges.set(targetKey(namespaceOf(object), kind, name), range);
	}
	return object => ranges.get(targetKey(namespaceOf(object), object.kind, object.name)) ?? null;
};
