import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {ok, run} from '../helpers/memory-world.ts';
import {documentOf, parseDocument} from './document.ts';

const TWO_THREE = ['size', '--cpu', '2', '--memory', '3Gi'];

describe('what one pod is billed as', () => {
	test('on a terminal of 80 columns', async () => {
		const {out, err} = await run(TWO_THREE, {isTerminal: true, columns: 80, env: {NO_COLOR: '1'}});
		expect(out).toMatchInlineSnapshot(`
			"One pod
			  Asked     2 vCPU, 3 GiB by 1 container
			  Billed    2-4Gi
			  Rounding  adds 1 GiB, ¥0.0221/h
			  Price     ¥0.4411/h  ¥321.98/month (730 h)  ¥0.00012252/s
			  Region    cn-hangzhou, Ruleset 2020

			Other specs that hold this pod
			  Spec               vCPU  GiB     ¥/h  ¥/month
			  ecs.c6a.large         2    4  0.2930   213.89
			  ecs.c7a.large         2    4  0.2930   213.89
			  ecs.u1-c1m2.large     2    4  0.3510   256.23
			  ecs.c8a.large         2    4  0.3872   282.66
			  ecs.c6.large          2    4  0.3900   284.70

			  Prices  2024-12-30, 693 days old
			  Source  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			          github.com/cloudpilot-ai
			  Source  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"warning: The oldest price used is from 2024-12-30, 693 days ago. Compare it with
			         the current price in Alibaba Cloud's console before you decide.
			note: ecs.e-c1m2.large holds the pod for less, ¥0.2250/h, but its family shares
			      CPUs, so it's never picked unasked. Use --families e to take it.
			note: 2 vCPU, 3 GiB is rounded up and billed as 2-4Gi. Raise the limits to 2
			      vCPU, 4 GiB to use all that you pay for.
			"
		`);
	});

	test('on a terminal of 50 columns', async () => {
		const scene = {isTerminal: true, columns: 50, env: {NO_COLOR: '1'}};
		const {out, err} = await run(TWO_THREE, scene);
		expect(out).toMatchInlineSnapshot(`
			"One pod
			  Asked     2 vCPU, 3 GiB by 1 container
			  Billed    2-4Gi
			  Rounding  adds 1 GiB, ¥0.0221/h
			  Price     ¥0.4411/h  ¥321.98/month (730 h)
			            ¥0.00012252/s
			  Region    cn-hangzhou, Ruleset 2020

			Other specs that hold this pod
			  Spec               vCPU  GiB     ¥/h  ¥/month
			  ecs.c6a.large         2    4  0.2930   213.89
			  ecs.c7a.large         2    4  0.2930   213.89
			  ecs.u1-c1m2.large     2    4  0.3510   256.23
			  ecs.c8a.large         2    4  0.3872   282.66
			  ecs.c6.large          2    4  0.3900   284.70

			  Prices  2024-12-30, 693 days old
			  Source  Alibaba Cloud list prices (Linux, VPC,
			          instance only), collected by
			          github.com/cloudpilot-ai
			  Source  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"warning: The oldest price used is from 2024-12-30,
			         693 days ago. Compare it with the current
			         price in Alibaba Cloud's console before
			         you decide.
			note: ecs.e-c1m2.large holds the pod for less,
			      ¥0.2250/h, but its family shares CPUs, so
			      it's never picked unasked. Use --families e
			      to take it.
			note: 2 vCPU, 3 GiB is rounded up and billed as
			      2-4Gi. Raise the limits to 2 vCPU, 4 GiB to
			      use all that you pay for.
			"
		`);
	});

	test('in Chinese, 80 columns', async () => {
		const scene = {isTerminal: true, columns: 80, env: {NO_COLOR: '1'}};
		const {out, err} = await run([...TWO_THREE, '--lang', 'zh-CN'], scene);
		expect(out).toMatchInlineSnapshot(`
			"单个 Pod
			  申请      2 vCPU，3 GiB（1 个容器合计）
			  计费      2-4Gi
			  自动规整  增加 1 GiB，¥0.0221/小时
			  价格      ¥0.4411/小时  ¥321.98/月（730 小时）  ¥0.00012252/秒
			  地域      cn-hangzhou，规则集 2020

			可容纳该 Pod 的其他规格
			  规格               vCPU  GiB  ¥/小时    ¥/月
			  ecs.c6a.large         2    4  0.2930  213.89
			  ecs.c7a.large         2    4  0.2930  213.89
			  ecs.u1-c1m2.large     2    4  0.3510  256.23
			  ecs.c8a.large         2    4  0.3872  282.66
			  ecs.c6.large          2    4  0.3900  284.70

			  价格  2024-12-30，已过 693 天
			  来源  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			        github.com/cloudpilot-ai
			  来源  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"警告：所用的最早价格来自 2024-12-30，已过 693 天。决定之前，请与阿里云控制台的当
			      前价格核对。
			提示：ecs.e-c1m2.large 也可容纳该 Pod 且更便宜（¥0.2250/小时），但其规格族共享
			      CPU，因此不会自动选用。如需选用，请使用 --families e。
			提示：2 vCPU 3 GiB 自动规整为 2-4Gi 计费。可将限制值提高到 2 vCPU 4 GiB，用满已
			      付费的资源。
			"
		`);
	});

	test('in Chinese, 50 columns', async () => {
		const scene = {isTerminal: true, columns: 50, env: {NO_COLOR: '1'}};
		const {out, err} = await run([...TWO_THREE, '--lang', 'zh-CN'], scene);
		expect(out).toMatchInlineSnapshot(`
			"单个 Pod
			  申请      2 vCPU，3 GiB（1 个容器合计）
			  计费      2-4Gi
			  自动规整  增加 1 GiB，¥0.0221/小时
			  价格      ¥0.4411/小时  ¥321.98/月（730 小时）
			            ¥0.00012252/秒
			  地域      cn-hangzhou，规则集 2020

			可容纳该 Pod 的其他规格
			  规格               vCPU  GiB  ¥/小时    ¥/月
			  ecs.c6a.large         2    4  0.2930  213.89
			  ecs.c7a.large         2    4  0.2930  213.89
			  ecs.u1-c1m2.large     2    4  0.3510  256.23
			  ecs.c8a.large         2    4  0.3872  282.66
			  ecs.c6.large          2    4  0.3900  284.70

			  价格  2024-12-30，已过 693 天
			  来源  Alibaba Cloud list prices (Linux, VPC,
			        instance only), collected by
			        github.com/cloudpilot-ai
			  来源  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"警告：所用的最早价格来自 2024-12-30，已过 693 天。
			      决定之前，请与阿里云控制台的当前价格核对。
			提示：ecs.e-c1m2.large 也可容纳该 Pod 且更便宜
			      （¥0.2250/小时），但其规格族共享 CPU，因此不
			      会自动选用。如需选用，请使用 --families e。
			提示：2 vCPU 3 GiB 自动规整为 2-4Gi 计费。可将限制
			      值提高到 2 vCPU 4 GiB，用满已付费的资源。
			"
		`);
	});
});

