import {fileURLToPath} from 'node:url';
import {expect} from 'vitest';
import {readSource, reread} from '../../source/adapters/manifests/read-source.ts';
import {shippedPresets, shippedPrices} from '../../source/adapters/package-files.ts';
import {pathRunner} from '../../source/adapters/path-runner.ts';
import {hourAt, timeZones} from '../../source/adapters/time-zones.ts';
import {yamlDocuments} from '../../source/adapters/yaml-documents.ts';
import {run as runProgram} from '../../source/cli/run.ts';
import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {Draft, StoredDraft} from '../../source/domain/input/starts.ts';
import type {SourceFile} from '../../source/domain/manifest/source/source-tree.ts';
import {report} from '../../source/domain/rules/rules.ts';
import {openSimulation} from '../../source/domain/simulation/run-paths.ts';
import type {
	Attempt,
	Files,
	Manifests,
	Output,
	PathRunner,
	PriceApi,
	PriceFiles,
	Prices,
	Settings,
	SettingsStore,
	WizardRequest,
	WizardResult,
	World,
} from '../../source/ports.ts';
import {type Imported, memoryOverlays} from './memory-overlays.ts';
import {openBytes, priceBytes} from './price-bytes.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A day on which every shipped price is old. */
export const TODAY = '2026-11-23';

const presets = shippedPresets(ROOT);

/** The region files are read once for all tests. */
const prices = ((): Prices => {
	const shipped = shippedPrices(ROOT);
	const books = new Map<string, ReturnType<Prices['book']>>();
	const regions = shipped.regions();
	let catalogue: ReturnType<Prices['catalogue']> | undefined;
	return {
		regions: () => regions,
		catalogue: () => (catalogue ??= shipped.catalogue()),
		book: (region, currency) => {
			const key = `${region} ${currency}`;
			const book = books.get(key) ?? shipped.book(region, currency);
			books.set(key, book);
			return book;
		},
	};
})();

/** What a test says about the world; everything else is empty, English and no terminal. */
export type Scene = {
	readonly env?: Readonly<Record<string, string>>;
	/** Files by path. */
	readonly files?: Readonly<Record<string, string>>;
	/** Paths that can't be opened. */
	readonly forbidden?: readonly string[];
	readonly folders?: readonly string[];
	readonly stdin?: string;
	readonly defaults?: Readonly<Record<string, string>>;
	readonly saved?: Readonly<Record<string, unknown>>;
	readonly recent?: readonly unknown[];
	/** What reading the settings has to say. */
	readonly settingsDiagnostics?: readonly Diagnostic[];
	readonly isReadOnly?: boolean;
	/** What was imported before. */
	readonly imported?: Imported;
	/** What reading imported prices has to say. */
	readonly importDiagnostics?: readonly Diagnostic[];
	/** The day that files were last changed. */
	readonly changedOn?: string;
	/** True: stdin, stdout and stderr are terminals. */
	readonly isTerminal?: boolean;
	readonly terminals?: Readonly<Partial<Record<'stdin' | 'stdout' | 'stderr', boolean>>>;
	readonly columns?: number;
	readonly today?: string;
	/** Answers in place of the cloud. */
	readonly priceApi?: PriceApi;
	/** Draws paths in place of the engine. */
	readonly paths?: PathRunner;
	/** Ctrl-C. */
	readonly interruption?: AbortSignal;
	readonly elapsed?: () => number;
	readonly wizard?: (request: WizardRequest) => Promise<WizardResult> | WizardResult;
	/** What the last wizard left behind. */
	readonly draft?: StoredDraft;
	/** The wizard as questions. */
	readonly questions?: (request: WizardRequest) => Promise<WizardResult> | WizardResult;
};

export type Ended = {
	readonly code: number;
	readonly out: string;
	readonly err: string;
	/** What there is after the run. */
	readonly files: Readonly<Record<string, string>>;
	readonly settings: Settings;
	readonly imported: Imported;
	/** How often settings, files or imported prices were written. */
	readonly writes: number;
	readonly drafts: readonly (Draft | null)[];
};

