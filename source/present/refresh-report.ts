import type {Diagnostic} from '../domain/diagnostics.ts';
import type {RefreshResult} from '../domain/pricing/refresh-result.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import {formatDuration, hours} from '../domain/units/duration.ts';
import {diagnosticsJson, documentOf} from './documents.ts';
import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {cell, type Report, type Table} from './report.ts';
import {line} from './tone.ts';

export const refreshDocument = (
	{region, source, asOf, types, topics, historyHours, calls, counts}: RefreshResult,
	diagnostics: readonly Diagnostic[],
	language: LanguageId,
): JsonObject =>
	documentOf('PriceRefresh', {
		region,
		source,
		asOf,
		asked: {types, what: topics, historyHours},
		calls,
		counts: counts.map(({topic, outcome, count}) => ({what: topic, outcome, count})),
		diagnostics: diagnosticsJson(diagnostics, language),
	});

/** How many prices of each kind were taken, and how many weren't and why. */
export const refreshTable = ({counts}: RefreshResult, language: LanguageId): Table => {
	const labels = labelsOf(language);
	return {
		kind: 'table',
		title: labels.outcomes,
		columns: [
			{key: 'what', heading: labels.topic, align: 'left'},
			{key: 'outcome', heading: labels.outcome, align: 'left'},
			{key: 'count', heading: labels.count, align: 'right'},
		],
		rows: counts.map(({topic, outcome, count}) => [
			cell(labels.topics[topic], topic),
			cell(labels.outcomeOf[outcome], outcome, outcome === 'taken' ? 'good' : 'muted'),
			cell(String(count)),
		]),
	};
};

const historyText = (historyHours: number, latestOnly: string): string =>
	historyHours === 0 ? latestOnly : formatDuration(hours(historyHours));

export const refreshReport = (result: RefreshResult, language: LanguageId): Report => {
	const labels = labelsOf(language);
	const {region, source, asOf, types, topics, historyHours, calls} = result;
	return [
		{
			kind: 'facts',
			title: labels.refresh,
			rows: [
				[labels.region, line(region)],
				[labels.source, line(source)],
				[labels.asOf, line(asOf)],
				...(types > 0 ? [[labels.types, line(String(types))] as const] : []),
				...(topics.includes('spot')
					? [[labels.history, line(historyText(historyHours, labels.latestOnly))] as const]
					: []),
				[labels.calls, line(String(calls))],
			],
		},
		refreshTable(result, language),
	];
};
