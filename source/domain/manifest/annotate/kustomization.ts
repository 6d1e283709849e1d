import {report} from '../../rules/rules.ts';
import {at, textOf} from '../lint/part.ts';
import {compact, type TreeMap} from '../tree.ts';
import type {Unread} from '../workload/plan-manifests.ts';
import {findingAbout, type WorkloadChange} from './annotate-workloads.ts';

/** Maps within maps, by their keys. */
const nested = (keys: readonly string[], value: TreeMap): TreeMap =>
	keys.reduceRight<TreeMap>((inner, key) => ({[key]: inner}), value);

/** What a patch finds an object by. */
const identityOf = ({object: {kind, name, namespace, root}}: WorkloadChange): TreeMap => ({
	apiVersion: textOf(at(root, 'apiVersion')) ?? '',
	kind,
	metadata: compact({name, namespace: namespace === '' ? undefined : namespace}),
});

/** True for an object that a patch can be for. */
const isNamed = ({object: {root}}: WorkloadChange): boolean =>
	textOf(at(root, 'metadata', 'name')) !== null && textOf(at(root, 'apiVersion')) !== null;

/** The strategic merge patch that gives a workload its annotations. */
const patchOf = (change: WorkloadChange): TreeMap => {
	const {object, pod} = change;
	const values = change.change.kind === 'set' ? change.change.values : [];
	const annotations: TreeMap = Object.fromEntries(values);
	const identity = identityOf(change);
	const keys = pod.metadata.place.slice(object.root.place.length).map(String);
	if (keys.length > 1) return {...identity, ...nested([...keys, 'annotations'], annotations)};
	return {...identity, metadata: {...(identity['metadata'] as TreeMap), annotations}};
};

/** A kustomization of resources with patches to them. */
export const kustomizationOf = (
	resources: readonly string[],
	patches: readonly TreeMap[],
): TreeMap => ({
	apiVersion: 'kustomize.config.k8s.io/v1beta1',
	kind: 'Kustomization',
	resources,
	...(patches.length > 0 && {patches: patches.map(patch => ({patch}))}),
});

/** A kustomization that gives the workloads of files their annotations. */
export const kustomization = (
	resources: readonly string[],
	changes: readonly WorkloadChange[],
): {readonly document: TreeMap; readonly findings: readonly Unread[]} => ({
	document: kustomizationOf(resources, changes.filter(isNamed).map(patchOf)),
	findings: changes
		.filter(change => !isNamed(change))
		.map(change => {
			const {kind, name} = change.object;
			return findingAbout(change, report('annotate-hindered', {kind, name, reason: 'unnamed'}));
		}),
});
