import {spawnSync} from 'node:child_process';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {ROOT} from '../helpers/memory-world.ts';

type Rule = {readonly name: string};
type Violation = {readonly rule: Rule; readonly from: string; readonly to: string};
type Cruise = {
	readonly summary: {
		readonly violations: readonly Violation[];
		readonly ruleSetUsed: {readonly forbidden: readonly Rule[]};
		readonly totalCruised: number;
	};
};

/** What the walls say about the `source` folder below `folder`. */
const cruise = (folder: string): Cruise['summary'] => {
	const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const rules = join(ROOT, 'dependency-cruiser.config.mjs');
	const args = [program, 'source', '--config', rules, '--output-type', 'json'];
	const {stdout, stderr} = spawnSync(process.execPath, args, {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
	});
	expect(stderr).toBe('');
	const {summary}: Cruise = JSON.parse(stdout);
	return summary;
};

const told = ({violations}: Cruise['summary']): readonly string[] =>
	violations.map(({rule, from}) => `${rule.name} in ${from.replace(/^source\//, '')}`);

describe('the walls', () => {
	test('stand', () => {
		const summary = cruise(ROOT);
		expect(told(summary)).toEqual([]);
		expect(summary.totalCruised).toBeGreaterThan(100);
	});
});

/** A house with one fault for each wall: the file, what it imports, and the wall that must say so. */
const FAULTS: readonly (readonly [rule: string, file: string, code: string])[] = [
	['domain-knows-only-domain', 'domain/clock.ts', "import 'node:fs';"],
	[
		'domain-knows-only-domain',
		'domain/text.ts',
		"import type {Line} from '../present/line.ts'; export type A = Line;",
	],
	['domain-knows-only-domain', 'domain/package.ts', "import 'yaml';"],
	[
		'domain-knows-only-domain',
		'domain/lazy.ts',
		"export const load = () => import('../present/line.ts');",
	],
	['present-knows-only-domain', 'present/file.ts', "import 'node:process';"],
	['present-knows-only-domain', 'present/face.ts', "import '../cli/run.ts';"],
	['ports-are-types', 'ports.ts', "import './present/line.ts';"],
	['adapters-implement-ports', 'adapters/face.ts', "import '../present/line.ts';"],
	['adapters-implement-ports', 'adapters/package.ts', "import 'yargs';"],
	['cli-is-a-face', 'cli/file.ts', "import 'node:fs';"],
	['cli-is-a-face', 'cli/adapter.ts', "import '../adapters/one.ts';"],
	['cli-is-a-face', 'cli/wizard.ts', "import '../ui/wizard.tsx';"],
	['ui-is-a-face', 'ui/file.ts', "import '../adapters/one.ts';"],
	['ui-is-a-face', 'ui/flags.ts', "import '../cli/run.ts';"],
	['screens-do-not-import-screens', 'ui/screens/a.ts', "import './b.ts';"],
	['components-are-leaves', 'ui/components/box.ts', "import '../screens/b.ts';"],
	['ui-is-loaded-lazily', 'main.ts', "import './ui/wizard.tsx';"],
	['cloud-is-loaded-lazily', 'adapters/cloud.ts', "import './alibaba-cloud/api.ts';"],
	['ui-is-loaded-lazily', 'cli/questions.ts', "import '../ui/state/row.ts';"],
	['plain-is-a-face', 'plain/screen.ts', "import '../ui/wizard.tsx';"],
	['plain-is-a-face', 'plain/lines.ts', "import 'node:readline';"],
	['plain-is-loaded-lazily', 'adapters/ask.ts', "import '../plain/ask.ts';"],
	['state-knows-no-screen', 'ui/state/looks.ts', "import 'react';"],
	['state-knows-no-screen', 'ui/wizard-state.ts', "import './wizard.tsx';"],
	['react-lives-in-ui', 'adapters/react.ts', "import 'react';"],
	['nobody-imports-main', 'ui/root.ts', "import '../main.ts';"],
	['no-cycles', 'domain/one.ts', "import './two.ts'; export const a = 1;"],
	['no-orphans', 'domain/alone.ts', 'export const alone = 1;'],
	['everything-resolves', 'domain/missing.ts', "import './nowhere.ts';"],
];

