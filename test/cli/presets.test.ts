import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {fails, ok, run} from '../helpers/memory-world.ts';
import {documentOf, parseDocument} from './document.ts';

const SAVED = {shop: {name: 'shop', description: 'Our shop', cpu: '2', memory: '4Gi'}};

describe('presets list', () => {
	test('says in Chinese what the shipped ones are about, and keeps the words of machines', async () => {
		const table = await ok('presets list --lang zh-CN', {saved: SAVED});
		expect(table).toContain('Web 前端，夜间 3 个 Pod，工作时间 10 个');
		expect(table).not.toContain('Web front end');
		expect(await ok('presets list --lang zh-CN -o csv')).toContain('Web front end');
	});

	test('shows the saved ones first, then what ships', async () => {
		expect(await ok('presets list', {saved: SAVED})).toMatchInlineSnapshot(`
			"Presets
			  Name           From     Description
			  shop           saved    Our shop
			  api            shipped  Stateless API, 6 pods of 4 vCPU around the clock
			  batch          shipped  Batch job on spot, 20 pods of 8 vCPU for 2 h, 4 runs a day
			  ci-runner      shipped  CI runners, 200 runs a day of 12 min each
			  cron           shipped  Nightly report, one pod for 40 min at 02:00
			  gpu-inference  shipped  Model serving, 2 pods with one GPU each
			  spark          shipped  Spark executors on spot, 30 pods of 4 vCPU, 32 GiB, 3 h a day
			  web            shipped  Web front end, 3 pods at night and 10 in office hours
			"
		`);
	});

	test('as JSON fits its schema', async () => {
		const {presets} = await documentOf(['presets', 'list'], 'PresetList', {saved: SAVED});
		expect(presets).toContainEqual({name: 'shop', origin: 'saved', description: 'Our shop'});
		expect(presets).toContainEqual(expect.objectContaining({name: 'web', origin: 'shipped'}));
	});

	test('as CSV and Markdown has a line for each', async () => {
		const csv = await ok('presets list -o csv', {saved: SAVED});
		expect(csv.split('\n').slice(0, 2)).toEqual(['name,origin,description', 'shop,saved,Our shop']);
		const markdown = await ok('presets list -o markdown', {saved: SAVED});
		expect(markdown).toContain('| shop | saved | Our shop |');
	});

	test('survives saved presets that are broken', async () => {
		const saved = {list: [1], number: 7, text: 'x', nothing: null};
		expect(await ok('presets list', {saved})).toContain('number');
	});
});

