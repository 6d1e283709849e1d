import type {Successor} from '../../../domain/catalogue/annotations.ts';
import type {RuleFacts} from '../../../domain/rules/facts.ts';
import {type Advice, advice, type DiagnosticTexts, type Naming} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

type FamilyFacts = RuleFacts['instance-family-unusable'];

const FAMILY: Readonly<Record<FamilyFacts['reason'], (facts: FamilyFacts, say: Naming) => Advice>> =
	{
		unknown: ({family, suggestion}) =>
			advice(`ECI 不支持规格族${quoted(family)}。`, choiceHint(suggestion, [])),
		gpu: ({family}, say) =>
			advice(
				`规格族 ${family} 带有 GPU，该 Annotation 不支持。`,
				`请使用 ${say('chain.useSpecs')} 直接指定 ECS 规格。`,
			),
		'local-disk': ({family}, say) =>
			advice(
				`规格族 ${family} 带有本地盘，该 Annotation 不支持。`,
				`请使用 ${say('chain.useSpecs')} 直接指定 ECS 规格。`,
			),
	};

const insteadHint = (instead: Successor, say: Naming): string => {
	switch (instead.kind) {
		case 'key':
			return `请改用 ${instead.key}。`;
		case 'volume-type':
			return `请改用 type=${instead.type} 的 ${say('volumes')}，或确认它仍然有效。`;
		case 'profile-setting':
			return `请确认它仍然有效；eci-profile 中的 ${instead.setting} 对所有 Pod 起同样作用。`;
	}
};

/** Names and values of annotations. */
const names = {
	'annotation-respelled': ({key, value, spelled}) =>
		advice(
			`${key} 写作${quoted(value)}，仅有一处帮助文档如此拼写。`,
			`其他文档均写作 ${spelled}，导出的清单已改用该写法。`,
		),
	'annotation-newer-name': ({key, olderName}, say) =>
		advice(
			`${key} 是现在的名称，规则集 2020 中为另一名称。`,
			`请使用 ${olderName}，或 ${say('ruleset', 'current')}。`,
		),
	'annotation-both-names': ({key, renamedTo}) =>
		advice(`${key} 与 ${renamedTo} 是同一项的两个名称。`, '请只保留其中一个。'),
	'annotation-legacy': ({key, instead}, say) =>
		advice(
			`${key} 只见于旧版帮助文档，ECI 可能会忽略它。`,
			instead === null ? '请确认它仍然有效。' : insteadHint(instead, say),
		),
	'annotation-option-ignored': ({key, needs}) =>
		advice(`没有 ${needs} 时，${key} 不起作用。`, `请加上 ${needs}，或将其删除。`),
	'annotation-not-priced': ({key}) =>
		advice(`${key} 会改变 ECI 的计费，此处的价格未计入。`, '请将价格视为未设置它时的价格。'),
	'bandwidth-bytes': ({key, value, megabits}) =>
		advice(
			`${key} 以字节为单位：${quoted(value)}相当于 ${megabits} Mbit/s。`,
			'如果您指的是比特，请除以 8。',
		),
} satisfies Partial<DiagnosticTexts>;

/** Annotations that don't go together. */
const conflicts = {
	'vswitch-order-alone': ({count}, say) =>
		advice(
			count === 1
				? 'VSwitchOrdered 只有一个交换机，无从排序。'
				: 'VSwitchOrdered 没有可排序的交换机。',
			`请使用 ${say('pod.vswitch')} 按优先顺序指定至少两个交换机。`,
		),
	'category-unavailable': ({reason}, say) =>
		advice(
			reason === 'spot' ? '经济型算力不能与抢占式实例同时使用。' : '经济型算力不支持 Arm 架构。',
			reason === 'spot'
				? `请删除该 Annotation 或 ${say('spot.strategy')}。`
				: `请使用 general，或 ${say('chain.arch', 'amd64')}。`,
		),
	'category-size': ({token, vcpu, largest}) =>
		advice(
			`${token} 有 ${vcpu} vCPU，经济型算力最多 ${largest} vCPU。`,
			'请使用 general，或更小的规格。',
		),
	'category-raised': ({token}) =>
		advice(
			`通用型算力至少 1 vCPU，${token} 将按 1 vCPU 创建。`,
			'请申请 1 vCPU 或以上，或使用 economy。',
		),
	'category-filter': ({key}) =>
		advice(`算力类型不能与 ${key} 同时使用。`, '请只保留算力类型，或只保留规格族或规格代数列表。'),
	'instance-filter-ignored': ({key}) =>
		advice(
			`备选规格链中没有 CPU-MEM 规格，ECI 会忽略 ${key}。`,
			'请在链中加入例如 2-4Gi 的规格，或删除该 Annotation。',
		),
	'instance-family-unusable': (facts, say) => FAMILY[facts.reason](facts, say),
	'privatepool-id-missing': () =>
		advice('Target 需要私有池 ID。', '请加上 k8s.aliyun.com/eci-privatepool-id。'),
	'privatepool-id-ignored': () =>
		advice(
			'只有匹配模式为 Target 时，ECI 才使用私有池 ID。',
			'请将 k8s.aliyun.com/eci-privatepool-matchcriteria 设为 Target，或删除该 ID。',
		),
	'disk-wait-conflict': ({claim, storageClass, causes}) =>
		advice(
			`${claim} 的云盘要等待节点调度（${storageClass}），而 ${listed(causes)} 会绕过调度。`,
			'请使用立即创建云盘的 StorageClass，例如 alicloud-disk-essd。',
		),
	'private-ip-replicas': ({replicas}, say) =>
		advice(
			`${replicas} 个 Pod 不能共用一个私网 IP。`,
			`请删除该 IP，或使用 ${say('workload.replicas', '1')}。`,
		),
	'fixed-ip-kind': ({kind, replicas}, say) =>
		advice(
			`${kind} 的 ${replicas} 个 Pod 没有固定名称，无法保留各自的 IP。`,
			`请使用 ${say('workload.kind', 'statefulset')}，或删除 eci-fixed-ip。`,
		),
	'fail-strategy-reschedule': () =>
		advice(
			'eci-reschedule-enable 与 eci-fail-strategy 都规定了失败后的处理方式。',
			'请只保留 eci-fail-strategy。',
		),
	'gpu-driver-ignored': (_facts, say) =>
		advice(
			'指定了 GPU 驱动，但备选规格链中没有 GPU 规格。',
			`请将其删除，或使用 ${say('gpu')} 申请 GPU。`,
		),
	'gpu-driver-major': ({value}) =>
		advice(
			`ECI 已不再安装${quoted(value)}这一确切版本。`,
			'请填写 535 及以上的主版本号，例如 tesla=535。',
		),
} satisfies Partial<DiagnosticTexts>;

export const zhCnNewerAnnotationRules = {...names, ...conflicts};
