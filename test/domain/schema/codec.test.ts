import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	big,
	boolean,
	type Codec,
	choice,
	exact,
	list,
	mapped,
	matching,
	nullable,
	number,
	numbersByName,
	object,
	pair,
	rawText,
	tagged,
	text,
	whole,
} from '../../../source/domain/schema/codec.ts';
import {fraction} from '../../../source/domain/units/fraction.ts';

type Readable = Pick<Codec<unknown>, 'read'>;

/** What is read of a value, or where and why nothing is. */
const readOf = (codec: Readable, value: unknown): unknown => {
	const problems: string[] = [];
	const read = codec.read(value, '', (path, problem) => problems.push(`${path} ${problem}`));
	return problems.length > 0 ? problems : read;
};

type Shape =
	| {readonly kind: 'round'; readonly radius: number}
	| {readonly kind: 'square'; readonly side: number};

const shape: Codec<Shape> = tagged('kind', {
	round: object({kind: choice(['round']), radius: number(0)}),
	square: object({kind: choice(['square']), side: number(0)}),
});

describe('what is written is read back', () => {
	const isSame = <T>(codec: Codec<T>, values: fc.Arbitrary<NoInfer<T>>) =>
		fc.assert(
			fc.property(values, value => {
				const written: unknown = JSON.parse(JSON.stringify(codec.write(value)));
				expect(readOf(codec, written)).toEqual(value);
			}),
		);
	const finite = fc
		.double({noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15})
		.map(value => value + 0);
	const fractions = fc
		.tuple(fc.bigInt({min: -(10n ** 40n), max: 10n ** 40n}), fc.bigInt({min: 1n, max: 10n ** 40n}))
		.map(([top, bottom]) => fraction(top, bottom));

	test('numbers and fractions exactly', () => {
		isSame(number(), finite);
		isSame(exact, fractions);
		isSame(big, fc.bigInt({min: 0n, max: 10n ** 200n}));
	});

	test('lists, pairs, objects and one of several', () => {
		isSame(
			list(pair(whole(), nullable(boolean))),
			fc.array(fc.tuple(fc.nat(), fc.option(fc.boolean(), {nil: null}))),
		);
		isSame(
			shape,
			fc.oneof(
				fc.nat().map((radius): Shape => ({kind: 'round', radius})),
				fc.nat().map((side): Shape => ({kind: 'square', side})),
			),
		);
		isSame(rawText, fc.string());
	});
});

describe('what nobody wrote is refused', () => {
	const refused: readonly (readonly [Readable, unknown])[] = [
		[number(0, 1), 2],
		[number(), Number.NaN],
		[number(), '1'],
		[number(), 1e16],
		[whole(), 1.5],
		[whole(), -1],
		[text, 'a\u001b[2J'],
		[text, 'a\u202eb'],
		[text, 'a'.repeat(4001)],
		[rawText, 'a'.repeat(4001)],
		[boolean, 'true'],
		[choice(['a']), 'b'],
		[choice(['a']), 'toString'],
		[matching(/^a+$/, 3), 'aaaa'],
		[big, '-1'],
		[big, '1e3'],
		[exact, '1/0'],
		[exact, '1/-2'],
		[exact, '0x10'],
		[exact, '9'.repeat(1001)],
		[list(number()), {length: 1}],
		[pair(number(), number()), [1]],
		[object({}), []],
		[object({}), null],
		[numbersByName(number()), [1]],
		[mapped(number(), Number, () => undefined), 1],
	];

	test.each(refused)('%#', (codec, value) => {
		expect(readOf(codec, value)).toEqual([' value']);
	});

	test('with the path of the first thing that is wrong', () => {
		const codec = object({of: list(shape), name: text});
		expect(readOf(codec, {of: [], name: 1})).toEqual(['name value']);
		expect(readOf(codec, {of: []})).toEqual(['name missing']);
		expect(readOf(codec, {name: 'a'})).toEqual(['of missing']);
		expect(readOf(codec, {of: [], name: 'a', more: 1})).toEqual(['more unknown']);
		expect(readOf(codec, {of: [{kind: 'round', radius: 1}, {kind: 'flat'}], name: 'a'})).toEqual([
			'of[1].kind value',
		]);
		expect(readOf(codec, {of: [{kind: 'square', radius: 1}], name: 'a'})).toEqual([
			'of[0].radius unknown',
		]);
	});

	test('also where an object inherits it', () => {
		const codec = object({constructor: text});
		expect(readOf(codec, {})).toEqual(['constructor missing']);
		const hostile: unknown = JSON.parse('{"__proto__": {"name": "a"}}');
		expect(readOf(object({name: text}), hostile)).toEqual(['__proto__ unknown']);
		const named = readOf(numbersByName(number()), JSON.parse('{"__proto__": 1}'));
		expect(Object.getPrototypeOf(named)).toBe(Object.prototype);
		expect(Object.entries(named as object)).toEqual([['__proto__', 1]]);
	});
});
