import {compare, zero} from '../../units/fraction.ts';
import {
	bytes,
	cpuMillis,
	formatCpu,
	formatMemory,
	parseCpu,
	parseMemory,
	parseQuantity,
} from '../../units/quantity.ts';
import {type Part, quotedTextOf} from '../lint/part.ts';

export type Resource = 'cpu' | 'memory';

/** What a container says of its resources; where it says nothing, nothing. */
export type Amounts = {readonly cpu?: string; readonly memory?: string};

/** A number without a unit is bytes in a manifest, and a mistake everywhere else. */
const inUnits = (text: string): string => {
	const read = parseMemory(text, {bare: 'bytes'});
	return !parseMemory(text).ok && read.ok ? formatMemory(read.value) : text;
};

const isZero = (text: string): boolean => {
	const quantity = parseQuantity(text);
	return quantity.ok && compare(quantity.value, zero) === 0;
};

/** The quantity of a manifest as the PlanInput has it; undefined where there is none, or 0, which is the same. */
export const quantityText = (part: Part, resource: Resource): string | undefined => {
	const text = quotedTextOf(part)?.trim();
	if (text === undefined || text === '' || isZero(text)) return undefined;
	return resource === 'memory' ? inUnits(text) : text;
};

/** The sum of quantities; undefined where one of them is none. */
export const sumText = (texts: readonly string[], resource: Resource): string | undefined => {
	let sum = 0;
	for (const text of texts) {
		const read = resource === 'cpu' ? parseCpu(text) : parseMemory(text);
		if (!read.ok) return undefined;
		sum += read.value;
	}
	if (sum === 0) return undefined;
	return resource === 'cpu' ? formatCpu(cpuMillis(sum)) : formatMemory(bytes(sum));
};
