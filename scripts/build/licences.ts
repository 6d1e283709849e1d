import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

type Licensed = {
	readonly name: string;
	readonly version: string;
	readonly licence: string;
	readonly text: string | null;
};

const stringOf = (manifest: object, key: string): string => {
	const value: unknown = Object.entries(manifest).find(([name]) => name === key)?.[1];
	return typeof value === 'string' ? value : '';
};

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[.-]|$)/i;

const licensed = (folder: string): Licensed => {
	const manifest: object = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const file = readdirSync(folder).find(name => LICENCE_FILE.test(name));
	const licence = stringOf(manifest, 'license');
	const name = stringOf(manifest, 'name');
	if (!licence && file === undefined) throw new Error(`${name} says nothing about its licence`);
	return {
		name,
		version: stringOf(manifest, 'version'),
		licence: licence || 'see below',
		text: file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim(),
	};
};

/** The folder of the package that a module stands in; null for our own. */
const packageOf = (id: string): string | null =>
	/^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1] ?? null;

const byName = (a: Licensed, b: Licensed): number => {
	const [left, right] = [`${a.name} ${a.version}`, `${b.name} ${b.version}`];
	return left < right ? -1 : Number(left > right);
};

const entryOf = ({name, version, licence, text}: Licensed): string =>
	[`${name} ${version} (${licence})`, ...(text === null ? [] : ['', text])].join('\n');

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** The licences of every package of which code stands in the program. */
export const thirdPartyLicences = (moduleIds: readonly string[]): string => {
	const folders = new Set(moduleIds.flatMap(id => packageOf(id) ?? []));
	const packages = [...folders]
		.filter(folder => existsSync(join(folder, 'package.json')))
		.map(licensed);
	const entries = new Map(packages.toSorted(byName).map(each => [entryOf(each), each]));
	const intro = 'eci-plan contains code of these packages, under their own licences.';
	return `${[intro, ...entries.keys()].join(RULE)}\n`;
};
