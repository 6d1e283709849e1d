import type {JobFileReason, ShardFieldProblem} from '../../../domain/rules/simulation-facts.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

const PROBLEMS: Readonly<Record<ShardFieldProblem, string>> = {
	missing: '缺失',
	unknown: '不是分片的字段',
	value: '不是 eci-plan 会写入的值',
	size: '与路径数、时段数或规格数不符',
	sum: '与其他数值对不上',
};

const JOB_FILES: Readonly<Record<JobFileReason, readonly [reason: string, hint: string]>> = {
	'standard-input': ['它来自标准输入', '请指定文件。'],
	'imported-prices': ['它是本机导入的价格', '请在市场文件中用 price.file 指定价格文件。'],
	'too-large': ['ConfigMap 最多容纳 1 MiB', '请使用较小的文件，或在文件所在的机器上运行各分片。'],
	'no-text': ['它不是文本', '请使用文本文件，例如 CSV 或 JSON。'],
};

export const zhCnShardRules = {
	'shard-invalid': ({field, problem}) =>
		advice(
			`这不是 eci-plan 写出的分片：${field === '' ? '该文档' : `${field} `}${PROBLEMS[problem]}。`,
			'请重新运行该分片，并原样传递其全部输出。',
		),
	'shard-version': ({made, here}) =>
		advice(
			`该分片由 eci-plan ${made} 生成，而当前版本是 ${here}，结果可能不同。`,
			`请用 npx eci-plan@${made} 合并，或用同一版本重新运行全部分片。`,
		),
	'shard-different': ({other, field}) =>
		advice(
			`该分片与 ${other} 不属于同一次模拟：${field} 不同。`,
			'请用相同的选项、文件、价格和日期运行全部分片；ECI_PLAN_NOW 可固定日期。',
		),
	'shard-overlap': ({other, from, to}) =>
		advice(
			`路径 ${from} 至 ${to} 在 ${other} 中也有。`,
			'每个分片只指定一次，且只使用同一种划分的分片。',
		),
	'shard-missing': ({shards, paths, asked}) =>
		advice(
			shards.length > 0
				? `${asked} 条路径中缺少分片 ${listed(shards)}。`
				: `${asked} 条路径中缺少 ${listed(paths)}（从 0 计起）。`,
			shards.length > 0
				? `请用相同的选项和 --shard ${shards[0]} 补充缺少的部分。`
				: '请用 --shard 1/n 至 n/n 运行同一种划分的全部分片。',
		),
	'shard-interrupted': () =>
		advice('分片已中断，不输出任何内容：不完整的分片无法合并。', '请重新运行，或划分为更多分片。'),
	'job-file-left': ({file, reason}) =>
		advice(
			`任务无法携带${file === '-' ? '该文件' : ` ${file}`}：${JOB_FILES[reason][0]}。`,
			JOB_FILES[reason][1],
		),
	'job-imports-left': ({region}) =>
		advice(
			`任务不含为 ${region} 导入的价格，将使用内置价格。`,
			'可用 --prices 指定价格文件一并携带。',
		),
	'job-logs-long': ({kib, limitKib, shards}) =>
		advice(
			`每个分片约输出 ${kib} KiB，而 ECI 的日志最多返回 ${limitKib} KiB。`,
			`请使用 --shards ${shards} 或更多。`,
		),
} satisfies Partial<DiagnosticTexts>;
