import type {UnreachableReason} from '../../domain/rules/command-facts.ts';
import {errorCode} from '../file-reason.ts';

/** What is wrong with a call that brought no answer to use. */
export type Fault =
	/** The region doesn't sell the type. */
	| {readonly kind: 'not-sold'}
	/** The type takes no system disk of the kind that was asked for. */
	| {readonly kind: 'disk'}
	/** `afterMs`: when the API says that it may be called again. */
	| {readonly kind: 'throttled'; readonly afterMs: number}
	| {readonly kind: 'unreachable'; readonly reason: UnreachableReason}
	| {
			readonly kind: 'failed';
			readonly status: number;
			readonly code: string;
			readonly requestId: string | null;
	  }
	| {readonly kind: 'credentials'; readonly code: string}
	| {readonly kind: 'forbidden'; readonly code: string}
	| {readonly kind: 'unreadable'};

/** Nobody answered within the time that was given. */
export class NoAnswer extends Error {}

const UNREACHABLE: Readonly<Record<string, UnreachableReason>> = {
	ENOTFOUND: 'not-found',
	EAI_AGAIN: 'not-found',
	ECONNREFUSED: 'refused',
	EHOSTUNREACH: 'refused',
	ENETUNREACH: 'refused',
	EACCES: 'refused',
	ECONNRESET: 'cut-off',
	EPIPE: 'cut-off',
	ERR_STREAM_PREMATURE_CLOSE: 'cut-off',
	ETIMEDOUT: 'no-answer',
};

const CERTIFICATE = /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO_VERIFY|EPROTO/;

const NOT_SOLD = /^(?:InvalidInstanceType|InstanceType\.|PriceNotFound|OperationDenied\.NoStock)/;
const DISK = /^Invalid(?:System)?Disk(?:Category|Size)?\b/;
const CREDENTIALS =
	/^(?:InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|InvalidSecurityToken|InvalidTimeStamp|MissingAccessKeyId|MissingSecurityToken|InvalidCredentials|SignatureNonceUsed)/;
/** `Forbbiden` is how DescribePrice spells it. */
const FORBIDDEN = /^(?:Forb+id+en|NoPermission|NotAuthorized|Unauthorized|RegionUnauthorized)/;
const THROTTLED = /Throttl/i;

const fieldOf = (holder: unknown, name: string): unknown =>
	typeof holder === 'object' && holder !== null
		? Object.entries(holder).find(([key]) => key === name)?.[1]
		: undefined;

const textOf = (holder: unknown, name: string): string => {
	const value = fieldOf(holder, name);
	return typeof value === 'string' ? value : '';
};

const statusOf = (error: unknown): number => {
	const own = fieldOf(error, 'statusCode') ?? fieldOf(fieldOf(error, 'data'), 'statusCode');
	return typeof own === 'number' ? own : 0;
};

const requestIdOf = (error: unknown): string | null =>
	textOf(error, 'requestId') || textOf(fieldOf(error, 'data'), 'RequestId') || null;

const afterOf = (error: unknown): number => {
	const after = fieldOf(error, 'retryAfter');
	return typeof after === 'number' && after > 0 ? after : 0;
};

/** What the service itself said, by its code and the status of its answer. */
const serviceFault = (code: string, status: number, error: unknown): Fault => {
	if (THROTTLED.test(code) || status === 429) return {kind: 'throttled', afterMs: afterOf(error)};
	if (NOT_SOLD.test(code)) return {kind: 'not-sold'};
	if (DISK.test(code)) return {kind: 'disk'};
	if (CREDENTIALS.test(code)) return {kind: 'credentials', code};
	if (FORBIDDEN.test(code) || status === 403) return {kind: 'forbidden', code: code || '403'};
	return {kind: 'failed', status, code: code || `HTTP ${status}`, requestId: requestIdOf(error)};
};

const systemFault = (error: unknown, code: string): Fault | null => {
	if (error instanceof NoAnswer || (error instanceof Error && /Timeout/.test(error.name)))
		return {kind: 'unreachable', reason: 'no-answer'};
	if (Object.hasOwn(UNREACHABLE, code))
		return {kind: 'unreachable', reason: UNREACHABLE[code] ?? 'other'};
	if (CERTIFICATE.test(code)) return {kind: 'unreachable', reason: 'certificate'};
	const isSystem = error instanceof Error && ('syscall' in error || 'errno' in error);
	return isSystem ? {kind: 'unreachable', reason: 'other'} : null;
};

/**
 * Sorts what the SDK throws. Its messages never go any further: they hold addresses with signatures,
 * headers, and the content of files that keep keys. `status` is that of the answer, 0 without one.
 */
export const faultOf = (error: unknown, status: number): Fault => {
	const code = errorCode(error);
	const system = systemFault(error, code);
	if (system) return system;
	const told = statusOf(error) || status;
	return told >= 400
		? serviceFault(code === 'undefined' ? '' : code, told, error)
		: {kind: 'unreadable'};
};

/** Worth another try: it may pass by itself. */
export const isPassing = (fault: Fault): boolean => {
	switch (fault.kind) {
		case 'throttled':
			return true;
		case 'unreachable':
			return fault.reason === 'no-answer' || fault.reason === 'cut-off';
		case 'failed':
			return fault.status >= 500;
		default:
			return false;
	}
};
