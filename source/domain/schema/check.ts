import type {Diagnostic} from '../diagnostics.ts';
import {nearest} from '../rules/nearest.ts';
import {report} from '../rules/rules.ts';
import type {
	ChoiceShape,
	Infer,
	ListShape,
	MapShape,
	NumberShape,
	NumbersShape,
	ObjectShape,
	Shape,
	TextShape,
	WholeShape,
} from './shape.ts';

type Complain = (diagnostic: Diagnostic) => void;

export type Checked<T> = {readonly value: T; readonly diagnostics: readonly Diagnostic[]};

/** Numbers without a value, as YAML writes them. */
const UNREAL: ReadonlyMap<unknown, string> = new Map([
	[Number.NaN, '.nan'],
	[Number.POSITIVE_INFINITY, '.inf'],
	[Number.NEGATIVE_INFINITY, '-.inf'],
]);

const kindOf = (value: unknown): string => {
	if (value === null) return 'nothing';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'object') return 'object';
	return UNREAL.get(value) ?? typeof value;
};

const wrongType = (expected: string, value: unknown, path: string): Diagnostic =>
	report('field-type', {expected, found: kindOf(value)}, path);

const checkText = (shape: TextShape, value: unknown, path: string, complain: Complain) => {
	if (typeof value === 'string') return value;
	if (shape.number && typeof value === 'number' && Number.isFinite(value)) return String(value);
	complain(wrongType(shape.number ? 'scalar' : 'text', value, path));
	return undefined;
};

const checkChoice = (shape: ChoiceShape, value: unknown, path: string, complain: Complain) => {
	const name = typeof value === 'number' ? String(value) : value;
	if (typeof name !== 'string') {
		complain(wrongType('text', value, path));
		return undefined;
	}
	if (shape.values.includes(name)) return name;
	complain(
		report(
			'field-choice',
			{value: name, choices: shape.values, suggestion: nearest(name, shape.values)},
			path,
		),
	);
	return undefined;
};

const checkWhole = (shape: WholeShape, value: unknown, path: string, complain: Complain) => {
	const number = typeof value === 'string' && /^[-+]?\d{1,15}$/.test(value) ? Number(value) : value;
	const {minimum, maximum} = shape;
	if (
		typeof number === 'number' &&
		Number.isInteger(number) &&
		number >= minimum &&
		number <= maximum
	)
		return number;
	if (typeof value !== 'number' && typeof value !== 'string')
		complain(wrongType('whole-number', value, path));
	else complain(report('field-range', {value: String(value), minimum, maximum}, path));
	return undefined;
};

const checkNumber = (
	{minimum, maximum, open}: NumberShape,
	value: unknown,
	path: string,
	complain: Complain,
) => {
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		complain(wrongType('number', value, path));
		return undefined;
	}
	const isAbove = open === 'minimum' ? value > minimum : value >= minimum;
	const isBelow = open === 'maximum' ? value < maximum : value <= maximum;
	if (isAbove && isBelow) return value;
	complain(
		report('field-number', {value: String(value), minimum, maximum, open: open ?? null}, path),
	);
	return undefined;
};

const checkFlag = (value: unknown, path: string, complain: Complain) => {
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	complain(wrongType('true-or-false', value, path));
	return undefined;
};

const checkList = (shape: ListShape, value: unknown, path: string, complain: Complain) => {
	if (!Array.isArray(value)) {
		complain(wrongType('list', value, path));
		return undefined;
	}
	if (value.length > shape.maximum) {
		complain(report('field-too-many', {count: value.length, maximum: shape.maximum}, path));
		return undefined;
	}
	return value
		.map((item, index) => checkValue(shape.item, item, `${path}[${index}]`, complain))
		.filter(item => item !== undefined);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const checkEntries = <T>(
	maximum: number,
	value: unknown,
	path: string,
	complain: Complain,
	checkItem: (item: unknown, path: string) => T | undefined,
) => {
	if (!isRecord(value)) {
		complain(wrongType('object', value, path));
		return undefined;
	}
	const entries = Object.entries(value);
	if (entries.length > maximum) {
		complain(report('field-too-many', {count: entries.length, maximum}, path));
		return undefined;
	}
	const kept = entries.flatMap(([key, item]) => {
		const checked = checkItem(item, join(path, key));
		return checked === undefined ? [] : [[key, checked] as const];
	});
	return Object.fromEntries(kept);
};

const checkMap = (shape: MapShape, value: unknown, path: string, complain: Complain) =>
	checkEntries(shape.maximum, value, path, complain, (item, at) => {
		if (typeof item === 'string') return item;
		complain(wrongType('text', item, at));
		return undefined;
	});

const checkNumbers = (shape: NumbersShape, value: unknown, path: string, complain: Complain) =>
	checkEntries(shape.maximum, value, path, complain, (item, at) =>
		checkNumber(shape.item, item, at, complain),
	);

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

const checkObject = (shape: ObjectShape, value: unknown, path: string, complain: Complain) => {
	if (!isRecord(value)) {
		complain(wrongType('object', value, path));
		return undefined;
	}
	const known = Object.keys(shape.fields);
	for (const name of Object.keys(value))
		if (!known.includes(name))
			complain(report('field-unknown', {name, suggestion: nearest(name, known)}, join(path, name)));
	const entries = Object.entries(shape.fields).flatMap(([name, field]) => {
		const given = Object.hasOwn(value, name) ? value[name] : undefined;
		if (given === undefined || given === null) return [];
		const checked = checkValue(field, given, join(path, name), complain);
		return checked === undefined ? [] : [[name, checked]];
	});
	return Object.fromEntries(entries);
};

const checkValue = (shape: Shape, value: unknown, path: string, complain: Complain): unknown => {
	switch (shape.type) {
		case 'text':
			return checkText(shape, value, path, complain);
		case 'choice':
			return checkChoice(shape, value, path, complain);
		case 'whole':
			return checkWhole(shape, value, path, complain);
		case 'number':
			return checkNumber(shape, value, path, complain);
		case 'flag':
			return checkFlag(value, path, complain);
		case 'list':
			return checkList(shape, value, path, complain);
		case 'map':
			return checkMap(shape, value, path, complain);
		case 'numbers':
			return checkNumbers(shape, value, path, complain);
		case 'object':
			return checkObject(shape, value, path, complain);
	}
};

/**
 * Keeps of `value` what fits the shape and reports the rest, each with its path.
 * Only own, known keys are copied, so `__proto__` and the like never arrive.
 */
export const check = <S extends ObjectShape>(shape: S, value: unknown): Checked<Infer<S>> => {
	const diagnostics: Diagnostic[] = [];
	const checked = checkValue(shape, value, '', diagnostic => diagnostics.push(diagnostic));
	return {value: (checked ?? {}) as Infer<S>, diagnostics};
};
