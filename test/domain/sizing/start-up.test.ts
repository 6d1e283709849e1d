import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import {podMegabits} from '../../../source/domain/catalogue/bandwidth.ts';
import {vpcImage} from '../../../source/domain/catalogue/registries.ts';
import {mergeLayers} from '../../../source/domain/input/layers.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {startUpOf} from '../../../source/domain/sizing/start-up.ts';
import {toDecimal} from '../../../source/domain/units/fraction.ts';
import {amountOf, factsOf, planOf, requestOfInput, rulesOf} from '../../helpers/domain-fixtures.ts';

const MIB = 2 ** 20;

const startOf = (input: PlanInput, vcpu = 2) => startUpOf(requestOfInput(input), vcpu);

describe('the time of a start', () => {
	it('is 60 s unless somebody knows better [facts/simulation §3]', () => {
		expect(startOf({})).toEqual({
			seconds: 60,
			basis: 'assumed',
			cache: {cached: 10, uncached: 60},
			throughVpc: null,
		});
	});

	it.each<PlanInput>([
		{pod: {imageCache: true}},
		{pod: {imageSnapshot: 'imc-1'}},
		{ruleset: 'current', pod: {annotations: {'k8s.aliyun.com/eci-auto-imc': 'true'}}},
		{ruleset: 'current', pod: {annotations: {'k8s.aliyun.com/eci-imc-id': 'imc-1'}}},
	])('is 10 s from an image cache: %j', input => {
		expect(startOf(input)).toMatchObject({seconds: 10, basis: 'cached'});
	});

	it('is not shortened by a cache that is switched off', () => {
		expect(startOf({pod: {imageCache: false}})).toMatchObject({seconds: 60, basis: 'assumed'});
	});

	it('is what was given, and then nobody can tell what a cache saves', () => {
		expect(startOf({workload: {pull: '45s'}, pod: {imageCache: true}})).toEqual({
			seconds: 45,
			basis: 'given',
			cache: null,
			throughVpc: null,
		});
	});

	// 800 MiB are 6,710.9 Mbit; facts §2.2 has the caps.
	test.each([
		[0.25, 10 + 84],
		[1, 10 + 68],
		[2, 10 + 7],
		[4, 10 + 5],
		[64, 10 + 1],
	])('with 800Mi of images and %d vCPU it is %i s', (vcpu, seconds) => {
		expect(startOf({workload: {imageSize: '800Mi'}}, vcpu)).toMatchObject({
			seconds,
			basis: 'transfer',
			cache: {cached: 10, uncached: seconds},
		});
	});

	it('is as slow as the elastic IP address that the images come through', () => {
		const through = (pod: PlanInput['pod'], image = 'nginx:1') =>
			startOf({containers: [{image}], workload: {imageSize: '800Mi'}, ...(pod && {pod})}).seconds;
		expect(through({withEip: true})).toBe(10 + 1343);
		expect(through({withEip: true, eipBandwidth: '100'})).toBe(10 + 68);
		expect(through({withEip: true, eipBandwidth: '1000'})).toBe(10 + 7);
		expect(through({eipInstance: 'eip-1'})).toBe(10 + 1343);
		expect(through({withEip: true}, 'registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1')).toBe(10 + 7);
	});

	it('takes a NAT gateway to be wide enough, and says so', () => {
		const input = (image: string, more: PlanInput = {}): PlanInput => ({
			containers: [{image}],
			workload: {imageSize: '800Mi'},
			network: {nat: true},
			...more,
		});
		expect(startOf(input('nginx:1'))).toMatchObject({seconds: 10 + 7, basis: 'transfer-nat'});
		expect(startOf(input('nginx:1', {pod: {withEip: true}})).basis).toBe('transfer');
		const inside = 'registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1';
		expect(startOf(input(inside)).basis).toBe('transfer');
		const batch = planOf({
			...input('nginx:1'),
			chain: {useSpecs: ['2-4Gi']},
			workload: {kind: 'job', work: '10m', runsPerDay: '24', imageSize: '800Mi'},
		});
		expect(factsOf('start-up-assumed', batch.diagnostics)).toEqual([
			{seconds: 17, basis: 'transfer-nat'},
		]);
	});

	it('tells what the VPC endpoint of ACR saves', () => {
		const image = 'registry.cn-hangzhou.aliyuncs.com/a/b:1';
		const input: PlanInput = {
			containers: [{image}],
			workload: {imageSize: '800Mi'},
			pod: {withEip: true},
		};
		expect(startOf(input)).toMatchObject({seconds: 1353, throughVpc: 17});
		expect(startOf({...input, network: {acrVpc: true}})).toMatchObject({
			seconds: 17,
			throughVpc: null,
		});
		expect(startOf({...input, region: 'cn-beijing'}).throughVpc).toBeNull();
	});

	it('never grows with bandwidth and never shrinks with the images', () => {
		const size = fc.integer({min: 1, max: 20_000});
		const vcpu = fc.constantFrom(0.25, 0.5, 1, 2, 4, 8, 12, 16, 24, 32, 52, 64);
		fc.assert(
			fc.property(size, size, vcpu, vcpu, (a, b, one, other) => {
				const time = (mebibytes: number, of: number) =>
					startOf({workload: {imageSize: `${mebibytes}Mi`}}, of).seconds;
				const [small, large] = [Math.min(a, b), Math.max(a, b)];
				const [narrow, wide] = [Math.min(one, other), Math.max(one, other)];
				expect(time(small, one)).toBeLessThanOrEqual(time(large, one));
				expect(time(a, wide)).toBeLessThanOrEqual(time(a, narrow));
				const exact = (a * MIB * 8) / (podMegabits(one) * 1e6);
				expect(time(a, one) - 10).toBeGreaterThanOrEqual(exact);
				expect(time(a, one) - 11).toBeLessThan(exact);
			}),
		);
	});
});

