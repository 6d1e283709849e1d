const WORDS: ReadonlyMap<string, boolean | number | null> = new Map<
	string,
	boolean | number | null
>([
	...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
		word => [word, true] as const,
	),
	...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
		word => [word, false] as const,
	),
	...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
	...['.nan', '.NaN', '.NAN'].map(word => [word, Number.NaN] as const),
	...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
		word => [word, Number.POSITIVE_INFINITY] as const,
	),
	...['-.inf', '-.Inf', '-.INF'].map(word => [word, Number.NEGATIVE_INFINITY] as const),
]);

/** A text that starts otherwise is no more than text. */
export const FIRST_CHARACTERS: readonly string[] = ['', ...'+-.0123456789yYnNtTfFoO~'];

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const INTEGER = /^([-+]?)(?:(0[xX][\dA-Fa-f]+|0[oO][0-7]+|0[bB][01]+|[1-9]\d*)|0([0-7]*))$/;
const LARGEST_INTEGER = 2n ** 64n - 1n;
const SMALLEST_INTEGER = -(2n ** 63n);

/** Numbers that a float can't hold are big integers, so that no digit is lost. */
const integerOf = (text: string): number | bigint | undefined => {
	const [, sign, digits, octal] = INTEGER.exec(text) ?? [];
	if (sign === undefined) return undefined;
	const size = BigInt(digits ?? `0o${octal || '0'}`);
	const value = sign === '-' ? -size : size;
	if (value > LARGEST_INTEGER || value < SMALLEST_INTEGER) return undefined;
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value;
};

const floatOf = (text: string): number | undefined => {
	const number = FLOAT.test(text) ? Number(text) : Number.NaN;
	return Number.isFinite(number) ? number : undefined;
};

/**
 * What kubectl reads in a scalar that is written without quotes and tag; undefined for text. Its parser
 * knows the words of YAML 1.1, octal numbers and underscores in numbers, but neither base 60 nor dates.
 */
export const plainValue = (text: string): boolean | number | bigint | null | undefined => {
	const word = WORDS.get(text);
	if (word !== undefined) return word;
	if (text.startsWith('.')) return floatOf(text);
	if (!/^[-+\d]/.test(text)) return undefined;
	const bare = text.replaceAll('_', '');
	return integerOf(bare) ?? floatOf(bare);
};
