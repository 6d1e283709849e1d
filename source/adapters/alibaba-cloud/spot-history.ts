import type {PriceApiAnswer} from '../../domain/pricing/price-api-types.ts';
import {malformed} from './caller.ts';
import {type Asking, currencyOf, fieldOf, nameOf, priceOf, type Question} from './questions.ts';
import type {Sdk} from './sdk.ts';

const OPERATION = 'DescribeSpotPriceHistory';
const SECONDS_PER_HOUR = 3600;
/** What the API looks back over by itself: enough for the latest quote, which is set by the hour. */
const LATEST_HOURS = 3;
/** More pages than the hours of 30 days in any number of zones fill. */
const MAX_PAGES = 1000;

type Body = NonNullable<Awaited<ReturnType<Sdk['spotHistory']>>>;
type Row = NonNullable<NonNullable<Body['spotPrices']>['spotPriceType']>[number];

const timeText = (seconds: number): string =>
	`${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

const instantOf = (text: string | undefined): number => {
	const milliseconds = Date.parse(fieldOf(OPERATION, 'Timestamp', text));
	if (Number.isNaN(milliseconds)) throw malformed(OPERATION, 'field', 'Timestamp');
	return Math.floor(milliseconds / 1000);
};

const answerOf = (row: Row, currencyText: string | undefined, region: string): PriceApiAnswer => {
	const price = priceOf(OPERATION, 'SpotPrice', row.spotPrice);
	if (price === null) return {kind: 'not-sold', topic: 'spot'};
	return {
		kind: 'record',
		record: {
			kind: 'spot',
			region,
			type: nameOf(OPERATION, 'InstanceType', row.instanceType),
			zone: nameOf(OPERATION, 'ZoneId', row.zoneId),
			currency: currencyOf(OPERATION, currencyText),
			price,
			at: instantOf(row.timestamp),
		},
	};
};

/** Where the next page starts; null behind the last one. */
const nextOffset = ({nextOffset: next}: Body, offset: number, rows: number): number | null => {
	if (!next || rows === 0) return null;
	if (next <= offset) throw malformed(OPERATION, 'paging');
	return next;
};

const ask = async (type: string, asking: Asking): Promise<readonly PriceApiAnswer[]> => {
	const {sdk, call, request, moment} = asking;
	const hours = request.historyHours || LATEST_HOURS;
	const window = {
		type,
		startTime: timeText(moment - hours * SECONDS_PER_HOUR),
		endTime: timeText(moment),
	};
	const answers: PriceApiAnswer[] = [];
	let offset: number | null = 0;
	for (let page = 0; offset !== null; page++) {
		if (page === MAX_PAGES) throw malformed(OPERATION, 'paging');
		const question = {...window, offset};
		const answer = await call(OPERATION, () => sdk.spotHistory(question));
		if (!answer.ok) break;
		const body: Body = fieldOf(OPERATION, 'SpotPrices', answer.value);
		const rows = fieldOf(OPERATION, 'SpotPrices', body.spotPrices).spotPriceType ?? [];
		for (const row of rows) answers.push(answerOf(row, body.currency, request.region));
		offset = nextOffset(body, offset, rows.length);
	}
	return answers.length > 0 ? answers : [{kind: 'not-sold', topic: 'spot'}];
};

/** Spot prices of every zone over time, at least a call a type. */
export const spotHistoryQuestions = (asking: Asking): readonly Question[] =>
	asking.request.types.map(type => () => ask(type, asking));