describe('what an upper layer says about the start', () => {
	const merged = (...layers: readonly PlanInput[]) => mergeLayers(layers).input.workload;

	it.each<PlanInput>([
		{pod: {imageCache: true}},
		{pod: {imageSnapshot: 'imc-1'}},
		{workload: {imageSize: '1Gi'}},
	])('%j sets aside a time that was given below', upper => {
		expect(merged({workload: {pull: '2m'}}, upper)?.pull).toBeUndefined();
		expect(merged(upper, {workload: {pull: '2m'}})?.pull).toBe('2m');
	});

	it('keeps the time where the upper layer only repeats what the lower one said', () => {
		const timed: PlanInput = {workload: {pull: '2m', imageSize: '1Gi'}, pod: {imageCache: true}};
		expect(merged(timed, {pod: {imageCache: true}})?.pull).toBe('2m');
		expect(merged(timed, {workload: {imageSize: '1Gi'}})?.pull).toBe('2m');
		expect(merged(timed, {pod: {imageCache: false}})?.pull).toBeUndefined();
	});

	it('keeps both where one layer gives both', () => {
		expect(merged({workload: {pull: '2m', imageSize: '1Gi'}, pod: {imageCache: true}})).toEqual({
			pull: '2m',
			imageSize: '1Gi',
		});
	});
});

describe('the endpoint of ACR inside the VPC', () => {
	test.each([
		['registry.cn-hangzhou.aliyuncs.com/a/b:1', 'registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1'],
		[
			'shop-registry.cn-hangzhou.cr.aliyuncs.com/a/b',
			'shop-registry-vpc.cn-hangzhou.cr.aliyuncs.com/a/b',
		],
		[
			'registry-intl.cn-hangzhou.aliyuncs.com/a/b@sha256:00',
			'registry-intl-vpc.cn-hangzhou.aliyuncs.com/a/b@sha256:00',
		],
		['registry.cn-beijing.aliyuncs.com/a/b:1', null],
		['registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1', null],
		['shop-registry-vpc.cn-hangzhou.cr.aliyuncs.com/a/b', null],
		['nginx:1.29', null],
		['evil.com/registry.cn-hangzhou.aliyuncs.com/a/b', null],
		['registry.cn-hangzhou.aliyuncs.com.evil.com/a/b', null],
		['registry.cn-hangzhou.aliyuncs.com', null],
	])('of %s is %s', (image, inside) => {
		expect(vpcImage(image, 'cn-hangzhou')).toBe(inside);
	});
});

