import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

/** How a field is written in `--volume`. */
const PARTS: ReadonlyMap<string, string> = new Map([
	['server', 'server=1a2b3c.cn-hangzhou.nas.aliyuncs.com'],
	['diskId', 'disk=d-bp1a2b3c'],
	['size', 'size=100Gi'],
	['claim', 'claim=data'],
	['createClass', 'create-class=true'],
	['path', 'path=/share'],
	['mountOptions', 'options=nolock\\,tcp\\,noresvport'],
]);

export const enVolumeRules = {
	'volume-duplicate': ({name}) =>
		advice(`Two volumes are called ${quoted(name)}.`, 'Give each volume a name of its own.'),
	'volume-field-missing': ({volume, type, field}) =>
		advice(
			`The volume ${volume} of type ${type} has no ${field}.`,
			`Add it, such as ${PARTS.get(field) ?? field}.`,
		),
	'volume-field-unused': ({volume, type, field}) =>
		advice(
			`The volume ${volume} of type ${type} doesn't take ${field}.`,
			'Remove it, or choose another type.',
		),
	'volume-field-invalid': ({volume, field, value}) =>
		advice(
			`The volume ${volume} can't have the ${field} ${quoted(value)}.`,
			`Write it like ${PARTS.get(field) ?? field}.`,
		),
	'volume-field-conflict': ({volume, first, second}) =>
		advice(
			`The volume ${volume} can't have both ${first} and ${second}.`,
			'Keep the one that says where its space comes from.',
		),
	'object-twice': ({kind, name}) =>
		advice(
			`There are two ${kind} objects called ${name}, and only one of them can be.`,
			'Give each a name of its own, or write the same thing once.',
		),
	'volume-disk-twice': ({diskId}) =>
		advice(
			`Two volumes of the pod are the disk ${diskId}.`,
			'Keep one, and mount it where the data is needed.',
		),
	'volume-size': ({value, level, minimum, maximum}) =>
		advice(
			`A disk${level === null ? '' : ` of level ${level}`} can't have ${quoted(value)}: it takes whole GiB from ${minimum} to ${maximum}.`,
			level === null
				? 'Use a size such as 100Gi.'
				: `Use a size such as ${Math.max(100, minimum)}Gi, or another level.`,
		),
	'volume-mount-invalid': ({path}) =>
		advice(
			`${quoted(path)} isn't a path to mount at.`,
			'Use an absolute path below / that never goes back up, such as /data.',
		),
	'volume-mount-twice': ({container, path}) =>
		advice(`Container ${container} mounts two volumes at ${path}.`, 'Mount each at its own path.'),
	'volume-container-unknown': ({container, known, suggestion}) =>
		advice(`The pod has no container ${quoted(container)}.`, choiceHint(suggestion, known)),
	'volume-disks-too-many': ({count, maximum}) =>
		advice(
			`The pod has ${count} disks, but ECI mounts at most ${maximum}.`,
			'Put the data on fewer disks or on NAS.',
		),
	'volume-disk-shared': ({volume, replicas}) =>
		advice(
			`The disk of volume ${volume} can be mounted by one pod, but ${replicas} pods want it.`,
			'Use type=new-disk for a disk a pod, NAS for shared data, or one replica.',
		),
	'volume-not-convertible': ({volume, type}) =>
		advice(
			`The volume ${volume} is of type ${type}, and only an emptyDir or a hostPath can be turned into a disk.`,
			'Name a volume of type empty-dir or host-path, or one that nothing else declares.',
		),
	'volume-mount-unknown': ({container, volume, suggestion}) =>
		advice(
			`Container ${container} mounts the volume ${quoted(volume)}, which the pod doesn't declare.`,
			choiceHint(suggestion, [], 'Declare it under volumes, or remove the mount.'),
		),
	'disk-volume-unknown': ({volume, suggestion}) =>
		advice(
			`The pod doesn't declare the volume ${quoted(volume)}, which eci-set-diskvolume turns into a disk.`,
			choiceHint(suggestion, [], 'Declare it as an emptyDir under volumes.'),
		),
} satisfies Partial<DiagnosticTexts>;
