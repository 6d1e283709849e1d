import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {fails, ok, run, type Scene} from '../helpers/memory-world.ts';
import {
	autoscaler,
	container,
	cronJob,
	stream,
	template,
	workload,
} from '../helpers/workload-manifests.ts';
import {documentOf, parseDocument, problemsOf} from './document.ts';

/** 2-4Gi costs ¥0.00012252 a second [facts §3.1]; a month has 730 hours. */
const MONTH = '321.98256';
const TWO = template(container('limits: {cpu: 2, memory: 4Gi}'));
const FOUR = template(container('limits: {cpu: 4, memory: 8Gi}'));

const web = (replicas: number, pod = TWO, name = 'web') =>
	workload('Deployment', {name, spec: `replicas: ${replicas}`, pod});

const scene = (old: string, next: string, more: Scene = {}): Scene => ({
	files: {'old.yaml': old, 'new.yaml': next},
	...more,
});

const LINE = ['diff', 'old.yaml', 'new.yaml'];

const diff = (old: string, next: string, args: readonly string[] = []) =>
	documentOf([...LINE, ...args], 'Diff', scene(old, next));

/** c6.large is in the shipped list, of 2024-12-30. */
const ECS = template(container('limits: {cpu: 2, memory: 4Gi}'), {
	annotations: 'k8s.aliyun.com/eci-use-specs: ecs.c6.large',
});

const AGE = {rule: 'prices-old', severity: 'warning'};

describe('own terms', () => {
	test('are told of once, and an exchange rate where it changes a price', async () => {
		const terms = {rule: 'own-terms', severity: 'info'};
		expect(await diff(web(1), web(2), ['--discount', '15%'])).toMatchObject({
			diagnostics: [terms, AGE],
		});
		const converted = await diff(web(1, ECS), web(2, ECS), ['--currency', 'USD', '--fx', '7.1']);
		expect(converted).toMatchObject({diagnostics: [{rule: 'prices-converted'}, AGE]});
		expect(await diff(web(1), web(2), ['--fx', '7.1'])).toMatchObject({diagnostics: [AGE]});
		for (const format of ['table', 'csv', 'markdown']) {
			const args = [...LINE, '--discount', '15%', '-o', format];
			const {out, err} = await run(args, scene(web(1), web(2)));
			expect(out + err, format).toContain('15 % off pay-as-you-go list prices');
		}
	});
});

describe('prices that are older than 90 days', () => {
	test('are told of, on whichever side they are', async () => {
		for (const [old, next] of [
			[web(1), web(1, ECS)],
			[web(1, ECS), web(1)],
		] as const) {
			expect(await diff(old, next)).toMatchObject({diagnostics: [AGE]});
			for (const format of ['table', 'csv', 'markdown']) {
				const {out, err} = await run([...LINE, '-o', format], scene(old, next));
				expect(out + err, format).toContain('from 2024-12-30, 693 days ago');
			}
		}
	});

	test('are told of in a plan that was saved, too', async () => {
		const saved = await ok('plan -f web.yaml -o json', {files: {'web.yaml': web(1, ECS)}});
		const files = {'old.json': saved, 'new.yaml': web(1)};
		const found = await documentOf(['diff', 'old.json', 'new.yaml'], 'Diff', {files});
		expect(found).toMatchObject({diagnostics: [AGE]});
	});

	test('are spot prices in a document alone, as ECI bills by CPU and memory without a day', async () => {
		expect(await run(LINE, scene(web(1), web(2)))).toMatchObject({err: ''});
		expect(await diff(web(1), web(2))).toMatchObject({diagnostics: [AGE]});
	});
});

