import type {MalformedReason} from '../../domain/rules/command-facts.ts';
import {report} from '../../domain/rules/rules.ts';
import {abortable, CallFailed} from './abortable.ts';
import {type Fault, isPassing} from './fault.ts';
import {backOff, type Limits, minuteLimit, OPERATIONS, type Operation, type Pace} from './pace.ts';
import {ProblemError} from './problem-error.ts';
import type {Secrets} from './secrets.ts';

/** An answer, or why the region has none for this type. */
export type Answer<T> =
	| {readonly ok: true; readonly value: T}
	| {readonly ok: false; readonly reason: 'not-sold' | 'disk'};

/** Asks until there is an answer; anything but an answer throws a problem. */
export type Caller = <T>(operation: Operation, ask: () => Promise<T>) => Promise<Answer<T>>;

export type CallerParts = {
	readonly pace: Pace;
	readonly limits: Limits;
	readonly signal: AbortSignal;
	readonly secrets: Secrets;
	readonly hostOf: (operation: Operation) => string;
	readonly onCall: () => void;
};

const productOf = (operation: Operation): string =>
	operation === 'DescribeContainerGroupPrice' ? 'eci' : 'ecs';

/** The words of a code and of an id; a service that sends more than that isn't quoted. */
const WORD = /^[\w.:* -]{1,80}$/;

export const malformed = (
	operation: Operation,
	reason: MalformedReason,
	subject = '',
): ProblemError => new ProblemError(4, report('refresh-malformed', {operation, reason, subject}));

type Lost = {readonly operation: Operation; readonly fault: Fault; readonly tries: number};

const problemOf = ({operation, fault, tries}: Lost, {secrets, hostOf}: CallerParts) => {
	const word = (text: string) => {
		const safe = secrets.hide(text);
		return WORD.test(safe) ? safe : '?';
	};
	switch (fault.kind) {
		case 'throttled':
			return report('refresh-throttled', {operation, tries});
		case 'unreachable':
			return report('refresh-unreachable', {host: hostOf(operation), reason: fault.reason, tries});
		case 'credentials':
			return report('refresh-credentials-refused', {code: word(fault.code)});
		case 'forbidden': {
			const permission = `${productOf(operation)}:${operation}`;
			return report('refresh-forbidden', {permission, code: word(fault.code)});
		}
		case 'failed': {
			const requestId = fault.requestId === null ? null : word(fault.requestId);
			return report('refresh-failed', {operation, code: word(fault.code), tries, requestId});
		}
		default:
			return report('refresh-malformed', {operation, reason: 'unreadable', subject: ''});
	}
};

/** A call by its outcome; whatever else is thrown ends the refresh. */
const attempt = async <T>(
	ask: () => Promise<T>,
	{pace, limits, signal}: CallerParts,
): Promise<{readonly value: T} | {readonly fault: Fault}> => {
	try {
		return {value: await abortable(ask, {pace, milliseconds: limits.requestMs, signal})};
	} catch (error) {
		if (error instanceof CallFailed) return {fault: error.fault};
		throw error;
	}
};

const afterMs = (fault: Fault, tries: number, random: number): number =>
	Math.max(backOff(tries, random), fault.kind === 'throttled' ? fault.afterMs : 0);

/** Keeps to the limits of each operation and tries again what may pass by itself. */
export const patientCaller = (parts: CallerParts): Caller => {
	const {pace, limits, signal, onCall} = parts;
	const turns = new Map(
		OPERATIONS.map(operation => [operation, minuteLimit(limits.callsPerMinute[operation], pace)]),
	);
	const isHopeless = (fault: Fault, tries: number): boolean =>
		!isPassing(fault) ||
		tries >= (fault.kind === 'throttled' ? limits.throttledTries : limits.failedTries);
	return async (operation, ask) => {
		for (let tries = 1; ; tries++) {
			await turns.get(operation)?.(signal);
			onCall();
			const outcome = await attempt(ask, parts);
			if ('value' in outcome) return {ok: true, value: outcome.value};
			const {fault} = outcome;
			if (fault.kind === 'not-sold' || fault.kind === 'disk')
				return {ok: false, reason: fault.kind};
			if (isHopeless(fault, tries))
				throw new ProblemError(4, problemOf({operation, fault, tries}, parts));
			await pace.pause(afterMs(fault, tries, pace.random()), signal);
		}
	};
};
