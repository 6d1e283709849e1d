import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {csvText} from '../../source/present/csv.ts';
import {cell, type Table} from '../../source/present/report.ts';

const tableOf = (...rows: readonly (readonly string[])[]): Table => ({
	kind: 'table',
	title: 'Title',
	columns: (rows[0] ?? []).map((_, index) => ({
		key: `key${index}`,
		heading: `Heading ${index}`,
		align: 'left',
	})),
	rows: rows.map(texts => texts.map(text => cell(text))),
});

const lineOf = (...texts: readonly string[]): string =>
	csvText(tableOf(texts)).split('\n').slice(1).join('\n');

const unquoted = (field: string): string =>
	field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;

/** Reads RFC 4180. */
const parseCsv = (text: string): readonly (readonly string[])[] => {
	const rows: string[][] = [[]];
	for (const [, field = '', end = ''] of text.matchAll(/("(?:[^"]|"")*"|[^,\n"]*)(,|\n|$)/g)) {
		rows.at(-1)?.push(unquoted(field));
		if (end === '\n') rows.push([]);
		if (end === '') break;
	}
	return rows;
};

describe('quoting', () => {
	test('headings are keys, the same in every language, and raw values stand for texts', () => {
		const table: Table = {...tableOf(['x']), rows: [[cell('¥1,234.50', '1234.5')]]};
		expect(csvText(table)).toBe('key0\n1234.5');
	});

	test.each([
		['plain', 'plain'],
		['with, comma', '"with, comma"'],
		['with "quotes"', '"with ""quotes"""'],
		['two\nlines', '"two\nlines"'],
		['a\rb', '"a\rb"'],
		['', ''],
	])('%j is written as %j', (text, written) => {
		expect(lineOf(text)).toBe(written);
	});

	test('a row that is too short is filled up', () => {
		const table: Table = {...tableOf(['a', 'b', 'c']), rows: [[cell('only')]]};
		expect(csvText(table)).toBe('key0,key1,key2\nonly,,');
	});

	test('every cell is read back, but for the mark before a formula', () => {
		const texts = fc.array(fc.string({unit: 'grapheme'}), {minLength: 2, maxLength: 2});
		fc.assert(
			fc.property(fc.array(texts, {minLength: 1, maxLength: 4}), rows => {
				const read = parseCsv(csvText(tableOf(...rows))).slice(1);
				expect(read.map(row => row.map(text => text.replace(/^'/, '')))).toEqual(
					rows.map(row => row.map(text => text.replace(/^'/, ''))),
				);
			}),
		);
	});
});

describe('a text never starts a formula', () => {
	test.each([
		"=cmd|' /C calc'!A0",
		'=1+1',
		'+1+1',
		'-1+1',
		"-2+3+cmd|' /C calc'!A0",
		'-',
		'--1',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'\n=1',
		'＝1',
		'＋1',
		'－1',
		'＠1',
	])('%j', text => {
		expect(lineOf(text).replace(/^"/, '')).toMatch(/^'/);
	});

	test.each(['-75', '-0.25', '+12.5', '0', '3.14', '-1'])('%s is a number', text => {
		expect(lineOf(text)).toBe(text);
	});
});
