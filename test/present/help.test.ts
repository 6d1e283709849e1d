import {describe, expect, test} from 'vitest';
import {COMMANDS, COMMON_FLAGS, DEFAULT_COMMAND} from '../../source/cli/commands.ts';
import {PLAN_FLAGS} from '../../source/domain/input/flag-table.ts';
import {commandHelp, isFlagText, programHelp} from '../../source/present/help.ts';
import {enHelp} from '../../source/present/language/en/help.ts';
import {zhCnHelp} from '../../source/present/language/zh-cn/help.ts';
import {plainText} from '../../source/present/tone.ts';

const ALL_FLAGS = [
	...PLAN_FLAGS,
	...COMMON_FLAGS,
	...[DEFAULT_COMMAND, ...COMMANDS].flatMap(({flags}) => flags),
];

describe('the words of the help', () => {
	test('every flag has a line, and every line a flag', () => {
		const names = new Set(ALL_FLAGS.map(({name}) => name));
		expect([...names].filter(name => !isFlagText(name))).toEqual([]);
		expect(Object.keys(enHelp.flagTexts).filter(name => !names.has(name))).toEqual([]);
	});

	test('every command has a line', () => {
		const names = new Set(['', ...COMMANDS.map(({name}) => name)]);
		expect(Object.keys(enHelp.commandTexts).toSorted()).toEqual([...names].toSorted());
	});

	test('in Chinese, every line is there and written in Chinese', () => {
		expect(Object.keys(zhCnHelp.flagTexts)).toEqual(Object.keys(enHelp.flagTexts));
		expect(Object.keys(zhCnHelp.commandTexts)).toEqual(Object.keys(enHelp.commandTexts));
		const untranslated = Object.entries({...zhCnHelp.flagTexts, ...zhCnHelp.commandTexts}).filter(
			([, text]) => !/[\u4e00-\u9fff]/.test(text),
		);
		expect(untranslated.map(([name]) => name)).toEqual([]);
		for (const [command, texts] of Object.entries(zhCnHelp.flagTextsOf))
			for (const text of Object.values(texts)) expect(text, command).toMatch(/[\u4e00-\u9fff]/);
	});

	test('a text starts small and has no full stop, so that they read alike', () => {
		for (const text of [
			...Object.values(enHelp.flagTexts),
			...Object.values(enHelp.flagTextsOf).flatMap(texts => Object.values<string>(texts)),
			...Object.values(enHelp.commandTexts),
		]) {
			expect(text).not.toMatch(/\.$/);
			expect(text).toMatch(/^[a-z]|^(?:ECI|GPUs|NTP|vCPU|vSwitches)/);
		}
	});
});

describe('the layout', () => {
	const command = {
		name: 'size',
		words: '',
		example: 'eci-plan size --cpu 2 --memory 3Gi --replicas 2',
		sections: [
			{
				title: 'workload',
				flags: [
					{name: 'cpu', value: '500m'},
					{name: 'output', value: 'a|very|long|list|of|choices|to|take', short: 'o'},
				],
			},
		],
	} as const;

	const drawn = (width: number) =>
		commandHelp(command, 'en', width)
			.map(content => plainText(content))
			.join('\n');

	test('of a command', () => {
		expect(drawn(80)).toMatchInlineSnapshot(`
			"eci-plan size [flags]
			  what one pod asks for, what it is billed as, and what that costs

			Example
			  eci-plan size --cpu 2 --memory 3Gi --replicas 2

			Workload
			  --cpu 500m                          vCPU limit of the container: 2, 0.5 or
			                                      500m
			  -o, --output a|very|long|list|of|choices|to|take
			                                      format of the result

			Each flag has an environment twin: --spot-strategy is ECI_PLAN_SPOT_STRATEGY."
		`);
	});

	test('in a narrow terminal, where a long example goes on after a backslash', () => {
		expect(drawn(40)).toMatchInlineSnapshot(`
			"eci-plan size [flags]
			  what one pod asks for, what it is
			  billed as, and what that costs

			Example
			  eci-plan size --cpu 2 --memory 3Gi \\
			    --replicas 2

			Workload
			  --cpu 500m            vCPU limit of
			                        the container:
			                        2, 0.5 or 500m
			  -o, --output a|very|long|list|
			    of|choices|to|take
			                        format of the
			                        result

			Each flag has an environment twin:
			--spot-strategy is
			ECI_PLAN_SPOT_STRATEGY."
		`);
	});

	test('of the program, which is whole even without flags', () => {
		const text = programHelp([command], [], 'zh-CN', 60).map(content => plainText(content));
		expect(text[0]).toBe('规划阿里云弹性容器实例 ECI 上 Kubernetes Pod 的容量与费用。');
	});
});
