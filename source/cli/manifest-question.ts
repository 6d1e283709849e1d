import {hasErrors} from '../domain/diagnostics.ts';
import {PLAN_FLAGS} from '../domain/input/flag-table.ts';
import {mergeLayers} from '../domain/input/layers.ts';
import type {PlanInput} from '../domain/input/plan-input.ts';
import {readPlanInput} from '../domain/input/read-plan-input.ts';
import {type ManifestObject, namespaceOf} from '../domain/manifest/lint/manifest-object.ts';
import type {ManifestQuestion} from '../domain/manifest/workload/plan-manifests.ts';
import type {Amounts, Resource} from '../domain/manifest/workload/quantity-texts.ts';
import {isSelected, parseSelector} from '../domain/manifest/workload/selector.ts';
import {parseDuration} from '../domain/units/duration.ts';
import {parseCpu, parseMemory} from '../domain/units/quantity.ts';
import type {World} from '../ports.ts';
import {type Asked, askedAt} from './asked-for.ts';
import type {FlagValues, Invocation} from './command.ts';
import {Failure, usageFailure} from './failure.ts';
import {environmentName, flagsOfEnvironment} from './flag-layer.ts';
import {flagLayer} from './gather-input.ts';
import {OF_ONE_WORKLOAD} from './manifest-commands.ts';
import {nameAmong, placesOf, relabelled} from './places.ts';

/** Whoever asks for any of these asks what a chosen chain would cost. */
const CHOOSING: readonly string[] = [
	'pick',
	'target-placed',
	'max-specs',
	'families',
	'exclude-families',
	'generations',
	'pin',
	'avoid',
	'max-waste',
	'price-cap',
];

/** The flags that may stand over what a manifest says. */
const OVER: readonly string[] = [
	...PLAN_FLAGS.filter(({group}) => ['chain', 'spot', 'pod', 'prices'].includes(group)).map(
		({name}) => name,
	),
	'ruleset',
].filter(name => !OF_ONE_WORKLOAD.includes(name));

const only = (flags: FlagValues, names: readonly string[]): FlagValues =>
	new Map([...flags].filter(([name]) => names.includes(name)));

const checkQuantity = ({value, place}: Asked, resource: Resource): string => {
	const read = resource === 'cpu' ? parseCpu(value) : parseMemory(value);
	if (!read.ok)
		throw usageFailure('quantity-invalid', {resource, value, problem: read.problem}, place);
	return value;
};

const defaultsOf = ({flags}: Invocation, {env}: World): Amounts => {
	const [cpu, memory] = [askedAt('default-cpu', flags, env), askedAt('default-memory', flags, env)];
	return {
		...(cpu && {cpu: checkQuantity(cpu, 'cpu')}),
		...(memory && {memory: checkQuantity(memory, 'memory')}),
	};
};

const workOf = ({flags}: Invocation, {env}: World): string | null => {
	const asked = askedAt('work', flags, env);
	if (asked === undefined) return null;
	const {value, place} = asked;
	const read = parseDuration(value);
	if (!read.ok) throw usageFailure('duration-invalid', {value, problem: read.problem}, place);
	return value;
};

const filterOf = ({flags}: Invocation, {env}: World): ManifestQuestion['isAsked'] => {
	const namespaces = askedAt('namespace', flags, env)?.value.split(',') ?? null;
	const asked = askedAt('selector', flags, env);
	const selector = asked ? parseSelector(asked.value) : [];
	if (asked && !selector)
		throw usageFailure(
			'flag-format',
			{flag: asked.place, value: asked.value, expected: 'app=web,tier!=cache'},
			asked.place,
		);
	return (object: ManifestObject) =>
		(namespaces === null || namespaces.includes(namespaceOf(object))) &&
		isSelected(object, selector ?? []);
};

/** Mistakes that all workloads would share are told once, and before a file is read. */
const checkShared = (
	input: PlanInput,
	placeOf: (path: string) => string,
	regions: readonly string[],
	world: World,
): void => {
	const {diagnostics} = readPlanInput(input, regions, world.timeZones);
	const shared = diagnostics.filter(({path = ''}) => /^(?:region|chain|pricing)\b/.test(path));
	if (hasErrors(shared))
		throw new Failure(
			2,
			relabelled(
				shared.filter(({severity}) => severity === 'error'),
				placeOf,
			),
		);
};

/** What settings, variables and flags ask about manifests, as far as they are among `over`. */
export const manifestQuestion = (
	invocation: Invocation,
	regions: readonly string[],
	world: World,
	over: readonly string[] = OVER,
): ManifestQuestion => {
	const settings = new Map(
		Object.entries(invocation.settings).map(([name, value]) => [name, [value]]),
	);
	const below = flagLayer(only(settings, over), flag => `settings ${flag}`);
	const environment = flagsOfEnvironment(over, world.env);
	const above = [
		flagLayer(environment, environmentName),
		flagLayer(only(invocation.flags, over), flag => `--${flag}`),
	];
	const merged = mergeLayers(above.map(({input}) => input));
	const sources = above.map(({nameOf}) => nameOf);
	const placeOf = placesOf([below.nameOf, ...sources]);
	checkShared(mergeLayers([below.input, merged.input]).input, placeOf, regions, world);
	const isChoosing = CHOOSING.some(name => invocation.flags.has(name) || environment.has(name));
	return {
		lower: below.input,
		upper: merged.input,
		nameOf: path => nameAmong(sources, path),
		settingOf: path => nameAmong([below.nameOf], path),
		search: isChoosing ? 'choose' : 'as-it-is',
		defaults: defaultsOf(invocation, world),
		work: workOf(invocation, world),
		isAsked: filterOf(invocation, world),
	};
};
