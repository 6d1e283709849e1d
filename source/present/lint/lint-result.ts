import type {Ruleset} from '../../domain/catalogue/rulesets.ts';
import type {Severity} from '../../domain/diagnostics.ts';
import type {FileFinding, NamedObject} from '../../domain/manifest/check/file-finding.ts';
import type {LintedFile} from '../../domain/manifest/check/lint-files.ts';
import {enLintWords, type LintWords} from '../language/en/lint-words.ts';
import type {LanguageId} from '../language/language.ts';
import {zhCnLintWords} from '../language/zh-cn/lint-words.ts';
import {printable, shorten} from '../printable.ts';
import type {Threshold} from './threshold.ts';

/** A lint of files, as every format shows it. */
export type LintResult = {
	readonly ruleset: Ruleset;
	/** With the findings that are asked for. */
	readonly files: readonly LintedFile[];
	/** All findings, those below `--severity` too. */
	readonly counts: Readonly<Record<Severity, number>>;
	/** Findings that are left out for being below `--severity`. */
	readonly hidden: number;
	readonly ignored: number;
	readonly failOn: Threshold;
	/** Findings at or above the threshold. */
	readonly failing: number;
	readonly version: string;
};

export const lintWordsOf = (language: LanguageId): LintWords =>
	language === 'zh-CN' ? zhCnLintWords : enLintWords;

export const findingsOf = ({files}: LintResult): readonly FileFinding[] =>
	files.flatMap(({findings}) => findings);

export const objectsIn = ({files}: LintResult): number =>
	files.reduce((sum, {objects}) => sum + objects.length, 0);

const MAX_NAME = 200;

/** Names come from files. */
export const nameText = (text: string): string =>
	shorten(printable(shorten(text, MAX_NAME)), MAX_NAME);

export const fileText = (file: string): string => (file === '-' ? 'stdin' : nameText(file));

/** `Deployment shop/web` */
export const objectText = ({kind, namespace, name}: NamedObject): string =>
	nameText(`${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`);

/** `web.yaml:12:5` */
export const placeText = ({file, diagnostic: {source}}: FileFinding): string =>
	source ? `${fileText(file)}:${source.line}:${source.column}` : fileText(file);
