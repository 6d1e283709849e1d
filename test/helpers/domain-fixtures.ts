import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readPriceBook} from '../../source/adapters/price-files.ts';
import {familyOf} from '../../source/domain/catalogue/families.ts';
import type {Ruleset} from '../../source/domain/catalogue/rulesets.ts';
import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import type {PlanRequest} from '../../source/domain/input/plan-request.ts';
import {readPlanInput} from '../../source/domain/input/read-plan-input.ts';
import type {TimeZones} from '../../source/domain/input/time-zones.ts';
import {type Plan, planFrom} from '../../source/domain/plan.ts';
import {CPU_MEM_RATES} from '../../source/domain/pricing/cpu-mem-rates.ts';
import type {InstanceOffer, PriceBook} from '../../source/domain/pricing/price-book.ts';
import type {RuleFacts, RuleId} from '../../source/domain/rules/facts.ts';
import {decimal, toDecimal} from '../../source/domain/units/fraction.ts';
import {exactAmount, type Money, perHour, type Rate} from '../../source/domain/units/money.ts';

export const ON_DEMAND_DAY = '2024-12-30';
export const SPOT_DAY = '2024-10-09';
/** A day on which neither list is old. */
export const TODAY = '2024-12-31';

/** Sizes as the facts write them: `0.25: 0.5,1 · 0.5: 1,2`. */
const readTable = (text: string): readonly (readonly [vcpu: number, memoryGiB: number])[] =>
	text.split('·').flatMap(row => {
		const [vcpu = '', memories = ''] = row.split(':');
		return memories
			.trim()
			.split(/[\s,]+/)
			.map(memory => [Number(vcpu), Number(memory)] as const);
	});

/** Facts §2.1. */
export const BRIEF_SIZES = readTable(
	'0.25: 0.5,1 · 0.5: 1,2 · 1: 2,4,8 · 2: 2,4,8,16 · 4: 4,8,16,32 · 8: 8,16,32,64 · 12: 12,24,48,96 · 16: 16,32,64,128 · 24: 48,96,192 · 32: 64,128,256 · 52: 96,192,384 · 64: 128,256,512',
);
/** Facts §2.2. */
export const CURRENT_SIZES = readTable(
	'0.25: 0.5 1 · 0.5: 1 2 · 1: 2 4 8 · 2: 1 2 4 8 16 · 4: 2 4 8 16 32 · 8: 4 8 16 32 64 · 12: 12 24 48 96 · 16: 16 32 64 128 · 24: 24 48 96 192 · 32: 32 64 128 256 · 52: 96 192 384 · 64: 128 256 512',
);
/** Facts §2.3. */
export const REGIONAL_SIZES = readTable(
	'2: 6 10 12 14 · 4: 6 10 12 14 18 20 22 24 26 28 30 · 6: 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42 44 46 48 · 8: 10 12 14 18 20 22 24 26 28 30 34 36 38 40 42 44 46 48 50 52 54 56 58 60 62',
);
/** Facts §2.4. */
export const SPOT_SIZES = readTable(
	'2: 2 4 8 16 · 4: 4 8 16 32 · 8: 8 16 32 64 · 12: 12 24 48 96 · 16: 16 32 64 128 · 24: 24 48 96 192 · 32: 32 64 128 256 · 52: 96 192 384 · 64: 128 256 512',
);

/** Facts §2.3 names the regions in English; these are their ids. */
export const REGIONAL_REGIONS = [
	'cn-hangzhou',
	'cn-shanghai',
	'cn-qingdao',
	'cn-beijing',
	'cn-zhangjiakou',
	'cn-huhehaote',
	'cn-wulanchabu',
	'cn-shenzhen',
	'cn-heyuan',
	'cn-guangzhou',
	'cn-chengdu',
	'ap-southeast-1',
];
/** Regions with prices that sell the base table only. */
export const BASE_REGIONS = ['eu-central-1', 'us-east-1', 'cn-hongkong', 'cn-nanjing'];

/** The sizes of the facts that a plan may be billed as. */
export const factSizes = (ruleset: Ruleset, region: string, isSpot = false) => {
	if (isSpot)
		return ruleset === 'current'
			? SPOT_SIZES
			: SPOT_SIZES.filter(spot => BRIEF_SIZES.some(size => size.join() === spot.join()));
	if (ruleset === '2020') return BRIEF_SIZES;
	return REGIONAL_REGIONS.includes(region) ? [...CURRENT_SIZES, ...REGIONAL_SIZES] : CURRENT_SIZES;
};

type Extras = {readonly gpu?: number; readonly spot?: readonly string[]};

/** An ECS type at a price an hour, with one spot quote a zone. */
export const offer = (
	type: string,
	vcpu: number,
	memoryGiB: number,
	price: string | null,
	{gpu = 0, spot = []}: Extras = {},
): InstanceOffer => ({
	type,
	family: familyOf(type)?.name ?? '',
	vcpu,
	memoryGiB,
	gpu,
	onDemand: price === null ? null : {perHour: decimal(price), asOf: ON_DEMAND_DAY},
	spot: spot.map((quote, index) => ({
		zone: `cn-hangzhou-${'bijk'[index]}`,
		perHour: decimal(quote),
		asOf: SPOT_DAY,
	})),
});

