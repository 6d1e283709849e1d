import {describe, expect, it} from 'vitest';
import {factsOf} from '../../../helpers/domain-fixtures.ts';
import {
	deploymentYaml,
	diagnosticsIn,
	foundIn,
	lintYaml,
	podYaml,
} from '../../../helpers/manifests.ts';

const CONTAINERS = 'containers: [{name: app, image: "app:1"}]';
const DISK_VOLUME = 'k8s.aliyun.com/eci-set-diskvolume';

const disk = (options: string, name = 'data') =>
	`{name: ${name}, flexVolume: {driver: alicloud/disk, options: {${options}}}}`;
const volumes = (list: readonly string[]) => `${CONTAINERS}\nvolumes: [${list.join(', ')}]`;

describe('storage of manifests', () => {
	it('takes six disks and no seventh, the converted one included', () => {
		const disks = (count: number) =>
			volumes(Array.from({length: count}, (_, index) => disk('volumeSize: "20"', `d${index}`)));
		const cache = `${disks(6).slice(0, -1)}, {name: cache, emptyDir: {}}]`;
		expect(foundIn(podYaml(disks(6)))).toEqual([]);
		expect(foundIn(podYaml(disks(7)))).toEqual(['volume-disks-too-many error spec.volumes']);
		expect(foundIn(podYaml(cache))).toEqual([]);
		expect(foundIn(podYaml(cache, `${DISK_VOLUME}: "cache:ext4:20Gi"`), '2020')).toEqual([
			'volume-disks-too-many error spec.volumes',
		]);
	});

	it('a static disk goes to one pod, a created one to each', () => {
		const path = 'spec.template.spec.volumes[0].flexVolume.options.volumeId';
		const fixed = volumes([disk('volumeId: d-1')]);
		expect(foundIn(deploymentYaml(fixed, '', 2))).toEqual([`volume-disk-shared error ${path}`]);
		expect(foundIn(deploymentYaml(fixed, '', 1))).toEqual([]);
		expect(foundIn(deploymentYaml(volumes([disk('volumeSize: 20Gi')]), '', 2))).toEqual([]);
	});

	it.each([
		['"20"', true],
		['"32768"', true],
		['100Gi', true],
		['"19"', false],
		['"32769"', false],
		['100G', false],
		['big', false],
	])('a created disk of %s is taken: %s', (size, isTaken) => {
		expect(foundIn(podYaml(volumes([disk(`volumeSize: ${size}`)])))).toEqual(
			isTaken ? [] : ['volume-size error spec.volumes[0].flexVolume.options.volumeSize'],
		);
	});

	it.each([
		['PL2', 460, false],
		['PL2', 461, true],
		['PL3', 1260, false],
		['PL3', 1261, true],
	])('a created disk of level %s and %i GiB is taken: %s', (level, gib, isTaken) => {
		const options = `volumeSize: "${gib}", performanceLevel: ${level}`;
		expect(foundIn(podYaml(volumes([disk(options)])))).toEqual(
			isTaken ? [] : ['volume-size error spec.volumes[0].flexVolume.options.volumeSize'],
		);
	});

	it('a mount needs its volume', () => {
		const mounting = (list: string, more: string) =>
			`${list}: [{name: app, image: "app:1", volumeMounts: [{name: volume-sls, mountPath: /a}]}]\n${more}`;
		const path = (list: string) =>
			`volume-mount-unknown error spec.${list}[0].volumeMounts[0].name`;
		const other = 'volumes: [{name: volumn-sls, emptyDir: {}}]';
		expect(foundIn(podYaml(mounting('containers', other)))).toEqual([path('containers')]);
		expect(foundIn(podYaml(mounting('initContainers', other)))).toEqual([path('initContainers')]);
		expect(
			foundIn(podYaml(mounting('containers', 'volumes: [{name: volume-sls, emptyDir: {}}]'))),
		).toEqual([]);
		const facts = factsOf(
			'volume-mount-unknown',
			diagnosticsIn(lintYaml(podYaml(mounting('containers', other)))),
		);
		expect(facts).toEqual([{container: 'app', volume: 'volume-sls', suggestion: 'volumn-sls'}]);
	});

	it('two volumes of one name are found in manifests as in plans', () => {
		const two = volumes([
			'{name: a, emptyDir: {}}',
			'{name: b}',
			'{name: a, nfs: {server: s, path: /}}',
		]);
		expect(foundIn(podYaml(two))).toEqual(['volume-duplicate error spec.volumes[2].name']);
		expect(factsOf('volume-duplicate', diagnosticsIn(lintYaml(podYaml(two))))).toEqual([
			{name: 'a'},
		]);
	});

	it.each([
		['/d', '/d', true],
		['/d', '/d/', true],
		['/d//e', '/d/e', true],
		['/d', '/d/e', false],
		['/d', '/D', false],
	])('mounts at %s and %s of one container are one place: %s', (one, other, isTwice) => {
		const mounts = (a: string, b: string) =>
			`volumeMounts: [{name: a, mountPath: ${a}}, {name: b, mountPath: ${b}}]`;
		const spec = (list: string, a: string, b: string) =>
			`${list}: [{name: app, ${mounts(a, b)}}, {name: side, ${mounts(one, '/x')}}]
volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]`;
		for (const list of ['containers', 'initContainers']) {
			expect(foundIn(podYaml(spec(list, one, other)))).toEqual(
				isTwice ? [`volume-mount-twice error spec.${list}[0].volumeMounts[1].mountPath`] : [],
			);
		}
	});

	it('a StatefulSet brings volumes by its templates', () => {
		const text = (template: string) =>
			deploymentYaml('containers: [{name: app, volumeMounts: [{name: data, mountPath: /a}]}]')
				.replace('kind: Deployment', 'kind: StatefulSet')
				.concat(`  volumeClaimTemplates: [{metadata: {name: ${template}}}]\n`);
		expect(foundIn(text('data'))).toEqual([]);
		expect(foundIn(text('logs'))).toEqual([
			'volume-mount-unknown error spec.template.spec.containers[0].volumeMounts[0].name',
		]);
	});

	it.each([
		['{name: cache, emptyDir: {}}', []],
		['{name: cache, hostPath: {path: /a}}', []],
		['{name: cache, nfs: {server: a, path: /}}', ['volume-not-convertible error']],
		['{name: caché, emptyDir: {}}', ['disk-volume-unknown error']],
	])('eci-set-diskvolume of %s', (volume, expected) => {
		const text = podYaml(volumes([volume]), `${DISK_VOLUME}: "cache:ext4:500Gi"`);
		const at = (rule: string) => `${rule} metadata.annotations["${DISK_VOLUME}"]`;
		expect(foundIn(text, '2020')).toEqual(expected.map(at));
		expect(foundIn(text)).toEqual(['annotation-legacy warning', ...expected].map(at));
	});
});