describe('diff', () => {
	test('says what got dearer, by how much and why', async () => {
		expect(await diff(web(3), web(5, FOUR))).toMatchObject({
			workloads: [
				{
					kind: 'Deployment',
					name: 'web',
					namespace: null,
					status: 'changed',
					currency: 'CNY',
					old: {replicas: 3, billed: '2-4Gi', perMonth: '965.94768'},
					new: {replicas: 5, billed: '4-8Gi', perMonth: '3219.8256'},
					perMonth: '2253.87792',
					percent: 233.3333,
					missing: false,
					changes: [
						{fields: [{field: 'request', old: '2-4Gi', new: '4-8Gi'}], perMonth: '965.94768'},
						{fields: [{field: 'replicas', old: '3', new: '5'}], perMonth: '1287.93024'},
					],
				},
			],
			totals: {
				currency: 'CNY',
				period: 'month',
				old: {perMonth: '965.94768'},
				new: {perMonth: '3219.8256'},
				perMonth: '2253.87792',
				percent: 233.3333,
				incomplete: false,
			},
			diagnostics: [AGE],
		});
	});

	test('counts the fewest pods of an autoscaler as well', async () => {
		const scaled = (range: string) =>
			stream(web(1), autoscaler('{kind: Deployment, name: web}', range));
		expect(
			await diff(
				scaled('minReplicas: 1, maxReplicas: 4'),
				scaled('minReplicas: 3, maxReplicas: 4'),
			),
		).toMatchObject({
			workloads: [{status: 'changed', perMonth: '0', minPerMonth: '643.96512', percent: 0}],
			totals: {perMonth: '0', minPerMonth: '643.96512'},
		});
	});

	test('knows how often a CronJob runs', async () => {
		const twice = cronJob('', TWO).replace('0 2 * * *', '0 2,14 * * *');
		// 730 h ÷ 24 h runs of 3540 + 60 seconds, and twice that.
		expect(await diff(cronJob('', TWO), twice, ['--work', '59m'])).toMatchObject({
			workloads: [
				{
					perMonth: '13.41594',
					percent: 100,
					changes: [{fields: [{field: 'hours', old: '30.42', new: '60.83'}]}],
				},
			],
		});
	});

	test('a spot strategy alone changes no on-demand price', async () => {
		const spot = template(container('limits: {cpu: 2, memory: 4Gi}'), {
			annotations: 'k8s.aliyun.com/eci-spot-strategy: SpotAsPriceGo',
		});
		expect(await diff(web(1), web(1, spot))).toMatchObject({
			workloads: [
				{
					status: 'changed',
					perMonth: '0',
					changes: [{fields: [{field: 'spot', old: 'none', new: 'SpotAsPriceGo'}], perMonth: '0'}],
				},
			],
		});
	});

	test('what comes onto ECI, and what leaves it', async () => {
		const away = template(container('limits: {cpu: 2, memory: 4Gi}'), {
			spec: 'nodeSelector: {type: gpu}',
		});
		expect(await diff(web(1, away), web(1))).toMatchObject({
			workloads: [{perMonth: MONTH, percent: null, changes: [{fields: [{field: 'state'}]}]}],
			totals: {percent: null},
		});
		expect(await diff(web(1), '')).toMatchObject({
			workloads: [{status: 'removed', new: null, perMonth: `-${MONTH}`, percent: -100}],
		});
	});

	test('flags hold for both sides', async () => {
		expect(await diff(web(1), web(2), ['--discount', '50%'])).toMatchObject({
			totals: {old: {perMonth: '160.99128'}, perMonth: '160.99128', percent: 100},
		});
	});
});

