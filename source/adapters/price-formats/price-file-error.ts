import type {ImportFileReason} from '../../domain/rules/command-facts.ts';
import {report} from '../../domain/rules/rules.ts';
import type {Problem} from '../../ports.ts';

/** A price file that is broken as a whole: nothing of it may be used. */
export class PriceFileError extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.diagnostics.map(({rule}) => rule).join(', '));
		this.problem = problem;
	}
}

/** `file` is the path as it was given. */
export const brokenFile = (
	file: string,
	reason: ImportFileReason,
	line: number | null = null,
): PriceFileError =>
	new PriceFileError({
		exitCode: 2,
		diagnostics: [report('import-file-broken', {file, reason, line})],
	});
