import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {hasErrors} from '../../../../source/domain/diagnostics.ts';
import {check} from '../../../../source/domain/schema/check.ts';
import {jsonSchemaOf} from '../../../../source/domain/schema/json-schema.ts';
import type {
	MarketModel,
	StockLaw,
} from '../../../../source/domain/simulation/market/market-model.ts';
import {
	MARKET_PRESETS,
	NORMAL,
} from '../../../../source/domain/simulation/market-file/market-presets.ts';
import {
	LAW_FIELDS,
	marketShape,
} from '../../../../source/domain/simulation/market-file/market-shape.ts';
import {readMarket, traceOf} from '../../../../source/domain/simulation/market-file/read-market.ts';
import {anyJson, valueNearShape} from '../../../helpers/arbitraries.ts';
import {summaryOf} from '../../../helpers/domain-fixtures.ts';

/** The market file of the contract, word for word. */
const CONTRACT = `
apiVersion: eci-plan/v1
kind: Market
price:        {law: ar1, sigma: 0.05, phi: 0.97, changeProbability: 0.15, floor: 0.1, cap: 1}
interruption: {law: exponential, meanHours: 308}
stock:        {law: renewal, meanUpHours: 200, meanDownHours: 1}
onDemandStock: {law: always}
protectionHours: 1
checkMinutes: 5
noticeMinutes: 3
retryMinutes: 5
trySeconds: 10
commonShock: 0.9
`;

const NORMAL_MARKET: MarketModel = {
	price: {
		law: 'ar1',
		sigma: 0.05,
		phi: 0.97,
		changeProbability: 0.15,
		floor: 0.1,
		cap: 1,
		ratio: null,
	},
	interruption: {law: 'exponential', meanHours: 308},
	stock: {law: 'renewal', meanUpHours: 200, meanDownHours: 1},
	onDemandStock: {law: 'always'},
	protectionSeconds: 3600,
	checkSeconds: 300,
	noticeSeconds: 180,
	retrySeconds: 300,
	trySeconds: 10,
	commonShock: 0.9,
};

const trace = {stepSeconds: 600, up: [true, false]};

/** Checked and read, as a file is. */
const readDocument = (document: unknown) => {
	const {value, diagnostics} = check(marketShape, document);
	if (hasErrors(diagnostics)) return {market: null, findings: summaryOf(diagnostics)};
	const traces = Object.fromEntries(
		(['stock', 'onDemandStock'] as const).map(part => [part, traceOf(value, part) && trace]),
	);
	const read = readMarket(value, traces);
	return {market: read.market, findings: summaryOf(read.diagnostics)};
};

const marketOf = (yaml: string): MarketModel => {
	const {market, findings} = readDocument(parse(yaml));
	expect(findings).toEqual([]);
	if (!market) throw new Error(yaml);
	return market;
};

describe('the markets that ship', () => {
	it('normal is that of the contract', () => {
		expect(marketOf(CONTRACT)).toEqual(NORMAL_MARKET);
		expect(readMarket(MARKET_PRESETS.normal)).toEqual({market: NORMAL_MARKET, diagnostics: []});
	});

	it('calm has stiller prices, longer lives and more stock', () => {
		expect(readMarket(MARKET_PRESETS.calm)).toEqual({
			market: {
				...NORMAL_MARKET,
				price: {...NORMAL_MARKET.price, sigma: 0.02},
				interruption: {law: 'exponential', meanHours: 1588},
				stock: {law: 'renewal', meanUpHours: 1000, meanDownHours: 0.5},
			},
			diagnostics: [],
		});
	});

	it('stress has wild prices, bursts of interruptions and little stock', () => {
		expect(readMarket(MARKET_PRESETS.stress)).toEqual({
			market: {
				...NORMAL_MARKET,
				price: {...NORMAL_MARKET.price, sigma: 0.2},
				interruption: {law: 'weibull', meanHours: 67, shape: 0.55},
				stock: {law: 'renewal', meanUpHours: 40, meanDownHours: 3},
				commonShock: 0.95,
			},
			diagnostics: [],
		});
	});
});

