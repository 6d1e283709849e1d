import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {planInputShape} from '../../source/domain/input/plan-input.ts';
import {check} from '../../source/domain/schema/check.ts';
import {SCHEMAS} from '../../source/present/schemas.ts';
import {ok} from '../helpers/memory-world.ts';

const validatorOf = (kind: string) =>
	new Ajv2020({allErrors: true, strict: false}).compile(SCHEMAS.get(kind)?.() ?? false);

const LINES: readonly (readonly [kind: string, line: readonly string[]])[] = [
	...['api', 'batch', 'ci-runner', 'cron', 'gpu-inference', 'spark', 'web'].flatMap(
		preset =>
			[
				['Sizing', ['size', '--preset', preset]],
				['Chain', ['chain', '--preset', preset]],
				['Quote', ['cost', '--preset', preset]],
				['Simulation', ['simulate', '--preset', preset]],
				['Plan', ['--preset', preset]],
			] as const,
	),
	['Sizing', ['size', '--cpu', '7', '--memory', '13Gi']],
	['Sizing', ['size', '--cpu', '2', '--memory', '3Gi', '--currency', 'USD']],
	['Quote', ['cost', '--preset', 'api', '--currency', 'USD', '--use-specs', 'ecs.c6.large']],
	['Quote', ['cost', '--preset', 'spark', '--use-specs', 'ecs.nonsense.large,2-4Gi,4-32Gi']],
	['Plan', ['--ruleset', 'current', '--cpu', '7', '--memory', '13Gi', '--preset', 'cron']],
	['Chain', ['chain', '--use-specs', 'ecs.sn1ne.large,2-4Gi', '--pick', 'resilient']],
	['Chain', ['chain', '--currency', 'USD', '--target-placed', '90%', '--explain']],
	['PresetList', ['presets', 'list']],
	['Settings', ['settings', 'get']],
];

describe('every document fits its schema', () => {
	test.each(LINES.map(([kind, line]) => [line.join(' '), kind, line] as const))(
		'%s is a %s',
		async (_name, kind, line) => {
			const document: unknown = JSON.parse(await ok([...line, '-o', 'json']));
			const validate = validatorOf(kind);
			validate(document);
			expect(validate.errors ?? []).toEqual([]);
			expect(document).toMatchObject({apiVersion: 'eci-plan/v1', kind});
		},
	);
});

describe('the schema of PlanInput and the check of the program agree', () => {
	const validate = validatorOf('PlanInput');

	test.each([
		['{}', true],
		['cpu: 2\nmemory: 3Gi', true],
		['ruleset: 2020', true],
		['ruleset: "2020"', true],
		['ruleset: 2021', false],
		['workload: {replicas: 2, schedule: "*=2"}', true],
		['workload: {replicas: 1.5}', false],
		['workload: {replicas: -1}', false],
		['workload: {kind: daemonset}', false],
		['containers: [{name: a, cpu: 500m, requests: {cpu: 1}}]', true],
		['containers: {name: a}', false],
		['containers: [{name: a, cpu: [1]}]', false],
		['spot: {fallback: true, priceLimit: 0.25}', true],
		['spot: {fallback: sometimes}', false],
		['pod: {annotations: {a: "1"}}', true],
		['pod: {annotations: {a: 1}}', false],
		['pod: {vswitch: vsw-1}', false],
		['chain: {useSpecs: [2-4Gi]}', true],
		['worklod: {}', false],
		['kind: Plan', false],
		['[]', false],
		['text', false],
	])('%s: %s', (yaml, isRight) => {
		const document: unknown = parse(yaml);
		const {diagnostics} = check(planInputShape, document);
		expect({schema: validate(document), check: diagnostics.length === 0}).toEqual({
			schema: isRight,
			check: isRight,
		});
	});
});
