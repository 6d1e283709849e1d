import type {Diagnostic} from '../diagnostics.ts';
import {nameLimit} from '../input/names.ts';
import type {WorkloadKind} from '../input/plan-input.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import {mostReplicas} from '../input/read-workload.ts';
import {type Log, openLog} from '../rules/log.ts';
import {podTemplate, selectorLabels} from './pod-template.ts';
import {compact, type TreeMap} from './tree.ts';

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

/**
 * The workload as Kubernetes takes it, with the chain and all annotations under the pod template.
 * `useSpecs` is the value of `eci-use-specs`.
 */
export const manifestOf = (
	request: PlanRequest,
	useSpecs: string,
	kind: WorkloadKind = request.workload.kind,
): {readonly manifest: TreeMap; readonly diagnostics: readonly Diagnostic[]} => {
	const log = openLog(request.ruleset);
	const {name} = request;
	const maximum = nameLimit(kind);
	if (name.length > maximum) log.add('name-invalid', {value: name, maximum}, 'name');
	const template = podTemplate({...request, workload: {...request.workload, kind}}, useSpecs, log);
	return {manifest: build(kind, request, template, log), diagnostics: log.diagnostics};
};
