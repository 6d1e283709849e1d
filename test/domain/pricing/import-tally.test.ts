import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	importTally,
	LEFT_REASONS,
	leftIn,
	RECORD_KINDS,
	takenIn,
} from '../../../source/domain/pricing/import-tally.ts';
import {VERDICTS} from '../../../source/domain/pricing/price-import.ts';
import {anyRecord} from '../../helpers/price-records.ts';

test('every verdict but one is a reason to leave a price', () => {
	for (const verdict of VERDICTS)
		expect([verdict, LEFT_REASONS.some(reason => reason === verdict)]).toEqual([
			verdict,
			verdict !== 'taken',
		]);
});

test('what is taken and what is left are counted once each, in the order of the lists', () => {
	const anyLeft = fc.tuple(fc.constantFrom(...LEFT_REASONS), fc.integer({min: 1, max: 5}));
	const anyJudged = fc.tuple(anyRecord(), fc.constantFrom(...VERDICTS));
	fc.assert(
		fc.property(fc.array(anyLeft), fc.array(anyJudged), fc.nat(30), (left, judged, broken) => {
			const tally = importTally();
			for (const [reason, count] of left) tally.left(reason, count);
			for (const [record, verdict] of judged) tally.judged(record, verdict);
			for (let line = 1; line <= broken; line++)
				tally.broke({line, reason: 'price-invalid', field: 'price'});
			const counts = tally.finish();
			const taken = judged.filter(([, verdict]) => verdict === 'taken');
			expect(takenIn(counts)).toBe(taken.length);
			expect(takenIn(counts) + leftIn(counts)).toBe(tally.count());
			expect(tally.count()).toBe(
				left.reduce((sum, [, count]) => sum + count, judged.length + broken),
			);
			expect([...counts.taken.keys()]).toEqual(
				RECORD_KINDS.filter(kind => taken.some(([record]) => record.kind === kind)),
			);
			expect([...counts.left.keys()]).toEqual(
				LEFT_REASONS.filter(reason => counts.left.has(reason)),
			);
			expect([...counts.regions.values()].reduce((a, b) => a + b, 0)).toBe(taken.length);
			expect(counts.broken).toEqual(
				Array.from({length: Math.min(broken, 10)}, (_, index) => ({
					line: index + 1,
					reason: 'price-invalid',
					field: 'price',
				})),
			);
		}),
	);
});
