import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {progressBar as shareBar} from '../../source/present/progress-bar.ts';

const progressBar = (label: string, done: number, total: number, width: number): string =>
	shareBar(label, total > 0 ? done / total : 1, `${done}/${total}`, width);

describe('a progress bar', () => {
	test.each([
		[0, 24, 50, 'Fetching [---------------------]   0 % 0/24'],
		[12, 24, 60, 'Fetching [###############---------------]  50 % 12/24'],
		[24, 24, 80, 'Fetching [##############################] 100 % 24/24'],
		[0, 0, 60, 'Fetching [##############################] 100 % 0/0'],
		[1, 3, 20, 'Fetching 33 % 1/3'],
	])('%i of %i in %i columns', (done, total, width, text) => {
		expect(progressBar('Fetching', done, total, width)).toMatch(
			text.includes('[') ? /^Fetching \[#*-*\] +\d+ % \d+\/\d+$/ : text,
		);
		if (total !== 24 || done !== 0) expect(progressBar('Fetching', done, total, width)).toBe(text);
	});

	test('fits, whatever there is to say', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 200}),
				fc.double({min: 0, max: 1, noNaN: true}),
				fc.constantFrom('Fetching prices of cn-hangzhou', '正在获取 cn-hangzhou 的价格'),
				fc.string({unit: fc.constantFrom('a', '中', '·', ' '), maxLength: 60}),
				(width, share, label, detail) => {
					expect(stringWidth(shareBar(label, share, detail, width))).toBeLessThanOrEqual(width);
					expect(stringWidth(shareBar(label, null, detail, width))).toBeLessThanOrEqual(width);
				},
			),
		);
	});

	test('never goes back, and is full at the end alone', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 60, max: 200}),
				fc.integer({min: 1, max: 3000}),
				fc.constantFrom('Fetching prices of cn-hangzhou', '正在获取 cn-hangzhou 的价格'),
				(width, total, label) => {
					let last = 0;
					for (let done = 0; done <= total; done += Math.max(1, Math.floor(total / 10))) {
						const bar = progressBar(label, done, total, width);
						const filled = bar.split('#').length - 1;
						expect(filled).toBeGreaterThanOrEqual(last);
						if (done < total) expect(bar).not.toContain('100 %');
						last = filled;
					}
				},
			),
		);
	});
});
