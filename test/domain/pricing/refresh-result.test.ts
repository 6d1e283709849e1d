import {describe, expect, test} from 'vitest';
import {refreshTally, takenOf} from '../../../source/domain/pricing/refresh-result.ts';

describe('the tally of a refresh', () => {
	test('counts by topic and outcome, in their order', () => {
		const tally = refreshTally();
		tally.add('spot', 'taken');
		tally.add('on-demand', 'not-sold');
		tally.add('spot', 'taken');
		tally.add('on-demand', 'taken');
		tally.add('advice', 'older');
		const counts = tally.counts();
		expect(counts).toEqual([
			{topic: 'on-demand', outcome: 'taken', count: 1},
			{topic: 'on-demand', outcome: 'not-sold', count: 1},
			{topic: 'spot', outcome: 'taken', count: 2},
			{topic: 'advice', outcome: 'older', count: 1},
		]);
		expect(takenOf(counts)).toBe(3);
	});

	test('of nothing is nothing', () => {
		expect(refreshTally().counts()).toEqual([]);
		expect(takenOf([])).toBe(0);
	});
});
