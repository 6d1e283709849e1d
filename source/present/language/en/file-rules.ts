import type {DocumentKind, FileReason} from '../../../domain/rules/command-facts.ts';
import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {quoted} from './words.ts';

const REASONS: Readonly<Record<FileReason, readonly [reason: string, hint: string]>> = {
	missing: ["it doesn't exist", 'Check the path.'],
	forbidden: ["you aren't allowed to", 'Check the permissions of the file and its folder.'],
	'is-folder': ["it's a folder", 'Name a file inside it.'],
	'no-space': ['the disk is full', 'Free some space and try again.'],
	'read-only': ['the disk is read-only', 'Use a path on another disk.'],
	other: ['the system refuses', 'Check the path and try again.'],
};

/** A file that doesn't exist is no obstacle to writing it; the folder it should go into is. */
const WRITE_REASONS: typeof REASONS = {
	...REASONS,
	missing: ["its folder doesn't exist", 'Create the folder first.'],
	'is-folder': ["it's a folder", 'Use another name.'],
};

const KINDS: Readonly<Record<DocumentKind, string>> = {
	PlanInput: 'plan',
	Plan: 'saved plan',
	Market: 'market',
	SimulationShard: 'shard of a simulation',
};

/** `-` is standard input or output. */
const fileName = (file: string, stream: string): string => (file === '-' ? stream : file);

const place = (line: number | null, column: number | null): string => {
	if (line === null) return '';
	return column === null ? ` at line ${line}` : ` at line ${line}, column ${column}`;
};

export const enFileRules = {
	'file-unreadable': ({file, reason}) =>
		advice(
			`Can't read ${fileName(file, 'standard input')}: ${REASONS[reason][0]}.`,
			REASONS[reason][1],
		),
	'file-unwritable': ({file, reason}) =>
		advice(
			`Can't write ${fileName(file, 'standard output')}: ${WRITE_REASONS[reason][0]}.`,
			WRITE_REASONS[reason][1],
		),
	'file-exists': ({file}) =>
		advice(`${file} exists already.`, 'Use another name, or remove the file first.'),
	'file-too-large': ({file, limitMiB}) =>
		advice(
			`${fileName(file, 'Standard input')} is larger than ${limitMiB} MiB.`,
			'Split it into smaller files.',
		),
	'file-empty': ({file, expected}) =>
		advice(
			`${fileName(file, 'Standard input')} is empty.`,
			expected === 'PlanInput'
				? 'It should hold a PlanInput, as eci-plan presets show web prints one.'
				: `It should hold a ${expected}; eci-plan schema ${expected} shows its fields.`,
		),
	'file-malformed': ({file, line, column, detail}) =>
		advice(
			`Can't understand ${fileName(file, 'standard input')}${place(line, column)}: ${withoutStop(detail)}.`,
			line === null
				? 'Check that the file is what you mean.'
				: `Correct line ${line} and try again.`,
		),
	'range-invalid': ({value}) =>
		advice(
			`${quoted(value)} isn't a range.`,
			'Use a number such as 2, or a range such as 2-8, 4- (at least) or -8 (at most).',
		),
	'document-kind': ({found, expected}) =>
		advice(
			`A document of kind ${quoted(found)} isn't a ${KINDS[expected]}.`,
			`Use a document with kind: ${expected}; eci-plan schema ${expected} shows its fields.`,
		),
	'settings-set-aside': ({file, movedTo, reason}) =>
		advice(
			`The settings in ${file} can't be used (${withoutStop(reason)}), so the file is moved to ${movedTo} and the defaults apply.`,
			'Correct the moved file and move it back, or set the settings anew.',
		),
	'settings-stuck': ({file, reason, cause}) =>
		advice(
			`The settings in ${file} can't be used (${withoutStop(reason)}), and the file can't be moved away: ${REASONS[cause][0]}. The defaults apply.`,
			'Correct the file or remove it, or choose another folder with ECI_PLAN_CONFIG_DIR.',
		),
	'settings-unreadable': ({file, reason}) =>
		advice(
			`The settings in ${file} can't be read (${withoutStop(reason)}), so the defaults apply.`,
			'Check the permissions of the file, or choose another folder with ECI_PLAN_CONFIG_DIR.',
		),
} satisfies Partial<DiagnosticTexts>;
