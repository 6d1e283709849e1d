import {describe, expect, test} from 'vitest';
import type {WizardRequest} from '../../source/ports.ts';
import {fails, ok, run, type Scene} from '../helpers/memory-world.ts';
import {documentOf, parseDocument} from './document.ts';

const OWN_PRICES = `region,type,onDemand,currency,asOf
cn-hangzhou,ecs.c6.large,0.30,CNY,2026-11-01
`;

describe('without a command and without a terminal', () => {
	test('prints the plan of the preset web and says how to get the wizard', async () => {
		const {code, out, err} = await run([], {columns: 80});
		expect(code).toBe(0);
		expect(out).toMatchInlineSnapshot(`
			"One pod
			  Asked     1.5 vCPU, 3 GiB by 2 containers
			  Billed    2-4Gi
			  Rounding  adds 0.5 vCPU, 1 GiB, ¥0.1103/h
			  Price     ¥0.4411/h  ¥321.98/month (730 h)  ¥0.00012252/s
			  Region    cn-hangzhou, Ruleset 2020

			Fallback chain, tried in this order
			  #  Spec               vCPU  GiB     ¥/h  spot ¥/h  Why
			  1  ecs.c6a.large         2    4  0.2930   ~0.0732  cheapest that fits
			  2  ecs.c7a.large         2    4  0.2930   ~0.0732  another generation
			  3  ecs.u1-c1m2.large     2    4  0.3510   ~0.0878  another generation
			  4  ecs.c8a.large         2    4  0.3872    0.0740  another generation
			  5  ecs.c6.large          2    4  0.3900   ~0.0975  another family

			Ways of paying, all pods
			  Way        Spec                  ¥/h   ¥/month  vs first  Why
			  on demand  ecs.c6a.large      1.4284  1,042.71         –  list price
			  spot       ecs.c6a.large      0.3571    260.68   -75.0 %  assumed 25 % of on …
			  on demand  ecs.c7a.large      1.4284  1,042.71    +0.0 %  list price
			  spot       ecs.c7a.large      0.3571    260.68   -75.0 %  assumed 25 % of on …
			  on demand  ecs.u1-c1m2.large  1.7111  1,249.12   +19.8 %  list price
			  spot       ecs.u1-c1m2.large  0.4278    312.28   -70.1 %  assumed 25 % of on …
			  on demand  ecs.c8a.large      1.8876  1,377.95   +32.2 %  list price
			  spot       ecs.c8a.large      0.3608    263.35   -74.7 %  quoted spot price
			  on demand  ecs.c6.large       1.9012  1,387.91   +33.1 %  list price
			  spot       ecs.c6.large       0.4753    346.98   -66.7 %  assumed 25 % of on …
			  on demand  2-4Gi              2.1502  1,569.66   +50.5 %  not in the chain, l…
			  reserved   ecs.c6a.large      1.1514    840.54   -19.4 %  3 × 500 h, rest on …

			Total on demand
			  Pods        4.88 pods on average
			  An hour     ¥1.4284/h on average
			  A month     ¥1,042.71/month (730 h)
			  Over 30d    ¥1,038.98
			  Not priced  NAT gateway

			  Prices  2024-10-09, 775 days old
			  Source  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			          github.com/cloudpilot-ai
			  Source  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatch(
			/\n\nRun eci-plan in a terminal to open the wizard; eci-plan --help lists the commands\.\n$/,
		);
	});

	test('in Chinese as well', async () => {
		const {out, err} = await run([], {columns: 80, env: {LANG: 'zh_CN.UTF-8'}});
		expect(out).toMatchInlineSnapshot(`
			"单个 Pod
			  申请      1.5 vCPU，3 GiB（2 个容器合计）
			  计费      2-4Gi
			  自动规整  增加 0.5 vCPU，1 GiB，¥0.1103/小时
			  价格      ¥0.4411/小时  ¥321.98/月（730 小时）  ¥0.00012252/秒
			  地域      cn-hangzhou，规则集 2020

			备选规格链（按此顺序尝试）
			  #  规格               vCPU  GiB  ¥/小时  抢占式实例 ¥/小时  理由
			  1  ecs.c6a.large         2    4  0.2930            ~0.0732  满足需求的最低价
			  2  ecs.c7a.large         2    4  0.2930            ~0.0732  其他代次
			  3  ecs.u1-c1m2.large     2    4  0.3510            ~0.0878  其他代次
			  4  ecs.c8a.large         2    4  0.3872             0.0740  其他代次
			  5  ecs.c6.large          2    4  0.3900            ~0.0975  其他规格族

			付费方式对比
			  付费方式    规格               ¥/小时      ¥/月  与首项相比  理由
			  按量付费    ecs.c6a.large      1.4284  1,042.71           –  目录价
			  抢占式实例  ecs.c6a.large      0.3571    260.68     -75.0 %  假定为按量付费的…
			  按量付费    ecs.c7a.large      1.4284  1,042.71      +0.0 %  目录价
			  抢占式实例  ecs.c7a.large      0.3571    260.68     -75.0 %  假定为按量付费的…
			  按量付费    ecs.u1-c1m2.large  1.7111  1,249.12     +19.8 %  目录价
			  抢占式实例  ecs.u1-c1m2.large  0.4278    312.28     -70.1 %  假定为按量付费的…
			  按量付费    ecs.c8a.large      1.8876  1,377.95     +32.2 %  目录价
			  抢占式实例  ecs.c8a.large      0.3608    263.35     -74.7 %  抢占式报价
			  按量付费    ecs.c6.large       1.9012  1,387.91     +33.1 %  目录价
			  抢占式实例  ecs.c6.large       0.4753    346.98     -66.7 %  假定为按量付费的…
			  按量付费    2-4Gi              2.1502  1,569.66     +50.5 %  不在备选规格链中…
			  预留实例券  ecs.c6a.large      1.1514    840.54     -19.4 %  3 × 500 小时，其…

			按量付费合计
			  Pod 数  平均 4.88 个 Pod
			  每小时  平均 ¥1.4284/小时
			  每月    ¥1,042.71/月（730 小时）
			  30d 内  ¥1,038.98
			  未计价  NAT 网关

			  价格  2024-10-09，已过 775 天
			  来源  Alibaba Cloud list prices (Linux, VPC, instance only), collected by
			        github.com/cloudpilot-ai
			  来源  Alibaba Cloud, ECI实例概述
			"
		`);
		expect(err).toMatch(/\n\n在终端中运行 eci-plan 可打开向导；eci-plan --help 列出所有命令。\n$/);
	});

	test('one terminal of the two is not enough', async () => {
		const plan = await ok([], {env: {NO_COLOR: '1'}});
		for (const terminals of [{stdin: true}, {stdout: true}, {stderr: true}])
			expect(await ok([], {terminals, env: {NO_COLOR: '1'}})).toBe(plan);
	});

	test('plans what the flags say, a plan file before the preset', async () => {
		expect(await ok('--preset cron')).toBe(await ok([], {env: {ECI_PLAN_PRESET: 'cron'}}));
		expect(await ok('--plan p', {files: {p: 'cpu: 2\nmemory: 8Gi\n'}})).toContain('2-8Gi');
		expect(await ok('--memory 8Gi --preset cron')).toContain('2-8Gi');
	});

	test('as JSON it is a Plan of one workload', async () => {
		const ended = await run(['-o', 'json', '--quiet']);
		expect(ended.err).toBe('');
		const document = await documentOf(['--quiet'], 'Plan');
		expect(document).toMatchObject({
			workloads: [
				{
					file: null,
					document: null,
					kind: 'deployment',
					name: 'web',
					namespace: null,
					replicas: 10,
					request: {vcpu: 1.5, memoryGiB: 3},
					billed: {spec: '2-4Gi'},
				},
			],
			totals: {currency: 'CNY'},
		});
	});

	test('as YAML, CSV and Markdown', async () => {
		expect(await ok('-o yaml')).toMatch(/^apiVersion: eci-plan\/v1\nkind: Plan\n/);
		expect(await ok('-o csv')).toMatch(
			/^name,spec,perHour,perMonth,vsBaseline,basis,currency,asOf,missing,inChain\n/,
		);
		expect(await ok('-o markdown')).toMatch(/^### One pod\n/);
	});

	test('--quiet leaves the words about the wizard out', async () => {
		expect((await run(['--quiet'])).err).toBe('');
	});
});

describe('without a command, in a terminal', () => {
	const open = async (args: readonly string[], scene: Scene = {}) => {
		let request: WizardRequest | undefined;
		const ended = await run(args, {
			isTerminal: true,
			wizard: asked => {
				request = asked;
				return {kind: 'left'};
			},
			...scene,
		});
		return {ended, request};
	};

	test('opens the wizard with what is known already', async () => {
		const {request} = await open(['--preset', 'api', '--replicas', '2'], {
			defaults: {region: 'cn-beijing'},
			saved: {mine: {cpu: '1'}},
			env: {ECI_PLAN_LANG: 'zh-CN'},
		});
		expect(request).toMatchObject({
			language: 'zh-CN',
			color: true,
			preset: {name: 'api', origin: 'shipped'},
			initial: {region: 'cn-beijing', name: 'api', workload: {replicas: 2}},
			today: '2026-11-23',
		});
		expect(request?.presets.map(({name, origin}) => `${name} ${origin}`)).toContain('mine saved');
		expect(request?.regions).toContain('cn-hangzhou');
	});

	test('knows the preset that the environment names', async () => {
		const {request} = await open([], {env: {ECI_PLAN_PRESET: 'api', NO_COLOR: '1'}});
		expect(request).toMatchObject({preset: {name: 'api'}, color: false});
	});

	test('knows the files that the same command needs again', async () => {
		const plan = 'name: shop\ncontainers: [{name: app, env: {MODE: fast}}]\n';
		const {request} = await open(
			['--plan', 'plan.yaml', '--prices', 'own.csv', '--replicas', '2', '--preset', 'cron'],
			{files: {'plan.yaml': plan, 'own.csv': OWN_PRICES}},
		);
		expect(request?.commanded).toMatchObject({
			plan: {
				flags: [
					{flag: 'preset', values: ['cron']},
					{flag: 'plan', values: ['plan.yaml']},
				],
				input: {name: 'shop', workload: {kind: 'cronjob'}},
			},
			always: [{flag: 'prices', values: ['own.csv']}],
		});
		expect(request?.commanded.plan?.input.workload?.replicas).toBeUndefined();
	});

	test('starts from nothing where nothing is named', async () => {
		const {request} = await open([]);
		expect(request?.preset).toBeNull();
		expect(request?.initial).toEqual({apiVersion: 'eci-plan/v1', kind: 'PlanInput'});
	});

	test('a format that was asked for prints a plan; one that is only preferred does not', async () => {
		expect(parseDocument(await ok('-o json', {isTerminal: true}))).toMatchObject({kind: 'Plan'});
		const env = {ECI_PLAN_OUTPUT: 'json'};
		expect(parseDocument(await ok([], {isTerminal: true, env}))).toMatchObject({kind: 'Plan'});
		expect((await open([], {defaults: {output: 'json'}})).request).toBeDefined();
	});

	test('leaving it ends with 130 and nothing on stdout', async () => {
		const {ended} = await open([]);
		expect(ended).toMatchObject({code: 130, out: '', err: ''});
	});

	test('what it made stands on stdout, the path and the command on stderr', async () => {
		const ended = await run([], {
			isTerminal: true,
			wizard: () => ({
				kind: 'finished',
				yaml: 'kind: Pod\n',
				path: 'pod.yaml',
				command: 'eci-plan export --cpu 2',
				caveat: 'No flag says: ports.',
				saved: null,
			}),
		});
		expect(ended).toMatchObject({
			code: 0,
			out: 'kind: Pod\n',
			err: 'pod.yaml\neci-plan export --cpu 2\nNo flag says: ports.\n',
		});
	});

	test('a preset that it has saved is told of', async () => {
		const ended = await run([], {
			isTerminal: true,
			wizard: () => ({
				kind: 'finished',
				yaml: '',
				path: null,
				command: 'eci-plan export --preset mine',
				caveat: null,
				saved: {name: 'mine', replaces: false},
			}),
		});
		expect(ended.err).toContain('The preset mine is saved.');
		expect(ended.err.split('\n').at(-2)).toBe('eci-plan export --preset mine');
	});

	test('it saves presets and files through the same doors', async () => {
		const ended = await run([], {
			isTerminal: true,
			files: {'taken.yaml': 'old'},
			wizard: async ({savePreset, writeFile, loadPrices}) => {
				expect(await savePreset('Mine', {}, false)).toMatchObject({
					ok: false,
					problem: {exitCode: 2},
				});
				expect(await savePreset('web', {}, false)).toMatchObject({
					ok: false,
					problem: {exitCode: 2},
				});
				expect(await savePreset('mine', {cpu: '1'}, false)).toMatchObject({ok: true});
				expect(await writeFile('taken.yaml', 'new', false)).toMatchObject({ok: false});
				expect(await writeFile('new.yaml', 'new', false)).toMatchObject({ok: true});
				expect(await loadPrices('cn-beijing', 'CNY')).toMatchObject({region: 'cn-beijing'});
				return {kind: 'left'};
			},
		});
		expect(ended.settings.presets).toEqual({mine: {cpu: '1'}});
		expect(ended.files).toEqual({'taken.yaml': 'old', 'new.yaml': 'new'});
	});

	test('a draft is offered where it can be read, and dropped once the YAML is out', async () => {
		const draft = {input: {cpu: '2'}, preset: 'web'};
		expect((await open([], {draft})).request?.draft).toEqual(draft);
		expect((await open([], {draft: {input: {cpu: {}}, preset: null}})).request?.draft).toBeNull();
		expect((await open([])).ended.drafts).toEqual([]);
		const finished = await run([], {
			isTerminal: true,
			wizard: () => ({
				kind: 'finished',
				yaml: '',
				path: null,
				command: 'eci-plan export',
				caveat: null,
				saved: null,
			}),
		});
		expect(finished.drafts).toEqual([null]);
	});

	test('~ is the home in a path, as in a shell', async () => {
		const ended = await run([], {
			isTerminal: true,
			env: {HOME: '/home/$me'},
			wizard: async ({writeFile}) => {
				for (const path of ['~/web.yaml', '~web.yaml', 'a/~/b.yaml'])
					expect(await writeFile(path, 'new', false)).toMatchObject({ok: true});
				return {kind: 'left'};
			},
		});
		expect(Object.keys(ended.files)).toEqual(['/home/$me/web.yaml', '~web.yaml', 'a/~/b.yaml']);
	});

	test('a mistake in the flags ends before it opens', async () => {
		await fails(
			'--region',
			2,
			"error: There's no value after --region. Write it as --region=VALUE.",
			{
				terminals: {stdin: true, stdout: true},
			},
		);
	});

	test('broken saved presets do not keep it shut', async () => {
		const {request} = await open([], {saved: {a: 7, b: {cpu: 'x'}, c: {foo: 1}}});
		expect(request?.presets.length).toBeGreaterThan(3);
	});
});

describe('without a command, as questions', () => {
	const isAsked = async (args: readonly string[], scene: Scene = {}): Promise<boolean> => {
		let request: WizardRequest | undefined;
		const {code} = await run(args, {
			isTerminal: true,
			wizard: () => ({kind: 'left'}),
			questions: asked => {
				request = asked;
				return {kind: 'left'};
			},
			...scene,
		});
		expect([0, 130]).toContain(code);
		return request !== undefined;
	};

	test('on a terminal that can not be drawn on, to a screen reader, and where they are asked for', async () => {
		expect(await isAsked([])).toBe(false);
		expect(await isAsked(['--plain'])).toBe(true);
		for (const env of [{TERM: 'dumb'}, {INK_SCREEN_READER: 'true'}, {ECI_PLAN_PLAIN: '1'}])
			expect(await isAsked([], {env})).toBe(true);
		for (const env of [{INK_SCREEN_READER: 'false'}, {ECI_PLAN_PLAIN: '0'}, {TERM: 'xterm'}])
			expect(await isAsked([], {env})).toBe(false);
	});

	test('without a terminal only where this very line asks for them', async () => {
		const scene = {isTerminal: false};
		expect(await isAsked(['--plain'], scene)).toBe(true);
		for (const env of [{TERM: 'dumb'}, {INK_SCREEN_READER: 'true'}, {ECI_PLAN_PLAIN: '1'}])
			expect(await isAsked([], {...scene, env})).toBe(false);
	});

	test('a format that was asked for prints a plan all the same', async () => {
		expect(await isAsked(['--plain', '-o', 'json'])).toBe(false);
	});
});
