import type {Severity} from '../../../domain/diagnostics.ts';
import type {ManifestFacts} from '../../../domain/rules/manifest-facts.ts';
import {moneyText} from '../../money-text.ts';
import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

const THRESHOLDS: Readonly<Record<Severity, string>> = {
	error: '错误',
	warning: '警告或更严重的问题',
	info: '提示或更严重的问题',
};

const TARGETS: Readonly<Record<ManifestFacts['export-incomplete']['target'], string>> = {
	kustomize: '补丁无法',
	'eci-profile': 'eci-profile 无法',
	'resource-policy': 'ResourcePolicy 无法',
};

export const zhCnManifestRules = {
	'manifest-malformed': ({detail}) =>
		advice(`无法读取此文档：${withoutStop(detail)}。`, '请在此处修正；其余文档照常读取。'),
	'manifest-template': () =>
		advice('这是模板，还不是清单。', '请先渲染：将 helm template … 的输出传给 -f -。'),
	'manifest-encoding': ({encoding}) =>
		advice(
			encoding === 'utf-16' ? '此文件为 UTF-16 编码。' : '此行不是 UTF-8 编码。',
			'请将文件保存为 UTF-8。',
		),
	'manifest-folder-empty': ({folder}) =>
		advice(
			`${folder} 中没有清单。`,
			'请指定包含 .yaml、.yml 或 .json 文件的目录（含子目录）；隐藏文件会被跳过。',
		),
	'manifests-too-many': ({maximum}) =>
		advice(`清单超过 ${maximum} 个，或其他文件远多于此。`, '请减少数量，例如指定清单所在的目录。'),
	'manifests-too-large': ({limitMiB}) =>
		advice(`读到此处，文件总计已超过 ${limitMiB} MiB。`, '请分几次规划。'),
	'workload-spec-missing': ({reason}, say) =>
		advice(
			reason === 'gpu'
				? '它申请了 GPU，而 CPU-内存规格不含 GPU，也没有指定带 GPU 的实例规格。'
				: '它要求 Arm 架构，而 CPU-内存规格不是 Arm，也没有指定 Arm 实例规格。',
			`请添加注解 k8s.aliyun.com/eci-use-specs，或由 annotate -f 或 plan -f 以 ${say('chain.pick', 'balanced')} 选取。`,
		),
	'workload-open-ended': (_facts, say) =>
		advice(
			'未说明一次运行需要多长时间，因此每月费用未知。',
			`请用 ${say('workload.work', '10m')} 说明，或为 Job 设置 activeDeadlineSeconds。`,
		),
	'workload-suspended': () =>
		advice('它已暂停，不产生费用。', '设置 suspend: false 可查看其费用。'),
	'workload-pod-resources': () =>
		advice(
			'它设置了整个 Pod 的资源，按 Kubernetes 的方式计算；ECI 文档对此没有说明。',
			'设置各容器的 limits 更为稳妥。',
		),
	'workload-off-eci': ({reason}) =>
		advice(
			reason === 'daemonset'
				? 'DaemonSet 不能在 ECI 上运行。'
				: '它自己的节点选择器或亲和性使其不能调度到虚拟节点。',
			reason === 'daemonset'
				? '请改为所需 Pod 的 Sidecar。'
				: '请去掉该设置，或添加标签 alibabacloud.com/eci: "true"。',
		),
	'workload-kind-unknown': ({kind}) =>
		advice(
			`${kind} 以此处未知的方式创建 Pod，因此未作规划。`,
			'可将其 Pod 模板写成 Deployment 来规划。',
		),
	'workload-empty': ({kind}) =>
		advice(
			`此 ${kind} 在 Kubernetes 规定的位置没有容器，因此未作规划。`,
			'如果是补丁，请先构建：kubectl kustomize overlays/prod | eci-plan plan -f -。',
		),
	'workload-none': () =>
		advice('这里没有工作负载。', '请提供 Pod 的清单，或 Deployment 等创建 Pod 的清单。'),
	'key-unknown': ({key, parent, suggestion}) =>
		advice(
			`Kubernetes 的 ${parent} 中没有字段${quoted(key)}，它在此处无效，或会被拒绝。`,
			choiceHint(suggestion, [], '请改正、删除，或移到所属的位置。'),
		),
	'ignore-unused': ({name}) =>
		advice(`此注释忽略 ${name}，但该处没有这样的问题。`, '请从注释中删除。'),
	'ignore-unknown': ({name, suggestion}) =>
		name === ''
			? advice('此注释没有写明忽略哪条规则。', '请写明：# eci-plan-ignore: limit-host-path。')
			: advice(
					`此注释忽略的规则不存在：${quoted(name)}。`,
					choiceHint(suggestion, [], '运行 eci-plan lint --rules 可查看全部规则。'),
				),
	'lint-failed': ({count, threshold}) =>
		advice(
			`共有 ${count} 个${THRESHOLDS[threshold]}。`,
			'请改正，用 # eci-plan-ignore: RULE 忽略，或设置 --fail-on。',
		),
	'export-incomplete': ({target, volumes, logs, objects, fields}) =>
		advice(
			`${TARGETS[target]}包含：${listed([
				...volumes.map(name => `数据卷 ${name}`),
				...logs.map(name => `日志 ${name}`),
				...objects,
				...fields,
			])}。`,
			target === 'kustomize'
				? '请将不带 --as kustomize 导出的这些对象存入文件，并在 resources 中列出。'
				: '请将其写入工作负载自己的清单，即不带 --as 导出的内容。',
		),
	'budget-invalid': ({value}) =>
		advice(`${quoted(value)} 不是金额。`, '请使用 5000 或 99.50 这样的数字。'),
	'budget-exceeded': ({total, budget}, say) =>
		advice(
			`每月费用 ${moneyText(total, 2)}，超过 ${moneyText(budget, 2)}。`,
			`请提高 --max-cost，或降低费用：eci-plan chain 和 ${say('spot.strategy')} 可提供办法。`,
		),
	'budget-unknown': ({budget}) =>
		advice(
			`有一部分没有价格，无法断定每月费用不超过 ${moneyText(budget, 2)}。`,
			'请处理其他提示中的问题，或去掉 --max-cost。',
		),
} satisfies Partial<DiagnosticTexts>;
