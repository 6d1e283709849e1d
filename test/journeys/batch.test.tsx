import {describe, expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {ctrlC, down, up, enter} = keys;

describe.each([
	{columns: 80, rows: 24, language: 'en', label: 'Checkpoint'},
	{columns: 80, rows: 24, language: 'zh-CN', label: '检查点间隔'},
	{columns: 140, rows: 45, language: 'en', label: 'Checkpoint'},
	{columns: 140, rows: 45, language: 'zh-CN', label: '检查点间隔'},
] as const)('at $columns×$rows in $language', ({label, ...size}) => {
	test('the interval that takes the least time is offered, and taken', async () => {
		const wizard = await startWizard({
			...size,
			isLive: true,
			initial: {
				name: 'etl',
				cpu: '2',
				memory: '3Gi',
				workload: {kind: 'job', work: '100h'},
			},
		});
		// Start, name, kind, replicas, work, runs a day, deadline, then the checkpoint with its advice.
		await wizard.press(
			'1',
			...Array.from({length: 12}, () => up),
			...Array.from({length: 8}, () => down),
		);
		const [, every = ''] = /\[ \D*((?:\d+[dhm])+)/.exec(wizard.screen()) ?? [];
		// A minute fits into the notice of three, so that no work is lost: to write once, at the end, is best.
		expect(every).toBe('4d4h');
		expect(wizard.line(`[ `)).toContain('❯');
		await wizard.press(enter);
		expect(wizard.line(label)).toContain(every);
		expect(wizard.screen()).not.toContain(`[ ${every}`);
		await wizard.press(down, down, down, '8');
		await wizard.press(ctrlC);
	});
});
