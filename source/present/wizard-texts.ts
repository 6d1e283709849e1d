import {enWizard, type WizardTexts} from './language/en/wizard.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnWizard} from './language/zh-cn/wizard.ts';

export type {WizardTexts} from './language/en/wizard.ts';
export type FieldId = keyof WizardTexts['fields'];
export type MessageId = keyof WizardTexts['messages'];
export type KeyLabel = keyof WizardTexts['keys'];

/** The words of the wizard in a language. */
export const wizardTextsOf = (language: LanguageId): WizardTexts =>
	language === 'zh-CN' ? zhCnWizard : enWizard;
