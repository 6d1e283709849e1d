import {beforeEach, describe, expect, test, vi} from 'vitest';
import {NOTHING_OVERLAID, type Overlaid} from '../../source/domain/pricing/overlay.ts';
import type {PriceApiAnswer, PriceApiRequest} from '../../source/domain/pricing/price-api-types.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {PriceApi} from '../../source/ports.ts';
import {SAMPLES, spotReply} from '../helpers/cloud-samples.ts';
import {KEY_ID, KEY_SECRET, type Replies, refusal} from '../helpers/fake-cloud.ts';
import type {Imported} from '../helpers/memory-overlays.ts';
import {type Ended, fails, ok, run, type Scene, TODAY} from '../helpers/memory-world.ts';
import {setCredentials, withCloud} from '../helpers/price-api.ts';
import {documentOf, parseDocument} from './document.ts';

beforeEach(() => {
	setCredentials();
	return () => vi.unstubAllEnvs();
});

/** What was imported before, by region. */
const importedBefore = (regions: Readonly<Record<string, Overlaid>>): Imported => ({
	regions: new Map(Object.entries(regions)),
	notes: [],
});

/** A command line in front of the real SDK and a cloud of samples. */
const refresh = (
	line: string,
	replies: Replies = SAMPLES,
	scene: Omit<Scene, 'priceApi'> = {},
): Promise<Ended> =>
	withCloud(replies, ({api}) =>
		run(['prices', 'refresh', ...line.split(' ').filter(word => word !== '')], {
			...scene,
			priceApi: api,
		}),
	);

/** Writes down what is asked, and answers with what it is given. */
const asking = (answers: readonly PriceApiAnswer[] = []) => {
	const requests: PriceApiRequest[] = [];
	const api: PriceApi = {
		fetch: async function* (request, _signal, onProgress) {
			requests.push(request);
			onProgress({done: 0, total: answers.length, calls: 0});
			for (const [index, answer] of answers.entries()) {
				await Promise.resolve();
				onProgress({done: index + 1, total: answers.length, calls: index + 1});
				yield answer;
			}
		},
	};
	return {api, requests};
};

const asked = async (line: string, scene: Scene = {}): Promise<PriceApiRequest | undefined> => {
	const {api, requests} = asking();
	await ok(`prices refresh ${line}`, {...scene, priceApi: api});
	return requests[0];
};

describe('what is asked for', () => {
	test('everything about the usual types of the default region, 30 days back', async () => {
		const request = await asked('');
		expect(request).toMatchObject({
			region: 'cn-hangzhou',
			topics: ['on-demand', 'spot', 'advice', 'eci'],
			historyHours: 720,
			asOf: TODAY,
		});
		expect(request?.types).toHaveLength(326);
	});

	test.each([
		['--history 0', {historyHours: 0}],
		['--history 7d', {historyHours: 168}],
		['--history 90m', {historyHours: 2}],
		['--what eci', {topics: ['eci'], types: []}],
		[
			'--what eci,on-demand --types ecs.c6.large',
			{topics: ['on-demand', 'eci'], types: ['ecs.c6.large']},
		],
		['--region cn-beijing --types ecs.c6.large', {region: 'cn-beijing'}],
		['--families ecs.ic5,c6e', {}],
	])('%s', async (line, expected) => {
		expect(await asked(line)).toMatchObject(expected);
	});

	test('by environment twins and settings too', async () => {
		const env = {ECI_PLAN_TYPES: 'ecs.c6.large', ECI_PLAN_HISTORY: '0', ECI_PLAN_WHAT: 'spot'};
		expect(await asked('', {env, defaults: {region: 'cn-beijing'}})).toEqual({
			region: 'cn-beijing',
			topics: ['spot'],
			types: ['ecs.c6.large'],
			historyHours: 0,
			asOf: TODAY,
		});
	});

	test.each([
		[
			'--what spt',
			'--what: "spt" isn\'t one of the choices. You probably mean spot; the choices are on-demand, spot, advice or eci.',
		],
		[
			'--history 60d',
			'--history: 60d is longer than Alibaba Cloud keeps spot prices. Use at most 30d, or 0 for the latest quotes alone.',
		],
		['--history 30', '--history: "30" has no unit.'],
		[
			'--region cn-hangzou',
			'--region: No prices are known for region "cn-hangzou". You probably mean cn-hangzhou.',
		],
		['--families c66', '--families: ECI has no instance family "c66". You probably mean c6e.'],
		[
			'--types ecs.c6.larg',
			'--types: No ECS type "ecs.c6.larg" is known. You probably mean ecs.c6.large.',
		],
		[
			'--region cn-fuzhou --families gn7e',
			'cn-fuzhou has no ECS type of gn7e. Name other --types or --families, or another --region.',
		],
	])('%s is a mistake', async (line, said) => {
		const ended = await run(['prices', 'refresh', ...line.split(' ')], {columns: 1000});
		expect(ended).toMatchObject({code: 2, out: '', writes: 0});
		expect(ended.err).toContain(`error: ${said}`);
	});

	test('an address that keys may not be sent to is one as well', async () => {
		const {alibabaPriceApi} = await import('../../source/adapters/alibaba-cloud/price-api.ts');
		const {fakePace} = await import('../helpers/fake-pace.ts');
		const env = {ECI_PLAN_ECS_ENDPOINT: 'http://proxy.example.com'};
		await fails(
			'prices refresh --types ecs.c6.large',
			2,
			'error: ECI_PLAN_ECS_ENDPOINT: "http://proxy.example.com" is not encrypted and not on this machine. Use https://HOST[:PORT], or http:// for this machine alone.',
			{env, priceApi: alibabaPriceApi({env, moment: 0, pace: fakePace()})},
		);
	});
});

