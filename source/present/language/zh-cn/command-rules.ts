import {commandLine, flagName, suggestedName} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

export const zhCnCommandRules = {
	'flag-unknown': ({flag, command, suggestion}) =>
		advice(
			`${commandLine(command)} 没有选项 ${flagName(flag)}。`,
			choiceHint(
				suggestion === null ? null : flagName(suggestion),
				[],
				`运行 ${commandLine(command)} --help 可查看所有选项。`,
			),
		),
	'flag-value-missing': ({flag}) =>
		advice(`${flagName(flag)} 后面没有值。`, `请写作 ${flagName(flag).replace(/=$/, '')}=VALUE。`),
	'flag-format': ({value, expected}) =>
		advice(`${quoted(value)}的格式不正确。`, `请按${quoted(expected)}的格式填写。`),
	'flag-twice': ({key}) => advice(`${quoted(key)}给出了两次。`, '请只保留一个。'),
	'flag-unused': ({flag, command}) =>
		advice(`${commandLine(command)} 不使用 ${flagName(flag)}。`, '请将其删除。'),
	'command-unknown': ({command, suggestion}) =>
		advice(
			`eci-plan 没有命令${quoted(command)}。`,
			choiceHint(suggestion, [], '运行 eci-plan --help 可查看所有命令。'),
		),
	'argument-missing': ({argument, choices}) =>
		advice(
			choices.length > 0 ? '命令后还缺少一个词。' : `缺少参数 ${argument}。`,
			choiceHint(null, choices, '请在命令后补充。'),
		),
	'argument-unexpected': ({argument}) =>
		advice(`多了一个参数${quoted(argument)}。`, '请将其删除；含有空格的值请加引号。'),
	'argument-choice': ({argument, value, choices, suggestion}) =>
		advice(`${quoted(value)}不是 ${argument} 的可选值。`, choiceHint(suggestion, choices)),
	'paths-interrupted': ({paths, asked}) =>
		paths === 0
			? advice('模拟在得出首个结果前被中断。', '请重新运行；如耗时过长，可减小 --paths。')
			: advice(
					`模拟已中断：结果仅基于 ${asked} 条路径中的 ${paths} 条。`,
					'数值有效但精度较低；重新运行可得到完整结果。',
				),
	'paths-too-few': ({paths, minimum}) =>
		advice(`不给出 P99：${paths} 条路径不足以估计。`, `请使用 --paths ${minimum} 或更多。`),
	'output-unsupported': ({format, command, formats}) =>
		advice(`${commandLine(command)} 不支持输出格式${quoted(format)}。`, choiceHint(null, formats)),
	'preset-unknown': ({name, known, suggestion}) =>
		advice(
			`没有预设${quoted(name)}。`,
			choiceHint(suggestion, known, '运行 eci-plan presets list 可查看所有预设。'),
		),
	'preset-name-invalid': ({name}) =>
		advice(
			`${quoted(name)}不是有效的预设名称。`,
			`请使用 a-z、0-9 和 -，例如 ${suggestedName(name, 63)}。`,
		),
	'preset-exists': ({name}) => advice(`预设 ${name} 已存在。`, '请使用其他名称。'),
	'preset-shipped': ({name}) =>
		advice(`预设 ${name} 是内置预设，不能修改或删除。`, `请以其他名称保存，例如 my-${name}。`),
	'preset-saved': ({name, replaces}) =>
		advice(
			`预设 ${name} 已保存${replaces ? '，并替换了原有的同名预设' : ''}。`,
			`使用 --preset ${name} 即可引用。`,
		),
	'preset-deleted': ({name}) =>
		advice(`预设 ${name} 已删除。`, '运行 eci-plan presets list 可查看其余预设。'),
	'setting-unknown': ({key, known, suggestion}) =>
		advice(
			`没有设置项${quoted(key)}。`,
			choiceHint(suggestion, known, '运行 eci-plan settings get 可查看设置。'),
		),
	'setting-saved': ({key, value}) =>
		advice(`设置项 ${key} 已保存为 ${value}。`, `运行 eci-plan settings unset ${key} 可清除该项。`),
	'setting-unset': ({key}) =>
		advice(
			`设置项 ${key} 没有值，使用默认值。`,
			`运行 eci-plan settings set ${key} VALUE 可设置该项。`,
		),
	'moment-invalid': ({value}) =>
		advice(
			`${quoted(value)}不是有效的时刻。`,
			'请使用日期或 UTC 时间，例如 2026-11-23 或 2026-11-23T09:00:00Z。',
		),
	'schema-unknown': ({name, known, suggestion}) =>
		advice(
			`没有名为${quoted(name)}的 Schema。`,
			choiceHint(suggestion, known, '运行 eci-plan schema 可查看所有 Schema。'),
		),
	'rule-unknown': ({name, suggestion}) =>
		advice(
			`没有名为${quoted(name)}的规则。`,
			choiceHint(suggestion, [], '运行 eci-plan lint --rules 可查看所有规则。'),
		),
} satisfies Partial<DiagnosticTexts>;
