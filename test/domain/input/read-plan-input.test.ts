import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {ContainerInput, PlanInput} from '../../../source/domain/input/plan-input.ts';
import {decimal, zero} from '../../../source/domain/units/fraction.ts';
import {anyFlagInput} from '../../helpers/arbitraries.ts';
import {
	factsOf,
	planned,
	readInput,
	requestOfInput,
	rulesOf,
	summaryOf,
} from '../../helpers/domain-fixtures.ts';

const findings = (input: PlanInput) => summaryOf(readInput(input).diagnostics);
const inContainer = (container: ContainerInput) => findings({containers: [container]});

describe('an input that says nothing', () => {
	it('is a deployment of one pod in Hangzhou, by the rules of 2020, for thirty days', () => {
		const {request, diagnostics} = readInput({});
		expect(diagnostics).toEqual([]);
		expect(request).toEqual({
			name: 'app',
			region: 'cn-hangzhou',
			ruleset: '2020',
			currency: 'CNY',
			horizon: 30 * 86_400,
			workload: {
				kind: 'deployment',
				replicas: 1,
				load: {kind: 'constant', replicas: 1},
				timeZone: 'Asia/Shanghai',
				cron: null,
				pull: null,
			},
			containers: [
				{
					name: 'app',
					image: null,
					limits: {cpu: null, memory: null, exactMemory: null},
					requests: {cpu: null, memory: null, exactMemory: null},
					gpu: 0,
					env: {},
					command: [],
					args: [],
					ports: [],
				},
			],
			initContainers: [],
			imageBytes: null,
			placement: 'label',
			volumes: [],
			network: {vswitches: [], hasNat: false, service: null, vcpuQuota: null},
			logs: {collections: [], everywhere: []},
			reserved: {hoursPerMonth: null, covered: null},
			pricing: {discount: zero, prices: new Map(), yuanPerDollar: null},
			chain: {
				useSpecs: null,
				target: {chance: decimal('0.999'), pick: 'balanced'},
				maxSpecs: 5,
				pinned: [],
				avoided: [],
				maxWaste: null,
				priceCap: null,
				stock: {
					chances: new Map(),
					areShared: false,
					shared: {generation: decimal('0.25'), family: decimal('0.5'), sizes: decimal('1')},
				},
				families: [],
				excludeFamilies: [],
				generations: [],
				arch: 'amd64',
			},
			spot: {strategy: 'none', priceLimit: null, fallback: null},
			simulation: {
				strategies: ['on-demand', 'spot', 'spot-fallback'],
				baseline: 'on-demand',
				market: 'normal',
				interruption: null,
				paths: 1000,
				seed: 1,
			},
			annotations: [],
			labels: {},
			extraEphemeral: null,
			diskVolume: null,
		});
	});
});

describe('the name', () => {
	it('is one that Kubernetes takes, shorter for a CronJob', () => {
		const name = 'a'.repeat(53);
		expect(findings({name})).toEqual([]);
		const cronjob = {kind: 'cronjob', cron: '0 2 * * *', work: '1h'} as const;
		const {diagnostics} = readInput({name, workload: cronjob});
		expect(diagnostics).toMatchObject([
			{rule: 'name-invalid', severity: 'error', facts: {value: name, maximum: 52}, path: 'name'},
		]);
		expect(findings({name: 'Web App'})).toEqual(['name-invalid error name']);
		expect(findings({name: ''})).toEqual(['name-invalid error name']);
	});
});

describe('the region', () => {
	it('is one with prices, and one that is nearly one is suggested', () => {
		const {diagnostics} = readInput({region: 'cn-hangzou'});
		expect(summaryOf(diagnostics)).toEqual(['region-unknown error region']);
		expect(diagnostics[0]?.facts).toMatchObject({region: 'cn-hangzou', suggestion: 'cn-hangzhou'});
	});
});

