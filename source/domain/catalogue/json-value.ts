import type {ValueReason} from '../rules/facts.ts';
import {isAddress} from './entry-value.ts';
import type {JsonKind} from './value-format.ts';

type JsonMap = {readonly [key: string]: unknown};

const isMap = (value: unknown): value is JsonMap =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a text that is JSON; undefined for any other. */
export const parsedJson = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const isHostName = (value: unknown): boolean =>
	typeof value === 'string' && /^[A-Za-z0-9](?:[-A-Za-z0-9.]{0,251}[A-Za-z0-9])?$/.test(value);

const isIp = (value: unknown): boolean =>
	typeof value === 'string' && (isAddress(value) || /^[0-9a-fA-F:]*:[0-9a-fA-F:.]+$/.test(value));

const isHostEntry = (value: unknown): boolean =>
	isMap(value) &&
	Object.keys(value).every(key => key === 'host' || key === 'ip') &&
	isHostName(value['host']) &&
	isIp(value['ip']);

const isStringList = (value: unknown): boolean =>
	Array.isArray(value) && value.every(item => typeof item === 'string');

/** As `dnsConfig` of a pod; `options` may have forms of their own. */
const isDnsConfig = (value: unknown): boolean =>
	isMap(value) &&
	Object.keys(value).length > 0 &&
	Object.entries(value).every(([key, part]) =>
		key === 'nameservers' || key === 'searches' ? isStringList(part) : key === 'options',
	);

const HOLDS: Readonly<Record<JsonKind, (value: unknown) => boolean>> = {
	'host-entries': value => Array.isArray(value) && value.length > 0 && value.every(isHostEntry),
	'dns-config': isDnsConfig,
	// The value is text there too: true without quotes is not taken.
	encryption: value =>
		isMap(value) &&
		Object.keys(value).length === 1 &&
		(value['encrypted'] === 'true' || value['encrypted'] === 'false'),
};

/** What is wrong with a value that has to be JSON [facts §1.2], or null. */
export const checkJson = (holds: JsonKind, value: string): ValueReason | null =>
	HOLDS[holds](parsedJson(value)) ? null : holds;
