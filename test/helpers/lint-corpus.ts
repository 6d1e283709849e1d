/** A file and what is expected in it, counted by hand: `line:column rule`. */
export type LintCase = {
	readonly name: string;
	readonly text: string;
	readonly found: readonly string[];
	readonly args?: readonly string[];
};

/** A Deployment of one container that fits 2-4Gi, its pod and its container as given. */
const deployment = (pod: readonly string[], container: readonly string[] = []): string =>
	[
		'apiVersion: apps/v1',
		'kind: Deployment',
		'metadata:',
		'  name: web',
		'spec:',
		'  selector: {matchLabels: {app: web}}',
		'  template:',
		'    metadata:',
		'      labels: {app: web}',
		'    spec:',
		...pod.map(line => `      ${line}`),
		'      containers:',
		'        - name: app',
		'          image: nginx:1.29',
		'          resources: {limits: {cpu: 2, memory: 4Gi}}',
		...container.map(line => `          ${line}`),
		'',
	].join('\n');

/** A Pod on one line, its annotations as given. */
const pod = (annotations: string, spec = '', memory = '4Gi'): string =>
	`apiVersion: v1
kind: Pod
metadata: {name: one, annotations: {${annotations}}}
spec: {${spec}containers: [{name: app, image: "nginx:1.29", resources: {limits: {cpu: 2, memory: ${memory}}}}]}
`;

const CLEAN = deployment([]);

export const LINT_CASES: readonly LintCase[] = [
	{name: 'nothing', text: CLEAN, found: []},
	{name: 'an empty file', text: '', found: []},
	{
		name: 'an unsupported feature',
		text: deployment(['hostNetwork: true']),
		found: ['11:20 limit-host-network'],
	},
	{
		name: 'a map below its key is told at the key',
		text: deployment(['volumes:', '  - name: logs', '    hostPath:', '      path: /var/log']),
		found: ['13:11 limit-host-path'],
	},
	{
		name: 'an annotation at the Deployment',
		text: CLEAN.replace(
			'  name: web\n',
			'  name: web\n  annotations:\n    k8s.aliyun.com/eci-use-specs: 2-4Gi\n',
		),
		found: ['6:5 annotation-misplaced'],
	},
	{
		name: 'a value that is no text',
		text: pod('k8s.aliyun.com/eci-image-cache: true'),
		found: ['3:69 annotation-not-text'],
	},
	{
		name: 'an unknown annotation',
		text: pod('k8s.aliyun.com/eci-use-spec: 2-4Gi'),
		found: ['3:37 annotation-unknown'],
	},
	{
		name: 'a conflict',
		text: pod('k8s.aliyun.com/eci-spot-price-limit: "0.5"'),
		found: ['3:74 spot-limit-ignored'],
	},
	{name: 'a size that is rounded', text: pod('', '', '3Gi'), found: ['3:18 size-rounded']},
	{
		name: 'CRLF and a byte order mark',
		text: `\ufeff${deployment(['hostNetwork: true']).replaceAll('\n', '\r\n')}`,
		found: ['11:20 limit-host-network'],
	},
	{
		name: 'JSON with tabs',
		text: '{\n\t"apiVersion": "v1",\n\t"kind": "Service",\n\t"metadata": {"name": "web"},\n\t"spec": {"type": "NodePort"}\n}',
		found: ['5:19 limit-node-port'],
	},
	{
		name: 'the second item of a List',
		text: `kind: List\nitems:\n- kind: Service\n  metadata: {name: a}\n- kind: DaemonSet\n  metadata: {name: b}\n`,
		found: ['5:9 limit-daemonset'],
	},
	{
		name: 'wide characters before it count as one column each',
		text: pod('note: 中文, k8s.aliyun.com/eci-use-spec: 2-4Gi'),
		found: ['3:47 annotation-unknown'],
	},
	{
		name: 'a document that is broken, between others',
		text: `kind: DaemonSet\nmetadata: {name: a}\n---\nkind: [\n---\nkind: {{ .kind }}\n---\nkind: DaemonSet\nmetadata: {name: b}\n`,
		found: [
			'1:7 limit-daemonset',
			'5:1 manifest-malformed',
			'6:7 manifest-template',
			'8:7 limit-daemonset',
		],
	},
	{
		name: 'keys that Kubernetes does not know',
		text: deployment(['hostNetwrok: true'], ['ports: [{port: 80}]', 'env: [{nme: A, value: b}]'])
			.replace('limits:', 'limit:')
			.replace('    metadata:', '    metadat:'),
		found: [
			'8:5 key-unknown',
			'11:7 key-unknown',
			'15:22 container-defaulted',
			'15:23 key-unknown',
			'16:20 key-unknown',
			'17:18 key-unknown',
		],
	},
	{
		name: 'a schedule that is none',
		text: 'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: "0 25 * * *", jobTemplate: {spec: {template: {spec: {containers: [{name: app, image: "nginx:1.29", resources: {limits: {cpu: 2, memory: 4Gi}}}]}}}}}\n',
		found: ['4:18 cron-invalid'],
	},
	{
		name: 'a kind of another group, with fields of its own',
		text: deployment(['anything: true']).replace('apps/v1', 'apps.kruise.io/v1beta1'),
		found: [],
	},
	{
		name: 'resources that are none',
		text: CLEAN.replace('{cpu: 2, memory: 4Gi}', '{cpu: 2, memory: 4Gi, mem: 1Gi, a.com/x: 1}'),
		found: ['14:53 key-unknown'],
	},
	{
		name: 'a rule of today alone',
		text: deployment([], ['ports: [{containerPort: 10250}]']),
		args: ['--ruleset', 'current'],
		found: ['15:35 limit-port'],
	},
];
