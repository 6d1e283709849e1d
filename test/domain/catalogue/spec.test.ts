import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	formatSpec,
	formatUseSpecs,
	GPU_TOKENS,
	MAX_SPECS,
	parseSpec,
	type Spec,
	typeOfGpuSpec,
} from '../../../source/domain/catalogue/spec.ts';
import {anySpec, anyToken} from '../../helpers/arbitraries.ts';

describe('a spec that ECI takes', () => {
	it.each<[string, Spec]>([
		['2-4Gi', {kind: 'cpu-mem', vcpu: 2, memoryGiB: 4}],
		['0.5-1Gi', {kind: 'cpu-mem', vcpu: 0.5, memoryGiB: 1}],
		['0.25-0.5Gi', {kind: 'cpu-mem', vcpu: 0.25, memoryGiB: 0.5}],
		['7-13Gi', {kind: 'cpu-mem', vcpu: 7, memoryGiB: 13}],
		['0.5-1.9Gi', {kind: 'cpu-mem', vcpu: 0.5, memoryGiB: 1.9}],
		['64-512Gi', {kind: 'cpu-mem', vcpu: 64, memoryGiB: 512}],
		['2.0-4.0Gi', {kind: 'cpu-mem', vcpu: 2, memoryGiB: 4}],
		['ecs.c6.xlarge', {kind: 'ecs', type: 'ecs.c6.xlarge'}],
		['ecs.u1-c1m2.large', {kind: 'ecs', type: 'ecs.u1-c1m2.large'}],
		['ecs.vgn6i-m4-vws.xlarge', {kind: 'ecs', type: 'ecs.vgn6i-m4-vws.xlarge'}],
		['ecs.gn5-c8g1.8xlarge', {kind: 'ecs', type: 'ecs.gn5-c8g1.8xlarge'}],
		['ecigpu-P100-4', {kind: 'gpu', model: 'P100', count: 4}],
		// Well-formed, and far too large: sizing says so.
		['1234-4Gi', {kind: 'cpu-mem', vcpu: 1234, memoryGiB: 4}],
		['2-40000Gi', {kind: 'cpu-mem', vcpu: 2, memoryGiB: 40_000}],
		[' 2-4Gi ', {kind: 'cpu-mem', vcpu: 2, memoryGiB: 4}],
	])('%s is read', (token, spec) => {
		expect(parseSpec(token)).toEqual({ok: true, value: spec});
	});

	it('reads back as itself once written', () => {
		fc.assert(
			fc.property(anySpec, spec => {
				expect(parseSpec(formatSpec(spec))).toEqual({ok: true, value: spec});
			}),
		);
	});

	it('is written in one way, however it was typed', () => {
		fc.assert(
			fc.property(anyToken, token => {
				const read = parseSpec(token);
				if (!read.ok) return;
				const text = formatSpec(read.value);
				const again = parseSpec(text);
				expect(again).toEqual(read);
				expect(text).not.toMatch(/[\s,]/);
			}),
			{numRuns: 2000},
		);
	});

	it('stands between commas without blanks in the annotation', () => {
		const specs: Spec[] = [
			{kind: 'cpu-mem', vcpu: 2, memoryGiB: 4},
			{kind: 'cpu-mem', vcpu: 4, memoryGiB: 8},
			{kind: 'ecs', type: 'ecs.c6.xlarge'},
			{kind: 'gpu', model: 'P100', count: 4},
		];
		// The example of the brief.
		expect(formatUseSpecs(specs)).toBe('2-4Gi,4-8Gi,ecs.c6.xlarge,ecigpu-P100-4');
	});

	it('is one of five at most', () => {
		expect(MAX_SPECS).toBe(5);
	});
});

