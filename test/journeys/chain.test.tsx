import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../source/present/display-width.ts';
import {labelsOf} from '../../source/present/labels.ts';
import {enWizard} from '../../source/present/language/en/wizard.ts';
import {zhCnWizard} from '../../source/present/language/zh-cn/wizard.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, down} = keys;

const atChain = async (given: Parameters<typeof startWizard>[0] = {}) => {
	const wizard = await startWizard({initial: {name: 'web', cpu: '2', memory: '3Gi'}, ...given});
	await wizard.press(enter, '4');
	return wizard;
};
const specsOf = (screen: string): readonly string[] =>
	[...screen.matchAll(/^ [❯ ] \d {2}(\S+)/gm)].map(([, spec = '']) => spec);

test('the screen of the chain', async () => {
	const wizard = await atChain();
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020             prices 2024-12-30, 10 days old
		 1 Workload 2 Containers 3 Size❯4 Chain 5 Billing 6 Pod 7 Compare 8 Export
		────────────────────────────────────────────────────────────────────────────────
		 Chain for 2 vCPU, 3 GiB, in this order           picked · target placed 99.9 %
		   #  Spec             ¥/h  spot ¥/h  vs best  in stock  Why
		 ❯ 1  ecs.c6.large  0.3900   ~0.0975   +0.0 %      80 %  cheapest that fits
		   2  ecs.c7.large  0.4077    0.0780   +4.5 %      80 %  another generation
		   3  2-4Gi         0.4411   ~0.0763  +13.1 %      95 %  any host may serve it
		   4  ecs.g6.large  0.5000   ~0.1250  +28.2 %      80 %  another family
		   + add from 31 candidates ( / to filter )
		   Pick           balanced: placed with 99.9 %
		   Target placed  99.9 %
		   Pinned
		  ↓ 2
		 Placed    ███████████████████████████████████████░  99.926 %
		 Expected  ¥0.3949/h when placed · worst case ¥0.5000/h · 0.24 tries in vain
		 ecs.c6.large: 2 vCPU, 4 GiB · on demand of 2024-12-30 · spot: assumed 25 % of
		 on demand
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB               on demand   ¥0.3900/h  ¥284.70/month
		 1 pod  ¥284.70/month on demand            spot       ~¥0.0975/h  ~¥71.18/month
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                 ▲ 1 warning
		 simulating …
		 ↑↓ move  a add  d drop  p pin  K J reorder  Enter next  Esc back  ? keys"
	`);
	await wizard.press(keys.ctrlC);
});

test.each([
	['en', enWizard],
	['zh-CN', zhCnWizard],
] as const)(
	'long names leave room for what an entry costs more, in %s',
	async (language, texts) => {
		const useSpecs = ['ecs.c6.large', 'ecs.gn5-c8g1.8xlarge', '2-4Gi'];
		const wizard = await atChain({language, initial: {name: 'web', chain: {useSpecs}}});
		expect(wizard.screen()).toContain(texts.chain.versus);
		for (const line of wizard.screen().split('\n'))
			expect(displayWidth(line)).toBeLessThanOrEqual(80);
		// ¥0.441072 an hour beside ¥0.39.
		expect(wizard.screen()).toMatch(/2-4Gi .*\+13\.1 %/);
		await wizard.press(keys.ctrlC);
	},
);

describe.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
] as const)('at $columns×$rows', size => {
	test('an entry that stands first and is not known has no price, not that of the next', async () => {
		const initial = {
			name: 'web',
			cpu: '2',
			memory: '3Gi',
			chain: {useSpecs: ['ecs.c6.zzz', '2-4Gi']},
		};
		const wizard = await atChain({...size, initial});
		expect(wizard.screen()).toContain("ecs.c6.zzz isn't known in cn-hangzhou");
		expect(wizard.screen()).not.toContain('¥0.4411/h');
		await wizard.press('d');
		expect(wizard.screen()).toContain('¥0.4411/h');
		await wizard.press(keys.ctrlC);
	});

	test('the price is that of the entry that stands first', async () => {
		const wizard = await atChain(size);
		expect(wizard.screen()).toContain('¥0.3900/h');
		await wizard.press('J');
		expect(specsOf(wizard.screen())).toEqual([
			'ecs.c7.large',
			'ecs.c6.large',
			'2-4Gi',
			'ecs.g6.large',
		]);
		expect(wizard.screen()).toContain('¥0.4077/h  ¥297.62/month');
		await wizard.press(keys.shiftUp);
		expect(specsOf(wizard.screen())[0]).toBe('ecs.c6.large');
		await wizard.press('d', 'd', down, 'd');
		expect(specsOf(wizard.screen())).toEqual(['2-4Gi']);
		expect(wizard.screen()).toContain('¥0.4411/h  ¥321.98/month');
		await wizard.press(keys.up, 'd');
		expect(wizard.screen()).toContain('The last entry stays.');
		await wizard.press('r');
		expect(specsOf(wizard.screen())).toEqual([
			'ecs.c6.large',
			'ecs.c7.large',
			'2-4Gi',
			'ecs.g6.large',
		]);
		await wizard.press('r');
		expect(wizard.screen()).toContain('This is the picked chain already.');
		await wizard.press(keys.ctrlC);
	});

	test('a spec is chosen from those that hold the pod', async () => {
		const wizard = await atChain(size);
		await wizard.press('a');
		await wizard.type('xl');
		expect(wizard.line('❯ ecs.c6.xlarge')).toContain('0.7800');
		expect(wizard.screen()).not.toContain('❯ ecs.c7.large');
		await wizard.press(enter);
		expect(specsOf(wizard.screen()).at(-1)).toBe('ecs.c6.xlarge');
		await wizard.press(keys.ctrlC);
	});
});

test.each([
	{columns: 80, rows: 24, language: 'en'},
	{columns: 140, rows: 45, language: 'en'},
	{columns: 80, rows: 24, language: 'zh-CN'},
	{columns: 140, rows: 45, language: 'zh-CN'},
] as const)(
	'pins, what is avoided and the pick recompute the chain at $columns×$rows in $language',
	async size => {
		const wizard = await atChain(size);
		const words = size.language === 'en' ? enWizard : zhCnWizard;
		const {placed, target} = words.chain;
		const oddsOf = () => /█░* {2}([\d.]+) %/.exec(wizard.line(` ${placed} `))?.[1];
		expect(oddsOf()).toBe('99.926');
		await wizard.press('x');
		expect(specsOf(wizard.screen())).not.toContain('ecs.c6.large');
		await wizard.press('p');
		expect(wizard.line('❯ 1  ecs.c7.large')).toContain(labelsOf(size.language).reasons.pinned);
		await wizard.press('u', 'u');
		expect(oddsOf()).toBe('99.926');
		// Behind the four entries and the way to add one: the pick.
		await wizard.press(down, down, down, down, down, keys.left);
		expect(wizard.screen()).toContain(target('95 %'));
		expect(specsOf(wizard.screen()).length).toBeLessThan(4);
		// The target, without which the chain is that of the pick again.
		await wizard.press(down);
		await wizard.type('99.99%');
		expect(wizard.screen()).toContain(target('99.99 %'));
		for (const text of wizard.screen().split('\n'))
			expect(displayWidth(text)).toBeLessThanOrEqual(size.columns);
		await wizard.press(keys.ctrlC);
	},
);

test('a chain below its target says what to add, and one key leads there', async () => {
	const wizard = await atChain();
	await wizard.press(down, down, 'd', 'd');
	expect(specsOf(wizard.screen())).toEqual(['ecs.c6.large', 'ecs.c7.large']);
	// 1 − 0.2² is 3.9 points below; with the size 1 − 0.2² × 0.05 = 0.998. Expected: (0.8 × 0.39 + 0.16 × 0.4077) ÷ 0.96
	// = 0.39295, and with 0.038 × 0.441072 more, over 0.998: 0.394782.
	expect(wizard.line('Below the target')).toBe(
		' ▲ Below the target by 3.9 points: add 2-4Gi (+¥0.0018/h) [a]',
	);
	await wizard.press('a', enter);
	expect(specsOf(wizard.screen())).toEqual(['ecs.c6.large', 'ecs.c7.large', '2-4Gi']);
	expect(wizard.line('Below the target')).toContain('0.1 points: add ecs.g6.large');
	await wizard.press('a', enter);
	expect(wizard.line('Below the target')).toBe('');
	await wizard.press(keys.ctrlC);
});

test('a full chain below its target is picked anew by one key', async () => {
	const useSpecs = ['2-4Gi', '2-8Gi', '2-16Gi', '4-8Gi', '4-16Gi'];
	const initial = {name: 'web', cpu: '2', memory: '3Gi', chain: {useSpecs}};
	const wizard = await atChain({initial});
	expect(wizard.line('Below the target')).toContain('4.9 points: no single spec reaches it.');
	await wizard.press('r');
	expect(wizard.line('Below the target')).toBe('');
	await wizard.press(keys.ctrlC);
});

test('without colour the bar is made of plain characters', async () => {
	const wizard = await atChain({color: false});
	expect(wizard.line(' Placed ')).toMatch(/\[=+ \] {2}99\.926 %/);
	expect(wizard.screen()).not.toContain('█');
	await wizard.press(keys.ctrlC);
});

test('what is answered about the chain is said by the command', async () => {
	const wizard = await atChain({
		initial: {name: 'web', image: 'nginx:1.29', cpu: '2', memory: '3Gi'},
	});
	await wizard.press('x', 'p', down, down, down, down, down, keys.right, down, down, down, down);
	await wizard.type('2-4Gi=0.5');
	await wizard.press(keys.escape, '8', keys.shiftTab, enter);
	expect(await wizard.result).toMatchObject({
		command:
			'eci-plan export --name web --image nginx:1.29 --cpu 2 --memory 3Gi --pick resilient ' +
			'--pin ecs.c7.large --avoid ecs.c6.large --in-stock 2-4Gi=0.5',
	});
});

test('a typed token that is none says why not', async () => {
	const wizard = await atChain();
	await wizard.press('a');
	await wizard.type('2-4G');
	expect(wizard.line('  ✗ ')).toContain('2-4Gi');
	await wizard.press(keys.escape, keys.escape);
	expect(specsOf(wizard.screen())).toHaveLength(4);
	await wizard.press(keys.ctrlC);
});

test('a chain has at most five entries', async () => {
	const wizard = await atChain();
	await wizard.press('a');
	await wizard.type('4-8Gi');
	await wizard.press(enter, 'a');
	expect(wizard.screen()).toContain('A chain has at most five entries.');
	await wizard.press(keys.ctrlC);
});

test('a size that ECI won’t round is named by one key', async () => {
	const wizard = await startWizard({initial: {cpu: '7', memory: '13Gi'}});
	await wizard.press(enter, '3');
	expect(wizard.screen()).toContain('ECI won’t round this size. 8-16Gi holds it');
	await wizard.press('t', enter);
	expect(specsOf(wizard.screen())[0]).toBe('8-16Gi');
	await wizard.press(keys.ctrlC);
});

test('spot with a price limit', async () => {
	const wizard = await startWizard({initial: {name: 'web', cpu: '2', memory: '3Gi'}});
	await wizard.press(enter, '5', keys.right, keys.right);
	expect(wizard.line('needs a price limit')).not.toBe('');
	await wizard.press(down);
	await wizard.type('0.1234');
	expect(wizard.line('  ✗ ')).toContain('0.1234');
	await wizard.press(keys.backspace);
	expect(wizard.screen()).not.toContain('✗');
	await wizard.press(enter, enter, enter, keys.tab, keys.tab, enter);
	const result = await wizard.result;
	expect(result).toMatchObject({
		kind: 'finished',
		command:
			'eci-plan export --name web --cpu 2 --memory 3Gi ' +
			'--spot-strategy SpotWithPriceLimit --spot-price-limit 0.123',
	});
	expect(result.kind === 'finished' && result.yaml).toContain(
		'k8s.aliyun.com/eci-spot-price-limit: "0.123"',
	);
});

test('annotations of one’s own are added, checked and dropped', async () => {
	const wizard = await startWizard({initial: {name: 'web', cpu: '2', memory: '3Gi'}, rows: 40});
	await wizard.press(enter, '6', keys.shiftTab, 'a');
	await wizard.type('k8s.aliyun.com/eci-vswich=vsw-1');
	await wizard.press(enter);
	expect(wizard.screen()).toContain('k8s.aliyun.com/eci-vswitch.');
	await wizard.press('d');
	expect(wizard.screen()).toContain('Dropped k8s.aliyun.com/eci-vswich.');
	await wizard.press(keys.ctrlC);
});
