import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../source/present/display-width.ts';
import {ok} from '../helpers/memory-world.ts';
import {shellWords} from '../helpers/shell.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, tab, down, up, right, left} = keys;

/** A given chain, so that the YAML hangs on no price. */
const initial = {
	name: 'shop',
	image: 'registry-vpc.cn-hangzhou.aliyuncs.com/shop/web:1',
	cpu: '2',
	memory: '4Gi',
	workload: {replicas: 20},
	chain: {useSpecs: ['ecs.c6.large']},
};

const shopYaml = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 20
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
        alibabacloud.com/eci: "true"
      annotations:
        k8s.aliyun.com/eci-use-specs: "ecs.c6.large"
    spec:
      containers:
      - name: app
        image: registry-vpc.cn-hangzhou.aliyuncs.com/shop/web:1
        ports:
        - containerPort: 80
        env:
        - name: aliyun_logs_shop
          value: stdout
        resources:
          limits:
            cpu: "2"
            memory: "4Gi"
        volumeMounts:
        - name: data
          mountPath: /data
        - name: scratch
          mountPath: /scratch
`;

type Wizard = Awaited<ReturnType<typeof startWizard>>;

const start = async (given: Parameters<typeof startWizard>[0] = {}): Promise<Wizard> => {
	const wizard = await startWizard({initial, ...given});
	await wizard.press(enter);
	return wizard;
};

const addStorage = async (wizard: Wizard) => {
	await wizard.press('6', 'a', down, right, down);
	await wizard.type('1a2b.nas.aliyuncs.com');
	await wizard.press(up, 'a', keys.ctrlU);
	await wizard.type('scratch');
	await wizard.press(down, right, right, right, down);
	await wizard.type('100Gi');
	await wizard.press(down, down, right, right, down, down, down, keys.ctrlU);
	await wizard.type('/scratch');
};

const addLog = async (wizard: Wizard) => {
	await wizard.press(tab, 'a', enter);
};

/** To a field, by its label. */
const goTo = async (wizard: Wizard, label: string) => {
	for (let presses = 0; !wizard.line(`❯ ${label}`); presses++) {
		expect(presses).toBeLessThan(40);
		await wizard.press(down);
	}
};

const isWithin = (screen: string, columns: number, rows: number) => {
	const lines = screen.split('\n');
	expect(lines).toHaveLength(rows);
	for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
	expect(screen).toContain('❯');
};

test('the pod, in English', async () => {
	const wizard = await start();
	await addStorage(wizard);
	await addLog(wizard);
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · shop · cn-hangzhou · 2020            prices 2024-12-30, 10 days old
		 1 Workload 2 Containers 3 Size 4 Chain 5 Billing❯6 Pod 7 Compare 8 Export
		────────────────────────────────────────────────────────────────────────────────
		 What surrounds the containers: storage, logs, network, annotations
		  ↑ 13
		   Keep            no
		   Encrypted       no
		   Mounted at      /scratch
		   Read-only       no

		 Logs
		 ❯ shop  stdout
		   + add a log collection

		 Network
		  ↓ 21

		 ✓ Set shop.
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB               on demand   ¥0.3900/h  ¥284.70/month
		 20 pods  ¥5,694.00/month on demand        spot       ~¥0.0975/h  ~¥71.18/month
		 ecs.c6.large                                                       no warnings
		 simulating …
		 ↑↓ move  Tab next section  a add  e edit  d drop  Enter next  Esc back  ? keys"
	`);
	await wizard.press(keys.ctrlC);
});

