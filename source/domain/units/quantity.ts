import {
	ceiling,
	compare,
	type Fraction,
	fraction,
	multiply,
	parseDecimal,
	toDecimal,
	zero,
} from './fraction.ts';
import {err, ok, type Result} from './result.ts';

declare const unit: unique symbol;
/** Thousandths of a vCPU, whole. */
export type CpuMillis = number & {readonly [unit]: 'millicpu'};
/** Bytes, whole. */
export type Bytes = number & {readonly [unit]: 'byte'};

export const cpuMillis = (millis: number): CpuMillis => millis as CpuMillis;
export const bytes = (count: number): Bytes => count as Bytes;

export const BYTES_PER_GIB = 2 ** 30;
export const vcpuToMillis = (vcpu: number): CpuMillis => cpuMillis(Math.round(vcpu * 1000));
export const gibToBytes = (gib: number): Bytes => bytes(Math.round(gib * BYTES_PER_GIB));
/** For display, JSON and price arithmetic on table sizes; exact for every size ECI sells. */
export const toVcpu = (millis: CpuMillis): number => millis / 1000;
export const toGib = (size: Bytes): number => size / BYTES_PER_GIB;

/** Why a text is no quantity; `suggestion` is what was probably meant. */
export type QuantityProblem = {
	readonly reason:
		| 'empty'
		| 'malformed'
		| 'negative'
		| 'zero'
		| 'unit-missing'
		| 'unit-unknown'
		| 'fraction-unit'
		| 'too-large';
	readonly suggestion?: string;
};

const DECIMAL_EXPONENTS: ReadonlyMap<string, number> = new Map([
	['n', -9],
	['u', -6],
	['m', -3],
	['', 0],
	['k', 3],
	['M', 6],
	['G', 9],
	['T', 12],
	['P', 15],
	['E', 18],
]);
const BINARY_EXPONENTS: ReadonlyMap<string, number> = new Map([
	['Ki', 10],
	['Mi', 20],
	['Gi', 30],
	['Ti', 40],
	['Pi', 50],
	['Ei', 60],
]);
/** Longer texts are no quantities; it also bounds the arithmetic. */
const MAX_LENGTH = 40;

const scaleOf = (suffix: string): Fraction | undefined => {
	const binary = BINARY_EXPONENTS.get(suffix);
	if (binary !== undefined) return fraction(2n ** BigInt(binary));
	const exponent = DECIMAL_EXPONENTS.get(suffix) ?? exponentOf(suffix);
	if (exponent === undefined) return undefined;
	const power = 10n ** BigInt(Math.abs(exponent));
	return exponent < 0 ? fraction(1n, power) : fraction(power);
};

const exponentOf = (suffix: string): number | undefined => {
	const match = /^[eE]([-+]?\d{1,2})$/.exec(suffix);
	return match ? Number(match[1]) : undefined;
};

/** The binary unit that `GB`, `gb` or ` GiB` was meant to be. */
const correctedUnit = (suffix: string): string | undefined => {
	const letter = /^([kmgtp])i?(?:b|bytes?)?$/i.exec(suffix.trim())?.[1];
	return letter && `${letter.toUpperCase()}i`;
};

/** `2-4Gi` is a size of ECI, one quantity of CPU and one of memory. */
const sizeParts = (text: string): {readonly cpu: string; readonly memory: string} | undefined => {
	const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?:g(?:i?b)?|gi)?$/i.exec(text.trim());
	const [cpu, memory] = [match?.[1], match?.[2]];
	return cpu && memory ? {cpu, memory: `${memory}Gi`} : undefined;
};

const problem = (
	reason: QuantityProblem['reason'],
	suggestion?: string | false,
): {readonly ok: false; readonly problem: QuantityProblem} =>
	err({reason, ...(suggestion && {suggestion})});

/** Reads every form of a Kubernetes resource quantity exactly: `500m`, `0.5`, `2`, `1e3`, `3Gi`, `4G`. */
export const parseQuantity = (text: string): Result<Fraction, QuantityProblem> => {
	const trimmed = text.trim();
	if (trimmed === '') return problem('empty');
	if (trimmed.length > MAX_LENGTH) return problem('malformed');
	const match = /^([-+]?(?:\d+\.?\d*|\.\d+))(\s*\p{L}.*)?$/su.exec(trimmed);
	const [digits = '', suffix = ''] = match?.slice(1) ?? [];
	const number = parseDecimal(digits);
	if (!number) return problem('malformed');
	if (compare(number, zero) < 0) return problem('negative');
	const scale = scaleOf(suffix);
	if (scale) return ok(multiply(number, scale));
	const unit = correctedUnit(suffix);
	return problem('unit-unknown', unit && digits + unit);
};

