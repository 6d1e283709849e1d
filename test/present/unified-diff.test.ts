import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Splice, spliced} from '../../source/domain/manifest/annotate/splice.ts';
import {plainText} from '../../source/present/tone.ts';
import {unifiedDiff} from '../../source/present/unified-diff.ts';

const diffOf = (text: string, splices: readonly Splice[], name = 'a.txt'): string =>
	unifiedDiff(name, text, splices)
		.map(line => `${plainText(line)}\n`)
		.join('');

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The lines of a hunk behind these marks, with their breaks. */
const marked = (hunk: readonly string[], marks: string): string =>
	hunk
		.flatMap((line, index) => {
			if (!marks.includes(line.charAt(0))) return [];
			return [line.slice(1) + (hunk[index + 1]?.startsWith('\\') ? '' : '\n')];
		})
		.join('');

/** Applies a unified diff as its format says, hunk by hunk from the last one. */
const applied = (text: string, diff: string): string =>
	diff
		.split(/^(?=@@ )/m)
		.slice(1)
		.toReversed()
		.reduce((result, hunk) => {
			const [head = '', ...body] = hunk.split('\n').slice(0, -1);
			const [, line, none] = /^@@ -(\d+)(,0)?/.exec(head) ?? [];
			const from = Number(line) - (none === undefined ? 1 : 0);
			const start = linesOf(result).slice(0, from).join('').length;
			const [before, after] = [marked(body, ' -'), marked(body, ' +')];
			expect(result.slice(start, start + before.length)).toBe(before);
			return result.slice(0, start) + after + result.slice(start + before.length);
		}, text);

const LINES = Array.from({length: 20}, (_, index) => `line ${index + 1}\n`).join('');

const before = (line: number) => LINES.indexOf(`line ${line}\n`);
const put = (line: number, text: string): Splice => ({
	start: before(line),
	end: before(line),
	text,
});

describe('a unified diff', () => {
	test('shows three lines around what was put in', () => {
		expect(diffOf(LINES, [put(10, 'new\n')])).toBe(
			[
				...['--- a/a.txt', '+++ b/a.txt', '@@ -7,6 +7,7 @@', ' line 7', ' line 8', ' line 9'],
				...['+new', ' line 10', ' line 11', ' line 12', ''],
			].join('\n'),
		);
	});

	test('shows a line that was changed, as it was and as it is', () => {
		const start = before(1) + 'line '.length;
		expect(diffOf(LINES, [{start, end: start + 1, text: 'one'}])).toBe(
			[
				...['--- a/a.txt', '+++ b/a.txt', '@@ -1,4 +1,4 @@', '-line 1', '+line one'],
				...[' line 2', ' line 3', ' line 4', ''],
			].join('\n'),
		);
	});

	test('joins changes that are near, and counts on behind those that are not', () => {
		const heads = (splices: readonly Splice[]) => diffOf(LINES, splices).match(/^@@.*@@$/gm);
		expect(heads([put(5, 'a\n'), put(11, 'b\n')])).toEqual(['@@ -2,12 +2,14 @@']);
		expect(heads([put(5, 'a\n'), put(12, 'b\n')])).toEqual(['@@ -2,6 +2,7 @@', '@@ -9,6 +10,7 @@']);
	});

	test('says where the last line has no break', () => {
		expect(diffOf('a', [{start: 1, end: 1, text: '\nb'}])).toBe(
			[
				...['--- a/a.txt', '+++ b/a.txt', '@@ -1 +1,2 @@', '-a', '\\ No newline at end of file'],
				...['+a', '+b', '\\ No newline at end of file', ''],
			].join('\n'),
		);
	});

	test.each([
		['/tmp/a.yaml', 'a/tmp/a.yaml'],
		['./k/a.yaml', 'a/k/a.yaml'],
		['../a.yaml', 'a/../a.yaml'],
		['a b.yaml', 'a/a b.yaml\t'],
	])('names %s as patch reads it', (name, shown) => {
		expect(diffOf('a\n', [put(1, '')], name)).toContain(`--- ${shown}\n`);
	});
});

const text = fc
	.tuple(fc.array(fc.constantFrom('a', 'b', '', 'c\r', ' -', '+'), {maxLength: 30}), fc.boolean())
	.map(([lines, isClosed]) => lines.join('\n') + (isClosed ? '\n' : ''));

const change = text.chain(before_ =>
	fc
		.uniqueArray(fc.nat(before_.length), {maxLength: 8})
		.chain(offsets =>
			fc.tuple(
				fc.constant(offsets.toSorted((a, b) => a - b)),
				fc.array(fc.constantFrom('x', 'x\n', '\nx', 'a\nb\n'), {minLength: 4, maxLength: 4}),
			),
		)
		.map(([offsets, inserted]) => {
			const splices: Splice[] = [];
			for (let index = 0; index + 1 < offsets.length; index += 2)
				splices.push({
					start: offsets[index] ?? 0,
					end: offsets[index + 1] ?? 0,
					text: inserted[index / 2] ?? '',
				});
			return {before: before_, splices};
		}),
);

test('applied, it makes of the one text the other', () => {
	fc.assert(
		fc.property(change, ({before: one, splices}) => {
			const diff = diffOf(one, splices);
			expect(applied(one, diff)).toBe(spliced(one, splices));
		}),
	);
});

test('git applies it', () => {
	const folder = mkdtempSync(join(tmpdir(), 'eci-plan-diff-'));
	try {
		const one = `${LINES}the\r\nend`;
		const splices = [put(3, 'new\n'), {start: one.length, end: one.length, text: '\nnew'}];
		writeFileSync(join(folder, 'a.txt'), one);
		const diff = diffOf(one, splices);
		const {status, stderr} = spawnSync('git', ['apply', '-p1', '-'], {cwd: folder, input: diff});
		expect([status, String(stderr)]).toEqual([0, '']);
		expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(spliced(one, splices));
	} finally {
		rmSync(folder, {recursive: true});
	}
});