describe('claims of manifests', () => {
	const claim = (spec: string, name = 'data') =>
		`{kind: PersistentVolumeClaim, metadata: {name: ${name}}, spec: {${spec}}}`;
	const user = (replicas: number, annotation = '') =>
		deploymentYaml(
			volumes(['{name: v, persistentVolumeClaim: {claimName: data}}']),
			annotation,
			replicas,
		);
	const shared = [
		'volume-disk-shared error spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
	];
	const found = (...documents: readonly string[]) => foundIn(documents.join('\n---\n'));

	it.each([
		['the class of a disk', 'storageClassName: alicloud-disk-essd', '', shared],
		[
			'a class that says it makes disks',
			'storageClassName: fast',
			'{kind: StorageClass, metadata: {name: fast}, provisioner: diskplugin.csi.alibabacloud.com}',
			shared,
		],
		[
			'a class of NAS',
			'storageClassName: nas',
			'{kind: StorageClass, metadata: {name: nas}, provisioner: nasplugin.csi.alibabacloud.com}',
			[],
		],
		[
			'a volume that is a disk',
			'volumeName: pv',
			'{kind: PersistentVolume, metadata: {name: pv}, spec: {csi: {driver: diskplugin.csi.alibabacloud.com}}}',
			shared,
		],
		[
			'a FlexVolume that is a disk',
			'volumeName: pv',
			'{kind: PersistentVolume, metadata: {name: pv}, spec: {flexVolume: {driver: alicloud/disk}}}',
			shared,
		],
		[
			'an NFS volume',
			'volumeName: pv',
			'{kind: PersistentVolume, metadata: {name: pv}, spec: {nfs: {}}}',
			[],
		],
		['many readers', 'storageClassName: alicloud-disk-essd, accessModes: [ReadWriteMany]', '', []],
		['nothing to tell by', '', '', []],
	])('by %s, for two pods', (_, spec, more, expected) => {
		expect(found(claim(spec), more, user(2))).toEqual(expected);
		expect(found(claim(spec), more, user(1))).toEqual([]);
	});

	it('count among the disks of a pod', () => {
		const six = Array.from({length: 6}, (_, index) => `c${index}`);
		const mounting = (names: readonly string[]) => [
			...names.map(name => claim('storageClassName: alicloud-disk-essd', name)),
			deploymentYaml(
				volumes(names.map(name => `{name: ${name}, persistentVolumeClaim: {claimName: ${name}}}`)),
			),
		];
		expect(found(...mounting(six))).toEqual([]);
		expect(found(...mounting([...six, 'c6']))).toEqual([
			'volume-disks-too-many error spec.template.spec.volumes',
		]);
	});

	it('are objects that stand there once', () => {
		const data = claim('storageClassName: alicloud-nas');
		expect(found(data, data, claim('', 'other'))).toEqual(['object-twice error metadata.name']);
		const elsewhere = data.replace('name: data', 'name: data, namespace: b');
		expect(found(data, elsewhere)).toEqual([]);
		const service = (version: string) =>
			`{apiVersion: ${version}, kind: Service, metadata: {name: web}}`;
		expect(found(service('v1'), service('serving.knative.dev/v1'))).toEqual([]);
	});

	it('are those of the same namespace', () => {
		const other = claim('storageClassName: alicloud-disk-essd').replace(
			'name: data',
			'name: data, namespace: b',
		);
		expect(found(other, user(2))).toEqual([]);
	});

	it('of a StatefulSet are one a pod', () => {
		const text = deploymentYaml(CONTAINERS, '', 3)
			.replace('kind: Deployment', 'kind: StatefulSet')
			.concat(
				'  volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: alicloud-disk-topology-alltype}}]\n',
			);
		expect(found(text)).toEqual([]);
		// A20: the class waits for a scheduler that the label bypasses.
		const labelled = text.replace(
			'labels: {app: web}\n    spec',
			'labels: {alibabacloud.com/eci: "true"}\n    spec',
		);
		expect(found(labelled)).toEqual([
			'disk-wait-conflict warning spec.volumeClaimTemplates[0].spec.storageClassName',
		]);
	});

	it.each([
		['by its name', 'alicloud-disk-topology-alltype', ''],
		[
			'as it says itself',
			'mine',
			'{kind: StorageClass, metadata: {name: mine}, volumeBindingMode: WaitForFirstConsumer}',
		],
	])('that wait for a scheduler (A20), %s', (_, storageClass, more) => {
		const waiting = claim(`storageClassName: ${storageClass}`);
		const key = 'k8s.aliyun.com/eci-vswitch';
		const bypassed = [waiting, more, user(1, `${key}: vsw-1`)].join('\n---\n');
		expect(factsOf('disk-wait-conflict', diagnosticsIn(lintYaml(bypassed)))).toEqual([
			{claim: 'data', storageClass, causes: [key]},
		]);
		expect(found(waiting, more, user(1))).toEqual([]);
	});

	it('that wait by no means, whatever their name', () => {
		const text = [
			claim('storageClassName: wait-not'),
			'{kind: StorageClass, metadata: {name: wait-not}, volumeBindingMode: Immediate}',
			user(1, 'k8s.aliyun.com/eci-fail-strategy: fail-fast'),
		];
		expect(found(...text)).toEqual([]);
	});
});
