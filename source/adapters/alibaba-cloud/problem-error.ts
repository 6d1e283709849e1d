import type {Diagnostic} from '../../domain/diagnostics.ts';
import type {Problem} from '../../ports.ts';

/** The end of a refresh, as what there is to say about it. */
export class ProblemError extends Error {
	readonly problem: Problem;

	constructor(exitCode: Problem['exitCode'], diagnostic: Diagnostic) {
		super(diagnostic.rule);
		this.problem = {exitCode, diagnostics: [diagnostic]};
	}
}
