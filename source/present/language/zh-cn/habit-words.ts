import type {enHabitKeys, enHabitMessages, enHabits} from '../en/habit-words.ts';

const zhCnRows: Readonly<Record<string, string>> = {
	preset: '起点',
	container: '容器',
	spec: '规格',
	entry: '备选规格链中的一项',
	volume: '存储卷',
	log: '日志',
	annotation: '注解',
	field: '可选择的字段',
};

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
	why: {
		title: '计算依据',
		nothing: '尚无方案，没有可解释的内容。',
		size: '一个 Pod 的计费规格',
		asked: (amounts, containers) =>
			containers === 1 ? amounts : `${amounts}，${containers} 个容器之和`,
		rule: '规则',
		rounded: ruleset => `ECI 将总和自动规整为下一个可售规格（${ruleset}）`,
		exact: 'ECI 正好有该规格',
		named: '备选规格链指定了首项，因此按它计费',
		second: '每秒',
		hour: '每小时',
		month: '每月',
		listed: (amount, type) => `${amount}，${type} 的目录价`,
		onDemand: token => `${token} 按量付费`,
		spot: token => `${token} 抢占式`,
		stock: '库存',
		chance: '有货概率',
		because: '依据',
		stockBasis: {
			given: '由您指定',
			advice: '近 30 天的抢占式建议数据',
			assumed: '没有公开数据，此为假设值',
			unfit: '它放不下这个 Pod',
		},
	},
	palette: {
		title: '此处可执行的操作',
		step: name => `跳到${name}`,
	},
	unavailable: {
		text: (key, label, where) => `${key}（${label}）${where}。`,
		never: '目前没有可操作的对象',
		steps: names => `可用于以下步骤：${names}`,
		rows: names => `可用于：${names}`,
		comma: '、',
		or: '或',
	},
	rows: zhCnRows,
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
	why: '依据',
	palette: '全部操作',
	run: '执行',
	leavePage: '关闭',
	keepFilter: '保留筛选',
	clearFilter: '清除筛选',
	rename: '重命名',
	copyPreset: '复制',
	deletePreset: '删除',
	importPreset: '导入',
	exportPreset: '导出',
};
