/** Creating pods is limited by a token bucket: 100 at once, then 20 a second [D-LIM]. */
const BURST = 100;
const PER_SECOND = 20;

/** Seconds until the last of `pods` is asked for; pulling comes on top. */
export const launchSeconds = (pods: number): number =>
	pods <= BURST ? 0 : Math.ceil((pods - BURST) / PER_SECOND);
