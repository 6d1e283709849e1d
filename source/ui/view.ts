import type {Diagnostic, Severity} from '../domain/diagnostics.ts';
import {type Money, perHour, perMonth, type Rate, subtractMoney} from '../domain/units/money.ts';
import {adviceOf} from '../present/diagnostic-text.ts';
import type {Labels} from '../present/language/en/labels.ts';
import type {LanguageId} from '../present/language/language.ts';
import {HOUR_PLACES, MONTH_PLACES, moneyCell} from '../present/money-cell.ts';
import {bareAmount, moneyText} from '../present/money-text.ts';
import {type Cell, cell} from '../present/report.ts';
import type {WizardTexts} from '../present/wizard-texts.ts';
import {type ScreenLine, wrapped} from './lines.ts';
import {fieldNaming} from './state/field-naming.ts';
import type {WizardState} from './state/wizard-types.ts';
import type {Role} from './theme.ts';

/** What a screen needs besides the state: words, and the cells that it may fill. */
export type View = {
	readonly texts: WizardTexts;
	readonly labels: Labels;
	readonly language: LanguageId;
	readonly width: number;
	readonly height: number;
};

export type ScreenProps = {readonly state: WizardState; readonly view: View};

export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
	error: '✗',
	warning: '▲',
	info: '·',
};
export const SEVERITY_ROLES: Readonly<Record<Severity, Role>> = {
	error: 'danger',
	warning: 'warning',
	info: 'muted',
};

/** A diagnostic on one line. */
export const adviceText = (diagnostic: Diagnostic, language: LanguageId): string => {
	const {message, hint} = adviceOf(diagnostic, language, fieldNaming(language));
	return language === 'en' ? `${message} ${hint}`.trim() : message + hint;
};

/** Diagnostics under what caused them, each with its mark. */
export const noteLines = (
	diagnostics: readonly Diagnostic[],
	{language, width}: Pick<View, 'language' | 'width'>,
	indent = 3,
): readonly ScreenLine[] =>
	diagnostics.flatMap(diagnostic =>
		wrapped(
			adviceText(diagnostic, language),
			width,
			SEVERITY_ROLES[diagnostic.severity],
			`${' '.repeat(indent)}${SEVERITY_MARKS[diagnostic.severity]} `,
		),
	);

export const hourText = (rate: Rate): string => moneyText(perHour(rate), HOUR_PLACES);
export const monthText = (rate: Rate): string => moneyText(perMonth(rate), MONTH_PLACES);

export const hourCell = (rate: Rate | null, labels: Labels): Cell =>
	moneyCell(rate && perHour(rate), HOUR_PLACES, labels);
export const monthCell = (rate: Rate | null, labels: Labels): Cell =>
	moneyCell(rate && perMonth(rate), MONTH_PLACES, labels);

const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`);

/** How much dearer `rate` is than `base`, in money. */
export const differenceCell = (
	rate: Rate | null,
	base: Rate | null,
	amountOf: (rate: Rate) => Money,
	places: number,
): Cell => {
	if (!rate || !base) return cell('–');
	const text = signed(bareAmount(subtractMoney(amountOf(rate), amountOf(base)), places));
	return cell(text, undefined, text.startsWith('-') ? 'good' : 'plain');
};
