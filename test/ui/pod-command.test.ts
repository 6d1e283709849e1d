import {describe, expect, test} from 'vitest';
import {VOLUME_TYPES, type VolumeType} from '../../source/domain/catalogue/volumes.ts';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import {equivalentCommand} from '../../source/present/command-line.ts';
import {yamlTextOf} from '../../source/ui/state/planned.ts';
import {plannedOf, problemsOf, rowsOf} from '../../source/ui/state/rows.ts';
import {unwrittenFields} from '../../source/ui/state/unwritten-fields.ts';
import type {WizardState} from '../../source/ui/state/wizard-types.ts';
import {ok} from '../helpers/memory-world.ts';
import {shellWords} from '../helpers/shell.ts';
import {
	atStep,
	erase,
	focusField,
	focusOn,
	following,
	goOn,
	typing,
} from '../helpers/wizard-steps.ts';

/** A chain of one’s own, so that the YAML hangs on no price. */
const given: PlanInput = {
	name: 'shop',
	containers: [
		{name: 'app', image: 'nginx:1.29', cpu: '1', memory: '2Gi'},
		{name: 'log', image: 'fluent/fluent-bit:4', cpu: '1', memory: '2Gi'},
	],
	chain: {useSpecs: ['ecs.c6.large']},
};

/** What is typed into each field that a volume may have. */
const TYPED: Readonly<Record<string, string>> = {
	volumeServer: '1a2b.nas.aliyuncs.com ',
	volumePath: '/a b/it’s, $HOME',
	mountOptions: 'nolock,tcp,noresvport',
	diskId: 'd-bp1a2b3c',
	claim: 'data-claim',
	volumeSize: '100Gi',
	storageClass: 'alicloud-disk-essd',
	mountPath: "/it's",
};
const CHOSEN = [
	'fileSystem',
	'performanceLevel',
	'keep',
	'encrypted',
	'createClass',
	'volumeContainer',
	'readOnly',
];

const idsIn = (state: WizardState): readonly string[] =>
	rowsOf(state, 'pod').flatMap(row => (row.kind === 'field' ? row.field.id : []));

/** Fields of the form that a claim leaves out, by where its space comes from. */
const CLAIMS: readonly (readonly string[])[] = [
	['volumeServer', 'volumePath'],
	['diskId', 'fileSystem'],
	['storageClass'],
	['storageClass', 'createClass', 'fileSystem', 'performanceLevel', 'keep', 'encrypted'],
];
const OF_CLAIMS = new Set(CLAIMS.flat());

/** The volume with all that its type asks for; of what claims ask for, only these. */
const answered = (type: VolumeType, ofClaims: readonly string[]): WizardState => {
	const added = focusField(following(atStep('pod', given), {type: 'add'}), 'volumeType');
	const typed = Array.from(
		{length: VOLUME_TYPES.indexOf(type)},
		() => ({type: 'choose', by: 1}) as const,
	);
	const ids = idsIn(following(added, ...typed)).filter(
		id => type !== 'pvc' || !OF_CLAIMS.has(id) || ofClaims.includes(id),
	);
	return ids.reduce(
		(state, id) => {
			const text = TYPED[id];
			if (text !== undefined) return following(focusField(state, id), erase, typing(text));
			return CHOSEN.includes(id)
				? following(focusField(state, id), {type: 'choose', by: 1})
				: state;
		},
		following(added, ...typed),
	);
};

const exported = async (state: WizardState): Promise<string> => {
	const [, ...words] = shellWords(equivalentCommand(state.input, null));
	return ok(words);
};

const yamlOf = (state: WizardState): string => yamlTextOf(plannedOf(state).documents ?? []);

describe('the command does what the wizard does, byte for byte', () => {
	test.each(
		VOLUME_TYPES.flatMap(type =>
			(type === 'pvc' ? CLAIMS : [[]]).map(ofClaims => [type, ofClaims] as const),
		),
	)('for a volume of type %s with %j', async (type, ofClaims) => {
		const volume = answered(type, ofClaims);
		const state =
			type === 'host-path'
				? following(focusField(volume, 'diskVolume'), typing('data:ext4:20Gi'))
				: volume;
		expect(problemsOf(state)).toEqual([]);
		expect(unwrittenFields(state.input)).toEqual([]);
		expect(yamlOf(state)).toContain(`mountPath: "/it's"`);
		expect(await exported(state)).toBe(yamlOf(state));
	});

	test('for logs, network, placement and reserved instances', async () => {
		const log = (text: string) => [{type: 'add'} as const, erase, typing(text), goOn];
		const logged = following(
			focusOn(atStep('pod', given), ({kind}) => kind === 'add-log'),
			...log('web = stdout '),
			...log('access=/var/log/a b/*.log'),
		);
		const type = (state: WizardState, id: string, text: string) =>
			following(focusField(state, id), typing(text));
		const choose = (state: WizardState, id: string, by = 1) =>
			following(focusField(state, id), {type: 'choose', by});
		const served = type(choose(logged, 'service', 2), 'port', '8080');
		const wide = type(type(served, 'vswitchCidr', ' 10.0.0.0/24'), 'vcpuQuota', '100');
		const pod = type(choose(choose(wide, 'nat'), 'placement'), 'vswitch', 'vsw-1, vsw-2');
		const state = type(
			type(following(pod, {type: 'jump', step: 'billing'}), 'reservedCovered', '1'),
			'reservedHours',
			'480',
		);
		expect(problemsOf(state)).toEqual([]);
		expect(state.input).toMatchObject({
			logs: {web: 'stdout', access: '/var/log/a b/*.log'},
			network: {nat: true, service: 'loadbalancer', port: 8080, vcpuQuota: 100},
			pod: {placement: 'tolerations'},
			reserved: {covered: 1, hoursPerMonth: '480'},
		});
		expect(yamlOf(state)).toContain('type: LoadBalancer');
		expect(yamlOf(state)).toContain('name: aliyun_logs_access');
		expect(await exported(state)).toBe(yamlOf(state));
	});
});
