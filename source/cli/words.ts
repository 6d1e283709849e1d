import type {Invocation} from './command.ts';
import {usageFailure} from './failure.ts';

/** A word after the command; without it the command can't do anything. */
export const wordOf = ({words}: Invocation, index: number, name: string): string => {
	const word = words[index];
	if (word !== undefined && word !== '') return word;
	throw usageFailure('argument-missing', {
		argument: name,
		choices: name.includes('|') ? name.split('|') : [],
	});
};
