#!/usr/bin/env node
// Built-ins are taken without import: to import one reads all its properties, which takes milliseconds.
const {process} = globalThis;
const {existsSync} = process.getBuiltinModule('node:fs');
const program = new URL('../dist/main.js', import.meta.url);

/** A private folder: what lies there is run. Null for who has no home. */
const cacheFolder = () => {
	const {env, platform} = process;
	const {homedir} = process.getBuiltinModule('node:os');
	const {join} = process.getBuiltinModule('node:path');
	try {
		const usual = platform === 'darwin' ? 'Library/Caches' : '.cache';
		const caches = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), usual);
		return join(caches, 'eci-plan');
	} catch {
		return null;
	}
};

/** Node 22 and newer keep the compiled program between runs, where they can. */
const keepCompiled = () => {
	const {enableCompileCache} = process.getBuiltinModule('node:module');
	const folder = enableCompileCache && cacheFolder();
	if (folder) enableCompileCache(folder);
};

if (existsSync(program)) {
	keepCompiled();
	await import(program.href);
} else {
	process.stderr.write('eci-plan is not built yet. Run npm run build first.\n');
	process.exitCode = 1;
}
