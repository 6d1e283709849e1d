import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	ANNOTATIONS,
	keyOf,
	olderRow,
	PREFIX,
} from '../../../source/domain/catalogue/annotations.ts';
import type {Ruleset} from '../../../source/domain/catalogue/rulesets.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {anyRuleset, TRAPS} from '../../helpers/arbitraries.ts';
import {factsOf, planOf, readInput, rulesOf, summaryOf} from '../../helpers/domain-fixtures.ts';

const findings = (input: PlanInput) => summaryOf(readInput(input).diagnostics);

/** Annotations without their prefix. */
const annotated = (annotations: Readonly<Record<string, string>>, more: PlanInput = {}) => ({
	...more,
	pod: {
		...more.pod,
		annotations: Object.fromEntries(
			Object.entries(annotations).map(([name, value]) => [PREFIX + name, value]),
		),
	},
});
const under = (ruleset: '2020' | 'current', annotations: Readonly<Record<string, string>>) =>
	findings(annotated(annotations, {ruleset}));
const at = (name: string) => `pod.annotations.${PREFIX}${name}`;
const BOTH = ['2020', 'current'] as const;

describe('the spot price limit', () => {
	it('is ignored without SpotWithPriceLimit (A01)', () => {
		for (const spot of [
			{priceLimit: '0.25'},
			{priceLimit: '0.25', strategy: 'SpotAsPriceGo'},
			{priceLimit: '0.25', strategy: 'none'},
		] as const)
			expect(findings({spot})).toEqual(['spot-limit-ignored warning spot.priceLimit']);
	});

	it('must be there with SpotWithPriceLimit (A02)', () => {
		expect(findings({spot: {strategy: 'SpotWithPriceLimit'}})).toEqual([
			'spot-limit-missing error spot.priceLimit',
		]);
		expect(findings({spot: {strategy: 'SpotAsPriceGo'}})).toEqual([]);
	});

	it.each(['0.25', '0.250', '1', '10', '0.001', '3.0', '999999'])('may be %s', priceLimit => {
		expect(findings({spot: {strategy: 'SpotWithPriceLimit', priceLimit}})).toEqual([]);
	});

	it.each([
		['0', 'not-positive'],
		['0.000', 'not-positive'],
		['0.0001', 'decimals'],
		['0.2500', 'decimals'],
		['-1', 'not-a-number'],
		['+1', 'not-a-number'],
		['.25', 'not-a-number'],
		['1.', 'not-a-number'],
		['1e3', 'not-a-number'],
		['1e-2', 'not-a-number'],
		['0,25', 'not-a-number'],
		['0.25 CNY', 'not-a-number'],
		['NaN', 'not-a-number'],
		['Infinity', 'not-a-number'],
		['9'.repeat(101), 'not-a-number'],
	])('may not be %s (A03)', (priceLimit, reason) => {
		const {diagnostics} = readInput({spot: {strategy: 'SpotWithPriceLimit', priceLimit}});
		expect(summaryOf(diagnostics)).toEqual(['spot-limit-invalid error spot.priceLimit']);
		expect(diagnostics[0]?.facts).toEqual({value: priceLimit, reason});
	});

	it('goes out with the digits it came with', () => {
		const spot = {strategy: 'SpotWithPriceLimit', priceLimit: '0.250'} as const;
		expect(planOf({spot}).request.spot).toEqual({...spot, fallback: null});
	});
});

describe('options of spot', () => {
	it.each(['eci-spot-duration', 'eci-spot-release-strategy'])('%s needs a strategy', name => {
		const value = name === 'eci-spot-duration' ? '0' : 'api-evict';
		const {diagnostics} = readInput(annotated({[name]: value}, {ruleset: 'current'}));
		expect(summaryOf(diagnostics)).toEqual([`spot-option-ignored warning ${at(name)}`]);
		expect(diagnostics[0]?.facts).toEqual({key: PREFIX + name});
		expect(under('current', {[name]: value, 'eci-spot-strategy': 'SpotAsPriceGo'})).toEqual([]);
	});

	it('fall back only from a strategy', () => {
		expect(findings({ruleset: 'current', spot: {fallback: true}})).toEqual([
			'spot-option-ignored warning spot.fallback',
		]);
	});
});

