import {isBuiltin} from 'node:module';
import process from 'node:process';
import type {Plugin} from 'rolldown';
import {parseAst} from 'rolldown/parseAst';

/** Modules of Node that take milliseconds to load: their functions load them when they are called. */
const HEAVY: readonly string[] = [
	'node:child_process',
	'node:crypto',
	'node:fs/promises',
	'node:timers/promises',
];

const access = (name: string): string =>
	`globalThis.process.getBuiltinModule(${JSON.stringify(name)})`;

const isFunctionOf = (name: string, key: string): boolean => {
	const value: unknown = Object.entries(process.getBuiltinModule(name) ?? {}).find(
		([known]) => known === key,
	)?.[1];
	return typeof value === 'function' && /^[a-z]/.test(key);
};

/** A value that is left out of the program when nothing uses it. */
const constant = (local: string, value: string): string =>
	`const ${local} = /* @__PURE__ */ (() => ${value})();`;

type Imported = {readonly key: string; readonly local: string};

const constantOf = (name: string, {key, local}: Imported): string => {
	if (key === 'default' || key === '*') return constant(local, access(name));
	return HEAVY.includes(name) && isFunctionOf(name, key)
		? `const ${local} = (...given) => ${access(name)}.${key}(...given);`
		: constant(local, `${access(name)}.${key}`);
};

type Program = ReturnType<typeof parseAst>;
type Import = Extract<Program['body'][number], {readonly type: 'ImportDeclaration'}>;
type Specifier = Import['specifiers'][number];

const isType = (node: object): boolean => 'importKind' in node && node.importKind === 'type';

const importedBy = (specifier: Specifier): Imported => {
	const local = specifier.local.name;
	if (specifier.type === 'ImportDefaultSpecifier') return {key: 'default', local};
	if (specifier.type === 'ImportNamespaceSpecifier') return {key: '*', local};
	const {imported} = specifier;
	return {key: imported.type === 'Identifier' ? imported.name : imported.value, local};
};

const languageOf = (id: string): 'js' | 'ts' | 'tsx' => {
	if (id.endsWith('.tsx')) return 'tsx';
	return id.endsWith('.ts') ? 'ts' : 'js';
};

const withoutImports = (code: string, id: string): string => {
	let rest = 0;
	let lean = '';
	for (const node of parseAst(code, {lang: languageOf(id)}).body) {
		if (node.type !== 'ImportDeclaration' || !isBuiltin(node.source.value)) continue;
		const name = node.source.value.replace(/^(?:node:)?/, 'node:');
		const used = isType(node) ? [] : node.specifiers.filter(each => !isType(each));
		const constants = used.map(specifier => constantOf(name, importedBy(specifier)));
		lean += code.slice(rest, node.start) + constants.join('');
		rest = node.end;
	}
	return lean + code.slice(rest);
};

/**
 * Takes built-ins of Node without `import`: an import reads every property of the module, and so opens
 * standard input, the promises of files and whatever else stands behind a property.
 */
export const leanBuiltIns: Plugin = {
	name: 'lean-built-ins',
	transform: {
		filter: {id: /\.(?:m?js|tsx?)$/, code: /\bfrom\s*["']/},
		handler: (code, id) => ({code: withoutImports(code, id), map: null}),
	},
};
