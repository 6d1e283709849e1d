import type {Architecture} from '../catalogue/families.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {TreeMap} from './tree.ts';

/** Sends the pods of an ACK cluster to ECI; ACK Serverless needs none [facts §9]. */
const ECI_LABEL: TreeMap = {'alibabacloud.com/eci': 'true'};

/** Lets a pod onto the virtual node, and onto nothing else [D-AFF]. */
const VIRTUAL_NODE_ONLY: TreeMap = {
	tolerations: [
		{
			key: 'virtual-kubelet.io/provider',
			operator: 'Equal',
			value: 'alibabacloud',
			effect: 'NoSchedule',
		},
	],
	affinity: {
		nodeAffinity: {
			requiredDuringSchedulingIgnoredDuringExecution: {
				nodeSelectorTerms: [
					{matchExpressions: [{key: 'type', operator: 'In', values: ['virtual-kubelet']}]},
				],
			},
		},
	},
};

/** Labels of the pod that decide where it runs. */
export const placementLabels = ({placement}: PlanRequest): TreeMap =>
	placement === 'label' ? ECI_LABEL : {};

const architectureSelector = (arch: Architecture): TreeMap =>
	arch === 'arm64' ? {nodeSelector: {'kubernetes.io/arch': arch}} : {};

/** Fields of the pod's spec that decide where it runs. */
export const placementSpec = ({placement, chain}: PlanRequest): TreeMap => ({
	...architectureSelector(chain.arch),
	...(placement === 'tolerations' ? VIRTUAL_NODE_ONLY : {}),
});
