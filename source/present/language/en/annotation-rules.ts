import type {RuleFacts, ValueReason} from '../../../domain/rules/facts.ts';
import {nearest} from '../../../domain/rules/nearest.ts';
import {roundedLimit} from '../fact-text.ts';
import {type Advice, advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

type ValueText = (value: string, expected: string) => Advice;

/** A value that has not the form of its key. */
const formText =
	(wrong: string): ValueText =>
	(value, expected) =>
		advice(`${quoted(value)} ${wrong}.`, `Write it like ${quoted(expected)}.`);

const VALUE: Readonly<Record<ValueReason, ValueText>> = {
	family: formText("isn't a list of ECS families"),
	generation: formText("isn't a list of generations from 4 to 8"),
	category: formText("isn't a list of compute categories"),
	tag: formText("isn't a list of tags with values"),
	registry: formText("isn't a list of registries"),
	'acr-instance': formText("isn't a list of ACR instances"),
	'role-arn': formText("isn't a list of ARNs of RAM roles"),
	'gpu-driver': formText("isn't a version of the GPU driver"),
	folder: formText("isn't an absolute path"),
	'byte-rate': formText("isn't a rate in bytes a second"),
	'bit-rate': formText("isn't a bandwidth in Mbit/s"),
	'ip-address': formText("isn't an IPv4 address"),
	'host-entries': formText("isn't a JSON list of hosts with addresses"),
	'dns-config': formText("isn't a DNS configuration in JSON"),
	encryption: formText("isn't JSON that says whether to encrypt"),
	empty: (_, expected) =>
		advice('The value is empty.', `Write it like ${quoted(expected)}, or remove it.`),
	boolean: value => advice(`${quoted(value)} is neither true nor false.`, 'Use true or false.'),
	whole: (value, expected) =>
		advice(
			`${quoted(value)} isn't a whole number in the range ${expected}.`,
			`Use digits alone, in the range ${expected}.`,
		),
	choice: (value, expected) =>
		advice(
			`${quoted(value)} isn't one of the choices.`,
			choiceHint(nearest(value, expected.split('|')), expected.split('|')),
		),
	identifier: (value, expected) =>
		advice(
			`${quoted(value)} isn't an ID of this kind.`,
			`Write it like ${quoted(expected)}, with a-z and 0-9 after the hyphen.`,
		),
	'too-many': (value, expected) =>
		advice(`${quoted(value)} has too many entries.`, `Write it like ${quoted(expected)}.`),
	'role-name': (value, expected) =>
		advice(
			`${quoted(value)} isn't the name of a RAM role.`,
			`Use the name without the ARN before it, such as ${expected}.`,
		),
	address: (value, expected) =>
		advice(`${quoted(value)} isn't a list of IPv4 addresses.`, `Write it like ${expected}.`),
	'disk-volume': (value, expected) =>
		advice(
			`${quoted(value)} isn't a volume with file system and size.`,
			`Use ext4, ext3 or xfs and 20Gi to 32768Gi, such as ${expected}.`,
		),
	'storage-size': (value, expected) =>
		advice(`${quoted(value)} isn't a size of storage.`, `Use Mi, Gi or Ti, such as ${expected}.`),
	'control-character': value =>
		advice(
			`${quoted(value)} contains a control character.`,
			'Remove line breaks, tabs and the like.',
		),
};

const LIMIT: Readonly<
	Record<RuleFacts['spot-limit-invalid']['reason'], (value: string) => Advice>
> = {
	'not-a-number': value =>
		advice(`${quoted(value)} isn't a price.`, 'Use a price per hour, such as 0.250.'),
	'not-positive': value =>
		advice(`${quoted(value)} isn't a price above 0.`, 'Use a price per hour, such as 0.250.'),
	decimals: value =>
		advice(`${quoted(value)} has more than 3 decimals.`, `Use ${roundedLimit(value)}.`),
};

const withMost = ({message, hint}: Advice, maximum: number | null): Advice =>
	advice(message, maximum === null ? hint : `${hint} It takes at most ${maximum} entries.`);

export const enAnnotationRules = {
	'annotation-unknown': ({key, suggestion}) =>
		advice(`ECI has no annotation ${quoted(key)}.`, choiceHint(suggestion, [])),
	'annotation-key-invalid': ({key}) =>
		advice(
			`${quoted(key)} isn't a key that Kubernetes takes.`,
			'Use letters, digits, -, _ and ., such as team or example.com/team.',
		),
	'annotation-not-text': ({key, value}) =>
		value === null
			? advice(
					`The value of ${key} isn't text, and Kubernetes takes nothing else.`,
					'Write it as one text in quotes.',
				)
			: advice(
					`${key} is ${value} without quotes, and Kubernetes takes only text.`,
					`Write "${value}".`,
				),
	'annotation-misplaced': ({key, kind, place}) =>
		advice(`ECI reads ${key} at the pod, not at the ${kind}.`, `Move it to ${place}.`),
	'profile-invalid': () =>
		advice(
			"The selectors of eci-profile aren't a JSON list, so ECI applies none of them.",
			'Write them as JSON without comments, such as [{"name":"web","effect":{}}].',
		),
	'annotation-read-only': ({key}) =>
		advice(`ECI itself writes ${key}, and nobody else may.`, 'Remove it.'),
	'annotation-other-ruleset': ({key, rulesets, ruleset}, say) =>
		advice(
			`The ${ruleset} ruleset doesn't know ${key}, so ECI may ignore it.`,
			`Use ${say('ruleset', rulesets[0] ?? ruleset)} if your cluster follows those rules.`,
		),
	'annotation-renamed': ({key, renamedTo}) =>
		advice(`${key} has another name today.`, `Use ${renamedTo}.`),
	'annotation-value': ({value, reason, expected, maximum}) =>
		withMost(VALUE[reason](value, expected), maximum),
	'annotation-twice': ({key}) =>
		advice(
			`${key} is given twice, with two values.`,
			'Keep the annotation, or the flag or field that sets it.',
		),
	'spot-limit-missing': (_facts, say) =>
		advice(
			'SpotWithPriceLimit needs a price limit.',
			`Add one per hour, such as ${say('spot.priceLimit', '0.250')}, or use SpotAsPriceGo.`,
		),
	'spot-limit-ignored': (_facts, say) =>
		advice(
			'ECI ignores the price limit without SpotWithPriceLimit.',
			`Add ${say('spot.strategy', 'SpotWithPriceLimit')}, or remove the limit.`,
		),
	'spot-limit-invalid': ({value, reason}) => LIMIT[reason](value),
	'spot-option-ignored': ({key}, say) =>
		advice(
			`ECI ignores ${key} without a spot strategy.`,
			`Add ${say('spot.strategy', 'SpotAsPriceGo')}, or remove it.`,
		),
	'eip-conflict': (_facts, say) =>
		advice(
			"A pod can't bind an existing elastic IP address and create one as well.",
			`Remove ${say('pod.eipInstance')} or ${say('pod.withEip')}.`,
		),
	'eip-option-ignored': ({key}, say) =>
		advice(
			`ECI ignores ${key} unless it creates an elastic IP address.`,
			`Remove it, or use ${say('pod.withEip')} for a new address.`,
		),
	'eip-replicas': ({replicas}, say) =>
		advice(
			`One elastic IP address can't be bound to ${replicas} pods.`,
			`Use ${say('pod.withEip')} to give each pod its own, or ${say('workload.replicas', '1')}.`,
		),
	'image-cache-both': (_facts, say) =>
		advice(
			'A fixed image cache is named, and matching one automatically is on as well.',
			`Remove ${say('pod.imageSnapshot')}, which leaves the choice to ECI, or ${say('pod.imageCache')}.`,
		),
	'image-missing': ({container, placeholder}, say) =>
		advice(
			`Container ${container} has no image, so ${placeholder} stands in the manifest.`,
			`Name one, such as ${say('image', 'nginx:1.29')}.`,
		),
	'pod-single': ({replicas}, say) =>
		advice(
			`A Pod manifest makes one pod, not ${replicas}.`,
			`Use ${say('workload.kind', 'deployment')}, or ${say('workload.replicas', '1')}.`,
		),
} satisfies Partial<DiagnosticTexts>;
