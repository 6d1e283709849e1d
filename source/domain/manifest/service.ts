import type {PlanRequest} from '../input/plan-request.ts';
import {portsOf} from './container.ts';
import type {TreeMap} from './tree.ts';

const TYPES = {clusterip: 'ClusterIP', loadbalancer: 'LoadBalancer'} as const;

/** The Service in front of the pods, if the plan has one. */
export const serviceTrees = (request: PlanRequest, selector: TreeMap): readonly TreeMap[] => {
	const {service} = request.network;
	const [first] = request.containers;
	if (!service || !first) return [];
	const targetPort = portsOf(first, request)[0] ?? service.port;
	return [
		{
			apiVersion: 'v1',
			kind: 'Service',
			metadata: {name: request.name},
			spec: {
				type: TYPES[service.type],
				selector,
				ports: [{port: service.port, targetPort}],
			},
		},
	];
};
