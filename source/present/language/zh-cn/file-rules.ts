import type {DocumentKind, FileReason} from '../../../domain/rules/command-facts.ts';
import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {quoted} from './words.ts';

const REASONS: Readonly<Record<FileReason, readonly [reason: string, hint: string]>> = {
	missing: ['文件不存在', '请检查路径。'],
	forbidden: ['没有权限', '请检查文件及其所在目录的权限。'],
	'is-folder': ['这是一个目录', '请指定其中的文件。'],
	'no-space': ['磁盘空间不足', '请释放磁盘空间后重试。'],
	'read-only': ['磁盘为只读', '请使用其他磁盘上的路径。'],
	other: ['系统拒绝访问', '请检查路径后重试。'],
};

/** A file that doesn't exist is no obstacle to writing it; the folder it should go into is. */
const WRITE_REASONS: typeof REASONS = {
	...REASONS,
	missing: ['所在目录不存在', '请先创建该目录。'],
	'is-folder': ['这是一个目录', '请使用其他名称。'],
};

const KINDS: Readonly<Record<DocumentKind, string>> = {
	PlanInput: '规划文件',
	Plan: '已保存的规划',
	Market: '市场文件',
	SimulationShard: '模拟分片',
};

/** `-` is standard input or output; a name in Latin letters stands between blanks. */
const fileName = (file: string, stream: string): string => (file === '-' ? stream : ` ${file} `);

const place = (line: number | null, column: number | null): string => {
	if (line === null) return '';
	return column === null ? `（第 ${line} 行）` : `（第 ${line} 行第 ${column} 列）`;
};

export const zhCnFileRules = {
	'file-unreadable': ({file, reason}) =>
		advice(
			`无法读取${fileName(file, '标准输入').trimEnd()}：${REASONS[reason][0]}。`,
			REASONS[reason][1],
		),
	'file-unwritable': ({file, reason}) =>
		advice(
			`无法写入${fileName(file, '标准输出').trimEnd()}：${WRITE_REASONS[reason][0]}。`,
			WRITE_REASONS[reason][1],
		),
	'file-exists': ({file}) => advice(`${file} 已存在。`, '请使用其他名称，或先删除该文件。'),
	'file-too-large': ({file, limitMiB}) =>
		advice(
			`${fileName(file, '标准输入').trimStart()}超过 ${limitMiB} MiB。`,
			'请拆分为较小的文件。',
		),
	'file-empty': ({file, expected}) =>
		advice(
			`${fileName(file, '标准输入').trimStart()}为空。`,
			expected === 'PlanInput'
				? '其中应有一份 PlanInput，可参考 eci-plan presets show web 的输出。'
				: `其中应有一份 ${expected}；eci-plan schema ${expected} 可查看其字段。`,
		),
	'file-malformed': ({file, line, column, detail}) =>
		advice(
			`无法解析${fileName(file, '标准输入').trimEnd()}${place(line, column)}：${withoutStop(detail)}。`,
			line === null ? '请检查文件内容。' : `请修正第 ${line} 行后重试。`,
		),
	'range-invalid': ({value}) =>
		advice(
			`${quoted(value)} 不是范围。`,
			'请使用 2 这样的数字，或 2-8、4-（至少）、-8（至多）这样的范围。',
		),
	'document-kind': ({found, expected}) =>
		advice(
			`类型为${quoted(found)}的文档不是${KINDS[expected]}。`,
			`请使用 kind: ${expected} 的文档；eci-plan schema ${expected} 可查看其字段。`,
		),
	'settings-set-aside': ({file, movedTo, reason}) =>
		advice(
			`${file} 中的设置无法使用（${withoutStop(reason)}），该文件已移至 ${movedTo}，现使用默认设置。`,
			'请修正移走的文件后移回，或重新设置。',
		),
	'settings-stuck': ({file, reason, cause}) =>
		advice(
			`${file} 中的设置无法使用（${withoutStop(reason)}），该文件也无法移走：${REASONS[cause][0]}。现使用默认设置。`,
			'请修正或删除该文件，或用 ECI_PLAN_CONFIG_DIR 指定其他目录。',
		),
	'settings-unreadable': ({file, reason}) =>
		advice(
			`无法读取 ${file} 中的设置（${withoutStop(reason)}），现使用默认设置。`,
			'请检查文件权限，或用 ECI_PLAN_CONFIG_DIR 指定其他目录。',
		),
} satisfies Partial<DiagnosticTexts>;
