import {describe, expect, test} from 'vitest';
import {PLAN_FLAGS} from '../../source/domain/input/flag-table.ts';
import {report} from '../../source/domain/rules/rules.ts';
import {chainReport} from '../../source/present/chain-odds-report.ts';
import {adviceOf} from '../../source/present/diagnostic-text.ts';
import {LANGUAGES, type Naming} from '../../source/present/language/language.ts';
import {reportLines} from '../../source/present/report-lines.ts';
import {plainText} from '../../source/present/tone.ts';
import {fieldNaming} from '../../source/ui/state/field-naming.ts';
import {planOf} from '../helpers/domain-fixtures.ts';
import {RULE_IDS, sampleOf, VARIANTS} from '../present/rule-samples.ts';

const ALL = [...RULE_IDS.map(sampleOf), ...VARIANTS];

/** What the texts of all rules name, each with the value it is set to. */
const namedIn = (language: (typeof LANGUAGES)[number]): readonly string[] => {
	const named: string[] = [];
	const say: Naming = (path, value) => {
		named.push(value === undefined ? path : `${path}=${value}`);
		return path;
	};
	for (const diagnostic of ALL) adviceOf(diagnostic, language, say);
	return named;
};

test('texts name fields of the PlanInput, and both languages the same ones', () => {
	const [en, zh] = LANGUAGES.map(namedIn);
	expect(en).toEqual(zh);
	const unknown = en?.filter(one => !PLAN_FLAGS.some(({path}) => path === one.split('=')[0]));
	expect(unknown).toEqual([]);
	expect(new Set(en).size).toBeGreaterThan(30);
});

describe.each(LANGUAGES)('in %s', language => {
	const say = fieldNaming(language);

	test('no flag of a field is left in a hint', () => {
		const flags = PLAN_FLAGS.map(({name}) => `--${name}`);
		const silent: Naming = () => '';
		const left = ALL.flatMap(one => {
			const {message, hint} = adviceOf(one, language, silent);
			const words = `${message} ${hint}`.match(/--[a-z-]+/g) ?? [];
			return words.filter(word => flags.includes(word)).map(word => `${one.rule} ${word}`);
		});
		// These are about the command line itself.
		const about =
			/^(?:flag|argument|command|prices|simulation|shard|shards|job|import|refresh|cloud|paths|preset|percentile|diff|plan-saved)-/;
		expect(left.filter(one => !about.test(one))).toEqual([]);
	});

	test('a chain says how its assumptions are changed in the wizard, and no flag', () => {
		const shown = (naming?: Naming) =>
			reportLines(chainReport(planOf({}), false, language, naming), 120, false)
				.map(plainText)
				.join('\n');
		expect(shown()).toMatch(/--in-stock[\s\S]*--shared-sizes/);
		expect(shown(say)).not.toContain('--');
		expect(shown(say)).toContain(say('chain.inStock'));
	});

	test('a field that the wizard asks for has no dashes', () => {
		for (const path of ['chain.pin', 'chain.avoid', 'chain.inStock', 'chain.targetPlaced'])
			expect(say(path)).not.toContain('--');
		for (const path of ['cpu', 'image', 'workload.replicas', 'spot.priceLimit', 'pod.withEip'])
			expect(say(path)).not.toContain('--');
	});
});

test('the wizard names step and label, the command line the flag', () => {
	const diagnostic = report('spot-limit-missing', {});
	expect(adviceOf(diagnostic, 'en', fieldNaming('en')).hint).toBe(
		'Add one per hour, such as Billing › Price limit = 0.250, or use SpotAsPriceGo.',
	);
	expect(adviceOf(diagnostic, 'zh-CN', fieldNaming('zh-CN')).hint).toContain('计费 › 价格上限');
	expect(adviceOf(diagnostic, 'en').hint).toContain('--spot-price-limit 0.250');
	expect(fieldNaming('en')('chain.useSpecs', '2-4Gi')).toBe('Chain = 2-4Gi');
	expect(fieldNaming('en')('volumes')).toBe('Pod › Volumes');
	expect(fieldNaming('en')('workload.pull', '60s')).toBe('--pull 60s');
});
