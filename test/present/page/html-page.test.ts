import {describe, expect, test} from 'vitest';
import {htmlPage, type Page} from '../../../source/present/page/html-page.ts';
import {cell, rawColumn} from '../../../source/present/report.ts';
import {line} from '../../../source/present/tone.ts';

const EVIL = '</pre><img src=x onerror="alert(1)">\u001b]0;x\u0007';

const page: Page = {
	language: 'en',
	title: EVIL,
	summary: EVIL,
	report: [
		{
			kind: 'table',
			title: EVIL,
			columns: [
				{key: 'a', heading: 'Name', align: 'left'},
				{key: 'b', heading: 'Cost', align: 'right'},
				{key: 'c', heading: 'Share', align: 'right', beginsPart: true},
				rawColumn('d'),
			],
			rows: [[cell(EVIL), cell('1'), cell('2'), cell('secret')]],
			isSplit: true,
		},
		{kind: 'facts', title: '', rows: [[EVIL, line(EVIL, 'danger')]]},
	],
	listing: {title: EVIL, lines: [line(EVIL), line('b')]},
	notes: {title: 'Notes', lines: [line(EVIL)]},
	footer: [EVIL],
};

const html = htmlPage(page);

describe('a page', () => {
	test('shows text from outside and obeys none of it', () => {
		expect(html).not.toContain('<img');
		expect(html.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
		// Title twice, summary, two headings, two cells, label, value, listing, note and footer.
		expect(html.split('&lt;/pre&gt;&lt;img').length - 1).toBe(12);
	});

	test('loads nothing and runs nothing', () => {
		expect(html).not.toMatch(/<(?:script|link|iframe|object|embed)/);
		expect(html).not.toMatch(/<[^>]*\s(?:src|href|on\w+)=|url\(|@import|https?:/);
		expect(html).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
	});

	test('has a wide table in its parts, each with the first column, and nothing that is for machines', () => {
		const heads = [...html.matchAll(/<thead>(.*?)<\/thead>/g)].map(([, head = '']) =>
			[...head.matchAll(/<th[^>]*>([^<]*)/g)].map(([, name]) => name),
		);
		expect(heads).toEqual([
			['Name', 'Cost'],
			['Name', 'Share'],
		]);
		expect(html).not.toContain('secret');
	});

	test('closes every element that it opens, in order', () => {
		const open: string[] = [];
		for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)[^>]*>/g)) {
			if (name === 'meta') continue;
			if (slash === '') open.push(name);
			else expect(open.pop()).toBe(name);
		}
		expect(open).toEqual([]);
	});
});
