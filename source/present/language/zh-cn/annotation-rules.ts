import type {RuleFacts, ValueReason} from '../../../domain/rules/facts.ts';
import {nearest} from '../../../domain/rules/nearest.ts';
import {roundedLimit} from '../fact-text.ts';
import {type Advice, advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

type ValueText = (value: string, expected: string) => Advice;

/** A value that has not the form of its key. */
const formText =
	(wrong: string): ValueText =>
	(value, expected) =>
		advice(`${quoted(value)}${wrong}。`, `请按${quoted(expected)}的格式填写。`);

const VALUE: Readonly<Record<ValueReason, ValueText>> = {
	family: formText('不是有效的 ECS 规格族列表'),
	generation: formText('不是有效的规格代数列表（4 至 8）'),
	category: formText('不是有效的算力类型列表'),
	tag: formText('不是有效的标签列表'),
	registry: formText('不是有效的镜像仓库列表'),
	'acr-instance': formText('不是有效的 ACR 实例列表'),
	'role-arn': formText('不是有效的 RAM 角色 ARN 列表'),
	'gpu-driver': formText('不是有效的 GPU 驱动版本'),
	folder: formText('不是绝对路径'),
	'byte-rate': formText('不是有效的每秒字节数'),
	'bit-rate': formText('不是以 Mbit/s 为单位的有效带宽'),
	'ip-address': formText('不是有效的 IPv4 地址'),
	'host-entries': formText('不是由主机名与 IP 组成的 JSON 数组'),
	'dns-config': formText('不是 JSON 格式的 DNS 配置'),
	encryption: formText('不是说明是否加密的 JSON'),
	empty: (_, expected) => advice('值为空。', `请按${quoted(expected)}的格式填写，或将其删除。`),
	boolean: value => advice(`${quoted(value)}既不是 true 也不是 false。`, '请使用 true 或 false。'),
	whole: (value, expected) =>
		advice(`${quoted(value)}不是 ${expected} 范围内的整数。`, `请只用数字，范围 ${expected}。`),
	choice: (value, expected) =>
		advice(
			`${quoted(value)}不是可选值。`,
			choiceHint(nearest(value, expected.split('|')), expected.split('|')),
		),
	identifier: (value, expected) =>
		advice(
			`${quoted(value)}不是此类资源的 ID。`,
			`请按${quoted(expected)}的格式填写，连字符后只能使用 a-z 和 0-9。`,
		),
	'too-many': (value, expected) =>
		advice(`${quoted(value)}的项数过多。`, `请按${quoted(expected)}的格式填写。`),
	'role-name': (value, expected) =>
		advice(
			`${quoted(value)}不是有效的 RAM 角色名称。`,
			`请只写角色名称，不带 ARN 前缀，例如 ${expected}。`,
		),
	address: (value, expected) =>
		advice(`${quoted(value)}不是有效的 IPv4 地址列表。`, `请按 ${expected} 的格式填写。`),
	'disk-volume': (value, expected) =>
		advice(
			`${quoted(value)}没有写明存储卷、文件系统和大小。`,
			`文件系统可用 ext4、ext3、xfs，大小 20Gi 至 32768Gi，例如 ${expected}。`,
		),
	'storage-size': (value, expected) =>
		advice(`${quoted(value)}不是有效的存储大小。`, `请使用 Mi、Gi 或 Ti，例如 ${expected}。`),
	'control-character': value =>
		advice(`${quoted(value)}含有控制字符。`, '请删除换行、制表符等控制字符。'),
};

const LIMIT: Readonly<
	Record<RuleFacts['spot-limit-invalid']['reason'], (value: string) => Advice>
> = {
	'not-a-number': value =>
		advice(`${quoted(value)}不是有效的价格。`, '请填写每小时价格，例如 0.250。'),
	'not-positive': value =>
		advice(`${quoted(value)}不是大于 0 的价格。`, '请填写每小时价格，例如 0.250。'),
	decimals: value => advice(`${quoted(value)}超过 3 位小数。`, `请改为 ${roundedLimit(value)}。`),
};

const withMost = ({message, hint}: Advice, maximum: number | null): Advice =>
	advice(message, maximum === null ? hint : `${hint}最多 ${maximum} 项。`);

export const zhCnAnnotationRules = {
	'annotation-unknown': ({key, suggestion}) =>
		advice(`ECI 没有 Annotation ${quoted(key)}。`, choiceHint(suggestion, [])),
	'annotation-key-invalid': ({key}) =>
		advice(
			`${quoted(key)}不符合 Kubernetes 的键命名规则。`,
			'请使用字母、数字、-、_ 和 .，例如 team 或 example.com/team。',
		),
	'annotation-not-text': ({key, value}) =>
		value === null
			? advice(`${key} 的值不是字符串，而 Kubernetes 只接受字符串。`, '请写成一个带引号的字符串。')
			: advice(
					`${key} 的值 ${value} 没有加引号，而 Kubernetes 只接受字符串。`,
					`请写成 "${value}"。`,
				),
	'annotation-misplaced': ({key, kind, place}) =>
		advice(`ECI 只读取 Pod 上的 ${key}，不读取 ${kind} 上的。`, `请移到 ${place}。`),
	'profile-invalid': () =>
		advice(
			'eci-profile 的 selectors 不是 JSON 数组，ECI 不会应用其中任何一项。',
			'请写成不带注释的 JSON，例如 [{"name":"web","effect":{}}]。',
		),
	'annotation-read-only': ({key}) => advice(`${key} 由 ECI 写入，不能自行设置。`, '请将其删除。'),
	'annotation-other-ruleset': ({key, rulesets, ruleset}, say) =>
		advice(
			`规则集 ${ruleset} 中没有 ${key}，ECI 可能会忽略它。`,
			`如果您的集群遵循另一规则集，请使用 ${say('ruleset', rulesets[0] ?? ruleset)}。`,
		),
	'annotation-renamed': ({key, renamedTo}) => advice(`${key} 现已更名。`, `请使用 ${renamedTo}。`),
	'annotation-value': ({value, reason, expected, maximum}) =>
		withMost(VALUE[reason](value, expected), maximum),
	'annotation-twice': ({key}) =>
		advice(`${key} 设置了两次，且值不同。`, '请只保留该 Annotation，或只保留对应的选项或字段。'),
	'spot-limit-missing': (_facts, say) =>
		advice(
			'SpotWithPriceLimit 需要价格上限。',
			`请补充每小时价格上限，例如 ${say('spot.priceLimit', '0.250')}，或使用 SpotAsPriceGo。`,
		),
	'spot-limit-ignored': (_facts, say) =>
		advice(
			'未使用 SpotWithPriceLimit 时，ECI 会忽略价格上限。',
			`请加上 ${say('spot.strategy', 'SpotWithPriceLimit')}，或删除价格上限。`,
		),
	'spot-limit-invalid': ({value, reason}) => LIMIT[reason](value),
	'spot-option-ignored': ({key}, say) =>
		advice(
			`未设置抢占式实例策略时，ECI 会忽略 ${key}。`,
			`请加上 ${say('spot.strategy', 'SpotAsPriceGo')}，或将其删除。`,
		),
	'eip-conflict': (_facts, say) =>
		advice(
			'同一个 Pod 不能既绑定已有的弹性公网 IP，又新建一个。',
			`请删除 ${say('pod.eipInstance')} 或 ${say('pod.withEip')}。`,
		),
	'eip-option-ignored': ({key}, say) =>
		advice(
			`未新建弹性公网 IP 时，ECI 会忽略 ${key}。`,
			`请将其删除，或使用 ${say('pod.withEip')} 新建。`,
		),
	'eip-replicas': ({replicas}, say) =>
		advice(
			`一个弹性公网 IP 不能绑定到 ${replicas} 个 Pod。`,
			`请使用 ${say('pod.withEip')} 为每个 Pod 新建弹性公网 IP，或使用 ${say('workload.replicas', '1')}。`,
		),
	'image-cache-both': (_facts, say) =>
		advice(
			'既指定了镜像缓存，又开启了自动匹配镜像缓存。',
			`请删除 ${say('pod.imageSnapshot')}（由 ECI 自动匹配），或删除 ${say('pod.imageCache')}。`,
		),
	'image-missing': ({container, placeholder}, say) =>
		advice(
			`容器 ${container} 没有指定镜像，清单中以 ${placeholder} 代替。`,
			`请指定镜像，例如 ${say('image', 'nginx:1.29')}。`,
		),
	'pod-single': ({replicas}, say) =>
		advice(
			`Pod 清单只会创建一个 Pod，而不是 ${replicas} 个。`,
			`请使用 ${say('workload.kind', 'deployment')}，或 ${say('workload.replicas', '1')}。`,
		),
} satisfies Partial<DiagnosticTexts>;
