import stringWidth from 'string-width';
import {beforeEach, describe, expect, test, vi} from 'vitest';
import type {PreparedSimulation} from '../../source/cli/simulate-plan.ts';
import {report} from '../../source/domain/rules/rules.ts';
import {BLOCK_PATHS, type PathsRequest} from '../../source/domain/simulation/path-columns.ts';
import type {PathRunner} from '../../source/ports.ts';
import {fails, ok, run, type Scene} from '../helpers/memory-world.ts';
import {finishOf, MODEL, SETUP} from '../helpers/simulations.ts';
import {parseDocument, problemsOf} from './document.ts';

const prepared = vi.hoisted((): {current: PreparedSimulation | null} => ({current: null}));

vi.mock('../../source/cli/simulate-plan.ts', () => ({
	simulatePlan: () => Promise.resolve(prepared.current),
}));

vi.mock('../../source/domain/simulation/finish.ts', () => ({finishSimulation: finishOf}));

const PREPARED: PreparedSimulation = {setup: SETUP, diagnostics: []};

beforeEach(() => {
	prepared.current = PREPARED;
});

/** A pod whose prices leave nothing to say but their age. */
const LINE = ['simulate', '--cpu', '2', '--memory', '4Gi', '--use-specs', '2-4Gi'];

/** An engine that tells what it was asked, and calls `turn` after each block. */
const engine = (turn: (done: number) => void = () => undefined) => {
	const requests: PathsRequest[] = [];
	const paths: PathRunner = {
		run: async function* (model, request) {
			expect(model).toBe(MODEL);
			requests.push(request);
			const {from, count, signal} = request;
			for (let done = 0; done < count && !signal.aborted; done += BLOCK_PATHS) {
				const size = Math.min(BLOCK_PATHS, count - done);
				yield {from: from + done, count: size, strategies: []};
				turn(done / BLOCK_PATHS + 1);
			}
		},
	};
	return {requests, paths};
};

const simulate = (scene: Scene = {}, ...flags: readonly string[]) =>
	run([...LINE, ...flags], {paths: engine().paths, ...scene});

describe('what it prints', () => {
	test('is a report on stdout, what to know about prices on stderr', async () => {
		const {code, out, err} = await simulate({columns: 80});
		expect(code).toBe(0);
		expect(out).toContain(
			'  spot             646.12   1.23    598.40    645.25    731.00    790.50\n',
		);
		for (const title of ['Cost over time', 'What the cost is due to', 'Assumptions', 'This run'])
			expect(out).toContain(`\n${title}\n`);
		for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
		expect(err).toContain('spot price');
		expect(err).not.toContain('P99');
		expect(await simulate({columns: 80}, '--quiet')).toMatchObject({code: 0, out, err: ''});
	});

	test('is a document that fits its schema and carries the diagnostics', async () => {
		prepared.current = {...PREPARED, diagnostics: [report('spot-limit-missing', {}, 'market')]};
		const {code, out, err} = await simulate({}, '-o', 'json');
		expect({code, err}).toEqual({code: 0, err: ''});
		const document = parseDocument(out);
		expect(await problemsOf(document)).toEqual([]);
		expect(document).toMatchObject({
			kind: 'Simulation',
			paths: 1000,
			diagnostics: expect.arrayContaining([
				expect.objectContaining({rule: 'spot-limit-missing', path: 'market'}),
				expect.objectContaining({rule: 'spot-price-estimated'}),
			]),
		});
	});

	test('is YAML, CSV or Markdown', async () => {
		expect((await simulate({}, '-o', 'yaml')).out).toMatch(
			/^apiVersion: eci-plan\/v1\nkind: Simulation\n/,
		);
		expect((await simulate({}, '-o', 'csv')).out.split('\n')).toHaveLength(5);
		expect((await simulate({}, '-o', 'markdown')).out).toContain('### Cost over time\n\n```text\n');
	});

	test('is Chinese where that is asked', async () => {
		const {out} = await simulate({columns: 80}, '--lang', 'zh-CN');
		expect(out).toContain('\n累计费用\n');
		expect(out).toContain('  ━ 按量付费   ┅ 抢占式   ▲ 抢占式转按量');
		for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
	});

	test('has colours in a terminal that takes them, and marks without', async () => {
		const colored = await simulate({isTerminal: true, columns: 80});
		expect(colored.out).toContain('\u001b[35m┅');
		const plain = await simulate({isTerminal: true, columns: 80, env: {NO_COLOR: '1'}});
		expect(plain.out).not.toContain('\u001b');
		expect(plain.out).toContain('━ on-demand   ┅ spot   ▲ spot-fallback   ░ P10 to P90');
		const dumb = await simulate({isTerminal: true, columns: 80, env: {TERM: 'dumb'}});
		expect(dumb.out).toContain('- on-demand   o spot   ^ spot-fallback   . P10 to P90');
		expect(dumb.out).not.toMatch(/[│┤└─┬░┅]/u);
	});
});

