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
			  2-8Gi                 2    8  0.5293   386.42

			  Prices  2024-12-30, 693 days old
			  Source  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			          github.com/cloudpilot-ai
			  Source  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"warning: The oldest price used is from 2024-12-30, 693 days ago. Compare it with
			         the current price in Alibaba Cloud's console before you decide.
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
			  2-8Gi                 2    8  0.5293   386.42

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
			  2-8Gi                 2    8  0.5293  386.42

			  价格  2024-12-30，已过 693 天
			  来源  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			        github.com/cloudpilot-ai
			  来源  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"警告：所用的最早价格来自 2024-12-30，已过 693 天。决定之前，请与阿里云控制台的当
			      前价格核对。
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
			  2-8Gi                 2    8  0.5293  386.42

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
			"spec,vcpu,memoryGiB,perHour,perMonth
			ecs.c6a.large,2,4,0.293,213.89
			ecs.c7a.large,2,4,0.293,213.89
			ecs.u1-c1m2.large,2,4,0.351,256.23
			ecs.c8a.large,2,4,0.3872,282.656
			2-8Gi,2,8,0.529344,386.42112
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
			| 2-8Gi | 2 | 8 | 0.5293 | 386.42 |

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

	test('of a named spec that is too small is what it lacks', async () => {
		const pod = ['--cpu', '8', '--memory', '16Gi', '--use-specs'];
		expect(await rounding(...pod, '2-4Gi')).toBe('lacks 6 vCPU, 12 GiB');
		expect(await rounding(...pod, '16-16Gi')).toBe('adds 8 vCPU');
	});

	test('is no question where no size is billed', async () => {
		expect(await rounding('--cpu', '7', '--memory', '13Gi')).toBeUndefined();
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
