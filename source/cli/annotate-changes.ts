import {type Diagnostic, findingKey, hasErrors, type ManifestTerms} from '../domain/diagnostics.ts';
import {flagOfPath} from '../domain/input/flag-table.ts';
import {mergeLayers} from '../domain/input/layers.ts';
import {readPlanInput} from '../domain/input/read-plan-input.ts';
import {
	additionsTo,
	removalsFrom,
	type WorkloadChanges,
} from '../domain/manifest/annotate/annotate-workloads.ts';
import type {SourceFile} from '../domain/manifest/source/source-tree.ts';
import {type ManifestQuestion, termsOf} from '../domain/manifest/workload/plan-manifests.ts';
import type {World} from '../ports.ts';
import type {AnnotateMode} from './annotate-mode.ts';
import type {Invocation} from './command.ts';
import {Failure} from './failure.ts';
import {manifestQuestion} from './manifest-question.ts';
import {bookFor, type Market, openMarket} from './market.ts';
import {relabelled} from './places.ts';
import {pricesBehind} from './prices-behind.ts';

/** Mistakes in flags are told before a file is read. */
const checkAnswers = (
	{lower, upper, nameOf, settingOf}: ManifestQuestion,
	regions: readonly string[],
	{timeZones}: World,
): void => {
	const {input} = mergeLayers([lower, upper]);
	const {diagnostics} = readPlanInput(input, regions, timeZones);
	const errors = diagnostics.filter(({severity}) => severity === 'error');
	const flagOf = (path: string) => {
		const flag = flagOfPath(path);
		return flag ? `--${flag.name}` : path;
	};
	if (hasErrors(errors))
		throw new Failure(
			2,
			relabelled(errors, path => nameOf(path) ?? settingOf(path) ?? flagOf(path)),
		);
};

const distinct = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
	...new Map(diagnostics.map(one => [findingKey(one), one])).values(),
];

export type Annotated = Pick<WorkloadChanges, 'changes' | 'findings' | 'count'> & {
	/** About the prices that chains were picked by. */
	readonly prices: readonly Diagnostic[];
	readonly terms: ManifestTerms;
};

/** Decides what becomes of the workloads in files. */
export type Annotator = (files: readonly SourceFile[]) => Promise<Annotated>;

const adder =
	(question: ManifestQuestion, market: Market, {timeZones, today}: World): Annotator =>
	async files => {
		const {input} = mergeLayers([question.lower, question.upper]);
		const book = await bookFor(input, market);
		const {regions} = market;
		const added = additionsTo(files, question, {regions, timeZones, book, today});
		const prices = distinct(added.plans.flatMap(pricesBehind));
		return {...added, prices, terms: termsOf(question)};
	};

/** What settings, variables and flags say is to become of manifests; mistakes in them end the command. */
export const openAnnotator = async (
	{goal}: AnnotateMode,
	invocation: Invocation,
	world: World,
): Promise<Annotator> => {
	const regions = await world.prices.regions();
	const question = manifestQuestion(invocation, regions, world);
	checkAnswers(question, regions, world);
	if (goal === 'add') return adder(question, await openMarket(invocation, world), world);
	const extent = goal === 'remove-all' ? 'all' : 'flags';
	return files =>
		Promise.resolve({
			...removalsFrom(files, question, extent),
			prices: [],
			terms: termsOf(question),
		});
};
