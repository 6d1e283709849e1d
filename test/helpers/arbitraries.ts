import fc from 'fast-check';
import {ANNOTATIONS, keyOf} from '../../source/domain/catalogue/annotations.ts';
import {RULESETS} from '../../source/domain/catalogue/rulesets.ts';
import {formatSpec, GPU_TOKENS, type Spec} from '../../source/domain/catalogue/spec.ts';
import {
	FILE_SYSTEMS,
	PERFORMANCE_LEVELS,
	VOLUME_TYPES,
} from '../../source/domain/catalogue/volumes.ts';
import {ARCHITECTURES, PICKS} from '../../source/domain/input/chain-shape.ts';
import {
	type ContainerInput,
	PLACEMENTS,
	type PlanInput,
	SERVICE_TYPES,
	SPOT_STRATEGIES,
	WORKLOAD_KINDS,
} from '../../source/domain/input/plan-input.ts';
import type {NumberShape, Shape} from '../../source/domain/schema/shape.ts';
import {STRATEGIES} from '../../source/domain/simulation/simulation-model.ts';
import {CURRENCIES} from '../../source/domain/units/money.ts';
import {BASE_REGIONS, REGIONAL_REGIONS} from './domain-fixtures.ts';

const decimals = (places: number): fc.Arbitrary<number> =>
	fc.integer({min: 1, max: 999 * 10 ** places}).map(count => count / 10 ** places);

const anyInstanceType = fc
	.tuple(
		fc.constantFrom('c6', 'g7', 'u1-c1m2', 'gn5-c8g1', 'vgn6i-m4-vws', 'c7a-nps1', 't5-lc1m1'),
		fc.constantFrom('small', 'large', 'xlarge', '2xlarge', '26xlarge'),
	)
	.map(([series, size]) => `ecs.${series}.${size}`);

export const anySpec: fc.Arbitrary<Spec> = fc.oneof(
	fc.record({
		kind: fc.constant('cpu-mem' as const),
		vcpu: decimals(3),
		memoryGiB: decimals(4),
	}),
	anyInstanceType.map(type => ({kind: 'ecs' as const, type})),
	fc.constantFrom(...GPU_TOKENS).map(token => {
		const [, model = '', count = ''] = token.split('-');
		return {kind: 'gpu' as const, model, count: Number(count)};
	}),
);

const PIECES =
	'0 0.0 00 1 2 4 8 64 512 1234 99999 0.25 .5 5. 1e2 - – — _ x . , $ Gi G gi GB GiB ecs. ECS. ecs c6 C6 gn5-c8g1 .large .LARGE .xlarge ecigpu- eci-gpu- EciGpu- P100 p100 -4 A10 é 🦜'.split(
		' ',
	);

/** What somebody may type for an entry of `eci-use-specs`, right or wrong. */
export const anyToken: fc.Arbitrary<string> = fc.oneof(
	anySpec.map(formatSpec),
	fc
		.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(' ', '\t', '\n')), {maxLength: 8})
		.map(pieces => pieces.join('')),
	fc
		.tuple(anySpec.map(formatSpec), fc.nat(20), fc.constantFrom(...PIECES, ''))
		.map(([token, at, piece]) => token.slice(0, at) + piece + token.slice(at + 1)),
	fc
		.tuple(fc.nat(99_999), fc.constantFrom('-', '–', ' - ', 'x'), fc.nat(99_999))
		.map(([vcpu, dash, memory]) => `${vcpu / 100}${dash}${memory / 10}G`),
);

export const anyRuleset = fc.constantFrom(...RULESETS);
export const anyRegion = fc.constantFrom(...REGIONAL_REGIONS.slice(0, 3), ...BASE_REGIONS);

/** Thousandths of a vCPU, mostly of a size that fits somewhere. */
export const anyMillis = fc.oneof(
	fc.integer({min: 1, max: 4000}),
	fc.integer({min: 1, max: 40_000}),
	fc.integer({min: 1, max: 64}).map(count => count * 1000),
);
/** MiB, likewise. */
export const anyMebibytes = fc.oneof(
	fc.integer({min: 1, max: 16 * 1024}),
	fc.integer({min: 1, max: 300 * 1024}),
	fc.integer({min: 1, max: 256}).map(count => count * 1024),
);

type Asked = {cpu?: number; memory?: number; requestedCpu?: number; requestedMemory?: number};

/** A request is at most its limit. */
const toContainer = ({cpu, memory, requestedCpu, requestedMemory}: Asked): ContainerInput => {
	const requests = {
		...(requestedCpu !== undefined && {cpu: `${Math.min(requestedCpu, cpu ?? requestedCpu)}m`}),
		...(requestedMemory !== undefined && {
			memory: `${Math.min(requestedMemory, memory ?? requestedMemory)}Mi`,
		}),
	};
	return {
		...(cpu !== undefined && {cpu: `${cpu}m`}),
		...(memory !== undefined && {memory: `${memory}Mi`}),
		...(Object.keys(requests).length > 0 && {requests}),
	};
};

