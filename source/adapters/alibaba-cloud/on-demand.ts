import type {PriceApiAnswer} from '../../domain/pricing/price-api-types.ts';
import type {Answer} from './caller.ts';
import {type Asking, currencyOf, fieldOf, priceOf, type Question} from './questions.ts';
import type {Sdk} from './sdk.ts';

const OPERATION = 'DescribePrice';

/** New types take only the first, old ones only the second; its price is left out of what we take. */
const DISK_CATEGORIES = ['cloud_essd', 'cloud_efficiency'] as const;

/** `instance` in the reference, `instanceType` in answers. */
const INSTANCE = /^instance(?:Type)?$/i;

type Body = Awaited<ReturnType<Sdk['price']>>;

/** The instance without its disk, where the answer tells them apart. */
const instancePrice = (body: Body) => {
	const price = fieldOf(OPERATION, 'Price', body?.priceInfo?.price);
	const details = price.detailInfos?.detailInfo ?? [];
	const instance = details.find(({resource}) => INSTANCE.test(resource ?? ''));
	if (details.length > 0) fieldOf(OPERATION, 'DetailInfos', instance);
	return {
		currency: currencyOf(OPERATION, price.currency),
		price: priceOf(OPERATION, 'OriginalPrice', (instance ?? price).originalPrice),
	};
};

const priceWithSomeDisk = async (type: string, {sdk, call}: Asking): Promise<Answer<Body>> => {
	let answer: Answer<Body> = {ok: false, reason: 'disk'};
	for (const category of DISK_CATEGORIES) {
		answer = await call(OPERATION, () => sdk.price(type, category));
		if (answer.ok || answer.reason !== 'disk') return answer;
	}
	return answer;
};

const ask = async (type: string, asking: Asking): Promise<PriceApiAnswer> => {
	const {region, asOf} = asking.request;
	const answer = await priceWithSomeDisk(type, asking);
	if (!answer.ok) return {kind: 'not-sold', topic: 'on-demand'};
	const {currency, price} = instancePrice(answer.value);
	return price === null
		? {kind: 'not-sold', topic: 'on-demand'}
		: {kind: 'record', record: {kind: 'on-demand', region, type, currency, price, asOf}};
};

/** Pay-as-you-go list prices per hour, a call a type. */
export const onDemandQuestions = (asking: Asking): readonly Question[] =>
	asking.request.types.map(type => async () => [await ask(type, asking)]);
