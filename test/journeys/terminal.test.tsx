import {describe, expect, test} from 'vitest';
import type {PriceBook} from '../../source/domain/pricing/price-book.ts';
import {displayWidth} from '../../source/present/display-width.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {smallPriceBook} from '../helpers/price-book.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';
import {presets} from '../helpers/wizard-request.ts';

const {enter, down, tab} = keys;
const given = {initial: {name: 'web', cpu: '2', memory: '3Gi'}};

test('the first screen', async () => {
	const wizard = await startWizard();
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · app · cn-hangzhou · 2020             prices 2024-12-30, 10 days old
		❯1 Workload 2 Containers 3 Size 4 Chain 5 Billing 6 Pod 7 Compare 8 Export
		────────────────────────────────────────────────────────────────────────────────
		 Start from a preset, a plan, a manifest, or from scratch
		 Filter  /                                                               4 of 4

		 ❯ api           API with a sidecar
		   web           Web front end, 3 small pods
		   from scratch  an empty form
		   from a file…  a saved plan, or a manifest with its workloads







		 r renames, c copies, d deletes, e exports a preset · i imports one from a file
		────────────────────────────────────────────────────────────────────────────────
		 1-2Gi  1 vCPU, 2 GiB                       on demand  ¥0.2205/h  ¥160.99/month
		 1 pod  ¥160.99/month on demand             spot        no price
		 1-2Gi → ecs.c6.large → ecs.c7.large → ecs.g6.large                 ▲ 1 warning
		 simulating …
		 ↑↓ move  / filter  r rename  c copy  i import  Enter choose  Esc close"
	`);
	await wizard.press(keys.ctrlC);
});

test('asked and billed, in Chinese', async () => {
	const wizard = await startWizard({...given, language: 'zh-CN'});
	await wizard.press(enter, '3');
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器 ❯3 规格  4 备选链  5 计费  6 Pod  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 一个 Pod 的申请量与计费规格
		             规格   vCPU  GiB   ¥/小时    ¥/月
		   申请                2    3   0.4190  305.87
		   计费      2-4Gi     2    4   0.4411  321.98
		   自动规整            0   +1  +0.0221  +16.11
		   · 备选规格链以 ecs.c6.large 开头，见下一步。

		 可容纳该 Pod 的其他规格
		   规格          vCPU  GiB  ¥/小时    ¥/月  与计费规格相比
		 ❯ ecs.c6.large     2    4  0.3900  284.70          -37.28
		   ecs.c7.large     2    4  0.4077  297.62          -24.36
		   ecs.g6.large     2    8  0.5000  365.00          +43.02
		   2-8Gi            2    8  0.5293  386.42          +64.44


		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 1 个 Pod  按量付费 ¥284.70/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  t 采用  / 筛选  w 依据  Enter 下一步  Esc 返回  ? 按键"
	`);
	await wizard.press(keys.ctrlC);
});

