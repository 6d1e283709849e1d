import type {Diagnostic, SourcePlace} from '../domain/diagnostics.ts';
import type {SaidDiagnostic} from '../domain/simulation/shard/shard.ts';
import {flagNaming} from './command-line.ts';
import {
	type Advice,
	type DiagnosticTexts,
	LANGUAGES,
	type LanguageId,
	type Naming,
} from './language/language.ts';
import {manifestNaming} from './manifest-naming.ts';
import {printable, shorten} from './printable.ts';

/** The texts of a language are long, so that only who speaks it loads them. */
const LOADERS: Readonly<Record<LanguageId, () => Promise<DiagnosticTexts>>> = {
	en: async () => (await import('./language/en/diagnostics.ts')).enDiagnostics,
	'zh-CN': async () => (await import('./language/zh-cn/diagnostics.ts')).zhCnDiagnostics,
};

const learnt = new Map<LanguageId, DiagnosticTexts>();

/** Loads what diagnostics say in these languages; before that, nothing can be said in them. */
export const learnDiagnostics = async (...languages: readonly LanguageId[]): Promise<void> => {
	for (const language of languages)
		if (!learnt.has(language)) learnt.set(language, await LOADERS[language]());
};

const textsOf = (language: LanguageId): DiagnosticTexts => {
	const texts = learnt.get(language);
	if (!texts) throw new Error(`The texts of ${language} are not loaded`);
	return texts;
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

/** As a rule found it, or as it was put into words elsewhere. */
export type Sayable = Diagnostic | SaidDiagnostic;

const namingOf = (diagnostic: Diagnostic): Naming =>
	diagnostic.terms ? manifestNaming(diagnostic.terms) : flagNaming;

/**
 * A diagnostic in words, safe for a terminal, with fields named as `say` does: unless told, as keys where it
 * is about a manifest, else as flags. Whoever prints it puts the flag or the field before.
 */
export const adviceOf = (diagnostic: Sayable, language: LanguageId, say?: Naming): Advice => {
	if ('texts' in diagnostic) return diagnostic.texts[language];
	const text = textsOf(language)[diagnostic.rule] as (
		facts: Diagnostic['facts'],
		say: Naming,
	) => Advice;
	return text(safeFacts(diagnostic.facts), say ?? namingOf(diagnostic));
};

/** The field that it is about; undefined for none. */
export const placeOf = ({path}: Sayable): string | undefined => path ?? undefined;

/** Where it stands in a file; undefined for none. */
export const sourceOf = (diagnostic: Sayable): SourcePlace | undefined =>
	'source' in diagnostic ? diagnostic.source : undefined;

/** The same in the words of every language, to be printed elsewhere. */
export const saidDiagnostic = (diagnostic: Diagnostic): SaidDiagnostic => ({
	rule: diagnostic.rule,
	severity: diagnostic.severity,
	path: diagnostic.path ?? null,
	texts: Object.fromEntries(
		LANGUAGES.map(language => [language, adviceOf(diagnostic, language)]),
	) as SaidDiagnostic['texts'],
});
