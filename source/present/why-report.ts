import type {ChainEntry} from '../domain/chain/chain.ts';
import type {Plan} from '../domain/plan.ts';
import type {Origin} from '../domain/pricing/origin.ts';
import type {PriceBook} from '../domain/pricing/price-book.ts';
import type {SpotPrice} from '../domain/pricing/spot-price.ts';
import {toAmounts} from '../domain/sizing/pod-request.ts';
import {divide} from '../domain/units/fraction.ts';
import {
	exactAmount,
	HOURS_PER_MONTH,
	money,
	perHour,
	perMonth,
	type Rate,
	rate,
	SECONDS_PER_HOUR,
} from '../domain/units/money.ts';
import {amountNumber, amountText} from './amount-text.ts';
import {labelsOf} from './labels.ts';
import type {LanguageId} from './language/language.ts';
import {HOUR_PLACES, MONTH_PLACES} from './money-cell.ts';
import {moneyText, symbolOf} from './money-text.ts';
import {chanceText, ratioText} from './percent-text.ts';
import {pricesFacts} from './prices-report.ts';
import type {FactList, Report} from './report.ts';
import {line} from './tone.ts';
import {wizardTextsOf} from './wizard-texts.ts';

/** What a number is made of: the plan, and the prices with one's own terms. */
export type Grounds = {
	readonly plan: Plan;
	readonly book: PriceBook;
	readonly language: LanguageId;
};

type Rows = FactList['rows'];

const wordsOf = (language: LanguageId) => wizardTextsOf(language).habits.why;

const exactText = ({currency, perSecond}: Rate): string =>
	`${symbolOf(currency)}${exactAmount(money(currency, perSecond))}`;
const hourText = (price: Rate): string => moneyText(perHour(price), HOUR_PLACES);
const monthText = (price: Rate): string => moneyText(perMonth(price), MONTH_PLACES);

type Sold = {
	readonly kind: 'cpu-mem' | 'ecs';
	readonly spec: string;
	readonly vcpu: number;
	readonly memoryGiB: number;
	readonly rate: Rate;
};

/** `2 × ¥0.000049 + 4 × ¥0.00000613 = ¥0.00012252`, and on to the hour; the list price of a type. */
const priceRows = (sold: Sold, {book, language}: Grounds): Rows => {
	const words = wordsOf(language);
	const {rate: price, vcpu, memoryGiB, spec} = sold;
	const month = line(`${hourText(price)} × ${HOURS_PER_MONTH} = ${monthText(price)}`);
	if (sold.kind === 'ecs')
		return [
			[words.hour, line(words.listed(hourText(price), spec))],
			[words.month, month],
		];
	const [cpu, memory] = [exactText(book.cpuMem.vcpu), exactText(book.cpuMem.memoryGiB)];
	const sum = `${amountNumber(vcpu)} × ${cpu} + ${amountNumber(memoryGiB)} × ${memory}`;
	return [
		[words.second, line(`${sum} = ${exactText(price)}`)],
		[words.hour, line(`${exactText(price)} × ${SECONDS_PER_HOUR} = ${hourText(price)}`)],
		[words.month, month],
	];
};

/** Each day and source that prices are from, once. */
const originRows = (from: readonly Origin[], {book, language}: Grounds): Rows => {
	const labels = labelsOf(language);
	const days = [...new Set(from.map(({asOf}) => asOf ?? labels.undated))].toSorted();
	const sources = [...new Set(from.map(({source}) => source ?? book.source))];
	return [
		...days.map(day => [labels.prices, line(day, 'muted')] as const),
		...sources.map(source => [labels.source, line(source, 'muted')] as const),
	];
};

/** What one pod asks for, what ECI makes of it, and what that costs. */
export const sizeWhy = (grounds: Grounds): Report => {
	const {plan, language} = grounds;
	const {asked, billed, isNamed, rounded} = plan.sizing;
	const [words, labels] = [wordsOf(language), labelsOf(language)];
	const how = rounded ? words.rounded(plan.request.ruleset) : words.exact;
	const price = billed?.rate ? priceRows({...billed, rate: billed.rate}, grounds) : [];
	return [
		{
			kind: 'facts',
			title: words.size,
			rows: [
				[
					labels.asked,
					line(words.asked(amountText(toAmounts(asked.billing)), plan.request.containers.length)),
				],
				[words.rule, line(isNamed ? words.named : how)],
				[
					labels.billed,
					billed
						? line(`${billed.spec}  ${amountText(billed)}`, 'accent')
						: line(labels.billedNothing, 'warning'),
				],
				...(billed && !billed.rate
					? ([[labels.price, line(labels.priceMissing, 'warning')]] as const)
					: price),
			],
		},
		pricesFacts(plan.prices.sizing, labels),
	];
};

const spotRows = (spot: SpotPrice, {language}: Grounds): Rows => {
	const words = wordsOf(language);
	const base = rate(spot.rate.currency, divide(spot.rate.perSecond, spot.ratio));
	return [
		[words.hour, line(`${hourText(base)} × ${ratioText(spot.ratio)} = ${hourText(spot.rate)}`)],
		[words.because, line(labelsOf(language).basis[spot.basis])],
	];
};

/** How an entry of the chain is priced, on demand and on spot, and how surely it is in stock. */
export const entryWhy = (entry: ChainEntry, grounds: Grounds): Report => {
	const {language} = grounds;
	const [words, labels] = [wordsOf(language), labelsOf(language)];
	const {onDemand, spot, onDemandAs, stock} = entry;
	const kind = entry.spec.kind === 'cpu-mem' ? 'cpu-mem' : 'ecs';
	const missing: Rows = [[labels.price, line(labels.priceMissing, 'warning')]];
	return [
		{
			kind: 'facts',
			title: words.onDemand(entry.token),
			rows: onDemand
				? [
						...priceRows({...onDemandAs, kind, rate: onDemand}, grounds),
						...originRows(entry.from, grounds),
					]
				: missing,
		},
		{
			kind: 'facts',
			title: words.spot(entry.spotAs),
			rows: spot ? [...spotRows(spot, grounds), ...originRows(spot.from, grounds)] : missing,
		},
		{
			kind: 'facts',
			title: words.stock,
			rows: [
				[words.chance, line(chanceText(stock.chance))],
				[words.because, line(words.stockBasis[stock.basis])],
			],
		},
	];
};