describe('what a file leaves out', () => {
	it('is that of normal, field by field', () => {
		expect(marketOf('{}')).toEqual(NORMAL_MARKET);
		expect(marketOf('price: {sigma: 0.1}').price).toEqual({...NORMAL_MARKET.price, sigma: 0.1});
		expect(marketOf('stock: {meanDownHours: 4}').stock).toEqual({
			law: 'renewal',
			meanUpHours: 200,
			meanDownHours: 4,
		});
	});

	it('is the same as what says it', () => {
		const leaves = Object.entries(NORMAL).flatMap(([name, value]): readonly object[] =>
			typeof value === 'object'
				? Object.entries(value).map(([field, item]) => ({[name]: {[field]: item}}))
				: [{[name]: value}],
		);
		expect(leaves).toHaveLength(18);
		for (const leaf of leaves)
			expect(readDocument(leaf)).toEqual({market: NORMAL_MARKET, findings: []});
	});

	it.each<[string, Partial<MarketModel>]>([
		['price: {law: constant}', {price: {law: 'constant', floor: 0.1, cap: 1, ratio: null}}],
		[
			'price: {law: constant, ratio: 0.2, floor: 0, cap: 0.5}',
			{price: {law: 'constant', floor: 0, cap: 0.5, ratio: 0.2}},
		],
		[
			'price: {law: history}',
			{price: {law: 'history', meanBlockHours: 24, floor: 0.1, cap: 1, ratio: null}},
		],
		[
			'price: {law: history, meanBlockHours: 0, file: x.json}',
			{price: {law: 'history', meanBlockHours: 0, floor: 0.1, cap: 1, ratio: null}},
		],
		['interruption: {law: none}', {interruption: {law: 'none'}}],
		['interruption: {law: weibull}', {interruption: {law: 'weibull', meanHours: 308, shape: 0.55}}],
		[
			'interruption: {law: hyperexponential, phases: [{probability: 0.6, ratePerHour: 2}, {probability: 0.4, ratePerHour: 0.1}]}',
			{
				interruption: {
					law: 'hyperexponential',
					phases: [
						{probability: 0.6, ratePerHour: 2},
						{probability: 0.4, ratePerHour: 0.1},
					],
				},
			},
		],
		['stock: {law: always}', {stock: {law: 'always'}}],
		[
			'stock: {law: bernoulli, inStock: {"2-4Gi": 0.6, ecs.c6.large: 1}}',
			{stock: {law: 'bernoulli', inStock: {'2-4Gi': 0.6, 'ecs.c6.large': 1}, other: 1}},
		],
		['stock: {law: bernoulli, other: 0}', {stock: {law: 'bernoulli', inStock: {}, other: 0}}],
		['stock: {law: trace, file: t.json}', {stock: {law: 'trace', trace, start: 'random'}}],
		[
			'stock: {law: trace, file: t.json, start: first, stepSeconds: 60, polarity: available}',
			{stock: {law: 'trace', trace, start: 'first'}},
		],
		[
			'onDemandStock: {law: renewal}',
			{onDemandStock: {law: 'renewal', meanUpHours: 200, meanDownHours: 1}},
		],
		[
			'onDemandStock: {law: trace, file: t.json}',
			{onDemandStock: {law: 'trace', trace, start: 'random'}},
		],
		['{checkMinutes: 0, retryMinutes: 0}', {checkSeconds: 0, retrySeconds: 0}],
		['{noticeMinutes: 0.5, trySeconds: 0.2}', {noticeSeconds: 30, trySeconds: 1}],
		['protectionHours: 0', {protectionSeconds: 0}],
		['{price: null, stock: {law: null}}', {}],
	])('beside a law of its own: %s', (yaml, changes) => {
		expect(marketOf(yaml)).toEqual({...NORMAL_MARKET, ...changes});
	});
});

