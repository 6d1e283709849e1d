import type {Ruleset} from '../catalogue/rulesets.ts';
import type {Diagnostic, Severity} from '../diagnostics.ts';
import type {RuleFacts, RuleId} from './facts.ts';

/** How bad it is, where that depends on the ruleset for each. */
type Grade = Severity | Readonly<Record<Ruleset, Severity>>;

/** Severities follow the validator table of the facts (§1.6). */
export const RULES: {readonly [R in RuleId]: Grade} = {
	'field-type': 'error',
	'field-choice': 'error',
	'field-range': 'error',
	'field-too-many': 'error',
	'field-unknown': 'error',
	'quantity-invalid': 'error',
	'quantity-decimal-unit': 'info',
	'duration-invalid': 'error',
	'schedule-invalid': 'error',
	'cron-invalid': 'error',
	'time-zone-invalid': 'error',
	'number-invalid': 'error',
	'name-invalid': 'error',
	'image-invalid': 'error',
	'environment-name-invalid': 'error',
	'label-invalid': 'error',
	'region-unknown': 'error',
	'family-unknown': 'error',
	'container-ambiguous': 'error',
	'container-duplicate': 'error',
	'request-over-limit': 'error',
	'load-conflict': 'error',
	'work-missing': 'warning',
	'cron-missing': 'error',

	'size-rounded': 'info',
	'size-not-rounded': 'warning',
	'size-too-large': 'error',
	'size-below-request': 'warning',
	'size-trap': 'info',
	'container-defaulted': 'info',
	'pod-defaulted': 'info',
	'container-ignored': 'info',
	'container-all-ignored': 'warning',
	'init-decides': 'info',

	'spec-invalid': 'error',
	'spec-too-many': 'error',
	'spec-duplicate': 'warning',
	'spec-rounded': 'info',
	'spec-not-rounded': 'warning',
	'spec-too-small': 'warning',
	'spec-too-large': 'error',
	'spec-over-limit': 'warning',
	'spec-type-unknown': 'warning',
	'spec-family-unsupported': 'warning',
	'spec-family-retired': 'warning',
	'spec-mixed-gpu': {'2020': 'warning', current: 'error'},
	'spec-mixed-kind': 'error',
	'spec-dearer-first': 'info',
	'spot-small-spec': 'warning',
	'spot-size-unavailable': 'error',
	'gpu-limit-missing': {'2020': 'warning', current: 'error'},
	'gpu-too-few': 'error',
	'chain-empty': 'error',

	'annotation-unknown': 'error',
	'annotation-key-invalid': 'error',
	'annotation-read-only': 'error',
	'annotation-other-ruleset': 'warning',
	'annotation-renamed': 'info',
	'annotation-value': 'error',
	'annotation-twice': 'error',
	'spot-limit-missing': 'error',
	'spot-limit-ignored': 'warning',
	'spot-limit-invalid': 'error',
	'spot-option-ignored': 'warning',
	'eip-conflict': 'error',
	'eip-option-ignored': 'warning',
	'eip-replicas': 'error',
	'image-cache-both': 'warning',
	'image-missing': 'warning',
	'pod-single': 'warning',

	'price-missing': 'warning',
	'prices-old': 'warning',
	'spot-ratio-assumed': 'info',
	'spot-price-estimated': 'info',

	'flag-unknown': 'error',
	'flag-value-missing': 'error',
	'flag-format': 'error',
	'flag-unused': 'error',
	'command-unknown': 'error',
	'argument-missing': 'error',
	'argument-unexpected': 'error',
	'argument-choice': 'error',
	'preset-unknown': 'error',
	'preset-name-invalid': 'error',
	'preset-shipped': 'error',
	'preset-saved': 'info',
	'preset-deleted': 'info',
	'setting-unknown': 'error',
	'setting-unset': 'info',
	'settings-set-aside': 'warning',
	'settings-unreadable': 'warning',
	'schema-unknown': 'error',
	'file-unreadable': 'error',
	'file-unwritable': 'error',
	'file-exists': 'error',
	'file-too-large': 'error',
	'file-malformed': 'error',
	'document-kind': 'error',
	'output-unsupported': 'error',
};

const severityOf = (rule: RuleId, ruleset: Ruleset): Severity => {
	const grade = RULES[rule];
	return typeof grade === 'string' ? grade : grade[ruleset];
};

/** A diagnostic of the rule, as severe as the ruleset makes it. */
export const report = <R extends RuleId>(
	rule: R,
	facts: RuleFacts[R],
	path?: string,
	ruleset: Ruleset = 'current',
): Diagnostic =>
	({
		rule,
		severity: severityOf(rule, ruleset),
		facts,
		...(path !== undefined && {path}),
	}) as Extract<Diagnostic, {rule: R}>;