export const bookOf = (
	offers: readonly InstanceOffer[],
	currency: 'CNY' | 'USD' = 'CNY',
	region = 'cn-hangzhou',
): PriceBook => ({
	region,
	currency,
	cpuMem: CPU_MEM_RATES[currency],
	types: new Map(offers.map(one => [one.type, one])),
	source: 'list of the test',
});

/** Hangzhou prices of facts §3.6 and `prices/README.md`; i2, c8y and n4 stand in with made-up ones. */
export const OFFERS: readonly InstanceOffer[] = [
	offer('ecs.c5.large', 2, 4, '0.62'),
	offer('ecs.c6.26xlarge', 104, 192, '20.26'),
	offer('ecs.c6.large', 2, 4, '0.39'),
	offer('ecs.c6.xlarge', 4, 8, '0.78'),
	offer('ecs.c7.large', 2, 4, '0.407699', {spot: ['0.078', '0.078', '0.078', '0.078']}),
	offer('ecs.c8y.large', 2, 4, '0.3'),
	offer('ecs.e-c1m2.large', 2, 4, '0.225'),
	offer('ecs.g6.large', 2, 8, '0.50'),
	offer('ecs.gn5-c8g1.8xlarge', 32, 240, '61.57', {gpu: 4}),
	offer('ecs.gn5i-c2g1.large', 2, 8, '8.68', {gpu: 1}),
	offer('ecs.gn6i-c4g1.xlarge', 4, 15, '11.63', {gpu: 1}),
	offer('ecs.i2.xlarge', 4, 32, '1.9'),
	offer('ecs.ic5.large', 2, 2, '0.59'),
	offer('ecs.n4.large', 2, 4, '0.3'),
	offer('ecs.r6.large', 2, 16, '0.66'),
	offer('ecs.sn1ne.large', 2, 4, '0.68'),
];

export const BOOK = bookOf(OFFERS);

/** ECS prices are known in CNY only. */
export const USD_BOOK = bookOf(
	OFFERS.map(one => ({...one, onDemand: null, spot: []})),
	'USD',
);

/** The shipped prices of a region. */
export const shippedBook = async (
	region = 'cn-hangzhou',
	currency: 'CNY' | 'USD' = 'CNY',
): Promise<PriceBook> => {
	const folder = join(import.meta.dirname, '../../data');
	const book = await readPriceBook(region, currency, path => readFile(join(folder, path), 'utf8'));
	if (!book.ok) throw new Error(book.problem.reason);
	return book.value;
};

export const REGIONS = [...REGIONAL_REGIONS, ...BASE_REGIONS];

const ZONES = ['Asia/Shanghai', 'America/Argentina/Ushuaia', 'Europe/Berlin', 'UTC'];

/** A world of four time zones, and an older name of one. */
export const TIME_ZONES: TimeZones = {
	has: name => [...ZONES, 'Etc/GMT+8'].includes(name),
	names: () => ZONES,
};

export const readInput = (input: PlanInput) => readPlanInput(input, REGIONS, TIME_ZONES);

/** The request of an input without errors. */
export const requestOfInput = (input: PlanInput): PlanRequest => {
	const {request, diagnostics} = readInput(input);
	const errors = diagnostics.filter(({severity}) => severity === 'error');
	if (errors.length > 0) throw new Error(errors.map(({rule}) => rule).join());
	return request;
};

/** What the input comes to, as a face would get it. */
export const planned = (input: PlanInput, book: PriceBook = BOOK, today = TODAY) =>
	planFrom(input, {regions: REGIONS, timeZones: TIME_ZONES, book, today});

/** The plan of an input that can be read. */
export const planOf = (input: PlanInput, book: PriceBook = BOOK, today = TODAY): Plan => {
	const {plan, diagnostics} = planned(input, book, today);
	if (!plan) throw new Error(`No plan: ${rulesOf(diagnostics).join()}`);
	return plan;
};

export const rulesOf = (diagnostics: readonly Diagnostic[]): readonly RuleId[] =>
	diagnostics.map(({rule}) => rule);

/** `rule severity path` of each diagnostic. */
export const summaryOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
	diagnostics.map(({rule, severity, path}) => [rule, severity, path ?? '-'].join(' '));

/** The facts of every diagnostic of one rule. */
export const factsOf = <R extends RuleId>(
	rule: R,
	diagnostics: readonly Diagnostic[],
): readonly RuleFacts[R][] =>
	diagnostics
		.filter((one): one is Extract<Diagnostic, {rule: R}> => one.rule === rule)
		.map(({facts}) => facts as RuleFacts[R]);

/** An hour of this rate as a decimal, or null. */
export const hourOf = (rate: Rate | null | undefined): string | null =>
	rate ? exactAmount(perHour(rate)) : null;

export const amountOf = (money: Money | null | undefined): string | null =>
	money ? toDecimal(money.amount, 12) : null;
