import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {layerOfFlags} from '../../../source/cli/flag-layer.ts';
import {mergeLayers} from '../../../source/domain/input/layers.ts';
import {type PlanInput, planInputShape} from '../../../source/domain/input/plan-input.ts';
import {writeFlags} from '../../../source/domain/input/write-flags.ts';
import {check} from '../../../source/domain/schema/check.ts';
import {anyFlagInput} from '../../helpers/arbitraries.ts';
import {readInput, rulesOf} from '../../helpers/domain-fixtures.ts';

const written = (input: PlanInput, base: PlanInput = {}) =>
	writeFlags(input, base).flatMap(({flag, values}) => values.map(value => `--${flag} ${value}`));

/** What the command line makes of the flags. */
const readBack = (input: PlanInput, base: PlanInput = {}) => {
	const flags = new Map(writeFlags(input, base).map(({flag, values}) => [flag, values]));
	const {value, diagnostics} = check(
		planInputShape,
		layerOfFlags(flags, flag => `--${flag}`),
	);
	expect(diagnostics).toEqual([]);
	return mergeLayers([base, value]);
};

describe('flags for an input', () => {
	it('name what was answered, and nothing else', () => {
		expect(written({})).toEqual([]);
		expect(
			written({
				name: 'web',
				region: 'cn-beijing',
				workload: {kind: 'job', replicas: 0, work: '10h'},
				chain: {useSpecs: ['2-4Gi', 'ecs.c6.xlarge']},
				spot: {strategy: 'SpotWithPriceLimit', priceLimit: '0.250', fallback: false},
				pod: {vswitch: ['vsw-1', 'vsw-2'], annotations: {'a/b': 'c=d', e: 'f'}},
			}),
		).toEqual([
			'--region cn-beijing',
			'--name web',
			'--kind job',
			'--replicas 0',
			'--work 10h',
			'--use-specs 2-4Gi,ecs.c6.xlarge',
			'--spot-strategy SpotWithPriceLimit',
			'--spot-price-limit 0.250',
			'--spot-fallback false',
			'--vswitch vsw-1,vsw-2',
			'--annotation a/b=c=d',
			'--annotation e=f',
		]);
	});

	it('write a container named app without its name', () => {
		const app = {name: 'app', image: 'nginx:1.29', cpu: '2', memory: '3Gi', gpu: 1};
		expect(written({containers: [app]})).toEqual([
			'--image nginx:1.29',
			'--cpu 2',
			'--memory 3Gi',
			'--gpu 1',
		]);
	});

	it('write each volume with its commas behind a backslash', () => {
		expect(
			written({
				volumes: [
					{
						name: 'data',
						type: 'nas',
						server: 'x.nas.aliyuncs.com',
						mountPath: '/data',
						mountOptions: 'nolock,tcp,noresvport',
						readOnly: true,
					},
					{name: 'tmp', mountPath: '/tmp'},
				],
				logs: {web: 'stdout', access: '/var/log/*.log'},
				network: {service: 'clusterip', port: 80, nat: true},
				pod: {placement: 'none'},
				reserved: {covered: 2},
			}),
		).toEqual([
			'--reserved 2',
			'--nat true',
			'--service clusterip',
			'--port 80',
			'--placement none',
			'--volume name=data,type=nas,mount=/data,read-only=true,server=x.nas.aliyuncs.com,options=nolock\\,tcp\\,noresvport',
			'--volume name=tmp,mount=/tmp',
			'--log web=stdout',
			'--log access=/var/log/*.log',
		]);
	});

	it('write every other container whole', () => {
		expect(
			written({
				containers: [
					{name: 'web', image: 'nginx', cpu: '1', memory: '2Gi', requests: {cpu: '500m'}},
					{name: 'log', gpu: 2, requests: {memory: '64Mi'}},
				],
			}),
		).toEqual([
			'--container name=web,image=nginx,cpu=1,memory=2Gi,request-cpu=500m',
			'--container name=log,gpu=2,request-memory=64Mi',
		]);
	});

	it('name only what differs from a preset', () => {
		const preset: PlanInput = {
			name: 'api',
			workload: {replicas: 6},
			containers: [{name: 'app', cpu: '4', memory: '8Gi', env: {A: '1'}}],
		};
		expect(written(preset, preset)).toEqual([]);
		const edited = mergeLayers([preset, {cpu: '2', workload: {replicas: 3}}]).input;
		expect(written(edited, preset)).toEqual(['--cpu 2', '--replicas 3']);
	});

	// The shorthand would edit the container of the preset, or be ambiguous beside two of them.
	it('name the container where the preset has others', () => {
		const app = {containers: [{name: 'app', cpu: '2', memory: '4Gi'}]};
		for (const containers of [[{name: 'web'}], [{name: 'web'}, {name: 'log'}]])
			expect(written(app, {containers})).toEqual(['--container name=app,cpu=2,memory=4Gi']);
		expect(written(app, {containers: [{name: 'app', cpu: '1'}]})).toEqual([
			'--cpu 2',
			'--memory 4Gi',
		]);
	});
});

/** Nothing says when pods run in two ways. */
const isOfOneLoad = (input: PlanInput) =>
	!rulesOf(readInput(input).diagnostics).includes('load-conflict');

describe('flags that are read back', () => {
	it('give the same input', () => {
		fc.assert(
			fc.property(anyFlagInput, input => {
				const back = readBack(input);
				expect(back.diagnostics).toEqual([]);
				expect(readInput(back.input)).toEqual(readInput(mergeLayers([input]).input));
			}),
			{numRuns: 300},
		);
	});

	it('give the same input over a preset', () => {
		fc.assert(
			fc.property(anyFlagInput, anyFlagInput, (preset, edits) => {
				const base = mergeLayers([preset]).input;
				const {input, diagnostics} = mergeLayers([base, edits]);
				fc.pre(diagnostics.length === 0 && isOfOneLoad(base) && isOfOneLoad(input));
				const back = readBack(input, base);
				expect(back.diagnostics).toEqual([]);
				expect(readInput(back.input)).toEqual(readInput(input));
			}),
			{numRuns: 300},
		);
	});
});
