import type {ValueReason} from '../rules/facts.ts';
import type {EntryKind} from './value-format.ts';

export const isAddress = (text: string): boolean =>
	/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every(part => Number(part) <= 255);

const matches =
	(pattern: RegExp) =>
	(text: string): boolean =>
		pattern.test(text);

const LARGEST_PORT = 65_535;

const isRegistry = (text: string): boolean => {
	const match = /^[A-Za-z0-9](?:[-A-Za-z0-9.]{0,251}[A-Za-z0-9])?(?::(\d{1,5}))?$/.exec(text);
	return match !== null && Number(match[1] ?? 1) >= 1 && Number(match[1] ?? 1) <= LARGEST_PORT;
};

/** Patterns of facts §1.2. */
const ENTRIES: Readonly<Record<EntryKind, (text: string) => boolean>> = {
	family: matches(/^-?ecs\.[a-z0-9]{1,20}$/),
	generation: matches(/^-?[4-8]$/),
	category: matches(/^(?:economy|general)$/),
	tag: matches(/^[^:,]{1,128}:[^:,]{1,128}$/),
	registry: isRegistry,
	'acr-instance': matches(/^(?:[a-z]{2}-[a-z0-9-]{1,30}:)?cri-[a-z0-9]{1,64}$/),
	'role-arn': matches(/^acs:ram::\d{1,32}:(?:role|user)\/[A-Za-z0-9.@_/-]{1,128}$/),
	// Whole driver versions are of before 2025-03-17.
	'gpu-driver': matches(/^tesla=\d{3}(?:\.\d{1,3}){0,2}$/),
	folder: matches(/^\/\S{0,1022}$/),
	'byte-rate': matches(/^[1-9]\d{0,11}(?:k|K|M|G|Ki|Mi|Gi)?$/),
	'bit-rate': matches(/^[1-9]\d{0,5}M$/),
	'ip-address': isAddress,
};

export const checkEntries = (
	{entry, maximum}: {readonly entry: EntryKind; readonly maximum: number},
	value: string,
): ValueReason | null => {
	const entries = maximum === 1 ? [value] : value.split(',').map(part => part.trim());
	if (entries.length > maximum) return 'too-many';
	return entries.every(ENTRIES[entry]) ? null : entry;
};

const UNIT_BYTES: Readonly<Record<string, number>> = {
	'': 1,
	k: 1000,
	K: 1000,
	M: 1000 ** 2,
	G: 1000 ** 3,
	Ki: 1024,
	Mi: 1024 ** 2,
	Gi: 1024 ** 3,
};

/** `40M` is 40 million bytes a second, so 320 Mbit/s [D-BW]. */
export const byteRateInMegabits = (value: string): number => {
	const [, count = '0', unit = ''] = /^(\d+)([a-zA-Z]*)$/.exec(value) ?? [];
	return (Number(count) * (UNIT_BYTES[unit] ?? 0) * 8) / 1_000_000;
};
