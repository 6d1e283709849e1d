import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {labelsOf} from '../../source/present/labels.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {cellsOf} from '../../source/ui/lines.ts';
import {panelLines} from '../../source/ui/panel-lines.ts';
import {opened} from '../helpers/wizard-steps.ts';

const anyOf = <T>(...values: readonly T[]) =>
	fc.option(fc.constantFrom(...values), {nil: undefined});

/** Good, bad and absurd answers side by side. */
const inputs = fc.record(
	{
		name: anyOf('web', 'A'.repeat(80), ''),
		region: anyOf('cn-hangzhou', 'cn-nowhere'),
		workload: fc.record({
			kind: anyOf('deployment', 'job'),
			replicas: anyOf(1, 0, 999_999),
			schedule: anyOf('Mon-Fri 09:00-18:00=10; *=3', 'never', '*='),
		}),
		containers: fc.array(
			fc.record({
				name: anyOf('app', '容器'.repeat(30), 'x'.repeat(70)),
				image: anyOf('nginx:1.29', `registry.example.com/${'deep/'.repeat(30)}image`),
				cpu: anyOf('2', '200', '-1', 'abc', '999999999999'),
				memory: anyOf('3Gi', '600Gi', '3', 'x'.repeat(90)),
				gpu: anyOf(0, 1, 17),
			}),
			{minLength: 1, maxLength: 3},
		),
		chain: fc.record({
			useSpecs: anyOf(['2-4Gi'], ['ecs.c6'], ['2–4Gi', 'ecs.c6.large', 'y'.repeat(60)]),
		}),
		spot: fc.record({
			strategy: anyOf('SpotAsPriceGo', 'SpotWithPriceLimit'),
			priceLimit: anyOf('9'),
		}),
	},
	{requiredKeys: []},
);

test.each(['en', 'zh-CN'] as const)('no line is wider than the panel (%s)', language => {
	const words = {texts: wizardTextsOf(language), labels: labelsOf(language), language};
	fc.assert(
		fc.property(inputs, fc.integer({min: 24, max: 60}), (input, width) => {
			const state = opened(JSON.parse(JSON.stringify(input)) as PlanInput);
			for (const line of panelLines(state, {...words, width, height: 30}))
				expect(cellsOf(line)).toBeLessThanOrEqual(width);
		}),
	);
});
