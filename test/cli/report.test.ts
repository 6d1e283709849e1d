import {describe, expect, test} from 'vitest';
import {ok, run} from '../helpers/memory-world.ts';

const LINE =
	'report --name shop --image shop:1 --cpu 2 --memory 4Gi --use-specs 2-4Gi --strategies on-demand --paths 20 --horizon 10d --ruleset current';

/** 2-4Gi for ten days: 0.00012252 yuan a second [facts/eci.md §4]. */
const TEN_DAYS = (0.000_122_52 * 864_000).toFixed(2);

describe('a report', () => {
	test('is one HTML file with the plan, the cost over time and the manifest', async () => {
		const html = await ok(LINE);
		expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
		expect(html).toContain('<h1>shop on Alibaba Cloud ECI</h1>');
		for (const title of ['One pod', 'Fallback chain', 'Cost over time', 'Assumptions', 'Manifest'])
			expect(html).toContain(`<h2>${title}`);
		expect(TEN_DAYS).toBe('105.86');
		expect(html).toContain(`>${TEN_DAYS}<`);
		expect(html).toContain('k8s.aliyun.com/eci-use-specs');
		expect(html).toContain('<svg');
	});

	test('is Markdown or the drawing alone where that is asked', async () => {
		const markdown = await ok(`${LINE} -o markdown`);
		expect(markdown).toMatch(
			/^# shop on Alibaba Cloud ECI\n\nRegion cn-hangzhou, ruleset current, over 10d\n/,
		);
		expect(markdown).toContain(TEN_DAYS);
		expect(await ok(`${LINE} -o svg`)).toMatch(/^<svg xmlns.*<\/svg>\n$/s);
	});

	test('is Chinese where that is asked', async () => {
		const html = await ok(`${LINE} --lang zh-CN`);
		expect(html).toContain('<html lang="zh-CN">');
		expect(html).toContain('<h1>shop：阿里云弹性容器实例 ECI</h1>');
		expect(html).not.toMatch(/<h2>[A-Za-z ]+<\/h2>/);
	});

	test('is the same bytes for the same input', async () => {
		expect(await ok(LINE)).toBe(await ok(LINE));
	});

	test('says its notes in the file, and beside it', async () => {
		const {out, err} = await run(LINE.split(' '));
		expect(out).toContain('<h2>What to know</h2>');
		expect(err).toContain('note: ');
	});

	test('takes no format of tables', async () => {
		const {code, out, err} = await run([...LINE.split(' '), '-o', 'csv']);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toContain('html');
	});
});
