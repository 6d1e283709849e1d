import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {planInputShape} from '../../../source/domain/input/plan-input.ts';
import {check} from '../../../source/domain/schema/check.ts';
import {jsonSchemaOf} from '../../../source/domain/schema/json-schema.ts';
import {
	choice,
	flag,
	list,
	map,
	number,
	numbers,
	object,
	scalar,
	text,
	whole,
} from '../../../source/domain/schema/shape.ts';
import {anyJson, TRAPS, valueNearShape, valueOfShape} from '../../helpers/arbitraries.ts';
import {summaryOf} from '../../helpers/domain-fixtures.ts';

const shape = object(
	{
		name: text('A name', 'web'),
		cpu: scalar('vCPU', '500m'),
		ruleset: choice(['2020', 'current'], 'Rules'),
		replicas: whole(0, 10, 'Pods'),
		fallback: flag('On or off'),
		specs: list(text('One'), 3, 'Some'),
		ports: list(whole(1, 65_535, 'Port'), 2, 'Ports'),
		labels: map(2, 'Labels'),
		phi: number(0, 1, 'From 0 to below 1', 'maximum'),
		hours: number(0, 10, 'Above 0', 'minimum'),
		shares: numbers(number(0, 1, 'A share'), 2, 'Shares by name'),
		pod: object({vswitch: text('One')}, 'The pod'),
		containers: list(object({name: text('A name'), env: map(5, 'Variables')}, 'One'), 2, 'All'),
	},
	'A document',
);

const keptOf = (value: unknown) => check(shape, value).value;
const findings = (value: unknown) => summaryOf(check(shape, value).diagnostics);

const fits = new Ajv2020({strict: true, allowUnionTypes: true}).compile(jsonSchemaOf(shape));
const fitsPlanInput = new Ajv2020({strict: true, allowUnionTypes: true}).compile(
	jsonSchemaOf(planInputShape),
);

