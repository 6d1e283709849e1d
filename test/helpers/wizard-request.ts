import {timeZones} from '../../source/adapters/time-zones.ts';
import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import type {
	Commanded,
	Draft,
	Preset,
	PresetsAfter,
	PresetTask,
	RecentPlan,
} from '../../source/domain/input/starts.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {Attempt, WizardRequest} from '../../source/ports.ts';
import {smallPriceBook} from './price-book.ts';
import {noSimulator} from './simulator.ts';

export const presets: readonly Preset[] = [
	{
		name: 'api',
		origin: 'shipped',
		input: {
			name: 'api',
			description: 'API with a sidecar',
			workload: {kind: 'deployment', replicas: 2},
			containers: [
				{name: 'app', image: 'api:1', cpu: '1500m', memory: '2560Mi'},
				{name: 'proxy', image: 'envoy:1', cpu: '500m', memory: '512Mi'},
			],
		},
	},
	{
		name: 'web',
		origin: 'shipped',
		input: {
			name: 'web',
			description: 'Web front end, 3 small pods',
			workload: {kind: 'deployment', replicas: 3},
			containers: [{name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi'}],
		},
	},
];

/** Nothing but answers on the command line. */
export const commanded: Commanded = {plan: null, always: []};

export const regions = ['cn-beijing', 'cn-hangzhou', 'cn-shanghai'];

const ok: Attempt<void> = {ok: true, value: undefined};
export const failed = (diagnostic: Diagnostic): Attempt<never> => ({
	ok: false,
	problem: {exitCode: 4, diagnostics: [diagnostic]},
});

/** Files and presets in memory, as the wizard may write them. */
export const memoryOutside = (existing: readonly string[]) => {
	const files = new Map(existing.map(path => [path, 'old']));
	const saved = new Map<string, PlanInput>();
	/** What was kept, one after the other; null for dropped. */
	const drafts: (Draft | null)[] = [];
	const tasks: PresetTask[] = [];
	const recent: Omit<RecentPlan, 'day'>[] = [];
	return {
		tasks,
		recent,
		keepRecent: async (plan: Omit<RecentPlan, 'day'>) => {
			recent.push(plan);
		},
		files,
		saved,
		drafts,
		saveDraft: (draft: Draft) => {
			drafts.push(draft);
		},
		dropDraft: async () => {
			drafts.push(null);
		},
		writeFile: async (path: string, text: string, overwrite: boolean) => {
			if (files.has(path) && !overwrite) return failed(report('file-exists', {file: path}));
			if (path.startsWith('/root/'))
				return failed(report('file-unwritable', {file: path, reason: 'forbidden'}));
			files.set(path, text);
			return ok;
		},
		savePreset: async (name: string, input: PlanInput, overwrite: boolean) => {
			if (presets.some(preset => preset.name === name))
				return failed(report('preset-shipped', {name}));
			if (saved.has(name) && !overwrite) return failed(report('preset-exists', {name}));
			saved.set(name, input);
			return ok;
		},
	};
};

/** What a task leaves of presets in memory. */
const afterTask = (task: PresetTask, all: readonly Preset[]): PresetsAfter => {
	const one = all.find(preset => 'name' in task && preset.name === task.name);
	const others = all.filter(preset => preset !== one);
	switch (task.kind) {
		case 'rename':
			return {presets: one ? [{...one, name: task.to}, ...others] : all, name: task.to};
		case 'copy': {
			const copy = one && ({...one, name: task.to, origin: 'saved'} as const);
			return {presets: copy ? [copy, ...all] : all, name: task.to};
		}
		case 'delete':
			return {presets: others, name: task.name};
		case 'import': {
			const input = {name: 'imported', cpu: '4', memory: '8Gi'};
			return {presets: [{name: 'imported', origin: 'saved', input}, ...all], name: 'imported'};
		}
		case 'export':
			return {presets: all, name: task.name};
	}
};

export type GivenRequest = Partial<WizardRequest> & {
	/** Files that are there already. */
	readonly files?: readonly string[];
};

/** What both faces of the wizard are opened with, and what they leave in memory. */
export const memoryRequest = ({files = [], ...given}: GivenRequest) => {
	const outside = memoryOutside(files);
	const request: WizardRequest = {
		language: 'en',
		color: true,
		initial: {},
		preset: null,
		commanded,
		presets,
		regions,
		timeZones,
		today: '2025-01-09',
		draft: null,
		saveDraft: outside.saveDraft,
		dropDraft: outside.dropDraft,
		loadPrices: async (region, currency) => smallPriceBook(region, currency),
		simulator: noSimulator,
		savePreset: outside.savePreset,
		managePresets: async task => {
			outside.tasks.push(task);
			return {ok: true, value: afterTask(task, given.presets ?? presets)};
		},
		recent: [],
		notices: [],
		keepRecent: outside.keepRecent,
		readStart: async path => failed(report('file-unreadable', {file: path, reason: 'missing'})),
		readFile: async path => {
			const text = outside.files.get(path);
			return text === undefined
				? failed(report('file-unreadable', {file: path, reason: 'missing'}))
				: {ok: true, value: text};
		},
		checkYaml: async () => ok,
		writeFile: outside.writeFile,
		...given,
	};
	return {request, outside};
};
