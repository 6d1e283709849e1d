import type {VolumeInput} from '../../source/domain/input/plan-input.ts';

/** One volume of each kind, and each way to a claim. */
export const EVERY_VOLUME: readonly VolumeInput[] = [
	{name: 'nas', type: 'nas', server: 'x.nas.aliyuncs.com', path: '/a', mountPath: '/nas'},
	{name: 'disk', type: 'disk', diskId: 'd-1', fileSystem: 'xfs', mountPath: '/disk'},
	{
		name: 'new',
		type: 'new-disk',
		size: '40Gi',
		performanceLevel: 'PL0',
		keep: true,
		encrypted: true,
	},
	{name: 'nfs', type: 'nfs', server: '10.0.0.9', path: '/b', mountPath: '/nfs', readOnly: true},
	{name: 'claim', type: 'pvc', claim: 'there'},
	{name: 'made', type: 'pvc', claim: 'made', size: '100Gi', mountPath: '/made'},
	{name: 'share', type: 'pvc', claim: 'share', server: 'x.nas.aliyuncs.com', mountPath: '/share'},
	{name: 'old', type: 'pvc', claim: 'old', diskId: 'd-2'},
	{name: 'own', type: 'pvc', claim: 'own', size: '20Gi', createClass: true, keep: true},
	{name: 'tmp', type: 'empty-dir', size: '1Gi', mountPath: '/tmp/cache'},
];
