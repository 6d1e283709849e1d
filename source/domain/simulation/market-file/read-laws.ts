import {formatSpec, parseSpec} from '../../catalogue/spec.ts';
import type {Log} from '../../rules/log.ts';
import type {InterruptionLaw, MarketModel, StockLaw, StockTrace} from '../market/market-model.ts';
import {NORMAL} from './market-presets.ts';
import {
	type InterruptionInput,
	LAW_FIELDS,
	type PriceInput,
	type StockInput,
} from './market-shape.ts';

/** Reports the fields that only other laws have. */
const checkFields = (
	path: string,
	given: object,
	law: string,
	fieldsOf: Readonly<Record<string, readonly string[]>>,
	log: Log,
): void => {
	const own = fieldsOf[law] ?? [];
	for (const field of Object.keys(given)) {
		const suits = Object.keys(fieldsOf).filter(each => fieldsOf[each]?.includes(field));
		if (suits.length > 0 && !own.includes(field))
			log.add('market-field-unused', {field, law, suits}, `${path}.${field}`);
	}
};

export const DEFAULT_BLOCK_HOURS = 24;

const checkBounds = (
	{floor, cap, ratio}: Pick<MarketModel['price'], 'floor' | 'cap' | 'ratio'>,
	given: PriceInput,
	log: Log,
) => {
	if (floor > cap)
		log.add('market-bounds', {floor, cap}, given.floor === undefined ? 'price.cap' : 'price.floor');
	else if (ratio !== null && (ratio < floor || ratio > cap))
		log.add('market-ratio', {ratio, floor, cap}, 'price.ratio');
};

export const readPriceLaw = (given: PriceInput, log: Log): MarketModel['price'] => {
	const {law, floor, cap, sigma, phi, changeProbability} = {...NORMAL.price, ...given};
	checkFields('price', given, law, LAW_FIELDS.price, log);
	const bounds = {floor, cap, ratio: given.ratio ?? null};
	checkBounds(bounds, given, log);
	switch (law) {
		case 'constant':
			return {law, ...bounds};
		case 'ar1':
			return {law, sigma, phi, changeProbability, ...bounds};
		case 'history':
			return {law, meanBlockHours: given.meanBlockHours ?? DEFAULT_BLOCK_HOURS, ...bounds};
	}
};

/** Of bursty lives [facts/simulation §2]. */
const DEFAULT_SHAPE = 0.55;
/** What is left of rounding when people write thirds. */
const SUM_TOLERANCE = 1e-6;

type Phases = Extract<InterruptionLaw, {law: 'hyperexponential'}>['phases'];

const readPhases = (given: InterruptionInput['phases'], log: Log): Phases => {
	const law = 'hyperexponential';
	if (given === undefined || given.length === 0) {
		log.add('market-field-missing', {field: 'phases', law}, 'interruption.phases');
		return [];
	}
	const phases = given.map(({probability, ratePerHour}, index) => {
		const at = `interruption.phases[${index}]`;
		if (probability === undefined)
			log.add('market-field-missing', {field: 'probability', law}, `${at}.probability`);
		if (ratePerHour === undefined)
			log.add('market-field-missing', {field: 'ratePerHour', law}, `${at}.ratePerHour`);
		return {probability: probability ?? 0, ratePerHour: ratePerHour ?? 1};
	});
	const sum = phases.reduce((total, {probability}) => total + probability, 0);
	if (Math.abs(sum - 1) > SUM_TOLERANCE)
		log.add('market-probabilities', {sum: Number(sum.toPrecision(6))}, 'interruption.phases');
	return phases;
};

export const readInterruptionLaw = (given: InterruptionInput, log: Log): InterruptionLaw => {
	const {law, meanHours} = {...NORMAL.interruption, ...given};
	checkFields('interruption', given, law, LAW_FIELDS.interruption, log);
	switch (law) {
		case 'none':
			return {law};
		case 'exponential':
			return {law, meanHours};
		case 'weibull':
			return {law, meanHours, shape: given.shape ?? DEFAULT_SHAPE};
		case 'hyperexponential':
			return {law, phases: readPhases(given.phases, log)};
	}
};

/** By spec, as chains write it. */
const readInStock = (
	{inStock, other}: StockInput,
	path: string,
	log: Log,
): Readonly<Record<string, number>> => {
	if (inStock === undefined && other === undefined)
		log.add('market-field-missing', {field: 'inStock', law: 'bernoulli'}, `${path}.inStock`);
	const entries = Object.entries(inStock ?? {}).flatMap(([token, chance]) => {
		const read = parseSpec(token);
		if (read.ok) return [[formatSpec(read.value), chance] as const];
		log.add('spec-invalid', {token, problem: read.problem}, `${path}.inStock.${token}`);
		return [];
	});
	return Object.fromEntries(entries);
};

/** `trace` is what the file of that law holds, where there is one. */
export const readStockLaw = (
	part: 'stock' | 'onDemandStock',
	given: StockInput,
	trace: StockTrace | null,
	log: Log,
): StockLaw => {
	const {law} = {...NORMAL[part], ...given};
	checkFields(part, given, law, LAW_FIELDS.stock, log);
	switch (law) {
		case 'always':
			return {law};
		case 'bernoulli':
			return {law, inStock: readInStock(given, part, log), other: given.other ?? 1};
		case 'renewal': {
			const {meanUpHours, meanDownHours} = {...NORMAL.stock, ...given};
			return {law, meanUpHours, meanDownHours};
		}
		case 'trace':
			if (given.file === undefined)
				log.add('market-field-missing', {field: 'file', law}, `${part}.file`);
			return trace ? {law, trace, start: given.start ?? 'random'} : {law: 'always'};
	}
};
