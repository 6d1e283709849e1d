import type {SpotPoint} from './overlay.ts';
import type {Instant} from './price-record.ts';

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

/** One point a moment, of two the one that was added last, and only those that change the price. */
const thinned = (points: readonly SpotPoint[]): readonly SpotPoint[] => {
	const sorted = [...new Map(points.map(point => [point[0], point])).values()].sort(byTime);
	const last = sorted.length - 1;
	return sorted.filter(([, price], index) => index === last || price !== sorted[index - 1]?.[1]);
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
			if (run?.perHour !== perHour) close();
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
