import type {MalformedReason, UnreachableReason} from '../../../domain/rules/command-facts.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, counted, listed, quoted} from './words.ts';

const UNREACHABLE: Readonly<Record<UnreachableReason, readonly [reason: string, hint: string]>> = {
	'not-found': ['its name is not known', 'Check the network and its name server.'],
	refused: ['it refuses the connection', 'Check the network and its firewall.'],
	'no-answer': ["it doesn't answer", 'Check the network, then try again.'],
	'cut-off': ['the connection breaks off', 'Check the network, then try again.'],
	certificate: [
		"its certificate isn't trusted",
		'Check whether a proxy stands in between; name its certificate with NODE_EXTRA_CA_CERTS.',
	],
	other: ['the connection fails', 'Check the network, then try again.'],
};

const MALFORMED: Readonly<Record<MalformedReason, (subject: string) => string>> = {
	unreadable: () => "it isn't JSON of the documented form",
	field: subject => `${subject} is missing or isn't what it should be`,
	currency: subject => `it has the currency ${quoted(subject)}, not CNY or USD`,
	paging: () => 'its pages lead in a circle',
	sums: () => "the prices of several sizes don't add up",
};

const ENDPOINT = {
	url: 'is no address',
	insecure: 'is not encrypted and not on this machine',
	path: 'has more than a host and a port',
} as const;

const tried = (tries: number): string => (tries === 1 ? '' : ` after ${tries} tries`);

const requestNote = (requestId: string | null): string =>
	requestId === null ? '' : ` Alibaba Cloud's support finds the call by ${requestId}.`;

const UNCHANGED = 'Nothing is changed.';

export const enRefreshRules = {
	'refresh-types-none': ({region, families}) =>
		advice(
			families.length === 0
				? `No ECS type is known in ${region} to ask prices of.`
				: `${region} has no ECS type of ${listed(families, 'and')}.`,
			'Name other --types or --families, or another --region.',
		),
	'refresh-type-unknown': ({type, suggestion}) =>
		advice(
			`No ECS type ${quoted(type)} is known.`,
			choiceHint(suggestion, [], 'Use types such as ecs.c6.large.'),
		),
	'refresh-history-long': ({value, days}) =>
		advice(
			`${value} is longer than Alibaba Cloud keeps spot prices.`,
			`Use at most ${days}d, or 0 for the latest quotes alone.`,
		),
	'refresh-endpoint-invalid': ({value, reason}) =>
		advice(
			`${quoted(value)} ${ENDPOINT[reason]}.`,
			'Use https://HOST[:PORT], or http:// for this machine alone.',
		),
	'refresh-credentials-missing': () =>
		advice(
			`No credentials of Alibaba Cloud are found: not in ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, by OIDC (RRSA), in the profiles of the aliyun CLI or ~/.alibabacloud/credentials, as the RAM role of an ECS instance or at ALIBABA_CLOUD_CREDENTIALS_URI. ${UNCHANGED}`,
			'Set the two variables, or run aliyun configure. Without an account, prices import takes price files.',
		),
	'refresh-credentials-refused': ({code}) =>
		advice(
			`Alibaba Cloud refuses the credentials (${code}). ${UNCHANGED}`,
			'Check that the key exists, is enabled and has not expired, and that the clock is right.',
		),
	'refresh-forbidden': ({permission, code}) =>
		advice(
			`The credentials may not call ${permission} (${code}). ${UNCHANGED}`,
			`Allow ${permission} in a RAM policy, or leave it out with --what.`,
		),
	'refresh-unreachable': ({host, reason, tries}) =>
		advice(
			`Can't reach ${host}${tried(tries)}: ${UNREACHABLE[reason][0]}. ${UNCHANGED}`,
			UNREACHABLE[reason][1],
		),
	'refresh-throttled': ({operation, tries}) =>
		advice(
			`Alibaba Cloud still limits the calls of ${operation}${tried(tries)}. ${UNCHANGED}`,
			'Try again in some minutes, or ask for less with --types, --families, --history or --what.',
		),
	'refresh-failed': ({operation, code, tries, requestId}) =>
		advice(
			`${operation} fails${tried(tries)}: ${code}. ${UNCHANGED}`,
			`Try again later, or leave it out with --what.${requestNote(requestId)}`,
		),
	'refresh-malformed': ({operation, reason, subject}) =>
		advice(
			`The answer of ${operation} can't be used: ${MALFORMED[reason](subject)}. ${UNCHANGED}`,
			'Check that no proxy answers instead of Alibaba Cloud, or leave it out with --what.',
		),
	'refresh-too-slow': ({minutes, done, total}) =>
		advice(
			`After ${counted(minutes, 'minute')} only ${done} of ${total} answers are there. ${UNCHANGED}`,
			'Ask for less with --types, --families, --history or --what.',
		),
	'refresh-nothing': ({region}) =>
		advice(
			`Alibaba Cloud has no newer price of these types in ${region}. ${UNCHANGED}`,
			'Name types that the region sells with --types or --families.',
		),
	'refresh-interrupted': () =>
		advice('The refresh is interrupted.', 'The prices stay as they were; run it again to refresh.'),
} satisfies Partial<DiagnosticTexts>;