describe('a saved plan', () => {
	const saved = (text: string, args: readonly string[] = [], output = 'json') =>
		ok(['plan', '-f', '-', '-o', output, ...args], {stdin: text});

	test.each(['json', 'yaml'])('in %s is as good as its manifests', async output => {
		const text = stream(web(3), web(2, FOUR, 'api'), cronJob('activeDeadlineSeconds: 3540'));
		const old = await saved(text, [], output);
		const document = await diff(old, text);
		expect(document['totals']).toMatchObject({
			perMonth: '0',
			workloads: {added: 0, removed: 0, changed: 0, unchanged: 3},
		});
		expect(await diff(old, web(5, FOUR))).toMatchObject({
			workloads: expect.arrayContaining([
				expect.objectContaining({
					name: 'web',
					changes: [
						expect.objectContaining({perMonth: '965.94768'}),
						expect.objectContaining({perMonth: '1287.93024'}),
					],
				}),
			]),
		});
	});

	test('with other prices tells them', async () => {
		const old = await saved(web(2), ['--discount', '10%']);
		expect(await diff(old, await saved(web(2)))).toMatchObject({
			workloads: [{perMonth: '64.396512', changes: [{fields: [{field: 'price'}]}]}],
		});
	});

	test('in another currency is refused', async () => {
		const old = await saved(web(1), ['--currency', 'USD']);
		await fails(
			LINE,
			2,
			'error: One side has prices in USD, the other in CNY. Plan both in one currency: --currency holds for manifests, a saved plan has to be made again.',
			scene(old, web(1)),
		);
		expect(await diff(old, web(1), ['--currency', 'USD'])).toMatchObject({totals: {perMonth: '0'}});
	});

	test('tells prices apart from sizes by what it says of other sizes', async () => {
		const old = await saved(web(1), ['--discount', '10%']);
		expect(await diff(old, await saved(web(1, FOUR)))).toMatchObject({
			workloads: [
				{
					// A tenth of the full price less, so that much more; then twice the size.
					changes: [
						{fields: [{field: 'price'}], perMonth: '32.198256'},
						{fields: [{field: 'request'}], perMonth: MONTH},
					],
				},
			],
		});
	});

	test('says that flags do not change it', async () => {
		const old = await saved(web(1));
		const ended = await run([...LINE, '--discount', '5%'], scene(old, web(1)));
		expect(ended).toMatchObject({code: 0});
		expect(ended.err).toContain('warning: A saved plan keeps the answers');
	});

	test('is filtered by namespace', async () => {
		const inNamespace = (namespace: string) =>
			workload('Deployment', {name: namespace, pod: TWO, metadata: `namespace: ${namespace}`});
		const text = stream(inNamespace('shop'), inNamespace('blog'));
		expect(await diff(await saved(text), text, ['-n', 'shop'])).toMatchObject({
			workloads: [{name: 'shop', status: 'unchanged'}],
		});
	});

	test('of flags is compared with a PlanInput', async () => {
		const pod =
			'name: web\ncpu: 2\nmemory: 4Gi\nworkload: {replicas: 1}\nchain: {useSpecs: [2-4Gi]}\n';
		const plan = await ok('--plan web.yaml -o json', {files: {'web.yaml': pod}});
		const input = pod.replace('replicas: 1', 'replicas: 2');
		expect(await diff(plan, input)).toMatchObject({
			workloads: [{kind: 'Deployment', name: 'web', status: 'changed', perMonth: MONTH}],
		});
		expect(await diff(input, web(2))).toMatchObject({
			workloads: [{status: 'changed', perMonth: '0', changes: [{fields: [{field: 'chain'}]}]}],
		});
	});

	test.each([
		['workloads: {}', 'workloads'],
		['workloads: [{kind: Pod, name: a, replicas: -1}]', 'workloads[0].replicas'],
		[
			'workloads: [{kind: Pod, name: a, replicas: 1, price: {currency: CNY, perMonth: "1e9"}}]',
			'workloads[0].price.perMonth',
		],
	])('that is broken names the field: %s', async (body, field) => {
		await fails(
			LINE,
			2,
			`error: new.yaml: "${field}" of this saved plan isn't what a plan has there. Save it again: eci-plan plan -f manifests/ -o json > plan.json.`,
			scene(
				web(1),
				`apiVersion: eci-plan/v1\nkind: Plan\nruleset: "2020"\nregion: cn-hangzhou\n${body}\n`,
			),
		);
	});

	test('is neither a quote nor a market', async () => {
		const ended = await run(LINE, scene('apiVersion: eci-plan/v1\nkind: Quote\n', web(1)));
		expect(ended).toMatchObject({code: 2, out: ''});
		expect(ended.err).toContain('old.yaml');
	});
});

describe('a PlanInput', () => {
	const input = (region: string, more = '') =>
		`kind: PlanInput\napiVersion: eci-plan/v1\nregion: ${region}\ncpu: 2\nmemory: 4Gi\nchain: {useSpecs: [ecs.c6.large]}\n${more}`;

	test('of another region costs what it costs there', async () => {
		const priceIn = async (region: string) => {
			const types = await ok(['prices', 'list', '--region', region, '-o', 'json']);
			const list = parseDocument(types)['types'] as readonly {
				readonly type: string;
				readonly onDemand: {readonly perHour: string};
			}[];
			return Number(list.find(({type}) => type === 'ecs.c6.large')?.onDemand.perHour);
		};
		const more = 730 * ((await priceIn('cn-hongkong')) - (await priceIn('cn-hangzhou')));
		const {workloads} = await diff(input('cn-hangzhou'), input('cn-hongkong'));
		expect(workloads).toMatchObject([
			{
				perMonth: String(Number(more.toFixed(6))),
				changes: [{fields: [{field: 'region', old: 'cn-hangzhou', new: 'cn-hongkong'}]}],
			},
		]);
	});

	test('says why it has no price', async () => {
		const storage = 'ruleset: current\npod: {extraEphemeralStorage: 50Gi}\n';
		expect(await diff(input('cn-hangzhou'), input('cn-hangzhou', storage))).toMatchObject({
			workloads: [{perMonth: null, missing: true}],
			totals: {perMonth: '0', incomplete: true, workloads: {missing: 1}},
			diagnostics: [{rule: 'price-missing', path: 'new.yaml: pod.extraEphemeralStorage'}, AGE],
		});
	});

	test('that is wrong is told by its field', async () => {
		const ended = await run(LINE, scene('', input('cn-hangzhou', 'nonsense: 1\n')));
		expect(ended).toMatchObject({code: 2, out: ''});
		expect(ended.err).toContain('new.yaml: nonsense');
	});
});

