import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {printable} from './printable.ts';
import {cell, type Table} from './report.ts';

/** Settings and their values. */
export const settingsTable = (
	entries: readonly (readonly [key: string, value: string])[],
	language: LanguageId,
): Table => {
	const labels = labelsOf(language);
	return {
		kind: 'table',
		title: labels.settings,
		columns: [
			{key: 'setting', heading: labels.setting, align: 'left'},
			{key: 'value', heading: labels.value, align: 'left', flexible: true},
		],
		rows: entries.map(([key, value]) => [
			cell(printable(key), undefined, 'accent'),
			cell(printable(value)),
		]),
		empty: labels.noSettings,
	};
};