const whole = (value: Fraction, scale: number): Result<number, QuantityProblem> => {
	const count = ceiling(multiply(value, fraction(scale)));
	if (count > BigInt(Number.MAX_SAFE_INTEGER)) return err({reason: 'too-large'});
	return ok(Number(count));
};

const correctedCpu = (text: string): string | undefined => {
	const match = /^([\d.]+)\s*(m?)(?:illi)?\s*(?:v?cpus?|cores?|c)?$/i.exec(text);
	const [number = '', milli = ''] = match?.slice(1) ?? [];
	if (parseDecimal(number)) return number + milli.toLowerCase();
	return sizeParts(text)?.cpu;
};

const readCpu = (text: string): Result<CpuMillis, QuantityProblem> => {
	const quantity = parseQuantity(text);
	if (!quantity.ok) return problem(quantity.problem.reason);
	const millis = whole(quantity.value, 1000);
	if (!millis.ok) return millis;
	return millis.value === 0 ? problem('zero') : ok(cpuMillis(millis.value));
};

/** vCPU as Kubernetes reads it: rounded up to a thousandth. 0 is refused. */
export const parseCpu = (text: string): Result<CpuMillis, QuantityProblem> => {
	const read = readCpu(text);
	if (read.ok) return read;
	const suggestion = correctedCpu(text.trim());
	return problem(read.problem.reason, suggestion && readCpu(suggestion).ok && suggestion);
};

/** Bare numbers up to here are taken for GiB, larger ones for MiB, from a million for bytes. */
const LARGEST_BARE_GIB = 64;
const LARGEST_BARE_MIB = 2 ** 20;

const withUnit = (text: string, count: number): string => {
	const plain = parseDecimal(text) !== undefined;
	if (count <= LARGEST_BARE_GIB) return `${plain ? text : count}Gi`;
	return count < LARGEST_BARE_MIB ? `${count}Mi` : formatMemory(bytes(count));
};

/** What Kubernetes reads as a few bytes, but nobody types for that. */
const typingSlip = (text: string, count: number): QuantityProblem | undefined => {
	if (/^\+?[\d.]+(?:[eE][-+]?\d+)?$/.test(text))
		return {reason: 'unit-missing', suggestion: withUnit(text, count)};
	if (text.endsWith('m')) return {reason: 'fraction-unit', suggestion: `${text.slice(0, -1)}Mi`};
	return /[nu]$/.test(text) ? {reason: 'fraction-unit'} : undefined;
};

const readMemory = (text: string, bare: 'error' | 'bytes'): Result<Bytes, QuantityProblem> => {
	const quantity = parseQuantity(text);
	if (!quantity.ok) return quantity;
	const count = whole(quantity.value, 1);
	if (!count.ok) return count;
	if (count.value === 0) return problem('zero');
	const slip = bare === 'error' ? typingSlip(text, count.value) : undefined;
	return slip ? err(slip) : ok(bytes(count.value));
};

/**
 * Memory, rounded up to a byte. A number without a unit is bytes in a manifest (`bare: 'bytes'`) and a
 * mistake on a command line (`bare: 'error'`), where `3` was surely meant as `3Gi` and `512m`, half a
 * byte, as `512Mi`. 0 is refused.
 */
export const parseMemory = (
	text: string,
	{bare}: {readonly bare: 'error' | 'bytes'} = {bare: 'error'},
): Result<Bytes, QuantityProblem> => {
	const trimmed = text.trim();
	const read = readMemory(trimmed, bare);
	if (read.ok) return read;
	const {reason, suggestion = sizeParts(trimmed)?.memory} = read.problem;
	return problem(reason, suggestion && readMemory(suggestion, 'error').ok && suggestion);
};

/** The shortest Kubernetes form: `500m`, `2`, `1500m`. */
export const formatCpu = (millis: CpuMillis): string =>
	millis % 1000 === 0 ? String(millis / 1000) : `${millis}m`;

/** Binary units first: of two forms of one length the first is taken. */
const FORMAT_UNITS = [
	['Gi', 2 ** 30],
	['Mi', 2 ** 20],
	['Ki', 2 ** 10],
	['G', 1e9],
	['M', 1e6],
	['k', 1e3],
] as const;

/** The shortest exact Kubernetes form, always with a unit: `3Gi`, `1536Mi`, `3500M`, `107374.183k`. */
export const formatMemory = (size: Bytes): string => {
	const forms = FORMAT_UNITS.filter(([, scale]) => size % scale === 0).map(
		([suffix, scale]) => `${size / scale}${suffix}`,
	);
	const [first = `${toDecimal(fraction(size, 1000), 3)}k`, ...rest] = forms;
	return rest.reduce((short, form) => (form.length < short.length ? form : short), first);
};

/** True for `4G` and `3500M`, which are smaller than their `Gi` and `Mi` twins. */
export const isDecimalUnit = (text: string): boolean => /[\d.][kMGTPE]$/.test(text.trim());