describe('what comes of it', () => {
	test('is counted', async () => {
		const {code, out, err} = await refresh('--types ecs.c6.large');
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out).toMatchInlineSnapshot(`
			"Prices from Alibaba Cloud
			  Region        cn-hangzhou
			  Source        Alibaba Cloud API
			  As of         2026-11-23
			  ECS types     1
			  Spot history  30d
			  API calls     6

			What came of it
			  What              Outcome  Count
			  on-demand prices  taken        1
			  spot prices       taken        3
			  spot advice       taken        1
			  ECI unit prices   taken        1
			"
		`);
	});

	test('in Chinese', async () => {
		expect(
			(await refresh('--types ecs.c6.large --history 0 --lang zh-CN')).out,
		).toMatchInlineSnapshot(`
			"来自阿里云的价格
			  地域                cn-hangzhou
			  来源                Alibaba Cloud API
			  日期                2026-11-23
			  ECS 实例规格        1
			  抢占式实例历史价格  仅最新价格
			  API 调用次数        6

			获取结果
			  内容            结果    数量
			  按量付费价格    已采用     1
			  抢占式实例价格  已采用     3
			  抢占式实例建议  已采用     1
			  ECI 单价        已采用     1
			"
		`);
	});

	test('as CSV and as Markdown', async () => {
		expect((await refresh('--types ecs.c6.large -o csv')).out).toBe(
			'what,outcome,count\non-demand,taken,1\nspot,taken,3\nadvice,taken,1\neci,taken,1\n',
		);
		expect((await refresh('--types ecs.c6.large -o markdown')).out).toContain(
			'| spot prices | taken |',
		);
	});

	test('is a document that fits its schema', async () => {
		const {api} = asking([
			{
				kind: 'record',
				record: {
					kind: 'on-demand',
					region: 'cn-hangzhou',
					type: 'ecs.c6.large',
					currency: 'CNY',
					price: '0.4',
					asOf: TODAY,
				},
			},
			{kind: 'not-sold', topic: 'spot'},
		]);
		const document = await documentOf(
			['prices', 'refresh', '--types', 'ecs.c6.large'],
			'PriceRefresh',
			{priceApi: api},
		);
		expect(document).toEqual({
			apiVersion: 'eci-plan/v1',
			kind: 'PriceRefresh',
			region: 'cn-hangzhou',
			source: 'Alibaba Cloud API',
			asOf: TODAY,
			asked: {types: 1, what: ['on-demand', 'spot', 'advice', 'eci'], historyHours: 720},
			calls: 2,
			counts: [
				{what: 'on-demand', outcome: 'taken', count: 1},
				{what: 'spot', outcome: 'not-sold', count: 1},
			],
			diagnostics: [],
		});
	});

	test('lies over the shipped prices, put there at once', async () => {
		const {imported, writes} = await refresh('--types ecs.c6.large');
		const {regions: overlays, notes} = imported;
		expect(writes).toBe(1);
		expect(notes).toEqual([{source: 'Alibaba Cloud API', format: 'api', addedOn: TODAY, taken: 6}]);
		expect([...overlays.keys()]).toEqual(['cn-hangzhou']);
		expect(overlays.get('cn-hangzhou')).toEqual({
			overlay: {
				sources: ['Alibaba Cloud API'],
				sizes: [],
				onDemand: [['CNY', 'ecs.c6.large', '0.39', TODAY, 0]],
				subscription: [],
				spot: [
					['CNY', 'ecs.c6.large', 'cn-hangzhou-h', '0.056', '2026-11-23', 0],
					['CNY', 'ecs.c6.large', 'cn-hangzhou-i', '0.06', '2026-11-23', 0],
				],
				advice: [['ecs.c6.large', 'cn-hangzhou-h', 21, '0-3%', TODAY, 0]],
				unitPrices: [['CNY', '0.000049', '0.00000613', TODAY, 0]],
			},
			series: [
				[
					'CNY',
					'ecs.c6.large',
					'cn-hangzhou-h',
					[
						[1_795_417_200, '0.056'],
						[1_795_420_800, '0.056'],
					],
					['Alibaba Cloud API'],
				],
				['CNY', 'ecs.c6.large', 'cn-hangzhou-i', [[1_795_420_800, '0.06']], ['Alibaba Cloud API']],
			],
		});
	});

	test('what was there before and is not asked for stays; what is newer than the answer too', async () => {
		const before = {
			...NOTHING_OVERLAID,
			overlay: {
				...NOTHING_OVERLAID.overlay,
				sources: ['a file'],
				onDemand: [
					['CNY', 'ecs.c6.large', '0.3', '2027-01-01', 0],
					['CNY', 'ecs.g6.large', '0.5', '2026-01-01', 0],
				],
			},
		} as const;
		const {imported, out} = await refresh(
			'--types ecs.c6.large --what on-demand,eci -o csv',
			SAMPLES,
			{
				imported: importedBefore({'cn-hangzhou': before, 'cn-beijing': before}),
			},
		);
		expect(out).toBe('what,outcome,count\non-demand,older,1\neci,taken,1\n');
		const {sources = [], onDemand = []} = imported.regions.get('cn-hangzhou')?.overlay ?? {};
		expect(
			onDemand.map(([, type, price, asOf, source]) => [type, price, asOf, sources[source]]),
		).toEqual([
			['ecs.c6.large', '0.3', '2027-01-01', 'a file'],
			['ecs.g6.large', '0.5', '2026-01-01', 'a file'],
		]);
		expect(sources.toSorted()).toEqual(['Alibaba Cloud API', 'a file']);
		expect(imported.regions.get('cn-beijing')).toBe(before);
	});

	test('a second refresh goes on with the series of the first', async () => {
		const first = await refresh('--types ecs.c6.large --what spot');
		const second = await refresh(
			'--types ecs.c6.large --what spot --history 0',
			{
				...SAMPLES,
				DescribeSpotPriceHistory: call =>
					spotReply(call, [['cn-hangzhou-h', 0.07, '2026-11-24T08:00:00Z']]),
			},
			{imported: first.imported},
		);
		expect(second.imported.regions.get('cn-hangzhou')?.series[0]?.[3]).toEqual([
			[1_795_417_200, '0.056'],
			[1_795_507_200, '0.07'],
		]);
	});

	test('a type that the region lists not brings its size along', async () => {
		const {imported} = await refresh('--region cn-fuzhou --types ecs.c6.large --what on-demand');
		expect(imported.regions.get('cn-fuzhou')?.overlay.sizes).toEqual([['ecs.c6.large', 2, 4, 0]]);
	});

	test('nothing sold is no failure, changes nothing, and is told', async () => {
		const none: Replies = {...SAMPLES, DescribePrice: () => refusal(400, 'PriceNotFound')};
		const ended = await refresh('--types ecs.c6.large --what on-demand -o csv', none, {
			columns: 1000,
		});
		expect(ended).toMatchObject({
			code: 0,
			out: 'what,outcome,count\non-demand,not-sold,1\n',
			err: 'warning: Alibaba Cloud has no newer price of these types in cn-hangzhou. Nothing is changed. Name types that the region sells with --types or --families.\n',
			writes: 0,
		});
		const json = await refresh('--types ecs.c6.large --what on-demand -o json', none);
		expect(json.err).toBe('');
		expect(parseDocument(json.out)['diagnostics']).toMatchObject([{rule: 'refresh-nothing'}]);
	});
});