describe('elastic IP addresses', () => {
	it('are new or bound, not both (A04)', () => {
		expect(findings({pod: {withEip: true, eipInstance: 'eip-1'}})).toEqual([
			'eip-conflict error pod.eipInstance',
		]);
		expect(findings({pod: {withEip: false, eipInstance: 'eip-1'}})).toEqual([]);
	});

	it('have options only when new (A05)', () => {
		expect(findings({pod: {eipBandwidth: '10'}})).toEqual([
			'eip-option-ignored warning pod.eipBandwidth',
		]);
		expect(findings({pod: {eipBandwidth: '10', withEip: false}})).toEqual([
			'eip-option-ignored warning pod.eipBandwidth',
		]);
		expect(findings({pod: {eipBandwidth: '10', withEip: true}})).toEqual([]);
		expect(under('current', {'eip-isp': 'BGP'})).toEqual([
			`eip-option-ignored warning ${at('eip-isp')}`,
		]);
	});

	it('have no option that is misspelt, which is said once (facts §1.3)', () => {
		expect(under('current', {'eip-common-bandwith-package-id': 'cbwp-1'})).toEqual([
			`annotation-unknown error ${at('eip-common-bandwith-package-id')}`,
		]);
	});

	it('are bound to one pod, except in a StatefulSet (A06)', () => {
		const bound = (workload: PlanInput['workload']) =>
			findings({pod: {eipInstance: 'eip-1'}, ...(workload && {workload})});
		expect(bound({})).toEqual([]);
		expect(bound({replicas: 2})).toEqual(['eip-replicas error pod.eipInstance']);
		expect(bound({replicas: 2, kind: 'job', work: '1h'})).toHaveLength(1);
		expect(bound({replicas: 2, kind: 'statefulset'})).toEqual([]);
		expect(bound({schedule: '*=1'})).toEqual([]);
		const {diagnostics} = readInput({
			pod: {eipInstance: 'eip-1'},
			workload: {schedule: 'Mon-Fri 09:00-18:00=10; *=1'},
		});
		expect(factsOf('eip-replicas', diagnostics)).toEqual([{replicas: 10}]);
	});
});

describe('lists', () => {
	it('have an end (A07)', () => {
		const ids = (prefix: string, count: number) =>
			Array.from({length: count}, (_, index) => `${prefix}-${index}`);
		expect(findings({pod: {vswitch: ids('vsw', 10), securityGroup: ids('sg', 5)}})).toEqual([]);
		const {diagnostics} = readInput({
			pod: {vswitch: ids('vsw', 11), securityGroup: ids('sg', 6)},
		});
		expect(summaryOf(diagnostics)).toEqual([
			'annotation-value error pod.vswitch',
			'annotation-value error pod.securityGroup',
		]);
		expect(factsOf('annotation-value', diagnostics).map(({reason}) => reason)).toEqual([
			'too-many',
			'too-many',
		]);
	});

	it('go out with commas and without blanks', () => {
		const {annotations} = planOf({
			pod: {vswitch: ['vsw-1 ', ' vsw-2'], ntpServer: ['100.100.5.1', '100.100.5.2']},
		}).request;
		expect(annotations).toEqual([
			['k8s.aliyun.com/eci-vswitch', 'vsw-1,vsw-2'],
			['k8s.aliyun.com/eci-ntp-server', '100.100.5.1,100.100.5.2'],
		]);
	});
});

