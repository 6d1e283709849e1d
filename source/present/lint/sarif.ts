import type {Severity} from '../../domain/diagnostics.ts';
import type {FileFinding} from '../../domain/manifest/check/file-finding.ts';
import type {RuleId} from '../../domain/rules/facts.ts';
import {ruleRow} from '../../domain/rules/rule-rows.ts';
import type {JsonObject} from '../../domain/schema/json-schema.ts';
import {adviceOf} from '../diagnostic-text.ts';
import type {LanguageId} from '../language/language.ts';
import {manifestNaming} from '../manifest-naming.ts';
import {exampleOf, summaryOf} from '../rule-report.ts';
import {findingsOf, type LintResult, objectText} from './lint-result.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
	error: 'error',
	warning: 'warning',
	info: 'note',
};

/** Percent-encoded between the slashes; halves of pairs, which no URI has, are replaced. */
const encodedPath = (path: string): string =>
	path
		.replace(/\p{Cs}/gu, '\ufffd')
		.split('/')
		.map(encodeURIComponent)
		.join('/');

/** A file that is named relative to the folder that the lint runs in stays so. */
const locationOf = (file: string): JsonObject => {
	if (file === '-') return {uri: 'stdin'};
	const isOfWindows = /^(?:[A-Za-z]:)?\\|^[A-Za-z]:\//.test(file);
	const path = isOfWindows ? file.replaceAll('\\', '/') : file;
	if (/^[A-Za-z]:\//.test(path)) return {uri: `file:///${path[0]}:${encodedPath(path.slice(2))}`};
	if (path.startsWith('/')) return {uri: `file://${encodedPath(path)}`};
	return {uri: encodedPath(path.replace(/^(?:\.\/)+/, '')), uriBaseId: '%SRCROOT%'};
};

const regionOf = ({diagnostic: {source}, mark}: FileFinding): JsonObject | null =>
	source
		? {
				startLine: source.line,
				startColumn: source.column,
				...(mark && {endLine: mark.end.line, endColumn: mark.end.column}),
			}
		: null;

const resultOf = (
	finding: FileFinding,
	rules: readonly RuleId[],
	language: LanguageId,
): JsonObject => {
	const {file, object, diagnostic} = finding;
	const {rule, severity, path} = diagnostic;
	const {message, hint} = adviceOf(diagnostic, language);
	const region = regionOf(finding);
	const name = [object ? objectText(object) : '', path ?? ''].filter(text => text !== '').join(' ');
	return {
		ruleId: rule,
		ruleIndex: rules.indexOf(rule),
		level: LEVELS[severity],
		message: {text: `${message} ${hint}`},
		locations: [
			{
				physicalLocation: {artifactLocation: locationOf(file), ...(region && {region})},
				...(name !== '' && {logicalLocations: [{fullyQualifiedName: name}]}),
			},
		],
	};
};

const ruleOf = (id: RuleId, {ruleset}: LintResult, language: LanguageId): JsonObject => {
	const row = ruleRow(id);
	const severity = row.severity[ruleset];
	const {message, hint} = exampleOf(row, language, manifestNaming({ruleset, answered: []}));
	return {
		id,
		shortDescription: {text: summaryOf(row, language)},
		help: {text: `${message} ${hint}`},
		defaultConfiguration: {level: severity === null ? 'none' : LEVELS[severity]},
	};
};

/** Findings as SARIF 2.1.0, for code scanning. */
export const sarifOf = (result: LintResult, language: LanguageId): JsonObject => {
	const findings = findingsOf(result);
	const rules = [...new Set(findings.map(({diagnostic}) => diagnostic.rule))].sort();
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'eci-plan',
						version: result.version,
						rules: rules.map(id => ruleOf(id, result, language)),
					},
				},
				language,
				columnKind: 'utf16CodeUnits',
				results: findings.map(one => resultOf(one, rules, language)),
			},
		],
	};
};
