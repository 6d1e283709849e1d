import {advice, type DiagnosticTexts} from '../language.ts';
import {counted} from './words.ts';

export const enLimitRules = {
	'limit-daemonset': ({name}) =>
		advice(
			`No pods of the DaemonSet ${name} start on a virtual node.`,
			'Run it as a sidecar container in each pod.',
		),
	'limit-host-path': ({volume}) =>
		advice(
			`The volume ${volume} is a hostPath, and ECI has no host to mount.`,
			'Use an emptyDir, a disk or NAS, or turn it into a disk with eci-set-diskvolume.',
		),
	'limit-host-pid': ({name}) =>
		advice(`ECI can't share processes of a host with ${name}.`, 'Remove hostPID.'),
	'limit-host-network': ({name}) =>
		advice(
			`ECI has no host network for ${name}; each pod has an address of its own.`,
			'Remove hostNetwork, and use a LoadBalancer Service to be reached.',
		),
	'limit-host-ipc': ({name}) =>
		advice(`ECI can't share the IPC of a host with ${name}.`, 'Remove hostIPC.'),
	'limit-privileged': ({name, container}) =>
		advice(
			`Container ${container} of ${name} wants to be privileged.`,
			'Add the capabilities it needs instead, or open a ticket for the preview of privileged containers.',
		),
	'limit-node-port': ({name}) =>
		advice(
			`The Service ${name} opens a port on each node, which a virtual node can't.`,
			'Use type LoadBalancer or ClusterIP.',
		),
	'limit-session-affinity': ({name}) =>
		advice(
			`ACK Serverless keeps no clients of the Service ${name} on one pod.`,
			'Remove sessionAffinity, or keep sessions outside the pods.',
		),
	'limit-network-policy': ({name}, say) =>
		advice(
			`The NetworkPolicy ${name} has no effect on ECI pods, except in registered clusters with Poseidon.`,
			`Use security groups, such as with ${say('pod.securityGroup')}.`,
		),
	'limit-containers': ({count, maximum}) =>
		advice(
			`The pod has ${counted(count, 'container')}, but ECI runs at most ${maximum}.`,
			'Split the pod.',
		),
	'limit-volumes': ({count, maximum}) =>
		advice(
			`The pod has ${counted(count, 'volume')}, those for log files included, but ECI mounts at most ${maximum}.`,
			'Put the data on fewer volumes.',
		),
	'limit-port': ({container, port}) =>
		advice(
			`ECI itself listens on port ${port}, so container ${container} can't.`,
			'Use another port.',
		),
	'limit-ulimit': ({name, container}) =>
		advice(
			`Container ${container} of ${name} changes its ulimits, which ECI allows on request only.`,
			'Open a ticket, or remove it.',
		),
	'limit-sysctl': ({name, sysctl}) =>
		advice(
			`ECI doesn't let ${name} set ${sysctl}.`,
			'Use kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.*, net.* or vm.min_free_kbytes only.',
		),
	'limit-config-size': ({name, kib, maximumKib}) =>
		advice(
			`${name} holds ${kib} KiB, and ECI may not mount more than ${maximumKib}.`,
			'Keep large files on NAS or OSS.',
		),
	'limit-windows': ({name}) =>
		advice(`ECI runs Linux only, but ${name} asks for Windows.`, 'Run it on ECS nodes.'),
	'limit-region': ({region}) =>
		advice(
			`ACK Serverless isn't offered in ${region}.`,
			'Use an ACK cluster with virtual nodes, or another region.',
		),
} satisfies Partial<DiagnosticTexts>;
