import {expect, test} from 'vitest';
import {progressText} from '../../source/present/simulation-progress.ts';

const COSTS = [
	{name: 'on-demand', mean: 632.8832, p10: 632.8832, p90: 632.8832},
	{name: 'spot', mean: 158.2249, p10: 150, p90: 170},
] as const;

const pathsText = (done: number, seconds: number, language: 'en' | 'zh-CN' = 'en'): string =>
	progressText({done, all: 1000, seconds}, [], 'CNY', language);

test('tells how many paths there are and what they cost so far', () => {
	const paths = {done: 1000, all: 1000, seconds: 3};
	expect(progressText(paths, COSTS, 'CNY', 'en')).toBe(
		'1000/1000 paths · on-demand ¥632.88 · spot ¥158.22',
	);
	expect(progressText(paths, COSTS, 'USD', 'zh-CN')).toBe(
		'1000/1000 条路径 · 按量付费 US$632.88 · 抢占式 US$158.22',
	);
});

test('tells how long the rest takes at the same pace, rounded up', () => {
	expect(pathsText(250, 1.2)).toBe('4 s left · 250/1000 paths');
	expect(pathsText(100, 13.2)).toBe('119 s left · 100/1000 paths');
	expect(pathsText(100, 13.4)).toBe('3 min left · 100/1000 paths');
	expect(pathsText(500, 2, 'zh-CN')).toBe('还需 2 秒 · 500/1000 条路径');
	expect(pathsText(500, 600, 'zh-CN')).toBe('还需 10 分钟 · 500/1000 条路径');
	expect(pathsText(0, 2)).toBe('0/1000 paths');
});