describe('CPU and memory', () => {
	it('are read into thousandths and bytes', () => {
		const [container] = requestOfInput({
			containers: [{cpu: '0.5', memory: '1.5Gi', requests: {cpu: '250m', memory: '512Mi'}}],
		}).containers;
		expect(container).toMatchObject({
			limits: {cpu: 500, memory: 1.5 * 2 ** 30},
			requests: {cpu: 250, memory: 2 ** 29},
		});
	});

	it.each([
		['cpu', '-1'],
		['cpu', 'NaN'],
		['cpu', '0'],
		['cpu', ''],
		['cpu', '2-4Gi'],
		['memory', '3'],
		['memory', '-3Gi'],
		['memory', '3GB'],
		['memory', 'lots'],
		['memory', '0Gi'],
	])('%s may not be %j', (field, value) => {
		expect(inContainer({[field]: value})).toEqual([
			`quantity-invalid error containers[0].${field}`,
		]);
		expect(inContainer({requests: {[field]: value}})).toEqual([
			`quantity-invalid error containers[0].requests.${field}`,
		]);
	});

	it('may be in decimal units, with a note', () => {
		const {diagnostics} = readInput({containers: [{cpu: '1', memory: '4G'}]});
		expect(summaryOf(diagnostics)).toEqual(['quantity-decimal-unit info containers[0].memory']);
		expect(diagnostics[0]?.facts).toEqual({value: '4G', binary: '4Gi'});
		const notes = factsOf(
			'quantity-decimal-unit',
			readInput({containers: [{memory: '3500M'}, {memory: '900000k'}, {memory: '4Gi'}]})
				.diagnostics,
		);
		expect(notes.map(({binary}) => binary)).toEqual(['3500Mi', '900000Ki']);
	});

	it('are requested up to the limit', () => {
		const container = {name: 'web', cpu: '1', memory: '1Gi'};
		expect(inContainer({...container, requests: {cpu: '1', memory: '1Gi'}})).toEqual([]);
		const {diagnostics} = readInput({
			containers: [{...container, requests: {cpu: '1100m', memory: '2Gi'}}],
		});
		expect(summaryOf(diagnostics)).toEqual([
			'request-over-limit error containers[0].requests.cpu',
			'request-over-limit error containers[0].requests.memory',
		]);
		expect(factsOf('request-over-limit', diagnostics)).toEqual([
			{container: 'web', resource: 'cpu', requested: '1100m', limit: '1'},
			{container: 'web', resource: 'memory', requested: '2Gi', limit: '1Gi'},
		]);
	});
});

describe('containers', () => {
	it('are one without a size where there are none', () => {
		expect(requestOfInput({containers: []})).toEqual(requestOfInput({}));
	});

	it('get a name where they have none', () => {
		const names = (input: PlanInput) => {
			const {containers, initContainers} = requestOfInput(input);
			return [...initContainers, ...containers].map(({name}) => name);
		};
		expect(names({containers: [{}], initContainers: [{}]})).toEqual(['init', 'app']);
		expect(names({containers: [{}, {name: 'web'}, {}]})).toEqual(['app-1', 'web', 'app-3']);
	});

	it('have one name each, those that run before the others included', () => {
		const containers = [{name: 'web'}, {name: 'web'}];
		expect(findings({containers})).toEqual(['container-duplicate error containers']);
		const init = {containers: [{name: 'web'}], initContainers: [{name: 'web'}]};
		expect(findings(init)).toEqual(['container-duplicate error containers']);
	});

	it('have names, images and variables that Kubernetes takes', () => {
		expect(inContainer({name: 'Web_1'})).toEqual(['name-invalid error containers[0].name']);
		expect(inContainer({image: 'nginx latest'})).toEqual([
			'image-invalid error containers[0].image',
		]);
		expect(inContainer({env: {'1ST': 'x', 'a b': 'y', OK: 'z'}})).toEqual([
			'environment-name-invalid error containers[0].env',
			'environment-name-invalid error containers[0].env',
		]);
		expect(findings({initContainers: [{name: 'A', cpu: 'x'}]})).toEqual([
			'name-invalid error initContainers[0].name',
			'quantity-invalid error initContainers[0].cpu',
		]);
	});

	it('keep all that they say', () => {
		const container = {
			name: 'web',
			image: 'nginx:1.29',
			gpu: 1,
			env: {A: 'x y', aliyun_logs_web: 'stdout'},
			command: ['sh', '-c'],
			args: ['sleep 1'],
			ports: [80, 443],
		};
		expect(requestOfInput({containers: [container]}).containers).toMatchObject([container]);
	});
});

describe('labels', () => {
	it('are those that Kubernetes takes', () => {
		expect(findings({pod: {labels: {team: 'web', 'a.b/c': ''}}})).toEqual([]);
		expect(findings({pod: {labels: {'my team': 'web', team: 'a b'}}})).toEqual([
			'label-invalid error pod.labels',
			'label-invalid error pod.labels',
		]);
	});
});

