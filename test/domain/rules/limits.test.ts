import {describe, expect, it} from 'vitest';
import type {Ruleset} from '../../../source/domain/catalogue/rulesets.ts';
import type {Severity} from '../../../source/domain/diagnostics.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import type {RuleId} from '../../../source/domain/rules/facts.ts';
import {LIMIT_NUMBERS} from '../../../source/domain/rules/limit-numbers.ts';
import {severityOf} from '../../../source/domain/rules/rules.ts';
import {BOOK, factsOf, planned, rulesOf, summaryOf} from '../../helpers/domain-fixtures.ts';

const findings = (input: PlanInput) => planned(input, BOOK).diagnostics;

const small = {cpu: '0.1', memory: '128Mi'};
const volumes = (count: number) =>
	Array.from({length: count}, (_, index) => ({name: `v${index}`, mountPath: `/v${index}`}));

describe('limits of ECI', () => {
	// Facts §8.
	it.each<[string, RuleId, Severity | null, Severity]>([
		['L01', 'limit-daemonset', 'error', 'error'],
		['L02', 'limit-host-path', 'error', 'error'],
		['L03', 'limit-host-pid', 'error', 'error'],
		['L04', 'limit-host-network', 'warning', 'error'],
		['L05', 'limit-host-ipc', 'warning', 'error'],
		['L06', 'limit-privileged', 'error', 'warning'],
		['L07', 'limit-node-port', 'error', 'error'],
		['L08', 'limit-session-affinity', 'info', 'warning'],
		['L09', 'limit-network-policy', 'error', 'warning'],
		['L10 containers', 'limit-containers', 'error', 'error'],
		['L10 volumes', 'limit-volumes', 'error', 'error'],
		['L10 vCPU', 'size-too-large', 'error', 'error'],
		['L11', 'limit-port', null, 'error'],
		['L12', 'limit-ulimit', 'info', 'warning'],
		['L13', 'limit-sysctl', 'warning', 'error'],
		['L14', 'limit-config-size', 'info', 'warning'],
		['L15', 'limit-windows', 'warning', 'error'],
		['L16', 'launch-slow', 'info', 'info'],
		['L17', 'quota-exceeded', 'warning', 'warning'],
		['L18', 'limit-region', 'info', 'warning'],
		['L19', 'spot-small-spec', 'warning', 'warning'],
	])('%s: %s is %s under 2020 and %s today', (number, rule, then, now) => {
		expect(LIMIT_NUMBERS.get(number.slice(0, 3))).toContain(rule);
		expect([severityOf(rule, '2020'), severityOf(rule, 'current')]).toEqual([then, now]);
	});
});

describe('limits that a plan can reach', () => {
	it.each([
		[20, []],
		[21, [{count: 21, maximum: 20}]],
	])('L10: %d containers', (count, expected) => {
		const containers = Array.from({length: count}, (_, index) => ({name: `c${index}`, ...small}));
		expect(factsOf('limit-containers', findings({containers}))).toEqual(expected);
	});

	it.each([
		[20, []],
		[21, [{count: 21, maximum: 20}]],
	])('L10: %d volumes', (count, expected) => {
		expect(factsOf('limit-volumes', findings({volumes: volumes(count)}))).toEqual(expected);
	});

	it('L10: counts the volumes of log files and of the converted disk', () => {
		const diagnostics = findings({
			volumes: volumes(19),
			logs: {web: '/var/log/nginx/*.log'},
			pod: {diskVolume: 'cache:ext4:100Gi'},
		});
		expect(factsOf('limit-volumes', diagnostics)).toEqual([{count: 21, maximum: 20}]);
	});

	it.each([
		['64', false],
		['65', true],
	])('L10: %s vCPU', (cpu, isTooLarge) => {
		const diagnostics = findings({containers: [{cpu, memory: '128Gi'}]});
		expect(rulesOf(diagnostics).includes('size-too-large')).toBe(isTooLarge);
	});

	it.each<[number, Ruleset, readonly string[]]>([
		[111, 'current', ['limit-port error containers[0].ports']],
		[10_250, 'current', ['limit-port error containers[0].ports']],
		[10_255, 'current', ['limit-port error containers[0].ports']],
		[10_250, '2020', []],
		[8080, 'current', []],
	])('L11: port %d under %s', (port, ruleset, expected) => {
		const diagnostics = findings({ruleset, containers: [{...small, ports: [port]}]});
		expect(summaryOf(diagnostics).filter(text => text.startsWith('limit-'))).toEqual(expected);
	});

	it('L11: a port of an init container', () => {
		const initContainers = [{...small, image: 'init:1', ports: [80, 10_255]}];
		const diagnostics = findings({ruleset: 'current', containers: [small], initContainers});
		expect(summaryOf(diagnostics)).toContain('limit-port error initContainers[0].ports');
	});

	it('L11: the port that the Service lends to the container', () => {
		const diagnostics = findings({
			ruleset: 'current',
			containers: [{name: 'app', ...small}],
			network: {service: 'clusterip', port: 10_250},
		});
		expect(factsOf('limit-port', diagnostics)).toEqual([{container: 'app', port: 10_250}]);
		expect(summaryOf(diagnostics)).toContain('limit-port error network.port');
	});

	// A burst of 100, then 20 a second.
	it.each([
		[100, false],
		[500, true],
	])('L16: %d pods', (replicas, isSlow) => {
		expect(rulesOf(findings({workload: {replicas}})).includes('launch-slow')).toBe(isSlow);
	});

	it.each([
		[20, false],
		[19, true],
	])('L17: a quota of %d vCPU for ten pods of two', (vcpuQuota, isExceeded) => {
		const containers = [{cpu: '2', memory: '4Gi'}];
		const diagnostics = findings({containers, workload: {replicas: 10}, network: {vcpuQuota}});
		expect(rulesOf(diagnostics).includes('quota-exceeded')).toBe(isExceeded);
	});

	it.each([
		['cn-shenzhen-finance-1', true],
		['cn-north-2-gov-1', true],
		['cn-shenzhen', false],
	])('L18: %s', (region, expected) => {
		expect(rulesOf(findings({region})).includes('limit-region')).toBe(expected);
	});

	it.each([
		['0.25-0.5Gi', 'SpotAsPriceGo', true],
		['0.5-1Gi', 'SpotAsPriceGo', true],
		['2-4Gi', 'SpotAsPriceGo', false],
		['0.5-1Gi', 'none', false],
	] as const)('L19: %s with the spot strategy %s', (spec, strategy, isSmall) => {
		const diagnostics = findings({chain: {useSpecs: [spec]}, spot: {strategy}});
		expect(rulesOf(diagnostics).includes('spot-small-spec')).toBe(isSmall);
	});
});
