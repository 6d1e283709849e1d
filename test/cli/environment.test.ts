import {describe, expect, test} from 'vitest';
import {environmentName} from '../../source/cli/flag-layer.ts';
import {PLAN_FLAGS} from '../../source/domain/input/flag-table.ts';
import {fails, ok, run} from '../helpers/memory-world.ts';
import {parseDocument} from './document.ts';

describe('the environment twins', () => {
	test.each(PLAN_FLAGS.map(({name}) => [name, environmentName(name)]))(
		'--%s is %s',
		(name, variable) => {
			expect(variable).toMatch(/^ECI_PLAN_[A-Z_]+$/);
			expect(variable.slice('ECI_PLAN_'.length).toLowerCase().replaceAll('_', '-')).toBe(name);
		},
	);

	test('fill in a plan like the flags', async () => {
		const flags = ['--cpu', '2', '--memory', '4Gi', '--use-specs', '2-4Gi,ecs.c6.large'];
		const env = {
			ECI_PLAN_CPU: '2',
			ECI_PLAN_MEMORY: '4Gi',
			ECI_PLAN_USE_SPECS: '2-4Gi,ecs.c6.large',
		};
		expect(await ok('cost', {env})).toBe(await ok(['cost', ...flags]));
	});

	test('switch with true or false', async () => {
		const on = await ok('export --image a:1', {env: {ECI_PLAN_IMAGE_CACHE: 'true'}});
		expect(on).toContain('eci-image-cache: "true"');
		await fails(
			'export --image a:1',
			2,
			'error: ECI_PLAN_IMAGE_CACHE: This takes true or false, not text. Use true or false, without quotes.',
			{env: {ECI_PLAN_IMAGE_CACHE: 'yes'}},
		);
	});

	test('speak to lint as well', async () => {
		const rules = await ok('lint --rules');
		expect(await ok('lint', {env: {ECI_PLAN_RULES: 'true'}})).toBe(rules);
		expect(await ok('lint', {env: {ECI_PLAN_EXPLAIN: 'limit-port'}})).toBe(
			await ok('lint --explain limit-port'),
		);
	});

	test.each(['QUIET', 'NO_COLOR', 'RULES'])(
		'ECI_PLAN_%s takes true, false, 1, 0 or nothing',
		async name => {
			const variable = `ECI_PLAN_${name}`;
			for (const value of ['true', 'false', '1', '0', ''])
				expect(
					await run(['lint', '--explain', 'limit-port'], {env: {[variable]: value}}),
				).toMatchObject({code: 0});
			for (const value of ['2', 'yes', 'TRUE'])
				await fails(
					'lint --explain limit-port',
					2,
					`error: ${variable}: This takes true or false, not text. Use true or false, without quotes.`,
					{env: {[variable]: value}},
				);
		},
	);

	test('1 switches on, and 0 doesn’t', async () => {
		const rounded = 'size --cpu 2 --memory 3Gi';
		expect((await run(rounded.split(' '), {env: {ECI_PLAN_QUIET: '1'}})).err).toBe('');
		expect((await run(rounded.split(' '), {env: {ECI_PLAN_QUIET: '0'}})).err).not.toBe('');
	});

	test('an empty one counts as not set', async () => {
		const env = {ECI_PLAN_REGION: '', ECI_PLAN_OUTPUT: '', ECI_PLAN_LANG: '', ECI_PLAN_PRESET: ''};
		expect(await ok('size', {env})).toBe(await ok('size'));
	});

	test('choose format, language and kind of manifest', async () => {
		expect(parseDocument(await ok('size', {env: {ECI_PLAN_OUTPUT: 'json'}}))).toMatchObject({
			kind: 'Sizing',
		});
		expect(await ok('size', {env: {ECI_PLAN_LANG: 'zh-CN'}})).toContain('单个 Pod');
		expect(await ok('export --image a:1', {env: {ECI_PLAN_AS: 'job'}})).toContain('kind: Job');
	});

	test('take the same choices as the flags', async () => {
		await fails(
			'size',
			2,
			'error: ECI_PLAN_LANG: "fr" isn\'t one of the choices. Use one of en or zh-CN.',
			{
				env: {ECI_PLAN_LANG: 'fr'},
			},
		);
		await fails(
			'export --image a:1',
			2,
			'error: ECI_PLAN_AS: "jb" isn\'t one of the choices. You probably mean job.',
			{env: {ECI_PLAN_AS: 'jb'}},
		);
		await fails(
			'size',
			2,
			'error: ECI_PLAN_OUTPUT: "xml" isn\'t one of the choices. Use one of table, json, yaml, csv, markdown, html, svg, sarif or junit.',
			{env: {ECI_PLAN_OUTPUT: 'xml'}},
		);
	});

	test('a flag has the word before its twin', async () => {
		expect(await ok('size -o csv', {env: {ECI_PLAN_OUTPUT: 'json'}})).toMatch(/^role,/);
		expect(await ok('size --lang en', {env: {ECI_PLAN_LANG: 'zh-CN'}})).toContain('One pod');
		expect(await ok('size --lang en', {env: {ECI_PLAN_LANG: 'fr'}})).toContain('One pod');
	});

	test('a format that a command cannot print does not stop it', async () => {
		expect(await ok('export --image a:1', {env: {ECI_PLAN_OUTPUT: 'csv'}})).toMatch(/^apiVersion/);
		expect(await ok('completion bash', {env: {ECI_PLAN_OUTPUT: 'json'}})).toMatch(/^_eci_plan/);
	});
});

