import {SPOT_STRATEGIES} from '../input/plan-input.ts';
import {divide, type Fraction, fraction} from '../units/fraction.ts';
import {CURRENCIES, type Currency, HOURS_PER_MONTH, type Money, money} from '../units/money.ts';
import {err, ok, type Result} from '../units/result.ts';
import {
	type Estimate,
	hoursOf,
	type Months,
	NO_FACETS,
	podMonthOf,
	unplannedEstimate,
} from './estimate.ts';
import {sizePrices} from './unit-prices.ts';
import {
	amount,
	choice,
	flag,
	listOf,
	optional,
	quantity,
	type Read,
	record,
	text,
	whole,
} from './untrusted.ts';

/** The kind of document that it is. */
export const PLAN_KIND = 'Plan';

const currency = choice(CURRENCIES);
const STATES = ['planned', 'daemonset', 'elsewhere', 'invalid'] as const;

const monthlyPrice = record({currency, perMonth: amount});

const readWorkload = record({
	kind: text,
	name: text,
	namespace: optional(text),
	replicas: whole,
	minReplicas: optional(whole),
	state: optional(choice(STATES)),
	request: optional(record({vcpu: quantity, memoryGiB: quantity})),
	billed: optional(record({spec: text})),
	price: optional(monthlyPrice),
	extraStorage: optional(record({gib: quantity})),
	alternatives: optional(listOf(record({spec: text, price: optional(monthlyPrice)}))),
	useSpecs: optional(text),
	spot: optional(record({strategy: choice(SPOT_STRATEGIES), priceLimit: optional(text)})),
	cost: optional(
		record({
			currency,
			perMonth: optional(amount),
			minPerMonth: optional(amount),
			spotPerMonth: optional(amount),
			podHours: optional(amount),
			incomplete: flag,
		}),
	),
	total: optional(record({currency, perMonth: amount, incomplete: flag})),
});

const readPlan = record({
	ruleset: text,
	region: text,
	totals: optional(record({currency})),
	workloads: listOf(readWorkload),
});

type Parsed<R> = R extends Read<infer T> ? T : never;
type SavedWorkload = Parsed<typeof readWorkload>;
type SavedPlan = Parsed<typeof readPlan>;

/** Kinds of the PlanInput, and what Kubernetes calls them. */
const KINDS: ReadonlyMap<string, string> = new Map([
	['pod', 'Pod'],
	['deployment', 'Deployment'],
	['statefulset', 'StatefulSet'],
	['job', 'Job'],
	['cronjob', 'CronJob'],
]);

/** The kind as manifests have it. */
export const kindOfManifest = (kind: string): string => KINDS.get(kind) ?? kind;

const UNKNOWN: Months = {least: null, most: null, spot: null};

const monthsOf = ({cost, total}: SavedWorkload): Months => {
	if (cost) {
		const inMoney = (sum: Fraction | null) => sum && money(cost.currency, sum);
		const spot = inMoney(cost.spotPerMonth);
		return cost.incomplete
			? {...UNKNOWN, spot}
			: {least: inMoney(cost.minPerMonth), most: inMoney(cost.perMonth), spot};
	}
	if (!total || total.incomplete) return UNKNOWN;
	const most = money(total.currency, total.perMonth);
	return {least: most, most, spot: null};
};

const podMonthsOf = ({cost, price}: SavedWorkload, {most}: Months): Fraction | null => {
	if (cost?.podHours) return divide(cost.podHours, fraction(HOURS_PER_MONTH));
	return most && price && price.perMonth.numerator > 0n
		? divide(most.amount, price.perMonth)
		: null;
};

type Prices = (spec: string) => Money | null;

/** What the plan says of specs, wherever it does. Storage beside a spec is part of its price. */
const knownPrices = ({workloads}: SavedPlan): ReadonlyMap<string, Money> =>
	new Map(
		workloads
			.filter(({extraStorage}) => extraStorage === null)
			.flatMap(({billed, price, alternatives}) => [
				...(alternatives ?? []),
				...(billed ? [{spec: billed.spec, price}] : []),
			])
			.flatMap(({spec, price}) =>
				price ? [[spec, money(price.currency, price.perMonth)] as const] : [],
			),
	);

const currencyOf = ({cost, total, price}: SavedWorkload, {totals}: SavedPlan): Currency =>
	[cost, total, price, totals].flatMap(part => part?.currency ?? [])[0] ?? CURRENCIES[0];

const estimateOf = (saved: SavedWorkload, plan: SavedPlan, prices: Prices): Estimate => {
	const {kind, name, namespace, state, price, extraStorage} = saved;
	const {region, ruleset} = plan;
	const identity = {kind: kindOfManifest(kind), name, namespace: namespace ?? ''};
	const replicas = {least: saved.minReplicas ?? saved.replicas, most: saved.replicas};
	const origin = {currency: currencyOf(saved, plan), region, ruleset};
	if (state !== null && state !== 'planned')
		return unplannedEstimate(identity, state, replicas, origin);
	const months = monthsOf(saved);
	const podMonths = podMonthsOf(saved, months);
	const full = price && money(price.currency, price.perMonth);
	return {
		...identity,
		state: 'planned',
		currency: origin.currency,
		replicas,
		facets: {
			...NO_FACETS,
			region,
			ruleset,
			request: saved.request,
			billed: saved.billed?.spec ?? null,
			useSpecs: saved.useSpecs,
			spot: saved.spot && {strategy: saved.spot.strategy, limit: saved.spot.priceLimit},
			storageGib: extraStorage?.gib ?? 0,
		},
		months,
		pod: podMonthOf(podMonths, months.most, full),
		podMonths,
		hours: hoursOf(podMonths, replicas),
		replay: null,
		podOf: spec => (extraStorage ? null : prices(spec)),
	};
};

/** The workloads of a plan that was printed as a document; the problem is its first field that is wrong. */
export const readSavedPlan = (document: unknown): Result<readonly Estimate[], string> => {
	const wrong: string[] = [];
	const plan = readPlan(document, '', path => wrong.push(path));
	if (!plan) return err(wrong[0] ?? '');
	const known = knownPrices(plan);
	const bySize = sizePrices(known);
	const prices: Prices = spec => known.get(spec) ?? bySize(spec);
	return ok(plan.workloads.map(saved => estimateOf(saved, plan, prices)));
};
