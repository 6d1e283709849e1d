import {timeZones} from '../../source/adapters/time-zones.ts';
import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {Attempt, Commanded, Draft, Preset, WizardRequest} from '../../source/ports.ts';
import {smallPriceBook} from './price-book.ts';

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
const failed = (diagnostic: Diagnostic): Attempt<void> => ({
	ok: false,
	problem: {exitCode: 4, diagnostics: [diagnostic]},
});

/** Files and presets in memory, as the wizard may write them. */
export const memoryOutside = (existing: readonly string[]) => {
	const files = new Map(existing.map(path => [path, 'old']));
	const saved = new Map<string, PlanInput>();
	/** What was kept, one after the other; null for dropped. */
	const drafts: (Draft | null)[] = [];
	return {
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
		savePreset: async (name: string, input: PlanInput) => {
			if (presets.some(preset => preset.name === name))
				return failed(report('preset-shipped', {name}));
			saved.set(name, input);
			return ok;
		},
	};
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
		savePreset: outside.savePreset,
		writeFile: outside.writeFile,
		...given,
	};
	return {request, outside};
};
