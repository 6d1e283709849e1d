import type {ModelStrategy, SimulationModel} from './simulation-model.ts';
import type {Tally} from './tally.ts';

const SECONDS_PER_HOUR = 3600;

const lastSecond = ({workload, horizonSeconds}: SimulationModel): number =>
	workload.kind === 'batch' ? workload.end : horizonSeconds;

/** Clock hours in which a strategy matches reserved instances; 0 for one that has none. */
export const reservedHours = (model: SimulationModel, {reserved}: ModelStrategy): number =>
	reserved === null ? 0 : Math.ceil(lastSecond(model) / SECONDS_PER_HOUR);

/**
 * Turns pay-as-you-go into reserved instances: in each clock hour they take an hour of pods each off the
 * bill, and they are paid for every hour of the horizon, used or not [facts/simulation §3.5].
 */
export const applyReserved = (
	model: SimulationModel,
	{reserved, entries: [entry = 0]}: ModelStrategy,
	tally: Tally,
): void => {
	if (!reserved) return;
	const {covered, perInstanceHour} = reserved;
	const {cellSeconds, horizonSeconds, entries} = model;
	const rate = (entries[entry]?.onDemandPerHour ?? 0) - (entries[entry]?.storagePerHour ?? 0);
	const last = tally.cells.length - 1;
	for (const [hour, seconds] of tally.hourly.entries()) {
		const start = hour * SECONDS_PER_HOUR;
		const paidHours = Math.max(0, Math.min(1, (horizonSeconds - start) / SECONDS_PER_HOUR));
		const offset = Math.min(seconds, covered * SECONDS_PER_HOUR) / SECONDS_PER_HOUR;
		const cell = Math.min(last, Math.floor(start / cellSeconds));
		tally.cells[cell] =
			(tally.cells[cell] ?? 0) + covered * perInstanceHour * paidHours - offset * rate;
	}
};
