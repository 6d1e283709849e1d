import type {DiffFacts} from '../../../domain/rules/diff-facts.ts';

export const zhCnDiffSummaries: Readonly<Record<keyof DiffFacts, string>> = {
	'diff-currencies': '两侧的币种不同。',
	'diff-standard-input': '两侧都来自标准输入。',
	'plan-saved-invalid': '无法读取已保存的规划。',
	'plan-saved-fixed': '参数不会改变已保存的规划。',
	'increase-invalid': '允许的增幅不是百分比。',
	'increase-exceeded': '费用增幅超过允许值。',
	'increase-unknown': '有一部分没有价格，无法核对增幅。',
};
