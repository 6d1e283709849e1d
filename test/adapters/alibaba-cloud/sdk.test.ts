import {describe, expect, test} from 'vitest';
import {openSdk} from '../../../source/adapters/alibaba-cloud/sdk.ts';
import {secretKeeper} from '../../../source/adapters/alibaba-cloud/secrets.ts';

const hostsOf = async (region: string) => {
	const sdk = await openSdk({
		region,
		ecsEndpoint: null,
		eciEndpoint: null,
		timeoutMs: 1000,
		secrets: secretKeeper(),
	});
	return sdk.hosts;
};

describe('the usual addresses of a region', () => {
	test.each([
		['cn-hangzhou', 'ecs-cn-hangzhou.aliyuncs.com', 'eci.cn-hangzhou.aliyuncs.com'],
		['cn-beijing', 'ecs.cn-beijing.aliyuncs.com', 'eci.cn-beijing.aliyuncs.com'],
		['ap-southeast-1', 'ecs.ap-southeast-1.aliyuncs.com', 'eci.ap-southeast-1.aliyuncs.com'],
	])('%s', async (region, ecs, eci) => {
		expect(await hostsOf(region)).toEqual({ecs, eci});
	});
});

describe('secrets', () => {
	test('are taken out of any text, wherever they stand', () => {
		const secrets = secretKeeper();
		secrets.add('LTAI1');
		secrets.add(undefined);
		secrets.add('');
		expect(secrets.hide('a LTAI1 and LTAI1.LTAI1')).toBe('a *** and ***.***');
		expect(secrets.hide('nothing')).toBe('nothing');
	});
});
