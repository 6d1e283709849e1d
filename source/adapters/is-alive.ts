import process from 'node:process';
import {errorCode} from './file-reason.ts';

/** Whether a process of this machine still runs. What another user runs can't be signalled, and lives all the same. */
export const isAlive = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return errorCode(error) === 'EPERM';
	}
};
