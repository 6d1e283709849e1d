import {mergeLayers} from '../domain/input/layers.ts';
import type {FoundWorkload, StartFile} from '../domain/input/starts.ts';
import {planManifests} from '../domain/manifest/workload/plan-manifests.ts';
import {workloadStart} from '../domain/manifest/workload/workload-start.ts';
import type {Attempt, ReadManifests, World} from '../ports.ts';
import type {Invocation} from './command.ts';
import {attempted} from './failure.ts';
import {kindOf, planFileLayer} from './gather-input.ts';
import {readManifests} from './manifest-files.ts';
import {manifestQuestion} from './manifest-question.ts';
import {bookFor, type Market} from './market.ts';

const isPlan = ({files}: ReadManifests): boolean => {
	const documents = files.flatMap(file => file.documents);
	return documents.length === 1 && kindOf(documents[0]?.value) === 'PlanInput';
};

const workloadsIn = async (
	{files}: ReadManifests,
	invocation: Invocation,
	market: Market,
	world: World,
): Promise<readonly FoundWorkload[]> => {
	const question = manifestQuestion(invocation, market.regions, world);
	const book = await bookFor(mergeLayers([question.lower, question.upper]).input, market);
	const {timeZones, today} = world;
	const knowledge = {regions: market.regions, timeZones, book, today};
	return planManifests(files, question, knowledge).workloads.flatMap(workload => {
		const {kind, name, namespace} = workload;
		const input = workloadStart(workload, files);
		return input ? [{kind, name, namespace, input}] : [];
	});
};

/** Reads a plan, or the workloads of manifests, to start from. */
export const readStart = (
	path: string,
	invocation: Invocation,
	market: Market,
	world: World,
): Promise<Attempt<StartFile>> =>
	attempted(async () => {
		const read = await readManifests([path], world);
		if (isPlan(read)) {
			const {input} = await planFileLayer({value: path, place: path}, world);
			return {kind: 'plan', path, input};
		}
		const workloads = await workloadsIn(read, invocation, market, world);
		return {kind: 'workloads', path, workloads};
	});