test('the containers beside the panel', async () => {
	const wizard = await startWizard({...given, columns: 120, rows: 28});
	await wizard.press(enter, tab, down, down);
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload ❯2 Containers  3 Size  4 Chain  5 Billing  6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 What one pod is made of                                                  │ One pod
		   Name   Image         CPU  Memory  GPU                                  │ ecs.c6.large                  2 vCPU, 4 GiB
		   app ▲  no image yet    2     3Gi    0                                  │ on demand   ¥0.3900/h  ¥284.70/month
		   + add a container                                                      │ spot       ~¥0.0975/h  ~¥71.18/month
		                                                                          │
		 Container app                                                            │ All pods
		   Name    app                                                            │ 1 pod  ¥284.70/month on demand
		   Image                                                                  │ simulating …
		         ▲ Container app has no image, so your-image:tag stands in the    │
		           manifest. Name one, such as Containers › Image = nginx:1.29.   │ Chain
		 ❯ CPU     2                                                              │ 1 ecs.c6.large                    ¥0.3900/h
		   Memory  3Gi                                                            │ 2 ecs.c7.large                    ¥0.4077/h
		   GPU     0                                                              │ 3 2-4Gi                           ¥0.4411/h
		                                                                          │ 4 ecs.g6.large                    ¥0.5000/h
		                                                                          │
		                                                                          │ ▲ 1 warning
		                                                                          │ ▲ Container app has no image, so
		                                                                          │   your-image:tag stands in the manifest.
		                                                                          │   Name one, such as Containers › Image =
		                                                                          │   nginx:1.29.
		                                                                          │
		                                                                          │
		 Limit, as Kubernetes writes it: 500m, 0.5, 2                             │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  Tab next pane  Enter next  Esc back  ? keys"
	`);
	await wizard.press(keys.ctrlC);
});

describe('the terminal', () => {
	test('is taken over, and given back after Ctrl-C', async () => {
		const wizard = await startWizard(given);
		expect(wizard.isAlternateScreen()).toBe(true);
		expect(wizard.isRaw()).toBe(true);
		expect(wizard.isCursorShown()).toBe(false);
		expect(wizard.isWrapping()).toBe(false);
		await wizard.press(keys.ctrlC);
		expect(await wizard.result).toEqual({kind: 'left'});
		expect(wizard.isAlternateScreen()).toBe(false);
		expect(wizard.isCursorShown()).toBe(true);
		expect(wizard.isWrapping()).toBe(true);
		expect(wizard.isRaw()).toBe(false);
		expect(wizard.isPasteBracketed()).toBe(false);
		expect(wizard.screen()).toBe('');
	});

	test('is given back when the wizard fails', async () => {
		const wizard = await startWizard({
			...given,
			writeFile: async () => {
				throw new Error('a bug');
			},
		});
		const outcome = wizard.result.catch((error: unknown) => error);
		await wizard.press(enter, '8', keys.right, tab, tab, tab, enter);
		expect(await outcome).toEqual(new Error('a bug'));
		expect(wizard.isAlternateScreen()).toBe(false);
		expect(wizard.isCursorShown()).toBe(true);
		expect(wizard.isWrapping()).toBe(true);
		expect(wizard.isRaw()).toBe(false);
	});

	test('has colours, unless none are wanted', async () => {
		const colored = await startWizard(given);
		expect(colored.isColored()).toBe(true);
		await colored.press(keys.ctrlC);
		const plain = await startWizard({...given, color: false});
		expect(plain.isColored()).toBe(false);
		expect(plain.cellOf('1 Workload').isInverse).toBe(true);
		await plain.press(keys.ctrlC);
	});
});

describe('leaving', () => {
	test('Esc goes back a step and keeps every answer', async () => {
		const wizard = await startWizard(given);
		await wizard.press(down, keys.ctrlU);
		await wizard.type('shop');
		await wizard.press(enter, tab, down, down, down, keys.ctrlU);
		await wizard.type('4Gi');
		await wizard.press(
			enter,
			enter,
			'J',
			enter,
			keys.escape,
			keys.escape,
			keys.escape,
			keys.escape,
		);
		expect(wizard.line('❯ Name')).toContain('shop');
		await wizard.press(enter);
		expect(wizard.line('❯ Memory')).toContain('4Gi');
		await wizard.press('?', keys.escape, enter, enter);
		expect(wizard.screen()).toContain('your own · target placed');
		await wizard.press(keys.ctrlC);
	});

	test('Esc on the first step asks', async () => {
		const wizard = await startWizard(given);
		await wizard.press(keys.escape);
		expect(wizard.screen()).toContain('Leave the wizard? Nothing is written.');
		await wizard.press('n');
		expect(wizard.line('❯ Start from')).not.toBe('');
		await wizard.press(keys.escape, 'y');
		expect(await wizard.result).toEqual({kind: 'left'});
	});
});

describe('size', () => {
	const isWithin = (screen: string, columns: number, rows: number) => {
		const lines = screen.split('\n');
		expect(lines.length).toBeLessThanOrEqual(rows);
		for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
	};

	test('follows a resize in the middle of a word', async () => {
		const wizard = await startWizard(given);
		await wizard.press(down, keys.ctrlU);
		await wizard.type('sh');
		await wizard.resize({columns: 120, rows: 40});
		expect(wizard.screen()).toContain('│ One pod');
		await wizard.type('op');
		await wizard.resize({columns: 80, rows: 24});
		expect(wizard.line('❯ Name')).toContain('shop');
		expect(wizard.screen()).not.toContain('│ One pod');
		expect(wizard.screen().split('\n')).toHaveLength(24);
		isWithin(wizard.screen(), 80, 24);
		await wizard.press(keys.ctrlC);
	});

	test.each(LANGUAGES)('20×5 has room for the whole message in %s', async language => {
		const wizard = await startWizard({...given, language, columns: 20, rows: 5});
		const letters = (text: string) => text.replace(/\s/g, '');
		expect(letters(wizard.screen())).toBe(letters(wizardTextsOf(language).tooSmall(20, 5)));
		await wizard.press(keys.ctrlC);
	});

	test('too small a window says so, and a larger one brings everything back', async () => {
		const wizard = await startWizard(given);
		await wizard.resize({columns: 40, rows: 10});
		expect(wizard.screen()).toBe(
			['40×10 is too small: the wizard needs', '60×15. Ctrl-C leaves.'].join('\n'),
		);
		await wizard.resize({columns: 80, rows: 24});
		expect(wizard.line('❯ Start from')).not.toBe('');
		await wizard.resize({columns: 20, rows: 4});
		await wizard.press(keys.ctrlC);
		expect(await wizard.result).toEqual({kind: 'left'});
	});

	test.each([
		{columns: 60, rows: 15},
		{columns: 80, rows: 24},
		{columns: 100, rows: 20},
		{columns: 110, rows: 28},
		{columns: 160, rows: 50},
	])('every step fits into $columns×$rows', async size => {
		for (const language of ['en', 'zh-CN'] as const) {
			const [api = null] = presets;
			const wizard = await startWizard({
				...size,
				language,
				initial: {...api?.input, spot: {strategy: 'SpotWithPriceLimit'}},
				preset: api,
			});
			await wizard.press(enter);
			for (const step of ['2', '3', '4', '5', '6', '7', '8']) {
				await wizard.press(step);
				isWithin(wizard.screen(), size.columns, size.rows);
				expect(wizard.screen().split('\n')).toHaveLength(size.rows);
				expect(wizard.screen()).toContain('❯');
				await wizard.press('?');
				isWithin(wizard.screen(), size.columns, size.rows);
				await wizard.press(keys.escape);
			}
			await wizard.press(keys.ctrlC);
		}
	});
});

describe('prices', () => {
	test('the old ones stay while others are loaded', async () => {
		let arrive: (book: PriceBook) => void = () => undefined;
		const waiting = new Promise<PriceBook>(resolve => {
			arrive = resolve;
		});
		const wizard = await startWizard({
			...given,
			loadPrices: async (region, currency) =>
				region === 'cn-hangzhou' ? smallPriceBook(region, currency) : waiting,
		});
		await wizard.press(down, down, down, down, down, ' ');
		await wizard.type('beij');
		await wizard.press(enter);
		expect(wizard.screen()).toContain('Loading the prices of cn-beijing…');
		expect(wizard.screen()).toContain('¥0.3900/h');
		arrive(smallPriceBook('cn-beijing'));
		await wizard.settled();
		expect(wizard.screen()).not.toContain('Loading');
		await wizard.press(keys.ctrlC);
	});

	test('that can’t be loaded are a message', async () => {
		const wizard = await startWizard({
			...given,
			loadPrices: async () => {
				throw new Error('gone');
			},
		});
		expect(wizard.screen()).toContain('Can’t load the prices of cn-hangzhou.');
		await wizard.press(enter, '8', tab, tab, enter);
		expect(wizard.screen()).toContain('The prices are not loaded yet.');
		await wizard.press(keys.ctrlC);
	});
});

test('the cursor is where the next letter goes, so that input methods open there', async () => {
	const wizard = await startWizard(given);
	await wizard.press(down);
	expect(wizard.isCursorShown()).toBe(true);
	expect(wizard.cursor()).toBe('❯ Name        web');
	await wizard.press(keys.left);
	expect(wizard.cursor()).toBe('❯ Name        we');
	await wizard.press(enter, tab, down, '计');
	expect(wizard.cursor()).toBe('❯ Image   计');
	await wizard.resize({columns: 120, rows: 40});
	expect(wizard.cursor()).toBe('❯ Image   计');
	await wizard.press(keys.ctrlC);
});

test('typing in Chinese and editing in the middle', async () => {
	const wizard = await startWizard({initial: {...given.initial, pod: {annotations: {note: 'x'}}}});
	await wizard.press(enter, '6', keys.shiftTab, 'e');
	await wizard.press(
		keys.backspace,
		'计',
		'算',
		keys.left,
		'机',
		keys.home,
		keys.delete,
		'N',
		keys.end,
		'!',
	);
	expect(wizard.line('=计机算!')).toContain('Note=计机算!');
	await wizard.press(enter);
	expect(wizard.line('Note=计机算!')).not.toBe('');
	await wizard.press('u');
	expect(wizard.line('note=x')).not.toBe('');
	await wizard.press(keys.ctrlC);
});
