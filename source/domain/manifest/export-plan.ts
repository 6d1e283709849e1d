import {type Diagnostic, findingKey} from '../diagnostics.ts';
import type {ExportTarget} from '../input/plan-input.ts';
import type {Plan} from '../plan.ts';
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

/** What a plan comes to as manifests, with what the lint finds in them that the plan hasn't said. */
export const exportPlan = (
	{request, chain, diagnostics: planned}: Plan,
	target?: ExportTarget,
): Exported => {
	const {documents, diagnostics} = manifestsOf(request, chain.useSpecs, target);
	const said = new Set([...planned, ...diagnostics].map(findingKey));
	const findings = lintManifests(documents, request.ruleset)
		.filter(({diagnostic}) => !said.has(findingKey(diagnostic)))
		.map(located);
	return {documents, diagnostics, findings};
};
