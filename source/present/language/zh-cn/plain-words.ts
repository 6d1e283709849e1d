import type {PlainWords} from '../en/plain-words.ts';

export const zhCnPlain: PlainWords = {
	intro:
		'直接回车采用方括号中的答案，- 清空，? 查看说明，< 回到上一问。Ctrl-C 离开，不写入任何内容。',
	step: (number, count, name) => `第 ${number} 步，共 ${count} 步：${name}`,
	oneOf: choices => `（${choices}）`,
	comma: '、',
	yes: '是',
	no: '否',
	none: '无',
	picked: '自动选择',
	keep: name => `保留 ${name}？`,
	addContainer: '添加容器？',
	addVolume: '添加数据卷？',
	more: section => `回答关于${section}的问题？`,
	moreHelp: '选择否则保持不变。',
	spec: '放在备选规格链首位的规格',
	specHelp: '上面列出的规格之一；直接回车保留计费规格。',
	chain: '备选规格链',
	chainHelp: '规格按 ECI 尝试的顺序排列，以逗号分隔；- 表示自动选择。',
	finish: '完成并输出 YAML？',
	finishHelp: '选择否则重新提问，方括号中是您的答案。',
	first: '这是第一个问题。',
};
