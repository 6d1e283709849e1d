import type {JobFileReason, ShardFieldProblem} from '../../../domain/rules/simulation-facts.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

const PROBLEMS: Readonly<Record<ShardFieldProblem, string>> = {
	missing: 'is missing',
	unknown: 'is nothing that a shard has',
	value: "isn't what eci-plan writes there",
	size: "doesn't go with the number of paths, cells or specs",
	sum: "doesn't add up with the other figures",
};

const JOB_FILES: Readonly<Record<JobFileReason, readonly [reason: string, hint: string]>> = {
	'standard-input': ['it comes from standard input', 'Name a file.'],
	'imported-prices': [
		'it is the imported prices of this machine',
		'Name a price file with price.file in the market file.',
	],
	'too-large': [
		'a ConfigMap holds at most 1 MiB',
		'Use smaller files, or run the shards where the files are.',
	],
	'no-text': ['it is no text', 'Use a file of text, such as CSV or JSON.'],
};

export const enShardRules = {
	'shard-invalid': ({field, problem}) =>
		advice(
			`This is no shard as eci-plan writes it: ${field === '' ? 'the document' : field} ${PROBLEMS[problem]}.`,
			'Draw the shard again, and pass on its whole output unchanged.',
		),
	'shard-version': ({made, here}) =>
		advice(
			`The shard is from eci-plan ${made}, and this is ${here}, which may draw and print otherwise.`,
			`Merge it with npx eci-plan@${made}, or draw all shards again with one version.`,
		),
	'shard-different': ({other, field}) =>
		advice(
			`The shard is of another simulation than ${other}: they differ in ${field}.`,
			'Draw all shards with the same flags, files, prices and date; ECI_PLAN_NOW pins the date.',
		),
	'shard-overlap': ({other, from, to}) =>
		advice(
			`Paths ${from} to ${to} are in ${other} too.`,
			'Name each shard once, and shards of one division only.',
		),
	'shard-missing': ({shards, paths, asked}) =>
		advice(
			shards.length > 0
				? `${shards.length === 1 ? 'The shard' : 'Shards'} ${listed(shards, 'and')} of the ${asked} paths ${shards.length === 1 ? 'is' : 'are'} missing.`
				: `Of the ${asked} paths, ${listed(paths, 'and')} are missing (counted from 0).`,
			shards.length > 0
				? `Draw what is missing with --shard ${shards[0]} and the same flags.`
				: 'Draw all shards of one division with --shard 1/n to n/n.',
		),
	'shard-interrupted': () =>
		advice(
			'The shard is interrupted, so nothing is printed: a part of it joins nothing.',
			'Run it again, or divide the paths into more shards.',
		),
	'job-file-left': ({file, reason}) =>
		advice(
			`The job can't carry ${file === '-' ? 'the file' : file}: ${JOB_FILES[reason][0]}.`,
			JOB_FILES[reason][1],
		),
	'job-imports-left': ({region}) =>
		advice(
			`The prices that were imported for ${region} aren't in the job, which goes by those that ship.`,
			'Name a price file with --prices to carry it along.',
		),
	'job-logs-long': ({kib, limitKib, shards}) =>
		advice(
			`Each shard prints some ${kib} KiB, and ECI hands out no more than ${limitKib} KiB of a log.`,
			`Use --shards ${shards} or more.`,
		),
} satisfies Partial<DiagnosticTexts>;
