const MAX_LENGTH = 100;

/** Letters to insert, delete or replace to turn `a` into `b`. */
export const editDistance = (a: string, b: string): number => {
	let last = Array.from({length: b.length + 1}, (_, column) => column);
	for (const [rowIndex, letter] of [...a].entries()) {
		const row = [rowIndex + 1];
		for (let column = 1; column <= b.length; column++) {
			const replaced = (last[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
			row.push(Math.min(replaced, (last[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
		}
		last = row;
	}
	return last[b.length] ?? 0;
};

/** The known word that was probably meant, or null. Case doesn't count; words over 100 letters match nothing. */
export const nearest = (word: string, known: readonly string[]): string | null => {
	if (word.length > MAX_LENGTH) return null;
	const lower = word.toLowerCase();
	let best: {readonly name: string; readonly distance: number} | null = null;
	for (const name of known) {
		const distance = editDistance(lower, name.toLowerCase());
		const limit = Math.max(1, Math.floor(Math.max(word.length, name.length) / 3));
		if (distance <= limit && (best === null || distance < best.distance)) best = {name, distance};
	}
	return best?.name ?? null;
};