type Recorder = {
	readonly files: Map<string, string>;
	settings: Settings;
	readonly imported: Imported;
	writes: number;
	/** Drafts as they were kept; null for dropped. */
	readonly drafts: (Draft | null)[];
};

const failed = (diagnostic: Diagnostic, exitCode: 2 | 4 = 4): Attempt<never> => ({
	ok: false,
	problem: {exitCode, diagnostics: [diagnostic]},
});

const memoryFiles = (recorder: Recorder, scene: Scene): Files => ({
	read: (path, {limitMiB} = {limitMiB: 16}) => {
		const text = path === '-' ? (scene.stdin ?? '') : recorder.files.get(path);
		if (scene.forbidden?.includes(path))
			return Promise.resolve(failed(report('file-unreadable', {file: path, reason: 'forbidden'})));
		if (scene.folders?.includes(path))
			return Promise.resolve(failed(report('file-unreadable', {file: path, reason: 'is-folder'})));
		if (text === undefined)
			return Promise.resolve(failed(report('file-unreadable', {file: path, reason: 'missing'})));
		return Promise.resolve(
			text.length > limitMiB * 2 ** 20
				? failed(report('file-too-large', {file: path, limitMiB}), 2)
				: {ok: true, value: text},
		);
	},
	isWithin: () => Promise.resolve(true),
	write: (path, text, {overwrite}) => {
		if (recorder.files.has(path) && !overwrite)
			return Promise.resolve(failed(report('file-exists', {file: path})));
		recorder.files.set(path, text);
		recorder.writes++;
		return Promise.resolve({ok: true, value: undefined});
	},
});

/** Files that a path stands for, as folders hold them. */
const manifestPaths = (path: string, recorder: Recorder, {folders = []}: Scene) =>
	folders.includes(path)
		? [...recorder.files.keys()].filter(file => file.startsWith(path)).sort()
		: [path];

const memoryManifests = (recorder: Recorder, scene: Scene): Manifests => ({
	read: async paths => {
		const files: SourceFile[] = [];
		const diagnostics: Diagnostic[] = [];
		for (const path of paths.flatMap(named => manifestPaths(named, recorder, scene))) {
			const text = await memoryFiles(recorder, {...scene, folders: []}).read(path);
			if (!text.ok) return text;
			const read = readSource(path, text.value);
			files.push(read.file);
			diagnostics.push(...read.diagnostics);
		}
		return {ok: true, value: {files, diagnostics, reread}};
	},
});

const memoryPriceFiles = (recorder: Recorder, scene: Scene): PriceFiles => ({
	open: async (path, options) => {
		const read = await memoryFiles(recorder, scene).read(path);
		return read.ok
			? openBytes(priceBytes(path, read.value, undefined, scene.changedOn ?? null), options)
			: read;
	},
});

const memorySettings = (recorder: Recorder, scene: Scene): SettingsStore => ({
	read: () =>
		Promise.resolve({
			settings: recorder.settings,
			diagnostics: scene.settingsDiagnostics ?? [],
		}),
	update: change => {
		if (scene.isReadOnly)
			return Promise.resolve(
				failed(report('file-unwritable', {file: 'settings.json', reason: 'read-only'})),
			);
		recorder.settings = change(recorder.settings);
		recorder.writes++;
		return Promise.resolve({ok: true, value: undefined});
	},
});

const NO_CLOUD: PriceApi = {
	fetch: () => {
		throw new Error('the cloud was called');
	},
};

const PATHS = pathRunner({
	open: openSimulation,
	openThread: () => {
		throw new Error('No threads in memory');
	},
	cores: 1,
	now: () => 0,
	pause: () => Promise.resolve(),
});

/** What works for the program outside of it. */
const enginesOf = ({
	priceApi = NO_CLOUD,
	paths = PATHS,
}: Scene): Pick<World, 'priceApi' | 'paths'> => ({
	priceApi,
	paths,
});