const SOUND: Readonly<Record<string, string>> = {
	'package.json':
		'{"type": "module", "dependencies": {"react": "1", "yaml": "1", "yargs": "1", "@alicloud/ecs20140526": "1"}}',
	'source/present/line.ts': 'export type Line = string; export const line = 1;',
	'source/cli/run.ts': "import 'yargs'; export const run = 1;",
	'source/adapters/one.ts': "import 'node:fs'; import 'yaml'; export const one = 1;",
	'source/adapters/alibaba-cloud/api.ts': "import '@alicloud/ecs20140526'; export const api = 1;",
	'source/ui/wizard.tsx': "import 'react'; export const wizard = 1;",
	'source/ui/state/row.ts': 'export const row = 1;',
	'source/plain/ask.ts': "import '../ui/state/row.ts'; export const ask = 1;",
	'source/ui/screens/b.ts': 'export const b = 1;',
	'source/domain/two.ts': "import './one.ts'; export const b = 1;",
};

const PACKAGES = ['react', 'yaml', 'yargs', '@alicloud/ecs20140526'].flatMap(name => [
	[`node_modules/${name}/package.json`, `{"name": "${name}", "main": "index.js"}`] as const,
	[`node_modules/${name}/index.js`, ''] as const,
]);

const withHouse = (work: (folder: string) => void): void => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-house-'));
	try {
		copyFileSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
		const faults = FAULTS.map(([, file, code]) => [`source/${file}`, code] as const);
		for (const [file, text] of [...Object.entries(SOUND), ...PACKAGES, ...faults]) {
			mkdirSync(dirname(join(folder, file)), {recursive: true});
			writeFileSync(join(folder, file), text);
		}
		work(folder);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

describe('the walls bite', () => {
	test('each fault in a house made for it is found, and nothing that is sound', () => {
		withHouse(folder => {
			const found = told(cruise(folder));
			const faults = FAULTS.map(([rule, file]) => `${rule} in ${file}`);
			expect(faults.filter(fault => !found.includes(fault))).toEqual([]);
			const sound = Object.keys(SOUND).map(file => file.replace(/^source\//, ''));
			const blamed = found.filter(text => sound.some(file => text.endsWith(` in ${file}`)));
			expect(blamed).toEqual([]);
		});
	});

	test('every wall has a fault here that it finds', () => {
		const planted = new Set(FAULTS.map(([rule]) => rule));
		const walls = cruise(ROOT).ruleSetUsed.forbidden.map(({name}) => name);
		expect(walls.filter(name => !planted.has(name))).toEqual([]);
	});
});

const filesBelow = (folder: string): readonly string[] =>
	readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
		.filter(name => /\.tsx?$/.test(name))
		.map(name => join(folder, name));

const SOURCES = filesBelow('source').map(file => ({
	file,
	text: readFileSync(join(ROOT, file), 'utf8'),
}));

const filesWith = (pattern: RegExp): readonly string[] =>
	SOURCES.filter(({text}) => pattern.test(text)).map(({file}) => file);

describe('the sources', () => {
	test('are files that can be read at one sitting', () => {
		const long = SOURCES.filter(({text}) => text.split('\n').length > 300);
		expect(long.map(({file}) => file)).toEqual([]);
	});

	test('have exact names: no drawer for whatever is left', () => {
		const drawers = /(?:^|\/)(?:utils?|helpers?|common|misc|types|index|shared)(?:\.tsx?$|\/)/;
		expect(SOURCES.map(({file}) => file).filter(file => drawers.test(file))).toEqual([]);
	});

	test('export by name', () => {
		expect(filesWith(/^export default/m)).toEqual([]);
	});

	test('never write to the console', () => {
		expect(filesWith(/\bconsole\.\w+\(/)).toEqual([]);
	});

	test('know the process in main and the adapters alone', () => {
		const known = /^source\/(?:main\.ts|adapters\/)/;
		const users = filesWith(/\bprocess\.\w|from 'node:process'/);
		expect(users.filter(file => !known.test(file))).toEqual([]);
	});

	test('keep clock and chance out of what is planned and said', () => {
		const impure = filesWith(/\bMath\.random\b|\bnew Date\b|\bDate\.now\b|\bperformance\./);
		expect(impure.filter(file => /^source\/(?:domain|present|cli)\//.test(file))).toEqual([]);
	});

	test('take no shortcut around the types', () => {
		expect(filesWith(/@ts-(?:ignore|expect-error|nocheck)|\bas any\b|: any\b|<any>/)).toEqual([]);
	});
});
