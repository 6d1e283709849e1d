import {beforeEach, describe, expect, test, vi} from 'vitest';
import type {Operation} from '../../../source/adapters/alibaba-cloud/pace.ts';
import {LIMITS, OPERATIONS} from '../../../source/adapters/alibaba-cloud/pace.ts';
import {alibabaPriceApi} from '../../../source/adapters/alibaba-cloud/price-api.ts';
import type {PriceTopic} from '../../../source/domain/pricing/refresh-result.ts';
import {priceReply, SAMPLES, spotReply} from '../../helpers/cloud-samples.ts';
import {
	type CloudCall,
	CREDENTIALS,
	json,
	KEY_ID,
	KEY_SECRET,
	type Replies,
	type Reply,
	refusal,
	SECURITY_TOKEN,
} from '../../helpers/fake-cloud.ts';
import {fakePace} from '../../helpers/fake-pace.ts';
import {fetchAll, MOMENT, problemOf, setCredentials, withCloud} from '../../helpers/price-api.ts';

beforeEach(() => {
	setCredentials();
	return () => vi.unstubAllEnvs();
});

const TOPIC_OF: Readonly<Record<Operation, PriceTopic>> = {
	DescribePrice: 'on-demand',
	DescribeSpotPriceHistory: 'spot',
	DescribeSpotAdvice: 'advice',
	DescribeContainerGroupPrice: 'eci',
};

/** The first `count` calls of an operation go wrong. */
const failing = (operation: Operation, count: number, reply: Reply): Replies => ({
	...SAMPLES,
	[operation]: (call: CloudCall) => (call.count <= count ? reply : SAMPLES[operation](call)),
});

const ALWAYS = Number.POSITIVE_INFINITY;

/** What a refresh that asks for one topic alone ends with. */
const endOf = (operation: Operation, replies: Replies) =>
	withCloud(replies, async ({cloud, pace, api}) => {
		const {answers, error} = await fetchAll(api, {topics: [TOPIC_OF[operation]]});
		return {
			error,
			answers,
			calls: cloud.calls.length,
			pauses: pace.pauses,
			url: cloud.url.replace('http://', ''),
		};
	});

const html: Reply = response => {
	response.writeHead(502, {'content-type': 'text/html'});
	response.end('<html>Bad Gateway</html>');
};

/** The headers promise more than comes. */
const cutOff: Reply = response => {
	response.writeHead(200, {'content-type': 'application/json', 'content-length': '5000'});
	response.write('{"PriceInfo": {"Price"');
	setImmediate(() => response.destroy());
};

const reset: Reply = response => {
	response.destroy();
};

const never: Reply = () => undefined;