/** A container that says all, something or nothing about its size, in `…m` and `…Mi`. */
export const anyContainer: fc.Arbitrary<ContainerInput> = fc
	.oneof(
		fc.record({cpu: anyMillis, memory: anyMebibytes}),
		fc.record(
			{
				cpu: anyMillis,
				memory: anyMebibytes,
				requestedCpu: anyMillis,
				requestedMemory: anyMebibytes,
			},
			{requiredKeys: []},
		),
	)
	.map(toContainer);

export const someContainers = fc.array(anyContainer, {minLength: 1, maxLength: 4});

const text = (alphabet: string, maxLength = 8): fc.Arbitrary<string> =>
	fc.string({unit: fc.constantFrom(...alphabet), minLength: 1, maxLength});

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const anyName = text(LETTERS);
/** Anything that is one part of `--container` or `--volume`, commas included. */
const anyPart = text(`${LETTERS}./:@_-"'$ é🦜=,`).map(part => part.trim() || 'x');
/** Anything that is one entry of a list with commas. */
const anyEntry = text(`${LETTERS}./:-_*"' é🦜=`).map(entry => entry.trim() || 'x');
const anyText = fc.string({unit: 'grapheme', minLength: 1, maxLength: 12});

const optional = <T>(model: {[K in keyof T]: fc.Arbitrary<T[K]>}) =>
	fc.record(model, {requiredKeys: []});

const anyFlagContainer: fc.Arbitrary<ContainerInput> = fc
	.tuple(
		fc.record(
			{
				name: fc.oneof(fc.constantFrom('app', 'web', 'log'), anyName),
				image: anyPart,
				cpu: fc.oneof(fc.constantFrom('1', '500m', '2'), anyPart),
				memory: fc.oneof(fc.constantFrom('1Gi', '512Mi'), anyPart),
				gpu: fc.nat(8),
			},
			{requiredKeys: ['name']},
		),
		fc.option(
			fc.record(
				{cpu: fc.constantFrom('1', '250m'), memory: fc.constantFrom('1Gi', '64Mi')},
				{requiredKeys: ['cpu']},
			),
			{nil: undefined},
		),
	)
	.map(([container, requests]) => ({...container, ...(requests && {requests})}));

const entries = fc.array(anyEntry, {minLength: 1, maxLength: 4});

const ANNOTATION_KEYS = ANNOTATIONS.filter(({field}) => field === null).map(keyOf);

/** One answer to when pods run: two of them in one document are a conflict, and the higher layer's wins. */
const anyFlagWorkload = fc
	.tuple(
		optional({
			kind: fc.constantFrom(...WORKLOAD_KINDS),
			timeZone: fc.constantFrom('Asia/Shanghai', 'UTC'),
			pull: fc.constantFrom('60s', '0s'),
			imageSize: fc.constantFrom('800Mi', '40Gi'),
		}),
		fc.oneof(
			fc.constant({}),
			fc.record({replicas: fc.nat(100_000)}),
			fc.record({schedule: fc.constantFrom('Mon-Fri 09:00-18:00=10; *=2', '*=1', "it's")}),
			fc.record({work: fc.constantFrom('10h', '1h30m'), replicas: fc.nat(100_000)}),
			fc.record({work: fc.constantFrom('10h', '1h30m'), runsPerDay: fc.constantFrom('4', '0.5')}),
			fc.record({work: fc.constant('1h'), cron: fc.constantFrom('0 2 * * *', '@daily')}),
			fc.record({
				work: fc.constantFrom('10h', '1h30m'),
				deadline: fc.constantFrom('12h', '1h'),
				checkpointEvery: fc.constantFrom('30m', '0s'),
				checkpointCost: fc.constantFrom('1m', 'x'),
				restoreCost: fc.constantFrom('2m', '0s'),
			}),
		),
	)
	.map(([common, load]) => ({...common, ...load}));

const anyFlagVolume = fc.record(
	{
		name: anyName,
		type: fc.constantFrom(...VOLUME_TYPES),
		mountPath: fc.constantFrom('/data', '/a,b', 'c=d'),
		container: anyName,
		readOnly: fc.boolean(),
		server: anyPart,
		path: fc.constantFrom('/', '/a b'),
		mountOptions: fc.constantFrom('nolock,tcp,noresvport', 'vers=3'),
		size: fc.constantFrom('20Gi', '1Ti'),
		diskId: anyPart,
		fileSystem: fc.constantFrom(...FILE_SYSTEMS),
		performanceLevel: fc.constantFrom(...PERFORMANCE_LEVELS),
		keep: fc.boolean(),
		encrypted: fc.boolean(),
		claim: anyPart,
		storageClass: anyPart,
		createClass: fc.boolean(),
	},
	{requiredKeys: ['name']},
);

