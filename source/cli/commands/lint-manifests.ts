import {type Diagnostic, SEVERITIES, type Severity} from '../../domain/diagnostics.ts';
import {mergeLayers} from '../../domain/input/layers.ts';
import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import {type LintedFiles, lintFiles} from '../../domain/manifest/check/lint-files.ts';
import {report} from '../../domain/rules/rules.ts';
import type {World} from '../../ports.ts';
import {jsonText} from '../../present/json.ts';
import {junitText} from '../../present/lint/junit.ts';
import {lintDocument} from '../../present/lint/lint-document.ts';
import {lintLines} from '../../present/lint/lint-lines.ts';
import {lintReport, lintTable} from '../../present/lint/lint-report.ts';
import type {LintResult} from '../../present/lint/lint-result.ts';
import {sarifOf} from '../../present/lint/sarif.ts';
import {THRESHOLDS, type Threshold} from '../../present/lint/threshold.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {readAnyManifests} from '../manifest-files.ts';
import {manifestQuestion} from '../manifest-question.ts';
import {bookFor, openMarket} from '../market.ts';
import {printLines, printResult, sayDiagnostics, widthOf} from '../print.ts';

const isSevere = ({severity}: Diagnostic, threshold: Threshold): boolean =>
	threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);

type Asked = {readonly failOn: Threshold; readonly severity: Severity};

const askedOf = ({flags}: Invocation, {env}: World): Asked => {
	const failOn = askedFor('fail-on', flags, env);
	const severity = askedFor('severity', flags, env);
	return {
		failOn: THRESHOLDS.find(each => each === failOn) ?? 'error',
		severity: SEVERITIES.find(each => each === severity) ?? 'info',
	};
};

const countsOf = (diagnostics: readonly Diagnostic[]): LintResult['counts'] => {
	const count = (severity: Severity) => diagnostics.filter(one => one.severity === severity).length;
	return {error: count('error'), warning: count('warning'), info: count('info')};
};

const resultOf = (
	{files, ignored}: LintedFiles,
	ruleset: LintResult['ruleset'],
	{failOn, severity}: Asked,
	version: string,
): LintResult => {
	const all = files.flatMap(({findings}) => findings.map(({diagnostic}) => diagnostic));
	const shown = files.map(file => ({
		...file,
		findings: file.findings.filter(({diagnostic}) => isSevere(diagnostic, severity)),
	}));
	return {
		ruleset,
		files: shown,
		counts: countsOf(all),
		hidden: all.filter(one => !isSevere(one, severity)).length,
		ignored,
		failOn,
		failing: all.filter(one => isSevere(one, failOn)).length,
		version,
	};
};

const print = async (result: LintResult, invocation: Invocation, world: World): Promise<void> => {
	const {language, output} = invocation;
	const {stdout} = world;
	switch (output) {
		case 'sarif':
			return stdout.write(`${jsonText(sarifOf(result, language), 2)}\n`);
		case 'junit':
			return stdout.write(junitText(result, language));
		case 'table':
		case null:
			return printLines(lintLines(result, language, widthOf(stdout)), invocation, world);
		default:
			return printResult(
				{
					document: () => lintDocument(result, language),
					report: () => lintReport(result, language),
					table: () => lintTable(result, language),
				},
				invocation,
				world,
			);
	}
};

/** Places are those of manifests, and runs of Jobs last for a while, so that their times are looked at. */
const AS_WRITTEN = {nameOf: () => null, settingOf: () => null, work: '1m'} as const;

/** What the rules find in files of manifests. */
export const lintFilesAt = async (
	paths: readonly string[],
	invocation: Invocation,
	world: World,
): Promise<number> => {
	const asked = askedOf(invocation, world);
	const market = await openMarket(invocation, world);
	const question = manifestQuestion(invocation, market.regions, world, ['ruleset', 'region']);
	const {files, diagnostics} = await readAnyManifests(paths, world);
	const {input} = mergeLayers([question.lower, question.upper]);
	const {timeZones, today} = world;
	const ruleset = input.ruleset ?? defaultPlanInput.ruleset;
	const linted = lintFiles(files, diagnostics, {...question, ...AS_WRITTEN}, ruleset, {
		regions: market.regions,
		timeZones,
		book: await bookFor(input, market),
		today,
	});
	const result = resultOf(linted, ruleset, asked, world.version);
	await print(result, invocation, world);
	const {failing, failOn} = result;
	const isEmpty = linted.files.every(
		({objects, findings}) => objects.length + findings.length === 0,
	);
	if (isEmpty) await sayDiagnostics([report('workload-none', {})], invocation, world);
	if (failing === 0 || failOn === 'never') return EXIT.done;
	const reason = report('lint-failed', {count: failing, threshold: failOn});
	await sayDiagnostics([reason], invocation, world);
	return EXIT.gate;
};
