import {flagOfPath, planFlagOf} from '../domain/input/flag-table.ts';
import type {PlanInput} from '../domain/input/plan-input.ts';
import {type CommandBase, type FlagValue, writeFlags} from '../domain/input/write-flags.ts';
import type {Naming} from './language/language.ts';
import {printable} from './printable.ts';

/** Text that every POSIX shell reads as one word. */
const SAFE_WORD = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** What a terminal would obey is written as `$'\u001b'`, which bash, zsh and ksh read back. */
const escapedWord = (text: string): string =>
	`$'${printable(text.replace(/[\\']/g, character => `\\${character}`))}'`;

const shellWord = (text: string): string => {
	if (SAFE_WORD.test(text)) return text;
	return printable(text) === text ? `'${text.replaceAll("'", "'\\''")}'` : escapedWord(text);
};

const flagWords = (flag: string, value: string): readonly string[] => {
	if (planFlagOf(flag)?.kind !== 'boolean') return [`--${flag}`, shellWord(value)];
	return value === 'true' ? [`--${flag}`] : [`--${flag}=${value}`];
};

/** A field as its flag, `--cron '0 2 * * *'`. */
export const flagNaming: Naming = (path, value) => {
	const name = `--${flagOfPath(path)?.name ?? path}`;
	return value === undefined ? name : `${name} ${shellWord(value)}`;
};

/**
 * The command that does the same as the wizard did: of the answers only what differs from the base is
 * named, and `always` whatever they are.
 */
export const equivalentCommand = (
	input: PlanInput,
	base: CommandBase | null,
	always: readonly FlagValue[] = [],
): string => {
	const flags = [...(base?.flags ?? []), ...always, ...writeFlags(input, base?.input)];
	const words = flags.flatMap(({flag, values}) => values.flatMap(value => flagWords(flag, value)));
	return ['eci-plan export', ...words].join(' ');
};
