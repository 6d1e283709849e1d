import {displayWidth} from './display-width.ts';

const WIDEST_BAR = 30;
const NARROWEST_BAR = 8;

/**
 * `Fetching prices of cn-hangzhou [######------]  50 % 12/24`, at most `width` cells; without a bar
 * where there is no room for one, or nobody knows the share that is done.
 */
export const progressBar = (
	label: string,
	share: number | null,
	detail: string,
	width: number,
): string => {
	if (share === null) return `${label} ${detail}`;
	const done = Math.min(1, share);
	const tail = `${String(Math.floor(done * 100)).padStart(3)} % ${detail}`;
	const room = width - displayWidth(label) - displayWidth(tail) - 4;
	if (room < NARROWEST_BAR) return `${label} ${tail.trimStart()}`;
	const cells = Math.min(WIDEST_BAR, room);
	const filled = Math.floor(done * cells);
	return `${label} [${'#'.repeat(filled)}${'-'.repeat(cells - filled)}] ${tail}`;
};
