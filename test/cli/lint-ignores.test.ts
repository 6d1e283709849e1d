import {describe, expect, test} from 'vitest';
import {run} from '../helpers/memory-world.ts';
import {parseDocument} from './document.ts';

type Found = {readonly rule: string; readonly line: number; readonly column: number};

const lint = async (text: string) => {
	const {out} = await run(['lint', '-f', '-', '-o', 'json'], {stdin: text});
	const {diagnostics, ignored} = parseDocument(out);
	return {
		ignored,
		found: (diagnostics as readonly Found[]).map(
			({rule, line, column}) => `${line}:${column} ${rule}`,
		),
	};
};

/** A Pod whose `hostPID` stands on line 4 and `hostNetwork` on line 5, with lines put in front of them. */
const pod = (pid: readonly string[], network: readonly string[] = []) =>
	[
		'kind: Pod',
		'metadata: {name: one}',
		'spec:',
		...pid,
		...(network.length > 0 ? network : ['  hostNetwork: false']),
		'  containers: [{name: app, image: "nginx:1.29", resources: {limits: {cpu: 2, memory: 4Gi}}}]',
		'',
	].join('\n');

const DAEMON = 'kind: DaemonSet\nmetadata: {name: agent}\n';
const PID = '  hostPID: true';

describe('# eci-plan-ignore', () => {
	test('holds on its line', async () => {
		expect(await lint(pod([`${PID} # eci-plan-ignore: limit-host-pid`]))).toEqual({
			ignored: 1,
			found: [],
		});
	});

	test('holds for the line below, whatever comments and blanks are between', async () => {
		const lines = ['  # eci-plan-ignore: limit-host-pid', '', '  # because', PID];
		expect(await lint(pod(lines))).toEqual({ignored: 1, found: []});
	});

	test('takes several rules and a reason', async () => {
		const line =
			'  hostNetwork: true #eci-plan-ignore: limit-host-network , size-trap -- it must, size';
		expect(await lint(pod([], [line]))).toEqual({ignored: 1, found: ['4:60 ignore-unused']});
	});

	test('holds no further than its line', async () => {
		const lines = [`${PID} # eci-plan-ignore: limit-host-pid`];
		expect(await lint(pod(lines, ['  hostNetwork: true']))).toEqual({
			ignored: 1,
			found: ['5:16 limit-host-network'],
		});
	});

	test.each([
		['above the first line', '# eci-plan-ignore: limit-host-pid\n'],
		['above the marker', '# eci-plan-ignore: limit-host-pid\n---\n'],
		['behind the marker', '--- # eci-plan-ignore: limit-host-pid\n'],
		['below the marker', '---\n# eci-plan-ignore: limit-host-pid\n\n'],
		['behind a byte order mark', '\ufeff# eci-plan-ignore: limit-host-pid\n'],
		['with line ends of Windows', '# eci-plan-ignore: limit-host-pid\r\n---\r\n'],
	])('%s holds for the document', async (_name, head) => {
		expect(await lint(head + pod([PID]))).toEqual({ignored: 1, found: []});
	});

	test('above the marker of a second document holds for that one', async () => {
		const text = `${DAEMON}# eci-plan-ignore: limit-host-pid\n---\n${pod([PID])}---\n${DAEMON.replace('agent', 'b')}`;
		expect(await lint(text)).toEqual({
			ignored: 1,
			found: ['1:7 limit-daemonset', '12:7 limit-daemonset'],
		});
	});

	test('of one document is none of the next', async () => {
		const text = `# eci-plan-ignore: limit-daemonset\n${DAEMON}---\n${DAEMON.replace('agent', 'b')}`;
		expect(await lint(text)).toEqual({ignored: 1, found: ['5:7 limit-daemonset']});
	});

	test('holds behind a key whose map stands below it, and above it', async () => {
		const volumes = (key: string, above = '') =>
			pod(['  volumes:', '  - name: h', above, key, '      path: /x'].filter(line => line !== ''));
		const ignore = '# eci-plan-ignore: limit-host-path';
		for (const text of [
			volumes(`    hostPath: ${ignore}`),
			volumes('    hostPath:', `    ${ignore}`),
		])
			expect(await lint(text)).toEqual({ignored: 1, found: []});
	});

	test('above a document that can not be read holds for it', async () => {
		const text = `${DAEMON}---\n# eci-plan-ignore: manifest-template\nkind: {{ .kind }}\n---\nkind: {{ .kind }}\n`;
		expect(await lint(text)).toEqual({
			ignored: 1,
			found: ['1:7 limit-daemonset', '7:7 manifest-template'],
		});
	});

	test.each([
		['a block scalar', ['  hostname: |-', '    # eci-plan-ignore: limit-host-pid'], 6],
		['a folded one', ['  hostname: >', '    x', '    # eci-plan-ignore: limit-host-pid'], 7],
		['double quotes', ['  hostname: "x # eci-plan-ignore: limit-host-pid"'], 5],
		['single quotes over lines', ["  hostname: 'x", "    # eci-plan-ignore: limit-host-pid'"], 6],
		['a plain text', ['  hostname: x#eci-plan-ignore:limit-host-pid'], 5],
	])('is none within %s', async (_name, lines, line) => {
		const {ignored, found} = await lint(pod([...lines, PID]));
		expect(ignored).toBe(0);
		expect(found.filter(one => one.endsWith('limit-host-pid'))).toEqual([
			`${line}:12 limit-host-pid`,
		]);
		expect(found.filter(one => one.includes('ignore'))).toEqual([]);
	});

	test('may stand behind the header of a block scalar', async () => {
		const lines = ['  hostname: | # eci-plan-ignore: size-trap', '    x', PID];
		expect((await lint(pod(lines))).found).toContain('4:34 ignore-unused');
	});

	test('of an unknown rule offers the one that was meant', async () => {
		const text = pod([`${PID} # eci-plan-ignore: limit-hostpid`]);
		const {out} = await run(['lint', '-f', '-', '-o', 'csv'], {stdin: text});
		expect(out).toContain('You probably mean limit-host-pid.');
		expect((await lint(text)).found).toEqual(['4:12 limit-host-pid', '4:36 ignore-unknown']);
	});

	test('without a rule is told', async () => {
		expect((await lint(pod([`${PID} # eci-plan-ignore`]))).found).toEqual([
			'4:12 limit-host-pid',
			'4:17 ignore-unknown',
		]);
	});

	test('is part of a longer word: nothing', async () => {
		expect((await lint(pod([`${PID} # eci-plan-ignored: x`]))).found).toEqual([
			'4:12 limit-host-pid',
		]);
	});
});
