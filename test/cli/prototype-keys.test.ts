import {afterEach, describe, expect, test} from 'vitest';
import {fails, run} from '../helpers/memory-world.ts';

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

afterEach(() => {
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect('polluted' in {}).toBe(false);
});

describe.each(KEYS)('%s is a name like any other', key => {
	test('of a flag: there is none', async () => {
		for (const line of [[`--${key}`], [`--${key}=x`], [`--${key}`, 'x'], [`--${key}.polluted=1`]]) {
			const {code, out, err} = await run(['size', ...line]);
			expect({code, out}).toEqual({code: 2, out: ''});
			expect(err).toContain(` has no flag --${key}`);
		}
	});

	test('of a preset', async () => {
		for (const line of [
			['size', '--preset', key],
			['presets', 'show', key],
			['presets', 'delete', key],
		]) {
			const {code, err} = await run(line);
			expect(code).toBe(2);
			expect(err).toContain(`There's no preset "${key}"`);
		}
	});

	test('of a setting', async () => {
		for (const line of [
			['get', key],
			['set', key, 'polluted'],
			['unset', key],
		]) {
			const ended = await run(['settings', ...line]);
			expect(ended).toMatchObject({code: 2, out: '', writes: 0});
			expect(ended.err).toContain(`There's no setting "${key}"`);
		}
	});

	test('of a command, a schema, a shell', async () => {
		for (const line of [[key], ['presets', key], ['schema', key], ['completion', key]])
			expect(await run(line)).toMatchObject({code: 2, out: ''});
	});

	test('of a field of a plan file', async () => {
		const text = JSON.stringify({cpu: '2'}).replace('{', `{"${key}": {"polluted": true}, `);
		const {code, err} = await run(['size', '--plan', 'p'], {files: {p: text}});
		expect(code).toBe(2);
		expect(err).toContain(`There's no field "${key}" here.`);
	});

	test('of a group in a plan file', async () => {
		const text = `pod: {"${key}": {polluted: true}}`;
		const {code, err} = await run(['size', '--plan', 'p'], {files: {p: text}});
		expect(code).toBe(2);
		expect(err).toContain(`There's no field "${key}" here.`);
	});

	test('of a kept setting or preset', async () => {
		const defaults: Record<string, string> = JSON.parse(
			`{"${key}": "polluted", "region": "cn-beijing"}`,
		);
		const saved: Record<string, unknown> = JSON.parse(`{"${key}": {"cpu": "2", "memory": "4Gi"}}`);
		const size = await run(['size'], {defaults, saved});
		expect(size.code).toBe(0);
		expect(size.out).toContain('cn-beijing');
		expect(await run(['size', '--preset', key], {defaults, saved})).toMatchObject({code: 0});
		expect((await run(['presets', 'list'], {defaults, saved})).out).toContain(key);
	});
});

describe('annotations', () => {
	test('__proto__ is no key that Kubernetes takes', async () => {
		await fails(
			'export --image a:1 --annotation __proto__=x',
			2,
			'error: --annotation: "__proto__" isn\'t a key that Kubernetes takes. Use letters, digits, -, _ and ., such as team or example.com/team.',
		);
	});

	test('constructor is one, and arrives as it was written', async () => {
		const {code, out} = await run(['export', '--image', 'a:1', '--annotation', 'constructor=x']);
		expect(code).toBe(0);
		expect(out).toContain('        constructor: "x"\n');
	});
});
