import type {AnnotateFacts} from '../../../domain/rules/annotate-facts.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

const LEFT: Readonly<Record<AnnotateFacts['annotate-left']['reason'], readonly [string, string]>> =
	{
		daemonset: ['ECI 不支持 DaemonSet', '请改为在需要它的 Pod 中添加 Sidecar 容器。'],
		elsewhere: [
			'其节点选择器或亲和性使其不会调度到虚拟节点',
			'请去掉该设置，或为 Pod 添加标签 alibabacloud.com/eci: "true"。',
		],
		'no-template': ['没有 Pod 模板', '请添加 Pod 模板。'],
		'no-containers': ['其 Pod 没有容器', '请为它所修补的清单添加 Annotation，或添加容器。'],
		owned: ['它由此处的另一对象创建', 'Annotation 已写入其所有者。'],
	};

const HINDERED: Readonly<
	Record<AnnotateFacts['annotate-hindered']['reason'], readonly [string, string]>
> = {
	refused: ['ECI 不会运行它', '请修正此处列出的错误。'],
	'no-spec': ['没有 ECI 规格能容纳其 Pod', '请减少资源，或用 --use-specs 指定规格链。'],
	shared: ['其元数据通过锚点或合并与其他位置共用', '请在原处写出该 Pod 自己的元数据。'],
	'not-a-map': ['其 metadata 或 annotations 不是映射', '请改为映射：annotations: {}。'],
	unusual: [
		'无法仅通过修改文本来改变其 Annotation',
		'请手动添加 Annotation，或将文档改为更常见的写法。',
	],
	unnamed: ['没有可供补丁定位的名称', '请为它命名。'],
};

export const zhCnAnnotateRules = {
	'annotate-left': ({kind, name, reason}) => {
		const [why, hint] = LEFT[reason];
		return advice(`${kind} ${name} 保持原样：${why}。`, hint);
	},
	'annotate-hindered': ({kind, name, reason}) => {
		const [why, hint] = HINDERED[reason];
		return advice(`${kind} ${name} 保持原样：${why}。`, hint);
	},
	'annotate-several': ({count}) =>
		advice(
			`${count} 个文件无法作为一个结果输出。`,
			'请添加 --diff 查看改动、--write 写入文件，或 --check 检查。',
		),
	'annotate-stale': ({stale, total}) =>
		advice(
			`${total} 个文件中有 ${stale} 个会改变。`,
			'请将 --check 换成 --write 再运行，或用 --diff 查看改动。',
		),
	'annotate-written': ({file, workloads}) =>
		advice(`已修改 ${file} 中的 ${workloads} 个工作负载。`, '请应用：kubectl apply -f。'),
	'annotate-nothing': ({total}) => advice(`${total} 个文件无需改动。`, '现有内容保持原样。'),
	'kustomize-base': ({base, containers}) =>
		advice(
			containers.length === 0
				? `此补丁用于 ${base} 中的清单。`
				: `此补丁用于 ${base} 中的清单，其中的容器也须名为 ${listed(containers)}。`,
			'若清单在别处，请在 resources 中改为其位置，并将结果保存为 kustomization.yaml。',
		),
} satisfies Partial<DiagnosticTexts>;
