/** What a row is, where a key wants one. */
const enRows: Readonly<Record<string, string>> = {
	preset: 'the start',
	container: 'a container',
	spec: 'a spec',
	entry: 'an entry of the chain',
	volume: 'a volume',
	log: 'a log',
	annotation: 'an annotation',
	field: 'a field with choices',
};

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
	pages: {
		why: 'How this is made',
		yaml: 'The YAML',
		diff: (path: string) => `What would change in ${path}`,
	},
	edited: 'What you changed in the editor is outside of this command.',
	between: ' ',
	why: {
		nothing: 'Nothing is planned yet, so there is nothing to explain.',
		size: 'The billed size of one pod',
		asked: (amounts: string, containers: number) =>
			containers === 1 ? amounts : `${amounts}, the sum of ${containers} containers`,
		rule: 'Rule',
		rounded: (ruleset: string) => `ECI rounds the sum up to the next size it sells (${ruleset})`,
		exact: 'ECI sells exactly this size',
		named: 'The chain names its first spec, so that is billed',
		second: 'A second',
		hour: 'An hour',
		month: 'A month',
		listed: (amount: string, type: string) => `${amount}, the list price of ${type}`,
		onDemand: (token: string) => `${token} on demand`,
		spot: (token: string) => `${token} on spot`,
		stock: 'In stock',
		chance: 'Chance',
		because: 'Because',
		stockBasis: {
			given: 'you said so',
			advice: 'spot advice of the last 30 days says so',
			assumed: 'nobody publishes it, so it is assumed',
			unfit: "the pod doesn't fit into it",
		},
	},
	palette: {
		title: 'What can be done here',
		step: (name: string) => `go to ${name}`,
	},
	/** Why a key does nothing here. */
	unavailable: {
		text: (key: string, label: string, where: string) => `${key} (${label}) works ${where}.`,
		never: 'once there is something for it',
		steps: (names: string) => `in ${names}`,
		rows: (names: string) => `on ${names}`,
		comma: ', ',
		or: ' or ',
	},
	rows: enRows,
};

export const enHabitMessages = {
	targetIs: (target: string) => `Exported as ${target} from now on.`,
	targetIsKind: () => 'Exported as the kind of the workload again.',
	sameAsFile: (path: string) => `${path} says the same already.`,
	copied: (lines: string) =>
		`Sent ${lines} lines to the clipboard of the terminal (OSC 52). Some terminals don’t take it.`,
	copyTooLong: () => 'The YAML is too long for the clipboard of a terminal. Write it to a file.',
	editorFailed: () =>
		'The editor ended with an error, so nothing is changed. $VISUAL or $EDITOR names it.',
	editedNothing: () => 'The YAML is as the answers say.',
	edited: () =>
		'Took the edit back. It is outside of the command, and goes when an answer changes.',
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
	why: 'why',
	showYaml: 'YAML',
	nextTarget: 'kind',
	compareFile: 'diff',
	copyYaml: 'copy',
	editYaml: 'editor',
	palette: 'all commands',
	run: 'do it',
	leavePage: 'close',
	keepFilter: 'keep',
	clearFilter: 'clear',
	rename: 'rename',
	copyPreset: 'copy',
	deletePreset: 'delete',
	importPreset: 'import',
	exportPreset: 'export',
};