test('a volume that lacks something, in Chinese', async () => {
	const wizard = await start({language: 'zh-CN'});
	await wizard.press('6', 'a', down, right);
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · shop · cn-hangzhou · 2020           价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器  3 规格  4 备选链  5 计费 ❯6 Pod✗  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 容器之外：存储、日志、网络与注解
		  ↑ 3
		   data ✗  nas    /data
		   + 添加数据卷

		 数据卷 data
		   名称         data
		 ❯ 类型         nas：NAS 文件系统  ‹ ›
		   服务器
		              ✗ nas 类型的数据卷 data 缺少 server。请补充，例如
		                server=1a2b3c.cn-hangzhou.nas.aliyuncs.com。
		   目录         /
		  ↓ 29

		 存储类型，下方各项随之变化
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 20 个 Pod  按量付费 ¥5,694.00/月           抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large                                              出错前  ✗ 1 个错误
		 模拟中 …
		 ↑↓ 移动  Tab 下一部分  ←→ 更改  a 添加  / 筛选  Enter 下一步  Esc 返回  ? 按键"
	`);
	await wizard.press(keys.ctrlC);
});

test('a range that is too small, beside the panel', async () => {
	const wizard = await start({columns: 120, rows: 40});
	await addStorage(wizard);
	await addLog(wizard);
	await goTo(wizard, 'vSwitch range');
	await wizard.type('10.0.0.0/28');
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · shop · cn-hangzhou · 2020                                                    prices 2024-12-30, 10 days old
		 1 Workload  2 Containers  3 Size  4 Chain  5 Billing ❯6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 What surrounds the containers: storage, logs, network, annotations       │ One pod
		  ↑ 8                                                                     │ ecs.c6.large                  2 vCPU, 4 GiB
		   Name            scratch                                                │ on demand   ¥0.3900/h  ¥284.70/month
		   Type            new-disk: created with the pod                         │ spot       ~¥0.0975/h  ~¥71.18/month
		   Size            100Gi                                                  │
		   File system     ext4                                                   │ All pods
		   Performance     PL1                                                    │ 20 pods  ¥5,694.00/month on demand
		   Keep            no                                                     │ simulating …
		   Encrypted       no                                                     │
		   Mounted at      /scratch                                               │ Chain
		   Read-only       no                                                     │ 1 ecs.c6.large                    ¥0.3900/h
		                                                                          │
		 Logs                                                                     │ ▲ 1 warning
		   shop  stdout                                                           │ ▲ 10.0.0.0/28 has addresses for 12 of the
		   + add a log collection                                                 │   20 pods. Use a larger vSwitch, add
		                                                                          │   vSwitches, or run fewer pods.
		 Network                                                                  │
		 ❯ vSwitch range   10.0.0.0/28                                            │
		                 ▲ 10.0.0.0/28 has addresses for 12 of the 20 pods. Use a │
		                   larger vSwitch, add vSwitches, or run fewer pods.      │
		   vCPU quota                                                             │
		   NAT gateway     no                                                     │
		   Service         none                                                   │
		   vSwitch                                                                │
		   Security group                                                         │
		   New EIP         not set                                                │
		   EIP bandwidth                                                          │
		   Existing EIP                                                           │
		                                                                          │
		 Pod                                                                      │
		   Resource group                                                         │
		   RAM role                                                               │
		  ↓ 8                                                                     │
		                                                                          │
		 Address range of the vSwitch, one address a pod: 10.0.0.0/24             │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  Tab next section  Enter next  Esc back  ? keys"
	`);
	await wizard.press(keys.ctrlC);
});

test('billing', async () => {
	const wizard = await start();
	await wizard.press('5', down, down, down);
	await wizard.type('5');
	expect(wizard.screen()).toMatchInlineSnapshot(`
		" eci-plan · shop · cn-hangzhou · 2020            prices 2024-12-30, 10 days old
		 1 Workload 2 Containers 3 Size 4 Chain❯5 Billing 6 Pod 7 Compare 8 Export
		────────────────────────────────────────────────────────────────────────────────
		 How the pods are paid for
		   Spot strategy  none: pay-as-you-go
		   Price limit
		   Fall back      not set
		 ❯ Reserved       5
		   Hours a month  500

		   All pods   Spec              ¥/h    ¥/month  vs first  Why
		   on demand  ecs.c6.large   7.8000   5,694.00         –  list price
		   spot       ecs.c6.large  ~1.9500  ~1,423.50   -75.0 %  assumed 25 % of on de…
		   reserved   ecs.c6.large   7.1856   5,245.50    -7.9 %  5 × 500 h, rest on de…



		 Pods that reserved instances cover; empty: as many as is cheapest
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB               on demand   ¥0.3900/h  ¥284.70/month
		 20 pods  ¥5,694.00/month on demand        spot       ~¥0.0975/h  ~¥71.18/month
		 ecs.c6.large                                                       no warnings
		 simulating …
		 ↑↓ move  Enter next  Esc back  ? keys"
	`);
	await wizard.press(keys.ctrlC);
});

