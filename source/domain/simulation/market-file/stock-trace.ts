import type {Log} from '../../rules/log.ts';
import type {Polarity, TraceProblem} from '../../rules/simulation-facts.ts';
import type {StockTrace} from '../market/market-model.ts';
import {LONGEST_STEP} from './market-shape.ts';
import type {TraceQuestion} from './read-market.ts';

/** Twelve years of steps of 195 seconds; the limit also bounds memory. */
const MOST_STEPS = 2_000_000;

type Tree = Readonly<Record<string, unknown>>;

/** What a file says of itself; null for what it doesn't say. */
type Layout = {
	readonly steps: readonly unknown[];
	readonly stepSeconds: unknown;
	readonly polarity: Polarity | null;
};

const isTree = (value: unknown): value is Tree =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldOf = (tree: Tree, name: string): unknown =>
	Object.hasOwn(tree, name) ? tree[name] : undefined;

/**
 * What simulators of deadlines write of themselves, or beside the length of a step [facts/simulation §1]:
 * their 1 is an instance that was taken away.
 */
const SIMULATOR_MARKS = ['start_time', 'hourly_rate', 'price_info'];
const SIMULATOR_FIELD = 'generator';

/** All that recorded traces have: the number of instances, the length of a step, and some of them prices. */
const RECORDED_FIELDS = ['metadata', 'data', 'prices'];

const polarityOf = (file: Tree, metadata: Tree): Polarity | null => {
	const isOfSimulator =
		Object.hasOwn(file, SIMULATOR_FIELD) ||
		SIMULATOR_MARKS.some(name => Object.hasOwn(metadata, name));
	if (isOfSimulator) return 'unavailable';
	const isRecorded =
		Object.keys(metadata).join() === 'gap_seconds' &&
		Object.keys(file).every(name => RECORDED_FIELDS.includes(name));
	return isRecorded ? 'available' : null;
};

const ownPolarity = (value: unknown): Polarity | null =>
	value === 'available' || value === 'unavailable' ? value : null;

const layoutOf = (file: unknown): Layout | null => {
	if (Array.isArray(file)) return {steps: file, stepSeconds: null, polarity: null};
	if (!isTree(file)) return null;
	const data = fieldOf(file, 'data');
	if (!Array.isArray(data)) return null;
	const metadata = fieldOf(file, 'metadata');
	if (isTree(metadata))
		return {
			steps: data,
			stepSeconds: fieldOf(metadata, 'gap_seconds') ?? null,
			polarity: polarityOf(file, metadata),
		};
	return {
		steps: data,
		stepSeconds: fieldOf(file, 'stepSeconds') ?? null,
		polarity: ownPolarity(fieldOf(file, 'polarity')),
	};
};

/** Whether a step has stock; null for what is neither yes nor no. */
const isUp = (value: unknown, polarity: Polarity): boolean | null => {
	if (typeof value === 'boolean') return value === (polarity === 'available');
	if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return null;
	if (polarity === 'available') return value > 0;
	return value > 1 ? null : value === 0;
};

const LONGEST_FOUND = 40;

const textOf = (value: unknown): string =>
	(JSON.stringify(value) ?? 'nothing').slice(0, LONGEST_FOUND);

/** Where a trace is named, and how the file is called. */
type Place = {readonly file: string; readonly path: string; readonly log: Log};

const invalid = (
	problem: TraceProblem,
	{file, path, log}: Place,
	step: number | null = null,
	found: string | null = null,
): null => {
	log.add('trace-invalid', {file, problem, step, found, maximum: MOST_STEPS}, `${path}.file`);
	return null;
};

const readPolarity = (
	recognised: Polarity | null,
	given: Polarity | undefined,
	{file, path, log}: Place,
): Polarity | null => {
	if (given === undefined) {
		if (recognised === null) log.add('trace-polarity-unknown', {file}, `${path}.polarity`);
		return recognised;
	}
	if (recognised !== null && recognised !== given)
		log.add('trace-polarity-doubtful', {file, given, recognised}, `${path}.polarity`);
	return given;
};

const readStep = (recorded: unknown, given: number | undefined, place: Place): number | null => {
	const {file, path, log} = place;
	const step = given ?? recorded;
	if (step === null) {
		log.add('trace-step-missing', {file}, `${path}.stepSeconds`);
		return null;
	}
	return typeof step === 'number' && Number.isInteger(step) && step >= 1 && step <= LONGEST_STEP
		? step
		: invalid('step', place, null, textOf(step));
};

const readSteps = (
	steps: readonly unknown[],
	polarity: Polarity,
	place: Place,
): readonly boolean[] | null => {
	const up: boolean[] = [];
	for (const [index, value] of steps.entries()) {
		const isInStock = isUp(value, polarity);
		if (isInStock === null) return invalid('value', place, index + 1, textOf(value));
		up.push(isInStock);
	}
	return up;
};

/**
 * Reads a trace of stock: a recorded one, one of a simulator, `{polarity, stepSeconds, data}`, or a
 * bare list. What the layout doesn't tell has to stand beside `file`; that comes first in any case.
 */
export const readStockTrace = (
	file: unknown,
	{file: name, polarity: given, stepSeconds}: TraceQuestion,
	path: string,
	log: Log,
): StockTrace | null => {
	const place = {file: name, path, log};
	const layout = layoutOf(file);
	if (!layout) return invalid('shape', place);
	if (layout.steps.length === 0) return invalid('empty', place);
	if (layout.steps.length > MOST_STEPS) return invalid('too-long', place);
	const step = readStep(layout.stepSeconds, stepSeconds, place);
	const polarity = readPolarity(layout.polarity, given, place);
	const up = polarity === null ? null : readSteps(layout.steps, polarity, place);
	return step === null || up === null ? null : {stepSeconds: step, up};
};