describe('paths', () => {
	test('are drawn by the number of workers that is asked for', async () => {
		for (const [flags, env, workers] of [
			[[], {}, null],
			[['--workers', '2'], {}, 2],
			[[], {ECI_PLAN_WORKERS: '3'}, 3],
			[['--workers', '64'], {ECI_PLAN_WORKERS: '3'}, 64],
		] as const) {
			const {paths, requests} = engine();
			expect(await run([...LINE, ...flags], {paths, env})).toMatchObject({code: 0});
			expect(requests).toMatchObject([{from: 0, count: 1000, workers}]);
		}
	});

	test.each(['0', '65', '1000'])('refuse %s workers', async workers => {
		await fails(
			[...LINE, '--workers', workers],
			2,
			`error: --workers: ${workers} is outside the range from 1 to 64. Use a whole number from 1 to 64.`,
		);
	});

	test('refuse a number of workers that is none', async () => {
		await fails(
			[...LINE, '--workers', 'many'],
			2,
			'error: --workers: "many" isn\'t a whole number. Use a whole number from 1 to 64.',
		);
	});

	test('name the variable that a wrong number comes from', async () => {
		await fails(
			LINE,
			2,
			'error: ECI_PLAN_WORKERS: 0 is outside the range from 1 to 64. Use a whole number from 1 to 64.',
			{env: {ECI_PLAN_WORKERS: '0'}},
		);
	});

	test('that are too few for P99 are noted', async () => {
		prepared.current = {...PREPARED, setup: {...SETUP, paths: 500}};
		const {code, out, err} = await simulate({columns: 80});
		expect(code).toBe(0);
		expect(out).toContain('  spot             646.12   1.23    598.40    645.25    731.00    –\n');
		expect(err).toContain(
			"note: P99 isn't told: 500 paths are too few to estimate it. Use --paths 1000 or more.\n",
		);
		expect(err).not.toContain('interrupted');
	});

	test('that a bug ends are a bug', async () => {
		const paths: PathRunner = {
			run: () => {
				throw new TypeError('oops');
			},
		};
		expect(await run(LINE, {paths})).toMatchObject({code: 1, out: ''});
	});
});

describe('Ctrl-C', () => {
	/** Pressed after so many blocks. */
	const pressedAfter = (blocks: number, ...flags: readonly string[]) => {
		const controller = new AbortController();
		if (blocks === 0) controller.abort();
		const {paths} = engine(done => {
			if (done === blocks) controller.abort();
		});
		return run([...LINE, ...flags], {paths, interruption: controller.signal, columns: 1000});
	};

	test('prints what there is, and says of how many paths', async () => {
		const {code, out, err} = await pressedAfter(7);
		expect(code).toBe(130);
		expect(out).toContain('  Paths     448 of the 1,000 asked for, seed 1\n');
		expect(err).toContain(
			'warning: The simulation is interrupted: this is of 448 of the 1000 paths. The figures are right but less precise; run it again to have them all.\n',
		);
		expect(err).toContain("note: P99 isn't told: 448 paths are too few to estimate it.");
	});

	test('is in the document too', async () => {
		const {code, out, err} = await pressedAfter(7, '-o', 'json');
		expect({code, err}).toEqual({code: 130, err: ''});
		const document = parseDocument(out);
		expect(await problemsOf(document)).toEqual([]);
		expect(document).toMatchObject({
			paths: 448,
			pathsAsked: 1000,
			diagnostics: expect.arrayContaining([
				expect.objectContaining({rule: 'paths-interrupted'}),
				expect.objectContaining({rule: 'paths-too-few'}),
			]),
		});
	});

	test('before the first block prints nothing', async () => {
		for (const flags of [[], ['-o', 'json']])
			expect(await pressedAfter(0, ...flags)).toMatchObject({
				code: 130,
				out: '',
				err: 'warning: The simulation is interrupted before its first result. Run it again, with fewer --paths if it takes too long.\n',
			});
	});

	test('behind the last block is too late', async () => {
		const {code, err} = await pressedAfter(16);
		expect(code).toBe(0);
		expect(err).not.toContain('interrupted');
	});

	test('may end the engine by an error', async () => {
		const controller = new AbortController();
		const paths: PathRunner = {
			run: async function* (_model, {signal}) {
				yield {from: 0, count: 64, strategies: []};
				controller.abort();
				signal.throwIfAborted();
			},
		};
		const {code, out} = await run(LINE, {paths, interruption: controller.signal});
		expect(code).toBe(130);
		expect(out).toContain('64 of the 1,000 asked for');
	});
});

describe('progress', () => {
	/** Each block takes a quarter of a second. */
	const watched = (scene: Scene = {}, ...flags: readonly string[]) => {
		let clock = 0;
		return run([...LINE, '--name', 'shop', ...flags], {
			paths: engine(() => (clock += 250)).paths,
			elapsed: () => clock,
			terminals: {stderr: true},
			columns: 80,
			...scene,
		});
	};

	test('is a bar once a second has gone by, and is gone at the end', async () => {
		const [before, first, ...rest] = (await watched()).err.split('\r\u001b[K');
		expect(before).toBe('');
		expect(first).toBe(
			'Simulating shop [#########--------------------]  32 % 3 s left · 320/1000 paths',
		);
		expect(rest).toContain(
			'Simulating shop [##############################] 100 % 1000/1000 paths',
		);
		expect(rest.at(-1)).not.toContain('Simulating');
	});

	test('is nothing for what is quick, with --quiet, or without a terminal', async () => {
		expect((await watched({elapsed: () => 0})).err).not.toContain('Simulating');
		expect((await watched({}, '--quiet')).err).toBe('');
		expect((await watched({terminals: {}})).err).not.toContain('Simulating');
	});

	test('speaks Chinese', async () => {
		expect((await watched({}, '--lang', 'zh-CN')).err).toContain('正在模拟 shop [');
	});
});

test('the plan is refused before anything is drawn', async () => {
	const {paths, requests} = engine();
	const {code, out} = await run(['simulate', '--cpu', '2', '--memory', '4'], {paths});
	expect({code, out, requests}).toEqual({code: 2, out: '', requests: []});
});

test('the help tells what it is for, with an example', async () => {
	const help = await ok('simulate --help', {columns: 100});
	expect(help).toContain('--workers 2');
	expect(help).toContain('eci-plan simulate --cpu 2');
});
