import {SEVERITIES} from '../../domain/diagnostics.ts';
import type {FileFinding, NamedObject} from '../../domain/manifest/check/file-finding.ts';
import type {LintedFile} from '../../domain/manifest/check/lint-files.ts';
import {adviceOf} from '../diagnostic-text.ts';
import {labelsOf} from '../labels.ts';
import type {LanguageId} from '../language/language.ts';
import {printable} from '../printable.ts';
import {fileText, type LintResult, nameText, objectText, placeText} from './lint-result.ts';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** Text of XML; what XML or a terminal can't have is escaped. */
const xml = (text: string): string =>
	printable(text)
		.replace(/[\ufffe\uffff]/g, '\ufffd')
		.replace(/[&<>"]/g, character => ENTITIES[character] ?? character);

const attributes = (values: Readonly<Record<string, string | number>>): string =>
	Object.entries(values)
		.map(([name, value]) => ` ${name}="${xml(String(value))}"`)
		.join('');

type Suite = {readonly cases: readonly string[]; readonly failures: number};

const isFailure = ({diagnostic}: FileFinding, {failOn}: LintResult): boolean =>
	failOn !== 'never' && SEVERITIES.indexOf(diagnostic.severity) <= SEVERITIES.indexOf(failOn);

const caseOf = (finding: FileFinding, result: LintResult, language: LanguageId): string => {
	const {file, diagnostic, object} = finding;
	const {rule, severity, source, path} = diagnostic;
	const {message, hint} = adviceOf(diagnostic, language);
	const label = labelsOf(language).severity[severity];
	const name = [rule, object ? objectText(object) : '', placeText(finding)]
		.filter(text => text !== '')
		.join(' ');
	const text = [`${label} ${placeText(finding)}`, nameText(path ?? ''), message, hint]
		.filter(each => each !== '')
		.map(xml)
		.join('\n');
	const opening = `\t\t<testcase${attributes({
		name,
		classname: fileText(file),
		file: fileText(file),
		...(source && {line: source.line}),
	})}>`;
	const body = isFailure(finding, result)
		? `<failure${attributes({message, type: rule})}>${text}</failure>`
		: `<system-out>${text}</system-out>`;
	return `${opening}\n\t\t\t${body}\n\t\t</testcase>`;
};

const passingOf = (object: NamedObject, file: string): string =>
	`\t\t<testcase${attributes({
		name: objectText(object),
		classname: fileText(file),
		file: fileText(file),
	})}/>`;

const isOf = (object: NamedObject, found: NamedObject | null): boolean =>
	found !== null && found.document === object.document && objectText(found) === objectText(object);

const suiteOf = (
	{name, objects, findings}: LintedFile,
	result: LintResult,
	language: LanguageId,
): Suite => {
	const clean = objects.filter(object => !findings.some(found => isOf(object, found.object)));
	return {
		cases: [
			...findings.map(one => caseOf(one, result, language)),
			...clean.map(object => passingOf(object, name)),
		],
		failures: findings.filter(one => isFailure(one, result)).length,
	};
};

/** Findings as a JUnit report: a suite a file, a case a finding, and one that passes for each clean object. */
export const junitText = (result: LintResult, language: LanguageId): string => {
	const suites = result.files.map(file => ({file, suite: suiteOf(file, result, language)}));
	const total = (amountOf: (suite: Suite) => number) =>
		suites.reduce((sum, {suite}) => sum + amountOf(suite), 0);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites${attributes({
			name: 'eci-plan lint',
			tests: total(({cases}) => cases.length),
			failures: total(({failures}) => failures),
			errors: 0,
		})}>`,
		...suites.flatMap(({file, suite: {cases, failures}}) => [
			`\t<testsuite${attributes({
				name: fileText(file.name),
				tests: cases.length,
				failures,
				errors: 0,
				skipped: 0,
			})}>`,
			...cases,
			'\t</testsuite>',
		]),
		'</testsuites>',
		'',
	].join('\n');
};
