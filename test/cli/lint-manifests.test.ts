import {describe, expect, test} from 'vitest';
import {LINT_CASES} from '../helpers/lint-corpus.ts';
import {fails, run, type Scene} from '../helpers/memory-world.ts';
import {parseDocument, problemsOf} from './document.ts';

type Found = {
	readonly rule: string;
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly severity: string;
	readonly path?: string;
};

const lint = async (args: readonly string[], scene: Scene) => {
	const ended = await run(['lint', ...args, '-o', 'json'], scene);
	const document = parseDocument(ended.out);
	return {ended, document, found: document['diagnostics'] as readonly Found[]};
};

const lintText = (text: string, args: readonly string[] = []) =>
	lint(['-f', '-', ...args], {stdin: text});

const shownOf = (found: readonly Found[]) =>
	found.map(({line, column, rule}) => `${line}:${column} ${rule}`);

const DAEMON = 'kind: DaemonSet\nmetadata: {name: agent}\n';
const ROUNDED =
	'kind: Pod\nmetadata: {name: one}\nspec: {containers: [{name: app, image: "nginx:1.29", resources: {limits: {cpu: 2, memory: 3Gi}}}]}\n';
const WARNED = ROUNDED.replace(
	'{name: one}',
	'{name: one, annotations: {k8s.aliyun.com/eci-spot-price-limit: "0.5"}}',
).replace('3Gi', '4Gi');

describe('what is found', () => {
	test.each(LINT_CASES)('$name', async ({text, found, args}) => {
		const one = await lintText(text, args);
		expect(shownOf(one.found)).toEqual(found);
		expect(await problemsOf(one.document)).toEqual([]);
	});

	test('each has its path and its object', async () => {
		const {document} = await lintText(DAEMON);
		expect(document).toMatchObject({
			kind: 'LintReport',
			ruleset: '2020',
			failed: true,
			counts: {error: 1, warning: 0, info: 0},
			files: [{file: '-', objects: [{document: 1, kind: 'DaemonSet', name: 'agent'}]}],
			diagnostics: [
				{
					path: 'kind',
					file: '-',
					line: 1,
					column: 7,
					endLine: 1,
					endColumn: 16,
					object: {document: 1, kind: 'DaemonSet', namespace: null, name: 'agent'},
				},
			],
		});
	});

	test('in several files and folders', async () => {
		const files = {
			'b.yaml': DAEMON,
			'm/a.yaml': `${ROUNDED}---\n${DAEMON}`.replace('agent', 'other'),
		};
		const {found} = await lint(['-f', 'm', '-f', 'b.yaml'], {files, folders: ['m']});
		expect(found.map(({file, line, rule}) => `${file}:${line} ${rule}`)).toEqual([
			'm/a.yaml:2 size-rounded',
			'm/a.yaml:5 limit-daemonset',
			'b.yaml:1 limit-daemonset',
		]);
	});

	test('an object stands once, whether in one file or in two, for lint as for plan', async () => {
		const other = ROUNDED.replace('{name: one}', '{name: one, namespace: other}');
		const same = ROUNDED.replace('{name: one}', '{name: one, namespace: default}');
		const files = {'a.yaml': ROUNDED, 'b.yaml': `${other}---\n${same}`};
		const args = ['-f', 'a.yaml', '-f', 'b.yaml'];
		const {found, ended} = await lint(args, {files});
		expect(found.filter(({rule}) => rule === 'object-twice')).toMatchObject([
			{file: 'b.yaml', line: 6},
		]);
		expect(ended.code).toBe(3);
		const plan = await run(['plan', ...args], {files, columns: 200});
		expect(plan.err).toContain('b.yaml:6:18: There are two Pod objects called one');
	});

	test('objects of two API groups are two', async () => {
		const text = ['a.io/v1', 'b.io/v1', 'a.io/v2'].map(
			group => `apiVersion: ${group}\nkind: Thing\nmetadata: {name: one}\n`,
		);
		const {found} = await lintText(text.join('---\n'));
		expect(shownOf(found)).toEqual(['11:18 object-twice']);
	});

	test.each(['', '# nothing\n---\n', 'kind: List\nitems: []\n'])(
		'%j has nothing to find',
		async text => {
			const ended = await run(['lint', '-f', '-'], {stdin: text, columns: 200});
			expect(ended.code).toBe(0);
			expect(ended.err).toContain('There is no workload here.');
		},
	);

	test('nothing is said of money', async () => {
		const job = `kind: Job\nmetadata: {name: j}\nspec: {template: ${'{spec: {containers: [{name: app, image: "nginx:1.29", resources: {limits: {cpu: 2, memory: 4Gi}}}]}}'}}\n`;
		expect((await lintText(job)).found).toEqual([]);
	});
});

