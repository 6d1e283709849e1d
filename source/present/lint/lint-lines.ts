import type {Severity} from '../../domain/diagnostics.ts';
import type {FileFinding} from '../../domain/manifest/check/file-finding.ts';
import {adviceOf} from '../diagnostic-text.ts';
import {displayWidth, wrapCells} from '../display-width.ts';
import {labelsOf} from '../labels.ts';
import type {LanguageId} from '../language/language.ts';
import {blank, type Line, line, span, type Tone} from '../tone.ts';
import {type Excerpt, excerptLines} from './excerpt.ts';
import {
	findingsOf,
	type LintResult,
	lintWordsOf,
	nameText,
	objectsIn,
	objectText,
	placeText,
} from './lint-result.ts';

const TONES: Readonly<Record<Severity, Tone>> = {
	error: 'danger',
	warning: 'warning',
	info: 'muted',
};
const INDENT = '  ';
const NARROWEST = 20;

/** The line that a finding is about, with its mark; a mark over several lines goes to the end of the first. */
export const excerptOf = ({mark}: FileFinding): Excerpt | null => {
	if (!mark) return null;
	const {source, end, text} = mark;
	const start = source.column - 1;
	return {text, start, end: end.line > source.line ? text.length : end.column - 1};
};

const excerptText = (finding: FileFinding, width: number): readonly Line[] => {
	const excerpt = excerptOf(finding);
	if (!(excerpt && finding.mark)) return [];
	const number = String(finding.mark.source.line);
	const gutter = `${INDENT}${number} | `;
	const room = Math.max(NARROWEST, width - gutter.length);
	const [text, carets] = excerptLines(excerpt, room);
	const below = `${INDENT}${' '.repeat(number.length)} | `;
	const tone = TONES[finding.diagnostic.severity];
	return [
		[span(gutter, 'muted'), span(text)],
		[span(below, 'muted'), span(carets, tone)],
	];
};

const wrapped = (text: string, width: number, tone: Tone = 'plain'): readonly Line[] =>
	wrapCells(text, Math.max(NARROWEST, width - INDENT.length)).map(part => [
		span(INDENT + part, tone),
	]);

const findingLines = (
	finding: FileFinding,
	language: LanguageId,
	width: number,
): readonly Line[] => {
	const {diagnostic, object} = finding;
	const {rule, severity, path} = diagnostic;
	const {message, hint} = adviceOf(diagnostic, language);
	const where = [object ? objectText(object) : '', nameText(path ?? '')].filter(
		text => text !== '',
	);
	return [
		[
			span(placeText(finding), 'heading'),
			span('  '),
			span(labelsOf(language).severity[severity], TONES[severity]),
			span(`  ${rule}`, 'accent'),
		],
		...wrapped(message, width),
		...(where.length > 0 ? wrapped(where.join('  '), width, 'muted') : []),
		...excerptText(finding, width),
		...wrapped(hint, width),
		blank,
	];
};

const summaryOf = (result: LintResult, language: LanguageId): readonly string[] => {
	const words = lintWordsOf(language);
	const {counts, hidden, ignored, files} = result;
	const extra = [
		[words.hidden, hidden],
		[words.ignored, ignored],
	] as const;
	const total = counts.error + counts.warning + counts.info;
	return [
		total === 0 ? words.none : words.counts(counts.error, counts.warning, counts.info),
		words.files(files.length, objectsIn(result)),
		...extra.flatMap(([label, count]) => (count > 0 ? `${label}: ${count}` : [])),
	];
};

/** Each finding with its line of the file and a caret under the place, then how many there are. */
export const lintLines = (
	result: LintResult,
	language: LanguageId,
	width: number,
): readonly Line[] => {
	const summary = summaryOf(result, language);
	const joined = summary.join('  ');
	const tail = displayWidth(joined) <= width ? [joined] : summary;
	return [
		...findingsOf(result).flatMap(one => findingLines(one, language, width)),
		...tail.map(text => line(text)),
	];
};
