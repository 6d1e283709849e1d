import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mergeLayers} from '../../../source/domain/input/layers.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {anyFlagInput} from '../../helpers/arbitraries.ts';
import {summaryOf} from '../../helpers/domain-fixtures.ts';

const merge = (...layers: PlanInput[]) => mergeLayers(layers).input;

describe('layers of answers', () => {
	it('go from the weakest to the strongest', () => {
		expect(
			merge(
				{region: 'cn-beijing', currency: 'USD', horizon: '7d'},
				{region: 'cn-shanghai', currency: 'CNY'},
				{region: 'cn-hangzhou'},
			),
		).toEqual({region: 'cn-hangzhou', currency: 'CNY', horizon: '7d'});
	});

	it('merge groups field by field', () => {
		expect(
			merge(
				{workload: {kind: 'job', replicas: 3}, spot: {strategy: 'SpotAsPriceGo'}},
				{workload: {replicas: 5}, spot: {fallback: true}},
			),
		).toEqual({
			workload: {kind: 'job', replicas: 5},
			spot: {strategy: 'SpotAsPriceGo', fallback: true},
		});
	});

	it('merge maps key by key', () => {
		expect(
			merge(
				{pod: {annotations: {a: '1', b: '2'}, labels: {team: 'web'}}},
				{pod: {annotations: {b: '3', c: '4'}}},
			),
		).toEqual({pod: {annotations: {a: '1', b: '3', c: '4'}, labels: {team: 'web'}}});
	});

	it('replace lists whole, by an empty one too', () => {
		const below: PlanInput = {
			chain: {useSpecs: ['2-4Gi', '4-8Gi'], families: ['c6']},
			pod: {vswitch: ['vsw-1', 'vsw-2']},
		};
		expect(merge(below, {chain: {useSpecs: ['ecs.c6.large']}, pod: {vswitch: []}})).toEqual({
			chain: {useSpecs: ['ecs.c6.large'], families: ['c6']},
			pod: {vswitch: []},
		});
	});

	it('say false and 0 as loudly as anything else', () => {
		expect(
			merge(
				{spot: {fallback: true}, workload: {replicas: 3}},
				{spot: {fallback: false}, workload: {replicas: 0}},
			),
		).toEqual({spot: {fallback: false}, workload: {replicas: 0}});
	});

	it('come to nothing without answers', () => {
		expect(mergeLayers([])).toEqual({input: {}, diagnostics: []});
		expect(mergeLayers([{}, {}])).toEqual({input: {}, diagnostics: []});
	});

	it('leave what they merge as it was', () => {
		const below: PlanInput = {containers: [{name: 'app', env: {A: '1'}}], pod: {labels: {a: 'b'}}};
		const copy = structuredClone(below);
		merge(below, {cpu: '2', pod: {labels: {a: 'c'}}}, {containers: [{name: 'app', image: 'x'}]});
		expect(below).toEqual(copy);
	});

	it('never reach the prototype of objects', () => {
		const hostile = JSON.parse('{"pod":{"annotations":{"__proto__":"x","constructor":"y"}}}');
		const merged = merge({pod: {annotations: {a: '1'}}}, hostile as PlanInput);
		const annotations = merged.pod?.annotations ?? {};
		expect(Object.keys(annotations).sort()).toEqual(['__proto__', 'a', 'constructor']);
		expect(Object.getPrototypeOf(annotations)).toBe(Object.prototype);
		expect({}).not.toHaveProperty('a');
	});
});

describe('containers in layers', () => {
	const preset: PlanInput = {
		containers: [
			{
				name: 'web',
				image: 'nginx:1.29',
				cpu: '1',
				memory: '2Gi',
				requests: {cpu: '500m', memory: '1Gi'},
				env: {A: '1', B: '2'},
				ports: [80, 443],
			},
			{name: 'log', image: 'fluent:4', cpu: '500m'},
		],
	};

	it('take over by name what they leave open', () => {
		const over: PlanInput = {
			containers: [
				{name: 'web', memory: '4Gi', requests: {cpu: '1'}, env: {B: '3'}, ports: [8080]},
			],
		};
		expect(merge(preset, over)).toEqual({
			containers: [
				{
					name: 'web',
					image: 'nginx:1.29',
					cpu: '1',
					memory: '4Gi',
					requests: {cpu: '1', memory: '1Gi'},
					env: {A: '1', B: '3'},
					ports: [8080],
				},
			],
		});
	});

	it('are those of the upper layer, in its order', () => {
		const over: PlanInput = {containers: [{name: 'log'}, {name: 'cache', cpu: '1'}, {cpu: '2'}]};
		expect(merge(preset, over)).toEqual({
			containers: [
				{name: 'log', image: 'fluent:4', cpu: '500m'},
				{name: 'cache', cpu: '1'},
				{cpu: '2'},
			],
		});
	});

	it('inherit nothing without a name', () => {
		expect(merge({containers: [{cpu: '1'}]}, {containers: [{memory: '2Gi'}]})).toEqual({
			containers: [{memory: '2Gi'}],
		});
	});

	it('may run before the others just the same', () => {
		expect(
			merge(
				{initContainers: [{name: 'init', image: 'busybox', cpu: '1'}]},
				{initContainers: [{name: 'init', cpu: '2'}]},
			),
		).toEqual({initContainers: [{name: 'init', image: 'busybox', cpu: '2'}]});
	});
});

