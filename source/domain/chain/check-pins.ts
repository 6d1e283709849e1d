import type {ChainRequest} from '../input/plan-request.ts';
import type {PinProblem} from '../rules/facts.ts';
import type {Log} from '../rules/log.ts';
import type {Candidate, RejectedSpec} from './candidates.ts';

/** Reports each pinned spec that can't stand in the chain, and why. */
export const checkPins = (
	candidates: readonly Candidate[],
	rejected: readonly RejectedSpec[],
	{pinned, maxSpecs}: ChainRequest,
	log: Log,
): void => {
	const usable = candidates.filter(({token}) => pinned.includes(token));
	const kinds = new Map(usable.map(({token, kind}) => [token, kind]));
	const problemOf = (token: string, place: number): PinProblem | null => {
		const kind = kinds.get(token);
		if (kind === undefined) return rejected.find(({spec}) => spec === token)?.reason ?? 'unknown';
		if (usable.some(other => pinned.indexOf(other.token) < place && other.kind !== kind))
			return 'mixed';
		return place >= maxSpecs ? 'no-room' : null;
	};
	for (const [place, token] of pinned.entries()) {
		const reason = problemOf(token, place);
		if (reason) log.add('pin-unusable', {token, reason}, 'chain.pin');
	}
};
