import type {Ruleset} from '../../catalogue/rulesets.ts';
import {type Diagnostic, findingKey, type ManifestTerms, SEVERITIES} from '../../diagnostics.ts';
import type {Knowledge} from '../../plan.ts';
import {ruleRow} from '../../rules/rule-rows.ts';
import {lintKeys} from '../lint/known-keys.ts';
import {lintObjects} from '../lint/lint-manifests.ts';
import type {ManifestObject} from '../lint/manifest-object.ts';
import {type Marker, markerOf} from '../source/mark.ts';
import type {SourceFile} from '../source/source-tree.ts';
import {
	fileObjects,
	type InFile,
	type ManifestQuestion,
	planManifests,
	termsOf,
} from '../workload/plan-manifests.ts';
import type {Placed} from '../workload/planned-workload.ts';
import {applyIgnores} from './apply-ignores.ts';
import type {FileFinding, NamedObject} from './file-finding.ts';

export type LintedFile = {
	readonly name: string;
	readonly objects: readonly NamedObject[];
	/** In the order of the text. */
	readonly findings: readonly FileFinding[];
};

export type LintedFiles = {
	readonly files: readonly LintedFile[];
	/** Findings that comments tell to ignore. */
	readonly ignored: number;
};

/** What a plan says of money and time is nothing wrong with a manifest; of what stands twice the lint speaks itself. */
const isOfManifests = ({rule}: Diagnostic): boolean =>
	ruleRow(rule).checks !== 'plan' && rule !== 'object-twice';

/** The lint has said already that a DaemonSet doesn't run. */
const isNews = ({rule, facts}: Diagnostic): boolean =>
	!(rule === 'workload-off-eci' && facts.reason === 'daemonset');

const nameOf = ({document, kind, name, namespace}: NamedObject): NamedObject => ({
	document,
	kind,
	name,
	namespace,
});

type Located = {readonly file: string; readonly object: NamedObject} & Placed;

const keyOf = ({file, object, diagnostic}: Located): string =>
	JSON.stringify([file, object.document, object.kind, object.namespace, object.name]) +
	findingKey(diagnostic);

const lintFindings = (all: readonly InFile[], ruleset: Ruleset): readonly Located[] => {
	const files = new Map(all.map(({file, object}) => [object, file]));
	const objects = all.map(({object}) => object);
	const keys = objects.flatMap(object => lintKeys(object, ruleset));
	const fileOf = (object: ManifestObject) => files.get(object) ?? '';
	return [...lintObjects(objects, ruleset), ...keys].map(({object, place, diagnostic}) => ({
		file: fileOf(object),
		object: nameOf(object),
		diagnostic,
		place,
	}));
};

/** What a plan knows of workloads beyond the lint. */
const planFindings = (
	files: readonly SourceFile[],
	question: ManifestQuestion,
	knowledge: Knowledge,
): readonly Located[] => {
	const {workloads, unread} = planManifests(files, question, knowledge);
	return [
		...workloads.flatMap(workload =>
			workload.findings.map(one => ({file: workload.file, object: nameOf(workload), ...one})),
		),
		...unread.map(({file, object, diagnostic, place}) => ({
			file,
			object: nameOf(object),
			diagnostic,
			place,
		})),
	].filter(({diagnostic}) => isOfManifests(diagnostic) && isNews(diagnostic));
};

const inText = (
	{file, object, diagnostic, place}: Located,
	marker: Marker,
	terms: ManifestTerms,
): FileFinding => {
	const mark = marker.finding(object.document, place ?? [], diagnostic.rule);
	return {file, object, mark, diagnostic: {...diagnostic, source: mark.source, terms}};
};

/** A plan may say what the lint said, in facts of its own. */
const spotOf = ({diagnostic: {rule, source}}: FileFinding): string =>
	JSON.stringify([rule, source?.line, source?.column]);

const byPlace = ({diagnostic: a}: FileFinding, {diagnostic: b}: FileFinding): number =>
	(a.source?.line ?? 0) - (b.source?.line ?? 0) ||
	(a.source?.column ?? 0) - (b.source?.column ?? 0) ||
	SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

/** Of what couldn't be read. */
const brokenIn = (
	file: string,
	broken: readonly Diagnostic[],
	marker: Marker | null,
): readonly FileFinding[] =>
	broken.map(diagnostic => ({
		file,
		object: null,
		diagnostic,
		mark: marker && diagnostic.source ? marker.position(diagnostic.source) : null,
	}));

/** Tells the items of a file, in their order. */
const byFile = <T>(
	items: readonly T[],
	fileOf: (item: T) => string,
): ((file: string) => readonly T[]) => {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(fileOf(item));
		if (group) group.push(item);
		else groups.set(fileOf(item), [item]);
	}
	return file => groups.get(file) ?? [];
};

/**
 * What ECI would refuse, read otherwise or round in files of manifests, each with its place in the text, and
 * what of the files can't be read. Comments may tell to ignore it.
 */
export const lintFiles = (
	files: readonly SourceFile[],
	broken: readonly Diagnostic[],
	question: ManifestQuestion,
	ruleset: Ruleset,
	knowledge: Knowledge,
): LintedFiles => {
	const all = files.flatMap(fileObjects);
	const found = lintFindings(all, ruleset);
	const said = new Set(found.map(keyOf));
	const planned = planFindings(files, question, knowledge).filter(one => !said.has(keyOf(one)));
	const foundIn = byFile(found, ({file}) => file);
	const plannedIn = byFile(planned, ({file}) => file);
	const objectsIn = byFile(all, ({file}) => file);
	const brokenOf = byFile(broken, ({source}) => source?.file ?? '');
	const terms = termsOf(question);
	const linted = files.map(file => {
		const {name} = file;
		const marker = markerOf(file);
		const own = foundIn(name).map(one => inText(one, marker, terms));
		const spots = new Set(own.map(spotOf));
		const more = plannedIn(name)
			.map(one => inText(one, marker, terms))
			.filter(one => !spots.has(spotOf(one)));
		const findings = [...own, ...more, ...brokenIn(name, brokenOf(name), marker)];
		const sifted = applyIgnores(file, findings, marker);
		return {
			name,
			objects: objectsIn(name).map(({object}) => nameOf(object)),
			findings: [...sifted.findings].sort(byPlace),
			ignored: sifted.ignored,
		};
	});
	const known = new Set(files.map(({name}) => name));
	const unread = new Set(broken.flatMap(({source}) => source?.file ?? []));
	return {
		files: [
			...linted,
			...[...unread]
				.filter(name => !known.has(name))
				.map(name => ({name, objects: [], findings: brokenIn(name, brokenOf(name), null)})),
		],
		ignored: linted.reduce((sum, {ignored}) => sum + ignored, 0),
	};
};
