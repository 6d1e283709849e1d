import {describe, expect, test} from 'vitest';
import {PLAN_FLAGS} from '../../source/domain/input/flag-table.ts';
import {report} from '../../source/domain/rules/rules.ts';
import {adviceOf} from '../../source/present/diagnostic-text.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {manifestNaming} from '../../source/present/manifest-naming.ts';
import {run} from '../helpers/memory-world.ts';
import {RULE_IDS, sampleOf, VARIANTS} from './rule-samples.ts';

const say = manifestNaming({ruleset: '2020', answered: []});

/** Fields that have no place in a workload: where it is to run, at which prices, how a chain is picked. */
const OF_NO_WORKLOAD =
	/^(?:region|ruleset|currency|pricing|chain|reserved|simulation|horizon|network|workload|pod\.placement)/;

describe.each([
	['chain.useSpecs', '2-4Gi', 'k8s.aliyun.com/eci-use-specs: "2-4Gi"'],
	['spot.priceLimit', '0.250', 'k8s.aliyun.com/eci-spot-price-limit: "0.250"'],
	['pod.withEip', undefined, 'k8s.aliyun.com/eci-with-eip'],
	['memory', '1Gi', 'resources.limits.memory: 1Gi'],
	['gpu', '1', 'nvidia.com/gpu: 1'],
	['workload.kind', 'statefulset', 'kind: StatefulSet'],
	['workload.replicas', '1', 'spec.replicas: 1'],
	['workload.cron', '0 2 * * *', 'spec.schedule: "0 2 * * *"'],
	['workload.timeZone', 'Asia/Shanghai', 'spec.timeZone: Asia/Shanghai'],
	['chain.arch', 'arm64', 'nodeSelector kubernetes.io/arch: arm64'],
	['chain.pick', 'balanced', '--pick balanced'],
	['region', undefined, '--region'],
])('%s', (path, value, expected) => {
	test('is named as a manifest has it', () => {
		expect(say(path, value)).toBe(expected);
	});

	test('is named by the flag that answers it', () => {
		const answered = manifestNaming({ruleset: '2020', answered: [path]});
		expect(answered(path, value)).toMatch(/^--/);
	});
});

test('an annotation is named as the ruleset names it', () => {
	expect(say('pod.imageCache')).toBe('k8s.aliyun.com/eci-image-cache');
	expect(manifestNaming({ruleset: 'current', answered: []})('pod.imageCache')).toBe(
		'k8s.aliyun.com/eci-auto-imc',
	);
});

test.each(LANGUAGES)('no flag of what a workload says is left in %s', language => {
	const flags = PLAN_FLAGS.filter(({path}) => !OF_NO_WORKLOAD.test(path)).map(
		({name}) => `--${name}`,
	);
	const left = [...RULE_IDS.map(sampleOf), ...VARIANTS].flatMap(sample => {
		const {message, hint} = adviceOf({...sample, terms: {ruleset: '2020', answered: []}}, language);
		const words = `${message} ${hint}`.match(/--[a-z-]+/g) ?? [];
		return words.filter(word => flags.includes(word)).map(word => `${sample.rule} ${word}`);
	});
	// Mistakes in a command line, wherever it was written.
	expect(
		left.filter(one => !/^(?:flag|argument|command|shards?|job|import|prices)-/.test(one)),
	).toEqual([]);
});

test('a finding without terms speaks of flags', () => {
	expect(adviceOf(report('spot-limit-missing', {}), 'en').hint).toContain(
		'--spot-price-limit 0.250',
	);
});

describe('a manifest', () => {
	const UNLIMITED =
		'kind: Pod\nmetadata:\n  name: web\n  annotations: {k8s.aliyun.com/eci-spot-strategy: SpotWithPriceLimit}\nspec: {containers: [{name: app}]}\n';
	const BARE = UNLIMITED.replace(/ {2}annotations.*\n/, '');
	const KEY = 'k8s.aliyun.com/eci-spot-price-limit: "0.250"';
	const FLAG = '--spot-price-limit 0.250';

	const saidBy = async (command: string, text: string, ...args: readonly string[]) => {
		const {out, err} = await run([command, '-f', '-', ...args], {stdin: text, columns: 1000});
		return out + err;
	};

	test.each(['plan', 'lint', 'annotate'])('is told its own keys by %s', async command => {
		const said = await saidBy(command, UNLIMITED);
		expect(said).toContain(KEY);
		expect(said).not.toContain(FLAG);
	});

	test('is told them in Chinese', async () => {
		expect(await saidBy('plan', UNLIMITED, '--lang', 'zh-CN')).toContain(KEY);
	});

	test('is told them in SARIF, of the finding and of the rule', async () => {
		const log = JSON.parse(await saidBy('lint', UNLIMITED, '-o', 'sarif', '--fail-on', 'never'));
		const {results, tool} = log.runs[0];
		const texts = [
			...results.map(({message}: {message: {text: string}}) => message.text),
			...tool.driver.rules.map(({help}: {help: {text: string}}) => help.text),
		].filter((text: string) => text.includes('price limit'));
		expect(texts).toHaveLength(2);
		for (const text of texts) expect(text).toContain(KEY);
	});

	test('is told the flag where a flag began it', async () => {
		const said = await saidBy('plan', BARE, '--spot-strategy', 'SpotWithPriceLimit');
		expect(said).toContain(FLAG);
		expect(said).not.toContain(KEY);
	});

	test('is told of its own value, though a setting lies below it', async () => {
		const defaults = {'spot-strategy': 'SpotAsPriceGo', 'spot-price-limit': '9'};
		const text = UNLIMITED.replace(
			'SpotWithPriceLimit}',
			'SpotWithPriceLimit, k8s.aliyun.com/eci-spot-price-limit: "x"}',
		);
		const {out, err} = await run(['plan', '-f', '-'], {stdin: text, defaults, columns: 1000});
		expect(out + err).toContain('stdin:4:');
		expect(out + err).not.toContain('settings spot-price-limit');
	});
});
