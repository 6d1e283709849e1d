import {add, ceiling, compare, fraction, multiply, parseDecimal, zero} from './fraction.ts';
import {err, ok, type Result} from './result.ts';

declare const unit: unique symbol;
/** Whole seconds. */
export type Seconds = number & {readonly [unit]: 'second'};

export const seconds = (count: number): Seconds => count as Seconds;
export const hours = (count: number): Seconds => seconds(count * 3600);

export type DurationProblem = {
	readonly reason:
		| 'empty'
		| 'malformed'
		| 'negative'
		| 'unit-missing'
		| 'unit-unknown'
		| 'too-large';
	readonly suggestion?: string;
};

const UNIT_SECONDS: ReadonlyMap<string, number> = new Map([
	['s', 1],
	['m', 60],
	['min', 60],
	['h', 3600],
	['d', 86_400],
	['w', 604_800],
]);
/** Longer texts are no durations; it also bounds the arithmetic. */
const MAX_LENGTH = 40;
/** Ten years: nothing is planned for longer. */
const MAX_SECONDS = 315_360_000n;

const UNIT_WORDS = /^(?:(s)ec(?:ond)?s?|(m)in(?:ute)?s?|(h)(?:ou)?rs?|(d)ays?|(w)(?:ee)?ks?)$/;

/** `30 Days` as the `30d` that was meant. */
const corrected = (text: string): string | undefined => {
	const units = text
		.toLowerCase()
		.replace(/\s+/g, '')
		.replace(/[a-z]+/g, word => UNIT_WORDS.exec(word)?.slice(1).join('') ?? word);
	return read(units).ok ? units : undefined;
};

/** Reads `60s`, `5m`, `1.5h`, `30d`, `2w` and sums such as `1h30m`; rounded up to a second. */
export const parseDuration = (text: string): Result<Seconds, DurationProblem> => {
	const trimmed = text.trim();
	const duration = read(trimmed);
	if (duration.ok) return duration;
	const suggestion = corrected(trimmed);
	return suggestion ? err({...duration.problem, suggestion}) : duration;
};

const read = (trimmed: string): Result<Seconds, DurationProblem> => {
	if (trimmed === '') return err({reason: 'empty'});
	if (trimmed.startsWith('-')) return err({reason: 'negative'});
	if (trimmed.length > MAX_LENGTH) return err({reason: 'malformed'});
	if (parseDecimal(trimmed)) return err({reason: 'unit-missing'});
	if (!/^(?:\d+(?:\.\d+)?[a-z]+)+$/.test(trimmed)) return err({reason: 'malformed'});
	let total = zero;
	for (const [, digits = '', suffix = ''] of trimmed.matchAll(/(\d+(?:\.\d+)?)([a-z]+)/g)) {
		const size = UNIT_SECONDS.get(suffix);
		const number = parseDecimal(digits);
		if (size === undefined || !number) return err({reason: 'unit-unknown'});
		total = add(total, multiply(number, fraction(size)));
	}
	if (compare(total, fraction(MAX_SECONDS)) > 0) return err({reason: 'too-large'});
	return ok(seconds(Number(ceiling(total))));
};

/** The largest units first; reads back as the same duration: `30d`, `1h30m`, `0s`. */
export const formatDuration = (duration: Seconds): string => {
	let rest: number = duration;
	let text = '';
	for (const suffix of ['d', 'h', 'm', 's']) {
		const size = UNIT_SECONDS.get(suffix) ?? 1;
		const count = Math.floor(rest / size);
		if (count > 0) text += `${count}${suffix}`;
		rest -= count * size;
	}
	return text || '0s';
};
