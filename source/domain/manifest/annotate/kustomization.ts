import {report} from '../../rules/rules.ts';
import {kustomizationOf, nested} from '../kustomization.ts';
import {at, textOf} from '../lint/part.ts';
import {compact, type TreeMap} from '../tree.ts';
import type {Unread} from '../workload/plan-manifests.ts';
import {findingAbout, type WorkloadChange} from './annotate-workloads.ts';

/** True for an object that a patch can be for. */
const isNamed = ({object: {root}}: WorkloadChange): boolean =>
	textOf(at(root, 'metadata', 'name')) !== null && textOf(at(root, 'apiVersion')) !== null;

/** The strategic merge patch that gives a workload its annotations; Kustomize finds it by the rest. */
const patchOf = ({object, pod, change}: WorkloadChange): TreeMap => {
	const {kind, name, namespace, root} = object;
	const metadata = compact({name, namespace: namespace === '' ? undefined : namespace});
	const annotations: TreeMap = Object.fromEntries(change.kind === 'set' ? change.values : []);
	const keys = pod.metadata.place.slice(root.place.length).map(String);
	const identity = {apiVersion: textOf(at(root, 'apiVersion')) ?? '', kind};
	return keys.length > 1
		? {...identity, metadata, ...nested([...keys, 'annotations'], annotations)}
		: {...identity, metadata: {...metadata, annotations}};
};

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
