import {describe, expect, it} from 'vitest';
import type {Ruleset} from '../../../source/domain/catalogue/rulesets.ts';
import {
	LARGEST_MEMORY_GIB,
	LARGEST_VCPU,
	REGIONAL_SIZE_REGIONS,
	type Size,
	sizesIn,
	spotSizesIn,
} from '../../../source/domain/catalogue/spec-tables.ts';
import {
	BASE_REGIONS,
	BRIEF_SIZES,
	CURRENT_SIZES,
	factSizes,
	REGIONAL_REGIONS,
	REGIONAL_SIZES,
	SPOT_SIZES,
} from '../../helpers/domain-fixtures.ts';

type Pairs = readonly (readonly [number, number])[];

const sorted = (pairs: Pairs): Pairs => [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
const pairs = (sizes: readonly Size[]): Pairs =>
	sizes.map(({vcpu, memoryGiB}) => [vcpu, memoryGiB]);

describe('sizes on demand', () => {
	it('are the 39 of the brief under 2020, in every region', () => {
		expect(BRIEF_SIZES).toHaveLength(39);
		for (const region of [...REGIONAL_REGIONS, ...BASE_REGIONS])
			expect(pairs(sizesIn('2020', region))).toEqual(sorted(BRIEF_SIZES));
	});

	it('are 44 today where nothing more is sold', () => {
		expect(CURRENT_SIZES).toHaveLength(44);
		for (const region of BASE_REGIONS)
			expect(pairs(sizesIn('current', region))).toEqual(sorted(CURRENT_SIZES));
	});

	it('are 62 more, 106 in all, in twelve regions', () => {
		expect(REGIONAL_SIZES).toHaveLength(62);
		expect(REGIONAL_REGIONS).toHaveLength(12);
		for (const region of REGIONAL_REGIONS) {
			const sizes = pairs(sizesIn('current', region));
			expect(sizes).toHaveLength(106);
			expect(sizes).toEqual(sorted([...CURRENT_SIZES, ...REGIONAL_SIZES]));
		}
	});

	it('are those of the twelve regions nowhere else', () => {
		expect([...REGIONAL_SIZE_REGIONS].sort()).toEqual([...REGIONAL_REGIONS].sort());
		expect(pairs(sizesIn('current', 'ap-southeast-3'))).toEqual(sorted(CURRENT_SIZES));
	});
});

describe('sizes on spot', () => {
	it('are the table of the spot page today', () => {
		expect(SPOT_SIZES).toHaveLength(34);
		expect(pairs(spotSizesIn('current'))).toEqual(sorted(SPOT_SIZES));
	});

	it('are under 2020 those of them that the brief has', () => {
		const names = pairs(spotSizesIn('2020')).map(size => size.join('-'));
		expect(pairs(spotSizesIn('2020'))).toEqual(sorted(factSizes('2020', '', true)));
		expect(names).not.toContain('24-24');
		expect(names).not.toContain('32-32');
		expect(names).toHaveLength(32);
	});

	it.each<Ruleset>(['2020', 'current'])(
		'are sizes that are sold on demand as well (%s)',
		ruleset => {
			const onDemand = pairs(sizesIn(ruleset, 'eu-central-1')).map(size => size.join('-'));
			for (const size of pairs(spotSizesIn(ruleset))) expect(onDemand).toContain(size.join('-'));
		},
	);
});

describe('every size', () => {
	it.each<Ruleset>(['2020', 'current'])(
		'carries whole thousandths of a vCPU and bytes (%s)',
		ruleset => {
			for (const {vcpu, memoryGiB, cpu, memory} of sizesIn(ruleset, 'cn-hangzhou')) {
				expect(cpu).toBe(vcpu * 1000);
				expect(memory).toBe(memoryGiB * 1024 ** 3);
				expect(Number.isInteger(cpu) && Number.isInteger(memory)).toBe(true);
			}
		},
	);

	it('stays within 64 vCPU and 512 GiB', () => {
		expect([LARGEST_VCPU, LARGEST_MEMORY_GIB]).toEqual([64, 512]);
		const largest = sizesIn('current', 'cn-hangzhou').at(-1);
		expect([largest?.vcpu, largest?.memoryGiB]).toEqual([64, 512]);
	});
});
