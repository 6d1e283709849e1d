/** Words for what the wizard does everywhere. */
export const enHabits = {
	filtering: {
		label: 'Filter',
		count: (shown: number, all: number) => `${shown} of ${all}`,
		candidates: (count: number) =>
			count === 1
				? 'add from 1 candidate ( / to filter )'
				: `add from ${count} candidates ( / to filter )`,
	},
};

export const enHabitMessages = {
	nothingToFilter: () => 'There is no list to filter here.',
};

export const enHabitKeys = {
	filter: 'filter',
	keepFilter: 'keep',
	clearFilter: 'clear',
};
