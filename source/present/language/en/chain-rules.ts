import {GPU_TOKENS, type SpecProblem} from '../../../domain/catalogue/spec.ts';
import {amountText} from '../../amount-text.ts';
import {type Advice, advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, counted, listed, quoted} from './words.ts';

const SPEC_FORM = 'Use a size such as 2-4Gi, or an ECS type such as ecs.c6.large.';

const SPEC: Readonly<Record<SpecProblem['reason'], (token: string) => Advice>> = {
	empty: () => advice('An entry is empty.', 'Remove the comma that is too many.'),
	'memory-unit': token => advice(`${quoted(token)} doesn't give its memory in Gi.`, SPEC_FORM),
	dash: token => advice(`${quoted(token)} has no plain hyphen between vCPU and memory.`, SPEC_FORM),
	'family-only': token => advice(`${quoted(token)} is a family, not a type.`, SPEC_FORM),
	'gpu-prefix': token =>
		advice(`${quoted(token)} doesn't start with ecigpu-, as ECI wants it.`, SPEC_FORM),
	'gpu-unknown': token =>
		advice(
			`ECI has no GPU spec ${quoted(token)}.`,
			`Use one of ${listed(GPU_TOKENS)}, or an ECS GPU type such as ecs.gn6i-c4g1.xlarge.`,
		),
	'letter-case': token => advice(`${quoted(token)} has capital letters.`, SPEC_FORM),
	'not-positive': token =>
		advice(`${quoted(token)} has no vCPU or no memory.`, 'Use a size above 0, such as 2-4Gi.'),
	malformed: token => advice(`${quoted(token)} isn't a spec.`, SPEC_FORM),
};

const SPECIAL = {arm: 'Arm', 'local-disk': 'local-disk'} as const;

export const enChainRules = {
	'spec-invalid': ({token, problem}) => {
		const {message, hint} = SPEC[problem.reason](token);
		return advice(message, problem.suggestion === undefined ? hint : `Use ${problem.suggestion}.`);
	},
	'spec-too-many': ({count, maximum}) =>
		advice(
			`The chain has ${count} entries, and ECI tries at most ${maximum}.`,
			`Remove at least ${count - maximum}.`,
		),
	'spec-duplicate': ({token}) =>
		advice(`${token} stands in the chain twice.`, 'Remove the second one.'),
	'spec-rounded': ({token, billed}) =>
		advice(
			`${token} is rounded up and billed as ${billed}.`,
			`Write ${billed} to say what you pay for.`,
		),
	'spec-not-rounded': ({token, suggestion}) =>
		advice(
			`ECI has no size ${token}, and above 4 vCPU it doesn't round.`,
			suggestion === null ? SPEC_FORM : `Use ${suggestion}.`,
		),
	'spec-too-small': ({token, asked}) =>
		advice(
			`${token} is too small for the pod, which needs ${amountText(asked)}.`,
			`Remove it, or use a spec of at least ${amountText(asked)}.`,
		),
	'spec-too-large': ({token, largest}) =>
		advice(
			`${token} is more than one ECI pod can have (${amountText(largest)}).`,
			`Use ${largest.vcpu}-${largest.memoryGiB}Gi or less.`,
		),
	'spec-over-limit': ({token, vcpu, largest}) =>
		advice(
			`${token} has ${vcpu} vCPU, more than one ECI pod can have (${largest} vCPU).`,
			`Use a type with at most ${largest} vCPU.`,
		),
	'spec-type-unknown': ({token, type, region, isFamilySold, suggestion}) => {
		const name = token === type ? type : `${type}, on which ${token} runs,`;
		return isFamilySold
			? advice(
					`${region} doesn't sell ${name} as far as the price list knows, only other types of its family.`,
					choiceHint(suggestion, [], 'Check the name, or use another type.'),
				)
			: advice(
					`${name} isn't sold in ${region} as far as the price list knows, nor is its family.`,
					'Use another family or another region.',
				);
	},
	'spec-family-unsupported': ({type}) =>
		advice(
			`ECI doesn't run the instance family of ${quoted(type)}.`,
			'Use a family that it runs, such as c6, g6 or r6.',
		),
	'spec-family-retired': ({type}) =>
		advice(
			`ECI may refuse ${type}: its family left the list of supported ones after 2021.`,
			'Use a current family, such as c6, g6 or r6.',
		),
	'spec-mixed-gpu': ({tokens}) =>
		advice(
			`ECI doesn't mix specs that have a GPU (${listed(tokens, 'and')}) with others.`,
			'Keep the specs with a GPU, or the others.',
		),
	'spec-mixed-kind': ({kind, tokens}) =>
		advice(
			`ECI doesn't mix ${SPECIAL[kind]} types (${listed(tokens, 'and')}) with other specs.`,
			`Keep the ${SPECIAL[kind]} types, or the others.`,
		),
	'spec-gpu-form': ({token, type}) =>
		advice(
			`ECI knows the form of ${token} no more; it stood for the ECS type ${type}.`,
			`Use ${type} instead.`,
		),
	'spec-other-arch': ({tokens, runs, asked}, say) =>
		advice(
			`The pod is for ${asked} nodes, but ${listed(tokens, 'and')} ${tokens.length > 1 ? 'run' : 'runs'} ${runs}.`,
			`Set ${say('chain.arch', runs)}, or use other specs.`,
		),
	'spec-dearer-first': ({token, cheaper}) =>
		advice(
			`${token} is tried before ${cheaper}, which costs less.`,
			`Put ${cheaper} first, unless you want this order.`,
		),
	'spot-small-spec': ({token, billed}) =>
		advice(
			`Spot starts at 2 vCPU, so ${token} is billed as ${billed}.`,
			`Use ${billed}, or pay on demand.`,
		),
	'spot-size-unavailable': ({token, billed}) =>
		advice(`ECI doesn't sell ${token} as spot.`, `Use ${billed}, or pay on demand.`),
	'gpu-limit-missing': ({token}, say) =>
		advice(
			`${token} has a GPU, but no container asks for one.`,
			`Set the GPUs of a container, such as ${say('gpu', '1')}.`,
		),
	'gpu-entry-short': ({asked, token}) =>
		advice(
			`The pod can't start on ${token}, which has fewer GPUs than a container asks for (${asked}).`,
			`Remove it, or use a type with at least ${counted(asked, 'GPU')}.`,
		),
	'gpu-too-few': ({asked, token}) =>
		advice(
			`${token} has fewer GPUs than a container asks for (${asked}).`,
			`Use a type with at least ${counted(asked, 'GPU')}.`,
		),
} satisfies Partial<DiagnosticTexts>;
