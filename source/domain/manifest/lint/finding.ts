import type {Ruleset} from '../../catalogue/rulesets.ts';
import type {Diagnostic} from '../../diagnostics.ts';
import type {RuleFacts, RuleId} from '../../rules/facts.ts';
import {type Log, openLog} from '../../rules/log.ts';
import type {ManifestObject} from './manifest-object.ts';
import {type Part, type Place, placeText} from './part.ts';

/** What a rule found, and where: enough to find the line in the text of the document. */
export type Finding = {
	readonly object: ManifestObject;
	readonly place: Place;
	/** Its path is the place as text. */
	readonly diagnostic: Diagnostic;
};

/** Takes what is found in one object. */
export type Lint = {
	readonly object: ManifestObject;
	readonly ruleset: Ruleset;
	readonly findings: Finding[];
	readonly add: <R extends RuleId>(rule: R, facts: RuleFacts[R], part: Part) => void;
	/** Runs a check that plans share; `partOf` tells where its paths stand in the object. */
	readonly run: (check: (log: Log) => void, partOf: (path: string) => Part) => void;
};

export const openLint = (object: ManifestObject, ruleset: Ruleset): Lint => {
	const findings: Finding[] = [];
	const take = (diagnostics: readonly Diagnostic[], partOf: (path: string) => Part) => {
		for (const diagnostic of diagnostics) {
			const {place} = partOf(diagnostic.path ?? '');
			findings.push({object, place, diagnostic: {...diagnostic, path: placeText(place)}});
		}
	};
	const run: Lint['run'] = (check, partOf) => {
		const log = openLog(ruleset);
		check(log);
		take(log.diagnostics, partOf);
	};
	return {
		object,
		ruleset,
		findings,
		add: (rule, facts, part) =>
			run(
				log => log.add(rule, facts),
				() => part,
			),
		run,
	};
};

/** The facts that name an object. */
export const named = ({
	object: {document, name},
}: Lint): Pick<ManifestObject, 'document' | 'name'> => ({
	document,
	name,
});
