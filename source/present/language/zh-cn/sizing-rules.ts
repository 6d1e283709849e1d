import type {Amounts} from '../../../domain/rules/facts.ts';
import {amountNumber, gibText, vcpuText} from '../../amount-text.ts';
import {moneyText} from '../../money-text.ts';
import {excess} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {sized, sizedSpec} from './words.ts';

const tooLarge = (asked: Amounts, largest: Amounts): string => {
	switch (excess(asked, largest)) {
		case 'vcpu':
			return `${vcpuText(asked.vcpu)} 超过单个 ECI Pod 的上限（${vcpuText(largest.vcpu)}）。`;
		case 'memory':
			return `内存 ${amountNumber(asked.memoryGiB)}Gi 超过单个 ECI Pod 的上限（${gibText(largest.memoryGiB)}）。`;
		case 'both':
			return `${sized(asked)} 超过单个 ECI Pod 的上限（${sized(largest)}）。`;
	}
};

const RESOURCES = {cpu: ' CPU', memory: '内存', both: ' CPU 和内存'} as const;

const share = (resource: keyof typeof RESOURCES, amounts: Amounts): string => {
	if (resource === 'cpu') return vcpuText(amounts.vcpu);
	return resource === 'memory' ? gibText(amounts.memoryGiB) : sized(amounts);
};

const EXAMPLES = {
	cpu: 'cpu: 500m',
	memory: 'memory: 1Gi',
	both: 'cpu: 500m 和 memory: 1Gi',
} as const;

export const zhCnSizingRules = {
	'size-rounded': ({asked, billed}) =>
		advice(
			`${sized(asked)} 自动规整为 ${billed} 计费。`,
			`可将限制值提高到 ${sizedSpec(billed)}，用满已付费的资源。`,
		),
	'size-not-rounded': ({asked, suggestion}, say) =>
		advice(
			`ECI 没有 ${sized(asked)} 的规格，且超过 4 vCPU 时不会自动规整。`,
			`请直接指定规格：${say('chain.useSpecs', suggestion)}。`,
		),
	'size-too-large': ({asked, largest}) =>
		advice(tooLarge(asked, largest), '请拆分 Pod 或减少资源。'),
	'size-below-request': ({asked, billed}, say) =>
		advice(
			`Pod 需要 ${sized(asked)}，但只按限制值计算，因此 ECI 按 ${billed} 计费。`,
			`请将限制值设为不低于请求值，或用 ${say('chain.useSpecs')} 指定规格。`,
		),
	'size-trap': ({billed, cheaper, savedPerHour, useSpecs}, say) =>
		advice(
			`${billed} 比同样可容纳该 Pod 的 ${cheaper} 每小时贵 ${moneyText(savedPerHour, 4)}。`,
			`使用 ${say('chain.useSpecs', useSpecs)} 可节省这笔费用。`,
		),
	'container-defaulted': ({container, resource, amounts}) =>
		advice(
			`容器 ${container} 未限制${RESOURCES[resource]}，按 ${share(resource, amounts)} 计算。`,
			`请按实际需要设置限制值，例如 ${EXAMPLES[resource]}。`,
		),
	'pod-defaulted': ({amounts}, say) =>
		advice(
			`所有容器都没有指定资源，Pod 默认为 ${sized(amounts)}。`,
			`请设置限制值，例如 ${say('cpu', '500m')} 和 ${say('memory', '1Gi')}。`,
		),
	'container-ignored': ({container}) =>
		advice(
			`容器 ${container} 设置了 __ECI_RESOURCE_IGNORE__，不计入 Pod 的规格。`,
			'如需计入，请删除该环境变量。',
		),
	'container-all-ignored': () =>
		advice(
			'所有容器都设置了 __ECI_RESOURCE_IGNORE__，因此仍全部计入。',
			'请在主容器中删除该环境变量。',
		),
	'init-decides': ({amounts}) =>
		advice(
			`Init 容器所需资源超过其他容器，Pod 因此为 ${sized(amounts)}。`,
			'如果用不到这么多，请降低其限制值。',
		),
} satisfies Partial<DiagnosticTexts>;
