import {describe, expect, it} from 'vitest';
import {ANNOTATIONS, keyOf, PREFIX} from '../../../../source/domain/catalogue/annotations.ts';
import {RULESETS} from '../../../../source/domain/catalogue/rulesets.ts';
import type {PlanInput} from '../../../../source/domain/input/plan-input.ts';
import {exportPlan} from '../../../../source/domain/manifest/export-plan.ts';
import {at, type Part} from '../../../../source/domain/manifest/lint/part.ts';
import {planOf} from '../../../helpers/domain-fixtures.ts';
import {foundIn, podYaml} from '../../../helpers/manifests.ts';

type Row = {
	/** As the plan asks for it, and the value in the manifest. */
	readonly input: PlanInput;
	readonly value: string;
	/** Other annotations without which it would say nothing. */
	readonly beside?: Readonly<Record<string, string>>;
	/** The pages of today don't have it. */
	readonly isOld?: true;
	/** What ECI refuses, and the rule that says so. */
	readonly wrong: readonly (readonly [value: string, rule: string])[];
};

const ids = (prefix: string, count: number) =>
	Array.from({length: count}, (_, index) => `${prefix}-${index}`).join(',');

/** The table of the brief, row by row [facts §1.1]. */
const BRIEF: Readonly<Record<string, Row>> = {
	'eci-use-specs': {
		input: {chain: {useSpecs: ['2-4Gi', '4-8Gi', 'ecs.c6.xlarge']}},
		value: '2-4Gi,4-8Gi,ecs.c6.xlarge',
		wrong: [
			['2-4GB', 'spec-invalid'],
			['c6.large', 'spec-invalid'],
			['1-2Gi,1-4Gi,1-8Gi,2-4Gi,2-8Gi,2-16Gi', 'spec-too-many'],
		],
	},
	'eci-vswitch': {
		input: {pod: {vswitch: ['vsw-bp1', 'vsw-bp2']}},
		value: 'vsw-bp1,vsw-bp2',
		wrong: [
			['sg-bp1', 'annotation-value'],
			[ids('vsw', 11), 'annotation-value'],
		],
	},
	'eci-security-group': {
		input: {pod: {securityGroup: ['sg-bp1']}},
		value: 'sg-bp1',
		wrong: [
			['vsw-bp1', 'annotation-value'],
			[ids('sg', 6), 'annotation-value'],
		],
	},
	'eci-resource-group-id': {
		input: {pod: {resourceGroup: 'rg-bp1'}},
		value: 'rg-bp1',
		isOld: true,
		wrong: [['default', 'annotation-value']],
	},
	'eci-ram-role-name': {
		input: {pod: {ramRole: 'EciReadOss'}},
		value: 'EciReadOss',
		wrong: [['acs:ram::1:role/EciReadOss', 'annotation-value']],
	},
	'eci-image-snapshot-id': {
		input: {pod: {imageSnapshot: 'imc-bp1'}},
		value: 'imc-bp1',
		wrong: [['m-bp1', 'annotation-value']],
	},
	'eci-image-cache': {
		input: {pod: {imageCache: true}},
		value: 'true',
		wrong: [['yes', 'annotation-value']],
	},
	'eci-with-eip': {
		input: {pod: {withEip: true}},
		value: 'true',
		wrong: [['True', 'annotation-value']],
	},
	'eip-bandwidth': {
		input: {pod: {withEip: true, eipBandwidth: '10'}},
		value: '10',
		beside: {'eci-with-eip': 'true'},
		// The stray comma stands in a help page [facts §1.3].
		wrong: [
			[',10', 'annotation-value'],
			['10M', 'annotation-value'],
		],
	},
	'eci-eip-instanceid': {
		input: {pod: {eipInstance: 'eip-bp1'}},
		value: 'eip-bp1',
		wrong: [['47.0.0.1', 'annotation-value']],
	},
	'eci-spot-strategy': {
		input: {spot: {strategy: 'SpotAsPriceGo'}},
		value: 'SpotAsPriceGo',
		wrong: [['spotAsPriceGo', 'annotation-value']],
	},
	'eci-spot-price-limit': {
		input: {spot: {strategy: 'SpotWithPriceLimit', priceLimit: '0.250'}},
		value: '0.250',
		beside: {'eci-spot-strategy': 'SpotWithPriceLimit'},
		wrong: [
			['0.2501', 'spot-limit-invalid'],
			['0', 'spot-limit-invalid'],
			['0,25', 'spot-limit-invalid'],
		],
	},
	'eci-ntp-server': {
		input: {pod: {ntpServer: ['100.100.5.1', '100.100.5.2']}},
		value: '100.100.5.1,100.100.5.2',
		wrong: [['ntp.aliyun.com', 'annotation-value']],
	},
	'eci-set-diskvolume': {
		input: {pod: {diskVolume: 'cache-volume:ext4:500Gi'}},
		value: 'cache-volume:ext4:500Gi',
		isOld: true,
		wrong: [
			['cache-volume:ntfs:500Gi', 'annotation-value'],
			['cache-volume:ext4:19Gi', 'annotation-value'],
			['other-volume:ext4:500Gi', 'disk-volume-unknown'],
		],
	},
};

