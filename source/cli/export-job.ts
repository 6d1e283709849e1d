import {type Diagnostic, hasErrors} from '../domain/diagnostics.ts';
import {isImage} from '../domain/input/names.ts';
import {locatedFindings} from '../domain/manifest/export-plan.ts';
import {jobName, simulationJob} from '../domain/manifest/simulation-job.ts';
import type {TreeMap} from '../domain/manifest/tree.ts';
import {NOTHING_OVERLAID} from '../domain/pricing/overlay.ts';
import {report} from '../domain/rules/rules.ts';
import type {SimulationSetup} from '../domain/simulation/compile/prepare.ts';
import type {World} from '../ports.ts';
import {simulationWordsOf} from '../present/simulation-words.ts';
import {type Line, line} from '../present/tone.ts';
import {askedAt} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {Failure, usageFailure} from './failure.ts';
import {jobFiles} from './job-files.ts';
import {makePlan} from './make-plan.ts';
import {simulatePlan} from './simulate-plan.ts';

const DEFAULT_SHARDS = 8;
const MOST_SHARDS = 1000;

/** Figures of a path beside those of the cells, and the text that a figure takes. */
const FIGURES = 6;
const BYTES_PER_FIGURE = 17;

/** ECI hands out no more of the log of a container. */
const LOG_KIB = 1024;
const BYTES_PER_KIB = 1024;

const shardsOf = ({flags}: Invocation, {env}: World): number => {
	const asked = askedAt('shards', flags, env);
	if (!asked) return DEFAULT_SHARDS;
	const {value, place} = asked;
	const shards = /^\d{1,4}$/.test(value) ? Number(value) : 0;
	if (shards >= 1 && shards <= MOST_SHARDS) return shards;
	throw usageFailure('field-range', {value, minimum: 1, maximum: MOST_SHARDS}, place);
};

const imageOf = ({flags}: Invocation, {env}: World): string | null => {
	const asked = askedAt('job-image', flags, env);
	if (!asked) return null;
	if (isImage(asked.value)) return asked.value;
	throw usageFailure('image-invalid', {value: asked.value}, asked.place);
};

const noteLogs = (
	{model: {strategies, cells}, paths}: SimulationSetup,
	shards: number,
): readonly Diagnostic[] => {
	const kibPerPath = (strategies.length * (cells + FIGURES) * BYTES_PER_FIGURE) / BYTES_PER_KIB;
	const kib = Math.ceil(Math.ceil(paths / shards) * kibPerPath);
	if (kib <= LOG_KIB) return [];
	const most = Math.max(1, Math.floor(LOG_KIB / kibPerPath));
	const facts = {kib, limitKib: LOG_KIB, shards: Math.ceil(paths / most)};
	return [report('job-logs-long', facts, '--shards')];
};

const noteImports = async (region: string, world: World): Promise<readonly Diagnostic[]> => {
	const {overlay} = await world.overlays.read(region);
	return overlay.sources.length > NOTHING_OVERLAID.overlay.sources.length
		? [report('job-imports-left', {region})]
		: [];
};

export type ExportedJob = {
	readonly documents: readonly TreeMap[];
	/** What the reader of the YAML has to do next. */
	readonly comments: readonly Line[];
	readonly said: readonly Diagnostic[];
};

/** The simulation of a plan as a job for a cluster; what can't run there ends the command. */
export const exportJob = async (invocation: Invocation, world: World): Promise<ExportedJob> => {
	const shards = shardsOf(invocation, world);
	const image = imageOf(invocation, world);
	const planned = await makePlan(invocation, world);
	const {plan, withPlaces} = planned;
	const {request} = plan;
	const {version, today} = world;
	const carried = await jobFiles(planned, invocation, world);
	const {setup, diagnostics} = await simulatePlan(planned, world);
	const documents = simulationJob({request, version, today, shards, image, ...carried});
	const said = [
		...withPlaces([...plan.diagnostics, ...diagnostics]),
		...noteLogs(setup, shards),
		...(await noteImports(request.region, world)),
		...locatedFindings(documents, request.ruleset, plan.diagnostics),
	];
	if (hasErrors(said)) throw new Failure(2, said);
	const words = simulationWordsOf(invocation.language);
	const comments = words.jobComments(jobName(request), shards, version);
	return {documents, comments: comments.map(text => line(`# ${text}`, 'muted')), said};
};
