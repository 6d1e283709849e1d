import type {AnnotateFacts} from '../../../domain/rules/annotate-facts.ts';

export const zhCnAnnotateSummaries: Readonly<Record<keyof AnnotateFacts, string>> = {
	'annotate-left': '工作负载与 ECI 无关，不添加 Annotation。',
	'annotate-hindered': '无法修改工作负载的 Annotation。',
	'annotate-several': '多个清单需要 --diff、--write 或 --check。',
	'annotate-stale': '有文件会改变。',
	'annotate-written': '文件已修改。',
	'annotate-nothing': '无需改动。',
	'kustomize-base': 'kustomization 指明其补丁所针对的清单。',
};
