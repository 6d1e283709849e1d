import {type FactList, type Report, shownTable, type Table} from './report.ts';
import {plainText} from './tone.ts';

const escapeCell = (text: string): string =>
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

/** A report as GitHub-flavoured Markdown. */
export const markdownText = (report: Report): string =>
	report
		.map(block => {
			const title = block.title === '' ? [] : [`### ${block.title}`, ''];
			return [
				...title,
				...(block.kind === 'table' ? tableText(shownTable(block)) : factText(block)),
			].join('\n');
		})
		.join('\n\n');
