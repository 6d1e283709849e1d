import type {IsoDate} from '../units/calendar.ts';
import {VERDICTS, type Verdict} from './price-import.ts';
import type {PriceRecord} from './price-record.ts';

/** What `prices refresh` can ask for. */
export const PRICE_TOPICS = ['on-demand', 'spot', 'advice', 'eci'] as const;
export type PriceTopic = (typeof PRICE_TOPICS)[number];

/** What became of a price: what became of its record, or that there is none of use. */
export const REFRESH_OUTCOMES = [...VERDICTS, 'not-sold', 'unusable'] as const;
export type RefreshOutcome = Verdict | 'not-sold' | 'unusable';

export type RefreshCount = {
	readonly topic: PriceTopic;
	readonly outcome: RefreshOutcome;
	readonly count: number;
};

/** What a refresh asked for and what came of it. */
export type RefreshResult = {
	readonly region: string;
	/** What prices name as their source from now on. */
	readonly source: string;
	readonly asOf: IsoDate;
	/** Number of ECS types asked about. */
	readonly types: number;
	readonly topics: readonly PriceTopic[];
	/** How far back spot prices were asked for; 0 for the latest quotes alone. */
	readonly historyHours: number;
	/** Calls of the API, repeated ones included. */
	readonly calls: number;
	/** In the order of topics and outcomes, none of 0. */
	readonly counts: readonly RefreshCount[];
};

export const topicOf = ({kind}: PriceRecord): PriceTopic => {
	switch (kind) {
		case 'spot':
		case 'advice':
			return kind;
		case 'unit-prices':
			return 'eci';
		default:
			return 'on-demand';
	}
};

/** Counts outcomes by topic. */
export const refreshTally = () => {
	const counts = new Map<string, number>();
	const keyOf = (topic: PriceTopic, outcome: RefreshOutcome) => `${topic} ${outcome}`;
	const countOf = (topic: PriceTopic, outcome: RefreshOutcome) =>
		counts.get(keyOf(topic, outcome)) ?? 0;
	return {
		add: (topic: PriceTopic, outcome: RefreshOutcome): void => {
			counts.set(keyOf(topic, outcome), countOf(topic, outcome) + 1);
		},
		counts: (): readonly RefreshCount[] =>
			PRICE_TOPICS.flatMap(topic =>
				REFRESH_OUTCOMES.map(outcome => ({topic, outcome, count: countOf(topic, outcome)})),
			).filter(({count}) => count > 0),
	};
};

/** Records taken, of all topics. */
export const takenOf = (counts: readonly RefreshCount[]): number =>
	counts.reduce((sum, {outcome, count}) => sum + (outcome === 'taken' ? count : 0), 0);
