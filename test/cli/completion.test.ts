import {spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {COMMANDS, DEFAULT_COMMAND} from '../../source/cli/commands.ts';
import {flagsOf} from '../../source/cli/parse-arguments.ts';
import {ok} from '../helpers/memory-world.ts';

const bash = (script: string) => spawnSync('bash', ['--norc', '-c', script], {encoding: 'utf8'});
const hasBash = bash('exit 0').status === 0;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** What bash offers for the last of these words. */
const completed = async (...words: readonly string[]): Promise<readonly string[]> => {
	const script = await ok('completion bash');
	const line = ['eci-plan', ...words].map(quoted).join(' ');
	const {stdout, stderr} = bash(`${script}
COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _eci_plan; printf '%s\\n' "\${COMPREPLY[@]}"`);
	expect(stderr).toBe('');
	return stdout.split('\n').filter(word => word !== '');
};

describe.runIf(hasBash)('in bash', () => {
	test('the script is one that bash takes', async () => {
		const {status, stderr} = spawnSync('bash', ['-n'], {
			input: await ok('completion bash'),
			encoding: 'utf8',
		});
		expect({status, stderr}).toEqual({status: 0, stderr: ''});
	});

	test('commands', async () => {
		const firsts = [...new Set(COMMANDS.map(({name}) => name.split(' ')[0]))];
		expect(await completed('')).toEqual([...firsts, 'help', 'version']);
		expect(await completed('help', '')).toEqual(firsts);
		expect(await completed('s')).toEqual(['size', 'simulate', 'settings', 'schema']);
		expect(await completed('presets', '')).toEqual(['list', 'show', 'save', 'delete']);
		expect(await completed('settings', 'u')).toEqual(['unset']);
		expect(await completed('x')).toEqual([]);
	});

	test('words behind a command', async () => {
		expect(await completed('completion', '')).toEqual(['bash', 'zsh', 'fish']);
		expect(await completed('schema', 'Pl')).toEqual(['PlanInput', 'Plan']);
	});

	test.each([DEFAULT_COMMAND, ...COMMANDS].map(row => [row.name, row] as const))(
		'every flag of "%s"',
		async (name, row) => {
			const words = name.split(' ').filter(word => word !== '');
			expect(await completed(...words, '--')).toEqual(flagsOf(row).map(flag => `--${flag.name}`));
		},
	);

	test('flags by their start', async () => {
		expect(await completed('cost', '--cpu', '2', '--mem')).toEqual(['--memory']);
		expect(await completed('presets', 'save', 'x', '--spot-p')).toEqual(['--spot-price-limit']);
		expect(await completed('size', '--as')).toEqual([]);
	});

	test('choices of a flag, however it is written', async () => {
		const spot = ['SpotAsPriceGo', 'SpotWithPriceLimit'];
		expect(await completed('size', '--spot-strategy', 'S')).toEqual(spot);
		expect(await completed('size', '--spot-strategy', '=', 'S')).toEqual(spot);
		expect(await completed('size', '--currency', '=')).toEqual(['CNY', 'USD']);
		expect(await completed('size', '-o', '')).toEqual([
			'table',
			'json',
			'yaml',
			'csv',
			'markdown',
			'html',
			'svg',
			'sarif',
			'junit',
		]);
		expect(await completed('export', '--as', 'd')).toEqual(['deployment']);
	});

	test('values that are known when the script is made', async () => {
		expect(await completed('size', '--region', 'cn-n')).toEqual(['cn-nanjing']);
		expect(await completed('size', '--families', 'gn6')).toEqual(['gn6e', 'gn6i', 'gn6v']);
		expect(await completed('cost', '--exclude-families', 'ic')).toEqual(['ic5']);
		expect(await completed('size', '--preset', 's')).toEqual(['spark']);
		expect(await completed('simulate', '--strategies', 'spot-')).toEqual([
			'spot-limit',
			'spot-fallback',
		]);
	});

	test('no preset whose name a shell would obey', async () => {
		const saved = {shop: {cpu: '2'}, '$(reboot)': {cpu: '2'}, "x'y": {cpu: '2'}};
		const script = await ok('completion bash', {saved});
		expect(script).toContain('shop api batch');
		expect(script).not.toMatch(/reboot|x'y/);
	});

	test('files for a command that takes one', async () => {
		expect(await completed('prices', 'import', 'package.j')).toEqual(['package.json']);
		expect(await completed('diff', 'package.j')).toEqual(['package.json']);
		expect(await completed('prices', '')).toEqual(['show', 'list', 'refresh', 'import', 'reset']);
	});

	test('files for flags that take one', async () => {
		expect(await completed('size', '--plan', 'package.j')).toEqual(['package.json']);
		for (const flag of ['-f', '--filename'])
			expect(await completed('plan', flag, 'package.j')).toEqual(['package.json']);
	});
});

describe('in the other shells', () => {
	test('zsh runs the script of bash through its own layer', async () => {
		const zsh = await ok('completion zsh');
		expect(zsh).toMatch(/^autoload -Uz compinit bashcompinit\n/);
		expect(zsh.endsWith(await ok('completion bash'))).toBe(true);
	});

	test('fish gets a line for every command and flag', async () => {
		const fish = await ok('completion fish');
		expect(fish).toContain(
			"complete -c eci-plan -n __fish_use_subcommand -a 'size chain cost plan diff simulate annotate export report lint prices presets settings schema completion help version'",
		);
		for (const flag of COMMANDS.flatMap(flagsOf)) expect(fish).toContain(` -l ${flag.name}`);
		expect(fish).toContain(
			"-l output -s o -x -a 'table json yaml csv markdown html svg sarif junit'",
		);
		for (const line of fish.trimEnd().split('\n')) expect(line).toMatch(/^complete -c eci-plan /);
	});
});
