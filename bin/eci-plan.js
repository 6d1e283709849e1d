#!/usr/bin/env node
// Built-ins are taken without import: to import one reads all its properties, which takes milliseconds.
const {process} = globalThis;
const builtIn = name => process.getBuiltinModule(`node:${name}`);
const {existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync} = builtIn('fs');
const {dirname, join} = builtIn('path');
const {Script} = builtIn('vm');

const root = join(builtIn('url').fileURLToPath(import.meta.url), '../..');
const folder = join(root, 'dist');

/** A private folder: what lies there is run. Null for who has no home, or wants none of it. */
const cacheFolder = () => {
	const {arch, env, platform, version} = process;
	if (env.NODE_DISABLE_COMPILE_CACHE) return null;
	try {
		const usual = platform === 'darwin' ? 'Library/Caches' : '.cache';
		const caches = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(builtIn('os').homedir(), usual);
		return join(caches, 'eci-plan', `${version}-${arch}`);
	} catch {
		return null;
	}
};

const loadWizard = () => import('../dist/wizard.js');

const cache = cacheFolder();

/** Node 22 and newer keep what they load by themselves. */
const keepCompiled = () => {
	if (cache) builtIn('module').enableCompileCache?.(cache);
};

/** Which commands have put into a piece what they run of it; more than these are not told apart. */
const MOST_COMMANDS = 40;
const command = process.argv.slice(2).find(word => /^[a-z]+$/.test(word)) ?? '-';

/**
 * Code that an earlier run compiled: a line with what it was compiled of and the commands that ran it,
 * then the code, twice. Code with a broken bit would crash Node; two copies are compared sooner than a
 * checksum is reckoned.
 */
const readKept = (name, identity) => {
	try {
		const kept = readFileSync(join(cache, name));
		const start = kept.indexOf('\n') + 1;
		const [of, ...commands] = kept.toString('latin1', 0, start - 1).split(' ');
		const middle = (start + kept.length) / 2;
		const code = kept.subarray(start, middle);
		return of === identity && code.equals(kept.subarray(middle)) ? {code, commands} : null;
	} catch {
		return null;
	}
};

/** Folder by folder: Node's own way never ends where no folder can be made. */
const makeFolder = path => {
	if (existsSync(path)) return;
	makeFolder(dirname(path));
	mkdirSync(path, {mode: 0o700});
};

/** Two programs may write at once: each has a draft of its own, and the last one stays. */
const keep = (name, identity, commands, script) => {
	try {
		const draft = join(cache, `${name}.${process.pid}`);
		const line = Buffer.from(`${[identity, ...commands].join(' ')}\n`);
		const code = script.createCachedData();
		makeFolder(cache);
		writeFileSync(draft, Buffer.concat([line, code, code]), {mode: 0o600});
		renameSync(draft, join(cache, name));
	} catch {
		// Without it the next run compiles again.
	}
};

const pieces = new Map();
/** What is to be kept at the end of a run that went well. */
const unkept = [];
process.on('exit', code => {
	if (code === 0) for (const keepPiece of unkept) keepPiece();
});

/**
 * Loads a piece of the program as `require` would, and keeps the functions that this run has compiled:
 * Node keeps only what it compiles before anything runs.
 */
const load = name => {
	const known = pieces.get(name);
	if (known) return known.exports;
	const filename = join(folder, name);
	const {size, mtimeMs, ctimeMs} = statSync(filename);
	const identity = [size, mtimeMs, ctimeMs].join('-');
	const kept = cache && readKept(name, identity);
	const code = readFileSync(filename, 'latin1');
	const script = new Script(
		`(function (exports, require, module, __filename, __dirname) {${code}\n})`,
		{
			filename,
			cachedData: kept?.code,
		},
	);
	const piece = {exports: {}};
	pieces.set(name, piece);
	script.runInThisContext()(piece.exports, requirePiece, piece, filename, folder);
	const commands = kept && !script.cachedDataRejected ? kept.commands : [];
	if (cache && !commands.includes(command) && commands.length < MOST_COMMANDS)
		unkept.push(() => keep(name, identity, [...commands, command], script));
	return piece.exports;
};

const requirePiece = id => (id.startsWith('./') ? load(id.slice(2)) : process.getBuiltinModule(id));

if (existsSync(join(folder, 'main.cjs')))
	await load('main.cjs').main({root, keepCompiled, loadWizard});
else {
	process.stderr.write('eci-plan is not built yet. Run npm run build first.\n');
	process.exitCode = 1;
}
