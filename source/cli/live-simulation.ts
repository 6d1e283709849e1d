import {limitScale} from '../domain/simulation/advice/limit-scale.ts';
import type {SimulationSetup} from '../domain/simulation/compile/prepare.ts';
import {finishing} from '../domain/simulation/finish.ts';
import type {LiveAnswer, LiveQuestion} from '../domain/simulation/live.ts';
import type {PathBlock} from '../domain/simulation/path-columns.ts';
import type {Simulation} from '../domain/simulation/simulation-result.ts';
import type {World} from '../ports.ts';
import {Failure} from './failure.ts';
import {type MarketOf, type PreparedSimulation, simulatePlan} from './simulate-plan.ts';
import {simulationMarket} from './simulation-market.ts';

/** More say little more to somebody who looks on, and take memory. */
const MOST_PATHS = 1000;
/** A key that is pressed meanwhile waits no longer than this. */
const SLICE_MILLISECONDS = 4;
/** Each answer stands for so many times the paths of the one before it. */
const FINER = 8;

type LiveWorld = Pick<
	World,
	'paths' | 'pause' | 'files' | 'documents' | 'priceFiles' | 'overlays' | 'hourAt' | 'today'
>;

/** The last market that was read: most changes of a plan leave it as it is. */
const marketMemory = (): MarketOf => {
	let last: {readonly key: string; readonly market: ReturnType<MarketOf>} | null = null;
	return (request, needs, world) => {
		const {region, currency, simulation, workload} = request;
		const {market, interruption} = simulation;
		const parts = [region, currency, market, interruption, workload.timeZone, needs.types];
		const key = JSON.stringify(parts, (_, value: unknown) =>
			typeof value === 'bigint' ? String(value) : value,
		);
		if (last?.key !== key) last = {key, market: simulationMarket(request, needs, world)};
		return last.market;
	};
};

const prepare = (
	{plan, book, strategies}: LiveQuestion,
	marketOf: MarketOf,
	world: LiveWorld,
): Promise<PreparedSimulation> => {
	const {request} = plan;
	const {simulation} = request;
	const paths = Math.min(simulation.paths, MOST_PATHS);
	const asked = {...request, simulation: {...simulation, strategies, paths}};
	const planned = {
		plan: {...plan, request: asked},
		book,
		placeOf: (path: string) => path,
		withPlaces: (diagnostics: LiveQuestion['plan']['diagnostics']) => diagnostics,
	};
	return simulatePlan(planned, world, marketOf);
};

/** What the paths come to, with a pause between its parts. */
const finished = async (
	setup: SimulationSetup,
	blocks: readonly PathBlock[],
	{pause}: LiveWorld,
): Promise<Simulation> => {
	const parts = finishing(setup, blocks);
	for (;;) {
		const part = parts.next();
		if (part.done) return part.value;
		await pause();
	}
};

async function* answers(
	setup: SimulationSetup,
	world: LiveWorld,
	signal: AbortSignal,
): AsyncGenerator<LiveAnswer> {
	const {model, paths: count} = setup;
	const limits = limitScale(setup);
	const blocks: PathBlock[] = [];
	let done = 0;
	let due = 1;
	const request = {from: 0, count, workers: 1, sliceMilliseconds: SLICE_MILLISECONDS, signal};
	for await (const block of world.paths.run(model, request)) {
		blocks.push(block);
		done += block.count;
		if (done < due && done < count) continue;
		due = done * FINER;
		const simulation = await finished(setup, blocks, world);
		yield {kind: 'simulated', simulation, limits, isDone: done >= count};
	}
}

/** Simulates as somebody watches: soon, then better; what can't be simulated is an answer too. */
export const liveSimulation = (world: LiveWorld) => {
	const marketOf = marketMemory();
	return async function* (question: LiveQuestion, signal: AbortSignal): AsyncGenerator<LiveAnswer> {
		let prepared: PreparedSimulation;
		try {
			prepared = await prepare(question, marketOf, world);
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			yield {kind: 'refused', diagnostics: error.diagnostics};
			return;
		}
		yield* answers(prepared.setup, world, signal);
	};
};