const memoryOutput = (
	take: (text: string) => void,
	isTerminal: boolean,
	columns: number | null,
): Output => ({
	isTerminal,
	columns,
	write: text => {
		take(text);
		return Promise.resolve();
	},
});

const noWizard: World['openWizard'] = () => Promise.reject(new Error('the wizard was opened'));

const settingsOf = ({defaults = {}, saved = {}, recent = []}: Scene): Settings => ({
	defaults,
	presets: saved,
	recent,
});

/** The whole command line in memory: `run(['size', '--cpu', '2'])`. */
export const run = async (args: readonly string[], scene: Scene = {}): Promise<Ended> => {
	const recorder: Recorder = {
		files: new Map(Object.entries(scene.files ?? {})),
		settings: settingsOf(scene),
		imported: {...(scene.imported ?? {regions: new Map(), notes: []})},
		writes: 0,
		drafts: [],
	};
	let out = '';
	let err = '';
	const isTerminal = (name: 'stdin' | 'stdout' | 'stderr') =>
		scene.terminals?.[name] ?? scene.isTerminal ?? false;
	const columns = scene.columns ?? null;
	const {wizard} = scene;
	const code = await runProgram({
		args,
		env: scene.env ?? {},
		version: '1.2.3',
		today: scene.today ?? TODAY,
		elapsed: scene.elapsed ?? (() => 0),
		timeZones,
		hourAt,
		stdinIsTerminal: isTerminal('stdin'),
		stdout: memoryOutput(text => (out += text), isTerminal('stdout'), columns),
		stderr: memoryOutput(text => (err += text), isTerminal('stderr'), columns),
		files: memoryFiles(recorder, scene),
		documents: yamlDocuments,
		manifests: memoryManifests(recorder, scene),
		prices,
		...enginesOf(scene),
		pause: () => new Promise(resolve => setImmediate(resolve)),
		priceFiles: memoryPriceFiles(recorder, scene),
		overlays: memoryOverlays(recorder.imported, () => recorder.writes++, {
			...(scene.isReadOnly && {isReadOnly: true}),
			diagnostics: scene.importDiagnostics ?? [],
		}),
		presets,
		settings: memorySettings(recorder, scene),
		drafts: {
			read: async () => scene.draft ?? null,
			save: draft => recorder.drafts.push(draft),
			drop: async () => {
				recorder.drafts.push(null);
			},
		},
		openWizard: wizard ? async request => wizard(request) : noWizard,
		askQuestions: scene.questions
			? async request => scene.questions?.(request) ?? {kind: 'left'}
			: noWizard,
		interruption: () => scene.interruption ?? new AbortController().signal,
	});
	return {
		code,
		out,
		err,
		files: Object.fromEntries(recorder.files),
		settings: recorder.settings,
		imported: recorder.imported,
		writes: recorder.writes,
		drafts: recorder.drafts,
	};
};

/** Runs a line that has to work; its answer is what stands on stdout. */
export const ok = async (line: string | readonly string[], scene: Scene = {}): Promise<string> => {
	const ended = await run(wordsOf(line), scene);
	expect(ended).toMatchObject({code: 0});
	return ended.out;
};

/** Wide enough to say anything in one line. */
const WIDE = 1000;

/** Runs a line that has to fail with `code`, saying `said` in one line, printing and changing nothing. */
export const fails = async (
	line: string | readonly string[],
	code: number,
	said: string,
	scene: Scene = {},
): Promise<void> => {
	const ended = await run(wordsOf(line), {columns: WIDE, ...scene});
	expect({code: ended.code, err: ended.err, out: ended.out, writes: ended.writes}).toEqual({
		code,
		err: `${said}\n`,
		out: '',
		writes: 0,
	});
};

/** `--schedule '*=2'` as a shell would split it, quotes and all. */
const wordsOf = (line: string | readonly string[]): readonly string[] =>
	typeof line !== 'string'
		? line
		: [...line.matchAll(/'[^']*'|[^\s']+(?:'[^']*')?/g)].map(([word]) => word.replaceAll("'", ''));
