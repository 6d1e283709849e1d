import type {ManifestFacts} from '../../../domain/rules/manifest-facts.ts';

export const zhCnManifestSummaries: Readonly<Record<keyof ManifestFacts, string>> = {
	'manifest-malformed': '文件中的文档不是有效的 YAML 或 JSON。',
	'manifest-template': '文档是尚未渲染的模板。',
	'manifest-encoding': '文件不是 UTF-8 编码。',
	'manifest-folder-empty': '目录中没有清单。',
	'manifests-too-many': '清单过多。',
	'manifests-too-large': '文件总计过大。',
	'workload-spec-missing': '使用 GPU 或 Arm 的 Pod 没有指定实例规格。',
	'workload-open-ended': '未说明 Job 一次运行的时长。',
	'workload-suspended': 'Job 已暂停，不产生费用。',
	'workload-pod-resources': 'Pod 设置了整体资源。',
	'workload-off-eci': '工作负载不在 ECI 上运行。',
	'workload-kind-unknown': '对象以未知的方式创建 Pod。',
	'workload-empty': '工作负载没有容器，例如补丁。',
	'workload-none': '文件中没有可规划的工作负载。',
	'budget-invalid': '预算不是金额。',
	'budget-exceeded': '费用超过预算。',
	'budget-unknown': '有一部分没有价格，无法核对预算。',
};