describe.each(OPERATIONS)('%s', operation => {
	const perQuestion = operation === 'DescribeContainerGroupPrice' ? 3 : 1;

	test.each([
		['throttled by code', refusal(400, 'Throttling.User')],
		['throttled by status', refusal(429, 'TooManyRequests')],
		['failing inside', refusal(500, 'InternalError')],
		['unavailable', refusal(503, 'ServiceUnavailable')],
		['behind a gateway that fails', html],
		['cut off in the middle of an answer', cutOff],
		['cut off before an answer', reset],
	])('%s twice is asked a third time', async (_name, reply) => {
		const whole = await endOf(operation, SAMPLES);
		const {error, answers, calls, pauses} = await endOf(operation, failing(operation, 2, reply));
		expect({error, calls, pauses}).toEqual({
			error: null,
			calls: perQuestion + 2,
			pauses: [500, 1000],
		});
		expect(answers).toEqual(whole.answers);
	});

	test('throttled for too long', async () => {
		const {error, calls, pauses} = await endOf(
			operation,
			failing(operation, ALWAYS, refusal(400, 'Throttling')),
		);
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-throttled', facts: {operation, tries: 9}}],
		});
		expect(calls).toBe(9);
		// Long enough for the minute after the one in which it was throttled.
		expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(60_000);
	});

	test('failing for too long', async () => {
		const {error, calls} = await endOf(
			operation,
			failing(operation, ALWAYS, refusal(500, 'InternalError')),
		);
		expect(problemOf(error)).toEqual({
			exitCode: 4,
			diagnostics: [
				{
					rule: 'refresh-failed',
					severity: 'error',
					facts: {operation, code: 'InternalError', tries: 5, requestId: 'request-1'},
				},
			],
		});
		expect(calls).toBe(5);
	});

	test('behind a gateway that fails for too long', async () => {
		const {error} = await endOf(operation, failing(operation, ALWAYS, html));
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-failed', facts: {code: 'HTTP 502', tries: 5, requestId: null}}],
		});
	});

	test('cut off for too long', async () => {
		const {error, url} = await endOf(operation, failing(operation, ALWAYS, cutOff));
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-unreachable', facts: {host: url, reason: 'cut-off', tries: 5}}],
		});
	});

	test.each([
		['Forbidden.RAM', 403],
		['Forbbiden', 403],
		['NoPermission', 400],
		['SomethingNew', 403],
	])('forbidden by %s', async (code, status) => {
		const {error, calls} = await endOf(
			operation,
			failing(operation, ALWAYS, refusal(status, code)),
		);
		const product = operation === 'DescribeContainerGroupPrice' ? 'eci' : 'ecs';
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [
				{rule: 'refresh-forbidden', facts: {permission: `${product}:${operation}`, code}},
			],
		});
		expect(calls).toBe(1);
	});

	test.each([
		['InvalidAccessKeyId.NotFound', 404],
		['InvalidAccessKeyId.Inactive', 403],
		['SignatureDoesNotMatch', 400],
		['InvalidSecurityToken.Expired', 400],
		['InvalidTimeStamp.Expired', 400],
	])('credentials refused by %s', async (code, status) => {
		const {error, calls} = await endOf(
			operation,
			failing(operation, ALWAYS, refusal(status, code)),
		);
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-credentials-refused', facts: {code}}],
		});
		expect(calls).toBe(1);
	});

	test('anything else that is refused isn’t asked again', async () => {
		const {error, calls} = await endOf(
			operation,
			failing(operation, ALWAYS, refusal(400, 'InvalidParameter')),
		);
		expect(problemOf(error)).toMatchObject({
			diagnostics: [{rule: 'refresh-failed', facts: {code: 'InvalidParameter', tries: 1}}],
		});
		expect(calls).toBe(1);
	});

	test.each([
		['half of it', '{"PriceInfo": {'],
		['a page of a proxy', '<html>Sign in</html>'],
		['nothing', ''],
		['a list', '[]'],
		['null', 'null'],
		['a number', '3'],
		['other fields', '{"Hello": "you"}'],
		[
			'fields of other kinds',
			'{"PriceInfo": "no", "SpotPrices": 3, "AvailableSpotZones": 3, "Currency": {}}',
		],
	])('an answer of %s is of no use', async (_name, body) => {
		const {error, calls} = await endOf(
			operation,
			failing(operation, ALWAYS, response => json(response, 200, body)),
		);
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-malformed', facts: {operation}}],
		});
		expect(calls).toBe(1);
	});

	test('no answer at all, tried again, then given up with its connections closed', () =>
		withCloud({...SAMPLES, [operation]: () => never}, async ({cloud, pace, api}) => {
			const end = fetchAll(api, {topics: [TOPIC_OF[operation]]});
			for (let tries = 1; tries <= 5; tries++) {
				await cloud.called(operation, tries);
				pace.expireAll(LIMITS.requestMs);
			}
			const {error} = await end;
			expect(problemOf(error)).toMatchObject({
				exitCode: 4,
				diagnostics: [{rule: 'refresh-unreachable', facts: {reason: 'no-answer', tries: 5}}],
			});
			await cloud.idle();
		}));

	test('an answer that comes after a time is an answer', () => {
		let late = () => undefined as unknown;
		return withCloud(
			failing(operation, 1, response => {
				late = () => json(response, 503, {Code: 'ServiceUnavailable'});
			}),
			async ({cloud, api}) => {
				const end = fetchAll(api, {topics: [TOPIC_OF[operation]]});
				await cloud.called(operation, 1);
				late();
				expect((await end).error).toBeNull();
			},
		);
	});
});

