import {commandLine, flagName, suggestedName} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

export const enCommandRules = {
	'flag-unknown': ({flag, command, suggestion}) =>
		advice(
			`${commandLine(command)} has no flag ${flagName(flag)}.`,
			choiceHint(
				suggestion === null ? null : flagName(suggestion),
				[],
				`Run ${commandLine(command)} --help to see the flags.`,
			),
		),
	'flag-value-missing': ({flag}) =>
		advice(
			`There's no value after ${flagName(flag)}.`,
			`Write it as ${flagName(flag).replace(/=$/, '')}=VALUE.`,
		),
	'flag-format': ({value, expected}) =>
		advice(
			`${quoted(value)} doesn't have the form that is needed.`,
			`Write it like ${quoted(expected)}.`,
		),
	'flag-twice': ({key}) => advice(`${quoted(key)} is given twice.`, 'Keep one of them.'),
	'flag-unused': ({flag, command}) =>
		advice(`${commandLine(command)} doesn't use ${flagName(flag)}.`, 'Remove it.'),
	'command-unknown': ({command, suggestion}) =>
		advice(
			`eci-plan has no command ${quoted(command)}.`,
			choiceHint(suggestion, [], 'Run eci-plan --help to see the commands.'),
		),
	'argument-missing': ({argument, choices}) =>
		advice(
			choices.length > 0
				? 'A word is missing after the command.'
				: `The argument ${argument} is missing.`,
			choiceHint(null, choices, 'Add it after the command.'),
		),
	'argument-unexpected': ({argument}) =>
		advice(
			`${quoted(argument)} is one argument too many.`,
			'Remove it, or put a value that contains blanks in quotes.',
		),
	'argument-choice': ({argument, value, choices, suggestion}) =>
		advice(
			`${quoted(value)} isn't one of the choices for ${argument}.`,
			choiceHint(suggestion, choices),
		),
	'paths-interrupted': ({paths, asked}) =>
		advice(
			paths === 0
				? 'The simulation is interrupted before its first result.'
				: `The simulation is interrupted: this is of ${paths} of the ${asked} paths.`,
			paths === 0
				? 'Run it again, with fewer --paths if it takes too long.'
				: 'The figures are right but less precise; run it again to have them all.',
		),
	'paths-too-few': ({paths, minimum}) =>
		advice(
			`P99 isn't told: ${paths === 1 ? '1 path is' : `${paths} paths are`} too few to estimate it.`,
			`Use --paths ${minimum} or more.`,
		),
	'output-unsupported': ({format, command, formats}) =>
		advice(`${commandLine(command)} can't print ${quoted(format)}.`, choiceHint(null, formats)),
	'preset-unknown': ({name, known, suggestion}) =>
		advice(
			`There's no preset ${quoted(name)}.`,
			choiceHint(suggestion, known, 'Run eci-plan presets list to see them.'),
		),
	'preset-name-invalid': ({name}) =>
		advice(
			`${quoted(name)} isn't a name for a preset.`,
			`Use a-z, 0-9 and -, such as ${suggestedName(name, 63)}.`,
		),
	'preset-exists': ({name}) =>
		advice(`A preset called ${name} exists already.`, 'Choose another name.'),
	'preset-shipped': ({name}) =>
		advice(
			`The preset ${name} comes with eci-plan and can't be changed or deleted.`,
			`Save yours under another name, such as my-${name}.`,
		),
	'preset-saved': ({name, replaces}) =>
		advice(
			`The preset ${name} is saved${replaces ? ' and replaces the one of that name' : ''}.`,
			`Use it with --preset ${name}.`,
		),
	'preset-deleted': ({name}) =>
		advice(`The preset ${name} is deleted.`, 'Run eci-plan presets list to see the others.'),
	'setting-unknown': ({key, known, suggestion}) =>
		advice(
			`There's no setting ${quoted(key)}.`,
			choiceHint(suggestion, known, 'Run eci-plan settings get to see them.'),
		),
	'setting-saved': ({key, value}) =>
		advice(
			`The setting ${key} is ${value} from now on.`,
			`Run eci-plan settings unset ${key} to forget it.`,
		),
	'setting-unset': ({key}) =>
		advice(
			`The setting ${key} has no value, so its default applies.`,
			`Run eci-plan settings set ${key} VALUE to give it one.`,
		),
	'moment-invalid': ({value}) =>
		advice(
			`${quoted(value)} isn't a moment.`,
			'Use a day or a time in UTC, such as 2026-11-23 or 2026-11-23T09:00:00Z.',
		),
	'schema-unknown': ({name, known, suggestion}) =>
		advice(
			`There's no schema ${quoted(name)}.`,
			choiceHint(suggestion, known, 'Run eci-plan schema to see them.'),
		),
	'rule-unknown': ({name, suggestion}) =>
		advice(
			`There's no rule ${quoted(name)}.`,
			choiceHint(suggestion, [], 'Run eci-plan lint --rules to see them.'),
		),
} satisfies Partial<DiagnosticTexts>;
