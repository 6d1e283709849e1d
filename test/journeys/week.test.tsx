import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../source/present/display-width.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, ctrlC, up, down, right, shiftDown, shiftRight} = keys;

const start = async (given: Parameters<typeof startWizard>[0] = {}) => {
	const wizard = await startWizard({
		initial: {name: 'web', cpu: '2', memory: '3Gi', workload: {replicas: 4}},
		...given,
	});
	// The last row of the step.
	await wizard.press('1', ...Array.from({length: 9}, () => down), enter);
	return wizard;
};

test('office hours, and a block of its own', async () => {
	const wizard = await start();
	// Mon–Fri 09:00–18:00, then Tue–Thu 10:00–14:00 with 8.
	await wizard.press(
		'o',
		down,
		right,
		shiftDown,
		shiftDown,
		shiftRight,
		shiftRight,
		shiftRight,
		'8',
	);
	expect(wizard.screen().split('\n').slice(3, 19).join('\n')).toMatchInlineSnapshot(`
		" Replicas by hour
		        0           6           12          18
		   Mon  ··················▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒············
		   Tue  ··················▒▒████████▒▒▒▒▒▒▒▒············
		   Wed  ··················▒▒████████▒▒▒▒▒▒▒▒············
		 ❯ Thu  ··················▒▒████████▒▒▒▒▒▒▒▒············  13:00 8
		   Fri  ··················▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒············
		   Sat  ················································
		   Sun  ················································

		   · 0   █ 8 pods
		   Mon,Fri 09:00-18:00=4; Tue-Thu 09:00-10:00=4; Tue-Thu 10:00-14:00=8; Tue-Thu
		   14:00-18:00=4


		────────────────────────────────────────────────────────────────────────────────"
	`);
	await wizard.press(enter);
	expect(wizard.screen().split('\n').slice(3, 19).join('\n')).toMatchInlineSnapshot(`
		" What runs, where and how often
		   Start from  nothing
		   Name        web
		   Kind        deployment
		   Replicas    as the schedule says, 0 to 8
		   Schedule    Mon,Fri 09:00-18:00=4; Tue-Thu 09:00-10:00=4; Tue-Thu 10:00-14:…
		   Time zone   Asia/Shanghai
		   Region      cn-hangzhou
		   Ruleset     2020
		   Currency    CNY
		 ❯             [ Draw the week ]




		────────────────────────────────────────────────────────────────────────────────"
	`);
	await wizard.press(ctrlC);
});

describe.each([
	{columns: 80, rows: 24, language: 'en', counts: 'as the schedule says, 0 to 4'},
	{columns: 80, rows: 24, language: 'zh-CN', counts: '以时间表为准，0 至 4'},
	{columns: 140, rows: 45, language: 'en', counts: 'as the schedule says, 0 to 4'},
	{columns: 140, rows: 45, language: 'zh-CN', counts: '以时间表为准，0 至 4'},
] as const)('at $columns×$rows in $language', ({counts, ...size}) => {
	test('the schedule takes the place of the replicas, and says so', async () => {
		const wizard = await start(size);
		await wizard.press('n', keys.escape);
		expect(wizard.screen()).toContain('08:00-22:00=4');
		expect(wizard.screen()).toContain(counts);
		await wizard.press('8');
		const command = wizard.screen().replace(/\s+/g, ' ');
		expect(command).toContain('--schedule 08:00-22:00=4');
		expect(command).not.toContain('--replicas');
		await wizard.press(ctrlC);
	});

	test('an even week is a number of replicas again', async () => {
		const wizard = await start(size);
		await wizard.press('w', 'a', enter);
		expect(wizard.screen()).not.toContain(counts);
		await wizard.press('8');
		const command = wizard.screen().replace(/\s+/g, ' ');
		expect(command).toContain('--replicas 4');
		expect(command).not.toContain('--schedule');
		await wizard.press(ctrlC);
	});

	test('it stays within the week and within the screen', async () => {
		const wizard = await start(size);
		await wizard.press(...Array.from({length: 16}, () => right), up, up);
		expect(wizard.screen()).toContain('23:00 4');
		for (const line of wizard.screen().split('\n'))
			expect(displayWidth(line)).toBeLessThanOrEqual(size.columns);
		await wizard.press(ctrlC);
	});
});
