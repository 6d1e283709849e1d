import {describe, expect, test} from 'vitest';
import {endpointOf} from '../../../source/adapters/alibaba-cloud/endpoint.ts';

const NAME = 'ECI_PLAN_ECS_ENDPOINT';

const problemOf = (value: string): unknown => {
	try {
		return endpointOf(NAME, value);
	} catch (error) {
		return error;
	}
};

describe('the address of an API', () => {
	test.each([undefined, ''])('%s is the usual one', value => {
		expect(endpointOf(NAME, value)).toBeNull();
	});

	test.each([
		['https://ecs.proxy.example', 'ecs.proxy.example', 'HTTPS'],
		['https://ecs.proxy.example:8443/', 'ecs.proxy.example:8443', 'HTTPS'],
		['http://127.0.0.1:8080', '127.0.0.1:8080', 'HTTP'],
		['http://127.8.9.10', '127.8.9.10', 'HTTP'],
		['http://localhost:1', 'localhost:1', 'HTTP'],
		['http://[::1]:8080', '[::1]:8080', 'HTTP'],
	])('%s', (value, endpoint, protocol) => {
		expect(endpointOf(NAME, value)).toEqual({endpoint, protocol});
	});

	test.each([
		['ecs.proxy.example', 'url'],
		['ftp://127.0.0.1', 'url'],
		['http://', 'url'],
		['http://ecs.proxy.example', 'insecure'],
		['http://127.0.0.1.example.com', 'insecure'],
		['http://127.0.0.1@example.com', 'path'],
		['http://localhost.example.com', 'insecure'],
		['http://10.0.0.1:8080', 'insecure'],
		['https://ecs.proxy.example/api', 'path'],
		['https://ecs.proxy.example/?a=b', 'path'],
		['https://me:secret@ecs.proxy.example', 'path'],
	])('%s is refused: %s', (value, reason) => {
		expect(problemOf(value)).toMatchObject({
			problem: {
				exitCode: 2,
				diagnostics: [{rule: 'refresh-endpoint-invalid', path: NAME, facts: {reason}}],
			},
		});
	});

	test('a password in it is not said', () => {
		for (const value of ['https://me:secret@host', 'me:secret@host', 'https://me:secret@'])
			expect(JSON.stringify(problemOf(value))).not.toContain('secret');
	});
});
