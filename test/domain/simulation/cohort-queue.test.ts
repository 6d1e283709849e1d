import fc from 'fast-check';
import {expect, test} from 'vitest';
import {CohortQueue} from '../../../source/domain/simulation/cohort-queue.ts';

type Cohort = {readonly from: number; readonly to: number; readonly pods: number};

const window = fc
	.tuple(fc.nat(20), fc.nat(20))
	.map(([from, length]) => [from, from + length] as const);
/** Pods that come back later than they were taken, by how much. */
const returns = fc.array(fc.tuple(fc.integer({min: 1, max: 5}), fc.integer({min: 1, max: 4})), {
	maxLength: 60,
});

const sorted = (cohorts: readonly Cohort[]): readonly Cohort[] =>
	cohorts.toSorted((a, b) => a.from - b.from || a.to - b.to);

test('cohorts come in the order of time, each once, and no pod is lost', () => {
	fc.assert(
		fc.property(fc.array(fc.array(window)), returns, (replicas, later) => {
			const queue = new CohortQueue(replicas);
			for (let run = 0; run < 2; run++) {
				const expected = replicas.flat().filter(([from, to]) => from < to).length;
				const rest = [...later];
				const taken: Cohort[] = [];
				let added = 0;
				queue.restart();
				while (queue.take()) {
					const {from, to, pods} = queue;
					taken.push({from, to, pods});
					for (const [after, count] of rest.splice(0, 2)) {
						queue.add(from + after, to, count);
						added += count;
					}
				}
				expect(taken).toEqual(sorted(taken));
				expect(new Set(taken.map(({from, to}) => `${from}-${to}`)).size).toBe(taken.length);
				expect(taken.reduce((sum, {pods}) => sum + pods, 0)).toBe(expected + added);
			}
		}),
	);
});
