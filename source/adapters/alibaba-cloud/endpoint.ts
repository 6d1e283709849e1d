import {report} from '../../domain/rules/rules.ts';
import {ProblemError} from './problem-error.ts';

/** Where an API is called, as the SDK takes it. */
export type Endpoint = {readonly endpoint: string; readonly protocol: 'HTTP' | 'HTTPS'};

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Without what may be a password. */
const shown = (value: string): string => value.replace(/^.*@/s, '…@');

const wrong = (variable: string, value: string, reason: 'url' | 'insecure' | 'path') =>
	new ProblemError(2, report('refresh-endpoint-invalid', {value: shown(value), reason}, variable));

/** The address in a variable, or null for the usual one of the region. Keys are sent to it. */
export const endpointOf = (variable: string, value: string | undefined): Endpoint | null => {
	if (!value) return null;
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.host === '')
		throw wrong(variable, value, 'url');
	if (url.username || url.password || url.pathname !== '/' || url.search || url.hash)
		throw wrong(variable, value, 'path');
	if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
		throw wrong(variable, value, 'insecure');
	return {endpoint: url.host, protocol: url.protocol === 'http:' ? 'HTTP' : 'HTTPS'};
};
