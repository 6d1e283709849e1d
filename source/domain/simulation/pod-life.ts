import type {SimulationModel} from './simulation-model.ts';
import type {Spells} from './spells.ts';
import type {Try} from './way.ts';

const SECONDS_PER_HOUR = 3600;

/** The second at which a spot pod that started at `start` is taken away; Infinity for not before `until`. */
export type Release = (
	bought: Try,
	path: number,
	start: number,
	ownHazard: number,
	until: number,
) => number;

/**
 * A pod is safe until its protection ends; then price and stock are looked at in steps counted from
 * that moment, and a pod that has to go gets its notice [facts/simulation §2].
 */
export const openRelease = ({market}: SimulationModel): Release => {
	const {protectionSeconds, checkSeconds, noticeSeconds} = market;
	/** The first check at `second` or later, but never at the end of protection itself. */
	const checkFrom = (second: number, born: number): number => {
		if (checkSeconds === 0) return second;
		return born + Math.max(1, Math.ceil((second - born) / checkSeconds)) * checkSeconds;
	};
	/** The first check that falls into a spell. */
	const firstFound = (spells: Spells, born: number, until: number): number => {
		let second = spells.from(born, until);
		while (second <= until) {
			const check = checkFrom(second, born);
			const end = spells.end(second, check);
			if (check < end) return check;
			second = spells.from(end, until);
		}
		return Number.POSITIVE_INFINITY;
	};
	return (bought, path, start, ownHazard, until) => {
		const {life, shocks, spotStock} = bought.offer;
		const born = start + protectionSeconds;
		if (born > until) return Number.POSITIVE_INFINITY;
		const hit = (second: number) => checkFrom(Math.max(second, start + 1), born);
		shocks.open(path);
		spotStock.open(path);
		let found = hit(born + Math.round(life.ownAge(ownHazard) * SECONDS_PER_HOUR));
		found = Math.min(found, hit(shocks.firstHit(born, Math.min(found, until))));
		for (const spells of bought.spells)
			found = Math.min(found, firstFound(spells, born, Math.min(found, until)));
		return found + noticeSeconds;
	};
};
