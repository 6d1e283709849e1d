import type {Ruleset} from '../catalogue/rulesets.ts';
import type {Severity} from '../diagnostics.ts';

/** How bad it is, where that depends on the ruleset for each; null where a ruleset has no such rule. */
export type Grade = Severity | Readonly<Record<Ruleset, Severity | null>>;
