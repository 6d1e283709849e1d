import type {SpotPoint} from './overlay.ts';
import type {Instant} from './price-record.ts';

/** Of longer silence nobody knows what it hides: the API keeps 30 days. */
export const LONGEST_SILENCE = 30 * 24 * 3600;

/**
 * Collects the spot prices of one type and zone in any order. A run of one price is kept as its two
 * ends, so that hourly stamps of a price that rarely changes take little room.
 */
export type SeriesBuilder = {
	/** True for the latest moment so far. */
	readonly add: (at: Instant, perHour: string) => boolean;
	/** In the order of time: each change, and the last moment that is known. */
	readonly points: () => readonly SpotPoint[];
};

const byTime = ([a]: SpotPoint, [b]: SpotPoint): number => a - b;

/**
 * One point a moment, of two the one that was added last, and only those that change the price or keep
 * what is known apart from silence: a price that is known to last is told again before it has lasted too long.
 */
const thinned = (points: readonly SpotPoint[]): readonly SpotPoint[] => {
	const sorted = [...new Map(points.map(point => [point[0], point])).values()].sort(byTime);
	let kept = Number.NEGATIVE_INFINITY;
	return sorted.filter(([at, price], index) => {
		const before = sorted[index - 1];
		const after = sorted[index + 1];
		const isChange = !before || price !== before[1] || at - before[0] > LONGEST_SILENCE;
		const isNeeded = isChange || !after || after[0] - kept > LONGEST_SILENCE;
		if (isNeeded) kept = at;
		return isNeeded;
	});
};

export const seriesBuilder = (known: readonly SpotPoint[]): SeriesBuilder => {
	const closed: SpotPoint[] = [...known];
	let latest = known.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
	let run: {readonly from: Instant; readonly to: Instant; readonly perHour: string} | null = null;
	const close = () => {
		if (run) closed.push([run.from, run.perHour], [run.to, run.perHour]);
		run = null;
	};
	return {
		add: (at, perHour) => {
			const [from, to] = [Math.min(at, run?.from ?? at), Math.max(at, run?.to ?? at)];
			if (run?.perHour !== perHour || to - from > LONGEST_SILENCE) close();
			run = {from: Math.min(at, run?.from ?? at), to: Math.max(at, run?.to ?? at), perHour};
			const isLatest = at >= latest;
			latest = Math.max(latest, at);
			return isLatest;
		},
		points: () => {
			close();
			return thinned(closed);
		},
	};
};
