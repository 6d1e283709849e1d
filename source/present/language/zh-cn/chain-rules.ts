import {GPU_TOKENS, type SpecProblem} from '../../../domain/catalogue/spec.ts';
import {type Advice, advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, listed, quoted, sized} from './words.ts';

const SPEC_FORM = '请使用 2-4Gi 之类的规格，或 ecs.c6.large 之类的 ECS 实例规格。';

const SPEC: Readonly<Record<SpecProblem['reason'], (token: string) => Advice>> = {
	empty: () => advice('有一项规格为空。', '请删除多余的逗号。'),
	'memory-unit': token => advice(`${quoted(token)}的内存没有以 Gi 为单位。`, SPEC_FORM),
	dash: token => advice(`${quoted(token)}的 vCPU 与内存之间不是半角连字符。`, SPEC_FORM),
	'family-only': token => advice(`${quoted(token)}是实例规格族，不是具体规格。`, SPEC_FORM),
	'gpu-prefix': token => advice(`${quoted(token)}没有以 ECI 要求的 ecigpu- 开头。`, SPEC_FORM),
	'gpu-unknown': token =>
		advice(
			`ECI 没有 GPU 规格${quoted(token)}。`,
			`可选值：${listed(GPU_TOKENS)}；也可使用 ecs.gn6i-c4g1.xlarge 之类的 GPU 实例规格。`,
		),
	'letter-case': token => advice(`${quoted(token)}含有大写字母。`, SPEC_FORM),
	'not-positive': token =>
		advice(`${quoted(token)}的 vCPU 或内存为 0。`, '请使用大于 0 的规格，例如 2-4Gi。'),
	malformed: token => advice(`${quoted(token)}不是有效的规格。`, SPEC_FORM),
};

const SPECIAL = {arm: ' Arm 规格', 'local-disk': '本地盘规格'} as const;

export const zhCnChainRules = {
	'spec-invalid': ({token, problem}) => {
		const {message, hint} = SPEC[problem.reason](token);
		return advice(
			message,
			problem.suggestion === undefined ? hint : `请改为 ${problem.suggestion}。`,
		);
	},
	'spec-too-many': ({count, maximum}) =>
		advice(
			`备选规格链有 ${count} 项，ECI 最多尝试 ${maximum} 项。`,
			`请至少删除 ${count - maximum} 项。`,
		),
	'spec-duplicate': ({token}) => advice(`${token} 在备选规格链中重复出现。`, '请删除后一项。'),
	'spec-rounded': ({token, billed}) =>
		advice(`${token} 自动规整为 ${billed} 计费。`, `请直接写 ${billed}，与实际计费一致。`),
	'spec-not-rounded': ({token, suggestion}) =>
		advice(
			`ECI 没有规格 ${token}，且超过 4 vCPU 时不会自动规整。`,
			suggestion === null ? SPEC_FORM : `请改为 ${suggestion}。`,
		),
	'spec-too-small': ({token, asked}) =>
		advice(
			`${token} 小于 Pod 所需的 ${sized(asked)}。`,
			`请将其删除，或改用不小于 ${sized(asked)} 的规格。`,
		),
	'spec-too-large': ({token, largest}) =>
		advice(
			`${token} 超过单个 ECI Pod 的上限（${sized(largest)}）。`,
			`请使用不超过 ${largest.vcpu}-${largest.memoryGiB}Gi 的规格。`,
		),
	'spec-over-limit': ({token, vcpu, largest}) =>
		advice(
			`${token} 有 ${vcpu} vCPU，超过单个 ECI Pod 的上限（${largest} vCPU）。`,
			`请使用不超过 ${largest} vCPU 的规格。`,
		),
	'spec-type-unknown': ({token, type, region, isFamilySold, suggestion}) => {
		const name = token === type ? type : `${token} 所用的 ${type}`;
		return isFamilySold
			? advice(
					`据价格表，${region} 不提供 ${name}，仅提供同规格族的其他规格。`,
					choiceHint(suggestion, [], '请检查名称，或改用其他规格。'),
				)
			: advice(
					`据价格表，${region} 不提供 ${name} 及其所属的实例规格族。`,
					'请改用其他实例规格族或其他地域。',
				);
	},
	'spec-family-unsupported': ({type}) =>
		advice(
			`ECI 不支持${quoted(type)}所属的实例规格族。`,
			'请使用支持的实例规格族，例如 c6、g6 或 r6。',
		),
	'spec-family-retired': ({type}) =>
		advice(
			`ECI 可能拒绝 ${type}：其实例规格族在 2021 年之后已不在支持列表中。`,
			'请使用现有的实例规格族，例如 c6、g6 或 r6。',
		),
	'spec-mixed-gpu': ({tokens}) =>
		advice(
			`ECI 不支持将带 GPU 的规格（${listed(tokens)}）与其他规格混用。`,
			'请只保留带 GPU 的规格，或只保留其他规格。',
		),
	'spec-mixed-kind': ({kind, tokens}) =>
		advice(
			`ECI 不支持将${SPECIAL[kind]}（${listed(tokens)}）与其他规格混用。`,
			`请只保留${SPECIAL[kind]}，或只保留其他规格。`,
		),
	'spec-gpu-form': ({token, type}) =>
		advice(`ECI 已不再支持 ${token} 这种写法，它对应 ECS 规格 ${type}。`, `请改用 ${type}。`),
	'spec-other-arch': ({tokens, runs, asked}, say) =>
		advice(
			`Pod 面向 ${asked} 节点，但 ${listed(tokens)} 的架构为 ${runs}。`,
			`请设置 ${say('chain.arch', runs)}，或改用其他规格。`,
		),
	'spec-dearer-first': ({token, cheaper}) =>
		advice(
			`${token} 排在价格更低的 ${cheaper} 之前。`,
			`请将 ${cheaper} 移到前面，除非您有意如此排序。`,
		),
	'spot-small-spec': ({token, billed}) =>
		advice(
			`抢占式实例至少为 2 vCPU，因此 ${token} 按 ${billed} 计费。`,
			`请改为 ${billed}，或使用按量付费。`,
		),
	'spot-size-unavailable': ({token, billed}) =>
		advice(`${token} 没有抢占式实例。`, `请改为 ${billed}，或使用按量付费。`),
	'gpu-limit-missing': ({token}, say) =>
		advice(
			`${token} 带有 GPU，但没有容器申请 GPU。`,
			`请为容器设置 GPU 数量，例如 ${say('gpu', '1')}。`,
		),
	'gpu-entry-short': ({asked, token}) =>
		advice(
			`${token} 的 GPU 少于容器申请的 ${asked} 个，Pod 无法在其上启动。`,
			`请将其删除，或改用至少有 ${asked} 个 GPU 的规格。`,
		),
	'gpu-too-few': ({asked, token}) =>
		advice(`${token} 的 GPU 少于容器申请的 ${asked} 个。`, `请使用至少有 ${asked} 个 GPU 的规格。`),
} satisfies Partial<DiagnosticTexts>;