describe('a document', () => {
	it('is kept as it is where it fits', () => {
		const document = {
			name: 'web',
			cpu: '500m',
			ruleset: 'current',
			replicas: 3,
			fallback: true,
			specs: ['a', 'b'],
			ports: [80],
			labels: {a: 'b'},
			pod: {vswitch: 'vsw-1'},
			containers: [{name: 'a', env: {A: '1'}}, {}],
		};
		expect(check(shape, document)).toEqual({value: document, diagnostics: []});
		expect(check(shape, {})).toEqual({value: {}, diagnostics: []});
	});

	it('may have numbers, words and 2020 as people write them', () => {
		expect(keptOf({cpu: 2, ruleset: 2020, replicas: '3', fallback: 'true', labels: {}})).toEqual({
			cpu: '2',
			ruleset: '2020',
			replicas: 3,
			fallback: true,
			labels: {},
		});
		expect(keptOf({cpu: 0.5, fallback: 'false', replicas: '+7'})).toEqual({
			cpu: '0.5',
			fallback: false,
			replicas: 7,
		});
		expect(findings({cpu: 2, ruleset: 2020, replicas: '3', fallback: 'true'})).toEqual([]);
	});

	it('may leave fields empty', () => {
		expect(check(shape, {name: null, pod: null, containers: null})).toEqual({
			value: {},
			diagnostics: [],
		});
	});

	it.each<[unknown, string]>([
		[null, 'field-type error '],
		[[], 'field-type error '],
		['text', 'field-type error '],
		[7, 'field-type error '],
		[{name: 7}, 'field-type error name'],
		[{name: ['web']}, 'field-type error name'],
		[{cpu: true}, 'field-type error cpu'],
		[{cpu: {}}, 'field-type error cpu'],
		[{ruleset: '2021'}, 'field-choice error ruleset'],
		[{ruleset: 2021}, 'field-choice error ruleset'],
		[{ruleset: 'Current'}, 'field-choice error ruleset'],
		[{ruleset: true}, 'field-type error ruleset'],
		[{replicas: 11}, 'field-range error replicas'],
		[{replicas: -1}, 'field-range error replicas'],
		[{replicas: 1.5}, 'field-range error replicas'],
		[{replicas: 'three'}, 'field-range error replicas'],
		[{replicas: '1e1'}, 'field-range error replicas'],
		[{replicas: ''}, 'field-range error replicas'],
		[{replicas: true}, 'field-type error replicas'],
		[{replicas: [3]}, 'field-type error replicas'],
		[{fallback: 1}, 'field-type error fallback'],
		[{fallback: 'yes'}, 'field-type error fallback'],
		[{specs: '2-4Gi'}, 'field-type error specs'],
		[{specs: {0: 'a'}}, 'field-type error specs'],
		[{specs: ['a', 2]}, 'field-type error specs[1]'],
		[{specs: ['a', null]}, 'field-type error specs[1]'],
		[{specs: ['a', 'b', 'c', 'd']}, 'field-too-many error specs'],
		[{ports: [80, 0]}, 'field-range error ports[1]'],
		[{labels: {a: 1}}, 'field-type error labels.a'],
		[{labels: {a: null}}, 'field-type error labels.a'],
		[{labels: ['a']}, 'field-type error labels'],
		[{labels: {a: '1', b: '2', c: '3'}}, 'field-too-many error labels'],
		[{pod: 'vsw-1'}, 'field-type error pod'],
		[{pod: {vswitch: 1}}, 'field-type error pod.vswitch'],
		[{pod: {vswich: 'vsw-1'}}, 'field-unknown error pod.vswich'],
		[{containers: [{name: 'a'}, {nam: 'b'}]}, 'field-unknown error containers[1].nam'],
		[{containers: ['a']}, 'field-type error containers[0]'],
		[{containers: [{env: {A: 1}}]}, 'field-type error containers[0].env.A'],
	])('%j is refused with %s', (document, finding) => {
		expect(findings(document)).toEqual([finding]);
	});

	it('keeps what is right beside what is wrong', () => {
		expect(
			keptOf({
				name: 'web',
				replicas: 99,
				specs: ['a', 2, 'c'],
				labels: {a: '1', b: 2},
				containers: [{name: 'a', cpu: 1}, 'b'],
				colour: 'red',
			}),
		).toEqual({name: 'web', specs: ['a', 'c'], labels: {a: '1'}, containers: [{name: 'a'}]});
	});

	it('says what was found and what was meant', () => {
		const [unknown] = check(shape, {replica: 3}).diagnostics;
		expect(unknown?.facts).toEqual({name: 'replica', suggestion: 'replicas'});
		const [wrong] = check(shape, {specs: 'a'}).diagnostics;
		expect(wrong?.facts).toEqual({expected: 'list', found: 'string'});
		const [choices] = check(shape, {ruleset: 'curent'}).diagnostics;
		expect(choices?.facts).toEqual({
			value: 'curent',
			choices: ['2020', 'current'],
			suggestion: 'current',
		});
		const [range] = check(shape, {replicas: 11}).diagnostics;
		expect(range?.facts).toEqual({value: '11', minimum: 0, maximum: 10});
	});
});

describe('names that plain objects inherit', () => {
	it.each(TRAPS)('are no fields: %s', name => {
		const document: unknown = JSON.parse(`{"${name}": {"name": "x"}, "pod": {"${name}": "x"}}`);
		expect(keptOf(document)).toEqual({pod: {}});
		expect(Object.getPrototypeOf(keptOf(document))).toBe(Object.prototype);
		expect(findings(document)).toEqual([
			`field-unknown error ${name}`,
			`field-unknown error pod.${name}`,
		]);
	});

	it.each(TRAPS)('are keys of maps like any other: %s', name => {
		const {labels = {}} = keptOf(JSON.parse(`{"labels": {"${name}": "x"}}`));
		expect(Object.entries(labels)).toEqual([[name, 'x']]);
		expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
	});

	it.each(TRAPS)('do no harm as values: %s', name => {
		const hostile: unknown = JSON.parse(`{"${name}": 1}`);
		for (const field of ['name', 'cpu', 'ruleset', 'replicas', 'fallback', 'specs'])
			expect(findings({[field]: hostile})).toEqual([`field-type error ${field}`]);
	});

	it('are not read from the prototype of the document', () => {
		expect(keptOf(Object.create({name: 'inherited'}))).toEqual({});
	});
});

