import {expect, test} from 'vitest';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {reportLines} from '../../source/present/report-lines.ts';
import {plainText} from '../../source/present/tone.ts';
import {entryWhy, sizeWhy} from '../../source/present/why-report.ts';
import {plannedOf} from '../../source/ui/state/rows.ts';
import {smallPriceBook} from '../helpers/price-book.ts';
import {opened} from '../helpers/wizard-steps.ts';

const book = smallPriceBook();
const plan = plannedOf(
	opened({
		containers: [
			{name: 'app', cpu: '1500m', memory: '2Gi'},
			{name: 'log', cpu: '500m', memory: '1Gi'},
		],
		chain: {useSpecs: ['2-4Gi', 'ecs.c7.large']},
	}),
).plan;
const rounding = plannedOf(opened({cpu: '2', memory: '3Gi'})).plan;

const textOf = (report: Parameters<typeof reportLines>[0]) =>
	reportLines(report, 100).map(plainText).join('\n');

const entryText = (token: string, language: 'en' | 'zh-CN' = 'en'): string => {
	const entry = plan?.chain.entries.find(one => one.token === token);
	if (!plan || !entry) throw new Error(`${token} is in the chain`);
	return textOf(entryWhy(entry, {plan, book, language}));
};

/** 2 vCPU and 4 GiB at the list rates of facts §3.1, a second, an hour and 730 hours. */
const SECOND = '2 × ¥0.000049 + 4 × ¥0.00000613 = ¥0.00012252';
const HOUR = '¥0.00012252 × 3600 = ¥0.4411';
const MONTH = '¥0.4411 × 730 = ¥321.98';

test('a billed size has its rule and its formula', () => {
	if (!rounding) throw new Error('planned');
	const text = textOf(sizeWhy({plan: rounding, book, language: 'en'}));
	for (const part of ['2 vCPU, 3 GiB', 'rounds the sum up', '2-4Gi', SECOND, HOUR, MONTH])
		expect(text).toContain(part);
	expect(text).toContain('ECI实例概述');
});

test('an entry has its price, its day and its source', () => {
	for (const part of [SECOND, HOUR, MONTH, 'ECI实例概述'])
		expect(entryText('2-4Gi')).toContain(part);
	const type = entryText('ecs.c7.large');
	expect(type).toContain('¥0.4077, the list price of ecs.c7.large');
	expect(type).toContain('¥0.4077 × 730 = ¥297.62');
	expect(type).toContain('2024-12-30');
});

test('spot is a share of the list, and stock a chance with its reason', () => {
	const type = entryText('ecs.c7.large');
	expect(type).toMatch(/¥0\.4077 × 19\.1 % = ¥0\.0780/);
	expect(type).toContain('quoted spot price');
	expect(type).toContain('80 %');
	expect(type).toContain('nobody publishes it');
});

test.each(LANGUAGES)('no word of it is missing in %s', language => {
	expect(entryText('2-4Gi', language)).not.toMatch(/undefined|null/);
});
