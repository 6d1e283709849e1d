import {RULESETS} from '../domain/catalogue/rulesets.ts';
import type {Severity} from '../domain/diagnostics.ts';
import type {RuleRow} from '../domain/rules/rule-rows.ts';
import {report} from '../domain/rules/rules.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {adviceOf} from './diagnostic-text.ts';
import {documentOf} from './documents.ts';
import {labelsOf} from './labels.ts';
import {enRuleSummaries} from './language/en/rule-summaries.ts';
import {enRuleWords, type RuleWords} from './language/en/rule-words.ts';
import type {Advice, LanguageId, Naming} from './language/language.ts';
import {zhCnRuleSummaries} from './language/zh-cn/rule-summaries.ts';
import {zhCnRuleWords} from './language/zh-cn/rule-words.ts';
import {type Cell, cell, type FactList, type Table} from './report.ts';
import {RULE_EXAMPLES} from './rule-examples.ts';
import {line, type Tone} from './tone.ts';

const wordsOf = (language: LanguageId): RuleWords =>
	language === 'zh-CN' ? zhCnRuleWords : enRuleWords;

/** What the rule is about, in one sentence. */
export const summaryOf = ({id}: RuleRow, language: LanguageId): string =>
	(language === 'zh-CN' ? zhCnRuleSummaries : enRuleSummaries)[id];

/** The rule as it speaks of a case, of flags unless told. */
export const exampleOf = ({id}: RuleRow, language: LanguageId, say?: Naming): Advice =>
	adviceOf(report(id, RULE_EXAMPLES[id]), language, say);

/** Which page it is based on. */
export const sourceOf = ({source}: RuleRow, language: LanguageId): string =>
	wordsOf(language).sources[source];

const TONES: Readonly<Record<Severity, Tone>> = {
	error: 'danger',
	warning: 'warning',
	info: 'muted',
};

const NONE = '–';

const severityCell = (severity: Severity | null, language: LanguageId): Cell =>
	severity === null
		? cell(NONE, '', 'muted')
		: cell(labelsOf(language).severity[severity], severity, TONES[severity]);

/** Every rule with its severities and one line about it. */
export const ruleTable = (rows: readonly RuleRow[], language: LanguageId): Table => {
	const words = wordsOf(language);
	return {
		kind: 'table',
		title: words.title,
		columns: [
			{key: 'rule', heading: words.rule, align: 'left'},
			...RULESETS.map(ruleset => ({key: ruleset, heading: ruleset, align: 'left' as const})),
			{key: 'checks', heading: words.checked, align: 'left'},
			{key: 'summary', heading: words.meaning, align: 'left', flexible: true},
		],
		rows: rows.map(row => [
			cell(row.id, undefined, 'accent'),
			...RULESETS.map(ruleset => severityCell(row.severity[ruleset], language)),
			cell(words.shortChecks[row.checks], row.checks, 'muted'),
			cell(summaryOf(row, language)),
		]),
	};
};

/** One rule: what it means, why, what to do and how bad it is. */
export const ruleFacts = (row: RuleRow, language: LanguageId): FactList => {
	const words = wordsOf(language);
	const {message, hint} = exampleOf(row, language);
	const severityText = (severity: Severity | null) =>
		severity === null
			? line(words.noSeverity, 'muted')
			: line(labelsOf(language).severity[severity], TONES[severity]);
	return {
		kind: 'facts',
		title: row.id,
		rows: [
			[words.meaning, line(summaryOf(row, language))],
			[words.source, line(sourceOf(row, language))],
			[words.example, line(message)],
			[words.fix, line(hint)],
			...RULESETS.map(
				ruleset => [words.under[ruleset], severityText(row.severity[ruleset])] as const,
			),
			[words.checked, line(words.checks[row.checks])],
		],
	};
};

/** The rule as the one row of CSV. */
export const ruleExplanation = (row: RuleRow, language: LanguageId): Table => {
	const words = wordsOf(language);
	const {message, hint} = exampleOf(row, language);
	const table = ruleTable([row], language);
	return {
		...table,
		columns: [
			...table.columns,
			{key: 'source', heading: words.source, align: 'left'},
			{key: 'example', heading: words.example, align: 'left'},
			{key: 'fix', heading: words.fix, align: 'left'},
		],
		rows: table.rows.map(cells => [
			...cells,
			cell(sourceOf(row, language)),
			cell(message),
			cell(hint),
		]),
	};
};

const ruleJson = (row: RuleRow, language: LanguageId): JsonObject => ({
	id: row.id,
	severity: row.severity,
	checks: row.checks,
	summary: summaryOf(row, language),
});

export const ruleListDocument = (rows: readonly RuleRow[], language: LanguageId): JsonObject =>
	documentOf('RuleList', {rules: rows.map(row => ruleJson(row, language)), diagnostics: []});

export const ruleDocument = (row: RuleRow, language: LanguageId): JsonObject =>
	documentOf('Rule', {
		...ruleJson(row, language),
		source: sourceOf(row, language),
		example: exampleOf(row, language),
		diagnostics: [],
	});