describe('any JSON', () => {
	it('is checked without an exception, and what is kept fits the schema', () => {
		const anyDocument = fc.oneof(anyJson, valueNearShape(shape));
		fc.assert(
			fc.property(anyDocument, document => {
				const {value, diagnostics} = check(shape, document);
				expect([fits(value), fits.errors]).toEqual([true, null]);
				for (const {severity, rule} of diagnostics)
					expect([severity, rule.startsWith('field-')]).toEqual(['error', true]);
				expect(check(shape, value)).toEqual({value, diagnostics: []});
			}),
			{numRuns: 1000},
		);
	});

	it('that fits the schema is accepted', () => {
		fc.assert(
			fc.property(fc.oneof(valueOfShape(shape), valueNearShape(shape)), document => {
				if (fits(document)) expect(check(shape, document).diagnostics).toEqual([]);
			}),
			{numRuns: 1000},
		);
	});
});

describe('a plan file', () => {
	it('is accepted in every form that its schema allows', () => {
		fc.assert(
			fc.property(valueOfShape(planInputShape), document => {
				expect([fitsPlanInput(document), fitsPlanInput.errors]).toEqual([true, null]);
				expect(check(planInputShape, document).diagnostics).toEqual([]);
			}),
			{numRuns: 300},
		);
	});

	it('is checked without an exception, and what is kept fits its schema', () => {
		fc.assert(
			fc.property(valueNearShape(planInputShape), document => {
				const {value, diagnostics} = check(planInputShape, document);
				expect([fitsPlanInput(value), fitsPlanInput.errors]).toEqual([true, null]);
				if (fitsPlanInput(document)) expect(diagnostics).toEqual([]);
			}),
			{numRuns: 500},
		);
	});

	// The brief itself writes an unquoted 10, which Kubernetes refuses (A15).
	it('has annotations, labels and variables in text alone', () => {
		for (const value of [10, true, null, 0.25, ['a'], {a: 'b'}]) {
			const document = {
				pod: {annotations: {'k8s.aliyun.com/eip-bandwidth': value}, labels: {a: value}},
				containers: [{env: {A: value}}],
			};
			expect(summaryOf(check(planInputShape, document).diagnostics)).toEqual([
				'field-type error containers[0].env.A',
				'field-type error pod.annotations.k8s.aliyun.com/eip-bandwidth',
				'field-type error pod.labels.a',
			]);
		}
	});

	it('has the limits of the brief in its schema', () => {
		for (const document of [
			{containers: Array(101).fill({})},
			{chain: {maxSpecs: 6}},
			{gpu: 9},
			{workload: {replicas: 100_001}},
			{containers: [{ports: [65_536]}]},
			{workload: {replicas: -1}},
			{ruleset: '2019'},
			{apiVersion: 'eci-plan/v2'},
			{unknown: 1},
		]) {
			expect(fitsPlanInput(document)).toBe(false);
			expect(check(planInputShape, document).diagnostics).toHaveLength(1);
		}
		for (const document of [
			{containers: Array(100).fill({})},
			{volumes: Array(100).fill({})},
			{network: {port: 65_535}},
			{reserved: {covered: 0}},
			{chain: {maxSpecs: 5}},
			{gpu: 8},
			{workload: {replicas: 100_000}},
			{containers: [{ports: [65_535]}]},
		])
			expect([fitsPlanInput(document), check(planInputShape, document).diagnostics]).toEqual([
				true,
				[],
			]);
	});
});
