import {OTHER_CHARGES} from '../../pricing/other-charges.ts';
import {
	type Codec,
	choice,
	number,
	object,
	rawText,
	tagged,
	text,
	whole,
} from '../../schema/codec.ts';
import type {AssumptionFacts, StockFacts} from '../assumption-facts.ts';
import {ASSUMPTIONS, type Assumption, type AssumptionId} from '../simulation-result.ts';

const share = number(0, 1);
const hours = number(0);
const nothing = object<Readonly<Record<never, never>>>({});

const stock: Codec<StockFacts> = tagged('law', {
	always: object({law: choice(['always'])}),
	bernoulli: object({law: choice(['bernoulli']), other: share}),
	renewal: object({law: choice(['renewal']), meanUpHours: hours, meanDownHours: hours}),
	trace: object({law: choice(['trace']), hours, share}),
});

const FACTS: {readonly [A in AssumptionId]: Codec<AssumptionFacts[A]>} = {
	market: object({name: rawText}),
	'price-law': tagged('law', {
		constant: object({law: choice(['constant'])}),
		ar1: object({
			law: choice(['ar1']),
			sigma: number(0),
			phi: number(-1, 1),
			changeProbability: share,
			floor: number(0),
			cap: number(0),
		}),
	}),
	'price-history': object({hours, meanBlockHours: hours}),
	'history-short': object({hours, horizonHours: hours}),
	'spot-ratio': object({
		spec: text,
		ratio: number(0),
		source: choice(['market', 'advice', 'quote', 'ratio', 'assumed']),
	}),
	'interruption-rate': object({rate: share, perHours: hours, meanHours: hours}),
	'interruption-mean': object({
		law: choice(['exponential', 'weibull', 'hyperexponential']),
		meanHours: hours,
	}),
	'interruption-advised': object({spec: text, meanHours: hours}),
	'interruption-none': nothing,
	stock,
	'on-demand-stock': stock,
	protection: object({hours}),
	checks: object({checkMinutes: number(0), noticeMinutes: number(0)}),
	retry: object({retryMinutes: number(0), trySeconds: number(0)}),
	'common-shock': object({share}),
	zones: object({zones: whole(1), order: choice(['ordered', 'random'])}),
	'start-up': object({
		seconds: number(0),
		basis: choice(['given', 'cached', 'transfer', 'transfer-nat', 'assumed']),
	}),
	calendar: object({timeZone: text}),
	'reserved-price': object({
		hoursPerMonth: number(0),
		source: choice(['given', 'subscription', 'assumed']),
	}),
	'price-limit': object({
		currency: choice(['CNY', 'USD']),
		perHour: text,
		reason: choice(['service', 'batch', 'deadline', 'given']),
	}),
	'not-priced': object({charge: choice(OTHER_CHARGES)}),
	checkpoint: object({
		everySeconds: number(0),
		costSeconds: number(0),
		restoreSeconds: number(0),
		notice: choice(['saves', 'too-short']),
	}),
	'no-checkpoint': nothing,
	'deadline-policy': object({deadlineHours: hours}),
};

type Variants = {readonly [A in AssumptionId]: Codec<Extract<Assumption, {readonly id: A}>>};

const withId = <A extends AssumptionId>(id: A) =>
	object<{readonly id: A; readonly facts: AssumptionFacts[A]}>({
		id: choice([id]),
		facts: FACTS[id],
	});

export const assumption: Codec<Assumption> = tagged<'id', Assumption>(
	'id',
	Object.fromEntries(ASSUMPTIONS.map(id => [id, withId(id)])) as unknown as Variants,
);
