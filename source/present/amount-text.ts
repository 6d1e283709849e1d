import type {Amounts} from '../domain/rules/facts.ts';

const MAX_PLACES = 3;
const SMALLEST = `<${10 ** -MAX_PLACES}`;

/** At most three decimals without trailing zeros; what would round to 0 without being 0 is `<0.001`. */
export const amountNumber = (amount: number): string => {
	const text = amount.toFixed(MAX_PLACES).replace(/\.?0+$/, '');
	return text === '0' && amount !== 0 ? SMALLEST : text;
};

export const vcpuText = (vcpu: number): string => `${amountNumber(vcpu)} vCPU`;
export const gibText = (memoryGiB: number): string => `${amountNumber(memoryGiB)} GiB`;

/** `2 vCPU, 4 GiB` */
export const amountText = ({vcpu, memoryGiB}: Amounts, separator = ', '): string =>
	`${vcpuText(vcpu)}${separator}${gibText(memoryGiB)}`;
