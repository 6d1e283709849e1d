import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {SAMPLES} from '../helpers/cloud-samples.ts';
import {
	CREDENTIALS,
	type FakeCloud,
	fakeCloud,
	KEY_ID,
	KEY_SECRET,
	NO_OTHER_CREDENTIALS,
	type Replies,
	refusal,
	SECURITY_TOKEN,
} from '../helpers/fake-cloud.ts';
import {inFolder, NODES, type ProgramEnd, runProgram} from '../helpers/run-program.ts';

const LINE = ['prices', 'refresh', '--types', 'ecs.c6.large'];
const SECRETS = [KEY_ID, KEY_SECRET, SECURITY_TOKEN, 'Signature='];

const envOf = (cloud: FakeCloud) => ({
	...NO_OTHER_CREDENTIALS,
	...CREDENTIALS,
	ALIBABA_CLOUD_SECURITY_TOKEN: SECURITY_TOKEN,
	ECI_PLAN_ECS_ENDPOINT: cloud.url,
	ECI_PLAN_ECI_ENDPOINT: cloud.url,
});

const withCloud = async (
	replies: Replies,
	work: (cloud: FakeCloud) => Promise<void>,
): Promise<void> => {
	const cloud = await fakeCloud(replies);
	try {
		await work(cloud);
	} finally {
		await cloud.close();
	}
};

const expectNoSecret = ({out, err}: ProgramEnd): void => {
	for (const secret of SECRETS) expect(out + err).not.toContain(secret);
};

describe.each(NODES)('on Node %s', (_version, node) => {
	test('the built program fetches prices, and says nothing else', () =>
		withCloud(SAMPLES, async cloud => {
			const ended = await runProgram([...LINE, '-o', 'csv'], {node, env: envOf(cloud)});
			expect(ended).toEqual({
				code: 0,
				out: 'what,outcome,count\non-demand,taken,1\nspot,taken,3\nadvice,taken,1\neci,taken,1\n',
				err: '',
				isTimedOut: false,
			});
			expect(cloud.faults).toEqual([]);
			const history = cloud.calls.find(({operation}) => operation === 'DescribeSpotPriceHistory');
			expect(history?.query).toMatchObject({
				StartTime: '2026-10-24T09:00:00Z',
				EndTime: '2026-11-23T09:00:00Z',
			});
		}));

	test('keys stay hidden from whoever asks the parts of the SDK to tell all', () =>
		withCloud(SAMPLES, async cloud => {
			const env = {...envOf(cloud), DEBUG: '*'};
			const ended = await runProgram(LINE, {node, env});
			expect(ended.code).toBe(0);
			expectNoSecret(ended);
		}));

	test('keys stay hidden when a call is refused', () =>
		withCloud(
			{
				...SAMPLES,
				DescribePrice: ({headers}) =>
					refusal(403, 'Forbidden.RAM', {
						Message: `${KEY_ID} ${KEY_SECRET}`,
						RequestId: headers.authorization,
					}),
			},
			async cloud => {
				const ended = await runProgram(LINE, {node, env: envOf(cloud)});
				expect(ended).toMatchObject({code: 4, out: ''});
				expect(ended.err).toMatch(/^error: The credentials may not call\s+ecs:DescribePrice/);
				expectNoSecret(ended);
			},
		));

	test('keys in a file of the aliyun CLI that can not be read stay hidden', () =>
		inFolder(async folder => {
			mkdirSync(join(folder, '.aliyun'));
			writeFileSync(
				join(folder, '.aliyun', 'config.json'),
				`{"access_key_id": "${KEY_ID}", ${KEY_SECRET}`,
			);
			const env = {...NO_OTHER_CREDENTIALS, HOME: folder};
			const ended = await runProgram(LINE, {node, env});
			expect(ended).toMatchObject({code: 4, out: ''});
			expect(ended.err).toMatch(/^error: No credentials of Alibaba Cloud are found/);
			expectNoSecret(ended);
		}));

	test('keys in a file of the aliyun CLI are used', () =>
		inFolder(folder =>
			withCloud(SAMPLES, async cloud => {
				mkdirSync(join(folder, '.aliyun'));
				const profile = {
					name: 'default',
					mode: 'AK',
					access_key_id: KEY_ID,
					access_key_secret: KEY_SECRET,
					region_id: 'cn-hangzhou',
				};
				writeFileSync(
					join(folder, '.aliyun', 'config.json'),
					JSON.stringify({current: 'default', profiles: [profile]}),
				);
				const env = {...envOf(cloud), ...NO_OTHER_CREDENTIALS, HOME: folder};
				const ended = await runProgram([...LINE, '--what', 'eci', '-o', 'csv'], {node, env});
				expect(ended).toMatchObject({code: 0, out: 'what,outcome,count\neci,taken,1\n', err: ''});
				expect(cloud.faults).toEqual([]);
			}),
		));

	test('Ctrl-C ends it at once with 130, whatever is under way', () =>
		withCloud({...SAMPLES, DescribeSpotAdvice: () => () => undefined}, async cloud => {
			const kill = {signal: 'SIGINT', when: cloud.called('DescribeSpotAdvice', 1)} as const;
			const started = Date.now();
			const ended = await runProgram(LINE, {node, env: envOf(cloud), kill});
			expect(ended).toMatchObject({code: 130, out: '', isTimedOut: false});
			expect(ended.err).toMatch(/^note: The refresh is interrupted/);
			// An answer has 15 seconds, and nobody waits for them.
			expect(Date.now() - started).toBeLessThan(10_000);
			await cloud.idle();
		}));
});
