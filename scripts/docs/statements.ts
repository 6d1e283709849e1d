import {sizes, sizeTable} from './size-statements.ts';
import {type Section, statement} from './statement.ts';

const NOTHING_TO_PLAN = 'nothing to plan';

const setUp: Section = {
	title: 'Before the first pod',
	statements: [
		statement('Pods get onto ECI by virtual nodes of an ACK cluster, or in an ASK cluster', [
			'flag --placement',
			'field pod.placement',
		]),
		statement('The service has to be activated in the console', [], NOTHING_TO_PLAN),
		statement('Each instance runs in a sandbox of its own', [], NOTHING_TO_PLAN),
		statement(
			'Instances are spread over physical machines as far as possible',
			['flag --market', 'command simulate'],
			'`commonShock` of a market says how many interruptions hit more than one pod',
		),
	],
};

const billing: Section = {
	title: 'Billing',
	statements: [
		statement('A pod is billed from the mount of storage or the pull of the image on', [
			'flag --pull',
			'field workload.pull',
			'flag --image-size',
			'rule start-up-assumed',
		]),
		statement('Billing ends when the pod has succeeded or failed', [
			'flag --work',
			'flag --schedule',
		]),
		statement('A size costs vCPU times its price plus memory times its price, times the time', [
			'command size',
			'command cost',
		]),
		statement('Time counts by the second', ['command cost']),
		statement('A vCPU costs 0.000049 yuan a second, 0.1764 an hour', ['command size']),
		statement('A GiB costs 0.00000613 yuan a second, 0.0221 an hour', ['command size']),
		statement('A pod may be put on ECS families, at the ECS price of the region', [
			'flag --use-specs',
			'flag --families',
			'flag --region',
			'rule spec-family-unsupported',
		]),
		statement('A family brings its own abilities, such as the network of sn1ne', [
			'flag --families',
			'flag --use-specs',
		]),
		statement('An ECS type costs its price times the time, by the second', ['command cost']),
		statement('Reserved instances offset pods that were created by ECS type', [
			'flag --reserved',
			'rule reserved-nothing',
			'rule reserved-not-spot',
		]),
		statement('With them a pod costs about as much as a monthly ECS subscription', [
			'flag --reserved-hours',
			'rule reserved-price-assumed',
		]),
		statement('Spot instances, asked for by annotation, cost much less', [
			'flag --spot-strategy',
			'field spot.strategy',
			'command cost',
		]),
	],
};

const images: Section = {
	title: 'Images',
	statements: [
		statement('The image is pulled at each start unless it is cached', [
			'flag --pull',
			'flag --image-size',
			'rule start-up-assumed',
		]),
		statement('A public image needs a NAT gateway or an elastic IP address', [
			'rule image-public',
			'flag --nat',
			'flag --with-eip',
		]),
		statement('ACR through the VPC needs no internet, and is faster than an elastic IP address', [
			'flag --acr-vpc',
			'rule image-acr-public',
		]),
		statement(
			'Private images of ACR are pulled without a password',
			['annotation k8s.aliyun.com/acr-instance-ids', 'flag --annotation'],
			'no pull secret is exported; today an Enterprise Edition instance is named by this annotation, which no flag of its own sets',
		),
		statement('An image cache starts large images from a snapshot', [
			'flag --image-snapshot',
			'flag --image-cache',
			'rule image-cache-saves',
		]),
	],
};

const storage: Section = {
	title: 'Storage',
	statements: [
		statement('FlexVolume mounts NAS', [
			'flag --volume',
			'field volumes[].server',
			'field volumes[].mountOptions',
		]),
		statement('FlexVolume mounts an existing disk', [
			'flag --volume',
			'field volumes[].diskId',
			'rule volume-disk-shared',
		]),
		statement('FlexVolume creates a disk with the pod', ['field volumes[].type', 'flag --volume']),
		statement('The size of the created disk can be chosen', [
			'field volumes[].size',
			'rule volume-size',
		]),
		statement('The created disk can be kept when the pod ends', ['field volumes[].keep']),
		statement('NFS volumes', ['flag --volume', 'field volumes[].server', 'field volumes[].path']),
		statement('Persistent volumes and claims', [
			'flag --volume',
			'field volumes[].claim',
			'field volumes[].storageClass',
			'field volumes[].createClass',
		]),
	],
};

