import {PREFIX} from '../../catalogue/annotations.ts';
import type {PlanRequest} from '../../input/plan-request.ts';

/** Zones that may place a pod, and how they are tried. */
export type Zones = {readonly zones: number; readonly order: 'ordered' | 'random'};

const annotation = ({annotations}: PlanRequest, name: string): string | undefined =>
	annotations.find(([key]) => key === PREFIX + name)?.[1];

/**
 * Each vSwitch is taken to lie in a zone of its own; several are tried at random unless their order is
 * asked for [D-ZONE].
 */
export const zonesOf = (request: PlanRequest): Zones => {
	const switches = new Set((annotation(request, 'eci-vswitch') ?? '').split(',').filter(Boolean));
	const zones = Math.max(1, switches.size);
	const isOrdered = annotation(request, 'eci-schedule-strategy') === 'VSwitchOrdered';
	return {zones, order: zones === 1 || isOrdered ? 'ordered' : 'random'};
};
