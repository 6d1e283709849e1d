import {describe, expect, test} from 'vitest';
import {equivalentCommand} from '../../source/present/command-line.ts';
import {type Ended, run, type Scene} from '../helpers/memory-world.ts';

/** What a terminal would obey: colours, CSI of one byte, a title, a bell, text turned around. */
const OBEYED: readonly (readonly [name: string, text: string])[] = [
	['ESC', '\u001b[31mred\u001b[0m'],
	['CSI of one byte', '\u009b31mred'],
	['OSC', '\u001b]0;title\u0007'],
	['backspace and return', 'a\b\rb'],
	['bidi', 'safe\u202edekcatta\u2066'],
	['line separator', 'one\u2028two\u2029'],
	['DEL', 'a\u007fb'],
];

const RAW = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

const expectSafe = ({out, err}: Pick<Ended, 'out' | 'err'>) => {
	expect(RAW.exec(out)).toBeNull();
	expect(RAW.exec(err)).toBeNull();
};

const lines = (text: string): readonly (readonly string[])[] => [
	[text],
	['presets', text],
	['presets', 'show', text],
	['presets', 'save', text, '--cpu', '2'],
	['presets', 'delete', text],
	['settings', 'get', text],
	['settings', 'set', text, 'x'],
	['settings', 'set', 'region', text],
	['settings', 'set', 'vswitch', text],
	['schema', text],
	['completion', text],
	['size', text],
	['size', `--${text}`],
	['size', `--lang=${text}`],
	['size', '--preset', text],
	['size', '--plan', text],
	...[
		'name',
		'image',
		'cpu',
		'memory',
		'region',
		'use-specs',
		'families',
		'schedule',
		'time-zone',
		'cron',
		'pull',
		'container',
		'annotation',
		'ram-role',
		'disk-volume',
		'spot-price-limit',
		'output',
	].map(flag => ['export', `--${flag}`, text]),
	['export', '--container', `name=${text},cpu=1`],
	['export', '--annotation', `${text}=1`],
	['export', '--annotation', `team=${text}`],
	['export', '--annotation', `team=${text}`, '-o', 'json'],
];

describe.each(OBEYED)('%s never reaches the terminal raw', (_name, text) => {
	test('from arguments', async () => {
		for (const line of lines(text)) expectSafe(await run(line, {isTerminal: false}));
	});

	test('from the environment', async () => {
		for (const name of ['REGION', 'CPU', 'LANG', 'OUTPUT', 'PRESET', 'PLAN', 'NAME', 'AS'])
			expectSafe(await run(['export'], {env: {[`ECI_PLAN_${name}`]: text}}));
	});

	test('from plan files and their names', async () => {
		const quoted = JSON.stringify(text);
		const files = {
			key: `${quoted}: 1\n`,
			value: `cpu: ${quoted}\n`,
			kind: `kind: ${quoted}\n`,
			name: `name: ${quoted}\nimage: ${quoted}\n`,
			label: `pod: {labels: {a: ${quoted}}, annotations: {${quoted}: ${quoted}, b: ${quoted}}}\n`,
			args: `image: a:1\ncontainers: [{args: [${quoted}], env: {A: ${quoted}}}]\n`,
			broken: `a: ${text}\n- b: [${text}\n`,
			twice: `${quoted}: 1\n${quoted}: 2\n`,
			[text]: 'a: [',
		};
		for (const file of Object.keys(files))
			for (const command of ['size', 'export'])
				for (const format of ['yaml', 'json'])
					expectSafe(await run([command, '--plan', file, '-o', format], {files}));
	});

	test('from saved presets and settings', async () => {
		const scene: Scene = {
			saved: {
				[text]: {cpu: '1', description: text},
				fine: {description: text, name: text, containers: [{name: text, env: {[text]: text}}]},
			},
			defaults: {[text]: text, region: text},
		};
		const commands = [
			['presets', 'list'],
			['presets', 'show', text],
			['presets', 'show', 'fine'],
			['settings', 'get'],
			['settings', 'get', 'region'],
			['size', '--preset', text],
			['size', '--preset', 'fine'],
		];
		for (const command of commands)
			for (const format of [[], ['-o', 'json'], ['-o', 'csv'], ['-o', 'markdown'], ['-o', 'yaml']])
				expectSafe(await run([...command, ...format], scene));
	});

	test('from what the wizard hands over', async () => {
		const command = equivalentCommand({pod: {annotations: {team: text}}}, null);
		const ended = await run([], {
			isTerminal: true,
			wizard: () => ({
				kind: 'finished',
				yaml: 'kind: Pod\n',
				path: text,
				command,
				caveat: text,
				saved: null,
			}),
		});
		expect(ended.code).toBe(0);
		expectSafe(ended);
	});
});

test('a command with such a value still says the same to a shell', () => {
	expect(equivalentCommand({pod: {annotations: {team: "\u001b[31m it's \\ \n"}}}, null)).toBe(
		String.raw`eci-plan export --annotation $'team=\u001b[31m it\'s \\ \n'`,
	);
});
