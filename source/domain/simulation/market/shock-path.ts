import {exponential} from '../random/exponential.ts';
import {openStream, uniform} from '../random/stream.ts';
import type {LifeLaw} from './life-law.ts';
import {type MarketKey, startMarketStream} from './market-key.ts';
import {openTimeline} from './timeline.ts';

const SECONDS_PER_HOUR = 3600;

/** What hits the spot pods of one zone and spec together, on one path. */
export type ShockPath = {
	readonly open: (path: number) => void;
	/** The first second after `birth`, and at most `until`, at which a pod of that birth is hit; else Infinity. */
	readonly firstHit: (birth: number, until: number) => number;
};

const NO_SHOCKS: ShockPath = {
	open: () => undefined,
	firstHit: () => Number.POSITIVE_INFINITY,
};

export const openShockPath = ({shocksPerHour, exposure}: LifeLaw, key: MarketKey): ShockPath => {
	if (shocksPerHour === 0) return NO_SHOCKS;
	const meanSeconds = SECONDS_PER_HOUR / shocksPerHour;
	const stream = openStream();
	const marks: number[] = [];
	let current = -1;
	const shocks = openTimeline((last, index) => {
		marks[index] = uniform(stream);
		return last + Math.max(1, Math.round(exponential(stream) * meanSeconds));
	});
	return {
		open: path => {
			if (path === current) return;
			current = path;
			shocks.clear();
			startMarketStream(stream, path, key);
		},
		firstHit: (birth, until) => {
			for (let shock = shocks.passed(birth); ; shock++) {
				const at = shocks.at(shock);
				if (at > until) return Number.POSITIVE_INFINITY;
				const age = (at - birth) / SECONDS_PER_HOUR;
				if ((marks[shock] ?? 0) < exposure(age)) return at;
			}
		},
	};
};
