import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EXPORT_TARGETS} from '../../../source/domain/input/export-targets.ts';
import {PLACEMENTS} from '../../../source/domain/input/plan-input.ts';
import {manifestsOf} from '../../../source/domain/manifest/manifest.ts';
import {someContainers} from '../../helpers/arbitraries.ts';
import {readInput} from '../../helpers/domain-fixtures.ts';
import {validate} from '../../helpers/kubernetes.ts';
import {EVERY_VOLUME} from '../../helpers/volumes.ts';

describe('what is exported fits the OpenAPI schemas of Kubernetes', () => {
	it.each(EXPORT_TARGETS)('as %s, with every kind of storage, log and placement', target => {
		for (const placement of PLACEMENTS) {
			const {request, diagnostics} = readInput({
				name: 'web',
				workload: {cron: '0 2 * * *', work: '1h', kind: 'cronjob'},
				containers: [
					{name: 'app', image: 'app:1', cpu: '2', memory: '4Gi', env: {A: 'true'}, ports: [80]},
				],
				initContainers: [{name: 'init', image: 'init:1', command: ['true'], args: ['x']}],
				volumes: EVERY_VOLUME,
				logs: {web: 'stdout', files: '/var/log/web/*.log'},
				pod: {placement, diskVolume: 'tmp:ext4:20Gi', withEip: true, eipBandwidth: '10'},
			});
			expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([]);
			for (const document of manifestsOf(request, '2-4Gi', target).documents) validate(document);
		}
	});

	it.each(['clusterip', 'loadbalancer'] as const)('with a Service of type %s', service => {
		const {request} = readInput({containers: [{image: 'app:1'}], network: {service, port: 80}});
		const {documents} = manifestsOf(request, '2-4Gi');
		expect(documents.map(({kind}) => kind)).toEqual(['Deployment', 'Service']);
		for (const document of documents) validate(document);
	});

	it('for any containers, storage and placement, as anything', () => {
		const anyInput = fc.record({
			containers: someContainers.map(containers =>
				containers.map((container, index) => ({...container, name: `c-${index}`, image: 'app:1'})),
			),
			volumes: fc.subarray(
				EVERY_VOLUME.filter(({type}) => type !== 'disk').map(volume => ({
					...volume,
					container: 'c-0',
				})),
			),
			workload: fc.constant({kind: 'cronjob' as const, cron: '0 2 * * *', work: '1h'}),
			pod: fc.record({placement: fc.constantFrom(...PLACEMENTS)}),
		});
		fc.assert(
			fc.property(anyInput, fc.constantFrom(...EXPORT_TARGETS), (input, target) => {
				const {request, diagnostics} = readInput(input);
				expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([]);
				for (const document of manifestsOf(request, '2-4Gi', target).documents) validate(document);
			}),
		);
	});

	it('and a number among the annotations does not', () => {
		const pod = {
			apiVersion: 'v1',
			kind: 'Pod',
			metadata: {name: 'a', annotations: {x: 1}},
			spec: {containers: [{name: 'a', image: 'b'}]},
		};
		expect(() => validate(pod)).toThrow(/annotations/);
	});
});
