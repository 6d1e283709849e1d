import {useApp, useStdout} from 'ink';
import {useEffect} from 'react';
import {CLIP, WRAP} from './use-clipped-lines.ts';

/** Ctrl-Z from outside, as `kill -TSTP` and job control of a shell send it. */
export type Suspension = {
	/** Calls `handler` in place of stopping; returns how to end that. */
	readonly listen: (handler: () => void) => () => void;
	/** Stops the process; returns once it goes on. */
	readonly stop: () => void;
};

/** Gives the terminal back while the program is stopped, and takes it again once it goes on. */
export const useSuspension = (suspension: Suspension, fail: (error: unknown) => void): void => {
	const {suspendTerminal} = useApp();
	const {stdout} = useStdout();
	useEffect(() => {
		let isStopped = false;
		const stop = async (): Promise<void> => {
			// Stopped twice before it went on, it is stopped once.
			if (isStopped) return;
			isStopped = true;
			await suspendTerminal(() => {
				stdout.write(WRAP);
				suspension.stop();
				stdout.write(CLIP);
			});
			isStopped = false;
		};
		return suspension.listen(() => {
			stop().catch(fail);
		});
	}, [suspension, suspendTerminal, stdout, fail]);
};
