import type {LintWords} from '../en/lint-words.ts';

export const zhCnLintWords: LintWords = {
	title: '检查结果',
	place: '位置',
	severity: '级别',
	rule: '规则',
	object: '对象',
	message: '问题',
	hint: '处理方法',
	summary: '汇总',
	found: '发现',
	looked: '已检查',
	hidden: '低于 --severity',
	ignored: '被注释忽略',
	none: '没有发现问题。',
	counts: (errors, warnings, infos) => `${errors} 个错误、${warnings} 个警告、${infos} 个提示`,
	files: (files, objects) => `${files} 个文件中的 ${objects} 个对象`,
};
