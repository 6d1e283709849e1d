import fc from 'fast-check';
import {dump} from 'js-yaml';

/** Pieces that YAML gives a meaning to, in any order. */
const PIECES = [
	'a',
	'b: ',
	'c:\n',
	'- ',
	'\n',
	'\n  ',
	'\n    ',
	'{',
	'}',
	'[',
	']',
	', ',
	'"x"',
	"'y'",
	'"',
	"'",
	'|\n',
	'>-\n',
	'|2+\n',
	'&a ',
	'*a',
	'<<: *a\n',
	'? ',
	': ',
	' # c\n',
	'---\n',
	'--- ',
	'\n---\n',
	'...\n',
	'!!str ',
	'!x ',
	'\t',
	'\r\n',
	'\r',
	'\ufeff',
	'%YAML 1.2\n',
	'{{ x }}',
	'~',
	'0777',
	'yes',
	'é',
	'\u2028',
	'\u00a0',
	'\u0000',
	'__proto__: ',
	'\ud800',
];

/** Texts that are seldom YAML, but near it. */
export const yamlLike = fc
	.array(fc.constantFrom(...PIECES), {maxLength: 25})
	.map(pieces => pieces.join(''));

const word = fc.oneof(
	fc.constantFrom('a', 'b', 'yes', '1', '0x1f', 'x: y', '# no', '---', '...', '', ' lead', 'é ☃'),
	fc.constantFrom('two\nlines', 'end\n', '\n\nstart', 'tab\there', '{{ x }}', '"q"', "it's", '~'),
);
const {value} = fc.letrec<{value: unknown}>(tie => ({
	value: fc.oneof(
		{maxDepth: 4, withCrossShrink: true},
		fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.double({noNaN: true})),
		fc.array(tie('value'), {maxLength: 4}),
		fc.dictionary(word, tie('value'), {maxKeys: 4, noNullPrototype: true}),
	),
}));

/** One document as people and programs lay it out. */
const documentText = fc
	.record({
		value,
		flowLevel: fc.constantFrom(-1, -1, 0, 1, 2),
		indent: fc.constantFrom(2, 4),
		seqNoIndent: fc.boolean(),
		flowBracketPadding: fc.boolean(),
	})
	.map(({value: content, ...layout}) => dump(content, {...layout, lineWidth: 20}));

/** What stands before a document. */
const lead = fc.constantFrom(
	'---\n',
	'--- # next\n',
	'...\n---\n',
	'...\n# comment\n---\n',
	'...\n%YAML 1.2\n---\n',
	'---\n# comment\n\n',
	'\n\n---\n',
);

/** Streams of sound documents. */
export const yamlStream = fc
	.record({
		start: fc.constantFrom('', '---\n', '# comment\n', '%YAML 1.1\n---\n', '\ufeff', '\n'),
		documents: fc.array(fc.tuple(lead, documentText), {minLength: 1, maxLength: 4}),
		end: fc.constantFrom('', '...\n', '# end', '\n\n', '---\n'),
		newline: fc.constantFrom('\n', '\r\n'),
	})
	.map(({start, documents, end, newline}) => {
		const [[, first] = ['', ''], ...rest] = documents;
		const text = start + first + rest.flat().join('') + end;
		return text.replaceAll('\n', newline);
	});
