import {moneyText} from '../../money-text.ts';
import {isLongName, suggestedName} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

/** What a field takes or was given, by the word of the check. */
const TYPES: ReadonlyMap<string, string> = new Map([
	['text', 'text'],
	['string', 'text'],
	['number', 'a number'],
	['whole-number', 'a whole number'],
	['bigint', 'a number'],
	['boolean', 'true or false'],
	['true-or-false', 'true or false'],
	['scalar', 'a number or text'],
	['list', 'a list'],
	['object', 'a group of fields'],
	['nothing', 'nothing'],
	['undefined', 'nothing'],
]);

const TYPE_HINTS: ReadonlyMap<string, string> = new Map([
	['text', 'Write one value, in quotes.'],
	['true-or-false', 'Use true or false, without quotes.'],
	['scalar', 'Write one value, such as 2 or 500m.'],
	['list', 'Write one entry a line, each after a dash, or [first, second].'],
	['object', 'Write one field a line, such as name: value.'],
]);

const typeName = (word: string): string => TYPES.get(word) ?? word;

const LOAD_REASONS: ReadonlyMap<string, string> = new Map([
	['cron', 'cron says when runs start, but nothing'],
	['runsPerDay', 'runsPerDay says how many runs start, but nothing'],
]);

const UNASKED = {
	retired: 'ECI may refuse its family today',
	shared: 'its family shares CPUs',
	'virtual-gpu': 'its family has a part of a GPU',
	'local-disk': 'its family is made for local disks',
} as const;

export const enInputRules = {
	'field-type': ({expected, found}) =>
		advice(
			`This takes ${typeName(expected)}, not ${typeName(found)}.`,
			TYPE_HINTS.get(expected) ?? `Use ${typeName(expected)}.`,
		),
	'field-choice': ({value, choices, suggestion}) =>
		advice(`${quoted(value)} isn't one of the choices.`, choiceHint(suggestion, choices)),
	'field-range': ({value, minimum, maximum}) =>
		advice(
			/^[-+]?\d+$/.test(value)
				? `${value} is outside the range from ${minimum} to ${maximum}.`
				: `${quoted(value)} isn't a whole number.`,
			`Use a whole number from ${minimum} to ${maximum}.`,
		),
	'field-too-many': ({count, maximum}) =>
		advice(
			`There are ${count} entries, and at most ${maximum} are allowed.`,
			`Remove at least ${count - maximum}.`,
		),
	'field-unknown': ({name, suggestion}) =>
		advice(
			`There's no field ${quoted(name)} here.`,
			choiceHint(
				suggestion,
				[],
				'Check the spelling or remove it; eci-plan schema shows the fields.',
			),
		),
	'name-invalid': ({value, maximum}) =>
		advice(
			isLongName(value)
				? `${quoted(value)} is longer than ${maximum} characters.`
				: `${quoted(value)} isn't a name that Kubernetes takes.`,
			`Use at most ${maximum} of a-z, 0-9 and -, such as ${suggestedName(value, maximum)}.`,
		),
	'image-invalid': ({value}) =>
		advice(
			`${quoted(value)} isn't an image.`,
			'Write its name and tag without blanks, such as nginx:1.29.',
		),
	'environment-name-invalid': ({name}) =>
		advice(
			`${quoted(name)} isn't a name for an environment variable.`,
			'Use letters, digits, _, - and ., with no digit at the start, such as LOG_LEVEL.',
		),
	'label-invalid': ({key, value}) =>
		advice(
			`Kubernetes doesn't take the label ${quoted(key)} with the value ${quoted(value)}.`,
			'Use at most 63 letters, digits, -, _ and . in each, such as team and web-1.',
		),
	'region-unknown': ({region, known, suggestion}) =>
		advice(
			`No prices are known for region ${quoted(region)}.`,
			choiceHint(suggestion, known, 'Use a region such as cn-hangzhou.'),
		),
	'family-unknown': ({family, suggestion}) =>
		advice(
			`ECI has no instance family ${quoted(family)}.`,
			choiceHint(suggestion, [], 'Use families such as c6, g6 or r6.'),
		),
	'family-unasked': ({type, family, reason, perHour}, say) =>
		advice(
			`${type} holds the pod for less, ${moneyText(perHour, 4)}/h, but ${UNASKED[reason]}, so it's never picked unasked.`,
			`Use ${say('chain.families', family)} to take it.`,
		),
	'container-ambiguous': ({field, containers}, say) =>
		advice(
			`It isn't clear which container ${field} is for: ${listed(containers)}.`,
			`Set ${field} in the container itself, under containers or with ${say('containers')}.`,
		),
	'container-duplicate': ({name}) =>
		advice(
			`Two containers are named ${quoted(name)}.`,
			`Rename one of them, such as ${suggestedName(name, 61)}-2.`,
		),
	'request-over-limit': ({container, resource, requested, limit}) =>
		advice(
			`Container ${container} requests ${resource === 'cpu' ? 'CPU' : 'memory'} ${requested}, more than its limit of ${limit}.`,
			`Lower the request to ${limit}, or raise the limit to ${requested}.`,
		),
	'load-conflict': ({first, second}) =>
		advice(`Both ${first} and ${second} say when the pods run.`, `Remove ${first} or ${second}.`),
	'work-missing': ({field}, say) =>
		advice(
			`${LOAD_REASONS.get(field) ?? 'Nothing'} says how long one run takes, so the pods are planned as always on.`,
			`Add the useful time of one run, such as ${say('workload.work', '10h')}.`,
		),
	'cron-missing': (_facts, say) =>
		advice(
			'A CronJob needs the times at which it starts.',
			`Add them, such as ${say('workload.cron', '0 2 * * *')}.`,
		),
} satisfies Partial<DiagnosticTexts>;
