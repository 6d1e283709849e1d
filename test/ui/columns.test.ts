import {expect, test} from 'vitest';
import {cell} from '../../source/present/report.ts';
import {columnLines, type ListTable} from '../../source/ui/columns.ts';

const table: ListTable = {
	columns: [
		{heading: '规格', align: 'left'},
		{heading: 'vCPU', align: 'right', optional: 2},
		{heading: 'GiB', align: 'right', optional: 2},
		{heading: '¥/小时', align: 'right'},
		{heading: 'vs first', align: 'right', optional: 1},
		{heading: 'Why', align: 'left', flexible: true},
	],
	rows: [
		['ecs.c6.large', '2', '4', '0.3900', '+0.0 %', 'cheapest that fits'].map(text => cell(text)),
		['2-4Gi', '2', '4', '12.4411', '+13.1 %', 'any host, last resort'].map(text => cell(text)),
	],
};

const textAt = (width: number) => {
	const {heading, rows} = columnLines(table, width);
	return [heading, ...rows].map(line =>
		line
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
};

test('numbers stand right, texts left, also under wide headings', () => {
	expect(textAt(90)).toEqual([
		'规格          vCPU  GiB   ¥/小时  vs first  Why',
		'ecs.c6.large     2    4   0.3900    +0.0 %  cheapest that fits',
		'2-4Gi            2    4  12.4411   +13.1 %  any host, last resort',
	]);
});

test('short of room, columns go by their rank', () => {
	expect(textAt(60)).toEqual([
		'规格           ¥/小时  vs first  Why',
		'ecs.c6.large   0.3900    +0.0 %  cheapest that fits',
		'2-4Gi         12.4411   +13.1 %  any host, last resort',
	]);
	expect(textAt(40)).toEqual([
		'规格           ¥/小时  Why',
		'ecs.c6.large   0.3900  cheapest that…',
		'2-4Gi         12.4411  any host, las…',
	]);
});