describe('prices that can not be', () => {
	test.each([
		['DescribePrice', priceReply(-1), 'field', 'OriginalPrice'],
		['DescribePrice', priceReply(0.39, 'JPY'), 'currency', 'JPY'],
		[
			'DescribePrice',
			{PriceInfo: {Price: {Currency: 'CNY', OriginalPrice: 'much'}}},
			'unreadable',
			'',
		],
		[
			'DescribePrice',
			{
				PriceInfo: {
					Price: {
						Currency: 'CNY',
						OriginalPrice: 1,
						DetailInfos: {DetailInfo: [{Resource: 'systemDisk', OriginalPrice: 1}]},
					},
				},
			},
			'field',
			'DetailInfos',
		],
		[
			'DescribeSpotPriceHistory',
			{
				Currency: 'CNY',
				SpotPrices: {
					SpotPriceType: [{SpotPrice: 1, ZoneId: 'z', InstanceType: 't', Timestamp: 'today'}],
				},
			},
			'field',
			'Timestamp',
		],
		[
			'DescribeSpotPriceHistory',
			{
				SpotPrices: {
					SpotPriceType: [
						{SpotPrice: 1, ZoneId: 'z', InstanceType: 't', Timestamp: '2026-11-23T07:00:00Z'},
					],
				},
			},
			'field',
			'Currency',
		],
		[
			'DescribeContainerGroupPrice',
			{PriceInfo: {Price: {Currency: 'CNY', OriginalPrice: 0.0001}}},
			'sums',
			'',
		],
	] as const)('%s: %o', async (operation, reply, reason, subject) => {
		const {error} = await endOf(operation, failing(operation, ALWAYS, reply));
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-malformed', facts: {operation, reason, subject}}],
		});
	});

	test('sizes that don’t add up', async () => {
		const {error} = await endOf('DescribeContainerGroupPrice', {
			...SAMPLES,
			DescribeContainerGroupPrice: call => {
				const text = JSON.stringify(SAMPLES.DescribeContainerGroupPrice(call));
				return JSON.parse(text.replace('0.00006126', '0.00006226')) as object;
			},
		});
		expect(problemOf(error)).toMatchObject({
			diagnostics: [{rule: 'refresh-malformed', facts: {reason: 'sums'}}],
		});
	});
});

describe('pages that lead nowhere', () => {
	const page = (nextOffset: (call: CloudCall) => number): Replies => ({
		...SAMPLES,
		DescribeSpotPriceHistory: call => spotReply(call, undefined, {NextOffset: nextOffset(call)}),
	});

	test.each([
		['the same page again', 2, (call: CloudCall) => Number(call.query['Offset']) || 3],
		['back', 3, (call: CloudCall) => [5, 9, 5][call.count - 1] ?? 1],
		['on and on', 1000, (call: CloudCall) => call.count],
	])('%s', async (_name, most, nextOffset) => {
		const {error, calls} = await endOf('DescribeSpotPriceHistory', page(nextOffset));
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-malformed', facts: {reason: 'paging'}}],
		});
		expect(calls).toBe(most);
	});
});

describe('credentials', () => {
	test('none anywhere: no call is made', async () => {
		setCredentials({});
		await withCloud(SAMPLES, async ({cloud, api}) => {
			const {error} = await fetchAll(api);
			expect(problemOf(error)).toMatchObject({
				exitCode: 4,
				diagnostics: [{rule: 'refresh-credentials-missing'}],
			});
			expect(cloud.calls).toEqual([]);
		});
	});
});

describe('nobody there', () => {
	test('a port that nobody listens on isn’t asked again', async () => {
		const {url, api} = await withCloud(SAMPLES, ({cloud, api: made}) =>
			Promise.resolve({url: cloud.url.replace('http://', ''), api: made}),
		);
		const {error} = await fetchAll(api);
		expect(problemOf(error)).toMatchObject({
			exitCode: 4,
			diagnostics: [{rule: 'refresh-unreachable', facts: {host: url, reason: 'refused', tries: 1}}],
		});
	});

	test('an address that keys may not be sent to', async () => {
		const api = alibabaPriceApi({
			env: {ECI_PLAN_ECI_ENDPOINT: 'http://example.com'},
			moment: MOMENT,
			pace: fakePace(),
		});
		const {error} = await fetchAll(api);
		expect(problemOf(error)).toMatchObject({
			exitCode: 2,
			diagnostics: [{rule: 'refresh-endpoint-invalid', path: 'ECI_PLAN_ECI_ENDPOINT'}],
		});
	});
});

