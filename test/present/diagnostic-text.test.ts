import {describe, expect, it} from 'vitest';
import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import {RULES, report} from '../../source/domain/rules/rules.ts';
import {adviceOf} from '../../source/present/diagnostic-text.ts';
import {LANGUAGES, type LanguageId} from '../../source/present/language/language.ts';
import {RULE_IDS, SAMPLES, sampleOf, VARIANTS} from './rule-samples.ts';

const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
const FULL_STOPS: Readonly<Record<LanguageId, string>> = {en: '.', 'zh-CN': '。'};

/** Facts that name what is wrong: a message says which it is. */
const OFFENDERS = [
	'value',
	'token',
	'tokens',
	'specs',
	'spec',
	'key',
	'name',
	'region',
	'family',
	'type',
	'container',
	'billed',
	'argument',
	'format',
	'file',
	'what',
];

/** The part that is wrong stands for the whole, or whoever prints has named it already. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
	'schedule-invalid': ['value'],
	'cron-invalid': ['value'],
	'annotation-value': ['key'],
	'document-kind': ['file'],
	// The hint names it: it is the way out.
	'spot-size-unavailable': ['billed'],
};

const offendersIn = ({rule, facts}: Diagnostic): readonly string[] =>
	Object.entries(facts).flatMap(([name, fact]) => {
		if (!OFFENDERS.includes(name) || UNSAID[rule]?.includes(name)) return [];
		return Array.isArray(fact) ? fact.map(String) : [String(fact)];
	});

const textOf = (diagnostic: Diagnostic, language: LanguageId): string => {
	const {message, hint} = adviceOf(diagnostic, language);
	return `${message}\n${hint}`;
};

const bothLanguages = (diagnostic: Diagnostic): readonly [string, string] => {
	const [en, zh] = [adviceOf(diagnostic, 'en'), adviceOf(diagnostic, 'zh-CN')];
	return [`${en.message} ${en.hint}`, `${zh.message}${zh.hint}`];
};

describe.each(LANGUAGES)('texts in %s', language => {
	it.each([...RULE_IDS.map(sampleOf), ...VARIANTS])('words %o', diagnostic => {
		const {message, hint} = adviceOf(diagnostic, language);
		for (const text of [message, hint]) {
			expect(text.length).toBeGreaterThan(2);
			expect(text.endsWith(FULL_STOPS[language])).toBe(true);
			expect(text).not.toMatch(/undefined|null|\[object|NaN|Infinity|[!！]|^\s|\s{2}|\s$/);
			expect(text).not.toMatch(/\.\.|。。|\$\{/);
		}
		if (language === 'en') expect(message + hint).not.toMatch(CJK);
		else expect(message).toMatch(CJK);
	});

	it.each(RULE_IDS.map(sampleOf))('names what is wrong in %o', diagnostic => {
		const {message} = adviceOf(diagnostic, language);
		for (const offender of offendersIn(diagnostic)) expect(message).toContain(offender);
	});
});

it('has a sample of every rule', () => {
	expect(RULE_IDS.toSorted()).toEqual(Object.keys(RULES).toSorted());
});

it('starts English messages with a capital, a value or the name of the program', () => {
	for (const diagnostic of [...RULE_IDS.map(sampleOf), ...VARIANTS]) {
		const {message} = adviceOf(diagnostic, 'en');
		const starts = ['eci-plan', ...Object.values(diagnostic.facts).map(String)];
		if (/^[a-z]/.test(message))
			expect(starts.some(start => message.startsWith(`${start} `))).toBe(true);
	}
});

it('sets blanks between Chinese and Latin letters or digits', () => {
	const tight = [...RULE_IDS.map(sampleOf), ...VARIANTS]
		.map(diagnostic => textOf(diagnostic, 'zh-CN'))
		.filter(text => /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(text));
	expect(tight).toEqual([]);
});

describe('whole texts', () => {
	it('says what is too large for one pod', () => {
		expect(bothLanguages(sampleOf('size-too-large'))).toEqual([
			'Memory 600Gi is more than one ECI pod can have (512 GiB). Split the pod or lower it.',
			'内存 600Gi 超过单个 ECI Pod 的上限（512 GiB）。请拆分 Pod 或减少资源。',
		]);
	});

	it('says what is saved by another size', () => {
		expect(bothLanguages(sampleOf('size-trap'))).toEqual([
			'4-32Gi costs ¥0.0123/h more than 8-32Gi, which holds the pod as well. Save that with --use-specs 8-32Gi.',
			'4-32Gi 比同样可容纳该 Pod 的 8-32Gi 每小时贵 ¥0.0123。使用 --use-specs 8-32Gi 可节省这笔费用。',
		]);
	});

	it('names the value to type', () => {
		expect(bothLanguages(sampleOf('quantity-invalid'))[0]).toBe(
			'"3GB" has a unit that Kubernetes doesn\'t know here. Use 3Gi.',
		);
		expect(bothLanguages(sampleOf('name-invalid'))[1]).toBe(
			'“Web App”不符合 Kubernetes 的命名规则。最多 63 个字符，只能使用 a-z、0-9 和 -，例如 web-app。',
		);
	});

	it('takes names in any script', () => {
		const {message, hint} = adviceOf(report('name-invalid', {value: '数据库', maximum: 52}), 'en');
		expect(message).toBe('"数据库" isn\'t a name that Kubernetes takes.');
		expect(hint).toBe('Use at most 52 of a-z, 0-9 and -, such as app.');
	});

	it('rounds a price limit', () => {
		expect(bothLanguages(sampleOf('spot-limit-invalid'))).toEqual([
			'"0.2504" has more than 3 decimals. Use 0.250.',
			'“0.2504”超过 3 位小数。请改为 0.250。',
		]);
	});

	it('splits a range that goes past the end of its field', () => {
		const problem = {reason: 'range-backwards', text: '22-6', field: 'hour'} as const;
		expect(bothLanguages(report('cron-invalid', {value: '0 22-6 * * *', problem}))[0]).toBe(
			'"22-6" ends before it starts. Use 22-23,0-6 instead.',
		);
	});

	it('offers the time zone that a cron text names', () => {
		const problem = {reason: 'time-zone', text: 'CRON_TZ=Asia/Tokyo'} as const;
		expect(adviceOf(report('cron-invalid', {value: '', problem}), 'en').hint).toBe(
			'Remove it and use --time-zone Asia/Tokyo.',
		);
	});

	it('offers the suggestion and, where they are few, the choices', () => {
		expect(adviceOf(sampleOf('argument-choice'), 'en').hint).toBe(
			'You probably mean bash; the choices are bash, zsh or fish.',
		);
		expect(adviceOf(sampleOf('region-unknown'), 'en').hint).toBe('You probably mean cn-hangzhou.');
	});

	it('cuts long lists of choices', () => {
		const {known} = SAMPLES['region-unknown'];
		const diagnostic = report('region-unknown', {region: 'x', known, suggestion: null});
		const shown = known.slice(0, 8);
		expect(adviceOf(diagnostic, 'en').hint).toBe(
			`Use one of ${shown.join(', ')}, … (${known.length} in all).`,
		);
		expect(adviceOf(diagnostic, 'zh-CN').hint).toBe(
			`可选值：${shown.join('、')}、…（共 ${known.length} 个）。`,
		);
	});

	it('speaks of standard input', () => {
		const facts = {file: '-', line: 2, column: 7, detail: 'Nested mappings.'};
		expect(bothLanguages(report('file-malformed', facts))).toEqual([
			"Can't understand standard input at line 2, column 7: Nested mappings. Correct line 2 and try again.",
			'无法解析标准输入（第 2 行第 7 列）：Nested mappings。请修正第 2 行后重试。',
		]);
	});

	it('names the program alone where there is no command', () => {
		const facts = {flag: '--cpus', suggestion: null};
		for (const command of ['', 'eci-plan'])
			expect(adviceOf(report('flag-unknown', {...facts, command}), 'en')).toEqual({
				message: 'eci-plan has no flag --cpus.',
				hint: 'Run eci-plan --help to see the flags.',
			});
	});
});

describe('what comes from outside', () => {
	it('cannot reach the terminal as control codes', () => {
		const name = '\u001b]0;owned\u0007\u009b31m\u202e\nweb';
		const {message} = adviceOf(
			report('preset-unknown', {name, known: [name], suggestion: null}),
			'en',
		);
		expect(message).toBe('There\'s no preset "\\u001b]0;owned\\u0007\\u009b31m\\u202e\\nweb".');
	});

	it('is escaped in lists and in nested facts', () => {
		const text = 'Mon\u0007';
		const problem = {reason: 'day-unknown', text} as const;
		const texts = [
			textOf(report('schedule-invalid', {value: text, problem}), 'en'),
			textOf(report('preset-unknown', {name: 'x', known: [text], suggestion: null}), 'zh-CN'),
		];
		for (const shown of texts) {
			expect(shown).toContain('Mon\\u0007');
			expect(shown).not.toContain('\u0007');
		}
	});

	it('is cut to 80 characters', () => {
		const {message} = adviceOf(report('number-invalid', {value: '🦜'.repeat(1_000_000)}), 'en');
		expect(message).toBe(`"${'🦜'.repeat(79)}…" isn't a number above 0 in plain digits.`);
	});

	it('is cut after it was escaped, too', () => {
		const {message} = adviceOf(report('number-invalid', {value: '\u0000'.repeat(80)}), 'en');
		expect([...message].length).toBe(80 + '"" isn\'t a number above 0 in plain digits.'.length);
	});

	it('keeps paths readable', () => {
		const file = `/home/${'folder/'.repeat(20)}pod.yaml`;
		expect(adviceOf(report('file-exists', {file}), 'en').message).toBe(`${file} exists already.`);
	});

	it('may bear the name of an inherited property', () => {
		for (const value of ['__proto__', 'constructor', 'toString'])
			expect(adviceOf(report('field-type', {expected: value, found: value}), 'en')).toEqual({
				message: `This takes ${value}, not ${value}.`,
				hint: `Use ${value}.`,
			});
	});
});
