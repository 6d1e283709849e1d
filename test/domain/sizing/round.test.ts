import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {sizesIn, spotSizesIn} from '../../../source/domain/catalogue/spec-tables.ts';
import {openLog} from '../../../source/domain/rules/log.ts';
import type {PodAmounts} from '../../../source/domain/sizing/pod-request.ts';
import {
	billedSize,
	checkLargest,
	fits,
	isTooLarge,
	roundUp,
} from '../../../source/domain/sizing/round.ts';
import {
	type Bytes,
	bytes,
	type CpuMillis,
	cpuMillis,
	gibToBytes,
	vcpuToMillis,
} from '../../../source/domain/units/quantity.ts';
import {anyMebibytes, anyMillis, anyRegion, anyRuleset} from '../../helpers/arbitraries.ts';
import {factSizes, planned, planOf, summaryOf} from '../../helpers/domain-fixtures.ts';

const amounts = (vcpu: number, gib: number): PodAmounts => ({
	cpu: vcpuToMillis(vcpu),
	memory: gibToBytes(gib),
});

/** Facts §2.6 in the words of the facts: the smallest vCPU row, then the smallest memory of that row. */
const byTheFacts = (
	need: PodAmounts,
	sizes: readonly (readonly [number, number])[],
): string | null => {
	const rows = [...new Set(sizes.map(([vcpu]) => vcpu))].sort((a, b) => a - b);
	for (const row of rows) {
		if (row * 1000 < need.cpu) continue;
		const memories = sizes
			.filter(([vcpu, memory]) => vcpu === row && memory * 2 ** 30 >= need.memory)
			.map(([, memory]) => memory);
		if (memories.length > 0) return `${row}-${Math.min(...memories)}`;
	}
	return null;
};

const name = (size: {vcpu: number; memoryGiB: number} | null) =>
	size && `${size.vcpu}-${size.memoryGiB}`;

const anyNeed: fc.Arbitrary<PodAmounts> = fc.record({
	cpu: anyMillis.map(cpuMillis),
	memory: anyMebibytes.map(count => bytes(count * 2 ** 20)),
});

describe('rounding up', () => {
	it('takes the fewest vCPU that hold the pod, then the least memory', () => {
		fc.assert(
			fc.property(anyNeed, anyRuleset, anyRegion, (need, ruleset, region) => {
				expect(name(roundUp(need, sizesIn(ruleset, region)))).toBe(
					byTheFacts(need, factSizes(ruleset, region)),
				);
				expect(name(roundUp(need, spotSizesIn(ruleset)))).toBe(
					byTheFacts(need, factSizes(ruleset, region, true)),
				);
			}),
			{numRuns: 500},
		);
	});

	it('leaves every size of the table as it is', () => {
		for (const ruleset of ['2020', 'current'] as const)
			for (const size of sizesIn(ruleset, 'cn-hangzhou'))
				expect(billedSize(size, sizesIn(ruleset, 'cn-hangzhou'), ruleset)).toBe(size);
	});

	it('takes one byte or a thousandth of a vCPU more to the next size', () => {
		const sizes = sizesIn('current', 'eu-central-1');
		const {cpu, memory} = amounts(2, 4);
		expect(name(roundUp({cpu, memory}, sizes))).toBe('2-4');
		expect(name(roundUp({cpu, memory: bytes(memory + 1)}, sizes))).toBe('2-8');
		expect(name(roundUp({cpu: cpuMillis(cpu + 1), memory}, sizes))).toBe('4-4');
	});

	it('holds in both axes', () => {
		expect(fits(amounts(2, 4), amounts(2, 4))).toBe(true);
		expect(fits(amounts(2, 4), amounts(2, 4.001))).toBe(false);
		expect(fits(amounts(2, 4), amounts(2.001, 4))).toBe(false);
	});
});

describe('the brief of 2020', () => {
	const sizes = sizesIn('2020', 'cn-hangzhou');

	it('rounds a sum of exactly 4 vCPU, and none above', () => {
		expect(name(billedSize(amounts(4, 64), sizes, '2020'))).toBe('8-64');
		expect(billedSize({cpu: cpuMillis(4001), memory: gibToBytes(8)}, sizes, '2020')).toBeNull();
		expect(billedSize(amounts(4.5, 9), sizes, '2020')).toBeNull();
		expect(billedSize(amounts(7, 13), sizes, '2020')).toBeNull();
		expect(billedSize(amounts(8, 17), sizes, '2020')).toBeNull();
		expect(name(billedSize(amounts(8, 16), sizes, '2020'))).toBe('8-16');
	});

	it('rounds like today up to 4 vCPU, and above takes what is in the table alone', () => {
		const table = factSizes('2020', '');
		fc.assert(
			fc.property(anyNeed, need => {
				const exact = table.find(
					([vcpu, memory]) => vcpu * 1000 === need.cpu && memory * 2 ** 30 === need.memory,
				);
				const expected = need.cpu > 4000 ? (exact?.join('-') ?? null) : byTheFacts(need, table);
				expect(name(billedSize(need, sizes, '2020'))).toBe(expected);
			}),
			{numRuns: 500},
		);
	});
});

describe('the largest pod', () => {
	it.each([
		[64, 512, false],
		[64.001, 1, true],
		[1, 512.001, true],
		[65, 600, true],
		[0.25, 0.5, false],
	])('%d vCPU with %d GiB is too large: %j', (vcpu, gib, tooLarge) => {
		expect(isTooLarge(amounts(vcpu, gib))).toBe(tooLarge);
	});

	it.each([
		[65, 1, 1, 'containers[0].cpu'],
		[1, 600, 1, 'containers[0].memory'],
		[65, 600, 1, 'containers[0].cpu'],
		[65, 1, 2, 'containers'],
	])('%d vCPU with %d GiB of %d containers is reported at %s', (vcpu, gib, containers, path) => {
		const log = openLog('2020');
		const {request} = planOf({containers: Array.from({length: containers}, () => ({cpu: '1'}))});
		checkLargest(amounts(vcpu, gib), request, log);
		expect(log.diagnostics).toEqual([
			{
				rule: 'size-too-large',
				severity: 'error',
				facts: {asked: {vcpu, memoryGiB: gib}, largest: {vcpu: 64, memoryGiB: 512}},
				path,
			},
		]);
	});

	it('is reported at the init container that makes it so', () => {
		const initContainers = [{cpu: '1'}, {cpu: '200', memory: '1Gi'}];
		for (const containers of [[{cpu: '1'}], [{cpu: '1'}, {cpu: '2'}], [{cpu: '100'}]])
			expect(summaryOf(planned({containers, initContainers}).diagnostics)).toContain(
				'size-too-large error initContainers[1].cpu',
			);
	});

	it('is never smaller than what it has to hold', () => {
		const cpu: CpuMillis = vcpuToMillis(64);
		const memory: Bytes = gibToBytes(512);
		expect(name(roundUp({cpu, memory}, sizesIn('2020', 'cn-hangzhou')))).toBe('64-512');
		expect(roundUp({cpu: cpuMillis(cpu + 1), memory}, sizesIn('2020', 'cn-hangzhou'))).toBeNull();
	});
});
