import type {RuleId} from '../../domain/rules/facts.ts';
import {LIMIT_NUMBERS} from '../../domain/rules/limit-numbers.ts';
import {nearest} from '../../domain/rules/nearest.ts';
import {RULE_IDS, type RuleRow, ruleRow} from '../../domain/rules/rule-rows.ts';
import type {World} from '../../ports.ts';
import {
	ruleDocument,
	ruleExplanation,
	ruleFacts,
	ruleListDocument,
	ruleTable,
} from '../../present/rule-report.ts';
import {askedFor} from '../asked-for.ts';
import {type Invocation, LINT_FORMATS, OUTPUT_FORMATS} from '../command.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {manifestPaths} from '../manifest-files.ts';
import {isOn} from '../manners.ts';
import {type Printable, printResult} from '../print.ts';

const isRuleId = (text: string): text is RuleId => RULE_IDS.some(id => id === text);

/** By its id, or by the number of the limit where that is one rule. */
const rowOf = (name: string): RuleRow => {
	if (isRuleId(name)) return ruleRow(name);
	const [limit, ...others] = LIMIT_NUMBERS.get(name.toUpperCase()) ?? [];
	if (limit && others.length === 0) return ruleRow(limit);
	const suggestion = limit ? [limit, ...others].join(', ') : nearest(name, RULE_IDS);
	throw usageFailure('rule-unknown', {name, suggestion}, '--explain');
};

const explained = (row: RuleRow, {language}: Invocation): Printable => ({
	document: () => ruleDocument(row, language),
	report: () => [ruleFacts(row, language)],
	table: () => ruleExplanation(row, language),
});

const listed = ({language}: Invocation): Printable => {
	const rows = RULE_IDS.map(ruleRow);
	const table = ruleTable(rows, language);
	return {
		document: () => ruleListDocument(rows, language),
		report: () => [table],
		table: () => table,
	};
};

/** The formats of findings are none of rules. */
const checkFormat = ({output}: Invocation): void => {
	if (LINT_FORMATS.some(format => format === output))
		throw usageFailure(
			'output-unsupported',
			{format: output ?? '', command: 'lint --rules', formats: OUTPUT_FORMATS},
			'--output',
		);
};

/** What the rules find in manifests, or the rules themselves: all of them, or one at length. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const {flags} = invocation;
	const name = askedFor('explain', flags, world.env);
	const all = isOn(askedFor('rules', flags, world.env));
	const isAsked = askedFor('filename', flags, world.env) !== undefined;
	if (flags.has('filename') || (isAsked && name === undefined && !all)) {
		const paths = manifestPaths(invocation, world, 'lint');
		const stray = ['rules', 'explain'].find(flag => flags.has(flag));
		if (stray) throw usageFailure('flag-unused', {flag: `--${stray}`, command: 'lint -f'});
		const {lintFilesAt} = await import('./lint-manifests.ts');
		return lintFilesAt(paths, invocation, world);
	}
	if (name === undefined && !all)
		throw usageFailure('argument-missing', {
			argument: 'lint',
			choices: ['-f FILE', '-f -', '--rules', '--explain RULE'],
		});
	checkFormat(invocation);
	const printable = name === undefined ? listed(invocation) : explained(rowOf(name), invocation);
	await printResult(printable, invocation, world);
	return EXIT.done;
};