describe('gates', () => {
	const gate = (old: string, next: string, ...args: readonly string[]) =>
		run([...LINE, ...args], scene(old, next));

	test('hold the increase of the total', async () => {
		for (const [limit, code] of [
			['99%', 3],
			['100%', 0],
			['100.5%', 0],
			['0%', 3],
		] as const) {
			const ended = await gate(web(1), web(2), '--max-increase', limit);
			expect([limit, ended.code]).toEqual([limit, code]);
			expect(ended.out).toContain('+321.98');
			if (code === 3)
				expect(ended.err).toContain(
					`error: The month costs ¥321.98 more, 100 % of the old total, which is more than ${limit}.`,
				);
		}
	});

	test('a decrease is none', async () => {
		expect(await gate(web(2), web(1), '--max-increase', '0%')).toMatchObject({code: 0, err: ''});
	});

	test('an increase from nothing is above any percentage', async () => {
		const ended = await gate('', web(1), '--max-increase', '100000%');
		expect(ended.code).toBe(3);
		expect(ended.err).toContain('more than any percentage');
		expect(await gate('', web(0), '--max-increase', '0%')).toMatchObject({code: 0});
	});

	test('what has no price may be any increase, unless it is unchanged', async () => {
		const job = cronJob('', TWO);
		const ended = await gate(web(1), stream(web(1), job), '--max-increase', '10%');
		expect(ended.code).toBe(3);
		expect(ended.err).toContain('nobody can say that it stays within 10%');
		expect(await gate(job, job, '--max-increase', '10%')).toMatchObject({code: 0});
	});

	test('a broken document may be any increase', async () => {
		const ended = await gate(web(1), stream(web(1), 'a: [\n'), '--max-increase', '10%');
		expect(ended.code).toBe(3);
	});

	test('hold the cost of the new side', async () => {
		expect(await gate(web(9), web(2), '--max-cost', '643.96512')).toMatchObject({code: 0});
		const ended = await gate(web(9), web(2), '--max-cost', '643.96');
		expect(ended.code).toBe(3);
		expect(ended.out).not.toBe('');
	});

	test.each(['10', '-5%', 'ten%', '1e3%'])('%s is no percentage', async value => {
		await fails(
			[...LINE, `--max-increase=${value}`],
			2,
			`error: --max-increase: "${value}" isn't a percentage. Use a share of the old total such as 10% or 0%.`,
			scene(web(1), web(1)),
		);
	});
});

