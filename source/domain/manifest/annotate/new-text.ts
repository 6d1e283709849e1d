import {doubleQuoted, keyText} from './key-text.ts';

/** Annotations to write, within maps of these keys that have to be made for them, the outermost first. */
export type NewText = {
	readonly inside: readonly string[];
	readonly entries: readonly (readonly [key: string, value: string])[];
};

/** How a block map writes its entries. */
export type BlockStyle = {
	/** Of its keys, from 0. */
	readonly column: number;
	/** Columns that a map within it stands further in. */
	readonly step: number;
	readonly isQuoted: boolean;
};

export const blockLines = (
	{inside: [key, ...inside], entries}: NewText,
	{column, step, isQuoted}: BlockStyle,
): readonly string[] => {
	const margin = ' '.repeat(column);
	if (key === undefined)
		return entries.map(
			([name, value]) => `${margin}${keyText(name, isQuoted)}: ${doubleQuoted(value)}`,
		);
	return [
		`${margin}${keyText(key, isQuoted)}:`,
		...blockLines({inside, entries}, {column: column + step, step, isQuoted: false}),
	];
};

/** How a map in brackets writes its entries. */
export type FlowStyle = {
	readonly isQuoted: boolean;
	/** Between key and value. */
	readonly colon: string;
	/** Between a comma and the next key: blanks, or a break and a margin. */
	readonly gap: string;
	/** What a map within it has in front of its margin beyond that; null for one on the same line. */
	readonly step: string | null;
};

/** The entries as they stand between brackets, without the blanks at both ends. */
export const flowText = (
	{inside: [key, ...inside], entries}: NewText,
	style: FlowStyle,
): string => {
	const {isQuoted, colon, gap, step} = style;
	if (key === undefined)
		return entries
			.map(([name, value]) => keyText(name, isQuoted) + colon + doubleQuoted(value))
			.join(`,${gap}`);
	const deeper = step === null ? gap : gap + step;
	const within = flowText({inside, entries}, {...style, gap: deeper});
	const [open, close] = step === null ? ['', ''] : [deeper, gap];
	return `${keyText(key, isQuoted)}${colon}{${open}${within}${close}}`;
};
