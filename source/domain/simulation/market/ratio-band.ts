import {RATIO_UNITS} from './price-path.ts';

/** Lowest and highest ratio. */
export type RatioBand = {readonly floor: number; readonly cap: number};

/** A ratio within the band, in units. */
export const unitsOf = (ratio: number, {floor, cap}: RatioBand): number =>
	Math.round(Math.min(cap, Math.max(floor, ratio)) * RATIO_UNITS);
