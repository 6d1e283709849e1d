import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {RuleId} from '../../source/domain/rules/facts.ts';
import {ruleRow} from '../../source/domain/rules/rule-rows.ts';
import {LINT_CASES} from '../helpers/lint-corpus.ts';
import {run} from '../helpers/memory-world.ts';
import {yamlLike, yamlStream} from '../helpers/yaml-texts.ts';
import {parseDocument} from './document.ts';

type Found = Readonly<Record<'line' | 'column' | 'endLine' | 'endColumn', number>>;

const PIECES = [
	'# eci-plan-ignore: limit-host-network, limit-daemonset',
	'    x: |\n    # eci-plan-ignore: limit-port',
	'---',
	'...',
	'kind: DaemonSet',
	'metadata: {name: 中文, annotations: {k8s.aliyun.com/eci-nothing: 1}}',
	'spec: &a {hostPID: true}',
	'spec: *a',
	'<<: *a',
	'{{ if }}',
	'\t',
	'\ufeff',
	'"',
];

/** Manifests of the corpus with lines taken out, put twice and put in. */
const broken = fc
	.tuple(
		fc.constantFrom(...LINT_CASES.map(({text}) => text)),
		fc.array(fc.tuple(fc.nat({max: 30}), fc.nat({max: 2}), fc.constantFrom(...PIECES)), {
			maxLength: 5,
		}),
		fc.constantFrom('\n', '\r\n'),
	)
	.map(([text, edits, newline]) => {
		const lines = text.split(/\r?\n/);
		for (const [at, taken, piece] of edits) lines.splice(at % lines.length, taken, piece);
		return lines.join(newline);
	});

/** What `lint --explain` says of where a rule is looked for has to be so. */
test('nothing is found in a file that is told to be of plans alone', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof({weight: 3, arbitrary: broken}, yamlLike), async text => {
			const {out} = await run(['lint', '-f', '-', '-o', 'json'], {stdin: text});
			const found = parseDocument(out)['diagnostics'] as readonly {readonly rule: RuleId}[];
			for (const {rule} of found)
				expect({rule, checks: ruleRow(rule).checks}).not.toMatchObject({checks: 'plan'});
		}),
		{numRuns: 100},
	);
});

test('every position is one of the file, whatever the file', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof({weight: 3, arbitrary: broken}, yamlLike, yamlStream), async text => {
			const {code, out} = await run(['lint', '-f', '-', '-o', 'json'], {stdin: text});
			expect([0, 3]).toContain(code);
			const lines = text.split(/\r\n|\r|\n/);
			const isWithin = (line: number, column: number) =>
				line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1;
			for (const found of parseDocument(out)['diagnostics'] as readonly Found[]) {
				const {line, column, endLine, endColumn} = found;
				expect({found, isWithin: isWithin(line, column)}).toMatchObject({isWithin: true});
				expect({found, isWithin: isWithin(endLine, endColumn)}).toMatchObject({isWithin: true});
				expect(endLine * 1e6 + endColumn).toBeGreaterThanOrEqual(line * 1e6 + column);
			}
		}),
		{numRuns: 300},
	);
});

test('the table holds its width, whatever the file', async () => {
	await fc.assert(
		fc.asyncProperty(broken, async text => {
			const {out} = await run(['lint', '-f', '-'], {stdin: text, columns: 60});
			expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
			for (const line of out.split('\n').filter(each => /^ *\d* \| /.test(each)))
				expect(line.length).toBeLessThanOrEqual(60);
		}),
		{numRuns: 60},
	);
});