describe('a spec that ECI refuses', () => {
	it.each([
		['eci-gpu-P100-4', 'gpu-prefix', 'ecigpu-P100-4'],
		['ECI-GPU-V100-8', 'gpu-prefix', 'ecigpu-V100-8'],
		['2-4G', 'memory-unit', '2-4Gi'],
		['2-4', 'memory-unit', '2-4Gi'],
		['2-4gi', 'memory-unit', '2-4Gi'],
		['2-4GB', 'memory-unit', '2-4Gi'],
		['2-4GiB', 'memory-unit', '2-4Gi'],
		['2-4 Gi', 'memory-unit', '2-4Gi'],
		['2–4Gi', 'dash', '2-4Gi'],
		['2—4Gi', 'dash', '2-4Gi'],
		['2−4Gi', 'dash', '2-4Gi'],
		['2_4Gi', 'dash', '2-4Gi'],
		['2 - 4Gi', 'dash', '2-4Gi'],
		['0.5–1', 'dash', '0.5-1Gi'],
		['ecs.c6', 'family-only', 'ecs.c6.large'],
		['ecs.c6-xlarge', 'malformed', 'ecs.c6.xlarge'],
		['ecs-c6-2xlarge', 'malformed', 'ecs.c6.2xlarge'],
		['ecs.u1-c1m2_large', 'malformed', 'ecs.u1-c1m2.large'],
		['ecs.u1-c1m2', 'family-only', 'ecs.u1-c1m2.large'],
		['ecs.gn5-c8g1', 'family-only', 'ecs.gn5-c8g1.large'],
		['ECS.C6.large', 'letter-case', 'ecs.c6.large'],
		['ecs.c6.XLarge', 'letter-case', 'ecs.c6.xlarge'],
	])('%s is %s and was meant as %s', (token, reason, suggestion) => {
		expect(parseSpec(token)).toEqual({ok: false, problem: {reason, suggestion}});
	});

	it.each([
		['', 'empty'],
		['   ', 'empty'],
		['0-4Gi', 'not-positive'],
		['2-0Gi', 'not-positive'],
		['0.0-0.0Gi', 'not-positive'],
		['-2-4Gi', 'malformed'],
		['2-4-8Gi', 'malformed'],
		['2c4g', 'malformed'],
		['c6.large', 'malformed'],
		['ecs.', 'malformed'],
		['ecs..large', 'malformed'],
		['NaN-4Gi', 'malformed'],
		['1e2-4Gi', 'malformed'],
		['２-４Gi', 'malformed'],
		['2-4Gi\u202e', 'malformed'],
		['ecigpu-P100-3', 'gpu-unknown'],
		['ecigpu-A100-1', 'gpu-unknown'],
		['ecigpu-constructor-1', 'gpu-unknown'],
		['9'.repeat(65), 'malformed'],
		[`ecs.${'a'.repeat(100_000)}.large`, 'malformed'],
		[`${'1'.repeat(50_000)}-${'1'.repeat(50_000)}Gi`, 'malformed'],
	])('%.40j is %s, with nothing to suggest', (token, reason) => {
		expect(parseSpec(token)).toEqual({ok: false, problem: {reason}});
	});

	// A suggestion that is refused in turn, or repeats what was typed, helps nobody.
	it.each([
		['0-4G', 'memory-unit'],
		['0–4Gi', 'dash'],
		['0.0001-1Gi', 'malformed'],
		['eci-gpu-A100-1', 'gpu-prefix'],
		['eci-gpu-$gputype-$gpucount', 'gpu-prefix'],
	])('%s is %s, with nothing better to suggest', (token, reason) => {
		expect(parseSpec(token)).toEqual({ok: false, problem: {reason}});
	});

	it('never throws, and suggests only what is taken', () => {
		fc.assert(
			fc.property(fc.oneof(anyToken, fc.string({unit: 'binary', maxLength: 100})), token => {
				const read = parseSpec(token);
				if (read.ok || read.problem.suggestion === undefined) return;
				expect(parseSpec(read.problem.suggestion).ok).toBe(true);
				expect(read.problem.suggestion).not.toBe(token.trim());
			}),
			{numRuns: 5000},
		);
	});
});

describe('a GPU entry of 2019', () => {
	// Facts §5, the map of D-ANN-2019.
	it.each([
		['P4', 1, 'ecs.gn5i-c2g1.large'],
		['P4', 2, 'ecs.gn5i-c16g1.8xlarge'],
		['P4', 4, 'ecs.gn5i-c28g1.14xlarge'],
		['V100', 1, 'ecs.gn6v-c8g1.2xlarge'],
		['V100', 4, 'ecs.gn6v-c8g1.8xlarge'],
		['V100', 8, 'ecs.gn6v-c8g1.16xlarge'],
		['P100', 1, 'ecs.gn5-c8g1.2xlarge'],
		['P100', 2, 'ecs.gn5-c8g1.4xlarge'],
		['P100', 4, 'ecs.gn5-c8g1.8xlarge'],
		['P100', 8, 'ecs.gn5-c8g1.14xlarge'],
	])('%s × %i runs on %s', (model, count, type) => {
		expect(typeOfGpuSpec({kind: 'gpu', model, count})).toBe(type);
		expect(GPU_TOKENS).toContain(`ecigpu-${model}-${count}`);
	});

	it('has ten forms', () => {
		expect(GPU_TOKENS).toHaveLength(10);
	});

	it('runs on nothing else', () => {
		for (const model of ['P40', '__proto__', 'toString'])
			expect(typeOfGpuSpec({kind: 'gpu', model, count: 1})).toBeUndefined();
	});
});
