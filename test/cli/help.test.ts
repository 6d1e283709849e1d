import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {COMMANDS, DEFAULT_COMMAND} from '../../source/cli/commands.ts';
import {flagsOf} from '../../source/cli/parse-arguments.ts';
import {SETTING_KEYS} from '../../source/cli/settings-keys.ts';
import {fails, ok} from '../helpers/memory-world.ts';

const LANGUAGES = ['en', 'zh-CN'];
const NAMES = ['', ...COMMANDS.map(({name}) => name)];

describe('--help', () => {
	test.each(COMMANDS.map(({name, formats}) => [name, formats]))(
		'of %s lists the formats that it prints',
		async (name, formats) => {
			const help = await ok([...name.split(' '), '--help'], {columns: 100});
			const listed = /--output ([\w|]+)/.exec(help)?.[1];
			expect(listed?.split('|')).toEqual(formats);
		},
	);

	test('says what flags mean to the commands about prices', async () => {
		expect(await ok('prices show --help', {columns: 100})).toMatch(
			/--region \S+ +show this region alone \(default: all of them\)/,
		);
		expect(await ok('prices list --help', {columns: 100})).toContain(
			'region (default cn-hangzhou)',
		);
		const help = await ok('prices import --help', {columns: 200});
		expect(help).toMatch(
			/--currency CNY\|USD +currency of prices that name none, as in spot traces and lists of your own\s+\(default CNY\)/,
		);
	});

	test('of the program, 80 columns', async () => {
		expect(await ok('--help', {columns: 80})).toMatchInlineSnapshot(`
			"Plan the capacity and cost of Kubernetes pods on Alibaba Cloud ECI.

			Usage
			  eci-plan [COMMAND] [flags]

			Commands
			  eci-plan size                      what one pod asks for, what it is billed
			                                     as, and what that costs
			  eci-plan chain                     the fallback chain: what it costs on
			                                     average and how sure it is to be placed
			  eci-plan cost                      what all pods cost, on demand and in every
			                                     other way of paying
			  eci-plan plan                      what the workloads of manifests ask for,
			                                     are billed as and cost
			  eci-plan diff OLD NEW              what gets dearer or cheaper, by how much
			                                     and why: manifests, folders or saved plans
			  eci-plan simulate                  what all pods cost over time by each
			                                     strategy, as distributions
			  eci-plan simulate merge FILE…      joins the shards of simulate --shard:
			                                     prints what one run would
			  eci-plan annotate                  your manifests with a chain and annotations
			                                     added, and nothing else touched
			  eci-plan export                    the manifest with every annotation, ready
			                                     for kubectl apply
			  eci-plan report                    the plan and its cost over time as one file
			                                     to read, print or send on
			  eci-plan lint                      what ECI would refuse, ignore or round in
			                                     your manifests, and the rules behind it
			  eci-plan prices show               where prices come from, how old they are,
			                                     and how many there are
			  eci-plan prices list               the instance types of a region with their
			                                     prices
			  eci-plan prices refresh            fetch prices of a region from Alibaba
			                                     Cloud, with your credentials
			  eci-plan prices import FILE        lay the prices of a file, or of standard
			                                     input (-), over those that ship
			  eci-plan prices reset              forget every imported price
			  eci-plan presets list              every preset with a line about it
			  eci-plan presets show NAME         one preset as YAML
			  eci-plan presets save NAME         save what the flags describe as a preset
			  eci-plan presets delete NAME       delete a saved preset
			  eci-plan settings get [KEY]        all settings, or the value of one
			  eci-plan settings set KEY VALUE    keep a value that every command starts from
			  eci-plan settings unset KEY        forget a setting
			  eci-plan schema [KIND]             the JSON Schema of a kind of document, or
			                                     the list of kinds
			  eci-plan completion bash|zsh|fish  the completion script of a shell

			Everywhere
			  -o, --output table|json|yaml|csv|markdown|html|svg|sarif|junit
			                                      format of the result
			  --lang en|zh-CN                     language (default: from the locale)
			  --no-color                          no colours, as with NO_COLOR
			  --quiet                             say errors only
			  -h, --help                          this help
			  --version                           the version

			Example
			  eci-plan size --cpu 2 --memory 3Gi
			  eci-plan chain --cpu 2 --memory 4Gi --target-placed 99.9% --explain
			  eci-plan cost --cpu 2 --memory 4Gi --replicas 10 --use-specs \\
			    ecs.c6.large,2-4Gi
			  eci-plan plan -f manifests/ --max-cost 5000
			  eci-plan diff old/ new/ --max-increase 10%
			  eci-plan simulate --cpu 2 --memory 4Gi --replicas 10 --horizon 30d
			  eci-plan simulate merge shard-1.json shard-2.json
			  eci-plan annotate -f manifests/ --spot-strategy SpotAsPriceGo --diff
			  eci-plan export --name web --image nginx:1.29 --cpu 2 --memory 4Gi > web.yaml
			  eci-plan report --preset web --horizon 30d > report.html
			  eci-plan lint -f manifests/
			  eci-plan prices show
			  eci-plan prices list --vcpu 2 --memory-gib 4 --sort price
			  eci-plan prices refresh --families c7,g7
			  eci-plan prices import instancePrice.json
			  eci-plan prices reset
			  eci-plan presets list
			  eci-plan presets show web
			  eci-plan presets save shop --preset web --replicas 6
			  eci-plan presets delete shop
			  eci-plan settings get
			  eci-plan settings set region cn-beijing
			  eci-plan settings unset region
			  eci-plan schema PlanInput
			  eci-plan completion bash > ~/.eci-plan-completion && source \\
			    ~/.eci-plan-completion

			eci-plan help COMMAND tells the flags of a command. In a terminal, eci-plan
			alone opens the wizard.
			"
		`);
	});

	test('of the program, in Chinese, 80 columns', async () => {
		expect(await ok('--help --lang zh-CN', {columns: 80})).toMatchInlineSnapshot(`
			"规划阿里云弹性容器实例 ECI 上 Kubernetes Pod 的容量与费用。

			用法
			  eci-plan [COMMAND] [flags]

			命令
			  eci-plan size                      单个 Pod 的申请规格、计费规格与价格
			  eci-plan chain                     备选规格链：平均价格与创建成功率
			  eci-plan cost                      全部 Pod 的按量付费费用及其他付费方式对比
			  eci-plan plan                      清单中各工作负载的申请、计费规格与费用
			  eci-plan diff OLD NEW              哪些变贵或变便宜、差多少、为什么：清单、文
			                                     件夹或已保存的规划
			  eci-plan simulate                  全部 Pod 在各策略下的费用随时间的分布
			  eci-plan simulate merge FILE…      合并 simulate --shard 的各分片，输出与单次
			                                     运行相同
			  eci-plan annotate                  为您的清单添加规格链与 Annotation，其余内容
			                                     一字不动
			  eci-plan export                    带全部 Annotation 的清单，可直接 kubectl
			                                     apply
			  eci-plan report                    一份可阅读、打印、转发的文件：方案及其随时
			                                     间的费用
			  eci-plan lint                      检查清单中 ECI 会拒绝、忽略或规整的内容，及
			                                     相关规则
			  eci-plan prices show               价格的来源、日期和数量
			  eci-plan prices list               一个地域的实例规格及价格
			  eci-plan prices refresh            使用您的凭证，从阿里云获取一个地域的价格
			  eci-plan prices import FILE        导入价格文件（- 表示标准输入），覆盖内置价
			                                     格
			  eci-plan prices reset              清除所有导入的价格
			  eci-plan presets list              列出所有预设
			  eci-plan presets show NAME         以 YAML 显示一个预设
			  eci-plan presets save NAME         将选项描述的工作负载保存为预设
			  eci-plan presets delete NAME       删除已保存的预设
			  eci-plan settings get [KEY]        显示全部设置或其中一项
			  eci-plan settings set KEY VALUE    保存一项默认值
			  eci-plan settings unset KEY        清除一项设置
			  eci-plan schema [KIND]             输出某类文档的 JSON Schema，或列出所有类别
			  eci-plan completion bash|zsh|fish  输出 Shell 补全脚本

			通用
			  -o, --output table|json|yaml|csv|markdown|html|svg|sarif|junit
			                                      输出格式
			  --lang en|zh-CN                     语言（默认取自系统区域设置）
			  --no-color                          不使用颜色，等同 NO_COLOR
			  --quiet                             仅输出错误
			  -h, --help                          显示帮助
			  --version                           显示版本

			示例
			  eci-plan size --cpu 2 --memory 3Gi
			  eci-plan chain --cpu 2 --memory 4Gi --target-placed 99.9% --explain
			  eci-plan cost --cpu 2 --memory 4Gi --replicas 10 --use-specs \\
			    ecs.c6.large,2-4Gi
			  eci-plan plan -f manifests/ --max-cost 5000
			  eci-plan diff old/ new/ --max-increase 10%
			  eci-plan simulate --cpu 2 --memory 4Gi --replicas 10 --horizon 30d
			  eci-plan simulate merge shard-1.json shard-2.json
			  eci-plan annotate -f manifests/ --spot-strategy SpotAsPriceGo --diff
			  eci-plan export --name web --image nginx:1.29 --cpu 2 --memory 4Gi > web.yaml
			  eci-plan report --preset web --horizon 30d > report.html
			  eci-plan lint -f manifests/
			  eci-plan prices show
			  eci-plan prices list --vcpu 2 --memory-gib 4 --sort price
			  eci-plan prices refresh --families c7,g7
			  eci-plan prices import instancePrice.json
			  eci-plan prices reset
			  eci-plan presets list
			  eci-plan presets show web
			  eci-plan presets save shop --preset web --replicas 6
			  eci-plan presets delete shop
			  eci-plan settings get
			  eci-plan settings set region cn-beijing
			  eci-plan settings unset region
			  eci-plan schema PlanInput
			  eci-plan completion bash > ~/.eci-plan-completion && source \\
			    ~/.eci-plan-completion

			eci-plan help 命令 列出该命令的选项。在终端中直接运行 eci-plan 可打开向导。
			"
		`);
	});

	test('of a command, 80 columns', async () => {
		expect(await ok('settings get --help', {columns: 80})).toMatchInlineSnapshot(`
			"eci-plan settings get [KEY] [flags]
			  all settings, or the value of one

			Example
			  eci-plan settings get

			Everywhere
			  -o, --output table|json|yaml|csv|markdown
			                                      format of the result
			  --lang en|zh-CN                     language (default: from the locale)
			  --no-color                          no colours, as with NO_COLOR
			  --quiet                             say errors only
			  -h, --help                          this help
			  --version                           the version

			Each flag has an environment twin: --spot-strategy is ECI_PLAN_SPOT_STRATEGY.
			"
		`);
	});

	test.each(COMMANDS.map(row => [row.name, row] as const))(
		'%s tells every flag it takes, with an example',
		async (name, row) => {
			for (const language of LANGUAGES) {
				const help = await ok([...name.split(' '), '--help', '--lang', language], {columns: 100});
				for (const flag of flagsOf(row)) expect(help).toContain(`--${flag.name}`);
				expect(help).toContain(row.example.split(' > ')[0]);
				expect(help).not.toContain('undefined');
			}
		},
	);

	test('has no line wider than the terminal', async () => {
		for (const columns of [50, 60, 80, 100, 200])
			for (const language of LANGUAGES)
				for (const name of NAMES) {
					const words = name.split(' ').filter(word => word !== '');
					const help = await ok([...words, '--help', '--lang', language], {columns});
					const widest = Math.max(...help.split('\n').map(line => stringWidth(line)));
					expect({name, language, columns, fits: widest <= columns}).toMatchObject({fits: true});
				}
	});

	test('of settings set tells the keys, and what a switch takes', async () => {
		const help = await ok('settings set --help', {columns: 100});
		for (const {name, value} of SETTING_KEYS) expect(help).toContain(`  ${name} ${value}`);
		expect(help).toContain('nat true|false');
	});

	test('parts choices that fill more than a line behind a bar', async () => {
		expect(await ok('export --help', {columns: 50})).toContain(
			'  --as pod|deployment|statefulset|job|\n    cronjob|kustomize|eci-profile|\n    resource-policy|simulation-job\n',
		);
	});

	test('has other words in Chinese', async () => {
		for (const name of NAMES) {
			const line = [...name.split(' ').filter(word => word !== ''), '--help'];
			expect(await ok([...line, '--lang', 'zh-CN'])).not.toBe(await ok(line));
		}
	});

	test('answers to -h, before the command, and for the first of two words', async () => {
		const size = await ok('size --help');
		expect(await ok('size -h')).toBe(size);
		expect(await ok('--help size')).toBe(size);
		expect(await ok('presets --help')).toBe(await ok('--help'));
		expect(await ok('help')).toBe(await ok('--help'));
		expect(await ok('help size')).toBe(size);
		expect(await ok('help presets show')).toBe(await ok('presets show --help'));
		expect(await ok('help presets')).toBe(await ok('--help'));
		await fails('help sise', 2, 'error: eci-plan has no command "sise". You probably mean size.');
		await fails('--help sise', 2, 'error: eci-plan has no command "sise". You probably mean size.');
	});

	test('every example is a line that works', async () => {
		const saved = {shop: {cpu: '2', memory: '4Gi'}};
		const draw = (shard: string) =>
			ok(`simulate --cpu 2 --memory 4Gi --paths 4 --shard ${shard}`, {
				defaults: {region: 'cn-beijing'},
			});
		const files = {
			'instancePrice.json': '{"currency":"CNY","pricingInfo":{}}',
			'shard-1.json': await draw('1/2'),
			'shard-2.json': await draw('2/2'),
			...Object.fromEntries(
				['manifests', 'old', 'new'].map(folder => [
					`${folder}/web.yaml`,
					'kind: Pod\nspec: {containers: [{name: a}]}',
				]),
			),
		};
		for (const {example} of [DEFAULT_COMMAND, ...COMMANDS]) {
			const [line = ''] = example.split(' > ');
			await ok(line.split(' ').slice(1), {
				saved,
				files,
				folders: ['manifests/', 'old/', 'new/'],
				defaults: {region: 'cn-beijing'},
				priceApi: {fetch: () => (async function* () {})()},
			});
		}
	});
});
