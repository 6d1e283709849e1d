import {useStdout} from 'ink';
import {useLayoutEffect} from 'react';

/** DECAWM, the mode of a terminal that goes on in the next line where one is full. */
export const CLIP = '\u001B[?7l';
export const WRAP = '\u001B[?7h';

/**
 * Right after a resize, the frame of the old width is drawn once more. With its lines cut by the
 * terminal none moves the ones below it, so the next frame is drawn over it cleanly.
 */
export const useClippedLines = (): void => {
	const {stdout} = useStdout();
	useLayoutEffect(() => {
		stdout.write(CLIP);
		return () => {
			stdout.write(WRAP);
		};
	}, [stdout]);
};
