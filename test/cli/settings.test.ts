import {describe, expect, test} from 'vitest';
import {SETTING_KEYS} from '../../source/cli/settings-keys.ts';
import {fails, ok, run} from '../helpers/memory-world.ts';
import {documentOf} from './document.ts';

const DEFAULTS = {region: 'cn-beijing', output: 'json'};

describe('settings', () => {
	test('a value that is set is kept and found again', async () => {
		const {code, out, err, settings} = await run(['settings', 'set', 'region', 'cn-beijing']);
		expect({code, out, err}).toEqual({
			code: 0,
			out: '',
			err: 'note: The setting region is cn-beijing from now on. Run eci-plan settings unset region to forget it.\n',
		});
		expect(settings.defaults).toEqual({region: 'cn-beijing'});
		expect(await ok('settings get region', {defaults: settings.defaults})).toBe('cn-beijing\n');
		expect(await ok('size', {defaults: settings.defaults})).toContain('cn-beijing');
	});

	test('get shows all of them, or the bare value of one', async () => {
		expect(await ok('settings get', {defaults: {region: 'cn-beijing', lang: 'en'}})).toBe(
			'Settings\n  Setting  Value\n  region   cn-beijing\n  lang     en\n',
		);
		expect(await ok('settings get')).toBe('Settings\n  Nothing is set.\n');
		expect(await ok('settings get region')).toBe('');
	});

	test('get as JSON fits its schema', async () => {
		const document = await documentOf(['settings', 'get'], 'Settings', {defaults: DEFAULTS});
		expect(document).toMatchObject({settings: DEFAULTS});
	});

	test('unset forgets one, and says when there was none', async () => {
		const {settings, err} = await run(['settings', 'unset', 'region'], {defaults: DEFAULTS});
		expect(settings.defaults).toEqual({output: 'json'});
		expect(err).toBe('');
		const again = await run(['settings', 'unset', 'region']);
		expect(again).toMatchObject({code: 0, writes: 0});
		expect(again.err).toContain('note: The setting region has no value');
	});

	test('unset removes what only a hand-edited file has', async () => {
		const {code, settings} = await run(['settings', 'unset', 'regoin'], {defaults: {regoin: 'x'}});
		expect({code, defaults: settings.defaults}).toEqual({code: 0, defaults: {}});
	});

	test('a value that no command could use is refused', async () => {
		await fails(
			'settings set horizon 30',
			2,
			'error: horizon: "30" has no unit. Add s, m, h, d or w, such as 30h for hours.',
		);
		await fails(
			'settings set lang fr',
			2,
			'error: lang: "fr" isn\'t one of the choices. Use one of en or zh-CN.',
		);
		await fails(
			'settings set region mars',
			2,
			'error: region: No prices are known for region "mars". Use one of ap-northeast-1, ap-northeast-2, ap-southeast-1, ap-southeast-3, ap-southeast-5, ap-southeast-6, ap-southeast-7, cn-beijing, … (27 in all).',
		);
	});

	test('an unknown key is answered with what was probably meant', async () => {
		await fails(
			'settings set regoin cn-beijing',
			2,
			'error: There\'s no setting "regoin". You probably mean region.',
		);
		await fails('settings set', 2, 'error: The argument KEY is missing. Add it after the command.');
		await fails(
			'settings set region',
			2,
			'error: The argument VALUE is missing. Add it after the command.',
		);
	});

	test('set says nothing with --quiet, and speaks Chinese', async () => {
		expect(await run(['settings', 'set', 'lang', 'en', '--quiet'])).toMatchObject({err: ''});
		const {err} = await run(['settings', 'set', 'region', 'cn-beijing', '--lang', 'zh-CN']);
		expect(err).toBe(
			'提示：设置项 region 已保存为 cn-beijing。运行 eci-plan settings unset region 可清除该项。\n',
		);
	});

	test('a switch is true or false', async () => {
		const {settings} = await run(['settings', 'set', 'nat', 'false']);
		expect(settings.defaults).toEqual({nat: 'false'});
		expect(await ok('size', {defaults: {nat: 'true'}})).toContain('One pod');
		await fails(
			'settings set nat maybe',
			2,
			'error: nat: This takes true or false, not text. Use true or false, without quotes.',
		);
	});

	test.each(SETTING_KEYS.map(({name, value}) => [name, value]))(
		'%s takes the value that its help shows',
		async (name, value) => {
			const sample = value.split('|')[0] ?? '';
			const {code, err, settings} = await run(['settings', 'set', name, sample]);
			expect({code, err}).toEqual({code: 0, err: expect.stringContaining(`${name} is ${sample}`)});
			expect(settings.defaults).toEqual({[name]: sample});
		},
	);
});
