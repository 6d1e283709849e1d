import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import {draftFile} from './adapters/draft-file.ts';
import {nodeFiles} from './adapters/node-files.ts';
import {descriptorOutput, withoutCursorCodes} from './adapters/node-output.ts';
import {shippedPresets, shippedPrices} from './adapters/package-files.ts';
import {priceOverlayFiles} from './adapters/price-overlay-files.ts';
import {settingsFile, settingsFolder} from './adapters/settings-file.ts';
import {hourAt, timeZones} from './adapters/time-zones.ts';
import {run} from './cli/run.ts';
import {isMoment} from './domain/units/moment.ts';
import type {World} from './ports.ts';

/** Where the program stands. */
export type Package = {
	readonly root: string;
	/** Lets Node keep what it compiles from now on, for modules that it loads by itself. */
	readonly keepCompiled: () => void;
	/** The wizard, which is built by itself. */
	readonly loadWizard: () => Promise<typeof import('./ui/open-wizard.tsx')>;
};

const versionOf = (root: string): string => {
	const manifest: unknown = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
	return typeof manifest === 'object' && manifest !== null && 'version' in manifest
		? String(manifest.version)
		: 'unknown';
};

/** The clock, or the moment that `ECI_PLAN_NOW` pins it to. */
const now = (): Date => {
	const pinned = process.env['ECI_PLAN_NOW'] ?? '';
	return isMoment(pinned) ? new Date(pinned) : new Date();
};

/** Job control: told before it stops, the wizard gives the terminal back first. */
const suspension = {
	listen: (handler: () => void) => {
		process.on('SIGTSTP', handler);
		return () => {
			process.off('SIGTSTP', handler);
		};
	},
	stop: () => {
		process.kill(process.pid, 'SIGSTOP');
	},
};

const openWizard =
	({keepCompiled, loadWizard}: Package): World['openWizard'] =>
	async request => {
		process.env['NODE_ENV'] ??= 'production';
		keepCompiled();
		const {openWizard: open} = await loadWizard();
		const {stdin, stdout} = process;
		return open({
			...request,
			suspension,
			editor: async text => {
				const {inEditor} = await import('./adapters/editor.ts');
				return inEditor(text, process.env);
			},
			stdin,
			stdout,
			stderr: withoutCursorCodes(process.stderr),
		});
	};

const interruption = (): AbortSignal => {
	const controller = new AbortController();
	process.once('SIGINT', () => controller.abort());
	return controller.signal;
};

const askQuestions: World['askQuestions'] = async request => {
	const [{askQuestions: ask}, {lineReader}] = await Promise.all([
		import('./plain/ask-questions.ts'),
		import('./adapters/line-reader.ts'),
	]);
	const {columns, write} = descriptorOutput(2, () => process.stderr);
	const lines = lineReader(process.stdin, interruption());
	/** A terminal shows the end of a line as it is typed, a pipe shows nothing. */
	const hear = async (): Promise<string | null> => {
		const line = await lines.next();
		if (line !== null && process.stdin.isTTY !== true) await write('\n');
		return line;
	};
	try {
		return await ask(request, {columns, say: write, hear});
	} finally {
		lines.close();
	}
};

const priceApi: World['priceApi'] = {
	fetch: async function* (request, signal, onProgress) {
		const {alibabaPriceApi} = await import('./adapters/alibaba-cloud/price-api.ts');
		const wait = (milliseconds: number, until: AbortSignal): Promise<void> =>
			setTimeout(milliseconds, undefined, {signal: until});
		const api = alibabaPriceApi({
			env: process.env,
			moment: Math.floor(now().getTime() / 1000),
			pace: {now: () => performance.now(), random: Math.random, pause: wait, expire: wait},
		});
		yield* api.fetch(request, signal, onProgress);
	},
};

const pathsOf = ({root, keepCompiled}: Package): World['paths'] => ({
	run: async function* (model, request) {
		keepCompiled();
		const {pathThreads} = await import('./adapters/path-threads.ts');
		yield* pathThreads(pathToFileURL(`${root}/dist/path-worker.cjs`)).run(model, request);
	},
});

/** Unlike a promise, it waits until what came in meanwhile was seen to. */
const pause = (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});

/** Runs the program by the arguments of the process, and sets its exit code. */
export const main = async (home: Package): Promise<void> => {
	const {root} = home;
	const started = now().toISOString();
	const stamp = started.replace(/\D/g, '').slice(0, 14);
	const folder = await settingsFolder(process.env['ECI_PLAN_CONFIG_DIR']);

	process.exitCode = await run({
		args: process.argv.slice(2),
		env: process.env,
		get version() {
			return versionOf(root);
		},
		today: started.slice(0, 10),
		elapsed: () => performance.now(),
		timeZones,
		hourAt,
		get stdinIsTerminal() {
			return process.stdin.isTTY === true;
		},
		stdout: descriptorOutput(1, () => process.stdout),
		stderr: descriptorOutput(2, () => process.stderr),
		files: nodeFiles(() => process.stdin),
		documents: {
			parse: async (text, name) => {
				const {yamlDocuments} = await import('./adapters/yaml-documents.ts');
				return yamlDocuments.parse(text, name);
			},
		},
		manifests: {
			read: async paths => {
				const {manifestFiles} = await import('./adapters/manifests/manifest-files.ts');
				return manifestFiles(process.stdin).read(paths);
			},
		},
		prices: shippedPrices(root),
		priceApi,
		paths: pathsOf(home),
		pause,
		priceFiles: {
			open: async (path, options) => {
				const {priceFileReader} = await import('./adapters/price-file-reader.ts');
				return priceFileReader(process.stdin).open(path, options);
			},
		},
		overlays: priceOverlayFiles({folder: join(folder, 'prices'), stamp}),
		presets: shippedPresets(root),
		settings: settingsFile(folder, stamp),
		drafts: draftFile(folder, process.pid),
		openWizard: openWizard(home),
		askQuestions,
		interruption,
	});
};
