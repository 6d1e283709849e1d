import type {DiffFacts} from '../../../domain/rules/diff-facts.ts';

export const enDiffSummaries: Readonly<Record<keyof DiffFacts, string>> = {
	'diff-currencies': 'The two sides have different currencies.',
	'diff-standard-input': 'Both sides come from standard input.',
	'plan-saved-invalid': "A saved plan can't be read.",
	'plan-saved-fixed': "Flags don't change a saved plan.",
	'increase-invalid': "An allowed increase isn't a percentage.",
	'increase-exceeded': 'The cost rises by more than is allowed.',
	'increase-unknown': "A part has no price, so the increase can't be checked.",
};