const SPEC =
	'containers: [{name: app, image: "app:1"}]\nvolumes: [{name: cache-volume, emptyDir: {}}]';

/** A Pod of somebody else with the annotation. */
const podWith = (name: string, value: string, beside: Row['beside'] = {}): string =>
	podYaml(
		SPEC,
		Object.entries({...beside, [name]: value})
			.map(([key, text]) => `${PREFIX}${key}: ${JSON.stringify(text)}`)
			.join('\n'),
	);

const seriousIn = (text: string, ruleset: (typeof RULESETS)[number]) =>
	foundIn(text, ruleset).filter(line => !line.includes(' info '));

describe('the annotations of the brief', () => {
	it('are all in this table', () => {
		const known = ANNOTATIONS.filter(({source}) => source === 'S').map(({name}) => name);
		expect(Object.keys(BRIEF)).toEqual(known);
		expect(known).toHaveLength(14);
	});

	it.each(Object.entries(BRIEF))('%s is exported at the pod', (name, {input, value}) => {
		const containers = [{name: 'app', image: 'app:1', cpu: '1', memory: '2Gi'}];
		const {documents} = exportPlan(planOf({containers, ...input}));
		const root: Part = {value: documents[0], place: []};
		expect(at(root, 'spec', 'template', 'metadata', 'annotations', keyOf({name})).value).toBe(
			value,
		);
	});

	it.each(Object.entries(BRIEF))('%s is taken from others', (name, {value, beside, isOld}) => {
		const text = podWith(name, value, beside);
		expect(seriousIn(text, '2020')).toEqual([]);
		expect(seriousIn(text, 'current')).toEqual(
			isOld ? [`annotation-legacy warning metadata.annotations["${PREFIX}${name}"]`] : [],
		);
	});

	it.each(
		Object.entries(BRIEF).flatMap(([name, {wrong, beside}]) =>
			wrong.map(([value, rule]) => [name, value, rule, beside] as const),
		),
	)('%s: %s is found to be wrong', (name, value, rule, beside) => {
		for (const ruleset of RULESETS)
			expect(seriousIn(podWith(name, value, beside), ruleset)).toContain(
				`${rule} error metadata.annotations["${PREFIX}${name}"]`,
			);
	});

	it.each(Object.keys(BRIEF))('%s without its quotes, or at the Deployment, is found', name => {
		const key = PREFIX + name;
		const unquoted = podYaml(SPEC, `${key}: 10`);
		expect(foundIn(unquoted)).toContain(`annotation-not-text error metadata.annotations["${key}"]`);
		const misplaced = `{kind: Deployment, metadata: {annotations: {${key}: "10"}}, spec: {template: {}}}`;
		expect(foundIn(misplaced)).toEqual([
			`annotation-misplaced error metadata.annotations["${key}"]`,
		]);
	});
});
