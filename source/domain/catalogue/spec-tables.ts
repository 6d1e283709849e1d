import {type Bytes, type CpuMillis, gibToBytes, vcpuToMillis} from '../units/quantity.ts';
import type {Ruleset} from './rulesets.ts';

/** A CPU-MEM size that ECI sells. */
export type Size = {
	readonly vcpu: number;
	readonly memoryGiB: number;
	readonly cpu: CpuMillis;
	readonly memory: Bytes;
};

type Table = readonly (readonly [vcpu: number, ...memoryGiB: readonly number[]])[];

/** The brief's 39 sizes [S]. */
const BRIEF_TABLE: Table = [
	[0.25, 0.5, 1],
	[0.5, 1, 2],
	[1, 2, 4, 8],
	[2, 2, 4, 8, 16],
	[4, 4, 8, 16, 32],
	[8, 8, 16, 32, 64],
	[12, 12, 24, 48, 96],
	[16, 16, 32, 64, 128],
	[24, 48, 96, 192],
	[32, 64, 128, 256],
	[52, 96, 192, 384],
	[64, 128, 256, 512],
];

/** Today's 44 sizes of every region [D-VCPU]. */
const CURRENT_TABLE: Table = [
	[0.25, 0.5, 1],
	[0.5, 1, 2],
	[1, 2, 4, 8],
	[2, 1, 2, 4, 8, 16],
	[4, 2, 4, 8, 16, 32],
	[8, 4, 8, 16, 32, 64],
	[12, 12, 24, 48, 96],
	[16, 16, 32, 64, 128],
	[24, 24, 48, 96, 192],
	[32, 32, 64, 128, 256],
	[52, 96, 192, 384],
	[64, 128, 256, 512],
];

const evenSteps = (from: number, to: number, without: readonly number[] = []): readonly number[] =>
	Array.from({length: (to - from) / 2 + 1}, (_, index) => from + 2 * index).filter(
		memory => !without.includes(memory),
	);

/** 62 further sizes of twelve regions, on demand only [D-VCPU]. */
const REGIONAL_TABLE: Table = [
	[2, 6, 10, 12, 14],
	[4, ...evenSteps(6, 30, [8, 16])],
	[6, ...evenSteps(6, 48)],
	[8, ...evenSteps(10, 62, [16, 32])],
];

/** Regions that sell the regional sizes [D-VCPU]. */
export const REGIONAL_SIZE_REGIONS: readonly string[] = [
	'cn-hangzhou',
	'cn-shanghai',
	'cn-qingdao',
	'cn-beijing',
	'cn-zhangjiakou',
	'cn-huhehaote',
	'cn-wulanchabu',
	'cn-shenzhen',
	'cn-heyuan',
	'cn-guangzhou',
	'cn-chengdu',
	'ap-southeast-1',
];

/** Sizes that spot takes [D-SPOT]; smaller and other sizes are rounded up to one of these. */
const SPOT_TABLE: Table = [
	[2, 2, 4, 8, 16],
	[4, 4, 8, 16, 32],
	[8, 8, 16, 32, 64],
	[12, 12, 24, 48, 96],
	[16, 16, 32, 64, 128],
	[24, 24, 48, 96, 192],
	[32, 32, 64, 128, 256],
	[52, 96, 192, 384],
	[64, 128, 256, 512],
];

const sizesOf = (table: Table): readonly Size[] =>
	table.flatMap(([vcpu, ...memories]) =>
		memories.map(memoryGiB => ({
			vcpu,
			memoryGiB,
			cpu: vcpuToMillis(vcpu),
			memory: gibToBytes(memoryGiB),
		})),
	);

const bySize = (a: Size, b: Size) => a.cpu - b.cpu || a.memory - b.memory;

const BRIEF_SIZES = sizesOf(BRIEF_TABLE);
const CURRENT_SIZES = sizesOf(CURRENT_TABLE);
const CURRENT_AND_REGIONAL_SIZES = sizesOf([...CURRENT_TABLE, ...REGIONAL_TABLE]).toSorted(bySize);
const SPOT_SIZES = sizesOf(SPOT_TABLE);

/** A pod has at most 64 vCPU and 512 GiB [D-LIM]. */
export const LARGEST_VCPU = 64;
export const LARGEST_MEMORY_GIB = 512;

/** Every CPU-MEM size on demand, by vCPU, then memory. */
export const sizesIn = (ruleset: Ruleset, region: string): readonly Size[] => {
	if (ruleset === '2020') return BRIEF_SIZES;
	return REGIONAL_SIZE_REGIONS.includes(region) ? CURRENT_AND_REGIONAL_SIZES : CURRENT_SIZES;
};

/** Every CPU-MEM size that can run on spot, by vCPU, then memory. */
export const spotSizesIn = (ruleset: Ruleset): readonly Size[] =>
	ruleset === 'current'
		? SPOT_SIZES
		: SPOT_SIZES.filter(spot =>
				BRIEF_SIZES.some(size => size.cpu === spot.cpu && size.memory === spot.memory),
			);
