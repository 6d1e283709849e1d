import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {VOLUME_TYPES, type VolumeType} from '../../../source/domain/catalogue/volumes.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {lintManifests} from '../../../source/domain/manifest/lint/lint-manifests.ts';
import {manifestsOf} from '../../../source/domain/manifest/manifest.ts';
import {plainText} from '../../../source/present/tone.ts';
import {yamlLines} from '../../../source/present/yaml.ts';
import {
	factsOf,
	readInput,
	requestOfInput,
	rulesOf,
	summaryOf,
} from '../../helpers/domain-fixtures.ts';

type Volume = NonNullable<PlanInput['volumes']>[number];

const inputOf = (volumes: readonly Volume[], more: PlanInput = {}): PlanInput => ({
	containers: [
		{name: 'app', image: 'registry-vpc.cn-hangzhou.aliyuncs.com/shop/app:1'},
		{name: 'sidecar', image: 'registry-vpc.cn-hangzhou.aliyuncs.com/shop/sidecar:1'},
	],
	volumes,
	...more,
});

const read = (input: PlanInput): readonly unknown[] =>
	manifestsOf(requestOfInput(input), '2-4Gi').documents.map(
		document => parse(yamlLines(document).map(plainText).join('\n')) as unknown,
	);

const podSpec = (input: PlanInput) => {
	const workload = read(input).find(
		(document): document is {spec: {template: {spec: Record<string, unknown>}}} =>
			typeof document === 'object' &&
			document !== null &&
			'kind' in document &&
			document.kind === 'Deployment',
	);
	return workload?.spec.template.spec ?? {};
};

const volumesOf = (volume: Volume, more?: PlanInput) => podSpec(inputOf([volume], more))['volumes'];

const errorsOf = (input: PlanInput) =>
	summaryOf(readInput(input).diagnostics.filter(({severity}) => severity === 'error'));

