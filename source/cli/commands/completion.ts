import {FAMILIES} from '../../domain/catalogue/families.ts';
import {isLabelName} from '../../domain/input/names.ts';
import {nearest} from '../../domain/rules/nearest.ts';
import {STRATEGIES} from '../../domain/simulation/simulation-model.ts';
import type {World} from '../../ports.ts';
import {type CompletionShell, completionScript, SHELLS} from '../../present/completion.ts';
import {SCHEMAS} from '../../present/schemas.ts';
import type {CommandRow, Invocation} from '../command.ts';
import {COMMANDS, DEFAULT_COMMAND} from '../commands.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {FIRST_WORDS, FLAG_WORDS, flagsOf, type KnownFlag} from '../parse-arguments.ts';
import {presetNames} from '../presets.ts';
import {wordOf} from '../words.ts';

const shellOf = (text: string): CompletionShell => {
	const shell = SHELLS.find(name => name === text);
	if (shell) return shell;
	throw usageFailure('argument-choice', {
		argument: 'completion',
		value: text,
		choices: SHELLS,
		suggestion: nearest(text, SHELLS),
	});
};

/** The words behind a command, where they are known beforehand. */
const wordsOf = ({name, words}: CommandRow): readonly string[] => {
	if (name === 'schema') return [...SCHEMAS.keys()];
	return words.includes('|') ? words.split('|') : [];
};

/** What is known today of flags that take more than a fixed choice. */
const valuesOf = async (
	invocation: Invocation,
	world: World,
): Promise<ReadonlyMap<string, readonly string[]>> => {
	const families = [...FAMILIES.keys()];
	const presets = await presetNames(invocation, world);
	return new Map([
		['region', await world.prices.regions()],
		['families', families],
		['exclude-families', families],
		['strategies', STRATEGIES],
		// A settings file may have been written by anybody.
		['preset', presets.map(({name}) => name).filter(name => isLabelName(name))],
	]);
};

const withValues = (flag: KnownFlag, values: ReadonlyMap<string, readonly string[]>): KnownFlag => {
	const choices = flag.choices ?? values.get(flag.name);
	return choices ? {...flag, choices} : flag;
};

/** The completion script of a shell, made from the tables of commands and flags. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const shell = shellOf(wordOf(invocation, 0, SHELLS.join('|')));
	const values = await valuesOf(invocation, world);
	const rows = [DEFAULT_COMMAND, ...COMMANDS].map(row => ({
		name: row.name,
		words: wordsOf(row),
		flags: flagsOf(row).map(flag => withValues(flag, values)),
		takesFile: /^(?:FILE|OLD)\b/.test(row.words),
	}));
	const commands = [
		...rows,
		...FLAG_WORDS.map(name => ({name, words: name === 'help' ? FIRST_WORDS : [], flags: []})),
	];
	await world.stdout.write(completionScript(shell, commands));
	return EXIT.done;
};
