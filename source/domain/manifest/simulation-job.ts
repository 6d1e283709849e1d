import {PREFIX} from '../catalogue/annotations.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import {placementLabels, placementSpec} from './placement.ts';
import type {Tree, TreeMap} from './tree.ts';

/** Where the files of the job are mounted. */
const FOLDER = '/plan';

/** The plan, as the job finds it. */
export const JOB_PLAN_FILE = 'plan.yaml';

/** Runs as this user, who has no rights; `node` in the images of Node.js. */
const USER = 1000;

/** Two threads of the engine; what it needs of memory is far below. */
const SIZE = '2-4Gi';
const RESOURCES: TreeMap = {cpu: '2', memory: '4Gi'};

/** Has Node.js and npx, which fetches eci-plan. */
const DEFAULT_IMAGE = 'node:24-slim';

/** A pod of an index that failed is made anew so many times. */
const RETRIES = 3;

/** `shop-simulation-7-abcde` is the longest name that is made of it. */
const LONGEST_STEM = 40;

export type JobFile = {
	/** Below the folder of the job. */
	readonly path: string;
	readonly text: string;
};

export type SimulationJob = {
	readonly request: PlanRequest;
	readonly version: string;
	/** The age of prices is that of this day in every shard. */
	readonly today: string;
	readonly shards: number;
	/** An image that has eci-plan; null for one that fetches it. */
	readonly image: string | null;
	readonly files: readonly JobFile[];
	/** Path of the price file among the files. */
	readonly prices: string | null;
};

export const jobName = ({name}: PlanRequest): string =>
	`${name.slice(0, LONGEST_STEM).replace(/-+$/, '')}-simulation`;

/** Keys of a ConfigMap take no slashes and few other characters. */
const keyOf = ({path}: JobFile, index: number): string =>
	/^[-\w]+(?:\.[-\w]+)*$/.test(path) ? path : `file-${index}`;

const configMap = ({request, files}: SimulationJob): TreeMap => ({
	apiVersion: 'v1',
	kind: 'ConfigMap',
	metadata: {name: jobName(request), labels: {app: jobName(request)}},
	data: Object.fromEntries(files.map((file, index) => [keyOf(file, index), file.text])),
});

const script = ({version, shards, image}: SimulationJob): string => {
	const program = image === null ? `npx --yes eci-plan@${version}` : 'eci-plan';
	const shard = `"$((JOB_COMPLETION_INDEX + 1))/${shards}"`;
	return `exec ${program} simulate --plan ${JOB_PLAN_FILE} --shard ${shard} -o json --quiet`;
};

const environment = ({today, prices}: SimulationJob): readonly Tree[] =>
	Object.entries({
		HOME: '/tmp',
		NPM_CONFIG_LOGLEVEL: 'error',
		NPM_CONFIG_UPDATE_NOTIFIER: 'false',
		ECI_PLAN_CONFIG_DIR: '/tmp/eci-plan',
		ECI_PLAN_NOW: `${today}T00:00:00Z`,
		...(prices !== null && {ECI_PLAN_PRICES: prices}),
	}).map(([name, value]) => ({name, value}));

const container = (job: SimulationJob): TreeMap => ({
	name: 'simulate',
	image: job.image ?? DEFAULT_IMAGE,
	command: ['sh', '-c', script(job)],
	workingDir: FOLDER,
	env: environment(job),
	resources: {requests: RESOURCES, limits: RESOURCES},
	securityContext: {
		allowPrivilegeEscalation: false,
		readOnlyRootFilesystem: true,
		capabilities: {drop: ['ALL']},
	},
	volumeMounts: [
		{name: 'plan', mountPath: FOLDER, readOnly: true},
		{name: 'tmp', mountPath: '/tmp'},
	],
});

const podSpec = (job: SimulationJob): TreeMap => ({
	...placementSpec({...job.request, chain: {...job.request.chain, arch: 'amd64'}}),
	restartPolicy: 'Never',
	automountServiceAccountToken: false,
	securityContext: {
		runAsNonRoot: true,
		runAsUser: USER,
		runAsGroup: USER,
		fsGroup: USER,
		seccompProfile: {type: 'RuntimeDefault'},
	},
	containers: [container(job)],
	volumes: [
		{
			name: 'plan',
			configMap: {
				name: jobName(job.request),
				items: job.files.map((file, index) => ({key: keyOf(file, index), path: file.path})),
			},
		},
		{name: 'tmp', emptyDir: {}},
	],
});

/** A ConfigMap with the plan and an Indexed Job on ECI, each pod of which draws one shard into its log. */
export const simulationJob = (job: SimulationJob): readonly TreeMap[] => {
	const name = jobName(job.request);
	return [
		configMap(job),
		{
			apiVersion: 'batch/v1',
			kind: 'Job',
			metadata: {name, labels: {app: name}},
			spec: {
				completionMode: 'Indexed',
				completions: job.shards,
				parallelism: job.shards,
				backoffLimitPerIndex: RETRIES,
				maxFailedIndexes: 0,
				template: {
					metadata: {
						labels: {app: name, ...placementLabels(job.request)},
						annotations: {[`${PREFIX}eci-use-specs`]: SIZE},
					},
					spec: podSpec(job),
				},
			},
		},
	];
};
