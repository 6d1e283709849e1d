import {MAX_VOLUMES} from '../catalogue/volumes.ts';
import {MAX_CONTAINERS} from '../input/plan-input.ts';
import type {Container, PlanRequest} from '../input/plan-request.ts';
import {portsOf} from '../manifest/container.ts';
import {logVolumes} from '../manifest/logs.ts';
import {volumeTrees} from '../manifest/volumes.ts';
import type {Log} from '../rules/log.ts';

/** ECI listens on these itself; the page that lists them may name more [D-LIM-CN]. */
export const RESERVED_PORTS: readonly number[] = [111, 10_250, 10_255];

const checkContainerPorts = (
	container: Container,
	path: string,
	request: PlanRequest,
	log: Log,
) => {
	for (const port of portsOf(container, request))
		if (RESERVED_PORTS.includes(port))
			log.add(
				'limit-port',
				{container: container.name, port},
				container.ports.includes(port) ? `${path}.ports` : 'network.port',
			);
};

const checkPorts = (request: PlanRequest, log: Log) => {
	for (const list of ['containers', 'initContainers'] as const)
		for (const [index, container] of request[list].entries())
			checkContainerPorts(container, `${list}[${index}]`, request, log);
};

/** The limits of ECI that a plan can reach [facts §8]; those of its size are reported with the size. */
export const checkLimits = (request: PlanRequest, log: Log): void => {
	const containers = request.containers.length;
	if (containers > MAX_CONTAINERS)
		log.add('limit-containers', {count: containers, maximum: MAX_CONTAINERS}, 'containers');
	const volumes = volumeTrees(request).length + logVolumes(request).length;
	if (volumes > MAX_VOLUMES)
		log.add('limit-volumes', {count: volumes, maximum: MAX_VOLUMES}, 'volumes');
	checkPorts(request, log);
};