describe('storage in the manifest', () => {
	test('NAS is mounted by FlexVolume', () => {
		expect(
			volumesOf({
				name: 'data',
				type: 'nas',
				server: 'x.nas.aliyuncs.com',
				path: '/share',
				mountPath: '/data',
			}),
		).toEqual([
			{
				name: 'data',
				flexVolume: {
					driver: 'alicloud/nas',
					options: {
						server: 'x.nas.aliyuncs.com',
						path: '/share',
						vers: '3',
						options: 'nolock,tcp,noresvport',
					},
				},
			},
		]);
	});

	test('an existing disk is mounted by FlexVolume', () => {
		expect(volumesOf({name: 'data', type: 'disk', diskId: 'd-bp1', fileSystem: 'xfs'})).toEqual([
			{
				name: 'data',
				flexVolume: {driver: 'alicloud/disk', fsType: 'xfs', options: {volumeId: 'd-bp1'}},
			},
		]);
	});

	test('a disk created with the pod carries size, level, retention and encryption as strings', () => {
		expect(
			volumesOf({
				name: 'scratch',
				type: 'new-disk',
				size: '100Gi',
				performanceLevel: 'PL1',
				keep: true,
				encrypted: true,
			}),
		).toEqual([
			{
				name: 'scratch',
				flexVolume: {
					driver: 'alicloud/disk',
					fsType: 'ext4',
					options: {
						volumeSize: '100',
						performanceLevel: 'PL1',
						deleteWithInstance: 'false',
						encrypted: 'true',
					},
				},
			},
		]);
	});

	test('NFS, a claim and an emptyDir are what Kubernetes calls them', () => {
		const volumes = [
			{name: 'shared', type: 'nfs', server: '10.0.0.9', path: '/export'},
			{name: 'claimed', type: 'pvc', claim: 'data'},
			{name: 'tmp', type: 'empty-dir', size: '1Gi'},
		] as const;
		expect(podSpec(inputOf(volumes))['volumes']).toEqual([
			{name: 'shared', nfs: {server: '10.0.0.9', path: '/export'}},
			{name: 'claimed', persistentVolumeClaim: {claimName: 'data'}},
			{name: 'tmp', emptyDir: {sizeLimit: '1Gi'}},
		]);
	});

	test('a claim with a size is created before the workload', () => {
		const documents = read(inputOf([{name: 'data', type: 'pvc', claim: 'data', size: '100Gi'}]));
		expect(documents[0]).toEqual({
			apiVersion: 'v1',
			kind: 'PersistentVolumeClaim',
			metadata: {name: 'data'},
			spec: {
				accessModes: ['ReadWriteOnce'],
				storageClassName: 'alicloud-disk-essd',
				resources: {requests: {storage: '100Gi'}},
			},
		});
		expect(documents).toHaveLength(2);
	});

	test('blanks around a text are no part of it, as on the command line', () => {
		const nas = {name: 'data', type: 'nas', server: 'x', path: '/a', mountPath: '/data'} as const;
		expect(
			readInput(inputOf([{...nas, server: ' x ', path: '/a ', mountPath: ' /data'}])).request
				.volumes,
		).toEqual(readInput(inputOf([nas])).request.volumes);
	});

	test('a claim on a server brings its volume and no storage class', () => {
		const input = inputOf([
			{name: 'data', type: 'pvc', claim: 'nas', server: 'x.nas.aliyuncs.com', path: '/share'},
		]);
		const [volume, claim] = read(input);
		expect(volume).toMatchObject({
			kind: 'PersistentVolume',
			spec: {accessModes: ['ReadWriteMany'], nfs: {server: 'x.nas.aliyuncs.com', path: '/share'}},
		});
		expect(claim).toMatchObject({
			kind: 'PersistentVolumeClaim',
			spec: {accessModes: ['ReadWriteMany'], storageClassName: '', volumeName: 'nas'},
		});
	});

	test('a claim on an existing disk brings its volume', () => {
		const documents = read(inputOf([{name: 'data', type: 'pvc', claim: 'foo', diskId: 'd-bp1'}]));
		expect(documents.slice(0, 2)).toEqual([
			{
				apiVersion: 'v1',
				kind: 'PersistentVolume',
				metadata: {name: 'foo'},
				spec: {
					// No disk is smaller [facts §7].
					capacity: {storage: '20Gi'},
					accessModes: ['ReadWriteOnce'],
					persistentVolumeReclaimPolicy: 'Retain',
					csi: {driver: 'diskplugin.csi.alibabacloud.com', fsType: 'ext4', volumeHandle: 'd-bp1'},
				},
			},
			{
				apiVersion: 'v1',
				kind: 'PersistentVolumeClaim',
				metadata: {name: 'foo'},
				spec: {
					accessModes: ['ReadWriteOnce'],
					storageClassName: '',
					volumeName: 'foo',
					resources: {requests: {storage: '20Gi'}},
				},
			},
		]);
		expect(lintManifests(documents, 'current')).toEqual([]);
	});

	test('a claim brings its StorageClass where that is asked', () => {
		const volume = {
			name: 'data',
			type: 'pvc',
			claim: 'data',
			size: '500Gi',
			storageClass: 'fast-wait',
			createClass: true,
			performanceLevel: 'PL2',
			keep: true,
			encrypted: true,
			fileSystem: 'xfs',
		} as const;
		const pod = {vswitch: ['vsw-bp1']};
		const documents = read(inputOf([volume], {pod}));
		expect(documents[0]).toEqual({
			apiVersion: 'storage.k8s.io/v1',
			kind: 'StorageClass',
			metadata: {name: 'fast-wait'},
			provisioner: 'diskplugin.csi.alibabacloud.com',
			parameters: {
				type: 'cloud_essd',
				performanceLevel: 'PL2',
				fstype: 'xfs',
				encrypted: 'true',
			},
			reclaimPolicy: 'Retain',
			volumeBindingMode: 'Immediate',
		});
		expect(documents[1]).toMatchObject({
			kind: 'PersistentVolumeClaim',
			spec: {accessModes: ['ReadWriteOnce'], storageClassName: 'fast-wait'},
		});
		expect(lintManifests(documents, 'current')).toEqual([]);
		const plain = {name: 'a', type: 'pvc', claim: 'a', size: '20Gi', createClass: true} as const;
		expect(read(inputOf([plain]))[0]).toMatchObject({
			kind: 'StorageClass',
			metadata: {name: 'a'},
			parameters: {type: 'cloud_essd', fstype: 'ext4'},
			reclaimPolicy: 'Delete',
		});
	});

	test.each([
		['alicloud-nas', 'ReadWriteMany'],
		['alibabacloud-cnfs-nas', 'ReadWriteMany'],
		['fast', 'ReadWriteOnce'],
	])('a claim of the class %s is no disk', (storageClass, mode) => {
		const volume = {name: 'd', type: 'pvc', claim: 'd', size: '10Gi', storageClass} as const;
		const input = inputOf([volume], {workload: {replicas: 3}});
		const documents = read(input);
		expect(documents[0]).toMatchObject({
			kind: 'PersistentVolumeClaim',
			spec: {accessModes: [mode], storageClassName: storageClass},
		});
		expect(lintManifests(documents, 'current')).toEqual([]);
	});

	test.each<[string, Volume]>([
		['a disk by its class', {size: '20Gi', storageClass: 'alicloud-disk-efficiency'}],
		['a disk of its own class', {size: '20Gi', storageClass: 'mine', createClass: true}],
		['an existing disk', {diskId: 'd-bp1'}],
	])('%s goes to one pod, as the lint says too', (_, fields) => {
		const input = inputOf([{name: 'd', type: 'pvc', claim: 'd', ...fields}]);
		expect(errorsOf({...input, workload: {replicas: 2}})).toEqual([
			'volume-disk-shared error volumes[0]',
		]);
		const alone = read(input);
		const doubled = JSON.parse(
			JSON.stringify(alone).replace('"replicas":1', '"replicas":2'),
		) as readonly unknown[];
		const rules = rulesOf(lintManifests(doubled, 'current').map(({diagnostic}) => diagnostic));
		expect(rules).toEqual(['volume-disk-shared']);
	});

	test('mounts land in the container that is named, else in the first', () => {
		const spec = podSpec(
			inputOf([
				{name: 'a', type: 'empty-dir', mountPath: '/a'},
				{name: 'b', type: 'empty-dir', mountPath: '/b', container: 'sidecar', readOnly: true},
			]),
		);
		expect(spec['containers']).toMatchObject([
			{name: 'app', volumeMounts: [{name: 'a', mountPath: '/a'}]},
			{name: 'sidecar', volumeMounts: [{name: 'b', mountPath: '/b', readOnly: true}]},
		]);
	});

	test('--disk-volume turns a declared hostPath into a disk, as the brief has it', () => {
		const host: Volume = {
			name: 'cache',
			type: 'host-path',
			path: '/var/cache',
			mountPath: '/cache',
		};
		const pod = {diskVolume: 'cache:ext4:500Gi'};
		expect(volumesOf(host, {pod})).toEqual([{name: 'cache', hostPath: {path: '/var/cache'}}]);
		expect(podSpec(inputOf([host], {pod}))['containers']).toMatchObject([
			{volumeMounts: [{name: 'cache', mountPath: '/cache'}]},
			{name: 'sidecar'},
		]);
		expect(lintManifests(read(inputOf([host], {pod})), '2020')).toEqual([]);
	});

	test('--disk-volume turns a declared emptyDir into a disk and declares a missing one', () => {
		const pod = {diskVolume: 'cache:ext4:500Gi'};
		expect(volumesOf({name: 'cache', type: 'empty-dir', mountPath: '/cache'}, {pod})).toEqual([
			{name: 'cache', emptyDir: {}},
		]);
		expect(volumesOf({name: 'other', type: 'empty-dir'}, {pod})).toEqual([
			{name: 'other', emptyDir: {}},
			{name: 'cache', emptyDir: {}},
		]);
	});
});

