import {describe, expect, test} from 'vitest';
import {markdownText} from '../../source/present/markdown.ts';
import {cell, type Report, type Table} from '../../source/present/report.ts';
import {line, span} from '../../source/present/tone.ts';

const table: Table = {
	kind: 'table',
	title: 'Prices',
	columns: [
		{key: 'spec', heading: 'Spec', align: 'left'},
		{key: 'perHour', heading: '¥/h', align: 'right'},
	],
	rows: [[cell('2-4Gi'), cell('~0.0782')], [cell('ecs.c6.large', undefined, 'accent')]],
};

describe('markdown', () => {
	test('tables with alignment, facts as a list, blocks apart', () => {
		const report: Report = [
			{
				kind: 'facts',
				title: 'One pod',
				rows: [
					['Billed', line('2-4Gi', 'accent')],
					['Price', [span('¥1', 'accent'), span(' a day')]],
				],
			},
			table,
			{...table, title: '', rows: [], empty: 'Nothing is set.'},
		];
		expect(markdownText(report)).toMatchInlineSnapshot(`
			"### One pod

			- Billed: 2-4Gi
			- Price: ¥1 a day

			### Prices

			| Spec | ¥/h |
			| --- | ---: |
			| 2-4Gi | \\~0.0782 |
			| ecs.c6.large |  |

			Nothing is set."
		`);
	});

	test('a table without rows and words for it says nothing', () => {
		expect(markdownText([{...table, rows: []}])).toBe('### Prices\n');
	});

	test.each([
		['a|b', 'a\\|b'],
		['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
		['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
		['[a](javascript:1)', '\\[a\\](javascript:1)'],
		['![a](http://x)', '!\\[a\\](http://x)'],
		['~~gone~~', '\\~\\~gone\\~\\~'],
		['&lt;b&gt;', '\\&lt;b\\&gt;'],
		['back\\slash', 'back\\\\slash'],
	])('%s is only text', (text, escaped) => {
		const [, , , , row] = markdownText([{...table, rows: [[cell(text), cell('1')]]}]).split('\n');
		expect(row).toBe(`| ${escaped} | 1 |`);
		expect(markdownText([{kind: 'facts', title: '', rows: [[text, line(text)]]}])).toBe(
			`- ${escaped}: ${escaped}`,
		);
	});
});
