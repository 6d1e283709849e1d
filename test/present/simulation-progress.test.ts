import {expect, test} from 'vitest';
import {progressText} from '../../source/present/simulation-progress.ts';

const COSTS = [
	{name: 'on-demand', mean: 632.8832, p10: 632.8832, p90: 632.8832},
	{name: 'spot', mean: 158.2249, p10: 150, p90: 170},
] as const;

test('tells how many paths there are and what they cost so far', () => {
	expect(progressText(64, 1000, COSTS, 'CNY', 'en')).toBe(
		'64/1000 paths · on-demand ¥632.88 · spot ¥158.22',
	);
	expect(progressText(64, 1000, COSTS, 'USD', 'zh-CN')).toBe(
		'64/1000 条路径 · 按量付费 US$632.88 · 抢占式 US$158.22',
	);
});
