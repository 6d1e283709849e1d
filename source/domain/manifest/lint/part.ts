/** The way to a value of a document: keys of maps and positions of lists. */
export type Place = readonly (string | number)[];

/** A value of a document and where it stands. It may be anything: files are written by people. */
export type Part = {readonly value: unknown; readonly place: Place};

type Fields = {readonly [key: string]: unknown};

const isMap = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part under these keys; its value is undefined where there is none. */
export const at = (part: Part, ...keys: readonly string[]): Part =>
	keys.reduce<Part>(
		({value, place}, key) => ({
			value: isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined,
			place: [...place, key],
		}),
		part,
	);

/** The parts of a map by their keys; none of anything else. */
export const entriesOf = ({value, place}: Part): readonly (readonly [key: string, part: Part])[] =>
	isMap(value)
		? Object.entries(value).map(([key, item]) => [key, {value: item, place: [...place, key]}])
		: [];

/** The parts of a list; none of anything else. */
export const itemsOf = ({value, place}: Part): readonly Part[] =>
	Array.isArray(value)
		? value.map((item: unknown, index) => ({value: item, place: [...place, index]}))
		: [];

/** True for a part that somebody wrote, be it empty. */
export const isGiven = ({value}: Part): boolean => value !== undefined && value !== null;

export const textOf = ({value}: Part): string | null => (typeof value === 'string' ? value : null);

/** The text that a value is, or would be in quotes. */
export const quotedTextOf = ({value}: Part): string | null =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : null;

/** The texts of a list. */
export const textsOf = (part: Part): readonly string[] =>
	itemsOf(part).flatMap(item => textOf(item) ?? []);

/** A count of things, if it is one. */
export const countOf = ({value}: Part): number | null =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** `spec.volumes[0].hostPath`, `metadata.annotations["k8s.aliyun.com/eci-vswitch"]` */
export const placeText = (place: Place): string =>
	place.reduce<string>((text, step) => {
		if (typeof step === 'number') return `${text}[${step}]`;
		if (!/^[\w-]+$/.test(step)) return `${text}[${JSON.stringify(step)}]`;
		return text === '' ? step : `${text}.${step}`;
	}, '');
