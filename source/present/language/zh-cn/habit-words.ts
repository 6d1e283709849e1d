import type {enHabitKeys, enHabitMessages, enHabits} from '../en/habit-words.ts';

export const zhCnHabits: typeof enHabits = {
	filtering: {
		label: '筛选',
		count: (shown, all) => `${shown} / ${all} 项`,
		candidates: count => `从 ${count} 个候选规格中添加（/ 筛选）`,
	},
	start: {
		title: '从预设、已有方案、清单文件或空白开始',
		workloads: '从清单文件中的一个工作负载开始',
		file: '从文件开始…',
		fileHelp: '已保存的方案，或包含工作负载的清单文件',
		recent: day => `${day}，已打印`,
		recentFile: (day, path) => `${day}，${path}`,
		help: 'r 重命名，c 复制，d 删除，e 导出预设 · i 从文件导入',
		ask: {
			rename: name => `预设 ${name} 的新名称`,
			copy: name => `${name} 的副本名称`,
			export: name => `预设 ${name} 写入的文件`,
			import: '包含方案的文件，将保存为预设',
			open: '包含方案或清单的文件，或清单文件夹',
		},
		confirm: {
			delete: name => `删除预设 ${name}？删除后无法恢复。`,
			overwrite: path => `${path} 已存在。是否覆盖？`,
		},
	},
};

export const zhCnHabitMessages: typeof enHabitMessages = {
	planStarted: name => `已从 ${name} 开始。按 u 返回。`,
	noWorkloads: path => `${path} 中没有 ECI 可运行的工作负载。`,
	presetShipped: name => `${name} 是内置预设，不能修改。按 c 复制一份自己的预设。`,
	noPreset: () => '请先移动到一个预设。',
	presetNameForm: () => '预设名称只能使用小写字母、数字和连字符，例如 web-small。',
	presetTaken: name => `预设 ${name} 已存在。`,
	nothingTyped: () => '请先输入内容，或按 Esc 返回。',
	presetRenamed: name => `预设已重命名为 ${name}。`,
	presetCopied: name => `已复制为 ${name}。`,
	presetDeleted: name => `已删除 ${name}。`,
	presetImported: name => `已导入为 ${name}。`,
	presetExported: path => `已写入 ${path}。`,
	nothingToFilter: () => '此处没有可筛选的列表。',
};

export const zhCnHabitKeys: typeof enHabitKeys = {
	filter: '筛选',
	keepFilter: '保留筛选',
	clearFilter: '清除筛选',
	rename: '重命名',
	copyPreset: '复制',
	deletePreset: '删除',
	importPreset: '导入',
	exportPreset: '导出',
};
