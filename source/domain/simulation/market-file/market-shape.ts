import {API_VERSION} from '../../input/plan-input.ts';
import {
	choice,
	type Infer,
	list,
	number,
	numbers,
	object,
	text,
	whole,
} from '../../schema/shape.ts';

/** More hours than any pod lives. */
const MOST_HOURS = 1_000_000;
const MOST_MINUTES = 10_080;
/** A week. */
export const LONGEST_STEP = 604_800;

const hours = (description: string) => number(0, MOST_HOURS, description, 'minimum');
const chance = (description: string) => number(0, 1, description);

/** The laws of each part, and the fields that only they have. */
export const LAW_FIELDS = {
	price: {
		constant: [],
		ar1: ['sigma', 'phi', 'changeProbability'],
		history: ['file', 'meanBlockHours'],
	},
	interruption: {
		none: [],
		exponential: ['meanHours'],
		weibull: ['meanHours', 'shape'],
		hyperexponential: ['phases'],
	},
	stock: {
		always: [],
		bernoulli: ['inStock', 'other'],
		renewal: ['meanUpHours', 'meanDownHours'],
		trace: ['file', 'polarity', 'stepSeconds', 'start'],
	},
} as const;

export const PRICE_LAWS = ['constant', 'ar1', 'history'] as const;
export const INTERRUPTION_LAWS = ['none', 'exponential', 'weibull', 'hyperexponential'] as const;
export const STOCK_LAWS = ['always', 'bernoulli', 'renewal', 'trace'] as const;

const priceShape = object(
	{
		law: choice(PRICE_LAWS, 'How the spot price moves (default ar1)'),
		floor: number(0, 10, 'Lowest ratio of spot to pay-as-you-go (default 0.1)'),
		cap: number(0, 10, 'Highest ratio of spot to pay-as-you-go (default 1)', 'minimum'),
		ratio: number(
			0,
			10,
			"Mean ratio of every spec (default that of each spec's own prices)",
			'minimum',
		),
		sigma: number(0, 5, 'ar1: deviation of the logarithm of the ratio (default 0.05)'),
		phi: number(0, 1, 'ar1: autocorrelation from hour to hour (default 0.97)', 'maximum'),
		changeProbability: number(
			0,
			1,
			'ar1: chance that the price changes at all in an hour (default 0.15)',
			'minimum',
		),
		file: text(
			'history: a file of spot prices over time beside the market file (default what was imported)',
			'spot-prices.json',
		),
		meanBlockHours: number(
			0,
			MOST_HOURS,
			'history: mean length of the blocks that are drawn; 0 replays the record from its start (default 24)',
		),
	},
	'Spot price, as a ratio to pay-as-you-go',
);

const interruptionShape = object(
	{
		law: choice(
			INTERRUPTION_LAWS,
			'How long a spot pod lives after its protection (default exponential)',
		),
		meanHours: hours('exponential and weibull: mean life (default 308)'),
		shape: number(0.1, 10, 'weibull: below 1 for many short lives (default 0.55)'),
		phases: list(
			object(
				{
					probability: chance('Chance that a pod is of this phase'),
					ratePerHour: number(0, 10_000, 'Interruptions an hour', 'minimum'),
				},
				'Exponential lives',
			),
			20,
			'hyperexponential: kinds of lives, whose probabilities sum to 1',
		),
	},
	'Interruption of spot pods',
);

const stockFields = {
	law: choice(STOCK_LAWS, 'When a spec can be bought in a zone'),
	inStock: numbers(
		chance('Chance at each try'),
		100,
		'bernoulli: chance that a spec is in stock, by spec, drawn at each try',
	),
	other: chance('bernoulli: chance of the specs that inStock leaves out (default 1)'),
	meanUpHours: hours('renewal: mean time in stock (default 200)'),
	meanDownHours: number(0, MOST_HOURS, 'renewal: mean time out of stock (default 1)'),
	file: text('trace: a file beside the market file', 'trace.json'),
	polarity: choice(
		['available', 'unavailable'],
		"trace: what 1 means, where the file's own layout doesn't tell",
	),
	stepSeconds: whole(1, LONGEST_STEP, "trace: seconds of a step, where the file doesn't tell"),
	start: choice(['random', 'first'], 'trace: where each path begins (default random)'),
};

/** What the simulator assumes of the market. What a file leaves out is that of the market `normal`. */
export const marketShape = object(
	{
		apiVersion: choice([API_VERSION], 'Version of this document'),
		kind: choice(['Market'], 'Kind of this document'),
		price: priceShape,
		interruption: interruptionShape,
		stock: object(stockFields, 'Stock of spot (default renewal)'),
		onDemandStock: object(stockFields, 'Stock of pay-as-you-go (default always)'),
		protectionHours: number(
			0,
			MOST_HOURS,
			'Time in which a spot pod is never released (default 1)',
		),
		checkMinutes: number(
			0,
			MOST_MINUTES,
			'Time between checks of price and stock after that; 0 for always (default 5)',
		),
		noticeMinutes: number(0, MOST_MINUTES, 'Time from the notice to the release (default 3)'),
		retryMinutes: number(
			0,
			MOST_MINUTES,
			'Time to the next try when nothing is in stock; 0: at the next change of stock (default 5)',
		),
		trySeconds: number(0, 86_400, 'Time that a failed entry of the chain takes (default 10)'),
		commonShock: chance(
			'Share of interruptions that hit all pods of one zone and spec at once (default 0.9)',
		),
	},
	'Everything that the simulator assumes of the market',
);

export type MarketInput = Infer<typeof marketShape>;
export type PriceInput = NonNullable<MarketInput['price']>;
export type InterruptionInput = NonNullable<MarketInput['interruption']>;
export type StockInput = NonNullable<MarketInput['stock']>;
