/** Points of the rule in each part; far more than smooth functions need for 12 digits. */
const POINTS = 40;
const PARTS = 20;

/** Legendre's polynomial of degree `n` and its derivative. */
const legendre = (n: number, x: number): readonly [value: number, slope: number] => {
	let [before, value] = [1, x];
	for (let k = 2; k <= n; k++)
		[before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
	return [value, (n * (x * value - before)) / (x * x - 1)];
};

type Node = {readonly x: number; readonly weight: number};

const nodeOf = (index: number): Node => {
	let x = Math.cos((Math.PI * (index + 0.75)) / (POINTS + 0.5));
	for (let step = 0; step < 10; step++) {
		const [value, slope] = legendre(POINTS, x);
		x -= value / slope;
	}
	const [, slope] = legendre(POINTS, x);
	return {x, weight: 2 / ((1 - x * x) * slope * slope)};
};

const NODES = Array.from({length: POINTS}, (_, index) => nodeOf(index));

/** ∫ f from `from` to `to` by Gauss–Legendre in equal parts. */
export const integral = (f: (x: number) => number, from: number, to: number): number => {
	const half = (to - from) / PARTS / 2;
	let sum = 0;
	for (let part = 0; part < PARTS; part++) {
		const middle = from + half * (2 * part + 1);
		for (const {x, weight} of NODES) sum += weight * half * f(middle + half * x);
	}
	return sum;
};