/** A document in which every field has a flag. */
export const anyFlagInput: fc.Arbitrary<PlanInput> = fc
	.tuple(
		optional({
			name: anyName,
			region: fc.constantFrom('cn-hangzhou', 'eu-central-1', 'cn-hangzou'),
			ruleset: anyRuleset,
			currency: fc.constantFrom(...CURRENCIES),
			horizon: fc.constantFrom('30d', '36h', 'soon'),
			workload: anyFlagWorkload,
			network: optional({
				vswitchCidr: fc.constantFrom('10.0.0.0/24', '10.0.0.1/24'),
				nat: fc.boolean(),
				service: fc.constantFrom(...SERVICE_TYPES),
				port: fc.integer({min: 1, max: 65_535}),
				vcpuQuota: fc.integer({min: 1, max: 1_000_000}),
			}),
			logs: fc.dictionary(anyName, fc.constantFrom('stdout', '/var/log/*.log', 'a,b=c'), {
				minKeys: 1,
				maxKeys: 3,
			}),
			volumes: fc.uniqueArray(anyFlagVolume, {
				selector: ({name}) => name,
				minLength: 1,
				maxLength: 3,
			}),
			reserved: optional({
				hoursPerMonth: fc.constantFrom('500', '0'),
				covered: fc.nat(100),
			}),
			chain: optional({
				useSpecs: fc.array(fc.oneof(anySpec.map(formatSpec), anyEntry), {minLength: 1}),
				maxSpecs: fc.integer({min: 1, max: 5}),
				families: entries,
				excludeFamilies: entries,
				generations: fc.array(fc.integer({min: 4, max: 8}), {minLength: 1, maxLength: 3}),
				arch: fc.constantFrom(...ARCHITECTURES),
				pick: fc.constantFrom(...PICKS),
				avoid: fc.constant(['ecs.c7.large']),
				inStock: fc.dictionary(fc.constantFrom('2-4Gi', 'ecs.c6.large'), fc.constant('90%'), {
					minKeys: 1,
				}),
				sharedStock: fc.constantFrom({family: '60%'}, {generation: '0.1', sizes: '50%'}),
			}),
			spot: optional({
				strategy: fc.constantFrom(...SPOT_STRATEGIES),
				priceLimit: fc.constantFrom('0.250', '1', '0.0001'),
				fallback: fc.boolean(),
			}),
			simulation: fc
				.tuple(
					optional({
						strategies: fc.array(fc.constantFrom(...STRATEGIES), {minLength: 1, maxLength: 4}),
						baseline: fc.constantFrom(...STRATEGIES),
						market: fc.constantFrom('calm', 'stress', 'my market.yaml'),
						paths: fc.integer({min: 1, max: 1_000_000}),
						seed: fc.integer({min: 0, max: 4_294_967_295}),
					}),
					fc.oneof(
						fc.constant({}),
						fc.record({interruptionRate: fc.constantFrom('3%', '0.03', '100%')}),
						fc.record({mtbf: fc.constantFrom('24h', '0s')}),
					),
				)
				.map(([common, lives]) => ({...common, ...lives})),
			pod: optional({
				placement: fc.constantFrom(...PLACEMENTS),
				vswitch: entries,
				securityGroup: entries,
				resourceGroup: anyText,
				ramRole: anyText,
				imageSnapshot: anyText,
				imageCache: fc.boolean(),
				withEip: fc.boolean(),
				eipBandwidth: fc.constantFrom('10', '0'),
				eipInstance: anyText,
				ntpServer: entries,
				diskVolume: anyText,
				extraEphemeralStorage: fc.constantFrom('50Gi', '1.5Ti'),
				annotations: fc.dictionary(fc.constantFrom(...ANNOTATION_KEYS, 'team.example/a'), anyText, {
					minKeys: 1,
					maxKeys: 3,
				}),
			}),
		}),
		fc.oneof(
			fc.record({
				containers: fc.uniqueArray(anyFlagContainer, {
					selector: ({name}) => name,
					minLength: 1,
					maxLength: 3,
				}),
			}),
			optional({cpu: anyPart, memory: anyPart, gpu: fc.nat(8), image: anyPart}),
		),
	)
	.map(([rest, containers]) => ({...rest, ...containers}));

/** Names that plain objects inherit, or that change their prototype. */
export const TRAPS = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'] as const;

const anyKey = fc.oneof(fc.constantFrom(...TRAPS), fc.string({maxLength: 6}));

