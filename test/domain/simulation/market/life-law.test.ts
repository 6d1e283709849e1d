import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lifeLaw} from '../../../../source/domain/simulation/market/life-law.ts';

/** Γ(1 + 1 / k) by its product [Weierstrass], to compare with; k is at most 1. */
const gammaOf = (x: number): number => {
	let logarithm = -0.577_215_664_901_532_9 * x - Math.log(x);
	const terms = 2_000_000;
	for (let n = 1; n <= terms; n++) logarithm += x / n - Math.log1p(x / n);
	// What the terms that are left come to: Σ (x/n)²/2.
	return Math.exp(logarithm + (x * x) / (2 * (terms + 0.5)));
};

const SHAPES = [0.3, 0.55, 0.9] as const;
const SCALES = SHAPES.map(shape => 67 / gammaOf(1 + 1 / shape));

test("what shocks can't follow of an early Weibull life is each pod's own, and adds up to the law", () => {
	fc.assert(
		fc.property(
			fc.nat(SHAPES.length - 1),
			fc.double({min: 0, max: 0.99, noNaN: true}),
			fc.double({min: 1e-6, max: 3, noNaN: true}),
			(which, common, hazard) => {
				const [shape = 1, scale = 1] = [SHAPES[which], SCALES[which]];
				const law = lifeLaw({law: 'weibull', meanHours: 67, shape}, common);
				const whole = (age: number) => (age / scale) ** shape;
				const age = law.ownAge(hazard);
				const early = Math.min(age, 1 / 12);
				// Shocks come at one rate; up to the twelfth of an hour they hit for sure, later as the law falls.
				const fromShocks = law.shocksPerHour * early + common * (whole(age) - whole(early));
				expect(whole(age) - fromShocks).toBeCloseTo(hazard, 6);
			},
		),
	);
});