describe('what goes wrong changes nothing', () => {
	const BEFORE = {'cn-hangzhou': NOTHING_OVERLAID};

	test.each<readonly [string, Replies, string]>([
		[
			'the last call refused',
			{...SAMPLES, DescribeContainerGroupPrice: () => refusal(403, 'Forbidden.RAM')},
			'The credentials may not call eci:DescribeContainerGroupPrice (Forbidden.RAM). Nothing is changed. Allow eci:DescribeContainerGroupPrice in a RAM policy, or leave it out with --what.',
		],
		[
			'a call throttled for too long',
			{...SAMPLES, DescribeSpotAdvice: () => refusal(400, 'Throttling')},
			'Alibaba Cloud still limits the calls of DescribeSpotAdvice after 9 tries. Nothing is changed. Try again in some minutes, or ask for less with --types, --families, --history or --what.',
		],
		[
			'a page that leads nowhere',
			{...SAMPLES, DescribeSpotPriceHistory: call => spotReply(call, undefined, {NextOffset: 3})},
			"The answer of DescribeSpotPriceHistory can't be used: its pages lead in a circle. Nothing is changed. Check that no proxy answers instead of Alibaba Cloud, or leave it out with --what.",
		],
	])('%s', async (_name, replies, said) => {
		const ended = await refresh('--types ecs.c6.large', replies, {
			columns: 1000,
			imported: importedBefore(BEFORE),
		});
		expect(ended).toMatchObject({
			code: 4,
			out: '',
			err: `error: ${said}\n`,
			writes: 0,
			imported: {notes: []},
		});
		expect(Object.fromEntries(ended.imported.regions)).toEqual(BEFORE);
	});

	test('prices that can not be written', async () => {
		const ended = await refresh('--types ecs.c6.large', SAMPLES, {isReadOnly: true});
		expect(ended).toMatchObject({code: 4, out: '', writes: 0});
	});

	test('without credentials', async () => {
		setCredentials({});
		const ended = await refresh('--types ecs.c6.large', SAMPLES, {columns: 1000});
		expect(ended).toMatchObject({code: 4, out: '', writes: 0});
		expect(ended.err).toMatch(/^error: No credentials of Alibaba Cloud are found: not in ALIBABA_/);
		expect(ended.err).toContain('Set the two variables, or run aliyun configure.');
	});

	test('Ctrl-C in the middle ends with 130', () => {
		const controller = new AbortController();
		return withCloud(
			{...SAMPLES, DescribeSpotAdvice: () => () => undefined},
			async ({cloud, api}) => {
				const end = run(['prices', 'refresh', '--types', 'ecs.c6.large'], {
					priceApi: api,
					interruption: controller.signal,
				});
				await cloud.called('DescribeSpotAdvice', 1);
				controller.abort();
				expect(await end).toMatchObject({
					code: 130,
					out: '',
					err: 'note: The refresh is interrupted. The prices stay as they were; run it again to refresh.\n',
					writes: 0,
				});
				await cloud.idle();
			},
		);
	});

	test('Ctrl-C behind the last answer too', async () => {
		const controller = new AbortController();
		const {api} = asking();
		const priceApi: PriceApi = {
			fetch: async function* (request, signal, onProgress) {
				yield* api.fetch(request, signal, onProgress);
				controller.abort();
			},
		};
		const ended = await run(['prices', 'refresh', '--what', 'eci', '--quiet'], {
			priceApi,
			interruption: controller.signal,
		});
		expect(ended).toMatchObject({code: 130, out: '', err: '', writes: 0});
	});

	test('a bug is a bug', async () => {
		const priceApi: PriceApi = {
			fetch: () => {
				throw new TypeError('oops');
			},
		};
		expect(await run(['prices', 'refresh', '--what', 'eci'], {priceApi})).toMatchObject({code: 1});
	});
});

