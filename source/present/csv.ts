import type {Table} from './report.ts';

const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;
/** What spreadsheets take for the start of a formula, in its full-width forms as well. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Quoted where RFC 4180 asks for it; a text never starts a formula. */
const field = (text: string): string => {
	const inert = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** One table with raw values: no symbols, no thousands separators, the same headings in every language. */
export const csvText = ({columns, rows}: Table): string =>
	[
		columns.map(({key}) => field(key)).join(','),
		...rows.map(cells =>
			columns.map((_, index) => field(cells[index]?.raw ?? cells[index]?.text ?? '')).join(','),
		),
	].join('\n');
