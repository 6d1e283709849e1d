import type {ImportFileReason} from '../../../domain/rules/command-facts.ts';
import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

const REASONS: Readonly<Record<ImportFileReason, readonly [reason: string, hint: string]>> = {
	empty: ['文件为空', '请检查是否指定了正确的文件。'],
	'not-json': ['不是有效的 JSON', '请修正文件，或重新获取。'],
	'cut-off': ['内容不完整', '请获取完整的文件后重新导入。'],
	'too-deep': ['嵌套层数过多', '请检查是否指定了正确的文件。'],
	'too-long': ['含有过长的值', '请检查是否指定了正确的文件。'],
};

/** A name in Latin letters stands between blanks. */
const fileName = (file: string): string => (file === '-' ? '标准输入' : ` ${file} `);

const placed = (line: number | null): string => (line === null ? '' : `（第 ${line} 行）`);

export const zhCnImportRules = {
	'import-file-unknown': ({file}) =>
		advice(
			`无法识别${fileName(file)}中的价格格式。`,
			'可导入阿里云的 instancePrice.json、价格 API 的返回结果、抢占式实例价格轨迹，或包含 region、zone、type、onDemand、spot、currency、asOf 列的 CSV。',
		),
	'import-file-broken': ({file, line, reason}) =>
		advice(
			`无法导入${fileName(file).trimEnd()}：${REASONS[reason][0]}${placed(line)}。未做任何更改。`,
			REASONS[reason][1],
		),
	'import-trace-name': ({file}) =>
		advice(
			`抢占式实例价格轨迹${fileName(file)}的文件名未说明实例规格和可用区。`,
			'请在文件名中写明两者，例如 ecs.c6.large_cn-hangzhou-h.csv。',
		),
	'import-currency-assumed': ({file, currency}) =>
		advice(
			`${fileName(file).trimStart()}中的价格未注明币种，按 ${currency} 处理。`,
			`如不正确，请运行 eci-plan prices reset，再使用 --currency ${currency === 'CNY' ? 'USD' : 'CNY'} 重新导入。`,
		),
	'import-date-assumed': ({file, day}) =>
		advice(
			`${fileName(file).trimStart()}中的价格没有日期，按 ${day} 的价格处理。`,
			'请注意实际日期可能更早。',
		),
	'import-end-open': ({file, line}) =>
		advice(
			`${fileName(file).trimStart()}的第 ${line} 行末尾没有换行符，无法判断最后一个价格是否完整。`,
			'请与文件来源核对；确认无误后，在末尾加上换行符即可。',
		),
	'import-nothing': ({file}) =>
		advice(
			`${fileName(file).trimStart()}中没有可用的价格，未做任何更改。`,
			'表格中列出了各项原因。',
		),
	'import-set-aside': ({file, movedTo, reason}) =>
		advice(
			`${file} 中导入的价格无法使用（${withoutStop(reason)}），该文件已移至 ${movedTo}，现使用内置价格。`,
			'请使用 eci-plan prices import 重新导入。',
		),
	'import-unreadable': ({file, reason}) =>
		advice(
			`${file} 中导入的价格无法读取（${withoutStop(reason)}），现使用内置价格。`,
			'请检查该文件的权限，或通过 ECI_PLAN_CONFIG_DIR 指定其他目录。',
		),
	'import-reset': ({sources}) =>
		advice(
			`已清除从 ${listed(sources)} 导入的价格，现使用内置价格。`,
			'如需恢复，请使用 eci-plan prices import 重新导入。',
		),
	'prices-file-broken': ({file, line, count}) =>
		advice(
			`${file} 有 ${count} 行无法读取，第一处在第 ${line} 行。`,
			'请更正；eci-plan prices import 会说明每一行的问题。',
		),
	'import-none': () => advice('没有导入过价格，无需清除。', '现使用内置价格。'),
} satisfies Partial<DiagnosticTexts>;
