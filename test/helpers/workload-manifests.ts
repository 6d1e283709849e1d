/** `{limits: {cpu: 2, memory: 3Gi}}` of a container, in flow style. */
export const container = (resources: string, more = ''): string =>
	`{name: app, resources: {${resources}}${more}}`;

/** A container of 2 vCPU and 3 GiB, billed as 2-4Gi. */
export const ROUNDED = container('limits: {cpu: 2, memory: 3Gi}');

/** A pod template around containers. */
export const template = (containers: string, {annotations = '', spec = ''} = {}): string =>
	`{metadata: {annotations: {${annotations}}}, spec: {${spec}${spec && ', '}containers: [${containers}]}}`;

/** A workload that keeps its pods in `spec.template`. */
export const workload = (
	kind: string,
	{name = 'web', spec = '', pod = template(ROUNDED), metadata = ''} = {},
): string =>
	[
		`kind: ${kind}`,
		`metadata: {name: ${name}${metadata && `, ${metadata}`}}`,
		`spec: {${spec}${spec && ', '}template: ${pod}}`,
		'',
	].join('\n');

export const cronJob = (spec: string, pod = template(ROUNDED), outer = ''): string =>
	[
		'kind: CronJob',
		'metadata: {name: nightly}',
		`spec: {schedule: "0 2 * * *"${outer}, jobTemplate: {spec: {${spec}${spec && ', '}template: ${pod}}}}`,
		'',
	].join('\n');

export const autoscaler = (target: string, range: string, metadata = ''): string =>
	[
		'apiVersion: autoscaling/v2',
		'kind: HorizontalPodAutoscaler',
		`metadata: {name: scaler${metadata && `, ${metadata}`}}`,
		`spec: {${range}, scaleTargetRef: ${target}}`,
		'',
	].join('\n');

export const stream = (...documents: readonly string[]): string => documents.join('---\n');
