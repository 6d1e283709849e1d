import type {ImportFileReason} from '../../../domain/rules/command-facts.ts';
import {withoutStop} from '../fact-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {counted, listed} from './words.ts';

const REASONS: Readonly<Record<ImportFileReason, readonly [reason: string, hint: string]>> = {
	empty: ["it's empty", 'Check that the file is what you mean.'],
	'not-json': ["it isn't valid JSON", 'Correct it, or fetch the file again.'],
	'cut-off': ['it ends too early', 'Fetch the whole file and import it again.'],
	'too-deep': ["it's nested too deeply", 'Check that the file is what you mean.'],
	'too-long': ['it has a value that is too long', 'Check that the file is what you mean.'],
};

const fileName = (file: string, stream = 'standard input'): string =>
	file === '-' ? stream : file;

const placed = (line: number | null): string => (line === null ? '' : ` at line ${line}`);

export const enImportRules = {
	'import-file-unknown': ({file}) =>
		advice(
			`Can't tell what prices ${fileName(file)} holds.`,
			"Import Alibaba Cloud's instancePrice.json, an answer of its price APIs, a spot trace, or a CSV with the columns region, zone, type, onDemand, spot, currency and asOf.",
		),
	'import-file-broken': ({file, line, reason}) =>
		advice(
			`Can't import ${fileName(file)}: ${REASONS[reason][0]}${placed(line)}. Nothing is changed.`,
			REASONS[reason][1],
		),
	'import-trace-name': ({file}) =>
		advice(
			`The name of the spot trace ${fileName(file, 'on standard input')} doesn't say which instance type and zone it's about.`,
			'Name the file after both, such as ecs.c6.large_cn-hangzhou-h.csv.',
		),
	'import-currency-assumed': ({file, currency}) =>
		advice(
			`${fileName(file, 'Standard input')} has prices without a currency, so they are taken as ${currency}.`,
			`If that's wrong, run eci-plan prices reset and import it again with --currency ${currency === 'CNY' ? 'USD' : 'CNY'}.`,
		),
	'import-date-assumed': ({file, day}) =>
		advice(
			`${fileName(file, 'Standard input')} has prices without a date, so they are taken as those of ${day}.`,
			'Keep in mind that they may be older.',
		),
	'import-end-open': ({file, line}) =>
		advice(
			`${fileName(file, 'Standard input')} ends inside of line ${line}, without a line end, so nobody can tell whether the last price is whole.`,
			'Compare it with where the file comes from; a line end behind it settles the matter.',
		),
	'import-nothing': ({file}) =>
		advice(
			`Nothing of ${fileName(file)} can be used, so nothing is changed.`,
			'The table says why, price by price.',
		),
	'import-set-aside': ({file, movedTo, reason}) =>
		advice(
			`The imported prices in ${file} can't be used (${withoutStop(reason)}), so the file is moved to ${movedTo} and the shipped prices apply.`,
			'Import the prices again with eci-plan prices import.',
		),
	'import-unreadable': ({file, reason}) =>
		advice(
			`The imported prices in ${file} can't be read (${withoutStop(reason)}), so the shipped prices apply.`,
			'Check the permissions of the file, or choose another folder with ECI_PLAN_CONFIG_DIR.',
		),
	'import-reset': ({sources}) =>
		advice(
			`The prices imported from ${listed(sources, 'and')} are forgotten; the shipped prices apply.`,
			'Import them again with eci-plan prices import.',
		),
	'prices-file-broken': ({file, line, count}) =>
		advice(
			`${file} has ${counted(count, 'row')} that can't be read, the first in line ${line}.`,
			'Correct them; eci-plan prices import tells what is wrong with each.',
		),
	'import-none': () =>
		advice('No prices are imported, so there is nothing to forget.', 'The shipped prices apply.'),
} satisfies Partial<DiagnosticTexts>;
