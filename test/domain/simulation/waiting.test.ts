import {expect, test} from 'vitest';
import {LAYERS} from '../../../source/domain/simulation/market/market.ts';
import {openStockPath} from '../../../source/domain/simulation/market/stock-path.ts';
import {
	batchOf,
	errorsOff,
	HOUR,
	modelOf,
	onlyColumns,
	STILL_MARKET,
	sampleOf,
} from '../../helpers/simulation/models.ts';

const PATHS = 8000;
const CELL_SECONDS = 300;
/** What a cell costs in which the pod runs all the time, at a quarter of 1 an hour. */
const WHOLE_CELL = (0.25 * CELL_SECONDS) / HOUR;

/** When the last cost came up: within its cell, as long after the start as that much takes. */
const endOf = (course: Float64Array): number => {
	const last = course.indexOf(course.at(-1) ?? 0);
	const cost = (course[last] ?? 0) - (course[last - 1] ?? 0);
	return (last + cost / WHOLE_CELL) * CELL_SECONDS;
};

/** Facts §4-C: from the moment at which stock is there, 48 useful hours take 48 (1 + λ/μ) of them. */
test('work that loses nothing and waits for stock takes 60.6665 hours for 48', () => {
	const stock = {law: 'renewal', meanUpHours: 4.051, meanDownHours: 1.069} as const;
	const cells = (150 * HOUR) / CELL_SECONDS;
	const model = modelOf({
		horizonSeconds: 150 * HOUR,
		cells,
		cellSeconds: CELL_SECONDS,
		market: {...STILL_MARKET, stock},
		workload: batchOf(48, {
			end: 150 * HOUR,
			checkpoint: {everySeconds: 1, costSeconds: 0, restoreSeconds: 0},
		}),
	});
	const {cells: courses, servedSeconds} = onlyColumns(model, PATHS);
	expect(new Set(servedSeconds)).toEqual(new Set([48 * HOUR]));
	const path = openStockPath(stock, {seed: model.seed, entity: 0, layer: LAYERS.stock});
	const fromUp = Array.from({length: PATHS}, (_, number) => number).filter(number => {
		path.open(number);
		return path.isUp(0);
	});
	const hours = fromUp.map(
		number => endOf(courses.subarray(number * cells, (number + 1) * cells)) / HOUR,
	);
	expect(hours.length).toBeGreaterThan(PATHS / 2);
	expect(errorsOff(sampleOf(hours), 60.6665021)).toBeLessThan(4);
});
