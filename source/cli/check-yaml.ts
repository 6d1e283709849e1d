import type {Diagnostic} from '../domain/diagnostics.ts';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, World} from '../ports.ts';

/** What messages call the text: it is no file. */
const NAME = 'YAML';

type Part = {readonly text: string; readonly firstLine: number};

/** The documents of a text, each with the line that it begins at. */
const partsOf = (text: string): readonly Part[] => {
	const lines = text.split('\n');
	const marks = lines.flatMap((line, index) => (/^---(?:\s|$)/.test(line) ? index : []));
	const starts = [-1, ...marks];
	return starts.map((start, index) => ({
		text: lines.slice(start + 1, starts[index + 1] ?? lines.length).join('\n'),
		firstLine: start + 1,
	}));
};

const shifted = (diagnostic: Diagnostic, by: number): Diagnostic =>
	diagnostic.rule === 'file-malformed' && diagnostic.facts.line !== null
		? report('file-malformed', {...diagnostic.facts, line: diagnostic.facts.line + by})
		: diagnostic;

/** Whether each document of a text can be read; the first one that can't is told by its line. */
export const checkYaml = async (text: string, {documents}: World): Promise<Attempt<void>> => {
	for (const part of partsOf(text)) {
		const read = await documents.parse(part.text, NAME);
		if (read.ok) continue;
		const {exitCode, diagnostics} = read.problem;
		const found = diagnostics.map(one => shifted(one, part.firstLine));
		return {ok: false, problem: {exitCode, diagnostics: found}};
	}
	return {ok: true, value: undefined};
};
