import type {Diagnostic} from '../domain/diagnostics.ts';
import type {RuleFacts, RuleId} from '../domain/rules/facts.ts';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, Problem} from '../ports.ts';

/** 0 done · 1 our bug · 2 bad usage or content · 3 a gate failed · 4 the outside failed · 130 interrupted. */
export const EXIT = {done: 0, bug: 1, usage: 2, gate: 3, outside: 4, interrupted: 130} as const;

/** An expected end: what to say and the exit code. Thrown by commands, caught by `run` alone. */
export class Failure extends Error {
	readonly exitCode: 2 | 3 | 4;
	readonly diagnostics: readonly Diagnostic[];

	constructor(exitCode: 2 | 3 | 4, diagnostics: readonly Diagnostic[]) {
		super(diagnostics.map(({rule}) => rule).join(', '));
		this.exitCode = exitCode;
		this.diagnostics = diagnostics;
	}
}

/**
 * Errors, and what else there is to know about the same places. Of several values of one flag, each is a
 * place before it is called by the flag.
 */
export const aboutErrors = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
	const errors = diagnostics.filter(({severity}) => severity === 'error');
	const places = new Set(errors.flatMap(({path}) => path ?? []));
	return diagnostics.filter(one => errors.includes(one) || places.has(one.path ?? ''));
};

/** What ended a command. */
export const endingOf = ({diagnostics}: Failure): readonly Diagnostic[] => aboutErrors(diagnostics);

/** Bad usage, told by one rule. `place` is a flag or a file. */
export const usageFailure = <R extends RuleId>(
	rule: R,
	facts: RuleFacts[R],
	place?: string,
): Failure => new Failure(2, [report(rule, facts, place)]);

/** The value of an attempt; its problem becomes the end of the command. */
export const orFail = <T>(attempt: Attempt<T>): T => {
	if (attempt.ok) return attempt.value;
	throw new Failure(attempt.problem.exitCode, attempt.problem.diagnostics);
};

/** An adapter that has no attempt to hand back throws an error that carries its problem. */
const carriesProblem = (error: unknown): error is Error & {readonly problem: Problem} =>
	error instanceof Error && 'problem' in error;

const failureAt = (place: string, {exitCode, diagnostics}: Problem): Failure =>
	new Failure(
		exitCode,
		diagnostics.map((diagnostic): Diagnostic => ({...diagnostic, path: place})),
	);

/** Does `work`; a problem that it carries is told under the flag or variable that it came from. */
export const doneAt = async <T>(place: string, work: () => Promise<T>): Promise<T> => {
	try {
		return await work();
	} catch (error) {
		throw carriesProblem(error) ? failureAt(place, error.problem) : error;
	}
};

/** The same, its problem told under the flag or variable that the value came from. */
export const orFailAt = <T>(place: string, attempt: Attempt<T>): T => {
	if (attempt.ok) return attempt.value;
	throw failureAt(place, attempt.problem);
};

/** What was thrown, as an expected end; null for a bug. */
export const failureOf = (error: unknown): Failure | null => {
	if (error instanceof Failure) return error;
	return carriesProblem(error)
		? new Failure(error.problem.exitCode, error.problem.diagnostics)
		: null;
};

/** Does `work` for somebody who goes on after a failure. */
export const attempted = async <T>(work: () => Promise<T>): Promise<Attempt<T>> => {
	try {
		return {ok: true, value: await work()};
	} catch (error) {
		const failure = failureOf(error);
		if (!failure) throw error;
		const {exitCode, diagnostics} = failure;
		return {ok: false, problem: {exitCode: exitCode === 4 ? 4 : 2, diagnostics}};
	}
};