describe('given up in the middle', () => {
	const types = [
		'ecs.c6.large',
		'ecs.c6.xlarge',
		'ecs.c6.2xlarge',
		'ecs.c6.3xlarge',
		'ecs.c6.4xlarge',
	];

	test('by the user: what is under way is closed, and nothing else is called', () =>
		withCloud({...SAMPLES, DescribePrice: () => never}, async ({cloud, api}) => {
			const controller = new AbortController();
			const end = fetchAll(api, {types}, controller.signal);
			await cloud.called('DescribePrice', 4);
			controller.abort();
			await end;
			await cloud.idle();
			expect(cloud.calls).toHaveLength(4);
		}));

	test('before it began', () =>
		withCloud(SAMPLES, async ({cloud, api}) => {
			const {error, answers} = await fetchAll(api, {types}, AbortSignal.abort());
			expect(error).not.toBeNull();
			expect({answers, calls: cloud.calls}).toEqual({answers: [], calls: []});
		}));

	test('when the time for all of it is up', () =>
		withCloud(
			{...SAMPLES, DescribePrice: call => (call.count <= 2 ? priceReply() : never)},
			async ({cloud, pace, api}) => {
				const end = fetchAll(api, {topics: ['on-demand'], types});
				await cloud.called('DescribePrice', 5);
				pace.expireAll(LIMITS.overallMs);
				const {error, answers} = await end;
				expect(problemOf(error)).toMatchObject({
					exitCode: 4,
					diagnostics: [{rule: 'refresh-too-slow', facts: {minutes: 30, done: 2, total: 5}}],
				});
				expect(answers).toHaveLength(2);
				await cloud.idle();
			},
		));

	test('by a call that fails, the others end with it', () => {
		let fail = () => undefined as unknown;
		return withCloud(
			{
				...SAMPLES,
				DescribePrice: call => response => {
					if (call.count === 1) fail = () => json(response, 400, {Code: 'InvalidParameter'});
				},
			},
			async ({cloud, api}) => {
				const end = fetchAll(api, {types});
				await cloud.called('DescribePrice', 4);
				fail();
				expect(problemOf((await end).error)).toMatchObject({
					diagnostics: [{rule: 'refresh-failed'}],
				});
				await cloud.idle();
				expect(cloud.calls).toHaveLength(4);
			},
		);
	});

	test('by whoever reads no further', () =>
		withCloud(
			{...SAMPLES, DescribePrice: call => (call.count === 1 ? priceReply() : never)},
			async ({cloud, api}) => {
				const request = {
					region: 'cn-hangzhou',
					topics: ['on-demand'],
					types,
					historyHours: 0,
					asOf: '2026-11-23',
				} as const;
				const {signal} = new AbortController();
				for await (const answer of api.fetch(request, signal, () => undefined)) {
					expect(answer.kind).toBe('record');
					break;
				}
				await cloud.idle();
			},
		));
});

describe('keys are never told', () => {
	/** A service that sends back what it was sent, wherever it can. */
	const echo = (call: CloudCall): Reply =>
		refusal(400, KEY_ID, {
			Message: `${KEY_ID} ${KEY_SECRET} ${call.headers.authorization}`,
			RequestId: call.headers['x-acs-security-token'] ?? KEY_ID,
			Description: KEY_SECRET,
		});

	test.each([CREDENTIALS, {...CREDENTIALS, ALIBABA_CLOUD_SECURITY_TOKEN: SECURITY_TOKEN}])(
		'not when the service repeats them',
		async env => {
			setCredentials(env);
			for (const operation of OPERATIONS) {
				const {error} = await endOf(operation, {...SAMPLES, [operation]: echo});
				const problem = problemOf(error);
				expect(problem).toMatchObject({diagnostics: [{rule: 'refresh-failed'}]});
				const told = JSON.stringify([problem, String(error), (error as Error).stack]);
				for (const secret of [KEY_ID, KEY_SECRET, SECURITY_TOKEN])
					expect(told).not.toContain(secret);
			}
		},
	);
});
