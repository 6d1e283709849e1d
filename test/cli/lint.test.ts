import {describe, expect, test} from 'vitest';
import {RULES} from '../../source/domain/rules/rules.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {fails, ok, run} from '../helpers/memory-world.ts';
import {documentOf, parseDocument} from './document.ts';

const IDS = Object.keys(RULES);
const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

const listOf = async (lang: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
	const {rules} = parseDocument(await ok(['lint', '--rules', '-o', 'json', '--lang', lang]));
	return Array.isArray(rules) ? rules : [];
};

describe('lint --rules', () => {
	test('names every rule once, with both severities and a line about it', async () => {
		const lines = (await ok('lint --rules', {columns: 200})).trimEnd().split('\n').slice(2);
		expect(lines.map(text => text.trim().split(/\s+/)[0])).toEqual(IDS);
		expect(lines.find(text => text.includes('limit-privileged'))).toMatch(
			/limit-privileged\s+error\s+warning\s+manifest\s+Privileged containers/,
		);
		expect(lines.find(text => text.includes('limit-port'))).toMatch(
			/limit-port\s+–\s+error\s+both\s+ECI itself uses/,
		);
	});

	test('fits in a narrow terminal', async () => {
		for (const text of (await ok('lint --rules', {columns: 80})).split('\n'))
			expect([...text].length).toBeLessThanOrEqual(80);
	});

	test('is a document with a schema', async () => {
		const {rules} = await documentOf(['lint', '--rules'], 'RuleList');
		expect(rules).toHaveLength(IDS.length);
		expect(rules).toContainEqual({
			id: 'limit-port',
			severity: {'2020': null, current: 'error'},
			checks: 'both',
			summary: 'ECI itself uses the ports 111, 10250 and 10255.',
		});
	});

	test.each(['yaml', 'csv', 'markdown'])('prints %s', async format => {
		const out = await ok(['lint', '--rules', '-o', format]);
		for (const id of IDS) expect(out).toContain(id);
	});

	test('has words in CSV that are the same in every language', async () => {
		const [header, ...rows] = (await ok('lint --rules -o csv --lang zh-CN')).split('\n');
		expect(header).toBe('rule,2020,current,checks,summary');
		expect(rows.find(row => row.startsWith('limit-port'))).toMatch(/^limit-port,,error,both,/);
	});

	test.each(LANGUAGES)('says in %s what each rule is about', async lang => {
		for (const {summary} of await listOf(lang)) {
			expect(summary).toMatch(lang === 'en' ? /^[A-Z_].*\.$/ : /。$/);
			expect(CJK.test(String(summary))).toBe(lang === 'zh-CN');
			expect(summary).not.toMatch(/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/);
		}
	});
});

describe('lint --explain', () => {
	test('tells one rule at length', async () => {
		expect(await ok('lint --explain limit-port', {columns: 100})).toBe(
			`limit-port
  What it means  ECI itself uses the ports 111, 10250 and 10255.
  Why            The help page "Limits".
  For example    ECI itself listens on port 10250, so container app can't.
  What to do     Use another port.
  Under 2020     no rule
  Under current  error
  Checked        in plans, and by lint -f in manifests
`,
		);
	});

	test('says what a rule is checked in', async () => {
		expect(await ok('lint --explain limit-host-path', {columns: 100})).toContain(
			'in manifests: those of lint -f, and what eci-plan exports',
		);
		expect(await ok('lint --explain vswitch-fits', {columns: 100})).toMatch(/Checked +in plans\n/);
	});

	test('speaks Chinese', async () => {
		expect(await ok('lint --explain limit-daemonset --lang zh-CN', {columns: 100})).toContain(
			'虚拟节点不运行 DaemonSet 的 Pod。',
		);
	});

	test('is a document with a schema', async () => {
		expect(await documentOf(['lint', '--explain', 'limit-port'], 'Rule')).toMatchObject({
			id: 'limit-port',
			source: 'The help page "Limits".',
			example: {hint: 'Use another port.'},
			diagnostics: [],
		});
	});

	test.each(['yaml', 'csv', 'markdown'])('prints %s', async format => {
		expect(await ok(['lint', '--explain', 'limit-port', '-o', format])).toContain(
			'Use another port.',
		);
	});

	test.each(IDS)('knows %s', async id => {
		const ended = await run(['lint', '--explain', id]);
		expect(ended).toMatchObject({code: 0, err: ''});
		expect(ended.out).not.toMatch(/undefined|\[object|NaN/);
	});

	test('takes its environment twin', async () => {
		expect(await ok('lint', {env: {ECI_PLAN_EXPLAIN: 'limit-port'}})).toMatch(/^limit-port\n/);
		expect(await ok('lint', {env: {ECI_PLAN_RULES: 'true'}})).toMatch(/^Rules\n/);
	});

	test.each([
		['L01', 'limit-daemonset'],
		['L06', 'limit-privileged'],
		['l19', 'spot-small-spec'],
	])('takes %s, which is %s in the table of limits', async (number, id) => {
		expect(await ok(['lint', '--explain', number])).toBe(await ok(['lint', '--explain', id]));
	});

	test('offers the rules of a limit that is several', async () => {
		await fails(
			'lint --explain L10',
			2,
			'error: --explain: There\'s no rule "L10". You probably mean limit-containers, limit-volumes, size-too-large.',
		);
	});

	test('offers the rule that was meant', async () => {
		await fails(
			'lint --explain limit-deamonset',
			2,
			'error: --explain: There\'s no rule "limit-deamonset". You probably mean limit-daemonset.',
		);
	});

	test('names the list where nothing is near', async () => {
		await fails(
			'lint --explain x',
			2,
			'error: --explain: There\'s no rule "x". Run eci-plan lint --rules to see them.',
		);
	});

	test('knows no rule that only plain objects have', async () => {
		const ended = await run(['lint', '--explain', 'constructor']);
		expect(ended.code).toBe(2);
	});
});

test('lint alone says what it can do', async () => {
	await fails(
		'lint',
		2,
		'error: A word is missing after the command. Use one of -f FILE, -f -, --rules or --explain RULE.',
	);
});

test('the formats of findings are none of rules', async () => {
	await fails(
		'lint --rules -o sarif',
		2,
		'error: --output: eci-plan lint --rules can\'t print "sarif". Use one of table, json, yaml, csv or markdown.',
	);
});

test('lint takes a ruleset, as every command does', async () => {
	const line = ['lint', '--explain', 'limit-privileged'];
	expect(await ok([...line, '--ruleset', 'current'])).toBe(await ok(line));
	const {code, err} = await run([...line, '--ruleset', '2021']);
	expect([code, err.includes('2021')]).toEqual([2, true]);
});
