import {err, ok, type Result} from './result.ts';

/** An IPv4 range as `10.0.0.0/24`. */
export type Cidr = {readonly text: string; readonly start: number; readonly prefix: number};

export type CidrProblem = {
	readonly reason: 'malformed' | 'prefix' | 'overlap';
	readonly suggestion?: string;
};

/** What a vSwitch may span [CreateVSwitch]. */
const WIDEST_PREFIX = 16;
const NARROWEST_PREFIX = 29;
/** The first address and the last three of a vSwitch belong to the system [CreateVSwitch]. */
const RESERVED_ADDRESSES = 4;

const PATTERN = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

const toAddress = (value: number): string =>
	[24, 16, 8, 0].map(shift => Math.floor(value / 2 ** shift) % 256).join('.');

/** Reads the range of a vSwitch; bits behind the prefix must be 0. */
export const parseCidr = (text: string): Result<Cidr, CidrProblem> => {
	const match = PATTERN.exec(text.trim());
	if (!match) return err({reason: 'malformed'});
	const [a, b, c, d, prefix] = match.slice(1).map(Number);
	const octets = [a, b, c, d].map(octet => octet ?? 256);
	if (prefix === undefined || octets.some(octet => octet > 255)) return err({reason: 'malformed'});
	if (prefix < WIDEST_PREFIX || prefix > NARROWEST_PREFIX) return err({reason: 'prefix'});
	const address = octets.reduce((value, octet) => value * 256 + octet, 0);
	const size = 2 ** (32 - prefix);
	const start = address - (address % size);
	if (start !== address)
		return err({reason: 'malformed', suggestion: `${toAddress(start)}/${prefix}`});
	return ok({text: text.trim(), start, prefix});
};

/** Whether the ranges have an address in common; of two, one holds the other or they lie apart. */
export const overlaps = (one: Cidr, other: Cidr): boolean => {
	const size = 2 ** (32 - Math.min(one.prefix, other.prefix));
	return Math.floor(one.start / size) === Math.floor(other.start / size);
};

/** Addresses that pods can have. */
export const usableAddresses = ({prefix}: Cidr): number => 2 ** (32 - prefix) - RESERVED_ADDRESSES;
