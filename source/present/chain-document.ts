import type {Chain} from '../domain/chain/chain.ts';
import {explainChain, type Outcome} from '../domain/chain/explain.ts';
import {ADVISED_CHANCES, ASSUMED_CHANCES} from '../domain/chain/stock.ts';
import type {SharedStock, SpotRequest} from '../domain/input/plan-request.ts';
import type {Plan} from '../domain/plan.ts';
import type {Json, JsonObject} from '../domain/schema/json-schema.ts';
import {fraction, multiply, toDecimal, toNumber} from '../domain/units/fraction.ts';
import {exactAmount, perHour, type Rate} from '../domain/units/money.ts';
import {documentOf, entriesJson, pricedBy} from './documents.ts';
import type {LanguageId} from './language/language.ts';
import {chanceNumber} from './percent-text.ts';

const hourJson = (rate: Rate | null): string | null => rate && exactAmount(perHour(rate));

/** Everything that is taken for granted about stock. */
const assumptionsJson = ({generation, family, sizes}: SharedStock): JsonObject => ({
	inStock: {ecs: toNumber(ASSUMED_CHANCES.type), cpuMem: toNumber(ASSUMED_CHANCES.size)},
	inStockByInterruption: Object.fromEntries(
		Object.entries(ADVISED_CHANCES).map(([bucket, chance]) => [bucket, toNumber(chance)]),
	),
	sharedOutages: {
		ecs: {generation: toNumber(generation), family: toNumber(family)},
		cpuMem: {generation: toNumber(sizes), family: 0},
	},
});

const outcomeJson = ({useSpecs, expected, worst, odds}: Chain, currency: string): JsonObject => ({
	useSpecs,
	expected: {currency, perHour: hourJson(expected), placed: chanceNumber(odds.placed)},
	worst: {currency, perHour: hourJson(worst)},
});

const toJson = ({mean, placed}: Outcome): JsonObject => ({
	perHour: hourJson(mean),
	placed: chanceNumber(placed),
});

/** The entries, each with what `--explain` says of it. */
const explainedJson = (chain: Chain, spot: SpotRequest): Json => {
	const explained = explainChain(chain, spot);
	return entriesJson(chain).flatMap((entry, index) => {
		const each = explained[index];
		if (!each) return [];
		const {overCheapest, upTo, without} = each;
		return {
			...entry,
			vsCheapest: overCheapest && Number(toDecimal(multiply(overCheapest, fraction(100)), 4)),
			upTo: toJson(upTo),
			without: toJson(without),
		};
	});
};

export const chainDocument = (plan: Plan, language: LanguageId): JsonObject => {
	const {chain, proposal, request} = plan;
	const {currency} = request;
	const {target} = request.chain;
	return documentOf('Chain', {
		ruleset: request.ruleset,
		region: request.region,
		pick: target.pick,
		targetPlaced: chanceNumber(target.chance),
		given: chain.given,
		...outcomeJson(chain, currency),
		failedTries: toNumber(chain.odds.failedTries),
		rounds: chain.odds.rounds && toNumber(chain.odds.rounds),
		entries: explainedJson(chain, request.spot),
		rejected: chain.rejected.map(({spec, reason}) => ({spec, reason})),
		proposal: proposal && outcomeJson(proposal, currency),
		assumptions: assumptionsJson(request.chain.stock.shared),
		...pricedBy(plan, plan.prices.chain, language),
	});
};
