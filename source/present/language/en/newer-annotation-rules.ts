import type {Successor} from '../../../domain/catalogue/annotations.ts';
import type {RuleFacts} from '../../../domain/rules/facts.ts';
import {type Advice, advice, type DiagnosticTexts, type Naming} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

type FamilyFacts = RuleFacts['instance-family-unusable'];

const FAMILY: Readonly<Record<FamilyFacts['reason'], (facts: FamilyFacts, say: Naming) => Advice>> =
	{
		unknown: ({family, suggestion}) =>
			advice(`ECI runs no family ${quoted(family)}.`, choiceHint(suggestion, [])),
		gpu: ({family}, say) =>
			advice(
				`The family ${family} has GPUs, and this annotation doesn't take those.`,
				`Name the ECS type itself with ${say('chain.useSpecs')}.`,
			),
		'local-disk': ({family}, say) =>
			advice(
				`The family ${family} has local disks, and this annotation doesn't take those.`,
				`Name the ECS type itself with ${say('chain.useSpecs')}.`,
			),
	};

const insteadHint = (instead: Successor, say: Naming): string => {
	switch (instead.kind) {
		case 'key':
			return `Use ${instead.key} instead.`;
		case 'volume-type':
			return `Use ${say('volumes')} with type=${instead.type} instead, or check that it still has an effect.`;
		case 'profile-setting':
			return `Check that it still has an effect; ${instead.setting} in eci-profile does the same for all pods.`;
	}
};

/** Names and values of annotations. */
const names = {
	'annotation-respelled': ({key, value, spelled}) =>
		advice(
			`${key} is ${quoted(value)}, as one help page spells it.`,
			`All others write ${spelled}, and so does the exported manifest.`,
		),
	'annotation-newer-name': ({key, olderName}, say) =>
		advice(
			`${key} is the name of today; the 2020 ruleset knows it by another.`,
			`Use ${olderName}, or ${say('ruleset', 'current')}.`,
		),
	'annotation-both-names': ({key, renamedTo}) =>
		advice(`${key} and ${renamedTo} are two names of one thing.`, 'Keep one of them.'),
	'annotation-legacy': ({key, instead}, say) =>
		advice(
			`${key} stands in older help pages only, so ECI may ignore it.`,
			instead === null ? 'Check that it still has an effect.' : insteadHint(instead, say),
		),
	'annotation-option-ignored': ({key, needs}) =>
		advice(`${key} says nothing without ${needs}.`, `Add ${needs}, or remove it.`),
	'annotation-not-priced': ({key}) =>
		advice(
			`${key} changes what ECI bills, and the prices here don't count that.`,
			'Read them as those of a pod without it.',
		),
	'bandwidth-bytes': ({key, value, megabits}) =>
		advice(
			`${key} counts bytes: ${quoted(value)} is ${megabits} Mbit/s.`,
			'Divide by 8 if you meant bits.',
		),
} satisfies Partial<DiagnosticTexts>;

/** Annotations that don't go together. */
const conflicts = {
	'vswitch-order-alone': ({count}, say) =>
		advice(
			count === 1
				? 'VSwitchOrdered has an order of one vSwitch.'
				: 'VSwitchOrdered has no vSwitches to order.',
			`Name at least two with ${say('pod.vswitch')}, first choice first.`,
		),
	'category-unavailable': ({reason}, say) =>
		advice(
			reason === 'spot'
				? "The economy category can't be combined with spot."
				: "The economy category doesn't exist on Arm.",
			reason === 'spot'
				? `Remove it or ${say('spot.strategy')}.`
				: `Use general, or ${say('chain.arch', 'amd64')}.`,
		),
	'category-size': ({token, vcpu, largest}) =>
		advice(
			`${token} has ${vcpu} vCPU; the economy category ends at ${largest}.`,
			'Use general, or a smaller size.',
		),
	'category-raised': ({token}) =>
		advice(
			`The general category starts at 1 vCPU, so ${token} is created with 1.`,
			'Ask for 1 vCPU or more, or use economy.',
		),
	'category-filter': ({key}) =>
		advice(
			`A compute category can't be combined with ${key}.`,
			'Keep the category or the list of families or generations.',
		),
	'instance-filter-ignored': ({key}) =>
		advice(
			`ECI ignores ${key}, for the chain has no CPU-MEM size.`,
			'Add one to the chain, such as 2-4Gi, or remove the annotation.',
		),
	'instance-family-unusable': (facts, say) => FAMILY[facts.reason](facts, say),
	'privatepool-id-missing': () =>
		advice('Target needs the ID of a private pool.', 'Add k8s.aliyun.com/eci-privatepool-id.'),
	'privatepool-id-ignored': () =>
		advice(
			'ECI uses the ID of a private pool with Target only.',
			'Set k8s.aliyun.com/eci-privatepool-matchcriteria to Target, or remove the ID.',
		),
	'disk-wait-conflict': ({claim, storageClass, causes}) =>
		advice(
			`The disk of ${claim} waits for a node (${storageClass}), which ${listed(causes, 'and')} bypass.`,
			'Use a class that creates the disk at once, such as alicloud-disk-essd.',
		),
	'private-ip-replicas': ({replicas}, say) =>
		advice(
			`${replicas} pods can't share one private address.`,
			`Remove the address, or use ${say('workload.replicas', '1')}.`,
		),
	'fixed-ip-kind': ({kind, replicas}, say) =>
		advice(
			`The ${replicas} pods of a ${kind} have no lasting names to which addresses could be kept.`,
			`Use ${say('workload.kind', 'statefulset')}, or remove eci-fixed-ip.`,
		),
	'fail-strategy-reschedule': () =>
		advice(
			'Both eci-reschedule-enable and eci-fail-strategy say what follows a failure.',
			'Keep eci-fail-strategy.',
		),
	'gpu-driver-ignored': (_facts, say) =>
		advice(
			'A GPU driver is named, but no spec of the chain has a GPU.',
			`Remove it, or ask for GPUs with ${say('gpu')}.`,
		),
	'gpu-driver-major': ({value}) =>
		advice(
			`ECI doesn't install exactly ${quoted(value)} any more.`,
			'Name a major version from 535 on, such as tesla=535.',
		),
} satisfies Partial<DiagnosticTexts>;

export const enNewerAnnotationRules = {...names, ...conflicts};
