import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {printable} from './printable.ts';
import {cell, type Table} from './report.ts';

/** Presets with a line about each. */
export const presetTable = (
	presets: readonly {
		readonly name: string;
		readonly origin: 'shipped' | 'saved';
		readonly description: string;
	}[],
	language: LanguageId,
): Table => {
	const labels = labelsOf(language);
	return {
		kind: 'table',
		title: labels.presets,
		columns: [
			{key: 'name', heading: labels.name, align: 'left'},
			{key: 'origin', heading: labels.origin, align: 'left'},
			{key: 'description', heading: labels.description, align: 'left', flexible: true},
		],
		rows: presets.map(({name, origin, description}) => [
			cell(printable(name), undefined, 'accent'),
			cell(labels[origin], origin, 'muted'),
			cell(printable(description)),
		]),
	};
};
