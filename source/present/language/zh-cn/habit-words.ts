import type {enHabitKeys, enHabitMessages, enHabits} from '../en/habit-words.ts';

export const zhCnHabits: typeof enHabits = {
	filtering: {
		label: '筛选',
		count: (shown, all) => `${shown} / ${all} 项`,
		candidates: count => `从 ${count} 个候选规格中添加（/ 筛选）`,
	},
};

export const zhCnHabitMessages: typeof enHabitMessages = {
	nothingToFilter: () => '此处没有可筛选的列表。',
};

export const zhCnHabitKeys: typeof enHabitKeys = {
	filter: '筛选',
	keepFilter: '保留筛选',
	clearFilter: '清除筛选',
};
