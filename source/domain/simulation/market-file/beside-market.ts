/**
 * The path of a file that a market names: by its own folder, and never out of it, so that a market from
 * somewhere else reads nothing but what came with it. Null for any other path.
 */
export const besideMarket = (market: string, file: string): string | null => {
	const isAbsolute = /^(?:[\\/]|[a-z]:)/i.test(file);
	const leaves = file.split(/[\\/]/).includes('..');
	if (file.trim() === '' || isAbsolute || leaves) return null;
	const folder = /^.*[\\/]/s.exec(market)?.[0] ?? '';
	// A bare dash would be standard input.
	return folder === '' && file === '-' ? './-' : folder + file;
};
