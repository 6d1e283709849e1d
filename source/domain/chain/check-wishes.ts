import type {Diagnostic} from '../diagnostics.ts';
import type {ChainRequest} from '../input/plan-request.ts';
import type {PinProblem} from '../rules/facts.ts';
import type {Log} from '../rules/log.ts';
import type {Chain} from './chain.ts';

/** Everything in the chain, also as the size or type that an entry is billed as. */
export const namesOf = ({entries, unknown}: Chain): ReadonlySet<string> =>
	new Set([
		...entries.flatMap(({token, billedAs}) => [token, billedAs]),
		...unknown.map(({token}) => token),
	]);

const problemOf = (token: string, found: readonly Diagnostic[]): PinProblem | null => {
	const problem = found.find(each => each.rule === 'pin-unusable' && each.facts.token === token);
	return problem?.rule === 'pin-unusable' ? problem.facts.reason : null;
};

/**
 * Reports where a chain of one's own isn't what pins and avoided specs ask of one that is picked, by what
 * was found while picking; true where one that is picked does better.
 */
export const checkWishes = (
	own: Chain,
	{pinned, avoided}: ChainRequest,
	found: readonly Diagnostic[],
	log: Log,
): boolean => {
	const names = namesOf(own);
	const missing = pinned
		.filter(token => !names.has(token))
		.map(token => ({token, problem: problemOf(token, found)}));
	const unwanted = avoided.filter(token => names.has(token));
	for (const facts of missing) log.add('pin-missing', facts, 'chain.pin');
	for (const token of unwanted) log.add('avoided-named', {token}, 'chain.avoid');
	return unwanted.length > 0 || missing.some(({problem}) => problem === null);
};