describe('what the start costs', () => {
	const BATCH: PlanInput = {
		cpu: '2',
		memory: '4Gi',
		image: 'nginx:1',
		chain: {useSpecs: ['2-4Gi']},
		network: {nat: true},
		workload: {kind: 'job', work: '10m', runsPerDay: '24', replicas: 3},
	};

	it('is what a cache saves: 3 pods, 24 runs, 50 s each, for 730 hours', () => {
		const {quote, diagnostics} = planOf(BATCH);
		// 3 × 24 × 50 s a day are 109,500 s a month, at 0.00012252 a second.
		expect(quote.cacheSaving && amountOf(quote.cacheSaving)).toBe('13.41594');
		expect(toDecimal(quote.usage.perMonth, 0)).toBe(String(3 * 24 * 660 * (730 / 24)));
		expect(rulesOf(diagnostics)).toEqual(
			expect.arrayContaining(['start-up-assumed', 'image-cache-saves']),
		);
	});

	it('is less with the cache, by what it is said to save', () => {
		const cached = planOf({...BATCH, pod: {imageCache: true}});
		expect(cached.quote.startUp.seconds).toBe(10);
		const before = planOf(BATCH).quote.total?.perMonth;
		const after = cached.quote.total?.perMonth;
		const saving = cached.quote.cacheSaving;
		if (!before || !after || !saving) throw new TypeError('no price');
		expect(Number(amountOf(before)) - Number(amountOf(after))).toBeCloseTo(
			Number(amountOf(saving)),
			9,
		);
	});

	it('is nothing for a service, whose starts lie inside its windows', () => {
		const {quote, diagnostics} = planOf({cpu: '2', memory: '4Gi', image: 'nginx:1'});
		expect(quote.cacheSaving).toBeNull();
		expect(rulesOf(diagnostics)).not.toContain('start-up-assumed');
	});

	it('says nothing about a time that was given', () => {
		const given = planOf({...BATCH, workload: {...BATCH.workload, pull: '60s'}});
		expect(given.quote.cacheSaving).toBeNull();
		expect(rulesOf(given.diagnostics)).not.toContain('image-cache-saves');
		expect(rulesOf(given.diagnostics)).not.toContain('image-cache-timed');
	});

	it('is told to be unknown with a cache and a time that was given, where starts are billed', () => {
		const pod = {imageCache: true};
		const given = planOf({...BATCH, pod, workload: {...BATCH.workload, pull: '60s'}});
		expect(given.diagnostics).toContainEqual(
			expect.objectContaining({
				rule: 'image-cache-timed',
				facts: {seconds: 60},
				path: 'workload.pull',
			}),
		);
		const service = planOf({
			cpu: '2',
			memory: '4Gi',
			image: 'nginx:1',
			pod,
			workload: {pull: '60s'},
		});
		expect(rulesOf(service.diagnostics)).not.toContain('image-cache-timed');
	});
});

describe('checks of images', () => {
	const factsOf = (input: PlanInput, rule: string) =>
		planOf({cpu: '2', memory: '4Gi', ...input}).diagnostics.filter(one => one.rule === rule);

	it('names the endpoint inside the VPC, at the container that needs it', () => {
		const image = 'registry.cn-hangzhou.aliyuncs.com/a/b:1';
		expect(factsOf({containers: [{image: 'nginx:1'}, {image}]}, 'image-acr-public')).toMatchObject([
			{path: 'containers[1].image', facts: {inside: 'registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1'}},
		]);
		expect(factsOf({image, network: {acrVpc: true}}, 'image-acr-public')).toEqual([]);
		expect(factsOf({image, network: {acrVpc: true}}, 'image-public')).toEqual([]);
	});

	// Facts §3.3: 30 GiB are free, and an image takes at least twice its compressed size.
	test.each([
		['15Gi', undefined, null],
		['15361Mi', undefined, 31],
		['40Gi', '50Gi', null],
		['41Gi', '50Gi', 82],
	])('%s of images with %s of extra storage', (imageSize, extraEphemeralStorage, neededGiB) => {
		const found = factsOf(
			{workload: {imageSize}, pod: {...(extraEphemeralStorage && {extraEphemeralStorage})}},
			'image-storage',
		);
		expect(found.map(({facts}) => ({...facts}))).toEqual(
			neededGiB === null
				? []
				: [{neededGiB, available: extraEphemeralStorage === undefined ? 30 : 80}],
		);
	});
});
