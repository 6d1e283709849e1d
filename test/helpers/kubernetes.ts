import {Deployment} from 'kubernetes-models/apps/v1/Deployment';
import {StatefulSet} from 'kubernetes-models/apps/v1/StatefulSet';
import {CronJob} from 'kubernetes-models/batch/v1/CronJob';
import {Job} from 'kubernetes-models/batch/v1/Job';
import {StorageClass} from 'kubernetes-models/storage.k8s.io/v1/StorageClass';
import {ConfigMap} from 'kubernetes-models/v1/ConfigMap';
import {PersistentVolume} from 'kubernetes-models/v1/PersistentVolume';
import {PersistentVolumeClaim} from 'kubernetes-models/v1/PersistentVolumeClaim';
import {Pod} from 'kubernetes-models/v1/Pod';
import {Service} from 'kubernetes-models/v1/Service';
import type {TreeMap} from '../../source/domain/manifest/tree.ts';

type Model = new (data: never) => {validate(): void};

/** The OpenAPI schemas of Kubernetes, by kind. */
const MODELS: ReadonlyMap<unknown, Model> = new Map<unknown, Model>([
	['ConfigMap', ConfigMap],
	['CronJob', CronJob],
	['Deployment', Deployment],
	['Job', Job],
	['PersistentVolume', PersistentVolume],
	['PersistentVolumeClaim', PersistentVolumeClaim],
	['Pod', Pod],
	['Service', Service],
	['StatefulSet', StatefulSet],
	['StorageClass', StorageClass],
]);

/** Kinds of Alibaba Cloud and of Kustomize, which Kubernetes has no schema for. */
const CUSTOM_KINDS: readonly string[] = ['ResourcePolicy', 'Kustomization'];

/** Throws where a document doesn't fit the schema of its kind. */
export const validate = (document: TreeMap): void => {
	const {kind} = document;
	const Model = MODELS.get(kind);
	if (Model) new Model(document as never).validate();
	else if (!CUSTOM_KINDS.includes(String(kind))) throw new Error(`no schema of ${String(kind)}`);
};
