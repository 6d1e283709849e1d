import type {
	PriceApiAnswer,
	PriceApiProgress,
	PriceApiRequest,
} from '../../domain/pricing/price-api-types.ts';
import type {PriceTopic} from '../../domain/pricing/refresh-result.ts';
import {report} from '../../domain/rules/rules.ts';
import type {PriceApi} from '../../ports.ts';
import {abortable} from './abortable.ts';
import {patientCaller} from './caller.ts';
import {endpointOf} from './endpoint.ts';
import {inOrder} from './in-order.ts';
import {onDemandQuestions} from './on-demand.ts';
import {LIMITS, type Limits, type Operation, type Pace} from './pace.ts';
import {ProblemError} from './problem-error.ts';
import type {Asking, Question} from './questions.ts';
import {openSdk, type Sdk} from './sdk.ts';
import {secretKeeper} from './secrets.ts';
import {spotAdviceQuestions} from './spot-advice.ts';
import {spotHistoryQuestions} from './spot-history.ts';
import {unitPriceQuestions} from './unit-prices.ts';

export type PriceApiSettings = {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Up to when spot prices are asked for, in seconds since 1970. */
	readonly moment: number;
	readonly pace: Pace;
	readonly limits?: Limits;
};

const ECS_VARIABLE = 'ECI_PLAN_ECS_ENDPOINT';
const ECI_VARIABLE = 'ECI_PLAN_ECI_ENDPOINT';

const QUESTIONS: Readonly<Record<PriceTopic, (asking: Asking) => readonly Question[]>> = {
	'on-demand': onDemandQuestions,
	spot: spotHistoryQuestions,
	advice: spotAdviceQuestions,
	eci: unitPriceQuestions,
};

const hostOf = ({hosts}: Sdk, operation: Operation): string =>
	operation === 'DescribeContainerGroupPrice' ? hosts.eci : hosts.ecs;

type Run = {
	readonly request: PriceApiRequest;
	readonly settings: Required<PriceApiSettings>;
	readonly signal: AbortSignal;
	readonly progress: {done: number; total: number; calls: number};
	readonly onProgress: (progress: PriceApiProgress) => void;
};

const signIn = async (sdk: Sdk, {settings: {pace, limits}, signal}: Run): Promise<void> => {
	try {
		await abortable(sdk.signIn, {pace, milliseconds: limits.requestMs, signal});
	} catch {
		signal.throwIfAborted();
		throw new ProblemError(4, report('refresh-credentials-missing', {}));
	}
};

const openAsking = async (run: Run): Promise<Asking> => {
	const {request, settings, signal, progress, onProgress} = run;
	const {env, pace, limits} = settings;
	const secrets = secretKeeper();
	const ecsEndpoint = endpointOf(ECS_VARIABLE, env[ECS_VARIABLE]);
	const eciEndpoint = endpointOf(ECI_VARIABLE, env[ECI_VARIABLE]);
	const {region} = request;
	const timeoutMs = 2 * limits.requestMs;
	const sdk = await openSdk({region, ecsEndpoint, eciEndpoint, timeoutMs, secrets});
	await signIn(sdk, run);
	const onCall = () => {
		progress.calls++;
		onProgress({...progress});
	};
	const call = patientCaller({
		pace,
		limits,
		signal,
		secrets,
		hostOf: operation => hostOf(sdk, operation),
		onCall,
	});
	return {sdk, call, request, moment: settings.moment};
};

const answers = async function* (run: Run): AsyncGenerator<PriceApiAnswer> {
	const {request, settings, progress, onProgress} = run;
	const asking = await openAsking(run);
	const questions = request.topics.flatMap(topic => QUESTIONS[topic](asking));
	progress.total = questions.length;
	onProgress({...progress});
	for await (const batch of inOrder(questions, settings.limits.width)) {
		progress.done++;
		onProgress({...progress});
		yield* batch;
	}
};

/** Ends the calls when the time for all of them is up; says so in place of what they throw then. */
const withinTime = (run: Omit<Run, 'signal'>, signal: AbortSignal) => {
	const {settings, progress} = run;
	const {pace, limits} = settings;
	const stop = new AbortController();
	const finished = new AbortController();
	pace.expire(limits.overallMs, AbortSignal.any([signal, finished.signal])).then(
		() => {
			const {done, total} = progress;
			const minutes = Math.round(limits.overallMs / 60_000);
			stop.abort(new ProblemError(4, report('refresh-too-slow', {minutes, done, total})));
		},
		() => undefined,
	);
	return {signal: AbortSignal.any([signal, stop.signal]), stop, finished};
};

/** The price APIs of Alibaba Cloud through its SDK, with the SDK's own chain of credentials. */
export const alibabaPriceApi = (given: PriceApiSettings): PriceApi => ({
	fetch: async function* (request, signal, onProgress) {
		const settings = {limits: LIMITS, ...given};
		const base = {request, settings, progress: {done: 0, total: 0, calls: 0}, onProgress};
		const time = withinTime(base, signal);
		try {
			yield* answers({...base, signal: time.signal});
		} finally {
			time.finished.abort();
			// Whatever is still under way when a call has failed is of no use any more.
			time.stop.abort();
		}
	},
});
