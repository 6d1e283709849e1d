import type {FileFinding} from '../../domain/manifest/check/file-finding.ts';
import {adviceOf} from '../diagnostic-text.ts';
import {labelsOf} from '../labels.ts';
import type {LanguageId} from '../language/language.ts';
import {type Cell, type Column, cell, type FactList, type Report, type Table} from '../report.ts';
import {line} from '../tone.ts';
import {
	fileText,
	findingsOf,
	type LintResult,
	lintWordsOf,
	nameText,
	objectsIn,
	objectText,
	placeText,
} from './lint-result.ts';

/** A column and the cell of each finding in it. */
type Lane = Column & {readonly cellOf: (finding: FileFinding) => Cell};

const tableOf = (lanes: readonly Lane[], result: LintResult, language: LanguageId): Table => {
	const words = lintWordsOf(language);
	return {
		kind: 'table',
		title: words.title,
		columns: lanes.map(({cellOf: _cellOf, ...column}) => column),
		rows: findingsOf(result).map(finding => lanes.map(({cellOf}) => cellOf(finding))),
		empty: words.none,
	};
};

/** Findings and how many there are, for Markdown. */
export const lintReport = (result: LintResult, language: LanguageId): Report => {
	const words = lintWordsOf(language);
	const {counts, files, hidden, ignored} = result;
	const lane = (heading: string, textOf: (finding: FileFinding) => string): Lane => ({
		key: heading,
		heading,
		align: 'left',
		cellOf: finding => cell(textOf(finding)),
	});
	const table = tableOf(
		[
			lane(words.place, placeText),
			lane(words.severity, ({diagnostic}) => labelsOf(language).severity[diagnostic.severity]),
			lane(words.rule, ({diagnostic}) => diagnostic.rule),
			lane(words.object, ({object}) => (object ? objectText(object) : '')),
			lane(words.message, ({diagnostic}) => adviceOf(diagnostic, language).message),
			lane(words.hint, ({diagnostic}) => adviceOf(diagnostic, language).hint),
		],
		result,
		language,
	);
	const summary: FactList = {
		kind: 'facts',
		title: words.summary,
		rows: [
			[words.found, line(words.counts(counts.error, counts.warning, counts.info))],
			[words.looked, line(words.files(files.length, objectsIn(result)))],
			...(hidden > 0 ? [[words.hidden, line(String(hidden))] as const] : []),
			...(ignored > 0 ? [[words.ignored, line(String(ignored))] as const] : []),
		],
	};
	return [table, summary];
};

/** The same for machines: one row a finding. */
export const lintTable = (result: LintResult, language: LanguageId): Table => {
	const raw = (
		key: string,
		textOf: (finding: FileFinding) => string | number | null | undefined,
	): Lane => ({
		key,
		heading: key,
		align: 'left',
		cellOf: finding => cell(String(textOf(finding) ?? '')),
	});
	return tableOf(
		[
			// A bare dash would be the start of a formula.
			raw('file', ({file}) => fileText(file)),
			raw('line', ({diagnostic}) => diagnostic.source?.line),
			raw('column', ({diagnostic}) => diagnostic.source?.column),
			raw('severity', ({diagnostic}) => diagnostic.severity),
			raw('rule', ({diagnostic}) => diagnostic.rule),
			raw('document', ({object}) => object?.document),
			raw('kind', ({object}) => object && nameText(object.kind)),
			raw('namespace', ({object}) => object && nameText(object.namespace)),
			raw('name', ({object}) => object && nameText(object.name)),
			raw('path', ({diagnostic}) => nameText(diagnostic.path ?? '')),
			raw('message', ({diagnostic}) => adviceOf(diagnostic, language).message),
			raw('hint', ({diagnostic}) => adviceOf(diagnostic, language).hint),
		],
		result,
		language,
	);
};
