import {FAMILIES} from '../catalogue/families.ts';
import {formatSpec, MAX_SPECS, parseSpec, type Spec} from '../catalogue/spec.ts';
import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {defaultPlanInput, type PlanInput} from './plan-input.ts';
import type {ChainRequest} from './plan-request.ts';

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
	return specs;
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

/** `useSpecs` is the annotation's value, if there is one. */
export const readChain = (
	input: NonNullable<PlanInput['chain']>,
	useSpecs: {readonly value: string; readonly path: string} | undefined,
	log: Log,
): ChainRequest => ({
	useSpecs: useSpecs ? readUseSpecs(useSpecs.value, useSpecs.path, log) : null,
	maxSpecs: input.maxSpecs ?? defaultPlanInput.chain.maxSpecs,
	families: readFamilies(input.families, 'families', log),
	excludeFamilies: readFamilies(input.excludeFamilies, 'excludeFamilies', log),
	arch: input.arch ?? defaultPlanInput.chain.arch,
});
