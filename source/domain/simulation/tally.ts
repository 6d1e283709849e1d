import {type PricePath, RATIO_UNITS} from './market/price-path.ts';
import type {SimulationModel} from './simulation-model.ts';
import type {Try} from './way.ts';

const SECONDS_PER_HOUR = 3600;

/** What one strategy comes to on one path. */
export type Tally = {
	billedSeconds: number;
	interruptions: number;
	servedSeconds: number;
	fallbackSeconds: number;
	runsInTime: number;
	/** By entry. */
	readonly onDemandSeconds: Float64Array;
	readonly spotSeconds: Float64Array;
	readonly spotRatioSeconds: Float64Array;
	/** Cost within each cell. */
	readonly cells: Float64Array;
	/** On-demand pod-seconds by clock hour, where reserved instances are matched; else empty. */
	readonly hourly: Float64Array;
};

/** Writes down what pods are billed for. */
export type Biller = {
	readonly onDemand: (tally: Tally, bought: Try, from: number, to: number) => void;
	/** At the price of its start while it is protected, then at the price of the moment. */
	readonly spot: (tally: Tally, bought: Try, startedAt: number, from: number, to: number) => void;
};

export const emptyTally = ({entries, cells}: SimulationModel, hours: number): Tally => ({
	billedSeconds: 0,
	interruptions: 0,
	servedSeconds: 0,
	fallbackSeconds: 0,
	runsInTime: 0,
	onDemandSeconds: new Float64Array(entries.length),
	spotSeconds: new Float64Array(entries.length),
	spotRatioSeconds: new Float64Array(entries.length),
	cells: new Float64Array(cells),
	hourly: new Float64Array(hours),
});

export const clearTally = (tally: Tally): void => {
	tally.billedSeconds = 0;
	tally.interruptions = 0;
	tally.servedSeconds = 0;
	tally.fallbackSeconds = 0;
	tally.runsInTime = 0;
	tally.onDemandSeconds.fill(0);
	tally.spotSeconds.fill(0);
	tally.spotRatioSeconds.fill(0);
	tally.cells.fill(0);
	tally.hourly.fill(0);
};

const add = (column: Float64Array, index: number, amount: number): void => {
	column[index] = (column[index] ?? 0) + amount;
};

/** Adds a rate for the time between two seconds, cell by cell; the last cell has no end. */
const addRate = (
	cells: Float64Array,
	cellSeconds: number,
	rate: number,
	from: number,
	to: number,
): void => {
	const last = cells.length - 1;
	for (let start = from; start < to; ) {
		const cell = Math.min(last, Math.floor(start / cellSeconds));
		const end = cell === last ? to : Math.min(to, (cell + 1) * cellSeconds);
		add(cells, cell, rate * (end - start));
		start = end;
	}
};

/** A bill from second `from` on: at a locked price until `free`, at the price of the moment after it. */
type SpotBill = {
	readonly price: PricePath;
	readonly locked: number;
	readonly from: number;
	readonly free: number;
	/** What the market has summed up where the bill begins to follow it. */
	readonly passed: number;
};

/** Units × seconds of a bill until a second. */
const unitSeconds = ({price, locked, from, free, passed}: SpotBill, until: number): number => {
	if (until <= free) return locked * (until - from);
	const atMarket = price.unitSeconds(until) - passed;
	return free > from ? locked * (free - from) + atMarket : atMarket;
};

export const openBiller = ({entries, cellSeconds, market}: SimulationModel): Biller => {
	const {protectionSeconds} = market;
	const onDemandRates = entries.map(({onDemandPerHour}) => onDemandPerHour / SECONDS_PER_HOUR);
	const unitRates = entries.map(
		({spotBasePerHour}) => (spotBasePerHour ?? 0) / SECONDS_PER_HOUR / RATIO_UNITS,
	);
	const storageRates = entries.map(({storagePerHour}) => storagePerHour / SECONDS_PER_HOUR);
	return {
		onDemand: (tally, {offer: {entry}}, from, to) => {
			add(tally.onDemandSeconds, entry, to - from);
			tally.billedSeconds += to - from;
			addRate(tally.cells, cellSeconds, onDemandRates[entry] ?? 0, from, to);
			if (tally.hourly.length > 0) addRate(tally.hourly, SECONDS_PER_HOUR, 1, from, to);
		},
		spot: (tally, {offer: {entry, price}}, startedAt, from, to) => {
			const {cells} = tally;
			const last = cells.length - 1;
			const free = startedAt + protectionSeconds;
			const passed = to > free ? price.unitSeconds(Math.max(from, free)) : 0;
			const due = {price, locked: price.unitsAt(startedAt), from, free, passed};
			const unitRate = unitRates[entry] ?? 0;
			const storage = storageRates[entry] ?? 0;
			let units = 0;
			for (let start = from; start < to; ) {
				const cell = Math.min(last, Math.floor(start / cellSeconds));
				const end = cell === last ? to : Math.min(to, (cell + 1) * cellSeconds);
				const until = unitSeconds(due, end);
				add(cells, cell, unitRate * (until - units) + storage * (end - start));
				units = until;
				start = end;
			}
			add(tally.spotSeconds, entry, to - from);
			add(tally.spotRatioSeconds, entry, units);
			tally.billedSeconds += to - from;
		},
	};
};
