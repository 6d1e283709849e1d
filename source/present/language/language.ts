import type {RuleFacts, RuleId} from '../../domain/rules/facts.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type LanguageId = (typeof LANGUAGES)[number];

/** What is wrong, and the way out of it. */
export type Advice = {readonly message: string; readonly hint: string};

/**
 * What a field of the PlanInput, `spot.priceLimit`, is called where the advice is read: a flag on the command
 * line, a label in the wizard, a key in a manifest. With a value, the field as it is set to that.
 */
export type Naming = (path: string, value?: string) => string;

/** Facts arrive safe to print: escaped and cut. */
export type DiagnosticTexts = {
	readonly [R in RuleId]: (facts: RuleFacts[R], say: Naming) => Advice;
};

/** What each rule is about, in one sentence. */
export type RuleSummaries = {readonly [R in RuleId]: string};

export const advice = (message: string, hint: string): Advice => ({message, hint});
