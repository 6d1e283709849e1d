import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {yamlDocuments} from '../source/adapters/yaml-documents.ts';
import {hasErrors} from '../source/domain/diagnostics.ts';
import {type PlanInput, planInputShape} from '../source/domain/input/plan-input.ts';
import {check} from '../source/domain/schema/check.ts';
import {ok, ROOT, run} from './helpers/memory-world.ts';

const FOLDER = join(ROOT, 'presets');
const NAMES = readdirSync(FOLDER).map(file => file.replace(/\.yaml$/, ''));

const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.yaml`), 'utf8');

const inputOf = (name: string): PlanInput => check(planInputShape, parse(textOf(name))).value;

test('the presets of the product are all there', () => {
	expect(NAMES.toSorted()).toEqual([
		'api',
		'batch',
		'ci-runner',
		'cron',
		'gpu-inference',
		'spark',
		'web',
	]);
});

describe.each(NAMES)('%s', name => {
	test('starts with a comment, names its kind and itself, and has one line about it', () => {
		expect(textOf(name)).toMatch(
			/^# [A-Z].*\.\n(?:# .*\n)*apiVersion: eci-plan\/v1\nkind: PlanInput\n/,
		);
		expect(inputOf(name)).toMatchObject({
			name,
			description: expect.stringMatching(/^[A-Z].*[^.]$/),
		});
	});

	test('can be read and fits the schema', async () => {
		const attempt = await yamlDocuments.parse(textOf(name), name);
		expect(attempt).toMatchObject({ok: true});
		expect(check(planInputShape, parse(textOf(name))).diagnostics).toEqual([]);
	});

	test.each(['2020', 'current'])('plans under the rules "%s" without an error', async ruleset => {
		for (const command of ['size', 'cost']) {
			const out = await ok([command, '--preset', name, '--ruleset', ruleset, '-o', 'json']);
			const {diagnostics}: {diagnostics: Parameters<typeof hasErrors>[0]} = JSON.parse(out);
			expect(hasErrors(diagnostics)).toBe(false);
		}
	});

	test.each(['2020', 'current'])('is exported under the rules "%s"', async ruleset => {
		const {code, out, err} = await run(['export', '--preset', name, '--ruleset', ruleset]);
		expect(code).toBe(0);
		expect(err).not.toMatch(/^(?:error|warning):(?! The oldest price)/m);
		expect(out).not.toContain('your-image');
		expect(parse(out)).toMatchObject({metadata: {name}});
	});

	test('can be saved under another name and plans as before', async () => {
		const {settings} = await run(['presets', 'save', 'mine', '--preset', name]);
		const saved = settings.presets;
		expect(await ok(['cost', '--preset', 'mine', '-o', 'json'], {saved})).toBe(
			await ok(['cost', '--preset', name, '-o', 'json']),
		);
	});

	test('has images with a tag, so that tomorrow it runs what it runs today', () => {
		for (const {image} of inputOf(name).containers ?? []) expect(image).toMatch(/:(?!latest$).+/);
	});
});

/** The numbers that a description may name, made from the content. */
const loadNumbers = ({workload}: PlanInput): readonly (string | undefined)[] => {
	const {replicas = 1, work, runsPerDay, cron, schedule = ''} = workload ?? {};
	const scheduled = [...schedule.matchAll(/=(\d+)/g)].map(([, count]) => count);
	return [
		replicas === 1 ? 'one pod' : `${replicas} pods`,
		...scheduled.flatMap(count => [`${count} pods`, `${count} in office hours`]),
		work?.replace(/(\d+)h/, '$1 h').replace(/(\d+)m/, '$1 min'),
		`${runsPerDay} runs`,
		cron?.replace(/^(\d+) (\d+) .*/, '0$2:0$1'),
	];
};

const sizeNumbers = ({containers = []}: PlanInput): readonly (string | undefined)[] =>
	containers.flatMap(({cpu, memory, gpu = 0}) => [
		`${cpu} vCPU`,
		memory?.replace('Gi', ' GiB'),
		gpu === 1 ? 'one GPU' : `${gpu} GPUs`,
	]);

/** Longer ones first, so that none is cut out of another. */
const numbersOf = (input: PlanInput): readonly string[] =>
	[...loadNumbers(input), ...sizeNumbers(input)]
		.flatMap(text => text || [])
		.toSorted((a, b) => b.length - a.length);

describe('a description tells the truth', () => {
	test.each(NAMES)('%s', name => {
		const input = inputOf(name);
		let left = input.description ?? '';
		for (const number of numbersOf(input)) left = left.replace(number, '');
		expect(left).not.toMatch(/\d|\bone\b/);
		expect(left).not.toBe(input.description);
		expect(/spot/.test(left)).toBe(input.spot !== undefined);
	});

	test('the comments do so too', async () => {
		expect(await ok('size --preset web -o json')).toContain('"spec": "2-4Gi"');
		expect(textOf('web')).toContain('1.5 vCPU, 3 GiB, which ECI bills as 2-4Gi');
		expect(inputOf('batch').workload?.runsPerDay).toBe('4');
		expect(textOf('batch')).toContain('runs four times a day');
		expect(inputOf('api').workload?.replicas).toBe(6);
		expect(textOf('api')).toContain('six equal pods');
	});
});