/** Each kind of storage, as it is asked for and what Kubernetes calls it [facts §7]. */
const KINDS: Readonly<Record<VolumeType, {readonly fields: Volume; readonly source: string}>> = {
	'empty-dir': {fields: {}, source: 'emptyDir'},
	nas: {fields: {server: 'x.nas.aliyuncs.com'}, source: 'flexVolume alicloud/nas'},
	disk: {fields: {diskId: 'd-bp1'}, source: 'flexVolume alicloud/disk'},
	'new-disk': {fields: {size: '20Gi'}, source: 'flexVolume alicloud/disk'},
	nfs: {fields: {server: '10.0.0.9'}, source: 'nfs'},
	'host-path': {fields: {path: '/var/cache'}, source: 'hostPath'},
	pvc: {fields: {claim: 'data', size: '20Gi'}, source: 'persistentVolumeClaim'},
};

/** A hostPath has to become a disk itself. */
const podsFor = (type: VolumeType): readonly NonNullable<PlanInput['pod']>[] =>
	type === 'host-path' ? [{diskVolume: 'data:ext4:20Gi'}] : [{}, {diskVolume: 'cache:ext4:20Gi'}];

describe('each kind of storage', () => {
	test.each(VOLUME_TYPES)(
		'%s is mounted, alone or with a volume that becomes a disk, and passes the lint',
		type => {
			const {fields, source} = KINDS[type];
			const volume: Volume = {name: 'data', type, mountPath: '/data', ...fields};
			for (const pod of podsFor(type)) {
				const input = inputOf([volume], {pod});
				const spec = podSpec(input);
				const [name, driver] = source.split(' ');
				expect(spec['volumes']).toMatchObject([
					{name: 'data', [String(name)]: driver === undefined ? {} : {driver}},
					...(pod.diskVolume?.startsWith('cache') ? [{name: 'cache', emptyDir: {}}] : []),
				]);
				expect(spec['containers']).toMatchObject([
					{volumeMounts: [{name: 'data', mountPath: '/data'}]},
					{name: 'sidecar'},
				]);
				expect(lintManifests(read(input), '2020')).toEqual([]);
				const today = lintManifests(read(input), 'current').map(({diagnostic}) => diagnostic.rule);
				expect(today).toEqual(pod.diskVolume ? ['annotation-legacy'] : []);
			}
		},
	);
});

