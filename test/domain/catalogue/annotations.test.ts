import {describe, expect, it} from 'vitest';
import {
	checkAnnotationValue,
	expectedValue,
} from '../../../source/domain/catalogue/annotation-value.ts';
import {
	ANNOTATIONS,
	type AnnotationRow,
	annotationOf,
	keyOf,
	PREFIX,
} from '../../../source/domain/catalogue/annotations.ts';
import {planInputShape} from '../../../source/domain/input/plan-input.ts';
import type {ValueReason} from '../../../source/domain/rules/facts.ts';

const row = (name: string): AnnotationRow => {
	const found = annotationOf(PREFIX + name);
	if (!found) throw new Error(`No ${name}`);
	return found;
};

const reasonOf = (name: string, value: string): ValueReason | null =>
	checkAnnotationValue(row(name), value);

describe('the table of annotations', () => {
	// The list of the brief, in its order, with the flag that design.md gives each.
	it.each([
		['eci-use-specs', 'use-specs'],
		['eci-vswitch', 'vswitch'],
		['eci-security-group', 'security-group'],
		['eci-resource-group-id', 'resource-group'],
		['eci-ram-role-name', 'ram-role'],
		['eci-image-snapshot-id', 'image-snapshot'],
		['eci-image-cache', 'image-cache'],
		['eci-with-eip', 'with-eip'],
		['eip-bandwidth', 'eip-bandwidth'],
		['eci-eip-instanceid', 'eip-instance'],
		['eci-spot-strategy', 'spot-strategy'],
		['eci-spot-price-limit', 'spot-price-limit'],
		['eci-ntp-server', 'ntp-server'],
		['eci-set-diskvolume', 'disk-volume'],
	])('has %s of the brief, set by --%s, in both rulesets', (name, flag) => {
		expect(row(name)).toMatchObject({
			flag,
			rulesets: ['2020', 'current'],
			readOnly: false,
			source: 'S',
		});
	});

	it('has no fifteenth key of the brief', () => {
		expect(ANNOTATIONS.filter(({source}) => source === 'S')).toHaveLength(14);
	});

	// Facts §1.2.
	it.each(
		(
			'eci-schedule-strategy eci-instance-family eci-instance-generation eci-compute-category ' +
			'eci-spot-duration eci-spot-fallback eci-spot-release-strategy eci-fail-strategy ' +
			'eci-max-pending-minute eci-gpu-driver-version eci-privatepool-matchcriteria ' +
			'eci-privatepool-id eci-custom-hosts eci-custom-tags eci-auto-imc eci-imc-id ' +
			'imc-perfect-match imc-match-count-request acr-instance-ids acr-instance-id ' +
			'acr-service-arns acr-user-arns plain-http-registry insecure-registry ' +
			'eci-data-cache-bucket eci-data-cache-pl eci-data-cache-provisionedIops ' +
			'eci-data-cache-burstingEnabled eip-common-bandwidth-package-id eip-isp ' +
			'eip-internet-charge-type eip-public-ip-address-pool-id eci-enable-ipv6 ' +
			'eci-ipv6-bandwidth-enable eci-ipv6-bandwidth eci-private-ip-address eci-fixed-ip ' +
			'eci-fixed-ip-retain-hour eci-custom-dnsconfig eci-extra-ephemeral-storage ' +
			'eci-ephemeral-storage-options eci-eviction-enable eci-core-pattern eci-sls-enable'
		).split(' '),
	)('has %s, which only the help pages of today know', name => {
		expect(row(name)).toMatchObject({rulesets: ['current'], readOnly: false});
	});

	// Facts §1.4.
	it.each(
		(
			'eci-instance-id eci-instance-spec eci-instance-compute-category eci-request-id ' +
			'eni-instance-id eci-vpc allocated-eipInstanceId allocated-eipAddress ' +
			'allocated-ipv6Address eci-created-by-template eci-matched-image-cache eci-schedule-result'
		).split(' '),
	)('has %s, which ECI alone writes', name => {
		expect(row(name)).toMatchObject({readOnly: true, flag: null, field: null});
	});

	it('has each key once and finds it by its whole name', () => {
		expect(PREFIX).toBe('k8s.aliyun.com/');
		expect(new Set(ANNOTATIONS.map(keyOf)).size).toBe(ANNOTATIONS.length);
		for (const one of ANNOTATIONS) expect(annotationOf(keyOf(one))).toBe(one);
		expect(ANNOTATIONS.map(keyOf).filter(key => !key.startsWith(PREFIX))).toEqual([
			'kubernetes.io/ingress-bandwidth',
			'kubernetes.io/egress-bandwidth',
		]);
	});

	it('says which two keys of the brief have another name today', () => {
		const renamed = ANNOTATIONS.filter(({source}) => source === 'S').flatMap(({name, renamedTo}) =>
			renamedTo === null ? [] : [[name, renamedTo]],
		);
		expect(renamed).toEqual([
			['eci-image-snapshot-id', 'eci-imc-id'],
			['eci-image-cache', 'eci-auto-imc'],
		]);
		for (const [, renamedTo = ''] of renamed) expect(row(renamedTo).rulesets).toEqual(['current']);
	});

	it('names only fields that the document has', () => {
		const {chain, spot, pod} = planInputShape.fields;
		const fields = Object.entries({chain, spot, pod}).flatMap(([group, shape]) =>
			Object.keys(shape.fields).map(name => `${group}.${name}`),
		);
		for (const {field, flag} of ANNOTATIONS) {
			if (field !== null) expect(fields).toContain(field);
			expect(field === null).toBe(flag === null);
		}
	});

	it('gives each key that a person may set an example that it takes itself', () => {
		for (const one of ANNOTATIONS.filter(({readOnly}) => !readOnly))
			expect([one.name, checkAnnotationValue(one, one.example)]).toEqual([one.name, null]);
	});

	it('finds no key that only plain objects have', () => {
		for (const name of ['__proto__', 'constructor', 'toString'])
			expect([annotationOf(name), annotationOf(PREFIX + name)]).toEqual([undefined, undefined]);
	});
});