describe('image caches', () => {
	it('are named or matched; both is a warning', () => {
		expect(findings({pod: {imageSnapshot: 'imc-1', imageCache: true}})).toEqual([
			'image-cache-both warning pod.imageCache',
		]);
		expect(findings({pod: {imageSnapshot: 'imc-1', imageCache: false}})).toEqual([]);
		expect(findings({pod: {imageSnapshot: 'imc-1'}})).toEqual([]);
	});
});

describe('a key that nobody knows', () => {
	it.each([
		// The misspelling of an official page (facts §1.3).
		['eip-common-bandwith-package-id', 'eip-common-bandwidth-package-id'],
		['eci-use-spec', 'eci-use-specs'],
		['eci-vswitches', 'eci-vswitch'],
		['ECI-With-EIP', 'eci-with-eip'],
		['eci-spot-stratgy', 'eci-spot-strategy'],
		['eci-eip-instance-id', 'eci-eip-instanceid'],
		['eip-ixx', 'eip-isp'],
	])('is an error: %s was meant as %s', (name, meant) => {
		for (const ruleset of BOTH) {
			const {diagnostics} = readInput(annotated({[name]: 'x'}, {ruleset}));
			expect(summaryOf(diagnostics)[0]).toBe(`annotation-unknown error ${at(name)}`);
			expect(factsOf('annotation-unknown', diagnostics)).toEqual([
				{key: PREFIX + name, suggestion: PREFIX + meant},
			]);
		}
	});

	// All keys begin alike, so the beginning says nothing about what was meant.
	it.each(['foo', 'x', 'team', 'something-else', ''])('is an error without a guess: %j', name => {
		expect(factsOf('annotation-unknown', readInput(annotated({[name]: 'x'})).diagnostics)).toEqual([
			{key: PREFIX + name, suggestion: null},
		]);
	});

	it('is never taken for one that ECI writes itself', () => {
		for (const {name} of ANNOTATIONS.filter(({readOnly}) => readOnly)) {
			const {diagnostics} = readInput(annotated({[`${name}x`]: 'x'}));
			const [{suggestion} = {suggestion: null}] = factsOf('annotation-unknown', diagnostics);
			expect(suggestion).not.toBe(PREFIX + name);
		}
	});

	it('is no business of ours with another prefix, as long as Kubernetes takes it', () => {
		const annotations = {
			'prometheus.io/scrape': 'true',
			plain: 'x',
			'kubernetes.io/description': '40M',
		};
		expect(findings({pod: {annotations}})).toEqual([]);
		for (const key of ['', ' ', 'a b', 'a/b/c', '/a', 'a/', 'é', '-a', 'k8s.aliyun.com', ...TRAPS])
			expect([key, rulesOf(readInput({pod: {annotations: {[key]: 'x'}}}).diagnostics)]).toEqual([
				key,
				/^[a-zA-Z.]/.test(key) && !/[ /é]/.test(key) && !key.startsWith('_')
					? []
					: ['annotation-key-invalid'],
			]);
	});
});

describe('a key that ECI writes itself', () => {
	it.each(ANNOTATIONS.filter(({readOnly}) => readOnly).map(({name}) => name))(
		'is refused: %s',
		name => {
			for (const ruleset of BOTH)
				expect(under(ruleset, {[name]: '2.0-4.0Gi'})).toEqual([
					`annotation-read-only error ${at(name)}`,
				]);
		},
	);
});

