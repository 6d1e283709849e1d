import type {Ruleset} from '../../catalogue/rulesets.ts';
import {findingKey} from '../../diagnostics.ts';
import {lintPodAnnotations, lintPolicy, lintProfile} from './annotation-carriers.ts';
import {lintAnnotationTexts} from './annotations.ts';
import {lintClaims, type Storage, storageOf} from './claims.ts';
import {type Finding, type Lint, openLint} from './finding.ts';
import {lintLogs} from './logs.ts';
import {identityOf, type ManifestObject, objectsOf} from './manifest-object.ts';
import {lintObjectLimits} from './object-limits.ts';
import {at, entriesOf} from './part.ts';
import {lintLimits} from './pod-limits.ts';
import {ownMetadata, type PodPart, podOf, staysOffEci} from './pod-part.ts';
import {lintSize} from './pod-size.ts';
import {lintVolumes} from './volumes.ts';

const lintPod = (pod: PodPart, storage: Storage, lint: Lint) => {
	lintLimits(pod, lint);
	lintSize(pod, lint);
	lintPodAnnotations(pod, lint);
	lintVolumes(pod, storage, lint);
	lintClaims(pod, storage, lint);
	lintLogs(pod, lint);
};

/** A place may be looked at more than once: a setting of the eci-profile with each of its selectors. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
	...new Map(
		findings.map(one => [`${one.diagnostic.path} ${findingKey(one.diagnostic)}`, one]),
	).values(),
];

/** Objects that were seen before, by what Kubernetes tells them apart by. */
const lintIdentity = (object: ManifestObject, seen: Set<string>, lint: Lint) => {
	const {kind, name, root} = object;
	const identity = identityOf(object);
	if (identity === null) return;
	if (seen.has(identity)) lint.add('object-twice', {kind, name}, at(root, 'metadata', 'name'));
	seen.add(identity);
};

const lintObject = (object: ManifestObject, storage: Storage, lint: Lint) => {
	const pod = podOf(object);
	const metadata = [...ownMetadata(object), ...(pod ? [pod.metadata] : [])];
	for (const part of metadata) lintAnnotationTexts(entriesOf(at(part, 'annotations')), lint);
	if (pod && staysOffEci(pod)) return;
	lintObjectLimits(lint);
	// Pods of a DaemonSet become sidecars or a Deployment; what they want stays what they want.
	if (pod) lintPod(pod, storage, lint);
	if (object.kind === 'ResourcePolicy') lintPolicy(lint);
	if (object.kind === 'ConfigMap') lintProfile(lint);
};

/** What ECI would refuse or read otherwise in these objects; see `lintManifests`. Each stands once. */
export const lintObjects = (
	objects: readonly ManifestObject[],
	ruleset: Ruleset,
): readonly Finding[] => {
	const storage = storageOf(objects);
	const seen = new Set<string>();
	return objects.flatMap(object => {
		const lint = openLint(object, ruleset);
		lintIdentity(object, seen, lint);
		lintObject(object, storage, lint);
		return distinct(lint.findings);
	});
};

/**
 * What ECI would refuse or read otherwise in these documents, whatever shape they have. A workload is
 * taken to be meant for ECI unless its own manifest keeps its pods off virtual nodes; Services,
 * policies and ConfigMaps always are, since what they are for may stand elsewhere.
 */
export const lintManifests = (
	documents: readonly unknown[],
	ruleset: Ruleset,
): readonly Finding[] => lintObjects(objectsOf(documents), ruleset);
