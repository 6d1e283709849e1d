import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

/** `--volume` 中各字段的写法。 */
const PARTS: ReadonlyMap<string, string> = new Map([
	['server', 'server=1a2b3c.cn-hangzhou.nas.aliyuncs.com'],
	['diskId', 'disk=d-bp1a2b3c'],
	['size', 'size=100Gi'],
	['claim', 'claim=data'],
	['createClass', 'create-class=true'],
	['path', 'path=/share'],
	['mountOptions', 'options=nolock\\,tcp\\,noresvport'],
]);

export const zhCnVolumeRules = {
	'volume-duplicate': ({name}) =>
		advice(`有两个数据卷同名：${quoted(name)}。`, '请为每个数据卷取不同的名称。'),
	'volume-field-missing': ({volume, type, field}) =>
		advice(
			`${type} 类型的数据卷 ${volume} 缺少 ${field}。`,
			`请补充，例如 ${PARTS.get(field) ?? field}。`,
		),
	'volume-field-unused': ({volume, type, field}) =>
		advice(`${type} 类型的数据卷 ${volume} 不支持 ${field}。`, '请删除该字段，或改用其他类型。'),
	'volume-field-invalid': ({volume, field, value}) =>
		advice(
			`数据卷 ${volume} 的 ${field} 不能为${quoted(value)}。`,
			`请参照 ${PARTS.get(field) ?? field} 填写。`,
		),
	'volume-field-conflict': ({volume, first, second}) =>
		advice(`数据卷 ${volume} 不能同时有 ${first} 和 ${second}。`, '请只保留一种存储来源的字段。'),
	'object-twice': ({kind, name}) =>
		advice(
			`有两个名为 ${name} 的 ${kind} 对象，只能存在其中一个。`,
			'请为每个对象取不同的名称，或只保留一个。',
		),
	'volume-disk-twice': ({diskId}) =>
		advice(`Pod 有两个数据卷使用同一块云盘 ${diskId}。`, '请只保留其中一个。'),
	'volume-size': ({value, level, minimum, maximum}) =>
		advice(
			`${level === null ? '云盘' : `性能等级为 ${level} 的云盘，其`}大小不能为${quoted(value)}：应为 ${minimum} 到 ${maximum} 之间的整数 GiB。`,
			level === null
				? '请使用 100Gi 之类的大小。'
				: `请使用 ${Math.max(100, minimum)}Gi 之类的大小，或其他性能等级。`,
		),
	'volume-mount-invalid': ({path}) =>
		advice(
			`${quoted(path)}不是有效的挂载路径。`,
			'请使用根目录之下、不返回上级目录的绝对路径，例如 /data。',
		),
	'volume-mount-twice': ({container, path}) =>
		advice(`容器 ${container} 在 ${path} 挂载了两个数据卷。`, '请为每个数据卷使用不同的挂载路径。'),
	'volume-container-unknown': ({container, known, suggestion}) =>
		advice(`Pod 中没有容器${quoted(container)}。`, choiceHint(suggestion, known)),
	'volume-disks-too-many': ({count, maximum}) =>
		advice(
			`Pod 有 ${count} 块云盘，而 ECI 最多挂载 ${maximum} 块。`,
			'请减少云盘数量，或改用 NAS。',
		),
	'volume-disk-shared': ({volume, replicas}) =>
		advice(
			`数据卷 ${volume} 的云盘只能挂载到一个 Pod，但副本数为 ${replicas}。`,
			'请用 type=new-disk 为每个 Pod 创建云盘，或用 NAS 共享数据，或将副本数设为 1。',
		),
	'volume-not-convertible': ({volume, type}) =>
		advice(
			`数据卷 ${volume} 的类型为 ${type}，只有 emptyDir 或 hostPath 可以转换为云盘。`,
			'请指定 empty-dir 或 host-path 类型的数据卷，或未声明过的名称。',
		),
	'volume-mount-unknown': ({container, volume, suggestion}) =>
		advice(
			`容器 ${container} 挂载了 Pod 未声明的数据卷${quoted(volume)}。`,
			choiceHint(suggestion, [], '请在 volumes 中声明该数据卷，或删除挂载。'),
		),
	'disk-volume-unknown': ({volume, suggestion}) =>
		advice(
			`eci-set-diskvolume 指定了 Pod 未声明的数据卷${quoted(volume)}。`,
			choiceHint(suggestion, [], '请在 volumes 中将其声明为 emptyDir。'),
		),
} satisfies Partial<DiagnosticTexts>;