test('a price a second is told of sizes alone: that of an ECS type has twelve decimals', async () => {
	const line = ['size', '--cpu', '2', '--memory', '4Gi', '--use-specs'];
	const priceOf = async (spec: string) => /^ {2}Price +(.*)$/m.exec(await ok([...line, spec]))?.[1];
	expect(await priceOf('2-4Gi')).toBe('¥0.4411/h  ¥321.98/month (730 h)  ¥0.00012252/s');
	expect(await priceOf('ecs.c6.large')).toBe('¥0.3900/h  ¥284.70/month (730 h)');
});

describe('as JSON', () => {
	test('names the size, its exact price, and fits its schema', async () => {
		expect(await documentOf(TWO_THREE, 'Sizing')).toMatchObject({
			ruleset: '2020',
			region: 'cn-hangzhou',
			request: {vcpu: 2, memoryGiB: 3},
			billed: {spec: '2-4Gi', vcpu: 2, memoryGiB: 4},
			rounded: true,
			price: {
				currency: 'CNY',
				perSecond: '0.00012252',
				perHour: '0.441072',
				perMonth: '321.98256',
			},
			roundingPrice: {
				currency: 'CNY',
				perSecond: '0.00000613',
				perHour: '0.022068',
				perMonth: '16.10964',
			},
			prices: {asOf: '2024-12-30'},
		});
	});

	test('starts with its version and kind, and ends with a line feed', async () => {
		const out = await ok([...TWO_THREE, '-o', 'json']);
		expect(out).toMatch(/^\{\n {2}"apiVersion": "eci-plan\/v1",\n {2}"kind": "Sizing",\n/);
		expect(out).toMatch(/[^\n]\n$/);
	});

	test('bills 8-14Gi where the region sells it, under the current rules', async () => {
		const line = ['size', '--cpu', '7', '--memory', '13Gi', '--ruleset', 'current'];
		expect(await documentOf(line, 'Sizing')).toMatchObject({billed: {spec: '8-14Gi'}});
		const frankfurt = [...line, '--region', 'eu-central-1'];
		expect(await documentOf(frankfurt, 'Sizing')).toMatchObject({billed: {spec: '8-16Gi'}});
	});

	test('a size that ECI will not round is a result with advice', async () => {
		const document = await documentOf(['size', '--cpu', '7', '--memory', '13Gi'], 'Sizing');
		expect(document).toMatchObject({
			billed: null,
			rounded: false,
			price: null,
			roundingPrice: null,
			request: {vcpu: 7, memoryGiB: 13},
		});
		expect(document['diagnostics']).toContainEqual(
			expect.objectContaining({
				rule: 'size-not-rounded',
				severity: 'warning',
				hint: expect.stringContaining('--use-specs 8-16Gi'),
			}),
		);
	});

	test('puts diagnostics into words of the language', async () => {
		const document = await documentOf([...TWO_THREE, '--lang', 'zh-CN'], 'Sizing');
		expect(document['diagnostics']).toContainEqual(
			expect.objectContaining({rule: 'size-rounded', message: expect.stringMatching(/规整/)}),
		);
	});

	test('prices a size in dollars, and has no price for ECS types there', async () => {
		const document = await documentOf([...TWO_THREE, '--currency', 'USD'], 'Sizing');
		expect(document).toMatchObject({
			price: {currency: 'USD', perHour: expect.any(String)},
			alternatives: [{spec: '2-8Gi', price: {currency: 'USD'}}],
		});
	});
});

describe('in the other formats', () => {
	test('YAML holds the very document of JSON', async () => {
		const json = parseDocument(await ok([...TWO_THREE, '-o', 'json']));
		const yaml = await ok([...TWO_THREE, '-o', 'yaml']);
		expect(parse(yaml)).toEqual(json);
		expect(parse(yaml, {version: '1.1'})).toEqual(json);
	});

	test('CSV lists the alternatives with exact amounts and English headings', async () => {
		const csv = await ok([...TWO_THREE, '-o', 'csv', '--lang', 'zh-CN']);
		expect(csv).toMatchInlineSnapshot(`
			"role,spec,vcpu,memoryGiB,perHour,perMonth,currency,asOf,missing
			billed,2-4Gi,2,4,0.441072,321.98256,CNY,,false
			alternative,ecs.c6a.large,2,4,0.293,213.89,CNY,2024-12-30,false
			alternative,ecs.c7a.large,2,4,0.293,213.89,CNY,2024-12-30,false
			alternative,ecs.u1-c1m2.large,2,4,0.351,256.23,CNY,2024-12-30,false
			alternative,ecs.c8a.large,2,4,0.3872,282.656,CNY,2024-12-30,false
			alternative,ecs.c6.large,2,4,0.39,284.7,CNY,2024-12-30,false
			"
		`);
	});

	test('Markdown shows what the table shows', async () => {
		expect(await ok([...TWO_THREE, '-o', 'markdown'])).toMatchInlineSnapshot(`
			"### One pod

			- Asked: 2 vCPU, 3 GiB by 1 container
			- Billed: 2-4Gi
			- Rounding: adds 1 GiB, ¥0.0221/h
			- Price: ¥0.4411/h  ¥321.98/month (730 h)  ¥0.00012252/s
			- Region: cn-hangzhou, Ruleset 2020

			### Other specs that hold this pod

			| Spec | vCPU | GiB | ¥/h | ¥/month |
			| --- | ---: | ---: | ---: | ---: |
			| ecs.c6a.large | 2 | 4 | 0.2930 | 213.89 |
			| ecs.c7a.large | 2 | 4 | 0.2930 | 213.89 |
			| ecs.u1-c1m2.large | 2 | 4 | 0.3510 | 256.23 |
			| ecs.c8a.large | 2 | 4 | 0.3872 | 282.66 |
			| ecs.c6.large | 2 | 4 | 0.3900 | 284.70 |

			- Prices: 2024-12-30, 693 days old
			- Source: Alibaba Cloud list prices (Linux, VPC, instance only), collected by github.com/cloudpilot-ai
			- Source: Alibaba Cloud, ECI实例概述
			"
		`);
	});
});

describe('what rounding does', () => {
	const rounding = async (...flags: readonly string[]) =>
		/^ {2}Rounding +(.*)$/m.exec(await ok(['size', ...flags]))?.[1];

	test('is told in vCPU, GiB and money', async () => {
		expect(await rounding('--cpu', '2', '--memory', '4Gi')).toBe('none: ECI has this size');
		expect(await rounding('--cpu', '1.5', '--memory', '3Gi')).toBe(
			'adds 0.5 vCPU, 1 GiB, ¥0.1103/h',
		);
	});

	test('is none for a named spec, which has more or less than what is asked', async () => {
		const beyond = async (spec: string) => {
			const out = await ok(['size', '--cpu', '8', '--memory', '16Gi', '--use-specs', spec]);
			expect(out).not.toContain('Rounding');
			return /^ {2}Beyond what is asked +(.*)$/m.exec(out)?.[1];
		};
		expect(await beyond('2-4Gi')).toBe('lacks 6 vCPU, 12 GiB');
		expect(await beyond('16-16Gi')).toBe('8 vCPU');
		expect(await beyond('8-16Gi')).toBe('nothing');
	});

	test.each([
		['2-4Gi', false],
		['2-3Gi', true],
		['ecs.c6.large', false],
	])('%s by name is rounded: %s', async (spec, rounded) => {
		const line = ['size', '--cpu', '1', '--memory', '2Gi', '--use-specs', spec];
		expect(await documentOf(line, 'Sizing')).toMatchObject({rounded});
	});

	test('is no question where no size is billed', async () => {
		expect(await rounding('--cpu', '7', '--memory', '13Gi')).toBeUndefined();
	});
});

describe('a type that is not known in the region', () => {
	const LINE = ['size', '--region', 'cn-nanjing', '--use-specs', 'ecs.c5.large,2-4Gi'];

	test('is not billed as a later entry', async () => {
		expect(await ok(LINE)).toMatch(/^ {2}Billed +ecs\.c5\.large isn't known in cn-nanjing$/m);
		expect(await ok([...LINE, '--lang', 'zh-CN'])).toContain('cn-nanjing 没有 ecs.c5.large 的信息');
		expect(await documentOf(LINE, 'Sizing')).toMatchObject({
			billed: null,
			price: null,
			missing: true,
			rounded: false,
		});
		const rows = (await ok([...LINE, '-o', 'csv'])).split('\n');
		expect(rows[1]).toBe('billed,,,,,,CNY,,true');
		expect(rows).toContain('alternative,2-4Gi,2,4,0.441072,321.98256,CNY,,false');
	});

	test('is none that another family is suggested for', async () => {
		const {err} = await run(LINE);
		expect(err).toContain(
			"ecs.c5.large isn't sold in cn-nanjing as far as the price list knows, nor is its family. Use another family or another region.",
		);
		const typo = await run(['size', '--use-specs', 'ecs.c6.xlage']);
		expect(typo.err).toContain('You probably mean ecs.c6.xlarge.');
	});

	test('keeps "no such size" for sizes', async () => {
		expect(await ok(['size', '--use-specs', '5-9Gi,2-4Gi'])).toMatch(/Billed +no such size/);
	});
});

describe('extra temporary storage', () => {
	const LINE = ['size', '--cpu', '2', '--memory', '4Gi', '--extra-ephemeral-storage', '50Gi'];
	const DOLLARS = [...LINE, '--currency', 'USD'];

	test('is part of the price where its own is known', async () => {
		// 50 × $0.000000093 × 3600 are $0.01674 an hour; 2-4Gi are $0.069264.
		expect(await ok(DOLLARS)).toMatch(/^ {2}Extra storage +50 GiB, US\$0\.0167\/h$/m);
		const document = await documentOf(DOLLARS, 'Sizing');
		expect(document).toMatchObject({
			price: {perHour: '0.086004'},
			missing: false,
			extraStorage: {gib: 50, price: {perHour: '0.01674'}},
		});
		// 2-8Gi: 2 × 0.02772 + 8 × 0.003456, and the storage.
		expect(document['alternatives']).toContainEqual(
			expect.objectContaining({
				spec: '2-8Gi',
				price: expect.objectContaining({perHour: '0.099828'}),
			}),
		);
		expect((await ok([...DOLLARS, '-o', 'csv'])).split('\n')[1]).toBe(
			'billed,2-4Gi,2,4,0.086004,62.78292,USD,,false',
		);
	});

	test('is said to be missing where it is not', async () => {
		const out = await ok(LINE);
		expect(out).toMatch(/^ {2}Extra storage +50 GiB, no price$/m);
		expect(out).toMatch(/^ {2}Price .*without the storage$/m);
		const document = await documentOf(LINE, 'Sizing');
		expect(document).toMatchObject({missing: true, extraStorage: {gib: 50, price: null}});
		expect(document['diagnostics']).toContainEqual(
			expect.objectContaining({
				rule: 'price-missing',
				severity: 'warning',
				path: 'pod.extraEphemeralStorage',
				message: 'No CNY price of temporary storage above 30 GiB is known, so prices leave it out.',
			}),
		);
		expect((await ok([...LINE, '-o', 'csv'])).split('\n')[1]).toMatch(
			/^billed,2-4Gi,.*,CNY,,true$/,
		);
	});

	test('is no row where nobody asks for it', async () => {
		const line = ['size', '--cpu', '2', '--memory', '4Gi'];
		expect(await ok(line)).not.toContain('storage');
		expect(await documentOf(line, 'Sizing')).toMatchObject({extraStorage: null, missing: false});
	});
});

test('the source of other specs is named where the spec itself has no price', async () => {
	const line = ['size', '--use-specs', 'ecs.c6.large', '--currency', 'USD'];
	expect(await ok(line)).toMatch(/^ {2}Source +Alibaba Cloud international/m);
	expect(await documentOf(line, 'Sizing')).toMatchObject({
		prices: {source: expect.stringContaining('Alibaba Cloud international')},
	});
});

describe('containers', () => {
	test('are added up', async () => {
		const line = ['size', '--container', 'name=web,cpu=1,memory=2Gi', '--container'];
		expect(await documentOf([...line, 'name=log,cpu=500m,memory=1Gi'], 'Sizing')).toMatchObject({
			request: {vcpu: 1.5, memoryGiB: 3},
			billed: {spec: '2-4Gi'},
		});
	});

	test('4G is less than 4Gi, and a hint says so', async () => {
		const {code, err} = await run(['size', '--cpu', '2', '--memory', '4G']);
		expect(code).toBe(0);
		expect(err).toContain('note: --memory: 4G is less than 4Gi');
	});
});