describe('cpu, memory, gpu and image without a container', () => {
	it('make a container named app', () => {
		expect(merge({cpu: '2', memory: '3Gi', gpu: 1, image: 'nginx'})).toEqual({
			containers: [{name: 'app', cpu: '2', memory: '3Gi', gpu: 1, image: 'nginx'}],
		});
	});

	it('edit the only container, whatever its name', () => {
		const below: PlanInput = {containers: [{name: 'web', cpu: '1', memory: '2Gi', ports: [80]}]};
		expect(merge(below, {cpu: '4'})).toEqual({
			containers: [{name: 'web', cpu: '4', memory: '2Gi', ports: [80]}],
		});
		expect(merge({containers: [{cpu: '1'}]}, {memory: '2Gi'})).toEqual({
			containers: [{name: 'app', cpu: '1', memory: '2Gi'}],
		});
	});

	it('are weaker than a stronger layer with containers', () => {
		expect(merge({cpu: '1'}, {containers: [{name: 'web', cpu: '2'}]})).toEqual({
			containers: [{name: 'web', cpu: '2'}],
		});
		expect(merge({cpu: '1', image: 'a'}, {containers: [{name: 'app', cpu: '2'}]})).toEqual({
			containers: [{name: 'app', cpu: '2', image: 'a'}],
		});
	});

	it('add up over layers', () => {
		expect(merge({cpu: '1', memory: '1Gi'}, {cpu: '2'}, {image: 'a'})).toEqual({
			containers: [{name: 'app', cpu: '2', memory: '1Gi', image: 'a'}],
		});
	});

	it('are an error beside two containers', () => {
		const {input, diagnostics} = mergeLayers([
			{containers: [{name: 'web'}, {cpu: '1'}]},
			{memory: '2Gi', gpu: 1},
		]);
		expect(summaryOf(diagnostics)).toEqual(['container-ambiguous error memory']);
		expect(diagnostics[0]?.facts).toEqual({field: 'memory', containers: ['web', '2']});
		expect(input).toEqual({containers: [{name: 'web'}, {cpu: '1'}]});
	});
});

describe('any layers', () => {
	it('come to the same when the strongest is laid twice', () => {
		fc.assert(
			fc.property(anyFlagInput, anyFlagInput, (below, above) => {
				const once = mergeLayers([below, above]);
				if (once.diagnostics.length > 0) return;
				expect(merge(below, above, once.input)).toEqual(once.input);
			}),
		);
	});

	it('come to the strongest, wherever it says something', () => {
		fc.assert(
			fc.property(anyFlagInput, anyFlagInput, (below, above) => {
				const {input, diagnostics} = mergeLayers([below, above]);
				if (diagnostics.length > 0) return;
				const {containers, ...rest} = merge(above);
				expect(input).toMatchObject(rest);
				// Without containers of its own, the strongest edits the one that is there.
				if (above.containers) expect(input.containers).toMatchObject(containers ?? []);
				const {cpu, memory, gpu, image} = above;
				expect(input.containers?.[0] ?? {}).toMatchObject(
					Object.fromEntries(
						Object.entries({cpu, memory, gpu, image}).filter(([, value]) => value !== undefined),
					),
				);
			}),
		);
	});
});

describe('two answers to when pods run', () => {
	const merged = (lower: PlanInput['workload'], upper: PlanInput['workload']) =>
		mergeLayers([{...(lower && {workload: lower})}, {...(upper && {workload: upper})}]).input
			.workload;

	it('a number of replicas takes the place of a schedule below', () => {
		expect(merged({schedule: '*=3', timeZone: 'UTC'}, {replicas: 6})).toEqual({
			replicas: 6,
			timeZone: 'UTC',
		});
	});

	it('a schedule takes the place of replicas and batch work below', () => {
		expect(merged({replicas: 6}, {schedule: '*=3'})).toEqual({schedule: '*=3'});
		expect(merged({work: '1h', runsPerDay: '4'}, {schedule: '*=3'})).toEqual({schedule: '*=3'});
	});

	it('one rhythm of batch runs takes the place of the other', () => {
		expect(merged({work: '1h', runsPerDay: '4'}, {cron: '0 2 * * *'})).toEqual({
			work: '1h',
			cron: '0 2 * * *',
		});
		expect(merged({work: '1h', cron: '0 2 * * *'}, {runsPerDay: '4'})).toEqual({
			work: '1h',
			runsPerDay: '4',
		});
	});

	it('replicas stay beside batch work', () => {
		expect(merged({work: '1h', replicas: 20}, {replicas: 5})).toEqual({work: '1h', replicas: 5});
	});

	it('both in one layer stay, to be reported', () => {
		expect(merged({}, {schedule: '*=3', replicas: 6})).toEqual({schedule: '*=3', replicas: 6});
	});
});
