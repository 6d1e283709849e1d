/** Keys that every YAML parser reads as text when they stand without quotes, within brackets too. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Characters that YAML doesn't take unescaped, and what no terminal should obey. */
const UNSAFE = /[\u007f-\u00a0\ufeff\ufffe\uffff\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** Text in double quotes, as YAML and JSON read it alike. */
export const doubleQuoted = (text: string): string =>
	JSON.stringify(text).replace(
		UNSAFE,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/** A key in double quotes where those around it are, else with as few as it needs: single ones. */
export const keyText = (key: string, isQuoted: boolean): string => {
	if (isQuoted) return doubleQuoted(key);
	return PLAIN.test(key) && !RESERVED.test(key) ? key : `'${key.replaceAll("'", "''")}'`;
};
