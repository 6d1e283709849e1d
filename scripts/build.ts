import {rm} from 'node:fs/promises';
import {build, type Plugin} from 'esbuild';

/** Ink offers its developer tools only when this package is there; the product has no use for them. */
const DEVELOPMENT_ONLY = ['react-devtools-core'];

/**
 * yargs loads the layout of its help at start, which costs as much as everything else together (it
 * opens the locale data of the engine). Our help is drawn by `source/present/help.ts`.
 */
const withoutHelpLayout: Plugin = {
	name: 'yargs-without-help-layout',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^(?:cliui|string-width)$/}, ({importer, path}) =>
			/[\\/]yargs[\\/]/.test(importer) ? {path, namespace: 'unused-layout'} : undefined,
		);
		onLoad({filter: /.*/, namespace: 'unused-layout'}, ({path}) => ({
			contents: `export default () => { throw new Error('${path} is not part of this build'); };`,
		}));
	},
};

await rm('dist', {recursive: true, force: true});
await build({
	entryPoints: {main: 'source/main.ts', 'path-worker': 'source/adapters/path-worker.ts'},
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	minify: true,
	legalComments: 'none',
	jsx: 'automatic',
	define: {'process.env.NODE_ENV': '"production"'},
	external: DEVELOPMENT_ONLY,
	plugins: [withoutHelpLayout],
	// Packages in CommonJS ask for `require`.
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
	},
	logLevel: 'warning',
});