describe('the load', () => {
	const load = (workload: PlanInput['workload']) =>
		requestOfInput(workload ? {workload} : {}).workload.load;

	it('is constant, by schedule or in batches', () => {
		expect(load({replicas: 3})).toEqual({kind: 'constant', replicas: 3});
		expect(load({schedule: '*=2'})).toMatchObject({kind: 'schedule'});
		expect(load({replicas: 2, work: '90m'})).toEqual({
			kind: 'batch',
			replicas: 2,
			work: 5400,
			runs: 'once',
			deadline: null,
			checkpoint: null,
		});
		expect(load({work: '1h', runsPerDay: '0.5'})).toMatchObject({runs: {perDay: decimal('0.5')}});
		expect(load({work: '1h', cron: '0 2 * * *'})).toMatchObject({runs: {cron: expect.anything()}});
	});

	it.each<[string, PlanInput['workload'], string]>([
		['schedule', {schedule: 'Mox=2'}, 'schedule-invalid error workload.schedule'],
		['cron', {work: '1h', cron: '61 2 * * *'}, 'cron-invalid error workload.cron'],
		['work', {work: '10 hours'}, 'duration-invalid error workload.work'],
		['pull', {pull: '60'}, 'duration-invalid error workload.pull'],
		['time zone', {timeZone: 'Beijing time'}, 'time-zone-invalid error workload.timeZone'],
		['time zone of nowhere', {timeZone: 'Mars/X'}, 'time-zone-invalid error workload.timeZone'],
		['runs', {work: '1h', runsPerDay: '0'}, 'number-invalid error workload.runsPerDay'],
		['runs', {work: '1h', runsPerDay: '-4'}, 'number-invalid error workload.runsPerDay'],
		['runs', {work: '1h', runsPerDay: 'many'}, 'number-invalid error workload.runsPerDay'],
		['runs', {work: '1h', runsPerDay: '1e3'}, 'number-invalid error workload.runsPerDay'],
	])('names a wrong %s: %j', (_, workload, finding) => {
		expect(findings(workload ? {workload} : {})).toEqual([finding]);
	});

	it('names a wrong horizon', () => {
		expect(findings({horizon: 'soon'})).toEqual(['duration-invalid error horizon']);
		expect(findings({horizon: '0d'})).toEqual(['duration-zero error horizon']);
	});

	it.each<[NonNullable<PlanInput['workload']>, string]>([
		[{schedule: '*=1', work: '1h'}, 'work'],
		[{schedule: '*=1', cron: '0 2 * * *'}, 'cron'],
		[{schedule: '*=1', runsPerDay: '4'}, 'runsPerDay'],
		[{work: '1h', runsPerDay: '4', cron: '0 2 * * *'}, 'cron'],
	])('is said in one way, not in two: %j', (workload, field) => {
		expect(findings({workload})).toContain(`load-conflict error workload.${field}`);
	});

	it('warns of batch work whose length nobody says', () => {
		const warning = ['work-missing warning workload.work'];
		expect(findings({workload: {kind: 'job'}})).toEqual(warning);
		expect(findings({workload: {runsPerDay: '4'}})).toEqual(warning);
		expect(findings({workload: {kind: 'cronjob', cron: '0 2 * * *'}})).toEqual(warning);
		expect(findings({workload: {kind: 'job', work: '1h'}})).toEqual([]);
	});
});

describe('families', () => {
	it('may be written with or without ecs., and are those that ECI runs', () => {
		const {chain} = requestOfInput({
			chain: {families: ['ecs.c6', ' g7'], excludeFamilies: ['t5']},
		});
		expect([chain.families, chain.excludeFamilies]).toEqual([['c6', 'g7'], ['t5']]);
		const {diagnostics} = readInput({chain: {families: ['sn1nee'], excludeFamilies: ['ebmc6']}});
		expect(summaryOf(diagnostics)).toEqual([
			'family-unknown error chain.families',
			'family-unknown error chain.excludeFamilies',
		]);
		expect(diagnostics[0]?.facts).toMatchObject({family: 'sn1nee', suggestion: 'sn1ne'});
	});
});

describe('temporary storage', () => {
	it('is read into bytes', () => {
		const extra = (text: string) =>
			readInput({ruleset: 'current', pod: {extraEphemeralStorage: text}});
		expect(extra('50Gi').request.extraEphemeral).toBe(50 * 2 ** 30);
		expect(extra('1.5Ti').request.extraEphemeral).toBe(1.5 * 2 ** 40);
		for (const text of ['50', '50G', '0Gi', '-1Gi', 'Gi', '1e3Gi'])
			expect([text, rulesOf(extra(text).diagnostics)]).toEqual([text, ['annotation-value']]);
	});
});

describe('any input of the right shape', () => {
	it('is planned, or refused with reasons, and never breaks', () => {
		fc.assert(
			fc.property(anyFlagInput, input => {
				const {plan, diagnostics} = planned(input);
				const isRefused = diagnostics.some(({severity}) => severity === 'error');
				if (!plan) expect(isRefused).toBe(true);
				for (const {path} of diagnostics) expect(path).not.toBe('');
			}),
			{numRuns: 300},
		);
	});

	it('finds the same each time, and changes nothing', () => {
		fc.assert(
			fc.property(anyFlagInput, input => {
				const copy = structuredClone(input);
				expect(readInput(input)).toEqual(readInput(copy));
				expect(input).toEqual(copy);
			}),
		);
	});
});
