import {RULESETS} from '../../domain/catalogue/rulesets.ts';
import {SEVERITIES} from '../../domain/diagnostics.ts';
import type {NamedObject} from '../../domain/manifest/check/file-finding.ts';
import type {JsonObject} from '../../domain/schema/json-schema.ts';
import {diagnosticsJson, documentOf} from '../documents.ts';
import type {LanguageId} from '../language/language.ts';
import {closed, count, document, listOf, nullable, number, string} from '../schema-parts.ts';
import {findingsOf, type LintResult} from './lint-result.ts';
import {THRESHOLDS} from './threshold.ts';

const objectJson = ({document: index, kind, namespace, name}: NamedObject): JsonObject => ({
	document: index,
	kind,
	namespace: namespace === '' ? null : namespace,
	name,
});

/** Findings of files, with the objects that were looked at. */
export const lintDocument = (result: LintResult, language: LanguageId): JsonObject => {
	const {ruleset, files, counts, hidden, ignored, failOn, failing} = result;
	return documentOf('LintReport', {
		ruleset,
		failOn,
		failed: failing > 0,
		counts: {...counts},
		hidden,
		ignored,
		files: files.map(({name, objects}) => ({file: name, objects: objects.map(objectJson)})),
		diagnostics: findingsOf(result).flatMap(({diagnostic, object, mark}) =>
			diagnosticsJson([diagnostic], language).map(one => ({
				...one,
				...(mark && {endLine: mark.end.line, endColumn: mark.end.column}),
				object: object && objectJson(object),
			})),
		),
	});
};

const object = closed({document: count, kind: string, namespace: nullable(string), name: string});

export const lintSchema = (): JsonObject =>
	document('LintReport', {
		ruleset: {enum: RULESETS},
		failOn: {enum: THRESHOLDS},
		failed: {type: 'boolean'},
		counts: closed(Object.fromEntries(SEVERITIES.map(severity => [severity, count]))),
		hidden: count,
		ignored: count,
		files: listOf(closed({file: string, objects: listOf(object)})),
		diagnostics: listOf(
			closed(
				{
					rule: string,
					severity: {enum: SEVERITIES},
					message: string,
					hint: string,
					object: nullable(object),
				},
				{
					path: string,
					file: string,
					line: number,
					column: number,
					endLine: number,
					endColumn: number,
				},
			),
		),
	});
