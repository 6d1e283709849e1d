/**
 * Which set of ECI rules a plan follows: the brief of 2020 or today's help pages.
 * They disagree on sizes, defaults, rounding and annotation names.
 */
export const RULESETS = ['2020', 'current'] as const;
export type Ruleset = (typeof RULESETS)[number];
