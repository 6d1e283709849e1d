import {describe, expect, test} from 'vitest';
import {ok} from '../helpers/memory-world.ts';

const LINES: readonly (readonly string[])[] = [
	...['api', 'batch', 'ci-runner', 'cron', 'gpu-inference', 'spark', 'web'].flatMap(preset => [
		['size', '--preset', preset],
		['chain', '--preset', preset],
		['cost', '--preset', preset],
		['--preset', preset],
	]),
	['size', '--cpu', '7', '--memory', '13Gi'],
	['cost', '--preset', 'api', '--currency', 'USD', '--use-specs', 'ecs.c6.large'],
	['cost', '--cpu', '250m', '--memory', '512Mi', '--replicas', '0'],
	['cost', '--cpu', '64', '--memory', '512Gi', '--replicas', '100000', '--horizon', '3650d'],
	['cost', '--cpu', '250m', '--memory', '512Mi', '--kind', 'job', '--work', '1s', '--pull', '0s'],
];

/** Every value of a document with the keys above it. */
const leavesOf = (
	value: unknown,
	path = '',
): readonly (readonly [path: string, leaf: unknown])[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, below]) => leavesOf(below, `${path}.${key}`))
		: [[path, value]];

const MONEY = /\.(?:perSecond|perHour|perMonth|spotPerHour|unitPrice|amount|horizon)$/;

describe.each(LINES.map(line => [line.join(' '), line] as const))('%s', (_name, line) => {
	test('writes money as decimals with a currency beside it, never with an exponent', async () => {
		const document: unknown = JSON.parse(await ok([...line, '-o', 'json']));
		const leaves = leavesOf(document);
		const money = leaves.filter(([path]) => MONEY.test(path));
		expect(money.length).toBeGreaterThan(0);
		for (const [, amount] of money)
			if (amount !== null) expect(amount).toMatch(/^\d+(?:\.\d*[1-9])?$/);
		const currencies = new Set(
			leaves.filter(([path]) => path.endsWith('.currency')).map(([, c]) => c),
		);
		expect(currencies.size).toBe(1);
	});

	test('has the same numbers in Chinese', async () => {
		const numbersOf = async (language: string) => {
			const document: unknown = JSON.parse(await ok([...line, '-o', 'json', '--lang', language]));
			return leavesOf(document).filter(([path]) => !/\.(?:message|hint|label)$/.test(path));
		};
		expect(await numbersOf('zh-CN')).toEqual(await numbersOf('en'));
	});
});

test('numbers carry their unit in the key', async () => {
	const document: unknown = JSON.parse(await ok(['cost', '--preset', 'web', '-o', 'json']));
	const numbers = leavesOf(document).filter(([, leaf]) => typeof leaf === 'number');
	expect([...new Set(numbers.map(([path]) => path.replace(/\.\d+/g, '[]')))].toSorted()).toEqual([
		'.comparison[].vsBaseline',
		'.horizonHours',
		'.replicas.billedHoursPerMonth',
		'.replicas.peak',
		'.reserved.covered',
		'.reserved.curve[].covered',
		'.reserved.hoursPerMonth',
		'.reserved.vsBaseline',
		'.startUp.cachedSeconds',
		'.startUp.seconds',
		'.startUp.uncachedSeconds',
	]);
});

test('the comparison counts from its first row', async () => {
	const document: unknown = JSON.parse(await ok(['cost', '--preset', 'web', '-o', 'json']));
	expect(document).toMatchObject({
		comparison: expect.arrayContaining([expect.objectContaining({name: 'spot'})]),
	});
	expect(leavesOf(document).find(([path]) => path === '.comparison.0.vsBaseline')?.[1]).toBe(0);
});
