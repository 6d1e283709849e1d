import {execFileSync} from 'node:child_process';

/** The words that a POSIX shell makes of a command. */
export const shellWords = (command: string): readonly string[] =>
	execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], {encoding: 'utf8'})
		.split('\n')
		.slice(0, -1);
