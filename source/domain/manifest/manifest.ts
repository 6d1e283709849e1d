import type {Diagnostic} from '../diagnostics.ts';
import type {ExportTarget} from '../input/export-targets.ts';
import {nameLimit} from '../input/names.ts';
import {isBatch, type WorkloadKind} from '../input/plan-input.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import {mostReplicas} from '../input/read-workload.ts';
import {type Log, openLog} from '../rules/log.ts';
import {eciProfile} from './eci-profile.ts';
import {BASE, patchedContainers, workloadKustomization} from './kustomization.ts';
import {leftOutOf} from './left-out.ts';
import {podTemplate, selectorLabels} from './pod-template.ts';
import {resourcePolicy} from './resource-policy.ts';
import {serviceTrees} from './service.ts';
import {compact, type TreeMap} from './tree.ts';
import {claimTrees} from './volumes.ts';

type Template = ReturnType<typeof podTemplate>;

const replicated = (request: PlanRequest, template: Template): TreeMap => ({
	replicas: mostReplicas(request.workload),
	selector: {matchLabels: selectorLabels(request)},
	template,
});

const jobSpec = (request: PlanRequest, template: Template): TreeMap => ({
	completions: request.workload.replicas,
	parallelism: request.workload.replicas,
	template,
});

const pod = (request: PlanRequest, {metadata, spec}: Template, log: Log): TreeMap => {
	const replicas = mostReplicas(request.workload);
	if (replicas !== 1) log.add('pod-single', {replicas}, 'workload.replicas');
	return {apiVersion: 'v1', kind: 'Pod', metadata: {name: request.name, ...metadata}, spec};
};

const cronJob = (request: PlanRequest, template: Template, log: Log): TreeMap => {
	const {cron, timeZone} = request.workload;
	if (cron === null) log.add('cron-missing', {}, 'workload.cron');
	return {
		apiVersion: 'batch/v1',
		kind: 'CronJob',
		metadata: {name: request.name},
		spec: compact({
			schedule: cron ?? undefined,
			timeZone,
			jobTemplate: {spec: jobSpec(request, template)},
		}),
	};
};

const build = (kind: WorkloadKind, request: PlanRequest, template: Template, log: Log): TreeMap => {
	const metadata = {name: request.name};
	switch (kind) {
		case 'pod':
			return pod(request, template, log);
		case 'deployment':
			return {
				apiVersion: 'apps/v1',
				kind: 'Deployment',
				metadata,
				spec: replicated(request, template),
			};
		case 'statefulset':
			return {
				apiVersion: 'apps/v1',
				kind: 'StatefulSet',
				metadata,
				spec: {serviceName: request.name, ...replicated(request, template)},
			};
		case 'job':
			return {apiVersion: 'batch/v1', kind: 'Job', metadata, spec: jobSpec(request, template)};
		case 'cronjob':
			return cronJob(request, template, log);
	}
};

/** Documents that stand for the workload, or go with one that is there already. */
const INSTEAD = {
	kustomize: workloadKustomization,
	'eci-profile': eciProfile,
	'resource-policy': resourcePolicy,
} as const;

const documentsFor = (
	target: ExportTarget,
	request: PlanRequest,
	useSpecs: string,
	log: Log,
): readonly TreeMap[] => {
	const {name, network, placement} = request;
	if (target === 'kustomize' || target === 'eci-profile' || target === 'resource-policy') {
		const leftOut = leftOutOf(target, request);
		if (leftOut) log.add('export-incomplete', leftOut);
		if (target === 'kustomize')
			log.add('kustomize-base', {base: BASE, containers: patchedContainers(request)});
		if (target === 'resource-policy' && placement !== 'none')
			log.add('policy-overridden', {placement}, 'pod.placement');
		return [INSTEAD[target](request, useSpecs)];
	}
	if (network.service && isBatch(target))
		log.add('service-not-served', {kind: target}, 'network.service');
	const maximum = nameLimit(target);
	if (name.length > maximum) log.add('name-invalid', {value: name, maximum}, 'name');
	const template = podTemplate(
		{...request, workload: {...request.workload, kind: target}},
		useSpecs,
		log,
	);
	return [
		...claimTrees(request),
		build(target, request, template, log),
		...serviceTrees(request, selectorLabels(request)),
	];
};

/**
 * What Kubernetes takes, in the order in which it should: the claims, then the workload with the
 * chain and all annotations under its pod template, then the Service; or the one document of
 * another target. `useSpecs` is the value of `eci-use-specs`.
 */
export const manifestsOf = (
	request: PlanRequest,
	useSpecs: string,
	target: ExportTarget = request.workload.kind,
): {readonly documents: readonly TreeMap[]; readonly diagnostics: readonly Diagnostic[]} => {
	const log = openLog(request.ruleset);
	return {documents: documentsFor(target, request, useSpecs, log), diagnostics: log.diagnostics};
};

/** Several documents as one JSON object that `kubectl apply` takes. */
export const asOneDocument = (documents: readonly TreeMap[]): TreeMap => {
	const [only, ...others] = documents;
	return only && others.length === 0 ? only : {apiVersion: 'v1', kind: 'List', items: documents};
};