describe('presets show', () => {
	test('prints a shipped one with its comments', async () => {
		const text = await ok('presets show web');
		expect(text).toMatch(/^# A web front end/);
		expect(parse(text)).toMatchObject({kind: 'PlanInput', name: 'web'});
	});

	test('prints a saved one in the order of the schema, as it was saved and by hand', async () => {
		const {settings} = await run([
			'presets',
			'save',
			'mine',
			'--cpu',
			'2',
			'--memory',
			'4Gi',
			'--name',
			'x',
		]);
		const text = await ok('presets show mine', {saved: settings.presets});
		expect(text.match(/^\w+/gm)).toEqual(['apiVersion', 'kind', 'name', 'containers']);
		const mixed = {
			containers: [{memory: '4Gi', name: 'a', env: {B: '1', A: '2'}}],
			unknown: 1,
			kind: 'PlanInput',
		};
		const shown = await ok('presets show mine -o json', {saved: {mine: mixed}});
		expect(JSON.stringify(JSON.parse(shown))).toBe(
			'{"kind":"PlanInput","containers":[{"name":"a","memory":"4Gi","env":{"B":"1","A":"2"}}],"unknown":1}',
		);
		expect(await ok('presets show mine -o json', {saved: {mine: [1, null]}})).toBe(
			'[\n  1,\n  null\n]\n',
		);
	});

	test('prints a saved one as YAML or JSON', async () => {
		expect(await ok('presets show shop', {saved: SAVED})).toMatchInlineSnapshot(`
			"name: shop
			description: "Our shop"
			cpu: "2"
			memory: "4Gi"
			"
		`);
		expect(parseDocument(await ok('presets show shop -o json', {saved: SAVED}))).toEqual(
			SAVED.shop,
		);
		expect(parseDocument(await ok('presets show web -o json'))).toMatchObject({name: 'web'});
	});

	test('an unknown name is answered with those that are known', async () => {
		await fails(
			'presets show sparc',
			2,
			'error: There\'s no preset "sparc". You probably mean spark; the choices are api, batch, ci-runner, cron, gpu-inference, spark or web.',
		);
		await fails(
			'presets show',
			2,
			'error: The argument NAME is missing. Add it after the command.',
		);
	});
});

describe('presets save', () => {
	test('keeps what the flags describe, without the settings', async () => {
		const ended = await run(['presets', 'save', 'shop', '--preset', 'web', '--pull', '5s'], {
			defaults: {region: 'cn-beijing'},
		});
		expect(ended).toMatchObject({
			code: 0,
			out: '',
			err: 'note: The preset shop is saved. Use it with --preset shop.\n',
		});
		expect(ended.settings.presets['shop']).toMatchObject({
			apiVersion: 'eci-plan/v1',
			kind: 'PlanInput',
			name: 'web',
			workload: {schedule: 'Mon-Fri 09:00-18:00=10; *=3', pull: '5s'},
		});
		expect(ended.settings.presets['shop']).not.toHaveProperty('region');
		expect(ended.settings.defaults).toEqual({region: 'cn-beijing'});
	});

	test('what was saved plans as before', async () => {
		const line = ['--preset', 'spark', '--memory', '16Gi'];
		const {settings} = await run(['presets', 'save', 'mine', ...line]);
		const saved = await ok(['cost', '--preset', 'mine'], {saved: settings.presets});
		expect(saved).toBe(await ok(['cost', ...line]));
	});

	test('replaces a saved one of the same name and keeps the others', async () => {
		const {settings, err} = await run(
			['presets', 'save', 'shop', '--cpu', '4', '--memory', '8Gi'],
			{saved: {...SAVED, other: {cpu: '1'}}},
		);
		expect(err).toBe(
			'note: The preset shop is saved and replaces the one of that name. Use it with --preset shop.\n',
		);
		expect(settings.presets).toMatchObject({
			shop: {containers: [{name: 'app', cpu: '4', memory: '8Gi'}]},
			other: {cpu: '1'},
		});
	});

	test('saves nothing that could not be planned', async () => {
		await fails('presets save shop --memory 3', 2, 'error: --memory: "3" has no unit. Use 3Gi.');
		await fails(
			'presets save shop --cpu 200 --memory 4Gi',
			2,
			'error: --cpu: 200 vCPU is more than one ECI pod can have (64 vCPU). Split the pod or lower it.',
		);
		await fails(
			'presets save Shop --cpu 2 --memory 4Gi',
			2,
			'error: "Shop" isn\'t a name for a preset. Use a-z, 0-9 and -, such as shop.',
		);
	});

	test('leaves the names of shipped presets alone', async () => {
		await fails(
			'presets save web --cpu 2 --memory 4Gi',
			2,
			"error: The preset web comes with eci-plan and can't be changed or deleted. Save yours under another name, such as my-web.",
		);
	});

	test('where settings cannot be written, exit code 4 says so', async () => {
		await fails(
			'presets save shop --cpu 2 --memory 4Gi',
			4,
			"error: Can't write settings.json: the disk is read-only. Use a path on another disk.",
			{isReadOnly: true},
		);
	});
});

describe('presets delete', () => {
	test('forgets a saved one only', async () => {
		const ended = await run(['presets', 'delete', 'shop'], {saved: {...SAVED, other: {}}});
		expect(ended).toMatchObject({code: 0, out: '', settings: {presets: {other: {}}}});
		expect(ended.settings.presets).not.toHaveProperty('shop');
		await fails(
			'presets delete web',
			2,
			"error: The preset web comes with eci-plan and can't be changed or deleted. Save yours under another name, such as my-web.",
		);
		await fails(
			'presets delete nope',
			2,
			'error: There\'s no preset "nope". Run eci-plan presets list to see them.',
		);
	});
});
