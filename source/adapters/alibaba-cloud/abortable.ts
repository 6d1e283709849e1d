import {AsyncLocalStorage} from 'node:async_hooks';
import {subscribe} from 'node:diagnostics_channel';
import type {ClientRequest, IncomingMessage} from 'node:http';
import {type Fault, faultOf, NoAnswer} from './fault.ts';
import type {Pace} from './pace.ts';

/** What one call has under way. */
type Traffic = {readonly requests: Set<ClientRequest>; status: number};

const traffic = new AsyncLocalStorage<Traffic>();
const trafficOf = new WeakMap<ClientRequest, Traffic>();

/** The SDK takes no signal, so its requests are written down as Node starts them. */
const watch = (() => {
	let isWatching = false;
	return () => {
		if (isWatching) return;
		isWatching = true;
		subscribe('http.client.request.start', message => {
			const {request} = message as {readonly request: ClientRequest};
			const current = traffic.getStore();
			if (!current) return;
			current.requests.add(request);
			trafficOf.set(request, current);
		});
		subscribe('http.client.response.finish', message => {
			const {request, response} = message as {
				readonly request: ClientRequest;
				readonly response: IncomingMessage;
			};
			const current = trafficOf.get(request);
			if (current) current.status = response.statusCode ?? 0;
		});
	};
})();

/** A call that brought nothing, and why. */
export class CallFailed extends Error {
	readonly fault: Fault;

	constructor(fault: Fault) {
		super(fault.kind);
		this.fault = fault;
	}
}

/**
 * The result of `work`, unless it takes too long or the signal is aborted: then its connections are
 * closed at once. Whatever goes wrong is told as a fault, and nothing of what the SDK says about it.
 */
export const abortable = async <T>(
	work: () => Promise<T>,
	{pace, milliseconds, signal}: {pace: Pace; milliseconds: number; signal: AbortSignal},
): Promise<T> => {
	watch();
	signal.throwIfAborted();
	const current: Traffic = {requests: new Set(), status: 0};
	const settled = new AbortController();
	const late = pace
		.expire(milliseconds, AbortSignal.any([signal, settled.signal]))
		.then((): never => {
			throw new NoAnswer();
		});
	try {
		return await Promise.race([traffic.run(current, work), late]);
	} catch (error) {
		for (const request of current.requests) request.destroy();
		signal.throwIfAborted();
		throw new CallFailed(faultOf(error, current.status));
	} finally {
		settled.abort();
	}
};
