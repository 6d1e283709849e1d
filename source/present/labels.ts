import {enLabels, type Labels} from './language/en/labels.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnLabels} from './language/zh-cn/labels.ts';

/** The words of results in a language. */
export const labelsOf = (language: LanguageId): Labels =>
	language === 'zh-CN' ? zhCnLabels : enLabels;
