import {type Architecture, FAMILIES, familyOf} from '../catalogue/families.ts';
import {formatSpec, MAX_SPECS, parseSpec, type Spec, typeOfGpuSpec} from '../catalogue/spec.ts';
import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {add, compare, decimal, type Fraction, fraction, one} from '../units/fraction.ts';
import type {Pick} from './chain-shape.ts';
import {defaultPlanInput, type PlanInput} from './plan-input.ts';
import type {ChainRequest, SharedStock, StockRequest} from './plan-request.ts';
import {readPrice, readShare} from './read-share.ts';

type ChainInput = NonNullable<PlanInput['chain']>;

/** Reads `2-4Gi,ecs.c6.xlarge`; blanks around entries don't count. */
export const readUseSpecs = (value: string, path: string, log: Log): readonly Spec[] => {
	// That the value is empty is said of the annotation.
	if (value.trim() === '') return [];
	const tokens = value.split(',');
	if (tokens.length > MAX_SPECS)
		log.add('spec-too-many', {count: tokens.length, maximum: MAX_SPECS}, path);
	const specs: Spec[] = [];
	const seen = new Set<string>();
	for (const token of tokens) {
		const read = parseSpec(token);
		const name = read.ok ? formatSpec(read.value) : token.trim();
		const isAgain = seen.has(name);
		seen.add(name);
		if (read.ok && isAgain) log.add('spec-duplicate', {token: name}, path);
		else if (read.ok) specs.push(read.value);
		else if (!isAgain) log.add('spec-invalid', {token: name, problem: read.problem}, path);
	}
	noteGpuForms(specs, path, log);
	return specs;
};

const noteGpuForms = (specs: readonly Spec[], path: string, log: Log): void => {
	for (const spec of specs) {
		const type = spec.kind === 'gpu' ? typeOfGpuSpec(spec) : undefined;
		if (type) log.add('spec-gpu-form', {token: formatSpec(spec), type}, path);
	}
};

const readFamilies = (
	names: readonly string[] | undefined,
	field: 'families' | 'excludeFamilies',
	log: Log,
): readonly string[] =>
	[...new Set(names?.map(name => name.trim().replace(/^ecs\./, '')))].map(family => {
		if (!FAMILIES.has(family))
			log.add(
				'family-unknown',
				{family, suggestion: nearest(family, [...FAMILIES.keys()])},
				`chain.${field}`,
			);
		return family;
	});

/** The chance of being placed that each pick stands for. */
export const TARGETS: Readonly<Record<Pick, Fraction>> = {
	cheapest: decimal('0.95'),
	balanced: decimal('0.999'),
	resilient: decimal('0.9999'),
};

const readTarget = (
	{pick = defaultPlanInput.chain.pick, targetPlaced}: ChainInput,
	log: Log,
): ChainRequest['target'] => {
	const asked =
		targetPlaced === undefined ? null : readShare(targetPlaced, 'chain.targetPlaced', log);
	return asked ? {chance: asked, pick: null} : {chance: TARGETS[pick], pick};
};

/** A spec as chains write it. */
const readToken = (text: string, path: string, log: Log): string | null => {
	const read = parseSpec(text);
	if (read.ok) return formatSpec(read.value);
	log.add('spec-invalid', {token: text.trim(), problem: read.problem}, path);
	return null;
};

const readTokens = (
	texts: readonly string[] | undefined,
	path: string,
	log: Log,
): readonly string[] => [
	...new Set((texts ?? []).flatMap(text => readToken(text, path, log) ?? [])),
];

/**
 * Types of one generation run on the same purchases of hardware, those of one family on the same hosts. Any
 * host may serve a size, and one with room for a large size has room for a small one.
 */
export const ASSUMED_SHARED: SharedStock = {
	generation: fraction(1, 4),
	family: fraction(1, 2),
	sizes: one,
};

const readSharedStock = ({sharedStock = {}}: ChainInput, log: Log): SharedStock => {
	const shareOf = (part: keyof SharedStock): Fraction => {
		const text = sharedStock[part];
		const share = text === undefined ? null : readShare(text, `chain.sharedStock.${part}`, log);
		return share ?? ASSUMED_SHARED[part];
	};
	const [generation, family, sizes] = [shareOf('generation'), shareOf('family'), shareOf('sizes')];
	const said = sharedStock.family === undefined ? 'generation' : 'family';
	if (compare(add(generation, family), one) > 0)
		log.add(
			'shared-stock-over',
			{ofGeneration: generation, ofFamily: family},
			`chain.sharedStock.${said}`,
		);
	return {generation, family, sizes};
};

const readStock = (input: ChainInput, log: Log): StockRequest => ({
	chances: new Map(
		Object.entries(input.inStock ?? {}).flatMap(([spec, text]) => {
			const path = `chain.inStock.${spec}`;
			const token = readToken(spec, path, log);
			const chance = readShare(text, path, log);
			return token && chance ? [[token, chance] as const] : [];
		}),
	),
	areShared: input.inStockShared ?? false,
	shared: readSharedStock(input, log),
});

const isArm = (spec: Spec): boolean => spec.kind === 'ecs' && familyOf(spec.type)?.arch === 'arm64';

/** Where nobody says, a chain of Arm types tells. */
const architectureOf = ({arch}: ChainInput, useSpecs: readonly Spec[] | null): Architecture => {
	if (arch !== undefined) return arch;
	const areArm = useSpecs !== null && useSpecs.length > 0 && useSpecs.every(isArm);
	return areArm ? 'arm64' : defaultPlanInput.chain.arch;
};

/** `given` is the annotation's value, if there is one. */
export const readChain = (
	input: ChainInput,
	given: {readonly value: string; readonly path: string} | undefined,
	log: Log,
): ChainRequest => {
	const useSpecs = given ? readUseSpecs(given.value, given.path, log) : null;
	return {
		useSpecs,
		maxSpecs: input.maxSpecs ?? defaultPlanInput.chain.maxSpecs,
		target: readTarget(input, log),
		pinned: readTokens(input.pin, 'chain.pin', log),
		avoided: readTokens(input.avoid, 'chain.avoid', log),
		maxWaste:
			input.maxWaste === undefined ? null : readShare(input.maxWaste, 'chain.maxWaste', log),
		priceCap:
			input.priceCap === undefined ? null : readPrice(input.priceCap, 'chain.priceCap', log),
		stock: readStock(input, log),
		families: readFamilies(input.families, 'families', log),
		excludeFamilies: readFamilies(input.excludeFamilies, 'excludeFamilies', log),
		generations: input.generations ?? [],
		arch: architectureOf(input, useSpecs),
	};
};
