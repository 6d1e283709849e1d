import {
	type Document,
	isNode,
	isScalar,
	LineCounter,
	parseDocument,
	visit,
	type YAMLError,
} from 'yaml';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, Documents} from '../ports.ts';

/** Aliases may multiply a small text into a huge tree; plans need none beyond these. */
const MAX_ALIASES = 100;
const MAX_DEPTH = 64;
const MAX_INDENT = 512;

type Place = {readonly line: number; readonly col: number};

const malformed = (file: string, detail: string, place?: Place): Attempt<never> => ({
	ok: false,
	problem: {
		exitCode: 2,
		diagnostics: [
			report('file-malformed', {
				file,
				line: place?.line ?? null,
				column: place?.col ?? null,
				detail,
			}),
		],
	},
});

/** Brackets and list marks that stand open at once, as the bare text shows them; strings count too. */
const isTooDeep = (text: string): boolean => {
	let open = 0;
	for (const character of text) {
		if (character === '{' || character === '[') open++;
		else if (character === '}' || character === ']') open--;
		if (open > MAX_DEPTH) return true;
	}
	return text.split('\n').some(line => (/^(?: |- )*/.exec(line)?.[0].length ?? 0) > MAX_INDENT);
};

/** What is wrong with the aliases, if anything: too many, or one that stands for what it is a part of. */
const aliasProblem = (document: Document): string | undefined => {
	let count = 0;
	let problem: string | undefined;
	visit(document, {
		Alias: (_key, alias, path) => {
			count++;
			if (count > MAX_ALIASES) problem = 'too many aliases';
			else if (path.some(node => node === alias.resolve(document)))
				problem = `the alias ${alias.source} stands inside of what it repeats`;
			return problem === undefined ? undefined : visit.BREAK;
		},
	});
	return problem;
};

/** Where a key stands for the second time; the library's own check takes the square of the keys' number. */
const findDuplicate = (document: Document): number | undefined => {
	let offset: number | undefined;
	visit(document, {
		Map: (_key, map) => {
			const seen = new Set<unknown>();
			for (const {key} of map.items) {
				const name = isScalar(key) ? key.value : key;
				if (seen.has(name) && isNode(key)) {
					offset = key.range?.[0];
					return visit.BREAK;
				}
				seen.add(name);
			}
			return undefined;
		},
	});
	return offset;
};

/** The library tells programmers which function to call; a person has to hear what is wrong. */
const detailOf = ({code, message}: YAMLError): string =>
	code === 'MULTIPLE_DOCS'
		? 'it holds several documents'
		: (message.split(' at line ')[0] ?? message);

const parse = (text: string, name: string): Attempt<unknown> => {
	if (isTooDeep(text)) return malformed(name, 'too deeply nested');
	const lineCounter = new LineCounter();
	const document = parseDocument(text, {lineCounter, uniqueKeys: false, stringKeys: true});
	const [error] = document.errors;
	if (error) return malformed(name, detailOf(error), error.linePos?.[0]);
	const problem = aliasProblem(document);
	if (problem !== undefined) return malformed(name, problem);
	const duplicate = findDuplicate(document);
	if (duplicate !== undefined)
		return malformed(name, 'Map keys must be unique', lineCounter.linePos(duplicate));
	try {
		return {ok: true, value: document.toJS({maxAliasCount: MAX_ALIASES}) as unknown};
	} catch (error_) {
		return malformed(name, error_ instanceof Error ? error_.message : 'unreadable');
	}
};

/** YAML and JSON, which is a part of it. */
export const yamlDocuments: Documents = {
	parse: (text, name) => Promise.resolve(parse(text, name)),
};