describe('a bad market names its field', () => {
	it.each([
		['price: {sigma: -0.05}', 'field-number error price.sigma'],
		['price: {sigma: .nan}', 'field-type error price.sigma'],
		['price: {sigma: .inf}', 'field-type error price.sigma'],
		['price: {sigma: "0.05"}', 'field-type error price.sigma'],
		['price: {phi: 1}', 'field-number error price.phi'],
		['price: {phi: -0.1}', 'field-number error price.phi'],
		['price: {changeProbability: 0}', 'field-number error price.changeProbability'],
		['price: {changeProbability: 1.1}', 'field-number error price.changeProbability'],
		['price: {floor: 0.6, cap: 0.5}', 'market-bounds error price.floor'],
		['price: {cap: 0.05}', 'market-bounds error price.cap'],
		['price: {cap: 0}', 'field-number error price.cap'],
		['price: {ratio: 0.05}', 'market-ratio error price.ratio'],
		['price: {ratio: 2}', 'market-ratio error price.ratio'],
		['price: {ratio: 0}', 'field-number error price.ratio'],
		['price: {law: garch}', 'field-choice error price.law'],
		['price: {law: constant, sigma: 0.1}', 'market-field-unused error price.sigma'],
		['price: {file: prices.json}', 'market-field-unused error price.file'],
		['price: {law: history, meanBlockHours: -1}', 'field-number error price.meanBlockHours'],
		['price: [ar1]', 'field-type error price'],
		['interruption: {meanHours: 0}', 'field-number error interruption.meanHours'],
		['interruption: {meanHours: -308}', 'field-number error interruption.meanHours'],
		['interruption: {law: lognormal}', 'field-choice error interruption.law'],
		['interruption: {shape: 0.55}', 'market-field-unused error interruption.shape'],
		['interruption: {law: weibull, shape: 0}', 'field-number error interruption.shape'],
		['interruption: {law: weibull, shape: 11}', 'field-number error interruption.shape'],
		['interruption: {law: none, meanHours: 3}', 'market-field-unused error interruption.meanHours'],
		['interruption: {law: hyperexponential}', 'market-field-missing error interruption.phases'],
		[
			'interruption: {law: hyperexponential, phases: []}',
			'market-field-missing error interruption.phases',
		],
		[
			'interruption: {law: hyperexponential, phases: [{probability: 1}]}',
			'market-field-missing error interruption.phases[0].ratePerHour',
		],
		[
			'interruption: {law: hyperexponential, phases: [{probability: 1, ratePerHour: 1}, {probability: 0, ratePerHour: -2}]}',
			'field-number error interruption.phases[1].ratePerHour',
		],
		[
			'interruption: {law: hyperexponential, phases: [{probability: 0.6, ratePerHour: 1}, {probability: 0.5, ratePerHour: 2}]}',
			'market-probabilities error interruption.phases',
		],
		['stock: {law: sometimes}', 'field-choice error stock.law'],
		['stock: {meanUpHours: 0}', 'field-number error stock.meanUpHours'],
		['stock: {meanDownHours: -1}', 'field-number error stock.meanDownHours'],
		['stock: {law: always, meanUpHours: 1}', 'market-field-unused error stock.meanUpHours'],
		['stock: {law: bernoulli}', 'market-field-missing error stock.inStock'],
		['stock: {law: bernoulli, inStock: {"2-4Gi": 1.5}}', 'field-number error stock.inStock.2-4Gi'],
		['stock: {law: bernoulli, inStock: {"2-4Gi": "60%"}}', 'field-type error stock.inStock.2-4Gi'],
		['stock: {law: bernoulli, inStock: {"2-4": 0.5}}', 'spec-invalid error stock.inStock.2-4'],
		['stock: {law: bernoulli, other: 2}', 'field-number error stock.other'],
		['{stock: {law: bernoulli, other: 1}, retryMinutes: 0}', 'market-retry error retryMinutes'],
		[
			'{onDemandStock: {law: bernoulli, other: 1}, retryMinutes: 0}',
			'market-retry error retryMinutes',
		],
		['stock: {law: trace}', 'market-field-missing error stock.file'],
		['stock: {law: trace, file: t.json, stepSeconds: 0}', 'field-range error stock.stepSeconds'],
		['stock: {law: trace, file: t.json, polarity: up}', 'field-choice error stock.polarity'],
		['onDemandStock: {meanUpHours: 1}', 'market-field-unused error onDemandStock.meanUpHours'],
		['protectionHours: -1', 'field-number error protectionHours'],
		['checkMinutes: -5', 'field-number error checkMinutes'],
		['noticeMinutes: soon', 'field-type error noticeMinutes'],
		['trySeconds: 1e9', 'field-number error trySeconds'],
		['commonShock: 1.01', 'field-number error commonShock'],
		['commonShok: 0.5', 'field-unknown error commonShok'],
		['price: {sigmoid: 1}', 'field-unknown error price.sigmoid'],
		['[]', 'field-type error '],
		['text', 'field-type error '],
		['apiVersion: eci-plan/v2', 'field-choice error apiVersion'],
	])('%s', (yaml, finding) => {
		expect(readDocument(parse(yaml)).findings).toEqual([finding]);
	});

	it('offers the name that was meant', () => {
		const {diagnostics} = check(marketShape, {commonShok: 0.5, stock: {law: 'renewel'}});
		expect(diagnostics.map(({facts}) => facts)).toMatchObject([
			{suggestion: 'commonShock'},
			{suggestion: 'renewal'},
		]);
	});
});

const isWithin = (value: number, least: number, most: number) => value >= least && value <= most;

