import {
	CHECKED,
	type Checked,
	RULE_IDS,
	type RuleRow,
	ruleRow,
} from '../../source/domain/rules/rule-rows.ts';
import {exampleOf, sourceOf, summaryOf} from '../../source/present/rule-report.ts';

const TITLES: Readonly<Record<Checked, string>> = {
	command: 'On the command line and in its files',
	plan: 'In plans alone',
	both: 'In plans and manifests',
	manifest: 'In manifests',
};

const INTROS: Readonly<Record<Checked, string>> = {
	command: 'What is typed, and files that are opened.',
	plan: 'What a PlanInput asks for, whether by flags, a file, a preset or the wizard; what it costs, and what is estimated.',
	both: 'What a PlanInput asks for, and by `lint -f` what your manifests do.',
	manifest:
		'Checked in what eci-plan exports, and by `lint -f` in your manifests. A workload is taken to be meant for ECI unless its node selector or required affinity keeps it off virtual nodes; Services and policies always are.',
};

const escapeCell = (text: string): string => text.replace(/[\\|*_<>[\]]/g, '\\$&');

const row = (rule: RuleRow): string => {
	const {hint} = exampleOf(rule, 'en');
	const cells = [summaryOf(rule, 'en'), hint, sourceOf(rule, 'en')].map(escapeCell);
	const severities = [rule.severity['2020'], rule.severity.current].map(grade => grade ?? '–');
	return `| ${[`\`${rule.id}\``, ...severities, ...cells].join(' | ')} |`;
};

const sectionText = (checks: Checked): string =>
	[
		`## ${TITLES[checks]}`,
		'',
		INTROS[checks],
		'',
		'| Rule | 2020 | current | What it means | What to do, for example | Why |',
		'| --- | --- | --- | --- | --- | --- |',
		...RULE_IDS.map(ruleRow)
			.filter(rule => rule.checks === checks)
			.map(row),
		'',
	].join('\n');

/** `docs/rules.md` */
export const rulesPage = (): string =>
	[
		'# Rules',
		'',
		'Made by `npm run docs` from the registry. `eci-plan lint --rules` lists the same rules, and',
		'`eci-plan lint --explain RULE` tells one. Ids are permanent: scripts may filter by them.',
		'',
		...CHECKED.toReversed().map(sectionText),
	].join('\n');
