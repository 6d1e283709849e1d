import {FAMILIES} from '../domain/catalogue/families.ts';
import type {Diagnostic} from '../domain/diagnostics.ts';
import {defaultPlanInput} from '../domain/input/plan-input.ts';
import type {PriceApiRequest} from '../domain/pricing/price-api-types.ts';
import type {ShippedCatalogue} from '../domain/pricing/price-import.ts';
import {PRICE_TOPICS, type PriceTopic} from '../domain/pricing/refresh-result.ts';
import {refreshTypes} from '../domain/pricing/refresh-types.ts';
import {nearest} from '../domain/rules/nearest.ts';
import {report} from '../domain/rules/rules.ts';
import {parseDuration} from '../domain/units/duration.ts';
import type {World} from '../ports.ts';
import {askedFor} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {Failure, usageFailure} from './failure.ts';

const MAX_DAYS = 30;
const SECONDS_PER_HOUR = 3600;
const DEFAULT_HISTORY = `${MAX_DAYS}d`;

const listOf = (text: string | undefined): readonly string[] =>
	(text ?? '')
		.split(',')
		.map(entry => entry.trim())
		.filter(entry => entry !== '');

const topicsOf = (text: string | undefined): readonly PriceTopic[] => {
	const asked = listOf(text);
	const wrong = asked.find(name => !PRICE_TOPICS.some(topic => topic === name));
	if (wrong !== undefined)
		throw usageFailure(
			'field-choice',
			{value: wrong, choices: PRICE_TOPICS, suggestion: nearest(wrong, PRICE_TOPICS)},
			'--what',
		);
	return asked.length === 0 ? PRICE_TOPICS : PRICE_TOPICS.filter(topic => asked.includes(topic));
};

const historyHoursOf = (text: string): number => {
	if (text === '0') return 0;
	const duration = parseDuration(text);
	if (!duration.ok)
		throw usageFailure('duration-invalid', {value: text, problem: duration.problem}, '--history');
	const hours = Math.ceil(duration.value / SECONDS_PER_HOUR);
	if (hours > MAX_DAYS * 24)
		throw usageFailure('refresh-history-long', {value: text, days: MAX_DAYS}, '--history');
	return hours;
};

const regionOf = (text: string | undefined, {regions}: ShippedCatalogue): string => {
	const region = text ?? defaultPlanInput.region;
	if (regions.includes(region)) return region;
	throw usageFailure(
		'region-unknown',
		{region, known: regions, suggestion: nearest(region, regions)},
		'--region',
	);
};

const checkNames = (
	types: readonly string[],
	families: readonly string[],
	known: readonly string[],
): void => {
	const names = [...FAMILIES.keys()];
	const problems: readonly Diagnostic[] = [
		...families
			.filter(family => !FAMILIES.has(family))
			.map(family =>
				report('family-unknown', {family, suggestion: nearest(family, names)}, '--families'),
			),
		...types
			.filter(type => !known.includes(type))
			.map(type =>
				report('refresh-type-unknown', {type, suggestion: nearest(type, known)}, '--types'),
			),
	];
	if (problems.length > 0) throw new Failure(2, problems);
};

/** What the flags of `prices refresh` ask the API for. */
export const refreshQuestion = async (
	{flags, settings}: Invocation,
	catalogue: ShippedCatalogue,
	world: World,
): Promise<PriceApiRequest> => {
	const asked = (name: string) => askedFor(name, flags, world.env);
	const topics = topicsOf(asked('what'));
	const historyHours = historyHoursOf(asked('history') ?? DEFAULT_HISTORY);
	const region = regionOf(asked('region') ?? settings['region'], catalogue);
	const families = listOf(asked('families')).map(family => family.replace(/^ecs\./, ''));
	const types = listOf(asked('types'));
	checkNames(types, families, catalogue.types);
	const needsTypes = topics.some(topic => topic !== 'eci');
	const book = await world.prices.book(region, 'CNY');
	const chosen = needsTypes ? refreshTypes(book, {types, families}) : [];
	if (needsTypes && chosen.length === 0)
		throw usageFailure('refresh-types-none', {region, families});
	return {region, topics, types: chosen, historyHours, asOf: world.today};
};
