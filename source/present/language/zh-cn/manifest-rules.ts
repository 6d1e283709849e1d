import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';

export const zhCnManifestRules = {
	'manifest-malformed': ({detail}) =>
		advice(`无法读取此文档：${withoutStop(detail)}。`, '请在此处修正；其余文档照常读取。'),
	'manifest-template': () =>
		advice('这是模板，还不是清单。', '请先渲染：helm template … | eci-plan plan -f -。'),
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
		advice(`文件过多：清单超过 ${maximum} 个，或其他文件远多于此。`, '请指定清单所在的目录。'),
	'manifests-too-large': ({limitMiB}) =>
		advice(`读到此处，文件总计已超过 ${limitMiB} MiB。`, '请分几次规划。'),
} satisfies Partial<DiagnosticTexts>;
