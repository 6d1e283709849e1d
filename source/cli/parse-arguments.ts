import {Parser} from 'yargs/helpers';
import type {Diagnostic} from '../domain/diagnostics.ts';
import {PLAN_FLAGS} from '../domain/input/flag-table.ts';
import {nearest} from '../domain/rules/nearest.ts';
import {report} from '../domain/rules/rules.ts';
import type {CommandRow, FaceFlag, FlagValues} from './command.ts';
import {COMMANDS, COMMON_FLAGS, DEFAULT_COMMAND} from './commands.ts';
import {Failure, usageFailure} from './failure.ts';

const PROGRAM = 'eci-plan';

/** What a flag is to the parser, whichever table it stands in. */
export type KnownFlag = {
	readonly name: string;
	readonly isBoolean: boolean;
	readonly isRepeated: boolean;
	readonly short?: string;
	readonly choices?: readonly string[];
};

const fromFace = ({name, kind, short, choices, repeats}: FaceFlag): KnownFlag => ({
	name,
	isBoolean: kind === 'boolean',
	isRepeated: repeats === true,
	...(short !== undefined && {short}),
	...(choices && {choices}),
});

const PLAN_KNOWN: ReadonlyMap<string, KnownFlag> = new Map(
	PLAN_FLAGS.map(({name, kind, choices, joins}) => [
		name,
		{
			name,
			isBoolean: kind === 'boolean',
			isRepeated: joins === true || ['list', 'pairs', 'records'].includes(kind),
			...(choices && {choices}),
		},
	]),
);

/** The flags that a command takes. */
export const flagsOf = ({groups, without = [], flags}: CommandRow): readonly KnownFlag[] => [
	...PLAN_FLAGS.filter(
		({group, name}) => groups.includes(group) && !without.includes(name),
	).flatMap(({name}) => PLAN_KNOWN.get(name) ?? []),
	...[...flags, ...COMMON_FLAGS].map(fromFace),
];

const ALL_FLAGS: ReadonlyMap<string, KnownFlag> = new Map(
	[DEFAULT_COMMAND, ...COMMANDS].flatMap(flagsOf).map(known => [known.name, known]),
);

/** `size`, `presets`: what may stand behind the name of the program. */
export const FIRST_WORDS: readonly string[] = [
	...new Set(COMMANDS.map(({name}) => name.split(' ')[0] ?? name)),
];

const SHORTS: readonly string[] = [...ALL_FLAGS.values()].flatMap(({short}) => short ?? []);
const VALUED_SHORTS: readonly string[] = [...ALL_FLAGS.values()].flatMap(({short, isBoolean}) =>
	short === undefined || isBoolean ? [] : short,
);

/** All flags, as the command that the line names takes them: `--explain` has a value for one alone. */
const knownFor = (args: readonly string[]): ReadonlyMap<string, KnownFlag> => {
	const first = args.find(arg => FIRST_WORDS.includes(arg));
	const rows = COMMANDS.filter(({name}) => name.split(' ')[0] === first);
	return new Map([
		...ALL_FLAGS,
		...rows.flatMap(flagsOf).map(known => [known.name, known] as const),
	]);
};

type IsValued = (name: string) => boolean;

/** True for what can only be the value of the flag before it: `-3Gi`, and `-`, which is standard input. */
const isValueOf = (flag: string, arg: string, isValued: IsValued): boolean => {
	const long = /^--([a-z-]+)$/.exec(flag)?.[1];
	if (long !== undefined) return isValued(long) && /^-(?:$|[\d.])/.test(arg);
	return arg === '-' && /^-[a-z]$/.test(flag) && VALUED_SHORTS.includes(flag.slice(1));
};

/** Values that begin with a dash are joined to their flags, and `-ojson` is `-o=json`. */
const joinValues = (args: readonly string[], isValued: IsValued): readonly string[] => {
	const joined: string[] = [];
	for (const arg of args) {
		const last = joined.at(-1) ?? '';
		const [, short = '', glued = ''] = /^-([a-z])(?!=)(.+)$/s.exec(arg) ?? [];
		if (isValueOf(last, arg, isValued)) joined[joined.length - 1] = `${last}=${arg}`;
		else if (VALUED_SHORTS.includes(short)) joined.push(`-${short}=${glued}`);
		else joined.push(arg);
	}
	return joined;
};

/** What the parser would get wrong: names that every object has, and `--quiet=yes`, which it reads as false. */
const checkWritten = (args: readonly string[], isValued: IsValued): void => {
	for (const arg of args) {
		const [, name = '', value] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
		if (name in Object.prototype)
			throw usageFailure('flag-unknown', {
				flag: `--${name}`,
				command: PROGRAM,
				suggestion: null,
			});
		const isWrong = value !== undefined && !/^(?:true|false)$/.test(value);
		if (isWrong && !isValued(name))
			throw usageFailure('field-type', {expected: 'true-or-false', found: 'text'}, `--${name}`);
	}
};

/** Of the parser of yargs: names and texts stay as they were written. */
const PARSING = {
	'boolean-negation': false,
	'camel-case-expansion': false,
	'dot-notation': false,
	'duplicate-arguments-array': true,
	'greedy-arrays': false,
	'parse-numbers': false,
	'parse-positional-numbers': false,
	'short-option-groups': false,
};

