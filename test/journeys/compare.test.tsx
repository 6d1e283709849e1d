import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../source/present/display-width.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, ctrlC, left, right, tab} = keys;

const start = async (given: Parameters<typeof startWizard>[0] = {}) => {
	const wizard = await startWizard({
		isLive: true,
		initial: {name: 'web', cpu: '2', memory: '3Gi', workload: {replicas: 3}},
		...given,
	});
	await wizard.press(enter, '7');
	return wizard;
};

/** The command may be broken at any blank. */
const commandOn = ({screen}: {readonly screen: () => string}): string =>
	screen().replace(/\s+/g, ' ');

test('every way to pay in a table', async () => {
	const wizard = await start();
	expect(wizard.screen().split('\n').slice(3, 19).join('\n')).toMatchInlineSnapshot(`
		" What each way to pay costs, and the YAML
		 Compared with  on-demand   ‹ ›                                   1,000 paths ✓
		 3 pods, 30d      Mean  vs baseline        %  Interrupted   Placed  At worst
		 on-demand      ¥842.4     Baseline        –            –    100 %  ¥1,080.0
		 spot           ¥196.9       -645.5  -76.6 %         17.0  99.99 %  ¥1,080.0
		 spot-limit     ¥196.9       -645.5  -76.6 %         17.0  99.99 %  ¥1,080.0
		 spot-fallback  ¥196.9       -645.5  -76.6 %         17.0  99.99 %  ¥1,080.0
		 ecs            ¥842.4         +0.0    0.0 %            –    100 %    ¥842.4
		 reserved       ¥577.0       -265.4  -31.5 %            –    100 %    ¥577.0

		 Cost over time
		   ¥1,000 ┤
		          │                                                  ━═━═━═━═━═━═━═━═━═
		 lines 1–12 of 87

		────────────────────────────────────────────────────────────────────────────────"
	`);
	await wizard.press(ctrlC);
});

test('with room, the course of each below the table', async () => {
	const wizard = await start({columns: 140, rows: 45});
	const lines = wizard.screen().split('\n').slice(3, 36);
	expect(lines.map(line => line.slice(0, 94).trimEnd()).join('\n')).toMatchInlineSnapshot(`
		" What each way to pay costs, and the YAML
		 Compared with  on-demand   ‹ ›                                                 1,000 paths ✓
		 3 pods, 30d      Mean  vs baseline        %    P10    P90  Interrupted   Placed  At worst
		 on-demand      ¥842.4     Baseline        –  842.4  842.4            –    100 %  ¥1,080.0
		 spot           ¥196.9       -645.5  -76.6 %  184.0  208.0         17.0  99.99 %  ¥1,080.0
		 spot-limit     ¥196.9       -645.5  -76.6 %  184.0  208.0         17.0  99.99 %  ¥1,080.0
		 spot-fallback  ¥196.9       -645.5  -76.6 %  184.0  208.0         17.0  99.99 %  ¥1,080.0
		 ecs            ¥842.4         +0.0    0.0 %  842.4  842.4            –    100 %    ¥842.4
		 reserved       ¥577.0       -265.4  -31.5 %  577.0  577.0            –    100 %    ¥577.0

		 Cost over time
		   ¥1,000 ┤
		          │
		          │                                                                                 ═
		     ¥800 ┤                                                                          ━═━═━═━
		          │                                                                    ━═━═━═
		          │                                                             ═━═━═━═
		     ¥600 ┤                                                       ═━═━═━                   ■■
		          │                                                 ═━═━═━                ■■■■■■■■■
		          │                                          ━═━═━═━            ■■■■■■■■■■
		     ¥400 ┤                                    ━═━═━═          ■■■■■■■■■
		          │                             ═━═━═━═       ■■■■■■■■■
		          │                       ═━═━═━    ■■■■■■■■■■
		     ¥200 ┤                 ═━═━═━ ■■■■■■■■■                                ░░░░┅┈▲┅┈▲┅┈▲┅┈▲┅
		          │          ━═━═━━═■■■■■■■               ░░▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲░░░░░
		          │    ━■━═■━■■■■▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈▲┅┈░░░░
		       ¥0 ┤━┅┈▲┅▲┅┈▲┅┈▲┅┈░
		          └──────────────┬────────────┬─────────────┬────────────┬─────────────┬────────────┬
		           0            5 d         10 d          15 d         20 d          25 d        30 d
		   ━ on-demand   ┅ spot   ┈ spot-limit   ▲ spot-fallback   ═ ecs   ■ reserved   ░ P10–P90

		 ┌───────────┬──────────────┬─────────┬──────────┬──────────┐
		 │ Way       │ Spec         │     ¥/h │  ¥/month │ vs first │"
	`);
	await wizard.press(ctrlC);
});

describe.each([
	{columns: 80, rows: 24, language: 'en', baseline: 'Baseline', limit: 'spot-limit'},
	{columns: 80, rows: 24, language: 'zh-CN', baseline: '基准', limit: '抢占式限价'},
	{columns: 140, rows: 45, language: 'en', baseline: 'Baseline', limit: 'spot-limit'},
	{columns: 140, rows: 45, language: 'zh-CN', baseline: '基准', limit: '抢占式限价'},
] as const)('at $columns×$rows in $language', ({baseline, limit, ...size}) => {
	test('the baseline is picked, goes into the command, and is undone', async () => {
		const wizard = await start(size);
		await wizard.press(right, right);
		expect(wizard.line(` ${baseline} `)).toContain(limit);
		await wizard.press('8');
		expect(commandOn(wizard)).toContain('--baseline spot-limit');
		await wizard.press('7', left, left);
		await wizard.press('8');
		expect(commandOn(wizard)).not.toContain('--baseline');
		await wizard.press('u');
		expect(commandOn(wizard)).toContain('--baseline spot');
		await wizard.press(ctrlC);
	});

	test('Tab goes from section to section, and no line is too wide', async () => {
		const wizard = await start(size);
		for (let section = 0; section < 5; section++) {
			for (const line of wizard.screen().split('\n'))
				expect(displayWidth(line)).toBeLessThanOrEqual(size.columns);
			await wizard.press(tab);
		}
		await wizard.press(ctrlC);
	});
});