describe('the gate', () => {
	const end = async (text: string, args: readonly string[] = []) => {
		const {code, out, err} = await run(['lint', '-f', '-', ...args], {stdin: text, columns: 200});
		return {code, err, hasResult: out !== ''};
	};

	test.each([
		[ROUNDED, [], 0],
		[WARNED, [], 0],
		[DAEMON, [], 3],
		['kind: [', [], 3],
		[WARNED, ['--fail-on', 'warning'], 3],
		[ROUNDED, ['--fail-on', 'warning'], 0],
		[ROUNDED, ['--fail-on', 'info'], 3],
		[DAEMON, ['--fail-on', 'never'], 0],
		[WARNED, ['--fail-on', 'warning', '--severity', 'error'], 3],
	] as const)('%#', async (text, args, code) => {
		const ended = await end(text, args);
		expect({code: ended.code, hasResult: ended.hasResult}).toEqual({code, hasResult: true});
		expect(ended.err.startsWith('error: ')).toBe(code === 3);
	});

	test('says on stderr what counts', async () => {
		expect((await end(DAEMON)).err).toBe(
			'error: 1 finding is an error. Correct them, ignore them with # eci-plan-ignore: RULE, or set --fail-on.\n',
		);
	});

	test('has environment twins', async () => {
		const scene = {stdin: DAEMON, env: {ECI_PLAN_FAIL_ON: 'never', ECI_PLAN_SEVERITY: 'error'}};
		expect(await run(['lint', '-f', '-'], scene)).toMatchObject({code: 0, err: ''});
	});

	test.each([
		['lint -f none.yaml', 4, "error: Can't read none.yaml: it doesn't exist. Check the path."],
		['lint -f - --rules', 2, "error: eci-plan lint -f doesn't use --rules. Remove it."],
		[
			'lint -f - --explain limit-port',
			2,
			"error: eci-plan lint -f doesn't use --explain. Remove it.",
		],
	] as const)('%s', async (line, code, said) => {
		await fails(line, code, said, {stdin: DAEMON});
	});
});

describe('--severity', () => {
	const TEXT = `${ROUNDED}---\n${DAEMON}`;

	test.each(['table', 'csv', 'markdown', 'json', 'yaml', 'sarif', 'junit'])(
		'holds in %s',
		async format => {
			const line = ['lint', '-f', '-', '-o', format];
			const all = await run(line, {stdin: TEXT});
			const few = await run([...line, '--severity', 'error'], {stdin: TEXT});
			expect(all.out).toContain('size-rounded');
			expect(few.out).not.toContain('size-rounded');
			for (const {out, code} of [all, few]) {
				expect(out).toContain('limit-daemonset');
				expect(code).toBe(3);
			}
		},
	);

	test('says how many it leaves out', async () => {
		const {document} = await lintText(TEXT, ['--severity', 'error']);
		expect(document).toMatchObject({hidden: 1, counts: {error: 1, info: 1}});
	});
});

describe('the table', () => {
	test('shows the line and the place', async () => {
		const {out} = await run(['lint', '-f', '-'], {stdin: DAEMON, columns: 80});
		expect(out).toBe(`stdin:1:7  error  limit-daemonset
  No pods of the DaemonSet agent start on a virtual node.
  DaemonSet agent  kind
  1 | kind: DaemonSet
    |       ^^^^^^^^^
  Run it as a sidecar container in each pod.

1 error, 0 warnings, 0 notes  1 object in 1 file
`);
	});

	test('says that nothing is found', async () => {
		const {out, code} = await run(['lint', '-f', '-'], {stdin: 'kind: Namespace\n'});
		expect([code, out]).toEqual([0, 'Nothing is found.  1 object in 1 file\n']);
	});

	test('speaks Chinese', async () => {
		const {out, err} = await run(['lint', '-f', '-', '--lang', 'zh-CN'], {stdin: DAEMON});
		expect(out).toContain('1 个错误、0 个警告、0 个提示  1 个文件中的 1 个对象');
		expect(err).toMatch(/^错误：共有 1 个错误。/);
	});

	test('lets no control character through', async () => {
		const evil = '\u009b31m\u202e';
		const text = `kind: DaemonSet\nmetadata: {name: "a${evil}"}\n# ${evil}\n---\nkind: Service\nmetadata: {name: "${evil}"}\n`;
		for (const format of ['table', 'csv', 'markdown', 'json', 'yaml', 'sarif', 'junit']) {
			const {out} = await run(['lint', '-f', '-', '-o', format], {stdin: text});
			expect(out).toContain('limit-daemonset');
			expect(out).not.toMatch(/[\u0080-\u009f\u202e]/);
		}
	});
});
