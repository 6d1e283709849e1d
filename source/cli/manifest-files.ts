import {hasErrors} from '../domain/diagnostics.ts';
import {hasTooManyObjects, MAX_OBJECTS} from '../domain/manifest/workload/plan-manifests.ts';
import {report} from '../domain/rules/rules.ts';
import type {ReadManifests, World} from '../ports.ts';
import {askedFor} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {Failure, orFail, usageFailure} from './failure.ts';

/** What `-f` names. */
export const manifestPaths = (
	{flags}: Invocation,
	{env}: World,
	command: string,
): readonly string[] => {
	const paths = flags.get('filename') ?? [askedFor('filename', flags, env) ?? ''];
	if (paths.includes(''))
		throw usageFailure('argument-missing', {argument: command, choices: ['-f FILE', '-f -']});
	return paths;
};

const withinLimits = (read: ReadManifests): ReadManifests => {
	if (hasTooManyObjects(read.files))
		throw new Failure(2, [report('manifests-too-many', {maximum: MAX_OBJECTS})]);
	return read;
};

/** Reads what can be read, be it nothing. */
export const readAnyManifests = async (
	paths: readonly string[],
	{manifests}: World,
): Promise<ReadManifests> => withinLimits(orFail(await manifests.read(paths)));

/** Reads what can be read. Nothing but what is broken is no content to work on. */
export const readManifests = async (
	paths: readonly string[],
	{manifests}: World,
): Promise<ReadManifests> => {
	const read = orFail(await manifests.read(paths));
	const hasDocuments = read.files.some(({documents}) => documents.length > 0);
	if (!hasDocuments && hasErrors(read.diagnostics)) throw new Failure(2, read.diagnostics);
	return withinLimits(read);
};
