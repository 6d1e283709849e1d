import type {Ruleset} from '../catalogue/rulesets.ts';
import {type Diagnostic, findingKey} from '../diagnostics.ts';
import type {ExportTarget} from '../input/export-targets.ts';
import type {Plan} from '../plan.ts';
import {isProfileSetting} from './eci-profile.ts';
import type {Finding} from './lint/finding.ts';
import {lintManifests} from './lint/lint-manifests.ts';
import {manifestsOf} from './manifest.ts';
import type {TreeMap} from './tree.ts';

export type Exported = {
	readonly documents: readonly TreeMap[];
	/** About the export; paths are fields of the PlanInput. */
	readonly diagnostics: readonly Diagnostic[];
	/** What our own lint finds besides; paths name the object and the place in it. */
	readonly findings: readonly Diagnostic[];
};

const located = ({object: {kind, name}, diagnostic}: Finding): Diagnostic => ({
	...diagnostic,
	path: `${kind}/${name}: ${diagnostic.path}`,
});

/** What the lint finds in manifests that isn't said yet; paths name the object and the place in it. */
export const locatedFindings = (
	documents: readonly TreeMap[],
	ruleset: Ruleset,
	known: readonly Diagnostic[],
): readonly Diagnostic[] => {
	const said = new Set(known.map(findingKey));
	return lintManifests(documents, ruleset)
		.filter(({diagnostic}) => !said.has(findingKey(diagnostic)))
		.map(located);
};

/** What was said of a plan, as far as it holds for the target: a profile has settings of its own. */
export const saidFor = (
	target: ExportTarget | undefined,
	diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] =>
	target === 'eci-profile'
		? diagnostics.filter(
				one => one.rule !== 'annotation-legacy' || !isProfileSetting(one.facts.key),
			)
		: diagnostics;

/** What a plan comes to as manifests, with what the lint finds in them that the plan hasn't said. */
export const exportPlan = (
	{request, chain, diagnostics: planned}: Plan,
	target?: ExportTarget,
): Exported => {
	const {documents, diagnostics} = manifestsOf(request, chain.useSpecs, target);
	const findings = locatedFindings(documents, request.ruleset, [...planned, ...diagnostics]);
	return {documents, diagnostics, findings};
};
