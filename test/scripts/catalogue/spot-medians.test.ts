import {expect, test} from 'vitest';
import {spotMedians} from '../../../scripts/catalogue/spot-medians.ts';

const meta = {onDemandAsOf: '2024-12-30', spotAsOf: '2024-10-09'};

test('medians of spot over on-demand are those of all pairs, and of the families that ECI runs', () => {
	const medians = spotMedians({
		meta,
		regions: {
			'cn-hangzhou': {
				// 0.1 and 0.2
				'ecs.c6.large': {od: 0.5, s: {h: 0.05, i: 0.1}},
				// 0.3; its price on demand is older
				'ecs.g6.large': {od0: 1, s: {h: 0.3}},
				// 0.9, of a family that ECI doesn't run
				'ecs.ebmc6.26xlarge': {od: 10, s: {h: 9}},
				'ecs.c7.large': {s: {h: 0.1}},
				'ecs.r6.large': {od: 1},
			},
			'cn-fuzhou': {'ecs.c6.large': {od: 0.5}},
			'cn-beijing': {'ecs.c6.large': {od: 1, s: {h: 0.4}}},
		},
	});
	expect([...medians]).toEqual([
		// 0.1 0.2 0.3 0.4 0.9, and without the last (0.2 + 0.3) ÷ 2
		['all', {source: {pairs: 5, median: '0.3000'}, kept: {pairs: 4, median: '0.2500'}}],
		['cn-hangzhou', {source: {pairs: 4, median: '0.2500'}, kept: {pairs: 3, median: '0.2000'}}],
		['cn-fuzhou', {source: {pairs: 0, median: null}, kept: {pairs: 0, median: null}}],
		['cn-beijing', {source: {pairs: 1, median: '0.4000'}, kept: {pairs: 1, median: '0.4000'}}],
	]);
});