const isSound = (law: StockLaw): boolean => {
	switch (law.law) {
		case 'always':
			return true;
		case 'bernoulli':
			return [law.other, ...Object.values(law.inStock)].every(each => isWithin(each, 0, 1));
		case 'renewal':
			return law.meanUpHours > 0 && law.meanDownHours >= 0;
		case 'trace':
			return law.trace.up.length > 0;
	}
};

const areLivesSound = (law: MarketModel['interruption']): boolean => {
	switch (law.law) {
		case 'none':
			return true;
		case 'exponential':
			return law.meanHours > 0;
		case 'weibull':
			return law.meanHours > 0 && isWithin(law.shape, 0.1, 10);
		case 'hyperexponential':
			return (
				law.phases.length > 0 &&
				law.phases.every(phase => isWithin(phase.probability, 0, 1) && phase.ratePerHour > 0) &&
				Math.abs(law.phases.reduce((sum, {probability}) => sum + probability, 0) - 1) < 1e-5
			);
	}
};

const isPriceSound = ({floor, cap, ratio, ...law}: MarketModel['price']): boolean =>
	isWithin(floor, 0, cap) &&
	(ratio === null || isWithin(ratio, floor, cap)) &&
	(law.law !== 'ar1' ||
		(law.sigma >= 0 && law.phi >= 0 && law.phi < 1 && law.changeProbability > 0));

describe('any document', () => {
	const anyDocument = fc.oneof(anyJson, valueNearShape(marketShape));

	it('is read without a throw, and what is accepted keeps its bounds', () => {
		fc.assert(
			fc.property(anyDocument, document => {
				const {market, findings} = readDocument(document);
				if (!market || findings.length > 0) return;
				expect(isPriceSound(market.price)).toBe(true);
				expect(areLivesSound(market.interruption)).toBe(true);
				expect([market.stock, market.onDemandStock].every(isSound)).toBe(true);
				for (const time of [
					market.protectionSeconds,
					market.checkSeconds,
					market.noticeSeconds,
					market.retrySeconds,
					market.trySeconds,
				])
					expect(Number.isSafeInteger(time) && time >= 0).toBe(true);
				expect(isWithin(market.commonShock, 0, 1)).toBe(true);
			}),
			{numRuns: 2000},
		);
	});

	it('is judged by the JSON Schema as by the check', () => {
		const validate = new Ajv2020({strict: true, allowUnionTypes: true}).compile(
			jsonSchemaOf(marketShape),
		);
		fc.assert(
			fc.property(anyDocument, document => {
				// A field of nothing counts as left out, which a schema can't say in short.
				if (JSON.stringify(document)?.includes('null')) return;
				// Whole numbers may come as text from flags; a file has none of those.
				const {diagnostics} = check(marketShape, document);
				if (validate(document)) expect(diagnostics).toEqual([]);
			}),
		);
	});

	it('says the same where a field of normal is written into it', () => {
		const shared = ['floor', 'cap', 'ratio'];
		const leaves = (['price', 'interruption', 'stock', 'onDemandStock'] as const).flatMap(part =>
			Object.entries(NORMAL[part]).map(([field, value]) => ({part, field, value})),
		);
		fc.assert(
			fc.property(valueNearShape(marketShape), fc.constantFrom(...leaves), (document, leaf) => {
				const {part, field, value: normal} = leaf;
				const {value, diagnostics} = check(marketShape, document);
				const given = value[part] ?? {};
				const isOther = given.law !== undefined && given.law !== NORMAL[part].law;
				const isWritten = Object.hasOwn(given, field);
				if (diagnostics.length > 0 || isWritten || (isOther && !shared.includes(field))) return;
				const written = {...value, [part]: {...given, [field]: normal}};
				expect(readMarket(written).market).toEqual(readMarket(value).market);
			}),
			{numRuns: 1000},
		);
	});
});

it('gives each law the fields that the shape has', () => {
	const {price, interruption, stock} = marketShape.fields;
	for (const [part, shape] of Object.entries({price, interruption, stock})) {
		const laws: Readonly<Record<string, readonly string[]>> =
			LAW_FIELDS[part as keyof typeof LAW_FIELDS];
		const fields = new Set(Object.values(laws).flat());
		const others = ['law', 'floor', 'cap', 'ratio'];
		expect(
			Object.keys(shape.fields)
				.filter(name => !others.includes(name))
				.sort(),
		).toEqual([...fields].sort());
		expect(shape.fields.law.values).toEqual(Object.keys(laws));
	}
});
