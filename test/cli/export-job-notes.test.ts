import {describe, expect, test} from 'vitest';
import {fails, run, type Scene} from '../helpers/memory-world.ts';

const PLAN = ['--name', 'shop', '--cpu', '2', '--memory', '4Gi', '--use-specs', '2-4Gi'];
const LINE = ['export', '--as', 'simulation-job', ...PLAN];

const MARKET =
	'stock: {law: trace, file: data/trace.json, polarity: available, stepSeconds: 600}\n';
const FILES = {'m/busy.yaml': MARKET, 'm/data/trace.json': '[1, 1, 0, 1, 1, 1]\n'};

describe('what a simulation job says', () => {
	const said = async (flags: readonly string[], scene: Scene = {}) =>
		(await run([...LINE, ...flags], {columns: 1000, ...scene})).err;

	test('that logs of ECI are too short for its shards', async () => {
		// 10,000 paths / 4 × 3 strategies × 66 figures × 17 bytes; 311 paths are below 1 MiB.
		expect(await said(['--paths', '10000', '--shards', '4'])).toContain(
			'warning: --shards: Each shard prints some 8218 KiB, and ECI hands out no more than 1024 KiB of a log. Use --shards 33 or more.\n',
		);
		expect(await said(['--paths', '10000', '--shards', '33'])).not.toContain('KiB');
	});

	test('that imported prices stay here', async () => {
		const csv = 'type,region,onDemand,currency,asOf\necs.c6.large,cn-hangzhou,0.3,CNY,2026-11-01\n';
		const {imported} = await run(['prices', 'import', 'p.csv'], {files: {'p.csv': csv}});
		const warning =
			"warning: The prices that were imported for cn-hangzhou aren't in the job, which goes by those that ship. Name a price file with --prices to carry it along.\n";
		expect(await said([], {imported})).toContain(warning);
		expect(await said(['--region', 'cn-beijing'], {imported})).not.toContain('imported');
	});

	test.each([
		['shards', '0', '0 is outside the range from 1 to 1000. Use a whole number from 1 to 1000.'],
		['shards', 'x', '"x" isn\'t a whole number. Use a whole number from 1 to 1000.'],
	])('of --%s %s', async (flag, value, text) => {
		await fails([...LINE, `--${flag}`, value], 2, `error: --${flag}: ${text}`);
	});

	test('of an image that is none', async () => {
		expect(await run([...LINE, '--job-image', 'a b'])).toMatchObject({code: 2, out: ''});
	});

	test('of flags without the job', async () => {
		await fails(
			['export', ...PLAN, '--shards', '4'],
			2,
			"error: eci-plan export without --as simulation-job doesn't use --shards. Remove it.",
		);
	});

	test("of files that it can't carry", async () => {
		await fails(
			[...LINE, '--market', '-'],
			2,
			"error: --market: The job can't carry the file: it comes from standard input. Name a file.",
			{stdin: MARKET},
		);
		await fails(
			[...LINE, '--market', 'm.yaml'],
			2,
			"error: m.yaml: price.law: The job can't carry m.yaml: it is the imported prices of this machine. Name a price file with price.file in the market file.",
			{files: {'m.yaml': 'price: {law: history}\n'}},
		);
		await fails(
			[...LINE, '--market', 'm/busy.yaml'],
			2,
			"error: --market: The job can't carry trace.json: a ConfigMap holds at most 1 MiB. Use smaller files, or run the shards where the files are.",
			{files: {...FILES, 'm/data/trace.json': `[${'1,'.repeat(600_000)}0]`}},
		);
		await fails(
			[...LINE, '--market', 'm.yaml'],
			2,
			"error: m.yaml: price.file: The job can't carry p.csv: it is no text. Use a file of text, such as CSV or JSON.",
			{files: {'m.yaml': 'price: {law: history, file: p.csv}\n', 'p.csv': '\u001f\ufffd\u0000'}},
		);
	});
});
