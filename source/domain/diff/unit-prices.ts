import {parseSpec} from '../catalogue/spec.ts';
import {exact} from '../pricing/cpu-mem-price.ts';
import {
	add,
	compare,
	divide,
	type Fraction,
	isZero,
	multiply,
	roundHalfEven,
	subtract,
} from '../units/fraction.ts';
import {type Money, money} from '../units/money.ts';

/** A size of vCPU and memory with its price. */
type Point = {readonly vcpu: Fraction; readonly gib: Fraction; readonly price: Money};

/** What one vCPU and one GiB cost. */
type Units = {readonly vcpu: Fraction; readonly gib: Fraction};

/** Documents round amounts further down. */
const PLACES = 6;

const sizeOf = (spec: string): Omit<Point, 'price'> | null => {
	const parsed = parseSpec(spec);
	return parsed.ok && parsed.value.kind === 'cpu-mem'
		? {vcpu: exact(parsed.value.vcpu), gib: exact(parsed.value.memoryGiB)}
		: null;
};

const crossed = (a: Fraction, b: Fraction, c: Fraction, d: Fraction): Fraction =>
	subtract(multiply(a, d), multiply(b, c));

/** Two sizes of another ratio say what each unit costs. */
const unitsOf = (points: readonly Point[]): Units | null => {
	const [first] = points;
	const second = points.find(
		({vcpu, gib}) => first && !isZero(crossed(first.vcpu, first.gib, vcpu, gib)),
	);
	if (!(first && second)) return null;
	const [p, q] = [first.price.amount, second.price.amount];
	const determinant = crossed(first.vcpu, first.gib, second.vcpu, second.gib);
	return {
		vcpu: divide(crossed(p, first.gib, q, second.gib), determinant),
		gib: divide(crossed(first.vcpu, p, second.vcpu, q), determinant),
	};
};

const priceBy = (units: Units, {vcpu, gib}: Omit<Point, 'price'>): Fraction =>
	add(multiply(units.vcpu, vcpu), multiply(units.gib, gib));

const isExplained = (units: Units, point: Point): boolean =>
	compare(
		roundHalfEven(priceBy(units, point), PLACES),
		roundHalfEven(point.price.amount, PLACES),
	) === 0;

/** Prices of every size of vCPU and memory, as far as known ones all follow from two unit prices. */
export const sizePrices = (known: ReadonlyMap<string, Money>): ((spec: string) => Money | null) => {
	const points = [...known].flatMap(([spec, price]): readonly Point[] => {
		const size = sizeOf(spec);
		return size ? [{...size, price}] : [];
	});
	const units = unitsOf(points);
	const [first] = points;
	if (!(units && first && points.every(point => isExplained(units, point)))) return () => null;
	return spec => {
		const size = sizeOf(spec);
		return size && money(first.price.currency, priceBy(units, size));
	};
};
