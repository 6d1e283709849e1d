import {RATIO_UNITS} from './market/price-path.ts';
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
	/** Seconds at the whole spot base that the ratios come to, and the millionths beside them: whole numbers. */
	readonly spotRatioSeconds: Float64Array;
	readonly spotRatioRest: Float64Array;
	/** Cost within each cell. */
	readonly cells: Float64Array;
	/** On-demand pod-seconds by clock hour, where reserved instances are matched; else empty. */
	readonly hourly: Float64Array;
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
	spotRatioRest: new Float64Array(entries.length),
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
	tally.spotRatioRest.fill(0);
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
	let cell = Math.min(last, Math.floor(from / cellSeconds));
	for (let start = from; start < to; cell++) {
		const end = cell === last ? to : Math.min(to, (cell + 1) * cellSeconds);
		add(cells, cell, rate * (end - start));
		start = end;
	}
};

/** What a second costs, by entry of the model. */
export type Rates = {
	readonly cellSeconds: number;
	readonly protectionSeconds: number;
	readonly onDemand: Float64Array;
	/** Of a millionth of the spot base. */
	readonly unit: Float64Array;
	readonly storage: Float64Array;
};

export const ratesOf = ({entries, cellSeconds, market}: SimulationModel): Rates => ({
	cellSeconds,
	protectionSeconds: market.protectionSeconds,
	onDemand: Float64Array.from(entries, ({onDemandPerHour}) => onDemandPerHour / SECONDS_PER_HOUR),
	unit: Float64Array.from(
		entries,
		({spotBasePerHour}) => (spotBasePerHour ?? 0) / SECONDS_PER_HOUR / RATIO_UNITS,
	),
	storage: Float64Array.from(entries, ({storagePerHour}) => storagePerHour / SECONDS_PER_HOUR),
});

/** Writes down what so many pods are billed for at pay-as-you-go. */
export const billOnDemand = (
	tally: Tally,
	{cellSeconds, onDemand}: Rates,
	{offer: {entry}}: Try,
	from: number,
	to: number,
	pods: number,
): void => {
	const {hourly} = tally;
	add(tally.onDemandSeconds, entry, pods * (to - from));
	tally.billedSeconds += pods * (to - from);
	addRate(tally.cells, cellSeconds, pods * (onDemand[entry] ?? 0), from, to);
	if (hourly.length > 0) addRate(hourly, SECONDS_PER_HOUR, pods, from, to);
};

/**
 * The same on spot, from the start of the pods or later: at the price of the start while they are
 * protected, then at the price of the moment.
 */
export const billSpot = (
	tally: Tally,
	{cellSeconds, protectionSeconds, unit, storage}: Rates,
	{offer: {entry, price}}: Try,
	startedAt: number,
	from: number,
	to: number,
	pods: number,
): void => {
	const {cells} = tally;
	const last = cells.length - 1;
	const locked = price.unitsAt(startedAt);
	const free = startedAt + protectionSeconds;
	const bound = Math.max(from, free);
	/** What the market has summed up where the bill begins to follow it, less what is due before. */
	const passed = to > free ? price.unitSeconds(bound) - locked * (bound - from) : 0;
	const unitRate = pods * (unit[entry] ?? 0);
	const storageRate = pods * (storage[entry] ?? 0);
	let units = 0;
	let cell = Math.min(last, Math.floor(from / cellSeconds));
	for (let start = from; start < to; cell++) {
		const end = cell === last ? to : Math.min(to, (cell + 1) * cellSeconds);
		const until = end <= free ? locked * (end - from) : price.unitSeconds(end) - passed;
		add(cells, cell, unitRate * (until - units) + storageRate * (end - start));
		units = until;
		start = end;
	}
	const whole = Math.floor(units / RATIO_UNITS);
	add(tally.spotSeconds, entry, pods * (to - from));
	add(tally.spotRatioSeconds, entry, pods * whole);
	add(tally.spotRatioRest, entry, pods * (units - whole * RATIO_UNITS));
	tally.billedSeconds += pods * (to - from);
};
