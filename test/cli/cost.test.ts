import {describe, expect, test} from 'vitest';
import {ok, run} from '../helpers/memory-world.ts';
import {documentOf} from './document.ts';

const TEN = ['cost', '--cpu', '2', '--memory', '4Gi', '--replicas', '10'];
const CHAIN = [...TEN, '--use-specs', 'ecs.c6.large,2-4Gi'];

describe('what all pods cost', () => {
	const frame = (columns: number) => ({isTerminal: true, columns, env: {NO_COLOR: '1'}});

	test('on a terminal of 80 columns', async () => {
		const {out, err} = await run(CHAIN, frame(80));
		expect(out).toMatchInlineSnapshot(`
			"Ways of paying, all pods
			  Way        Spec             ¥/h   ¥/month  vs first  Why
			  on demand  ecs.c6.large  3.9000  2,847.00         –  list price
			  spot       ecs.c6.large  0.9750    711.75   -75.0 %  assumed 25 % of on demand
			  on demand  2-4Gi         4.4107  3,219.83   +13.1 %  list price
			  spot       2-4Gi         0.7822    571.01   -79.9 %  estimated from ECS types…
			  reserved   ecs.c6.large  2.6712  1,950.00   -31.5 %  10 × 500 h, rest on dema…

			A month on demand, all pods
			  Item          Spec          Quantity  Unit             ¥/h   ¥/month
			  ECS instance  ecs.c6.large      7300  instance·h  0.390000  2,847.00

			Total on demand
			  Pods      10 pods
			  An hour   ¥3.9000/h on average
			  A month   ¥2,847.00/month (730 h)
			  Over 30d  ¥2,808.00

			  Prices  2024-10-09, 775 days old
			  Source  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			          github.com/cloudpilot-ai
			  Source  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"warning: The oldest price used is from 2024-10-09, 775 days ago. Compare it with
			         the current price in Alibaba Cloud's console before you decide.
			note: One reserved instance is assumed to cost as much as 500 pay-as-you-go
			      hours a month (known subscriptions: 460 to 570). Set --reserved-hours to
			      the monthly price in the console divided by the price per hour.
			note: No spot price is known for ecs.c6.large, so 0.25 times the on-demand price
			      is assumed. Read these spot figures as a guess, or name types that have a
			      quote with --use-specs.
			note: The spot price of 2-4Gi is estimated from ECS types of the same size. Use
			      an ECS type, such as ecs.c7.large, to see a quoted price.
			"
		`);
	});

	test('on a terminal of 50 columns, a record a row', async () => {
		const {out, err} = await run(CHAIN, frame(50));
		expect(out).toMatchInlineSnapshot(`
			"Ways of paying, all pods
			  Way       on demand
			  Spec      ecs.c6.large
			  ¥/h       3.9000
			  ¥/month   2,847.00
			  vs first  –
			  Why       list price

			  Way       spot
			  Spec      ecs.c6.large
			  ¥/h       0.9750
			  ¥/month   711.75
			  vs first  -75.0 %
			  Why       assumed 25 % of on demand

			  Way       on demand
			  Spec      2-4Gi
			  ¥/h       4.4107
			  ¥/month   3,219.83
			  vs first  +13.1 %
			  Why       list price

			  Way       spot
			  Spec      2-4Gi
			  ¥/h       0.7822
			  ¥/month   571.01
			  vs first  -79.9 %
			  Why       estimated from ECS types of this size

			  Way       reserved
			  Spec      ecs.c6.large
			  ¥/h       2.6712
			  ¥/month   1,950.00
			  vs first  -31.5 %
			  Why       10 × 500 h, rest on demand

			A month on demand, all pods
			  Item      ECS instance
			  Spec      ecs.c6.large
			  Quantity  7300
			  Unit      instance·h
			  ¥/h       0.390000
			  ¥/month   2,847.00

			Total on demand
			  Pods      10 pods
			  An hour   ¥3.9000/h on average
			  A month   ¥2,847.00/month (730 h)
			  Over 30d  ¥2,808.00

			  Prices  2024-10-09, 775 days old
			  Source  Alibaba Cloud list prices (Linux, VPC,
			          instance only), collected by
			          github.com/cloudpilot-ai
			  Source  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"warning: The oldest price used is from 2024-10-09,
			         775 days ago. Compare it with the current
			         price in Alibaba Cloud's console before
			         you decide.
			note: One reserved instance is assumed to cost as
			      much as 500 pay-as-you-go hours a month
			      (known subscriptions: 460 to 570). Set
			      --reserved-hours to the monthly price in the
			      console divided by the price per hour.
			note: No spot price is known for ecs.c6.large, so
			      0.25 times the on-demand price is assumed.
			      Read these spot figures as a guess, or name
			      types that have a quote with --use-specs.
			note: The spot price of 2-4Gi is estimated from
			      ECS types of the same size. Use an ECS type,
			      such as ecs.c7.large, to see a quoted price.
			"
		`);
	});

	test('in Chinese, 80 columns', async () => {
		const {out, err} = await run([...CHAIN, '--lang', 'zh-CN'], frame(80));
		expect(out).toMatchInlineSnapshot(`
			"付费方式对比
			  付费方式    规格          ¥/小时      ¥/月  与首项相比  理由
			  按量付费    ecs.c6.large  3.9000  2,847.00           –  目录价
			  抢占式实例  ecs.c6.large  0.9750    711.75     -75.0 %  假定为按量付费的 25 %
			  按量付费    2-4Gi         4.4107  3,219.83     +13.1 %  目录价
			  抢占式实例  2-4Gi         0.7822    571.01     -79.9 %  按同规格 ECS 实例估算
			  预留实例券  ecs.c6.large  2.6712  1,950.00     -31.5 %  10 × 500 小时，其余按…

			按量付费每月费用（全部 Pod）
			  计费项    规格          用量  单位         ¥/小时      ¥/月
			  ECS 实例  ecs.c6.large  7300  实例·小时  0.390000  2,847.00

			按量付费合计
			  Pod 数  10 个 Pod
			  每小时  平均 ¥3.9000/小时
			  每月    ¥2,847.00/月（730 小时）
			  30d 内  ¥2,808.00

			  价格  2024-10-09，已过 775 天
			  来源  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			        github.com/cloudpilot-ai
			  来源  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"警告：所用的最早价格来自 2024-10-09，已过 775 天。决定之前，请与阿里云控制台的当
			      前价格核对。
			提示：假定一张预留实例券的月价相当于 500 小时的按量付费价格（已知包月价格：460～
			      570 小时）。请用 --reserved-hours 设为控制台的月价除以每小时价格。
			提示：没有 ecs.c6.large 的抢占式实例价格，假定为按量付费价格的 0.25 倍。这些价格
			      仅供参考；也可用 --use-specs 指定有报价的规格。
			提示：2-4Gi 的抢占式实例价格按同规格的 ECS 实例估算。如需查看报价，请使用
			      ecs.c7.large 之类的 ECS 实例规格。
			"
		`);
	});

	test('in Chinese, 50 columns', async () => {
		const {out, err} = await run([...CHAIN, '--lang', 'zh-CN'], frame(50));
		expect(out).toMatchInlineSnapshot(`
			"付费方式对比
			  付费方式    按量付费
			  规格        ecs.c6.large
			  ¥/小时      3.9000
			  ¥/月        2,847.00
			  与首项相比  –
			  理由        目录价

			  付费方式    抢占式实例
			  规格        ecs.c6.large
			  ¥/小时      0.9750
			  ¥/月        711.75
			  与首项相比  -75.0 %
			  理由        假定为按量付费的 25 %

			  付费方式    按量付费
			  规格        2-4Gi
			  ¥/小时      4.4107
			  ¥/月        3,219.83
			  与首项相比  +13.1 %
			  理由        目录价

			  付费方式    抢占式实例
			  规格        2-4Gi
			  ¥/小时      0.7822
			  ¥/月        571.01
			  与首项相比  -79.9 %
			  理由        按同规格 ECS 实例估算

			  付费方式    预留实例券
			  规格        ecs.c6.large
			  ¥/小时      2.6712
			  ¥/月        1,950.00
			  与首项相比  -31.5 %
			  理由        10 × 500 小时，其余按量付费

			按量付费每月费用（全部 Pod）
			  计费项  ECS 实例
			  规格    ecs.c6.large
			  用量    7300
			  单位    实例·小时
			  ¥/小时  0.390000
			  ¥/月    2,847.00

			按量付费合计
			  Pod 数  10 个 Pod
			  每小时  平均 ¥3.9000/小时
			  每月    ¥2,847.00/月（730 小时）
			  30d 内  ¥2,808.00

			  价格  2024-10-09，已过 775 天
			  来源  Alibaba Cloud list prices (Linux, VPC,
			        instance only), collected by
			        github.com/cloudpilot-ai
			  来源  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatchInlineSnapshot(`
			"警告：所用的最早价格来自 2024-10-09，已过 775 天。
			      决定之前，请与阿里云控制台的当前价格核对。
			提示：假定一张预留实例券的月价相当于 500 小时的按
			      量付费价格（已知包月价格：460～570 小时）。
			      请用 --reserved-hours 设为控制台的月价除以每
			      小时价格。
			提示：没有 ecs.c6.large 的抢占式实例价格，假定为按
			      量付费价格的 0.25 倍。这些价格仅供参考；也可
			      用 --use-specs 指定有报价的规格。
			提示：2-4Gi 的抢占式实例价格按同规格的 ECS 实例估
			      算。如需查看报价，请使用 ecs.c7.large 之类的
			      ECS 实例规格。
			"
		`);
	});
});

describe('as JSON', () => {
	test('lines, total and comparison fit the schema and each other', async () => {
		const document = await documentOf(CHAIN, 'Quote');
		expect(document).toMatchObject({
			name: 'app',
			replicas: {peak: 10, billedHoursPerMonth: 7300},
			horizonHours: 720,
			lines: [
				{
					label: 'ECS instance',
					quantity: '7300',
					unit: 'instance-hour',
					currency: 'CNY',
					unitPrice: '0.39',
					amount: '2847',
					basis: 'ecs.c6.large',
					missing: false,
				},
			],
			total: {
				currency: 'CNY',
				perHour: '3.9',
				perMonth: '2847',
				horizon: '2808',
				incomplete: false,
			},
			comparison: [
				{name: 'on-demand', spec: 'ecs.c6.large', basis: 'list', perHour: '3.9', vsBaseline: 0},
				{name: 'spot', spec: 'ecs.c6.large', basis: 'assumed', perHour: '0.975', vsBaseline: -75},
				{name: 'on-demand', spec: '2-4Gi', basis: 'list', perHour: '4.41072'},
				{name: 'spot', spec: '2-4Gi', basis: 'ratio'},
				{name: 'reserved', spec: 'ecs.c6.large', basis: 'reserved', perMonth: '1950'},
			],
		});
	});

	test('an own price is no list price', async () => {
		const args = ['--use-specs', 'ecs.c6.large', '--price', 'ecs.c6.large=0.35'];
		expect(await documentOf([...TEN, ...args], 'Quote')).toMatchObject({
			comparison: [
				{name: 'on-demand', spec: 'ecs.c6.large', basis: 'own', perHour: '3.5'},
				{name: 'spot', spec: 'ecs.c6.large'},
				{name: 'on-demand', spec: '2-4Gi', basis: 'list'},
				{name: 'reserved', spec: 'ecs.c6.large'},
			],
		});
	});

	test('a size that is billed by vCPU and memory has a line for each', async () => {
		const document = await documentOf([...TEN, '--use-specs', '2-4Gi'], 'Quote');
		expect(document).toMatchObject({
			lines: [
				{
					label: 'vCPU',
					quantity: '14600',
					unit: 'vcpu-hour',
					unitPrice: '0.1764',
					amount: '2575.44',
				},
				{label: 'memory', quantity: '29200', unit: 'GiB-hour', amount: '644.3856'},
			],
			total: {perMonth: '3219.8256'},
		});
	});

	test('a missing price is null and named, never 0', async () => {
		const line = [...TEN, '--use-specs', 'ecs.c6.large', '--currency', 'USD'];
		const document = await documentOf(line, 'Quote');
		expect(document).toMatchObject({
			lines: [{unitPrice: null, amount: null, missing: true}],
			total: null,
			comparison: [
				{perHour: null, perMonth: null, vsBaseline: null, basis: null, missing: true},
				{perHour: null, missing: true},
				{spec: '2-4Gi', perHour: '0.69264', inChain: false, missing: false},
			],
		});
		expect(document['diagnostics']).toContainEqual(
			expect.objectContaining({rule: 'price-missing', severity: 'warning'}),
		);
		expect(await ok(line)).toContain('no price');
	});

	test('work that runs once is told apart from a month', async () => {
		const line = ['cost', '--kind', 'job', '--work', '2h', '--cpu', '2', '--memory', '4Gi'];
		expect(await ok([...line, '--use-specs', '2-4Gi'])).toContain('for the one run');
		const document = await documentOf([...line, '--use-specs', '2-4Gi', '--pull', '0s'], 'Quote');
		expect(document).toMatchObject({total: {perMonth: '0.882144', horizon: '0.882144'}});
	});

	test('extra temporary storage is a line of its own', async () => {
		const line = [...TEN, '--use-specs', '2-4Gi', '--extra-ephemeral-storage', '20Gi'];
		const {lines} = await documentOf([...line, '--ruleset', 'current'], 'Quote');
		expect(lines).toContainEqual(
			expect.objectContaining({label: 'temporary storage above 30 GiB', unit: expect.any(String)}),
		);
	});
});

describe('a chain whose first entry is not known', () => {
	const LINE = [...TEN, '--use-specs', 'ecs.c6.zzz,2-4Gi'];
	const PLAN = ['--preset', 'cron', '--quiet', '--use-specs', 'ecs.c6.zzz,2-4Gi'];

	test('has no total, not that of a later entry', async () => {
		const document = await documentOf(LINE, 'Quote');
		expect(document).toMatchObject({
			lines: [{label: 'ECS instance', basis: 'ecs.c6.zzz', quantity: '7300', missing: true}],
			total: null,
			comparison: [
				{name: 'on-demand', spec: 'ecs.c6.zzz', perHour: null, basis: null, missing: true},
				{name: 'spot', spec: 'ecs.c6.zzz', perHour: null, basis: null, missing: true},
				{name: 'on-demand', spec: '2-4Gi', perHour: '4.41072', vsBaseline: null, missing: false},
				{name: 'spot', spec: '2-4Gi', vsBaseline: null, missing: false},
			],
		});
		expect(await documentOf(PLAN, 'Plan')).toMatchObject({
			totals: null,
			workloads: [
				{
					useSpecs: 'ecs.c6.zzz,2-4Gi',
					entries: [
						{rank: 1, spec: 'ecs.c6.zzz', kind: 'ecs', vcpu: null, perHour: null},
						{rank: 2, spec: '2-4Gi', vcpu: 2, perHour: '0.441072'},
					],
				},
			],
		});
	});

	test('shows it in every format', async () => {
		const out = await ok(LINE);
		expect(out).toMatch(/^ {2}on demand +ecs\.c6\.zzz +no price +no price +–$/m);
		expect(out).toMatch(/^ {2}spot +ecs\.c6\.zzz +no price +no price +–$/m);
		expect(out).toMatch(/^ {2}ECS instance +ecs\.c6\.zzz +7300 .*no price$/m);
		expect(out).toMatch(/^Total on demand\n {2}Price +no price$/m);
		expect((await ok([...LINE, '-o', 'csv'])).split('\n').slice(1, 3)).toEqual([
			'on-demand,ecs.c6.zzz,,,,,CNY,,true,true',
			'spot,ecs.c6.zzz,,,,,CNY,,true,true',
		]);
		expect(await ok([...LINE, '-o', 'markdown'])).toContain(
			'| on demand | ecs.c6.zzz | no price | no price | – |  |',
		);
		expect(await ok(PLAN)).toMatch(/^ {2}1 +ecs\.c6\.zzz +– +– +no price +no price/m);
	});

	test('is not said to be without a type that could be reserved', async () => {
		expect(await documentOf(LINE, 'Quote')).not.toMatchObject({
			diagnostics: expect.arrayContaining([expect.objectContaining({rule: 'reserved-nothing'})]),
		});
	});
});

describe('a chain of ECS types alone', () => {
	const LINE = [...TEN, '--use-specs', 'ecs.c6.large'];

	test('is compared with ECI on demand, which is marked as no part of it', async () => {
		expect(await ok(LINE)).toMatch(
			/^ {2}on demand +2-4Gi +4\.4107 +3,219\.83 +\+13\.1 % +not in the chain, list price$/m,
		);
		expect((await ok([...LINE, '-o', 'csv'])).split('\n')).toContain(
			'on-demand,2-4Gi,4.41072,3219.8256,13.0954,list,CNY,,false,false',
		);
		expect(await ok([...LINE, '--lang', 'zh-CN'])).toContain('不在备选规格链中，目录价');
	});
});

describe('extra storage without a price', () => {
	test('is missing in each row, in words and in a column', async () => {
		const line = [...TEN, '--use-specs', '2-4Gi', '--extra-ephemeral-storage', '20Gi'];
		expect(await documentOf(line, 'Quote')).toMatchObject({
			comparison: [
				{perHour: '4.41072', missing: true},
				{name: 'spot', missing: true},
			],
		});
		expect(await ok(line)).toContain('without the storage, list price');
		for (const row of (await ok([...line, '-o', 'csv'])).trim().split('\n').slice(1))
			expect(row).toMatch(/,true,true$/);
	});
});

describe('in the other formats', () => {
	test('CSV is the comparison with exact amounts', async () => {
		expect(await ok([...CHAIN, '-o', 'csv'])).toMatchInlineSnapshot(`
			"name,spec,perHour,perMonth,vsBaseline,basis,currency,asOf,missing,inChain
			on-demand,ecs.c6.large,3.9,2847,0,list,CNY,2024-12-30,false,true
			spot,ecs.c6.large,0.975,711.75,-75,assumed,CNY,2024-12-30,false,true
			on-demand,2-4Gi,4.41072,3219.8256,13.0954,list,CNY,,false,true
			spot,2-4Gi,0.782201109152,571.006809680671,-79.9436,ratio,CNY,2024-10-09,false,true
			reserved,ecs.c6.large,2.671232876712,1950,-31.5068,reserved,CNY,2024-12-30,false,true
			"
		`);
	});

	test('Markdown has every table', async () => {
		expect(await ok([...CHAIN, '-o', 'markdown', '--lang', 'zh-CN'])).toMatchInlineSnapshot(`
			"### 付费方式对比

			| 付费方式 | 规格 | ¥/小时 | ¥/月 | 与首项相比 | 理由 |
			| --- | --- | ---: | ---: | ---: | --- |
			| 按量付费 | ecs.c6.large | 3.9000 | 2,847.00 | – | 目录价 |
			| 抢占式实例 | ecs.c6.large | 0.9750 | 711.75 | -75.0 % | 假定为按量付费的 25 % |
			| 按量付费 | 2-4Gi | 4.4107 | 3,219.83 | +13.1 % | 目录价 |
			| 抢占式实例 | 2-4Gi | 0.7822 | 571.01 | -79.9 % | 按同规格 ECS 实例估算 |
			| 预留实例券 | ecs.c6.large | 2.6712 | 1,950.00 | -31.5 % | 10 × 500 小时，其余按量付费 |

			### 按量付费每月费用（全部 Pod）

			| 计费项 | 规格 | 用量 | 单位 | ¥/小时 | ¥/月 |
			| --- | --- | ---: | --- | ---: | ---: |
			| ECS 实例 | ecs.c6.large | 7300 | 实例·小时 | 0.390000 | 2,847.00 |

			### 按量付费合计

			- Pod 数: 10 个 Pod
			- 每小时: 平均 ¥3.9000/小时
			- 每月: ¥2,847.00/月（730 小时）
			- 30d 内: ¥2,808.00

			- 价格: 2024-10-09，已过 775 天
			- 来源: Alibaba Cloud list prices (Linux, VPC, instance only), collected by github.com/cloudpilot-ai
			- 来源: Alibaba Cloud, ECI实例概述
			"
		`);
	});
});

test('charges of other products are named as not priced, beside the total and in a simulation', async () => {
	const line = '--cpu 2 --memory 4Gi --image nginx --nat --with-eip';
	expect(await ok(`cost ${line}`)).toMatch(/Not priced +elastic IP addresses, NAT gateway\n/);
	expect(await ok(`cost ${line} --lang zh-CN`)).toMatch(/未计价 +弹性公网 IP，NAT 网关\n/);
	expect(JSON.parse(await ok(`cost ${line} -o json`))).toMatchObject({notPriced: ['eip', 'nat']});
	const simulated = JSON.parse(await ok(`simulate ${line} --paths 2 -o json`));
	for (const charge of ['eip', 'nat'])
		expect(simulated.assumptions).toContainEqual(
			expect.objectContaining({id: 'not-priced', facts: {charge}}),
		);
	expect(await ok('cost --cpu 2 --memory 4Gi')).not.toContain('Not priced');
});
