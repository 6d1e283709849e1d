import {describe, expect, it} from 'vitest';
import {RULESETS} from '../../../source/domain/catalogue/rulesets.ts';
import {hasErrors, type Severity} from '../../../source/domain/diagnostics.ts';
import type {RuleId} from '../../../source/domain/rules/facts.ts';
import {openLog} from '../../../source/domain/rules/log.ts';
import {report, severityOf} from '../../../source/domain/rules/rules.ts';

describe('how bad a finding is', () => {
	// Facts §1.6, with the exceptions of design.md: GPU beside others and small spot entries.
	it.each<[string, RuleId, Severity, Severity]>([
		['A01', 'spot-limit-ignored', 'warning', 'warning'],
		['A02', 'spot-limit-missing', 'error', 'error'],
		['A03', 'spot-limit-invalid', 'error', 'error'],
		['A04', 'eip-conflict', 'error', 'error'],
		['A05', 'eip-option-ignored', 'warning', 'warning'],
		['A06', 'eip-replicas', 'error', 'error'],
		['A07', 'spec-too-many', 'error', 'error'],
		['A07', 'annotation-value', 'error', 'error'],
		['A08', 'spec-mixed-kind', 'error', 'error'],
		['A08 for GPU', 'spec-mixed-gpu', 'warning', 'error'],
		['A09 for small entries', 'spot-small-spec', 'warning', 'warning'],
		['A09 for regional sizes', 'spot-size-unavailable', 'error', 'error'],
		['A15 in a PlanInput', 'field-type', 'error', 'error'],
		['A15 in a manifest', 'annotation-not-text', 'error', 'error'],
		['A16', 'annotation-misplaced', 'error', 'error'],
		['A17', 'gpu-limit-missing', 'error', 'error'],
		['A18 for one of several entries', 'gpu-entry-short', 'warning', 'warning'],
		['A18', 'gpu-too-few', 'error', 'error'],
		['A21', 'annotation-renamed', 'info', 'info'],
		['A22', 'spec-invalid', 'error', 'error'],
		['an unknown key', 'annotation-unknown', 'error', 'error'],
		['a key of the other ruleset', 'annotation-other-ruleset', 'warning', 'warning'],
		['a decimal unit', 'quantity-decimal-unit', 'info', 'info'],
		['a size that is not rounded', 'size-not-rounded', 'warning', 'warning'],
		['a size beyond the largest', 'size-too-large', 'error', 'error'],
	])('%s: %s is %s under 2020 and %s today', (_, rule, then, now) => {
		expect([severityOf(rule, '2020'), severityOf(rule, 'current')]).toEqual([then, now]);
	});

	it('follows the ruleset of the document', () => {
		for (const ruleset of RULESETS) {
			const log = openLog(ruleset);
			log.add('spec-mixed-gpu', {tokens: ['ecigpu-P100-4']}, 'chain.useSpecs');
			log.add('spot-limit-missing', {});
			expect(log.diagnostics).toEqual([
				{
					rule: 'spec-mixed-gpu',
					severity: ruleset === '2020' ? 'warning' : 'error',
					facts: {tokens: ['ecigpu-P100-4']},
					path: 'chain.useSpecs',
				},
				{rule: 'spot-limit-missing', severity: 'error', facts: {}},
			]);
		}
	});
});

describe('errors', () => {
	it('are found among warnings and notes', () => {
		const note = report('size-rounded', {asked: {vcpu: 1, memoryGiB: 1}, billed: '1-2Gi'});
		const warning = report('spot-limit-ignored', {});
		expect(hasErrors([])).toBe(false);
		expect(hasErrors([note, warning])).toBe(false);
		expect(hasErrors([note, report('eip-conflict', {}), warning])).toBe(true);
	});
});
