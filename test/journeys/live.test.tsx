import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../source/present/display-width.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, ctrlC, down} = keys;

const start = (given: Parameters<typeof startWizard>[0] = {}) =>
	startWizard({
		isLive: true,
		initial: {name: 'web', cpu: '2', memory: '3Gi', workload: {replicas: 3}},
		...given,
	});

test('below the step, two ways to pay are simulated', async () => {
	const wizard = await start();
	await wizard.press(enter);
	expect(wizard.screen().split('\n').slice(-6).join('\n')).toMatchInlineSnapshot(`
		"────────────────────────────────────────────────────────────────────────────────
		 3 pods, 30d    Mean    P10    P90  Interrupted  At worst
		 on-demand    ¥842.4  842.4  842.4            –  ¥1,080.0
		 spot         ¥196.9  184.0  208.0         17.0  ¥1,080.0
		 ecs.c6.large ¥0.3900/h  ⣀⣀⣀⣀⡤⠤⠤⠴⠶⠒⠒⠚⠛⠋⠉⠉ P10–P90    1,000 paths ✓  ▲ 1 warning
		 ↑↓ move  Tab next pane  a add  e edit  d drop  Enter next  Esc back  ? keys"
	`);
	await wizard.press(ctrlC);
});

test('beside the step, every way is simulated, with its course', async () => {
	const wizard = await start({columns: 140, rows: 45});
	await wizard.press(enter);
	const panel = wizard.screen().split('\n').slice(3, -2);
	const lines = panel.map(line => line.slice(line.indexOf('│')));
	expect(lines.join('\n')).toMatchInlineSnapshot(`
		"│ One pod
		│ ecs.c6.large                  2 vCPU, 4 GiB
		│ on demand   ¥0.3900/h  ¥284.70/month
		│ spot       ~¥0.0975/h  ~¥71.18/month
		│
		│ 3 pods, 30d                   1,000 paths ✓
		│                  Mean    P10    P90
		│ on-demand      ¥842.4  842.4  842.4
		│ spot           ¥196.9  184.0  208.0
		│ spot-limit     ¥196.9  184.0  208.0
		│ spot-fallback  ¥196.9  184.0  208.0
		│ ecs            ¥842.4  842.4  842.4
		│ reserved       ¥577.0  577.0  577.0
		│
		│            Interrupted   Placed  At worst
		│ on-demand            –    100 %  ¥1,080.0
		│ spot              17.0  99.99 %  ¥1,080.0
		│
		│ Chain
		│ 1 ecs.c6.large            ¥0.3900/h  67.6 %
		│ 2 ecs.c7.large            ¥0.4077/h  32.1 %
		│ 3 2-4Gi                   ¥0.4411/h   0.4 %
		│ 4 ecs.g6.large            ¥0.5000/h       –
		│
		│ Cost over time
		│   ¥1,000 ┤
		│          │                        ━━━━━━━━━
		│     ¥500 ┤               ━━━━━━━━━
		│          │     ━━━━━━━━━━    ░░┅┅┅┅┅┅┅┅┅┅┅┅
		│       ¥0 ┤━┅━┅━┅┅┅┅┅┅┅┅┅┅┅┅┅┅┅┅░
		│          └───────────┬─────────┬──────────┬
		│           0        10 d      20 d      30 d
		│   ━ on-demand   ┅ spot   ░ P10–P90
		│
		│ ▲ 1 warning
		│ ▲ Container app has no image, so
		│   your-image:tag stands in the manifest.
		│   Name one, such as Containers › Image =
		│   nginx:1.29.
		│"
	`);
	await wizard.press(ctrlC);
});

describe.each([
	{columns: 80, rows: 24, language: 'en', paths: '1,000 paths ✓'},
	{columns: 80, rows: 24, language: 'zh-CN', paths: '1,000 条路径 ✓'},
	{columns: 140, rows: 45, language: 'en', paths: '1,000 paths ✓'},
	{columns: 140, rows: 45, language: 'zh-CN', paths: '1,000 条路径 ✓'},
	{columns: 200, rows: 60, language: 'en', paths: '1,000 paths ✓'},
] as const)('at $columns×$rows in $language', ({paths, ...size}) => {
	test('every change is simulated: 3 pods for 30 days, then 6, then undone', async () => {
		const wizard = await start(size);
		await wizard.press('1', down, down, down);
		// 3 pods × 720 h × ¥0.39
		expect(wizard.screen()).toMatch(/¥842\.4 +842\.4 +842\.4/);
		await wizard.press(keys.ctrlU, '6');
		expect(wizard.line(paths)).not.toBe('');
		expect(wizard.screen()).toMatch(/¥1,684\.8 +1,684\.8 +1,684\.8/);
		await wizard.press(keys.ctrlZ);
		expect(wizard.screen()).toMatch(/¥842\.4 +842\.4 +842\.4/);
		await wizard.press(ctrlC);
	});

	test('no step hides it, and the frame holds', async () => {
		const wizard = await start(size);
		await wizard.press(enter);
		for (const step of ['1', '2', '3', '4', '5', '6', '7', '8']) {
			await wizard.press(step);
			const lines = wizard.screen().split('\n');
			expect(lines).toHaveLength(size.rows);
			for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(size.columns);
			expect(wizard.screen()).toContain(paths);
		}
		await wizard.press(ctrlC);
	});
});

test('the same seed shows the same, whatever was typed before', async () => {
	const first = await start();
	await first.press(enter);
	const second = await start();
	await second.press(enter, '5', keys.right, keys.left, '1');
	expect(second.line('spot')).toBe(first.line('spot'));
	await first.press(ctrlC);
	await second.press(ctrlC);
});

test('a market that can’t be read is said, and the price stays', async () => {
	const initial = {name: 'web', cpu: '2', memory: '3Gi', simulation: {market: './none.yaml'}};
	const wizard = await start({initial});
	await wizard.press(enter);
	expect(wizard.screen()).toContain('Not simulated');
	expect(wizard.screen()).toContain('¥0.3900/h  ¥284.70/month');
	await wizard.press(ctrlC);
});