/** Block storage overview until 2024, and CreateDisk of today: PL0 from 1 GiB, of which ECI mounts 20 on. */
describe('the size of a created disk by its performance level', () => {
	test.each([
		['2020', 'PL0', 40],
		['current', 'PL0', 20],
		['2020', 'PL1', 20],
		['current', 'PL1', 20],
		['2020', 'PL2', 461],
		['current', 'PL2', 461],
		['2020', 'PL3', 1261],
		['current', 'PL3', 1261],
	] as const)('under %s, %s has %i GiB or more', (ruleset, performanceLevel, minimum) => {
		const sizes = (gib: number) => {
			const size = `${gib}Gi`;
			const volumes: readonly Volume[] = [
				{name: 'a', type: 'new-disk', size, performanceLevel},
				{name: 'b', type: 'pvc', claim: 'b', createClass: true, size, performanceLevel},
			];
			return factsOf('volume-size', readInput(inputOf(volumes, {ruleset})).diagnostics);
		};
		const bounds = {level: performanceLevel, minimum, maximum: 32_768};
		const refused = (value: string) => Array.from({length: 2}, () => ({value, ...bounds}));
		expect(sizes(minimum)).toEqual([]);
		expect(sizes(minimum - 1)).toEqual(refused(`${minimum - 1}Gi`));
		expect(sizes(32_768)).toEqual([]);
		expect(sizes(32_769)).toEqual(refused('32769Gi'));
	});
});