describe('a key of the other ruleset', () => {
	it.each(
		ANNOTATIONS.filter(({readOnly, rulesets}) => !(readOnly || rulesets.includes('2020'))).map(
			row => [keyOf(row), row] as const,
		),
	)('%s goes out under 2020, with a warning', (key, row) => {
		const input: PlanInput = {pod: {annotations: {[key]: row.example}}};
		const {request, diagnostics} = readInput(input);
		const older = olderRow(row);
		const isRenamed = older?.rulesets.includes('2020');
		const rule = isRenamed ? 'annotation-newer-name' : 'annotation-other-ruleset';
		expect(summaryOf(diagnostics)[0]).toBe(`${rule} warning pod.annotations.${key}`);
		expect(factsOf(rule, diagnostics)).toEqual([
			isRenamed
				? {key, olderName: older && keyOf(older)}
				: {key, rulesets: ['current'], ruleset: '2020'},
		]);
		if (row.name === 'eci-spot-fallback') expect(request.spot.fallback).toBe(true);
		else expect(request.annotations).toEqual([[key, row.example]]);
		expect(rulesOf(readInput({...input, ruleset: 'current'}).diagnostics)).not.toContain(rule);
	});

	it('is unknown under the prefix of ECI where its own is another', () => {
		expect(under('current', {'kubernetes.io/ingress-bandwidth': '40M'})).toEqual([
			`annotation-unknown error ${at('kubernetes.io/ingress-bandwidth')}`,
		]);
	});
});

describe('a key with a new name', () => {
	it.each([
		['eci-image-snapshot-id', 'imc-1', 'eci-imc-id'],
		['eci-image-cache', 'true', 'eci-auto-imc'],
	])('%s is noted today and not under 2020 (A21)', (name, value, renamedTo) => {
		expect(under('2020', {[name]: value})).toEqual([]);
		const {diagnostics} = readInput(annotated({[name]: value}, {ruleset: 'current'}));
		expect(summaryOf(diagnostics)).toEqual([`annotation-renamed info ${at(name)}`]);
		expect(diagnostics[0]?.facts).toEqual({
			key: PREFIX + name,
			renamedTo: PREFIX + renamedTo,
		});
	});
});

describe('minutes of a pending pod', () => {
	it('are 10 to 1440 (A19)', () => {
		for (const minutes of ['10', '1440'])
			expect(under('current', {'eci-max-pending-minute': minutes})).toEqual([]);
		for (const minutes of ['9', '1441'])
			expect(under('current', {'eci-max-pending-minute': minutes})).toEqual([
				`annotation-value error ${at('eci-max-pending-minute')}`,
			]);
	});
});

