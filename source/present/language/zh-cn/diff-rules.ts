import {moneyText} from '../../money-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {quoted} from './words.ts';

export const zhCnDiffRules = {
	'diff-currencies': ({old, next}) =>
		advice(
			`一侧的价格为 ${old}，另一侧为 ${next}。`,
			'请用同一币种规划两侧：--currency 对清单有效，已保存的规划需要重新生成。',
		),
	'diff-standard-input': () =>
		advice('两侧都来自标准输入，而标准输入只能读取一次。', '请将另一侧写成文件或文件夹。'),
	'plan-saved-invalid': ({field}) =>
		advice(
			field === '' ? '这不是已保存的规划。' : `已保存的规划中 ${quoted(field)} 的内容无效。`,
			'请重新保存：eci-plan plan -f manifests/ -o json > plan.json。',
		),
	'plan-saved-fixed': ({flags}) =>
		advice(
			`已保存的规划保留生成时的设置，因此 ${flags.join('、')} 只对另一侧有效。`,
			'请用相同的参数重新保存，或直接比较清单。',
		),
	'increase-invalid': ({value}) =>
		advice(`${quoted(value)} 不是百分比。`, '请使用旧总额的占比，例如 10% 或 0%。'),
	'increase-exceeded': ({difference, percent, limit}) =>
		advice(
			percent === null
				? `旧的一侧没有费用，每月费用为 ${moneyText(difference, 2)}，超过任何百分比。`
				: `每月费用增加 ${moneyText(difference, 2)}，占旧总额的 ${percent} %，超过 ${limit}。`,
			'请提高 --max-increase，或查看上方的涨价项及其原因。',
		),
	'increase-unknown': ({limit}) =>
		advice(
			`有一部分差额没有价格，无法断定增幅不超过 ${limit}。`,
			'请处理其他提示中的问题，或去掉 --max-increase。',
		),
} satisfies Partial<DiagnosticTexts>;
