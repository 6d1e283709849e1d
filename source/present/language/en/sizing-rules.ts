import type {Amounts} from '../../../domain/rules/facts.ts';
import {amountNumber, amountText, gibText, vcpuText} from '../../amount-text.ts';
import {moneyText} from '../../money-text.ts';
import {excess, specAmount} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';

const tooLarge = (asked: Amounts, largest: Amounts): string => {
	switch (excess(asked, largest)) {
		case 'vcpu':
			return `${vcpuText(asked.vcpu)} is more than one ECI pod can have (${vcpuText(largest.vcpu)}).`;
		case 'memory':
			return `Memory ${amountNumber(asked.memoryGiB)}Gi is more than one ECI pod can have (${gibText(largest.memoryGiB)}).`;
		case 'both':
			return `${amountText(asked)} is more than one ECI pod can have (${amountText(largest)}).`;
	}
};

const RESOURCES = {cpu: 'CPU', memory: 'memory', both: 'CPU and memory'} as const;

const share = (resource: keyof typeof RESOURCES, amounts: Amounts): string => {
	if (resource === 'cpu') return vcpuText(amounts.vcpu);
	return resource === 'memory' ? gibText(amounts.memoryGiB) : amountText(amounts);
};

const EXAMPLES = {
	cpu: 'cpu: 500m',
	memory: 'memory: 1Gi',
	both: 'cpu: 500m and memory: 1Gi',
} as const;

export const enSizingRules = {
	'size-rounded': ({asked, billed}) =>
		advice(
			`${amountText(asked)} is rounded up and billed as ${billed}.`,
			`Raise the limits to ${specAmount(billed)} to use all that you pay for.`,
		),
	'size-not-rounded': ({asked, suggestion}, say) =>
		advice(
			`ECI has no size for ${amountText(asked)}, and above 4 vCPU it doesn't round.`,
			`Name the spec: ${say('chain.useSpecs', suggestion)}.`,
		),
	'size-too-large': ({asked, largest}) =>
		advice(tooLarge(asked, largest), 'Split the pod or lower it.'),
	'size-below-request': ({asked, billed}, say) =>
		advice(
			`The pod needs ${amountText(asked)}, but its limits alone count, so ECI bills ${billed}.`,
			`Set limits that are no smaller than the requests, or name a spec with ${say('chain.useSpecs')}.`,
		),
	'size-trap': ({billed, cheaper, savedPerHour, useSpecs}, say) =>
		advice(
			`${billed} costs ${moneyText(savedPerHour, 4)}/h more than ${cheaper}, which holds the pod as well.`,
			`Save that with ${say('chain.useSpecs', useSpecs)}.`,
		),
	'container-defaulted': ({container, resource, amounts}) =>
		advice(
			`Container ${container} has no limit of ${RESOURCES[resource]} and counts as ${share(resource, amounts)}.`,
			`Set its limits to what it needs, such as ${EXAMPLES[resource]}.`,
		),
	'pod-defaulted': ({amounts}, say) =>
		advice(
			`No container says what it needs, so the pod gets ${amountText(amounts)}.`,
			`Set limits, such as ${say('cpu', '500m')} and ${say('memory', '1Gi')}.`,
		),
	'container-ignored': ({container}) =>
		advice(
			`Container ${container} sets __ECI_RESOURCE_IGNORE__ and doesn't count for the size of the pod.`,
			'Remove the variable if the container should count.',
		),
	'container-all-ignored': () =>
		advice(
			'Every container sets __ECI_RESOURCE_IGNORE__, so all of them count after all.',
			'Remove the variable from the main container.',
		),
	'init-decides': ({amounts}) =>
		advice(
			`The init containers need more than the others and make the pod ${amountText(amounts)}.`,
			'Lower their limits if they can do with less.',
		),
} satisfies Partial<DiagnosticTexts>;
