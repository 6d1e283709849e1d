import {cutCells, displayWidth} from './display-width.ts';

const WIDEST_BAR = 30;
const NARROWEST_BAR = 8;

/**
 * `Fetching prices of cn-hangzhou [######------]  50 % 12/24`, at most `width` cells; without a bar
 * where there is no room for one, or nobody knows the share that is done. A width of 0 is no limit.
 */
export const progressBar = (
	label: string,
	share: number | null,
	detail: string,
	width: number,
): string => {
	const fitted = (text: string) => (width > 0 ? cutCells(text, width) : text);
	if (share === null) return fitted(`${label} ${detail}`);
	const done = Math.min(1, share);
	const tail = `${String(Math.floor(done * 100)).padStart(3)} % ${detail}`;
	const room = width - displayWidth(label) - displayWidth(tail) - 4;
	if (room < NARROWEST_BAR) return fitted(`${label} ${tail.trimStart()}`);
	const cells = Math.min(WIDEST_BAR, room);
	const filled = Math.floor(done * cells);
	return `${label} [${'#'.repeat(filled)}${'-'.repeat(cells - filled)}] ${tail}`;
};
