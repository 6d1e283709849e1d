import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {type Column, cell, type Table} from '../../source/present/report.ts';
import {reportLines} from '../../source/present/report-lines.ts';
import {line, plainText, span} from '../../source/present/tone.ts';
import {run} from '../helpers/memory-world.ts';

const column = (heading: string, rest: Partial<Column> = {}): Column => ({
	key: heading.toLowerCase(),
	heading,
	align: 'left',
	...rest,
});

const table: Table = {
	kind: 'table',
	title: 'Chain',
	columns: [column('Spec'), column('¥/h', {align: 'right'}), column('Why', {flexible: true})],
	rows: [
		[cell('ecs.c6.large', undefined, 'accent'), cell('0.3900'), cell('cheapest that fits')],
		[cell('2-4Gi'), cell('10.4411'), cell('不限宿主机，最后备选')],
	],
};

const drawn = (width: number, shown: Table = table): string =>
	reportLines([shown], width)
		.map(content => plainText(content))
		.join('\n');

describe('a table', () => {
	test('takes the room it needs', () => {
		expect(drawn(80)).toMatchInlineSnapshot(`
			"Chain
			  Spec              ¥/h  Why
			  ecs.c6.large   0.3900  cheapest that fits
			  2-4Gi         10.4411  不限宿主机，最后备选"
		`);
	});

	test('cuts what is flexible when there is less', () => {
		expect(drawn(38)).toMatchInlineSnapshot(`
			"Chain
			  Spec              ¥/h  Why
			  ecs.c6.large   0.3900  cheapest tha…
			  2-4Gi         10.4411  不限宿主机，…"
		`);
	});

	test('becomes a record a row when even that is too wide', () => {
		expect(drawn(30)).toMatchInlineSnapshot(`
			"Chain
			  Spec  ecs.c6.large
			  ¥/h   0.3900
			  Why   cheapest that fits

			  Spec  2-4Gi
			  ¥/h   10.4411
			  Why   不限宿主机，最后备选"
		`);
	});

	test('goes on below itself where it may, by its parts and by the width', () => {
		const wide: Table = {
			kind: 'table',
			title: 'Costs',
			isSplit: true,
			columns: [
				column('Way'),
				column('Mean', {align: 'right'}),
				column('P90', {align: 'right'}),
				column('Placed', {align: 'right', beginsPart: true}),
				column('Worst', {align: 'right'}),
			],
			rows: [['spot', '646.12', '731.00', '99 %', '3,175.72'].map(text => cell(text))],
		};
		expect(drawn(42, wide)).toBe(
			[
				'Costs',
				'  Way     Mean     P90  Placed     Worst',
				'  spot  646.12  731.00    99 %  3,175.72',
			].join('\n'),
		);
		expect(drawn(39, wide)).toBe(
			[
				'Costs',
				'  Way     Mean     P90',
				'  spot  646.12  731.00',
				'',
				'  Way   Placed     Worst',
				'  spot    99 %  3,175.72',
			].join('\n'),
		);
		expect(drawn(21, wide)).toBe(
			[
				'Costs',
				'  Way     Mean',
				'  spot  646.12',
				'',
				'  Way      P90',
				'  spot  731.00',
				'',
				'  Way   Placed',
				'  spot    99 %',
				'',
				'  Way      Worst',
				'  spot  3,175.72',
			].join('\n'),
		);
		expect(drawn(12, wide)).toContain('  Worst   3…');
	});

	test('without rows says so, or nothing', () => {
		expect(drawn(80, {...table, rows: [], empty: 'Nothing is set.'})).toBe(
			'Chain\n  Nothing is set.',
		);
		expect(drawn(80, {...table, rows: []})).toBe('Chain');
	});

	test('keeps no blanks at the end of a line, and the tones of its cells', () => {
		const lines = reportLines([table], 80);
		for (const content of lines) expect(plainText(content)).toBe(plainText(content).trimEnd());
		expect(lines[2]?.map(({tone}) => tone)).toEqual(['accent', 'plain', 'plain']);
	});
});

describe('a list of facts', () => {
	const facts = {
		kind: 'facts',
		title: 'One pod',
		rows: [
			['计费', line('2-4Gi')],
			['Source', [span('Alibaba Cloud list prices', 'muted'), span(' by somebody')]],
		],
	} as const;

	test('lines its values up, Chinese labels too, and wraps them', () => {
		const text = reportLines([facts], 34).map(content => plainText(content));
		expect(text).toEqual([
			'One pod',
			'  计费    2-4Gi',
			'  Source  Alibaba Cloud list',
			'          prices by somebody',
		]);
	});
});

describe('no line is wider than the terminal', () => {
	const presets = ['api', 'batch', 'ci-runner', 'cron', 'gpu-inference', 'spark', 'web'];
	const lines = [
		...presets.flatMap(preset => [
			['size', '--preset', preset],
			['chain', '--preset', preset, '--explain'],
			['cost', '--preset', preset],
			['--preset', preset],
		]),
		['size', '--cpu', '7', '--memory', '13Gi'],
		['size', '--preset', 'web', '--currency', 'USD'],
		['cost', '--preset', 'web', '--replicas', '99999', '--use-specs', 'ecs.c6.26xlarge,2-4Gi'],
		['cost', '--preset', 'api', '--currency', 'USD', '--use-specs', 'ecs.c6.large'],
		['chain', '--use-specs', 'ecs.sn1ne.large,2-4Gi,ecs.r6.large', '--explain'],
		['presets', 'list'],
		['settings', 'get'],
		['size', '--memory', '3', '--region', 'mars'],
	];

	test.each([40, 60, 80, 120])('%i columns, in both languages', async columns => {
		const tooWide: string[] = [];
		for (const args of lines)
			for (const language of ['en', 'zh-CN']) {
				const {out, err} = await run([...args, '--lang', language], {
					columns,
					terminals: {stdout: true, stderr: true},
					env: {NO_COLOR: '1'},
					defaults: {region: 'cn-beijing', vswitch: 'vsw-bp1a2b3c'},
				});
				tooWide.push(...`${out}${err}`.split('\n').filter(text => stringWidth(text) > columns));
			}
		expect(tooWide).toEqual([]);
	});
});

describe('columns stand under one another', () => {
	test.each(['en', 'zh-CN'])('%s', async language => {
		const {out} = await run(['cost', '--preset', 'web', '--lang', language], {columns: 120});
		const [, heading = '', ...rows] = out.split('\n\n')[0]?.split('\n') ?? [];
		const specAt = (text: string) =>
			stringWidth(text.slice(0, text.search(/Spec|规格|ecs\.|2-4Gi/)));
		expect(new Set([heading, ...rows].map(specAt)).size).toBe(1);
		// The baseline has a dash.
		const percentEnds = rows.map(text => stringWidth(text.slice(0, text.search(/(?<= %|–) /))));
		expect(new Set(percentEnds).size).toBe(1);
	});
});
