import type {Diagnostic} from '../domain/diagnostics.ts';
import {enDiagnostics} from './language/en/diagnostics.ts';
import type {Advice, DiagnosticTexts, LanguageId} from './language/language.ts';
import {zhCnDiagnostics} from './language/zh-cn/diagnostics.ts';
import {printable, shorten} from './printable.ts';

const TEXTS: Readonly<Record<LanguageId, DiagnosticTexts>> = {
	en: enDiagnostics,
	'zh-CN': zhCnDiagnostics,
};

const MAX_CHARACTERS = 80;
/** Facts that would say nothing any more when cut as short as the rest. */
const LONG_FACTS: readonly string[] = ['file', 'movedTo', 'detail', 'reason', 'expected'];
const MAX_LONG_CHARACTERS = 300;

/** Cut before as well, so that a text of megabytes is not escaped to be thrown away. */
const safeText = (text: string, maxCharacters: number): string =>
	shorten(printable(shorten(text, maxCharacters)), maxCharacters);

const safe = (value: unknown, maxCharacters: number): unknown => {
	if (typeof value === 'string') return safeText(value, maxCharacters);
	if (Array.isArray(value)) return value.map(item => safe(item, maxCharacters));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, fact]) => [
			name,
			safe(fact, LONG_FACTS.includes(name) ? MAX_LONG_CHARACTERS : MAX_CHARACTERS),
		]),
	);
};

/** The facts with every text in them escaped and cut: they come from users, files and the system. */
const safeFacts = (facts: Diagnostic['facts']) =>
	safe(facts, MAX_CHARACTERS) as Diagnostic['facts'];

/** A diagnostic in words, safe for a terminal. Whoever prints it puts the flag or the field before. */
export const adviceOf = (diagnostic: Diagnostic, language: LanguageId): Advice => {
	const text = TEXTS[language][diagnostic.rule] as (facts: Diagnostic['facts']) => Advice;
	return text(safeFacts(diagnostic.facts));
};