describe('storage that ECI refuses', () => {
	test.each<[string, Volume, string]>([
		['a disk without its id', {type: 'disk'}, 'volume-field-missing error volumes[0].diskId'],
		['NAS without a server', {type: 'nas'}, 'volume-field-missing error volumes[0].server'],
		['a new disk without a size', {type: 'new-disk'}, 'volume-field-missing error volumes[0].size'],
		['19 GiB', {type: 'new-disk', size: '19Gi'}, 'volume-size error volumes[0].size'],
		['32769 GiB', {type: 'new-disk', size: '32769Gi'}, 'volume-size error volumes[0].size'],
		['half a GiB more', {type: 'new-disk', size: '20.5Gi'}, 'volume-size error volumes[0].size'],
		[
			'a server for a disk',
			{type: 'disk', diskId: 'd-1', server: 'x'},
			'volume-field-unused error volumes[0].server',
		],
		[
			'a size for a disk',
			{type: 'disk', diskId: '5Gi'},
			'volume-field-invalid error volumes[0].diskId',
		],
		[
			'a number for a disk',
			{type: 'disk', diskId: '20'},
			'volume-field-invalid error volumes[0].diskId',
		],
		[
			'a mount at the root',
			{type: 'empty-dir', mountPath: '//.'},
			'volume-mount-invalid error volumes[0].mountPath',
		],
		[
			'a mount that leads back up',
			{type: 'empty-dir', mountPath: '/x/../y'},
			'volume-mount-invalid error volumes[0].mountPath',
		],
		[
			'a relative mount',
			{type: 'empty-dir', mountPath: 'data'},
			'volume-mount-invalid error volumes[0].mountPath',
		],
		[
			'an unknown container',
			{type: 'empty-dir', mountPath: '/d', container: 'ap'},
			'volume-container-unknown error volumes[0].container',
		],
		['a bad name', {type: 'empty-dir', name: 'Data'}, 'name-invalid error volumes[0].name'],
		[
			'a class for a claim that nothing creates',
			{type: 'pvc', claim: 'c', storageClass: 'foo'},
			'volume-field-missing error volumes[0].size',
		],
		[
			'a level for a class that is there already',
			{type: 'pvc', claim: 'c', size: '20Gi', performanceLevel: 'PL1'},
			'volume-field-missing error volumes[0].createClass',
		],
		[
			'a new class for a claim without a size',
			{type: 'pvc', claim: 'c', createClass: true},
			'volume-field-missing error volumes[0].size',
		],
		[
			'a folder without its server',
			{type: 'pvc', claim: 'c', path: '/a'},
			'volume-field-missing error volumes[0].server',
		],
		[
			'a class on a server',
			{type: 'pvc', claim: 'c', server: 'x', storageClass: 'foo'},
			'volume-field-conflict error volumes[0].storageClass',
		],
		[
			'a server and a disk',
			{type: 'pvc', claim: 'c', server: 'x', diskId: 'd-1'},
			'volume-field-conflict error volumes[0].diskId',
		],
		[
			'a claim of 19 GiB on disk',
			{type: 'pvc', claim: 'c', size: '19Gi'},
			'volume-size error volumes[0].size',
		],
		['an empty disk', {type: 'disk', diskId: ''}, 'volume-field-missing error volumes[0].diskId'],
		[
			'a disk that has no id of one',
			{type: 'disk', diskId: 'foo'},
			'volume-field-invalid error volumes[0].diskId',
		],
		[
			'an empty server',
			{type: 'nfs', server: '', path: '/a'},
			'volume-field-missing error volumes[0].server',
		],
		[
			'a server with a blank',
			{type: 'nas', server: 'a b'},
			'volume-field-invalid error volumes[0].server',
		],
		[
			'a relative folder of NAS',
			{type: 'nas', server: 'x', path: 'rel'},
			'volume-field-invalid error volumes[0].path',
		],
		[
			'a relative folder of NFS',
			{type: 'nfs', server: 'x', path: 'rel'},
			'volume-field-invalid error volumes[0].path',
		],
		[
			'mount options with blanks',
			{type: 'nas', server: 'x', mountOptions: 'nolock, tcp'},
			'volume-field-invalid error volumes[0].mountOptions',
		],
		[
			'a storage class of a bad name',
			{type: 'pvc', claim: 'a', size: '20Gi', storageClass: 'A_B'},
			'name-invalid error volumes[0].storageClass',
		],
		[
			'a claim of a bad name',
			{type: 'pvc', claim: 'My data'},
			'name-invalid error volumes[0].claim',
		],
	])('%s', (_, volume, expected) => {
		expect(errorsOf(inputOf([{name: 'data', ...volume}]))).toEqual([expected]);
	});

	test.each([
		['20Gi', true],
		['32768Gi', true],
		['1Ti', true],
		['100G', false],
	])('a new disk of %s is taken: %s', (size, isTaken) => {
		const errors = errorsOf(inputOf([{name: 'data', type: 'new-disk', size}]));
		expect(errors.length === 0).toBe(isTaken);
	});

	test('two mounts at one folder, however it is written', () => {
		const volumes = [
			{name: 'a', type: 'empty-dir', mountPath: '/d'},
			{name: 'b', type: 'empty-dir', mountPath: '/d/'},
		] as const;
		expect(errorsOf(inputOf(volumes))).toEqual(['volume-mount-twice error volumes[1].mountPath']);
	});

	test('one disk as two volumes', () => {
		const volumes = [
			{name: 'a', type: 'disk', diskId: 'd-1'},
			{name: 'b', type: 'disk', diskId: 'd-1'},
			{name: 'c', type: 'pvc', claim: 'c', diskId: 'd-1'},
			{name: 'd', type: 'disk', diskId: 'd-2'},
		] as const;
		expect(errorsOf(inputOf(volumes))).toEqual([
			'volume-disk-twice error volumes[1].diskId',
			'volume-disk-twice error volumes[2].diskId',
		]);
	});

	test('two volumes that make one claim, or one class, in two ways', () => {
		const claim = {type: 'pvc', claim: 'data'} as const;
		const twice = (first: Omit<Volume, 'type'>, second: Omit<Volume, 'type'>) =>
			errorsOf(
				inputOf([
					{name: 'a', ...claim, ...first},
					{name: 'b', ...claim, ...second},
				]),
			);
		const expected = ['object-twice error volumes[1].claim'];
		expect(twice({size: '20Gi'}, {size: '30Gi'})).toEqual(expected);
		expect(twice({size: '20Gi', storageClass: 'a'}, {server: 'x'})).toEqual(expected);
		expect(
			twice(
				{size: '20Gi', storageClass: 'c', createClass: true},
				{claim: 'other', size: '20Gi', storageClass: 'c', createClass: true, keep: true},
			),
		).toEqual(['object-twice error volumes[1].storageClass']);
	});

	test('two volumes that make one claim in the same way make one object', () => {
		const size = {type: 'pvc', claim: 'data', size: '20Gi'} as const;
		const volumes = [
			{name: 'a', ...size},
			{name: 'b', ...size},
			{name: 'c', type: 'pvc', claim: 'data'},
		] as const;
		expect(errorsOf(inputOf(volumes))).toEqual([]);
		const documents = read(inputOf(volumes));
		expect(documents).toMatchObject([{kind: 'PersistentVolumeClaim'}, {kind: 'Deployment'}]);
		expect(lintManifests(documents, 'current')).toEqual([]);
	});

	test('disks behind claims, which count like others', () => {
		const disks = (count: number) =>
			Array.from({length: count}, (_, index) => ({
				name: `v-${index}`,
				type: 'pvc' as const,
				claim: `c-${index}`,
				size: '20Gi',
			}));
		const nas = {
			name: 'n',
			type: 'pvc',
			claim: 'n',
			size: '20Gi',
			storageClass: 'alicloud-nas',
		} as const;
		expect(errorsOf(inputOf([...disks(6), nas]))).toEqual([]);
		expect(lintManifests(read(inputOf([...disks(6), nas])), 'current')).toEqual([]);
		expect(errorsOf(inputOf(disks(7)))).toEqual(['volume-disks-too-many error volumes']);
		const pod = {diskVolume: 'cache:ext4:20Gi'};
		expect(errorsOf(inputOf(disks(6), {pod}))).toEqual(['volume-disks-too-many error volumes']);
	});

	test('two volumes of one name, and two mounts at one path', () => {
		const volume = {name: 'data', type: 'empty-dir', mountPath: '/data'} as const;
		expect(errorsOf(inputOf([volume, volume]))).toEqual([
			'volume-duplicate error volumes[1].name',
			'volume-mount-twice error volumes[1].mountPath',
		]);
	});

	test('one disk for several pods, whether given or claimed once', () => {
		const workload = {replicas: 2};
		expect(errorsOf(inputOf([{name: 'a', type: 'disk', diskId: 'd-1'}], {workload}))).toEqual([
			'volume-disk-shared error volumes[0]',
		]);
		expect(
			errorsOf(inputOf([{name: 'a', type: 'pvc', claim: 'a', size: '20Gi'}], {workload})),
		).toEqual(['volume-disk-shared error volumes[0]']);
		const scheduled = {workload: {schedule: 'Mon-Fri 09:00-18:00=10; *=1'}};
		expect(errorsOf(inputOf([{name: 'a', type: 'disk', diskId: 'd-1'}], scheduled))).toEqual([
			'volume-disk-shared error volumes[0]',
		]);
		expect(errorsOf(inputOf([{name: 'a', type: 'new-disk', size: '20Gi'}], {workload}))).toEqual(
			[],
		);
	});

	test('six disks are taken, seven are not, a converted volume counts', () => {
		const disks = (count: number) =>
			Array.from({length: count}, (_, index) => ({
				name: `disk-${index}`,
				type: 'new-disk' as const,
				size: '20Gi',
			}));
		expect(errorsOf(inputOf(disks(6)))).toEqual([]);
		expect(errorsOf(inputOf(disks(7)))).toEqual(['volume-disks-too-many error volumes']);
		expect(errorsOf(inputOf(disks(6), {pod: {diskVolume: 'cache:ext4:20Gi'}}))).toEqual([
			'volume-disks-too-many error volumes',
		]);
	});

	// Facts §8, L02.
	test('a hostPath that does not become a disk', () => {
		const host: Volume = {name: 'logs', type: 'host-path', path: '/var/log'};
		expect(errorsOf(inputOf([host]))).toEqual(['limit-host-path error volumes[0].type']);
		expect(errorsOf(inputOf([host], {pod: {diskVolume: 'other:ext4:20Gi'}}))).toEqual([
			'limit-host-path error volumes[0].type',
		]);
		expect(errorsOf(inputOf([host], {pod: {diskVolume: 'logs:ext4:20Gi'}}))).toEqual([]);
		for (const path of ['/a/../b', 'var/log'])
			expect(errorsOf(inputOf([{...host, path}], {pod: {diskVolume: 'logs:ext4:20Gi'}}))).toEqual([
				'volume-field-invalid error volumes[0].path',
			]);
		expect(errorsOf(inputOf([{name: 'logs', type: 'host-path'}]))).toContain(
			'volume-field-missing error volumes[0].path',
		);
	});

	test('--disk-volume of a volume that is no emptyDir and no hostPath', () => {
		const input = inputOf([{name: 'data', type: 'nfs', server: '10.0.0.9'}], {
			pod: {diskVolume: 'data:ext4:20Gi'},
		});
		expect(rulesOf(readInput(input).diagnostics)).toContain('volume-not-convertible');
	});
});
