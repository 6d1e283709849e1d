import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {openStockPath} from '../../../../source/domain/simulation/market/stock-path.ts';
import {errorsOff, HOUR, sampleOf} from '../../../helpers/simulation/models.ts';

const RENEWAL = {law: 'renewal', meanUpHours: 4.051, meanDownHours: 1.069} as const;
const PATHS = 40_000;

const upSeconds = (stock: ReturnType<typeof openStockPath>, until: number): number => {
	let [second, up] = [0, 0];
	while (second < until) {
		const next = Math.min(until, stock.nextChange(second));
		if (stock.isUp(second)) up += next - second;
		second = next;
	}
	return up;
};

/** Facts §4-C. */
describe('spells in stock and out of it', () => {
	const stock = openStockPath(RENEWAL, {seed: 1, entity: 0, layer: 2});
	const starts: {readonly isUp: boolean; readonly later: boolean; readonly upHours: number}[] = [];
	for (let path = 0; path < PATHS; path++) {
		stock.open(path);
		starts.push({
			isUp: stock.isUp(0),
			later: stock.isUp(HOUR),
			upHours: upSeconds(stock, 52 * HOUR) / HOUR,
		});
	}
	const fromUp = starts.filter(({isUp}) => isUp);

	test('availability', () => {
		const share = sampleOf(starts.map(({isUp}) => Number(isUp)));
		expect(errorsOff(share, 0.7912109375)).toBeLessThan(4);
		const later = sampleOf(starts.map(({later: up}) => Number(up)));
		expect(errorsOff(later, 0.7912109375)).toBeLessThan(4);
	});

	test('the chance to be in stock an hour after it was', () => {
		const share = sampleOf(fromUp.map(({later}) => Number(later)));
		expect(errorsOff(share, 0.8552195822)).toBeLessThan(4);
	});

	test('the time in stock within 52 hours', () => {
		expect(errorsOff(sampleOf(fromUp.map(({upHours}) => upHours)), 41.31956348)).toBeLessThan(4);
	});

	test('the mean price of 0.30 while in stock and 1.00 while not', () => {
		const prices = starts.map(({upHours}) => (upHours * 0.3 + (52 - upHours) * 1) / 52);
		expect(errorsOff(sampleOf(prices), 0.4461523438)).toBeLessThan(4);
	});
});

test('a trace is what it was, from its first step, again and again', () => {
	fc.assert(
		fc.property(
			fc.array(fc.boolean(), {minLength: 1, maxLength: 20}),
			fc.integer({min: 1, max: 700}),
			fc.array(fc.nat(50_000), {minLength: 1, maxLength: 30}),
			(up, stepSeconds, seconds) => {
				const stock = openStockPath(
					{law: 'trace', trace: {stepSeconds, up}, start: 'first'},
					{seed: 1, entity: 0, layer: 2},
				);
				stock.open(0);
				const upAt = (second: number) => up[Math.floor(second / stepSeconds) % up.length];
				for (const second of seconds) {
					expect(stock.isUp(second)).toBe(upAt(second));
					const change = stock.nextChange(second);
					if (change === Number.POSITIVE_INFINITY) expect(new Set(up).size).toBe(1);
					else {
						expect(upAt(change)).toBe(!upAt(second));
						expect(upAt(change - 1)).toBe(upAt(second));
					}
				}
			},
		),
	);
});