describe('other variables', () => {
	test('of eci-plan itself, and unknown ones, are no mistake', async () => {
		const env = {ECI_PLAN_CONFIG_DIR: '/tmp/x', ECI_PLAN_NOW: '2026-11-23', ECI_PLAN_FUTURE: '1'};
		const ended = await run(['size'], {env});
		expect(ended).toMatchObject({code: 0, out: await ok('size')});
	});

	test.each(['tomorrow', '2026-02-30', '2026-13-01', '5', '2026-11-23 09:00', '2026-11-23T25:00Z'])(
		'ECI_PLAN_NOW is no moment as %j',
		async value => {
			await fails(
				'size',
				2,
				`error: ECI_PLAN_NOW: "${value}" isn't a moment. Use a day or a time in UTC, such as 2026-11-23 or 2026-11-23T09:00:00Z.`,
				{env: {ECI_PLAN_NOW: value}},
			);
		},
	);

	test.each([
		'',
		'2026-11-23',
		'2028-02-29',
		'2026-11-23T09:00Z',
		'2026-11-23T09:00:00.123Z',
		'2026-11-23T09:00:00+08:00',
	])('ECI_PLAN_NOW may be %j', async value => {
		expect(await run(['size'], {env: {ECI_PLAN_NOW: value}})).toMatchObject({code: 0});
	});

	test('the locale chooses the language, and a setting is stronger', async () => {
		const env = {LANG: 'zh_CN.UTF-8'};
		expect(await ok('size', {env})).toContain('单个 Pod');
		expect(await ok('size', {env: {LANG: 'zh_CN.UTF-8', LC_ALL: 'C'}})).toContain('One pod');
		expect(await ok('size', {env, defaults: {lang: 'en'}})).toContain('One pod');
	});

	test.each([
		['a flag', ['--lang', 'zh-CN'], {}],
		['a flag with =', ['--lang=zh-CN'], {}],
		['the environment', [], {env: {ECI_PLAN_LANG: 'zh-CN'}}],
		['a setting', [], {defaults: {lang: 'zh-CN'}}],
		['the locale', [], {env: {LC_ALL: 'zh_CN.UTF-8'}}],
	])('a mistake is told in the language of %s', async (_name, args, scene) => {
		for (const mistake of [['--memory', '3'], ['--foo'], ['extra']]) {
			const {err} = await run(['size', ...mistake, ...args], scene);
			expect(err).toMatch(/^错误：/);
		}
	});
});
