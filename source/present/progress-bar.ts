import {displayWidth} from './display-width.ts';

const WIDEST_BAR = 30;
const NARROWEST_BAR = 8;

/**
 * `Fetching prices of cn-hangzhou [######------]  50 % 12/24`, at most `width` cells; without a bar
 * where there is no room for one.
 */
export const progressBar = (label: string, done: number, total: number, width: number): string => {
	const share = total > 0 ? Math.min(1, done / total) : 1;
	const tail = `${String(Math.floor(share * 100)).padStart(3)} % ${done}/${total}`;
	const room = width - displayWidth(label) - tail.length - 4;
	if (room < NARROWEST_BAR) return `${label} ${tail.trimStart()}`;
	const cells = Math.min(WIDEST_BAR, room);
	const filled = Math.floor(share * cells);
	return `${label} [${'#'.repeat(filled)}${'-'.repeat(cells - filled)}] ${tail}`;
};
