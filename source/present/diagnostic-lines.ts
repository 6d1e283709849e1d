import {SEVERITIES, type Severity} from '../domain/diagnostics.ts';
import {adviceOf, placeOf, type Sayable, sourceOf} from './diagnostic-text.ts';
import {displayWidth, wrapCells} from './display-width.ts';
import {labelsOf} from './labels.ts';
import type {LanguageId, Naming} from './language/language.ts';
import {printable, shorten} from './printable.ts';
import {type Line, line, span, type Tone} from './tone.ts';

const TONES: Readonly<Record<Severity, Tone>> = {
	error: 'danger',
	warning: 'warning',
	info: 'muted',
};
const SEPARATORS: Readonly<Record<LanguageId, string>> = {en: ': ', 'zh-CN': '：'};
const NARROWEST = 20;
/** Nobody reads on; a file of the wrong kind has an error in every line. */
const MAX_SHOWN = 20;

/** Keys of a file may be as long as the file. */
const MAX_PLACE = 200;
const placeText = (path: string): string => shorten(printable(shorten(path, MAX_PLACE)), MAX_PLACE);

/** The place in a file as editors and terminals know it, `web.yaml:12:5`, else the field. */
const nameOf = (diagnostic: Sayable): string | undefined => {
	const source = sourceOf(diagnostic);
	if (source) {
		const {file, line, column} = source;
		return `${placeText(file === '-' ? 'stdin' : file)}:${line}:${column}`;
	}
	const path = placeOf(diagnostic);
	return path === undefined ? undefined : placeText(path);
};

const linesOf = (
	diagnostic: Sayable,
	language: LanguageId,
	width: number,
	say?: Naming,
): readonly Line[] => {
	const {message, hint} = adviceOf(diagnostic, language, say);
	const separator = SEPARATORS[language];
	const named = nameOf(diagnostic);
	const place = named === undefined ? '' : `${named}${separator}`;
	const head = `${labelsOf(language).severity[diagnostic.severity]}${separator}`;
	const room = Math.max(NARROWEST, width - displayWidth(head));
	const margin = ' '.repeat(displayWidth(head));
	const joint = language === 'en' ? ' ' : '';
	const wrapped = wrapCells(`${place}${message}${joint}${hint}`, room);
	return wrapped.map((text, index) =>
		index === 0 ? [span(head, TONES[diagnostic.severity]), span(text)] : [span(margin + text)],
	);
};

/** `error: --memory: … What to do.`, wrapped to `width`; what is worst comes first, and a flood is cut. */
export const diagnosticLines = (
	diagnostics: readonly Sayable[],
	language: LanguageId,
	width: number,
	say?: Naming,
): readonly Line[] => {
	const sorted = SEVERITIES.flatMap(severity =>
		diagnostics.filter(diagnostic => diagnostic.severity === severity),
	);
	const rest = sorted.length - MAX_SHOWN;
	return [
		...sorted.slice(0, MAX_SHOWN).flatMap(diagnostic => linesOf(diagnostic, language, width, say)),
		...(rest > 0 ? [line(labelsOf(language).moreMessages(rest), 'muted')] : []),
	];
};
