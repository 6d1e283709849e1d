import {nearest} from '../../rules/nearest.ts';
import {RULE_IDS} from '../../rules/rule-rows.ts';
import {report} from '../../rules/rules.ts';
import type {Marker} from '../source/mark.ts';
import type {SourceFile} from '../source/source-tree.ts';
import type {FileFinding} from './file-finding.ts';
import {type Ignore, ignoresOf, type Region, regionsOf} from './ignore-comments.ts';

type Comment = Ignore & {
	/** The line that it holds for; null where it holds for a region. */
	readonly line: number | null;
};

const isRule = (name: string): boolean => RULE_IDS.some(id => id === name);

const problemOf = ({name, span}: Comment, file: string, marker: Marker): FileFinding => {
	const mark = marker.span(span);
	const diagnostic = isRule(name)
		? report('ignore-unused', {name})
		: report('ignore-unknown', {name, suggestion: nearest(name, RULE_IDS)});
	return {file, object: null, mark, diagnostic: {...diagnostic, source: mark.source}};
};

export type Sifted = {
	/** With what is wrong with the comments themselves. */
	readonly findings: readonly FileFinding[];
	readonly ignored: number;
};

/** Takes out what comments of a file tell to ignore, and adds those that ignore nothing. */
export const applyIgnores = (
	file: SourceFile,
	findings: readonly FileFinding[],
	marker: Marker,
): Sifted => {
	const regions = regionsOf(file);
	const comments = ignoresOf(file, regions).map((ignore): Comment => {
		const {scope} = ignore;
		const line =
			'region' in scope
				? null
				: marker.span({start: scope.lineStart, end: scope.lineStart}).source.line;
		return {...ignore, line};
	});
	if (comments.length === 0) return {findings, ignored: 0};
	const firstLines = regions.map(({span}) => marker.span(span).source.line);
	/** Documents start on lines of their own. */
	const regionOf = ({object, mark}: FileFinding): Region | undefined => {
		if (object) return regions.find(({document}) => document?.index === object.document);
		const index = firstLines.findLastIndex(line => line <= (mark?.source.line ?? 0));
		return regions[index];
	};
	const used = new Set<Comment>();
	const isIgnored = (finding: FileFinding): boolean => {
		const region = regionOf(finding);
		const lines = finding.mark?.lines ?? [];
		const told = comments.filter(
			({name, line, scope}) =>
				name === finding.diagnostic.rule &&
				('region' in scope ? scope.region === region : line !== null && lines.includes(line)),
		);
		for (const comment of told) used.add(comment);
		return told.length > 0;
	};
	const kept = findings.filter(finding => !isIgnored(finding));
	const unused = comments.filter(comment => !used.has(comment));
	return {
		findings: [...kept, ...unused.map(one => problemOf(one, file.name, marker))],
		ignored: findings.length - kept.length,
	};
};
