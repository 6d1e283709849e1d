import type {PlanInput} from '../domain/input/plan-input.ts';
import {JOB_PLAN_FILE, type JobFile} from '../domain/manifest/simulation-job.ts';
import type {Tree} from '../domain/manifest/tree.ts';
import type {JobFileReason} from '../domain/rules/simulation-facts.ts';
import {isMarketName} from '../domain/simulation/market-file/market-presets.ts';
import type {MarketInput} from '../domain/simulation/market-file/market-shape.ts';
import {STOCKS, traceOf} from '../domain/simulation/market-file/read-market.ts';
import type {World} from '../ports.ts';
import {yamlLines} from '../present/yaml.ts';
import {askedAt} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {orFailAt, usageFailure} from './failure.ts';
import type {PlannedInput} from './make-plan.ts';
import {pathBeside, readMarketDocument} from './market-document.ts';
import {paint} from './paint.ts';

/** A ConfigMap takes 1 MiB with its own text around the files. */
const LIMIT_BYTES = 1_000_000;

/** All that a job has to carry, and where the prices are in it. */
export type JobFiles = {readonly files: readonly JobFile[]; readonly prices: string | null};

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const left = (file: string, reason: JobFileReason, place: string) =>
	usageFailure('job-file-left', {file, reason}, place);

/** What isn't UTF-8 holds replacement characters by now. */
const checkText = (text: string, file: string, place: string): void => {
	if (text.includes('\u0000') || text.includes('\ufffd')) throw left(file, 'no-text', place);
};

const readText = async (file: string, place: string, world: World): Promise<string> => {
	if (file === '-') throw left(file, 'standard-input', place);
	const text = orFailAt(place, await world.files.read(file));
	checkText(text, file, place);
	return text;
};

/** Files that a market names, each by its field. */
const namedBy = (input: MarketInput): readonly (readonly [field: string, file: string])[] => {
	const {law, file} = input.price ?? {};
	const price = law === 'history' && file !== undefined ? [['price.file', file] as const] : [];
	const traces = STOCKS.flatMap(stock => {
		const trace = traceOf(input, stock);
		return trace ? [[`${stock}.file`, trace.file] as const] : [];
	});
	return [...price, ...traces];
};

const marketFiles = async (
	market: string,
	place: string,
	world: World,
): Promise<readonly JobFile[]> => {
	if (isMarketName(market)) return [];
	const text = await readText(market, place, world);
	const {input, placeOf} = await readMarketDocument(market, place, world);
	if (input.price?.law === 'history' && input.price.file === undefined)
		throw left(market, 'imported-prices', placeOf('price.law'));
	const files: JobFile[] = [{path: `market/${baseName(market)}`, text}];
	for (const [field, file] of namedBy(input)) {
		const at = placeOf(field);
		const path = `market/${file.replaceAll('\\', '/')}`;
		if (files.some(known => known.path === path)) continue;
		files.push({path, text: await readText(await pathBeside(market, file, at, world), at, world)});
	}
	return files;
};

const withMarket = (input: PlanInput, market: JobFile | undefined): PlanInput =>
	market ? {...input, simulation: {...input.simulation, market: market.path}} : input;

const textOf = (input: PlanInput): string =>
	yamlLines(input as Tree)
		.map(line => `${paint(line, false)}\n`)
		.join('');

const checkSize = (files: readonly JobFile[], place: string): void => {
	const sizes = files.map(({text}) => new TextEncoder().encode(text).length);
	if (sizes.reduce((sum, size) => sum + size, 0) <= LIMIT_BYTES) return;
	const largest = files[sizes.indexOf(Math.max(...sizes))];
	throw left(baseName(largest?.path ?? ''), 'too-large', place);
};

/** The plan with everything that flags, preset and files gave, and the files that it names. */
export const jobFiles = async (
	{input, plan, placeOf}: PlannedInput,
	{flags}: Invocation,
	world: World,
): Promise<JobFiles> => {
	const marketPlace = placeOf('simulation.market');
	const market = await marketFiles(plan.request.simulation.market, marketPlace, world);
	const asked = askedAt('prices', flags, world.env);
	const prices = asked && {
		path: `prices/${baseName(asked.value)}`,
		text: await readText(asked.value, asked.place, world),
	};
	const text = textOf(withMarket(input, market[0]));
	const files = [{path: JOB_PLAN_FILE, text}, ...market, ...(prices ? [prices] : [])];
	checkSize(files, prices ? (asked?.place ?? '') : marketPlace);
	return {files, prices: prices?.path ?? null};
};