const network: Section = {
	title: 'Network and logs',
	statements: [
		statement('Each pod takes one network interface of the vSwitch', [
			'flag --vswitch-cidr',
			'rule vswitch-too-small',
			'rule vswitch-fits',
		]),
		statement(
			'The pod uses the network of its host, which is its own',
			['rule limit-host-network'],
			'that is the interface above; `hostNetwork` of Kubernetes means the node, and ECI has none',
		),
		statement('Pods on ECI and on ECS nodes reach each other', [], NOTHING_TO_PLAN),
		statement('A LoadBalancer Service serves ECI pods, also together with pods on ECS nodes', [
			'flag --service',
			'flag --port',
		]),
		statement('ECI pods reach ClusterIP Services', ['flag --service']),
		statement('An elastic IP address is created for the pod, or an existing one is bound', [
			'flag --with-eip',
			'flag --eip-instance',
			'rule eip-conflict',
		]),
		statement('Variables of the pod send standard output or files to Log Service', [
			'flag --log',
			'field logs',
			'rule log-source-invalid',
		]),
		statement('No logtail sidecar is needed for that', ['flag --log']),
	],
};

const annotations: Section = {
	title: 'Annotations',
	statements: [
		statement(
			'Annotations stand at the pod, not at the Deployment',
			['command export', 'rule annotation-misplaced'],
			'exported at the pod; `lint -f` finds it elsewhere in your manifests',
		),
		statement('Values are texts: an example of the table lacks the quotes of its number', [
			'command export',
			'rule annotation-not-text',
		]),
		statement('Several specs, each tried when the one before has no stock', [
			'annotation k8s.aliyun.com/eci-use-specs',
			'flag --use-specs',
			'rule spec-too-many',
		]),
		statement('A spec is a CPU-MEM size, an ECS type or a GPU type with its number', [
			'flag --use-specs',
			'rule spec-invalid',
			'rule spec-gpu-form',
		]),
		statement('Sizes, ECS types and GPU types may stand in one list', ['rule spec-mixed-gpu']),
		statement('The vSwitch of the pod', [
			'annotation k8s.aliyun.com/eci-vswitch',
			'flag --vswitch',
		]),
		statement('The security group of the pod', [
			'annotation k8s.aliyun.com/eci-security-group',
			'flag --security-group',
		]),
		statement('The resource group of the pod', [
			'annotation k8s.aliyun.com/eci-resource-group-id',
			'flag --resource-group',
		]),
		statement('The RAM role with which the pod reaches other products', [
			'annotation k8s.aliyun.com/eci-ram-role-name',
			'flag --ram-role',
		]),
		statement('The image cache to start from', [
			'annotation k8s.aliyun.com/eci-image-snapshot-id',
			'flag --image-snapshot',
			'rule annotation-renamed',
		]),
		statement('Matching an image cache by itself, off by default', [
			'annotation k8s.aliyun.com/eci-image-cache',
			'flag --image-cache',
			'rule image-cache-both',
		]),
		statement('An elastic IP address created with the pod', [
			'annotation k8s.aliyun.com/eci-with-eip',
			'flag --with-eip',
		]),
		statement('Its bandwidth, 5 Mbit/s by default', [
			'annotation k8s.aliyun.com/eip-bandwidth',
			'flag --eip-bandwidth',
			'flag --image-size',
			'rule eip-option-ignored',
		]),
		statement('An existing elastic IP address', [
			'annotation k8s.aliyun.com/eci-eip-instanceid',
			'flag --eip-instance',
			'rule eip-replicas',
		]),
		statement('The spot strategy: the market price, or a limit', [
			'annotation k8s.aliyun.com/eci-spot-strategy',
			'flag --spot-strategy',
		]),
		statement('The price limit counts with SpotWithPriceLimit only', [
			'rule spot-limit-ignored',
			'rule spot-limit-missing',
		]),
		statement('It is a price an hour, with at most 3 decimals', [
			'annotation k8s.aliyun.com/eci-spot-price-limit',
			'flag --spot-price-limit',
			'rule spot-limit-invalid',
		]),
		statement('NTP servers, one or several', [
			'annotation k8s.aliyun.com/eci-ntp-server',
			'flag --ntp-server',
		]),
		statement('A volume that is turned into a disk: name, file system and size', [
			'annotation k8s.aliyun.com/eci-set-diskvolume',
			'flag --disk-volume',
			'rule annotation-value',
		]),
		statement('That volume is an emptyDir or a hostPath', [
			'field volumes[].type',
			'rule volume-not-convertible',
			'rule disk-volume-unknown',
		]),
	],
};

const limits: Section = {
	title: 'Limits',
	statements: [
		statement('Most of what pods do works', [], NOTHING_TO_PLAN),
		statement('No DaemonSet on virtual nodes', ['rule limit-daemonset']),
		statement('No hostPath', ['rule limit-host-path', 'field volumes[].type']),
		statement('No hostPID', ['rule limit-host-pid']),
		statement('No privileged containers', ['rule limit-privileged']),
		statement('No Service of type NodePort', ['rule limit-node-port']),
		statement('No NetworkPolicy', ['rule limit-network-policy']),
	],
};

/** Every statement of the brief, in its order. */
export const SECTIONS: readonly Section[] = [
	setUp,
	sizes,
	sizeTable,
	billing,
	images,
	storage,
	network,
	annotations,
	limits,
];