describe('a key that has a field of its own', () => {
	const BY_FIELD: readonly (readonly [string, string, PlanInput])[] = [
		['eci-use-specs', '2-4Gi,ecs.c6.large', {chain: {useSpecs: ['2-4Gi', 'ecs.c6.large']}}],
		['eci-vswitch', 'vsw-1,vsw-2', {pod: {vswitch: ['vsw-1', 'vsw-2']}}],
		['eci-security-group', 'sg-1', {pod: {securityGroup: ['sg-1']}}],
		['eci-resource-group-id', 'rg-1', {pod: {resourceGroup: 'rg-1'}}],
		['eci-ram-role-name', 'EciReadOss', {pod: {ramRole: 'EciReadOss'}}],
		['eci-image-snapshot-id', 'imc-1', {pod: {imageSnapshot: 'imc-1'}}],
		['eci-image-cache', 'true', {pod: {imageCache: true}}],
		['eci-with-eip', 'true', {pod: {withEip: true}}],
		['eip-bandwidth', '10', {pod: {eipBandwidth: '10'}}],
		['eci-eip-instanceid', 'eip-1', {pod: {eipInstance: 'eip-1'}}],
		['eci-spot-strategy', 'SpotAsPriceGo', {spot: {strategy: 'SpotAsPriceGo'}}],
		['eci-spot-price-limit', '0.25', {spot: {priceLimit: '0.25'}}],
		['eci-spot-fallback', 'true', {spot: {fallback: true}}],
		['eci-ntp-server', '100.100.5.1', {pod: {ntpServer: ['100.100.5.1']}}],
		['eci-set-diskvolume', 'v:ext4:20Gi', {pod: {diskVolume: 'v:ext4:20Gi'}}],
		['eci-extra-ephemeral-storage', '50Gi', {pod: {extraEphemeralStorage: '50Gi'}}],
	];

	/** Facts §1.2: a field writes the key that its ruleset has. */
	const NEWER_NAMES: Readonly<Record<string, string>> = {
		'eci-image-snapshot-id': 'eci-imc-id',
		'eci-image-cache': 'eci-auto-imc',
	};
	const nameIn = (name: string, ruleset: Ruleset): string =>
		ruleset === 'current' ? (NEWER_NAMES[name] ?? name) : name;

	it('is every key with a field', () => {
		const withField = ANNOTATIONS.filter(({field}) => field !== null).map(({name}) => name);
		expect(BY_FIELD.map(([name]) => name).sort()).toEqual(withField.sort());
	});

	it.each(BY_FIELD)('%s works under its key as in its field', (name, value, input) => {
		for (const ruleset of BOTH) {
			const byKey = readInput(annotated({[nameIn(name, ruleset)]: value}, {ruleset}));
			const byField = readInput({...input, ruleset});
			expect(byKey.request).toEqual(byField.request);
			expect(rulesOf(byKey.diagnostics)).toEqual(rulesOf(byField.diagnostics));
		}
	});

	it.each(BY_FIELD)(
		'%s is an error when key and field say different things',
		(name, value, input) => {
			for (const ruleset of BOTH)
				for (const other of [name, nameIn(name, 'current')])
					expect(findings({...annotated({[other]: `${value}0`}, input), ruleset})).toContain(
						`annotation-twice error ${at(other)}`,
					);
			const same = annotated({[name]: value}, input);
			expect(findings({...same, ruleset: 'current'})).not.toContain(
				`annotation-twice error ${at(name)}`,
			);
		},
	);

	it('has the same rules under its key', () => {
		expect(under('2020', {'eci-use-specs': 'eci-gpu-P100-4'})).toEqual([
			`spec-invalid error ${at('eci-use-specs')}`,
		]);
		expect(under('2020', {'eci-spot-strategy': 'SpotWithPriceLimit'})).toEqual([
			'spot-limit-missing error spot.priceLimit',
		]);
		expect(under('2020', {'eci-with-eip': 'yes'})).toEqual([
			`annotation-value error ${at('eci-with-eip')}`,
		]);
	});
});

describe('annotations of any kind', () => {
	it('go out in the order of the table, and then as given', () => {
		const {annotations} = planOf({
			ruleset: 'current',
			pod: {
				withEip: true,
				vswitch: ['vsw-1'],
				annotations: {
					'team.example/b': '1',
					'k8s.aliyun.com/eci-fail-strategy': 'fail-fast',
					'team.example/a': '2',
					'k8s.aliyun.com/eip-bandwidth': '10',
				},
			},
		}).request;
		expect(annotations.map(([key]) => key)).toEqual([
			'k8s.aliyun.com/eci-vswitch',
			'k8s.aliyun.com/eci-with-eip',
			'k8s.aliyun.com/eip-bandwidth',
			'k8s.aliyun.com/eci-fail-strategy',
			'team.example/b',
			'team.example/a',
		]);
	});

	it('are checked without ever breaking, and kept', () => {
		const anyKey = fc.oneof(
			fc.constantFrom(...ANNOTATIONS.map(keyOf), ...TRAPS),
			fc.string({maxLength: 30}).map(name => PREFIX + name),
			fc.string({unit: 'binary', maxLength: 30}),
		);
		const anyValue = fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom('true', '10', 'vsw-1'));
		const anyAnnotations = fc.dictionary(anyKey, anyValue, {maxKeys: 4, noNullPrototype: true});
		fc.assert(
			fc.property(anyAnnotations, anyRuleset, (annotations, ruleset) => {
				const {request, diagnostics} = readInput({ruleset, pod: {annotations}});
				const known = new Set(Object.keys(annotations));
				for (const [key, value] of request.annotations)
					expect([known.has(key), value]).toEqual([true, annotations[key]]);
				for (const {path} of diagnostics) expect(path).toMatch(/^(pod|spot|chain)\./);
			}),
			{numRuns: 500},
		);
	});
});