describe('the value of an annotation', () => {
	it.each([
		['eci-image-cache', 'true'],
		['eci-image-cache', 'false'],
		['eci-with-eip', 'true'],
		['eip-bandwidth', '1'],
		['eip-bandwidth', '1000'],
		['eci-vswitch', 'vsw-bp1a2b3c'],
		['eci-vswitch', Array.from({length: 10}, (_, index) => `vsw-${index}`).join(',')],
		['eci-vswitch', 'vsw-1, vsw-2'],
		['eci-security-group', 'sg-1,sg-2,sg-3,sg-4,sg-5'],
		['eci-resource-group-id', 'rg-acfm1a2b'],
		['eci-ram-role-name', 'EciReadOss'],
		['eci-ram-role-name', 'a.b_c@d-1'],
		['eci-image-snapshot-id', 'imc-bp1a2b3c'],
		['eci-eip-instanceid', 'eip-bp1a2b3c'],
		['eci-spot-strategy', 'SpotAsPriceGo'],
		['eci-spot-strategy', 'SpotWithPriceLimit'],
		['eci-ntp-server', '100.100.5.1'],
		['eci-ntp-server', '100.100.5.1,100.100.5.2'],
		['eci-ntp-server', '0.0.0.0, 255.255.255.255'],
		['eci-set-diskvolume', 'cache-volume:ext4:500Gi'],
		['eci-set-diskvolume', 'v:xfs:20Gi'],
		['eci-set-diskvolume', 'v:ext3:32768Gi'],
		['eci-max-pending-minute', '10'],
		['eci-max-pending-minute', '1440'],
		['eci-spot-duration', '0'],
		['eci-fail-strategy', 'fail-fast'],
		['eci-extra-ephemeral-storage', '50Gi'],
		['eci-custom-hosts', '[{"host":"db","ip":"10.0.0.8"}]'],
		['eci-gpu-driver-version', 'tesla=535'],
		['eci-custom-tags', 'a\u00a0b:~'],
	])('%s may be %s', (name, value) => {
		expect(reasonOf(name, value)).toBeNull();
	});

	it.each<[string, string, ValueReason]>([
		['eci-image-cache', 'True', 'boolean'],
		['eci-image-cache', 'yes', 'boolean'],
		['eci-image-cache', '1', 'boolean'],
		['eci-with-eip', ' true', 'boolean'],
		['eip-bandwidth', '0', 'whole'],
		['eip-bandwidth', '1001', 'whole'],
		['eip-bandwidth', '-5', 'whole'],
		['eip-bandwidth', '5.0', 'whole'],
		['eip-bandwidth', '1e2', 'whole'],
		['eip-bandwidth', '10M', 'whole'],
		// The stray comma of an official page (facts §1.3).
		['eip-bandwidth', ',10', 'whole'],
		['eci-vswitch', 'sg-1', 'identifier'],
		['eci-vswitch', 'vsw-', 'identifier'],
		['eci-vswitch', 'vsw-A1', 'identifier'],
		['eci-vswitch', 'vsw-1,', 'identifier'],
		['eci-vswitch', 'vsw-1;vsw-2', 'identifier'],
		['eci-vswitch', `vsw-${'a'.repeat(65)}`, 'identifier'],
		['eci-vswitch', Array.from({length: 11}, (_, index) => `vsw-${index}`).join(','), 'too-many'],
		['eci-security-group', 'sg-1,sg-2,sg-3,sg-4,sg-5,sg-6', 'too-many'],
		['eci-resource-group-id', 'rg-1,rg-2', 'too-many'],
		['eci-ram-role-name', 'acs:ram::1:role/EciReadOss', 'role-name'],
		['eci-ram-role-name', 'a'.repeat(65), 'role-name'],
		['eci-spot-strategy', 'SpotAsPricego', 'choice'],
		['eci-spot-strategy', 'NoSpot', 'choice'],
		['eci-spot-strategy', 'none', 'choice'],
		['eip-isp', 'BPG', 'choice'],
		['eci-ntp-server', 'ntp.aliyun.com', 'address'],
		['eci-ntp-server', '100.100.5', 'address'],
		['eci-ntp-server', '100.100.5.256', 'address'],
		['eci-ntp-server', '100.100.5.1 # comment', 'address'],
		['eci-set-diskvolume', 'cache-volume:ext4:500', 'disk-volume'],
		['eci-set-diskvolume', 'cache-volume:ext4:500G', 'disk-volume'],
		['eci-set-diskvolume', 'cache-volume:ext4', 'disk-volume'],
		['eci-set-diskvolume', 'cache-volume:ntfs:500Gi', 'disk-volume'],
		['eci-set-diskvolume', 'Cache:ext4:500Gi', 'disk-volume'],
		['eci-set-diskvolume', '-v:ext4:500Gi', 'disk-volume'],
		['eci-set-diskvolume', 'v:ext4:19Gi', 'disk-volume'],
		['eci-set-diskvolume', 'v:ext4:32769Gi', 'disk-volume'],
		['eci-set-diskvolume', `${'v'.repeat(64)}:ext4:500Gi`, 'disk-volume'],
		['eci-max-pending-minute', '9', 'whole'],
		['eci-max-pending-minute', '1441', 'whole'],
		['eci-extra-ephemeral-storage', '50', 'storage-size'],
		['eci-extra-ephemeral-storage', '50G', 'storage-size'],
		['eci-extra-ephemeral-storage', '0Gi', 'storage-size'],
		['eci-extra-ephemeral-storage', '-1Gi', 'storage-size'],
		['eci-vswitch', '', 'empty'],
		['eci-custom-tags', '   ', 'empty'],
		['eci-custom-tags', 'a:b\u0007', 'control-character'],
		['eci-core-pattern', '/tmp/\u001b[31m', 'control-character'],
		['eci-core-pattern', '/tmp/\u009b', 'control-character'],
		['eci-core-pattern', '/tmp/\u007f', 'control-character'],
		['eci-core-pattern', '/tmp/\u001f', 'control-character'],
		['eci-core-pattern', 'a\nb', 'control-character'],
	])('%s may not be %j', (name, value, reason) => {
		expect(reasonOf(name, value)).toBe(reason);
	});

	it.each([
		['eci-image-cache', 'true|false'],
		['eip-bandwidth', '1-1000'],
		['eci-spot-strategy', 'SpotAsPriceGo|SpotWithPriceLimit'],
		['eci-eip-instanceid', 'eip-…'],
		['eci-vswitch', 'vsw-…,…'],
		['eci-set-diskvolume', 'cache-volume:ext4:500Gi'],
	])('%s is described as %s', (name, expected) => {
		expect(expectedValue(row(name))).toBe(expected);
	});
});
