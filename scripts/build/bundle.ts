import {fileURLToPath} from 'node:url';
import {
	type InputOptions,
	type OutputAsset,
	type OutputChunk,
	type PluginContext,
	rolldown,
} from 'rolldown';
import {leanBuiltIns} from './lean-built-ins.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How the program's code is compiled. */
export const COMPILED = {
	platform: 'node',
	transform: {
		target: 'node20',
		jsx: {runtime: 'automatic'},
		define: {'process.env.NODE_ENV': '"production"'},
	},
} as const;

/** Ink offers its developer tools only when this package is there; the product has no use for them. */
const DEVELOPMENT_ONLY = ['react-devtools-core'];

const WIZARD = 'source/ui/open-wizard.tsx';

/**
 * What the help of yargs needs, which opens the locale data of the engine. The product takes the parser
 * alone, and draws help by `source/present/help.ts`.
 */
const HELP_OF_YARGS = /[\\/]yargs[\\/]lib[\\/]platform-shims[\\/]/;

type Graph = Pick<PluginContext, 'getModuleInfo'>;

/** What a module imports, directly or not, without `import()`. */
const reachedFrom = (entry: string, graph: Graph): ReadonlySet<string> => {
	const reached = new Set<string>();
	const open = [`${ROOT}source/${entry}`];
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (reached.has(id) || HELP_OF_YARGS.test(id)) continue;
		reached.add(id);
		open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
	}
	return reached;
};

/**
 * The pieces that more than one command loads: what every command needs, what planning needs, simulating,
 * exporting and reading manifests. The
 * entry waits for its commands, so that nothing that they need may stand in its own piece.
 */
const SHARED = [
	{name: 'start', entry: 'main.ts'},
	{name: 'start', entry: 'present/language/fact-text.ts'},
	{name: 'planning', entry: 'cli/make-plan.ts'},
	{name: 'planning', entry: 'present/documents.ts'},
	{name: 'planning', entry: 'present/money-cell.ts'},
	{name: 'planning', entry: 'present/percent-text.ts'},
	{name: 'simulating', entry: 'cli/simulate-plan.ts'},
	{name: 'exporting', entry: 'domain/manifest/export-plan.ts'},
	{name: 'reading', entry: 'cli/manifest-files.ts'},
] as const;

const pieceOf = (): ((id: string, graph: Graph) => string | null) => {
	let known: readonly {readonly name: string; readonly reached: ReadonlySet<string>}[] | null =
		null;
	return (id, graph) => {
		known ??= SHARED.map(({name, entry}) => ({name, reached: reachedFrom(entry, graph)}));
		if (id === `${ROOT}source/main.ts`) return null;
		return known.find(({reached}) => reached.has(id))?.name ?? null;
	};
};

const OPTIONS: InputOptions = {
	...COMPILED,
	cwd: ROOT,
	external: DEVELOPMENT_ONLY,
	preserveEntrySignatures: 'allow-extension',
	treeshake: {moduleSideEffects: [{test: HELP_OF_YARGS, sideEffects: false}]},
};

const OUTPUT = {
	minify: true,
	comments: false,
	// Texts of one byte a character are read in half the time.
	charset: 'ascii',
} as const;

const chunksOf = (output: readonly (OutputChunk | OutputAsset)[]): readonly OutputChunk[] =>
	output.filter(piece => piece.type === 'chunk');

/** The wizard waits for its layout while it loads, which only a module of ECMAScript can. */
const bundleWizard = async (folder: string): Promise<readonly OutputChunk[]> => {
	const build = await rolldown({
		...OPTIONS,
		input: {wizard: WIZARD},
		plugins: [leanBuiltIns],
	});
	const {output} = await build.write({
		...OUTPUT,
		dir: folder,
		format: 'esm',
		entryFileNames: '[name].js',
		chunkFileNames: 'wizard-[name].js',
	});
	await build.close();
	return chunksOf(output);
};

const bundleCommands = async (folder: string): Promise<readonly OutputChunk[]> => {
	const build = await rolldown({
		...OPTIONS,
		input: {main: 'source/main.ts', 'path-worker': 'source/adapters/path-worker.ts'},
		plugins: [leanBuiltIns],
	});
	const {output} = await build.write({
		...OUTPUT,
		dir: folder,
		cleanDir: true,
		format: 'cjs',
		entryFileNames: '[name].cjs',
		chunkFileNames: '[name].cjs',
		codeSplitting: {
			includeDependenciesRecursively: false,
			groups: [{name: pieceOf(), debugName: 'shared'}],
		},
	});
	await build.close();
	return chunksOf(output);
};

/** Cuts the program into the pieces that commands load, and writes them into a folder. */
export const bundle = async (folder: string): Promise<readonly OutputChunk[]> => [
	...(await bundleCommands(folder)),
	...(await bundleWizard(folder)),
];
