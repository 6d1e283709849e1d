import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnPresets} from './language/zh-cn/preset-words.ts';
import {printable} from './printable.ts';
import {cell, type Table} from './report.ts';

type PresetRow = {
	readonly name: string;
	readonly origin: 'shipped' | 'saved';
	readonly description: string;
};

/** What a saved preset says of itself stays as it was written. */
const descriptionIn = ({origin, description}: PresetRow, language: LanguageId): string =>
	language === 'zh-CN' && origin === 'shipped'
		? (zhCnPresets[description] ?? description)
		: description;

/** Presets with a line about each. */
export const presetTable = (presets: readonly PresetRow[], language: LanguageId): Table => {
	const labels = labelsOf(language);
	return {
		kind: 'table',
		title: labels.presets,
		columns: [
			{key: 'name', heading: labels.name, align: 'left'},
			{key: 'origin', heading: labels.origin, align: 'left'},
			{key: 'description', heading: labels.description, align: 'left', flexible: true},
		],
		rows: presets.map(preset => [
			cell(printable(preset.name), undefined, 'accent'),
			cell(labels[preset.origin], preset.origin, 'muted'),
			cell(printable(descriptionIn(preset, language)), printable(preset.description)),
		]),
	};
};