describe('what it prints', () => {
	const SIDES = scene(
		stream(web(1), web(1, TWO, 'same'), web(2, TWO, 'gone')),
		stream(web(3), web(1, TWO, 'same'), web(1, TWO, 'fresh')),
	);
	const print = (...args: readonly string[]) => ok([...LINE, ...args], SIDES);

	test('a table, the largest increase first', async () => {
		expect(await print()).toMatchInlineSnapshot(`
			"What changes, a month (730 h)
			  Workload          State     Old ¥   New ¥  Difference ¥   Percent
			  Deployment/web    changed  321.98  965.95       +643.97  +200.0 %
			  Deployment/fresh  new           –  321.98       +321.98       new
			  Deployment/gone   removed  643.97       –       -643.97  -100.0 %

			Why
			  Workload        What  Old  New  Share ¥
			  Deployment/web  pods  1    3    +643.97

			All workloads, a month (730 h)
			  Workloads   1 new, 1 removed, 1 changed, 1 unchanged
			  Old         ¥1,287.93
			  New         ¥1,609.91
			  Difference  +¥321.98  +25.0 %
			"
		`);
	});

	test('what is unchanged only on request, in JSON always', async () => {
		expect(await print()).not.toContain('Deployment/same');
		expect(await print('--show-unchanged')).toContain('Deployment/same');
		const env = {ECI_PLAN_SHOW_UNCHANGED: 'true'};
		expect(await ok(LINE, {...SIDES, env})).toContain('Deployment/same');
		expect(await print('--show-unchanged=false')).not.toContain('Deployment/same');
		const {workloads} = parseDocument(await print('-o', 'json'));
		expect(workloads).toHaveLength(4);
	});

	test('YAML is the same document', async () => {
		const document = parse(await print('-o', 'yaml')) as Readonly<Record<string, unknown>>;
		expect(document).toEqual(parseDocument(await print('-o', 'json')));
		expect(await problemsOf(document)).toEqual([]);
	});

	test('CSV has raw numbers', async () => {
		expect(await print('-o', 'csv')).toBe(
			[
				'kind,name,namespace,status,oldMinReplicas,oldReplicas,newMinReplicas,newReplicas,oldBilled,newBilled,currency,oldPerMonth,newPerMonth,perMonth,minPerMonth,percent,changes',
				'Deployment,web,,changed,1,1,3,3,2-4Gi,2-4Gi,CNY,321.98256,965.94768,643.96512,643.96512,200,replicas',
				'Deployment,fresh,,added,,,1,1,,2-4Gi,CNY,,321.98256,321.98256,321.98256,,',
				'Deployment,gone,,removed,2,2,,,2-4Gi,,CNY,643.96512,,-643.96512,-643.96512,-100,',
				'',
			].join('\n'),
		);
	});

	test('Markdown is a comment for a pull request', async () => {
		expect(await print('-o', 'markdown')).toMatchInlineSnapshot(`
			"<!-- eci-plan diff -->
			ECI costs **¥321.98** a month more (+25.0 %).

			| Workload | State | Difference ¥ | Percent |
			| --- | --- | ---: | ---: |
			| \`Deployment/web\` | changed | +643.97 | +200.0 % |
			| \`Deployment/fresh\` | new | +321.98 | new |
			| \`Deployment/gone\` | removed | -643.97 | -100.0 % |

			<details>
			<summary>Why, and what else there is to know</summary>

			| Workload | What | Old | New | Share ¥ |
			| --- | --- | --- | --- | ---: |
			| \`Deployment/web\` | pods | \`1\` | \`3\` | +643.97 |

			### All workloads, a month (730 h)

			- Workloads: 1 new, 1 removed, 1 changed, 1 unchanged
			- Old: ¥1,287.93
			- New: ¥1,609.91
			- Difference: +¥321.98  +25.0 %

			</details>
			"
		`);
	});

	test('a comment that fits, however much there is', async () => {
		const name = (index: number) => `${'x'.repeat(250)}${index}`;
		const side = (pod: string) =>
			stream(...Array.from({length: 60}, (_, index) => web(1, pod, name(index))));
		const specs = Array.from({length: 5}, () => 'ecs.ebmgn7i.32xlarge').join(',');
		const chained = template(container('limits: {cpu: 2, memory: 4Gi}'), {
			annotations: `k8s.aliyun.com/eci-use-specs: "${specs}"`,
		});
		const comment = await ok([...LINE, '-o', 'markdown'], scene(side(TWO), side(chained)));
		expect(comment.length).toBeLessThan(65_536);
		expect(comment).toContain('… and 10 more; see -o json.');
	});

	test('Chinese', async () => {
		expect(await print('--lang', 'zh-CN')).toContain('新增 1，移除 1，变化 1，不变 1');
	});

	test('nothing where nothing changes', async () => {
		const out = await ok(LINE, scene(web(1), web(1)));
		expect(out).toContain('Nothing changes.');
		expect(out).toContain('1 unchanged');
	});

	test('names are no markup and no control codes', async () => {
		const name = String.raw`"a|b\u001b[31m<b>@team\n# ${'``'}[x](y)"`;
		const text = workload('Deployment', {name, pod: TWO});
		const markdown = await ok([...LINE, '-o', 'markdown'], scene('', text));
		expect(markdown).toContain(
			'| ``` Deployment/a\\|b\\u001b[31m<b>@team\\n# ``[x](y) ``` | new | +321.98 | new |',
		);
		expect(await ok(LINE, scene('', text))).not.toContain('\u001b');
	});
});

describe('bad usage', () => {
	test('needs two sides', async () => {
		await fails('diff', 2, 'error: The argument OLD is missing. Add it after the command.');
		await fails('diff a', 2, 'error: The argument NEW is missing. Add it after the command.');
	});

	test('reads standard input once', async () => {
		await fails(
			'diff - -',
			2,
			'error: Both sides come from standard input, which can be read only once. Give the other side as a file or a folder.',
		);
		const out = await ok('diff old.yaml -', {files: {'old.yaml': web(1)}, stdin: web(2)});
		expect(out).toContain('+321.98');
	});

	test('a side that is not there', async () => {
		expect(await run(['diff', 'old.yaml', 'none'], scene('', ''))).toMatchObject({
			code: 4,
			out: '',
		});
	});

	test('a side of which nothing can be read', async () => {
		expect(await run(LINE, scene(web(1), 'a: [\n'))).toMatchObject({code: 2, out: ''});
	});

	test('flags of one workload', async () => {
		const ended = await run([...LINE, '--volume', 'name=a'], scene('', ''));
		expect(ended).toMatchObject({code: 2, out: ''});
		expect(ended.err).toContain('diff');
	});
});