describe.each([
	{columns: 80, rows: 24, language: 'en'},
	{columns: 80, rows: 24, language: 'zh-CN'},
	{columns: 120, rows: 40, language: 'en'},
	{columns: 200, rows: 60, language: 'zh-CN'},
] as const)('at $columns×$rows in $language', given => {
	test('storage, logs, network and reserved instances become YAML and a command', async () => {
		const isChinese = given.language === 'zh-CN';
		const wizard = await start(given);
		const fits = () => isWithin(wizard.screen(), given.columns, given.rows);

		await wizard.press('5', down, down, down);
		await wizard.type('5');
		// 5 × 500 h reserved and 15 × 730 h on demand, at ¥0.39.
		expect(wizard.line(isChinese ? '   预留实例券  ecs' : '   reserved ')).toContain('5,245.50');
		fits();

		await wizard.press(up, up, up);
		await addStorage(wizard);
		fits();
		await addLog(wizard);
		fits();
		expect(wizard.line('❯ shop')).toContain('stdout');

		await goTo(wizard, isChinese ? '交换机网段' : 'vSwitch range');
		await wizard.type('10.0.0.0/28');
		expect(wizard.line('     ▲ ')).toContain('10.0.0.0/28');
		expect(wizard.screen()).not.toContain('✗');
		fits();
		await wizard.press(keys.backspace);
		await wizard.type('7');
		expect(wizard.screen()).not.toContain('     ▲ ');
		await goTo(wizard, 'Service');
		await wizard.press(left, down);
		await wizard.type('80');
		expect(wizard.screen()).not.toContain('✗');
		fits();

		const before = wizard.screen();
		await wizard.press(enter, enter, ...Array<string>(7).fill(keys.escape));
		expect(wizard.screen()).toContain('❯1 ');
		await wizard.press(...Array<string>(5).fill(enter));
		expect(wizard.screen()).toBe(before);

		await wizard.press(enter);
		fits();
		await wizard.press(enter, tab, tab, enter);
		const result = await wizard.result;
		if (result.kind !== 'finished') throw new Error('the wizard was left');
		expect(result.command).toBe(
			'eci-plan export --reserved 5 --name shop ' +
				'--image registry-vpc.cn-hangzhou.aliyuncs.com/shop/web:1 --cpu 2 --memory 4Gi --replicas 20 ' +
				'--vswitch-cidr 10.0.0.0/27 --service loadbalancer --port 80 --use-specs ecs.c6.large ' +
				'--volume name=data,type=nas,mount=/data,server=1a2b.nas.aliyuncs.com ' +
				'--volume name=scratch,type=new-disk,mount=/scratch,size=100Gi,level=PL1 --log shop=stdout',
		);
		expect(result.yaml).toContain(shopYaml);
		const [, ...words] = shellWords(result.command);
		expect(await ok(words)).toBe(result.yaml);
	});
});

test('every key of the step fits where the form is longer than the space', async () => {
	for (const language of ['en', 'zh-CN'] as const)
		for (const size of [
			{columns: 60, rows: 15},
			{columns: 80, rows: 24},
		]) {
			const wizard = await start({...size, language});
			await addStorage(wizard);
			for (let presses = 0; presses < 30; presses++) {
				await wizard.press(down);
				isWithin(wizard.screen(), size.columns, size.rows);
			}
			await wizard.press(tab, '?');
			isWithin(`❯${wizard.screen().slice(1)}`, size.columns, size.rows);
			await wizard.press(keys.ctrlC);
		}
});