/** JSON, with the keys that are traps for careless code. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec(tie => ({
	value: fc.oneof(
		{maxDepth: 3},
		fc.constantFrom(null, true, false, 0, -0, 1, -1, 1.5, 1e21, 1e300, 2020, ''),
		fc.double({noNaN: true, noDefaultInfinity: true}),
		fc.string(),
		fc.array(tie('value'), {maxLength: 3}),
		fc.dictionary(anyKey, tie('value'), {maxKeys: 3, noNullPrototype: true}),
	),
})).value;

const numberOf = ({minimum, maximum, open}: NumberShape): fc.Arbitrary<number> =>
	fc.double({
		min: minimum,
		max: maximum,
		noNaN: true,
		minExcluded: open === 'minimum',
		maxExcluded: open === 'maximum',
	});

/** A value of the shape, in every form that its JSON Schema allows. */
export const valueOfShape = (shape: Shape): fc.Arbitrary<unknown> => {
	switch (shape.type) {
		case 'text':
			return shape.number && !shape.unit
				? fc.oneof(fc.string(), fc.double({noNaN: true, noDefaultInfinity: true}), fc.integer())
				: fc.string();
		case 'choice':
			return fc.constantFrom(
				...shape.values.flatMap(value => (value === '2020' ? [value, 2020] : [value])),
			);
		case 'whole':
			return fc.integer({min: shape.minimum, max: shape.maximum});
		case 'number':
			return numberOf(shape);
		case 'numbers':
			return fc.dictionary(anyKey, numberOf(shape.item), {maxKeys: 3, noNullPrototype: true});
		case 'flag':
			return fc.boolean();
		case 'list':
			return fc.array(valueOfShape(shape.item), {maxLength: Math.min(shape.maximum, 3)});
		case 'map':
			return fc.dictionary(anyKey, fc.string(), {maxKeys: 3, noNullPrototype: true});
		case 'object':
			return fc.record(
				Object.fromEntries(
					Object.entries(shape.fields).map(([name, field]) => [name, valueOfShape(field)]),
				),
				{requiredKeys: [], noNullPrototype: true},
			);
	}
};

/** Mostly of the shape, with something else here and there. */
export const valueNearShape = (shape: Shape): fc.Arbitrary<unknown> => {
	const right =
		shape.type === 'object'
			? fc
					.tuple(
						fc.record(
							Object.fromEntries(
								Object.entries(shape.fields).map(([name, field]) => [name, valueNearShape(field)]),
							),
							{requiredKeys: [], noNullPrototype: true},
						),
						fc.dictionary(anyKey, anyJson, {maxKeys: 1, noNullPrototype: true}),
					)
					.map(([fields, more]) =>
						Object.fromEntries([...Object.entries(fields), ...Object.entries(more)]),
					)
			: shape.type === 'list'
				? fc.array(valueNearShape(shape.item), {maxLength: 3})
				: valueOfShape(shape);
	return fc.oneof({weight: 9, arbitrary: right}, {weight: 1, arbitrary: anyJson});
};

const anyScalar = fc.oneof(
	fc.string({unit: 'binary', maxLength: 20}),
	fc.string({unit: 'grapheme', maxLength: 20}),
	fc.constantFrom(
		...['yes', 'no', 'on', 'off', 'y', 'N', 'true', 'null', '~', '', ' ', 'NaN', '.nan', '.inf'],
		...['0x1f', '0o17', '017', '1e3', '1_000', '0b11', '12:30:45', '2024-10-09', '+1', '-0', '.5'],
		...[
			'# no comment',
			'a #b',
			'a: b',
			'a:',
			': ',
			'- a',
			'-',
			'?',
			'? a',
			'&a',
			'*a',
			'!a',
			'!!int 1',
		],
		...[
			'|',
			'>',
			'%YAML 1.1',
			'---',
			'...',
			'@a',
			'`a`',
			'"',
			"'",
			'\\',
			'\\n',
			'{a: 1}',
			'[a]',
			',',
		],
		...['line\nbreak', 'a\r\nb', '\ttab', 'end ', ' start', '\u0085', '\u2028', '\u2029', '\ufeff'],
		...[
			'\u0000',
			'\u001b[31m',
			'\u007f',
			'\u009f',
			'\u00a0',
			'\ud800',
			'\uffff',
			'🦜',
			'é',
			'中文',
		],
		...[
			'<<',
			'=',
			'O',
			'nginx:1.29',
			'1.29',
			'100.100.5.1,100.100.5.2',
			'{"a":"b"}',
			'a:b',
			'C:\\x',
		],
	),
	fc
		.tuple(fc.string({maxLength: 4}), fc.constantFrom(': ', ' #', '\n', '"', '\u0085', '\t'))
		.map(([a, b]) => a + b + a),
);

/** Text that a careless YAML writer turns into something else. */
export const anyYamlText: fc.Arbitrary<string> = anyScalar;
