import {describe, expect, test} from 'vitest';
import {report} from '../../source/domain/rules/rules.ts';
import {ok, run} from '../helpers/memory-world.ts';

const ROUNDED = ['size', '--cpu', '2', '--memory', '3Gi'];
const ESCAPE = '\u001b';

describe('what goes where', () => {
	test('results on stdout, what there is to say about them on stderr', async () => {
		const {out, err} = await run(ROUNDED);
		expect(out).toMatch(/^One pod\n/);
		expect(err).toMatch(/^warning: /);
		expect(err).toContain('note: 2 vCPU, 3 GiB is rounded up');
	});

	test('a message is one line in a log, however narrow the terminal of the result', async () => {
		const line = ['cost', '--cpu', '2', '--memory', '3Gi', '--use-specs', 'ecs.c6.zzz,2-4Gi'];
		const {err} = await run(line, {columns: 40, terminals: {stdout: true}});
		const lines = err.trimEnd().split('\n');
		expect(lines.length).toBeGreaterThan(2);
		for (const text of lines) expect(text).toMatch(/^(?:warning|note): .*\.$/);
		const wrapped = await run(line, {columns: 40, terminals: {stderr: true}, env: {NO_COLOR: '1'}});
		expect(wrapped.err.split('\n').length).toBeGreaterThan(2 * lines.length);
		expect(wrapped.err.replaceAll(/\n +/g, ' ')).toBe(err);
	});

	// The brief: above 4 vCPU nothing is rounded. 8-16Gi is the next size that holds 5 vCPU and 9 GiB.
	test('--quiet keeps the way out of a size that is not rounded', async () => {
		const size = ['size', '--cpu', '5', '--memory', '9Gi', '--quiet'];
		expect(await ok(size)).toMatch(/\n {2}Advice {2}--use-specs 8-16Gi\n/);
		expect(await ok([...size, '-o', 'markdown'])).toContain('\n- Advice: --use-specs 8-16Gi\n');
		expect(await ok([...size, '-o', 'csv'])).toContain('\nsuggested,8-16Gi,,,,,,,\n');
	});

	test('--quiet says errors only', async () => {
		const {out, err} = await run([...ROUNDED, '--quiet']);
		expect({out, err}).toEqual({out: await ok(ROUNDED), err: ''});
		expect((await run(ROUNDED, {env: {ECI_PLAN_QUIET: 'true'}})).err).toBe('');
		for (const value of ['', 'false'])
			expect((await run(ROUNDED, {env: {ECI_PLAN_QUIET: value}})).err).not.toBe('');
		expect((await run(['size', '--memory', '3', '--quiet'])).err).toMatch(/^error: --memory/);
	});

	test('a document carries its diagnostics, so stderr stays empty', async () => {
		for (const format of ['json', 'yaml'])
			expect((await run([...ROUNDED, '-o', format])).err).toBe('');
		for (const format of ['csv', 'markdown'])
			expect((await run([...ROUNDED, '-o', format])).err).not.toBe('');
	});

	test('settings that were set aside are told before anything else', async () => {
		const facts = {file: '/c/settings.json', movedTo: '/c/settings.json.1.bak', reason: 'not JSON'};
		const settingsDiagnostics = [report('settings-set-aside', facts)];
		const {code, out, err} = await run(ROUNDED, {settingsDiagnostics});
		expect({code, out}).toEqual({code: 0, out: await ok(ROUNDED)});
		expect(err).toMatch(/^warning: The settings in \/c\/settings\.json can't be used/);
		expect((await run([...ROUNDED, '--quiet'], {settingsDiagnostics})).err).toMatch(
			/^warning: The settings in [^\n]*\n$/,
		);
		const failing = await run(['size', '--foo'], {settingsDiagnostics});
		expect(failing.err).toMatch(/^warning: .*[\s\S]*\nerror: /);
	});
});

describe('colour', () => {
	test('is for terminals only', async () => {
		const terminal = await run(ROUNDED, {isTerminal: true});
		expect(terminal.out).toContain(ESCAPE);
		expect(terminal.err).toContain(ESCAPE);
		const pipe = await run(ROUNDED);
		expect(pipe.out + pipe.err).not.toContain(ESCAPE);
		const half = await run(ROUNDED, {terminals: {stdout: true}});
		expect(half.out).toContain(ESCAPE);
		expect(half.err).not.toContain(ESCAPE);
	});

	test.each([
		['--no-color', ['--no-color'], {}],
		['NO_COLOR', [], {NO_COLOR: '1'}],
		['ECI_PLAN_NO_COLOR', [], {ECI_PLAN_NO_COLOR: 'true'}],
		['TERM=dumb', [], {TERM: 'dumb'}],
	])('%s turns it off, in errors as well', async (_name, args, env) => {
		const scene = {isTerminal: true, env};
		const done = await run([...ROUNDED, ...args], scene);
		const wrong = await run(['size', '--memory', '3', ...args], scene);
		const unknown = await run(['size', '--foo', ...args], scene);
		expect(done.out + done.err + wrong.err + unknown.err).not.toContain(ESCAPE);
	});

	test('an empty NO_COLOR means nothing, as its rules say', async () => {
		const {out} = await run(ROUNDED, {isTerminal: true, env: {NO_COLOR: ''}});
		expect(out).toContain(ESCAPE);
	});

	test('is never in JSON, CSV or Markdown', async () => {
		for (const format of ['json', 'csv', 'markdown'])
			expect(await ok([...ROUNDED, '-o', format], {isTerminal: true})).not.toContain(ESCAPE);
	});
});

describe('repetition', () => {
	test('the same line prints the same bytes', async () => {
		for (const format of ['table', 'json', 'yaml', 'csv', 'markdown']) {
			const line = ['cost', '--preset', 'web', '-o', format];
			expect(await run(line)).toEqual(await run(line));
		}
	});

	test('the last of a repeated flag counts', async () => {
		expect(await ok([...ROUNDED, '--cpu', '4', '--quiet', '--quiet'])).toBe(
			await ok(['size', '--cpu', '4', '--memory', '3Gi']),
		);
	});

	test('flags may stand before the command, be glued to = or to a short name', async () => {
		const json = await ok([...ROUNDED, '-o', 'json']);
		expect(await ok(['--cpu=2', '--memory=3Gi', '-ojson', 'size'])).toBe(json);
		expect(await ok([...ROUNDED, '-o=json'])).toBe(json);
		expect(await ok([...ROUNDED, '--output=json'])).toBe(json);
	});
});
