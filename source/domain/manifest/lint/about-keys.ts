import type {RuleId} from '../../rules/facts.ts';

const ABOUT_KEYS: readonly RuleId[] = [
	'key-unknown',
	'annotation-unknown',
	'annotation-misplaced',
	'annotation-read-only',
	'annotation-key-invalid',
	'annotation-renamed',
	'annotation-newer-name',
	'annotation-both-names',
	'annotation-other-ruleset',
	'annotation-legacy',
];

/** True for a rule that finds fault with a key, whatever its value is. */
export const isAboutKey = (rule: RuleId): boolean => ABOUT_KEYS.includes(rule);
