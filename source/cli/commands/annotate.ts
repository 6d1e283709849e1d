import type {Diagnostic} from '../../domain/diagnostics.ts';
import {
	type AnnotatedFile,
	annotateFile,
	groupedBy,
} from '../../domain/manifest/annotate/annotate-file.ts';
import {kustomization} from '../../domain/manifest/annotate/kustomization.ts';
import {spliced} from '../../domain/manifest/annotate/splice.ts';
import {locator} from '../../domain/manifest/workload/locate.ts';
import type {Unread} from '../../domain/manifest/workload/plan-manifests.ts';
import {report} from '../../domain/rules/rules.ts';
import type {ReadManifests, World} from '../../ports.ts';
import {printable, printableLines} from '../../present/printable.ts';
import {line} from '../../present/tone.ts';
import {unifiedDiff} from '../../present/unified-diff.ts';
import {yamlLines} from '../../present/yaml.ts';
import {type Annotated, openAnnotator} from '../annotate-changes.ts';
import {type AnnotateMode, annotateMode} from '../annotate-mode.ts';
import type {Invocation} from '../command.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {manifestPaths, readManifests} from '../manifest-files.ts';
import {printLines, sayDiagnostics} from '../print.ts';

const COMMAND = 'annotate';
const STANDARD_INPUT = '-';

/** What a result leaves to say, and the exit code. */
type Ending = {
	readonly code: number;
	readonly said: readonly Diagnostic[];
	readonly findings: readonly Unread[];
};

const DONE: Ending = {code: EXIT.done, said: [], findings: []};

const shownName = (name: string): string => (name === STANDARD_INPUT ? 'stdin' : printable(name));

const resultOf = ({file: {text}, splices}: AnnotatedFile): string => spliced(text, splices);

/** Whole texts, byte for byte; on a terminal nothing in them is obeyed. */
const printTexts = async (files: readonly AnnotatedFile[], {stdout}: World): Promise<void> => {
	for (const file of files) {
		const text = resultOf(file);
		await stdout.write(stdout.isTerminal ? printableLines(text) : text);
	}
};

const printDiffs = async (
	files: readonly AnnotatedFile[],
	invocation: Invocation,
	world: World,
): Promise<void> => {
	const lines = files.flatMap(({file: {name, text}, splices}) =>
		unifiedDiff(shownName(name), text, splices),
	);
	const safe = () =>
		lines.map(spans => spans.map(span => ({...span, text: printableLines(span.text)})));
	await printLines(world.stdout.isTerminal ? safe() : lines, invocation, world);
};

const printNames = async (
	files: readonly AnnotatedFile[],
	invocation: Invocation,
	world: World,
): Promise<void> => {
	const lines = files.map(({file: {name}}) => line(shownName(name)));
	await printLines(lines, invocation, world);
};

/** Writes every file that can be written; tells of each what became of it. */
const writeFiles = async (
	files: readonly AnnotatedFile[],
	{files: {write}}: Pick<World, 'files'>,
): Promise<Ending> => {
	let code: number = EXIT.done;
	const said: Diagnostic[] = [];
	for (const one of files) {
		const {name} = one.file;
		const written = await write(name, resultOf(one), {overwrite: true});
		if (written.ok) said.push(report('annotate-written', {file: name, workloads: one.count}));
		else {
			said.push(...written.problem.diagnostics);
			code = written.problem.exitCode;
		}
	}
	return {...DONE, code, said};
};

const printKustomization = async (
	read: ReadManifests,
	{changes}: Annotated,
	invocation: Invocation,
	world: World,
): Promise<Ending> => {
	const names = read.files.map(({name}) => (name === STANDARD_INPUT ? 'manifests.yaml' : name));
	const {document, findings} = kustomization(names, changes);
	await printLines(yamlLines(document), invocation, world);
	const base = names.join(', ');
	return {...DONE, findings, said: [report('kustomize-base', {base, containers: []})]};
};

/** Several texts one behind the other would be no text of any of them. */
const checkCount = ({output, isCheck}: AnnotateMode, {files}: ReadManifests): void => {
	if (output === 'text' && !isCheck && files.length > 1)
		throw usageFailure('annotate-several', {count: files.length});
};

const edit = async (
	{output, isCheck}: AnnotateMode,
	read: ReadManifests,
	{changes}: Annotated,
	invocation: Invocation,
	world: World,
): Promise<Ending> => {
	const byFile = groupedBy(changes, ({file}) => file);
	const files = read.files.map(file =>
		annotateFile(file, byFile.get(file.name) ?? [], read.reread),
	);
	const stale = files.filter(({splices}) => splices.length > 0);
	const findings = files.flatMap(file => file.findings);
	const facts = {stale: stale.length, total: files.length};
	if (output === 'write') {
		const {code, said} = await writeFiles(stale, world);
		const nothing = stale.length === 0 ? [report('annotate-nothing', {total: files.length})] : [];
		return {code, findings, said: [...said, ...nothing]};
	}
	if (output === 'diff') await printDiffs(stale, invocation, world);
	else if (isCheck) await printNames(stale, invocation, world);
	else await printTexts(files, world);
	return isCheck && stale.length > 0
		? {code: EXIT.gate, findings, said: [report('annotate-stale', facts)]}
		: {...DONE, findings};
};

/** Manifests with annotations for ECI added or taken out, and every other byte as it was. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const paths = manifestPaths(invocation, world, COMMAND);
	const mode = annotateMode(invocation, world);
	if (mode.output === 'write' && paths.includes(STANDARD_INPUT))
		throw usageFailure('flag-unused', {flag: '--write', command: 'annotate -f -'});
	const annotate = await openAnnotator(mode, invocation, world);
	const read = await readManifests(paths, world);
	checkCount(mode, read);
	const annotated = await annotate(read.files);
	const ending =
		mode.output === 'kustomize'
			? await printKustomization(read, annotated, invocation, world)
			: await edit(mode, read, annotated, invocation, world);
	const locate = locator(read.files, annotated.terms);
	const findings = [...annotated.findings, ...ending.findings];
	const located = findings.flatMap(one => locate(one.file, one.document, [one]));
	const nothing = annotated.count === 0 ? [report('workload-none', {})] : [];
	await sayDiagnostics(
		[...read.diagnostics, ...nothing, ...located, ...annotated.prices, ...ending.said],
		invocation,
		world,
	);
	return ending.code;
};
