import type {AssumptionFacts, StockFacts} from '../../../domain/simulation/assumption-facts.ts';
import {formatDuration, seconds} from '../../../domain/units/duration.ts';
import {plainDecimal} from '../../estimate-text.ts';
import {type AssumptionTexts, assumed, CHARGED_BY} from '../assumption-text.ts';
import {enLabels} from './labels.ts';

const number = (value: number): string => plainDecimal(value, 4);
const percent = (share: number): string => `${plainDecimal(share * 100, 2)} %`;
const hours = (value: number): string => `${number(value)} h`;
const minutes = (value: number): string => `${number(value)} min`;

const stockText = (facts: StockFacts): string => {
	switch (facts.law) {
		case 'always':
			return 'always there';
		case 'bernoulli':
			return `drawn at each try, ${percent(facts.other)} where nothing else is said`;
		case 'renewal':
			return `${hours(facts.meanUpHours)} there and ${hours(facts.meanDownHours)} gone on average`;
		case 'trace':
			return `a trace of ${hours(facts.hours)}, there for ${percent(facts.share)} of it`;
	}
};

const RATIO_SOURCES: Readonly<Record<AssumptionFacts['spot-ratio']['source'], string>> = {
	market: 'by the market file',
	advice: 'by spot advice',
	quote: 'by quoted prices',
	ratio: 'by ECS types of its size',
	assumed: 'assumed',
};

const START_UP: Readonly<Record<AssumptionFacts['start-up']['basis'], string>> = {
	given: 'as given',
	cached: 'with the image cache',
	transfer: 'by the size of the images',
	'transfer-nat': 'by the size of the images, through a NAT gateway that is wide enough',
	assumed: 'assumed',
};

const RESERVED: Readonly<Record<AssumptionFacts['reserved-price']['source'], string>> = {
	given: 'as given',
	subscription: 'by its subscription price',
	assumed: 'assumed',
};

const LIMITS: Readonly<Record<AssumptionFacts['price-limit']['reason'], string>> = {
	given: 'as given',
	service: 'as advised for a service',
	batch: 'as advised for batch work',
	deadline: 'as advised for the deadline',
};

const duration = (count: number): string => formatDuration(seconds(Math.round(count)));

export const enAssumptionTexts: AssumptionTexts = {
	market: ({name}) => assumed('Market', name, '--market calm|normal|stress|FILE'),
	'price-law': facts =>
		facts.law === 'constant'
			? assumed('Spot price', 'stays at its mean', 'price.law')
			: assumed(
					'Spot price',
					`moves ${percent(facts.sigma)} around its mean (σ), changes in ${percent(facts.changeProbability)} of hours, keeps ${percent(facts.phi)} of its distance an hour; from ${percent(facts.floor)} to ${percent(facts.cap)} of pay-as-you-go`,
					'price',
				),
	'price-history': ({hours: recorded, meanBlockHours}) =>
		assumed(
			'Spot price',
			meanBlockHours === 0
				? `repeats ${hours(recorded)} of record`
				: `drawn from ${hours(recorded)} of record in blocks of ${hours(meanBlockHours)}`,
			'price.law',
		),
	'history-short': ({hours: recorded, horizonHours}) =>
		assumed(
			'Record',
			`${hours(recorded)} for a horizon of ${hours(horizonHours)}: no price outside the record is ever drawn`,
			'prices import',
		),
	'spot-ratio': ({spec, ratio, source}) =>
		assumed(
			'Spot ratio',
			`${spec} costs ${percent(ratio)} of pay-as-you-go on average, ${RATIO_SOURCES[source]}`,
			'price.ratio',
		),
	'interruption-rate': ({rate, perHours, meanHours}) =>
		assumed(
			'Interruption',
			`${percent(rate)} of pods in ${hours(perHours)}, one in ${hours(meanHours)} on average`,
			'--interruption-rate',
		),
	'interruption-mean': ({law, meanHours}) =>
		assumed('Interruption', `one in ${hours(meanHours)} on average, ${law}`, '--mtbf'),
	'interruption-advised': ({spec, meanHours}) =>
		assumed(
			'Interruption',
			`${spec}: one in ${hours(meanHours)} on average, by spot advice`,
			'--mtbf',
		),
	'interruption-none': () => assumed('Interruption', 'none but by stock and price', '--mtbf'),
	stock: facts => assumed('Spot stock', stockText(facts), 'stock'),
	'on-demand-stock': facts => assumed('Other stock', stockText(facts), 'onDemandStock'),
	protection: ({hours: protectedHours}) =>
		assumed(
			'Protection',
			protectedHours === 0
				? 'none'
				: `${hours(protectedHours)} from the start, at the price of the start`,
			'protectionHours',
		),
	checks: ({checkMinutes, noticeMinutes}) =>
		assumed(
			'Checks',
			`${checkMinutes === 0 ? 'all the time' : `every ${minutes(checkMinutes)}`} after protection, released ${minutes(noticeMinutes)} later`,
			'checkMinutes, noticeMinutes',
		),
	retry: ({retryMinutes, trySeconds}) =>
		assumed(
			'Next try',
			`${retryMinutes === 0 ? 'when stock changes' : `after ${minutes(retryMinutes)}`}; an entry without stock takes ${number(trySeconds)} s`,
			'retryMinutes, trySeconds',
		),
	'common-shock': ({share}) =>
		assumed(
			'Together',
			`${percent(share)} of interruptions hit all pods of a zone and spec`,
			'commonShock',
		),
	zones: ({zones, order}) =>
		assumed(
			'Zones',
			`${number(zones)}, tried ${order === 'random' ? 'at random' : 'in order'}`,
			'--vswitch',
		),
	'start-up': ({seconds: pull, basis}) =>
		assumed('Start-up', `${number(pull)} s billed a pod, ${START_UP[basis]}`, '--pull'),
	calendar: ({timeZone}) =>
		assumed('Calendar', `starts on Monday 00:00 of ${timeZone}`, '--time-zone'),
	'reserved-price': ({hoursPerMonth, source}) =>
		assumed(
			'Reserved',
			`one costs ${number(hoursPerMonth)} pay-as-you-go hours a month, ${RESERVED[source]}`,
			'--reserved-hours',
		),
	'price-limit': ({currency, perHour, reason}) =>
		assumed(
			'Price limit',
			`${perHour} ${currency} an hour, ${LIMITS[reason]}`,
			'--spot-price-limit',
		),
	'not-priced': ({charge}) =>
		assumed(enLabels.notPriced, enLabels.otherCharges[charge], CHARGED_BY[charge]),
	checkpoint: ({everySeconds, costSeconds, restoreSeconds, notice}) =>
		assumed(
			'Checkpoint',
			`every ${duration(everySeconds)} of work, takes ${duration(costSeconds)} to write and ${duration(restoreSeconds)} to read; ${notice === 'saves' ? 'work is saved in the notice as well' : 'the notice is too short for one'}`,
			'--checkpoint-every, --checkpoint-cost, --restore-cost',
		),
	'no-checkpoint': () =>
		assumed('Checkpoint', 'none: an interrupted run starts from scratch', '--checkpoint-every'),
	'deadline-policy': ({deadlineHours}) =>
		assumed(
			'Deadline',
			`${formatDuration(seconds(Math.round(deadlineHours * 3600)))} from the start of a run; greedy and uniform-progress go on demand in time for it`,
			'--deadline',
		),
};
