import {type FactList, namedParts, type Report, shownTable, type Table} from '../report.ts';
import type {Line} from '../tone.ts';
import {element, markupText} from './markup.ts';
import {PAGE_STYLE} from './page-style.ts';
import {paletteStyle} from './palette.ts';
import {chartSvg} from './svg-chart.ts';

/** A report with what stands around it. */
export type Page = {
	readonly language: string;
	readonly title: string;
	/** Below the title. */
	readonly summary: string;
	readonly report: Report;
	/** The manifest, line by line. */
	readonly listing: {readonly title: string; readonly lines: readonly Line[]};
	/** Messages, each with its severity in words. */
	readonly notes: {readonly title: string; readonly lines: readonly Line[]};
	readonly footer: readonly string[];
};

const lineHtml = (content: Line): string =>
	content
		.map(({text, tone}) =>
			tone === 'plain' ? markupText(text) : element('span', {class: tone}, markupText(text)),
		)
		.join('');

const gridHtml = ({columns, rows}: Table): string => {
	const sideOf = (index: number) =>
		columns[index]?.align === 'right' ? ({class: 'right'} as const) : {};
	const head = columns.map(({heading}, index) =>
		element('th', {scope: 'col', ...sideOf(index)}, markupText(heading)),
	);
	const body = rows.map(cells =>
		element(
			'tr',
			{},
			cells
				.map(({text, tone = 'plain'}, index) =>
					element('td', sideOf(index), lineHtml([{text, tone}])),
				)
				.join(''),
		),
	);
	const table =
		element('thead', {}, element('tr', {}, head.join(''))) + element('tbody', {}, body.join('\n'));
	return element('div', {class: 'scroll'}, element('table', {}, table));
};

const tableHtml = (table: Table): string =>
	table.rows.length === 0
		? element('p', {}, markupText(table.empty ?? ''))
		: namedParts(table).map(gridHtml).join('\n');

const factsHtml = ({rows}: FactList): string =>
	element(
		'dl',
		{},
		rows
			.map(
				([label, value]) =>
					element('dt', {}, markupText(label)) + element('dd', {}, lineHtml(value)),
			)
			.join('\n'),
	);

const blockHtml = (block: Report[number]): string => {
	switch (block.kind) {
		case 'table':
			return tableHtml(shownTable(block));
		case 'facts':
			return factsHtml(block);
		case 'chart':
			return element('figure', {}, chartSvg(block));
	}
};

const section = (title: string, body: string): string =>
	element('section', {}, (title === '' ? '' : element('h2', {}, markupText(title))) + body);

const notesHtml = ({title, lines}: Page['notes']): readonly string[] =>
	lines.length === 0
		? []
		: [
				section(
					title,
					element('ul', {}, lines.map(each => element('li', {}, lineHtml(each))).join('\n')),
				),
			];

/** Nothing may be fetched and nothing may run, whatever a name in it looks like. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** One HTML file that needs nothing beside it: for a screen in the light or the dark, and for paper. */
export const htmlPage = ({
	language,
	title,
	summary,
	report,
	listing,
	notes,
	footer,
}: Page): string =>
	[
		'<!doctype html>',
		`<html lang="${markupText(language)}">`,
		'<head>',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
		element('title', {}, markupText(title)),
		`<style>\n${paletteStyle(':root')}\n${PAGE_STYLE}\n</style>`,
		'</head>',
		'<body>',
		element(
			'header',
			{},
			element('h1', {}, markupText(title)) + element('p', {}, markupText(summary)),
		),
		'<main>',
		...report.map(block => section(block.title, blockHtml(block))),
		...notesHtml(notes),
		section(listing.title, element('pre', {}, listing.lines.map(lineHtml).join('\n'))),
		'</main>',
		element('footer', {}, footer.map(each => element('p', {}, markupText(each))).join('')),
		'</body>',
		'</html>',
		'',
	].join('\n');
