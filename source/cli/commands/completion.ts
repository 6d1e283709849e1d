import {nearest} from '../../domain/rules/nearest.ts';
import type {World} from '../../ports.ts';
import {type CompletionShell, completionScript, SHELLS} from '../../present/completion.ts';
import {SCHEMAS} from '../../present/schemas.ts';
import type {CommandRow, Invocation} from '../command.ts';
import {COMMANDS, DEFAULT_COMMAND} from '../commands.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {FIRST_WORDS, FLAG_WORDS, flagsOf} from '../parse-arguments.ts';
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

/** The completion script of a shell, made from the tables of commands and flags. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const shell = shellOf(wordOf(invocation, 0, SHELLS.join('|')));
	const rows = [DEFAULT_COMMAND, ...COMMANDS].map(row => ({
		name: row.name,
		words: wordsOf(row),
		flags: flagsOf(row),
	}));
	const commands = [
		...rows,
		...FLAG_WORDS.map(name => ({name, words: name === 'help' ? FIRST_WORDS : [], flags: []})),
	];
	await world.stdout.write(completionScript(shell, commands));
	return EXIT.done;
};