describe('progress', () => {
	const answers: readonly PriceApiAnswer[] = Array.from({length: 40}, () => ({
		kind: 'not-sold',
		topic: 'spot',
	}));
	const shown = async (scene: Scene, ...flags: readonly string[]): Promise<string> => {
		const line = ['prices', 'refresh', '--types', 'ecs.c6.large', ...flags];
		return (await run(line, {...scene, priceApi: asking(answers).api})).err;
	};

	test('is a bar that a terminal draws over, and is gone at the end', async () => {
		const err = await shown({terminals: {stderr: true}, columns: 80});
		const [, first, ...rest] = err.split('\r\u001b[K');
		expect(first).toBe(
			'Fetching prices of cn-hangzhou [------------------------------]   0 % 0/40',
		);
		expect(rest).toContain(
			'Fetching prices of cn-hangzhou [###############---------------]  50 % 20/40',
		);
		expect(rest.at(-1)).toMatch(/^.*warning/);
	});

	test('is lines where a terminal can not draw over one', async () => {
		const err = await shown({terminals: {stderr: true}, columns: 80, env: {TERM: 'dumb'}});
		const lines = err.split('\n').filter(line => line.startsWith('Fetching'));
		expect(lines).toEqual(
			Array.from({length: 10}, (_, index) => {
				const percent = `${(index + 1) * 10}`;
				return `Fetching prices of cn-hangzhou ${percent} % ${(index + 1) * 4}/40`;
			}),
		);
		expect(err).not.toContain('\r');
	});

	test('is nothing with --quiet, nor without a terminal', async () => {
		expect(await shown({terminals: {stderr: true}, columns: 80}, '--quiet')).toBe('');
		expect(await shown({terminals: {stdout: true}})).toMatch(/^warning: /);
	});

	test('is taken away before an error is told', async () => {
		const priceApi: PriceApi = {
			fetch: async function* (_request, _signal, onProgress) {
				onProgress({done: 1, total: 2, calls: 1});
				yield* [];
				throw Object.assign(new Error('broken'), {
					problem: {
						exitCode: 4,
						diagnostics: [report('refresh-throttled', {operation: 'DescribePrice', tries: 9})],
					},
				});
			},
		};
		const {code, err} = await run(['prices', 'refresh', '--what', 'eci'], {
			priceApi,
			terminals: {stderr: true},
			columns: 80,
			env: {NO_COLOR: '1'},
		});
		expect(code).toBe(4);
		expect(err.split('\r\u001b[K').at(-1)).toMatch(/^error: /);
	});
});

test('keys are in nothing that is printed or kept', async () => {
	const told: unknown[] = [];
	for (const output of ['table', 'json', 'csv']) {
		const ended = await refresh(`--types ecs.c6.large -o ${output}`);
		told.push(ended, [...ended.imported.regions]);
	}
	for (const code of [KEY_ID, 'Forbidden.RAM', 'InvalidAccessKeyId.NotFound', 'Throttling'])
		told.push(
			await refresh('--types ecs.c6.large', {
				...SAMPLES,
				DescribePrice: call =>
					refusal(403, code, {
						Message: `${KEY_ID} ${KEY_SECRET}`,
						RequestId: call.headers.authorization ?? '',
					}),
			}),
		);
	expect(told).toHaveLength(10);
	const text = JSON.stringify(told);
	for (const secret of [KEY_ID, KEY_SECRET, 'Signature=', 'Credential='])
		expect(text).not.toContain(secret);
});
