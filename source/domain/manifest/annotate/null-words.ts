/** What stands for null; nothing does, too. */
export const NULL_WORDS: readonly string[] = ['', '~', 'null', 'Null', 'NULL'];

/** Between a key and what was written below it, a word for null that was made a comment. */
export const NULL_COMMENT: RegExp = /^(\s*:\s*(?:&\S+\s+)?)# (?:~|null|Null|NULL)(?=\s|$)/;

/** By the number of blanks within the braces that take their place. */
const IN_BRACES: ReadonlyMap<number, string> = new Map([
	[2, 'null'],
	[3, '~'],
]);

/** What stands within both ends of braces that take the place of a word; null for a word that is too rare. */
export const blanksFor = (word: string): string | null => {
	const [width] = [...IN_BRACES].find(([, name]) => name === word) ?? [];
	return width === undefined ? null : ' '.repeat(width);
};

/** The word that braces took the place of, if they did. */
export const wordFor = (blanks: string): string | null =>
	/^ +$/.test(blanks) ? (IN_BRACES.get(blanks.length) ?? null) : null;