const readArguments = (args: readonly string[]) => {
	const known = knownFor(args);
	const isValued: IsValued = name => known.get(name)?.isBoolean !== true;
	checkWritten(args, isValued);
	const flags = [...known.values()];
	const namesOf = (isBoolean: boolean) =>
		flags.filter(flag => flag.isBoolean === isBoolean).map(({name}) => name);
	return Parser([...joinValues(args, isValued)], {
		configuration: PARSING,
		boolean: namesOf(true),
		string: namesOf(false),
		array: namesOf(false),
		alias: Object.fromEntries(
			flags.flatMap(({name, short}) => (short === undefined ? [] : [[name, [short]]])),
		),
	});
};

const childrenOf = (first: string): readonly string[] =>
	COMMANDS.flatMap(({name}) =>
		name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : [],
	);

/** The command that the words name. For help, the first of two is enough. */
const commandOf = (
	words: readonly string[],
	isHelp: boolean,
): {row: CommandRow; rest: readonly string[]} => {
	const [first, second] = words;
	if (first === undefined) return {row: DEFAULT_COMMAND, rest: []};
	const row =
		COMMANDS.find(({name}) => name === `${first} ${second ?? ''}`) ??
		COMMANDS.find(({name}) => name === first);
	if (row) return {row, rest: words.slice(row.name.split(' ').length)};
	const children = childrenOf(first);
	if (children.length === 0) {
		const known = [...FIRST_WORDS, ...FLAG_WORDS];
		throw usageFailure('command-unknown', {command: first, suggestion: nearest(first, known)});
	}
	if (second === undefined && isHelp) return {row: DEFAULT_COMMAND, rest: []};
	if (second === undefined)
		throw usageFailure('argument-missing', {argument: first, choices: children});
	throw usageFailure('argument-choice', {
		argument: first,
		value: second,
		choices: children,
		suggestion: nearest(second, children),
	});
};

/** Words that do what the flags of the same name do: `help size` is `size --help`. */
export const FLAG_WORDS = ['help', 'version'] as const;

const leadingWord = (
	words: readonly string[],
): {word: (typeof FLAG_WORDS)[number] | null; rest: readonly string[]} => {
	const word = FLAG_WORDS.find(name => name === words[0]) ?? null;
	return {word, rest: word === null ? words : words.slice(1)};
};

const valuesOf = (value: unknown): readonly string[] =>
	(Array.isArray(value) ? value : [value]).map(item => String(item));

const checkFlag = (name: string, row: CommandRow): Diagnostic | null => {
	const known = flagsOf(row);
	if (known.some(flag => flag.name === name)) return null;
	const command = row.name === '' ? PROGRAM : row.name;
	return ALL_FLAGS.has(name)
		? report('flag-unused', {flag: `--${name}`, command})
		: report('flag-unknown', {
				flag: `${name.length === 1 ? '-' : '--'}${name}`,
				command,
				suggestion:
					name.length === 1
						? null
						: nearest(
								name,
								known.map(flag => flag.name),
							),
			});
};

const checkChoice = (
	name: string,
	values: readonly string[],
	row: CommandRow,
): Diagnostic | null => {
	const choices = flagsOf(row).find(flag => flag.name === name)?.choices;
	const wrong = choices && values.find(value => !choices.includes(value));
	return wrong === undefined || !choices
		? null
		: report(
				'field-choice',
				{value: wrong, choices, suggestion: nearest(wrong, choices)},
				`--${name}`,
			);
};

const checkValues = (
	name: string,
	values: readonly string[],
	row: CommandRow,
	args: readonly string[],
): Diagnostic | null => {
	if (values.length > 0 && values.every(value => value !== ''))
		return checkChoice(name, values, row);
	const flag = `--${name}`;
	return report('flag-value-missing', {flag: args.includes(`${flag}=`) ? `${flag}=` : flag});
};

export type ParsedArguments = {
	readonly row: CommandRow;
	readonly words: readonly string[];
	readonly flags: FlagValues;
};

/** Reads the command line; unknown commands and flags, and flags without a value, are usage failures. */
export const parseArguments = (args: readonly string[]): ParsedArguments => {
	const {_: words, ...given} = readArguments(args);
	const entries = Object.entries(given).filter(
		([name, value]) => value !== undefined && !SHORTS.includes(name),
	);
	const {word, rest: named} = leadingWord(words.map(String));
	const {row, rest} = commandOf(named, word === 'help' || given['help'] === true);
	const flags = new Map<string, readonly string[]>(word === null ? [] : [[word, ['true']]]);
	const problems: Diagnostic[] = [];
	for (const [name, value] of entries) {
		const values = valuesOf(value);
		const problem = checkFlag(name, row) ?? checkValues(name, values, row, args);
		if (problem) problems.push(problem);
		flags.set(name, ALL_FLAGS.get(name)?.isRepeated ? values : values.slice(-1));
	}
	if (problems.length > 0) throw new Failure(2, problems);
	return {row, words: rest, flags};
};
