import type {ManifestFacts} from '../../../domain/rules/manifest-facts.ts';

export const zhCnManifestSummaries: Readonly<Record<keyof ManifestFacts, string>> = {
	'manifest-malformed': '文件中的文档不是有效的 YAML 或 JSON。',
	'manifest-template': '文档是尚未渲染的模板。',
	'manifest-encoding': '文件不是 UTF-8 编码。',
	'manifest-folder-empty': '目录中没有清单。',
	'manifests-too-many': '文件过多。',
	'manifests-too-large': '文件总计过大。',
};
