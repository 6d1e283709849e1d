import {bandChartLines, type Chart} from './chart/band-chart.ts';
import {type FactList, type Report, shownTable, type Table} from './report.ts';
import {plainText} from './tone.ts';

export const escapeCell = (text: string): string =>
	text.replace(/[\\|`*_~&<>[\]]/g, character => `\\${character}`);

const row = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;

const tableText = ({columns, rows, empty}: Table): readonly string[] => {
	if (rows.length === 0) return empty === undefined ? [] : [empty];
	return [
		row(columns.map(({heading}) => heading)),
		`|${columns.map(({align}) => (align === 'right' ? ' ---: ' : ' --- ')).join('|')}|`,
		...rows.map(cells => row(columns.map((_, index) => cells[index]?.text ?? ''))),
	];
};

const factText = ({rows}: FactList): readonly string[] =>
	rows.map(([label, value]) => `- ${escapeCell(label)}: ${escapeCell(plainText(value))}`);

/** Readers of Markdown don't say how wide they are. */
const DRAWING_WIDTH = 80;

const drawingText = (chart: Chart): readonly string[] => [
	'```text',
	...bandChartLines(chart, DRAWING_WIDTH).map(content => plainText(content).trimEnd()),
	'```',
];

const blockText = (block: Report[number]): readonly string[] => {
	switch (block.kind) {
		case 'table':
			return tableText(shownTable(block));
		case 'facts':
			return factText(block);
		case 'chart':
			return drawingText(block);
	}
};

/** A report as GitHub-flavoured Markdown. */
export const markdownText = (report: Report): string =>
	report
		.map(block => {
			const title = block.title === '' ? [] : [`### ${block.title}`, ''];
			return [...title, ...blockText(block)].join('\n');
		})
		.join('\n\n');
