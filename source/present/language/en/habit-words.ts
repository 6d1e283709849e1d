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
	start: {
		title: 'Start from a preset, a plan, a manifest, or from scratch',
		workloads: 'Start from a workload of the manifest',
		file: 'from a file…',
		fileHelp: 'a saved plan, or a manifest with its workloads',
		recent: (day: string) => `${day}, printed`,
		recentFile: (day: string, path: string) => `${day}, ${path}`,
		help: 'r renames, c copies, d deletes, e exports a preset · i imports one from a file',
		ask: {
			rename: (name: string) => `New name of the preset ${name}`,
			copy: (name: string) => `Name of the copy of ${name}`,
			export: (name: string) => `File to write the preset ${name} to`,
			import: 'File with a plan, to keep as a preset',
			open: 'File with a plan or with manifests, or a folder of manifests',
		},
		confirm: {
			delete: (name: string) => `Delete the preset ${name}? Nothing brings it back.`,
			overwrite: (path: string) => `${path} exists. Overwrite it?`,
		},
	},
};

export const enHabitMessages = {
	planStarted: (name: string) => `Started from ${name}. u goes back.`,
	noWorkloads: (path: string) => `${path} has no workload that ECI runs.`,
	presetShipped: (name: string) =>
		`${name} ships with eci-plan, so it stays as it is. c makes a copy of your own.`,
	noPreset: () => 'Move to a preset first.',
	presetNameForm: () =>
		'A preset is called by small letters, digits and hyphens, such as web-small.',
	presetTaken: (name: string) => `A preset called ${name} exists already.`,
	nothingTyped: () => 'Type something first, or go back with Esc.',
	presetRenamed: (name: string) => `The preset is now called ${name}.`,
	presetCopied: (name: string) => `Copied to ${name}.`,
	presetDeleted: (name: string) => `Deleted ${name}.`,
	presetImported: (name: string) => `Imported as ${name}.`,
	presetExported: (path: string) => `Written to ${path}.`,
	nothingToFilter: () => 'There is no list to filter here.',
};

export const enHabitKeys = {
	filter: 'filter',
	keepFilter: 'keep',
	clearFilter: 'clear',
	rename: 'rename',
	copyPreset: 'copy',
	deletePreset: 'delete',
	importPreset: 'import',
	exportPreset: 'export',
};
