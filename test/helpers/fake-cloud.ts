import {createHash, createHmac} from 'node:crypto';
import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Operation} from '../../source/adapters/alibaba-cloud/pace.ts';

/** Keys that must never be seen anywhere but in a signature. */
export const KEY_ID = 'LTAI5tCanaryKeyId0000001';
export const KEY_SECRET = 'CanarySecretMustNeverBeSeen02';
export const SECURITY_TOKEN = 'CAISCanaryTokenMustNeverBeSeen03';

export const CREDENTIALS = {
	ALIBABA_CLOUD_ACCESS_KEY_ID: KEY_ID,
	ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY_SECRET,
} as const;

/** No other source of credentials than the environment: no instance to ask, no file at home. */
export const NO_OTHER_CREDENTIALS = {
	ALIBABA_CLOUD_ACCESS_KEY_ID: '',
	ALIBABA_CLOUD_ACCESS_KEY_SECRET: '',
	ALIBABA_CLOUD_SECURITY_TOKEN: '',
	ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
	ALIBABA_CLOUD_CREDENTIALS_URI: '',
	HOME: '/nowhere',
} as const;

/** A call as the cloud sees it. */
export type CloudCall = {
	readonly operation: string;
	readonly version: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: IncomingMessage['headers'];
	/** Which call of this operation it is, from 1. */
	readonly count: number;
};

/** What to answer: JSON with 200, or whatever the function does with the response. */
export type Reply = object | ((response: ServerResponse) => void);
export type Replies = Readonly<Record<Operation, (call: CloudCall) => Reply>>;

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const encoded = (text: string): string =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** The signature by the description of "ACS3-HMAC-SHA256", of a request without a body. */
const signatureOf = (request: IncomingMessage, query: URLSearchParams, signed: string): string => {
	const sorted = new URLSearchParams(query);
	// By the name alone: `InstanceTypes.1` stands before `InstanceTypes.10`.
	sorted.sort();
	const canonicalQuery = [...sorted]
		.map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
		.join('&');
	const canonicalHeaders = signed
		.split(';')
		.map(name => `${name}:${String(request.headers[name]).trim()}\n`)
		.join('');
	const canonical = ['POST', '/', canonicalQuery, canonicalHeaders, signed, hex('')].join('\n');
	return createHmac('sha256', KEY_SECRET)
		.update(`ACS3-HMAC-SHA256\n${hex(canonical)}`)
		.digest('hex');
};

const MUST_BE_SIGNED = ['host', 'x-acs-action', 'x-acs-date', 'x-acs-version'];

/** What is wrong with the signature of a request, if anything. */
const signatureFault = (request: IncomingMessage, query: URLSearchParams): string | null => {
	const [, keyId, signed = '', signature] =
		/^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
			request.headers.authorization ?? '',
		) ?? [];
	if (request.method !== 'POST') return 'method';
	if (keyId !== KEY_ID) return 'key';
	if (!MUST_BE_SIGNED.every(name => signed.split(';').includes(name))) return 'signed headers';
	return signature === signatureOf(request, query, signed) ? null : 'signature';
};

export const json = (response: ServerResponse, status: number, body: unknown): void => {
	response.writeHead(status, {'content-type': 'application/json;charset=utf-8'});
	response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** How the cloud says no. */
export const refusal =
	(status: number, code: string, more: object = {}): Reply =>
	response =>
		json(response, status, {Code: code, Message: 'No.', RequestId: 'request-1', ...more});

export type FakeCloud = {
	readonly url: string;
	readonly calls: readonly CloudCall[];
	/** What was wrong with signatures. */
	readonly faults: readonly string[];
	/** Resolves when the server has as many calls of an operation. */
	readonly called: (operation: Operation, count: number) => Promise<void>;
	/** Resolves when no connection has a call under way. */
	readonly idle: () => Promise<void>;
	readonly close: () => Promise<void>;
};

/** The price APIs on the loopback interface; each request has to be signed with the keys above. */
export const fakeCloud = async (replies: Replies): Promise<FakeCloud> => {
	const calls: CloudCall[] = [];
	const faults: string[] = [];
	const waiting: (() => void)[] = [];
	let open = 0;
	const check = () => {
		for (const look of [...waiting]) look();
	};
	const until = (isSo: () => boolean): Promise<void> =>
		new Promise(resolve => {
			const look = () => {
				if (!isSo()) return;
				waiting.splice(waiting.indexOf(look), 1);
				resolve();
			};
			waiting.push(look);
			look();
		});
	const countOf = (operation: string) => calls.filter(call => call.operation === operation).length;
	const server = createServer((request, response) => {
		const {searchParams} = new URL(request.url ?? '', 'http://cloud');
		const operation = String(request.headers['x-acs-action']);
		const fault = signatureFault(request, searchParams);
		if (fault) faults.push(`${operation}: ${fault}`);
		const call: CloudCall = {
			operation,
			version: String(request.headers['x-acs-version']),
			query: Object.fromEntries(searchParams),
			headers: request.headers,
			count: countOf(operation) + 1,
		};
		open++;
		response.on('close', () => {
			open--;
			check();
		});
		calls.push(call);
		const reply = Object.hasOwn(replies, operation)
			? replies[operation as Operation](call)
			: refusal(404, 'InvalidAction.NotFound');
		if (typeof reply === 'function') reply(response);
		else json(response, 200, reply);
		check();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		calls,
		faults,
		called: (operation, count) => until(() => countOf(operation) >= count),
		idle: () => until(() => open === 0),
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
};
